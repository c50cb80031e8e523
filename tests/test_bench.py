"""The benchmark's registers are the same everywhere, have no error, and build; what is measured of them is told."""

from collections import Counter
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import pytest
from benchmark.dice import Dice
from benchmark.generator import files, write
from benchmark.vocabulary import FORMS, Prose, forms, mutated
from section55.checking import check
from section55.findings import Severity

CONTENT = Path(__file__).parents[1] / "content"


def generated(responses: int, folder: Path) -> Path:
    for _ in write(responses, CONTENT, folder):
        pass
    return folder


def test_the_same_number_gives_the_same_bytes_on_every_machine() -> None:
    """After a deliberate change of the generator the new digest goes here; older figures compare no more."""
    digest = sha256()
    for path, text in files(80, CONTENT):
        if not path.startswith(("forces/", "bodies/")):
            digest.update(f"{path}\n{text}".encode())
    assert digest.hexdigest() == "40eb9a942ad7fe132a5e6176741bdf7fa4d4d28a32596190873acee001014fb0"


@pytest.mark.parametrize("responses", [1, 40, 41, 130])
def test_a_register_has_so_many_responses(responses: int) -> None:
    made = [path for path, text in files(responses, CONTENT) if "\nchief_officer:" in text]
    paths = [path for path in made if path.startswith("responses/")]
    assert len(paths) == len(set(paths)) == responses
    assert len({path.split("/")[1] for path in paths}) == -(-responses // 40)


def test_a_register_has_no_error_and_true_warnings(tmp_path: Path) -> None:
    checked = check(generated(600, tmp_path))
    found = Counter((finding.severity, finding.code) for finding in checked.findings)
    assert not checked.errors
    codes = ("S55-D06", "S55-D07", "S55-S01", "S55-S02", "S55-S03")
    assert found.keys() >= {(Severity.WARNING, code) for code in codes}
    assert len(checked.findings) < 600
    responses = checked.register.responses.values()
    assert {str(response.facts.status) for response in responses} >= {"current", "corrected", "superseded"}
    assert {tuple(response.texts) for response in responses} == {("en",), ("en", "cy"), ("cy",)}
    assert all(response.force.is_welsh for response in responses if "cy" in response.texts)
    assert {response.inspection.facts.published.year for response in responses} >= set(range(2014, 2026))
    lengths = sorted(len(text.words.split()) for response in responses for text in response.texts.values())
    assert 900 < sum(lengths) / len(lengths) < 1150
    assert lengths[len(lengths) // 10] < 600 and lengths[-1] > 4000


def test_a_register_builds(tmp_path: Path, build_site: Callable[..., Path]) -> None:
    content = generated(40, tmp_path / "content")
    site = build_site(content, tmp_path / "site")
    paths = [path.relative_to(content).as_posix() for path in content.glob("responses/*/*.md")]
    for path in paths:
        assert (site / path.rsplit(".", 2)[0] / "index.html").exists()


@pytest.mark.parametrize("language", ["en", "cy"])
def test_vocabulary_is_of_natural_size_and_distribution(language: str) -> None:
    assert len(set(forms(language))) == FORMS
    text = " ".join(Prose(language, "test").paragraphs(100_000))
    words = Counter(text.replace(",", "").replace(".", "").lower().split())
    assert len(words) > 12_000
    assert 0.02 < words.most_common(1)[0][1] / words.total() < 0.1
    assert sum(count == 1 for count in words.values()) > len(words) / 4


def test_welsh_words_mutate() -> None:
    assert mutated("comisiynydd") == ["gomisiynydd", "nghomisiynydd", "chomisiynydd"]
    assert mutated("gwaith") == ["waith", "ngwaith"]
    assert mutated("llyfr") == ["lyfr"]
    assert mutated("ffordd") == mutated("ysgol") == []


def test_throws_are_spread_as_asked() -> None:
    dice = Dice("test")
    thrown = Counter(dice.weighted({"often": 90, "seldom": 10}) for _ in range(2000))
    assert 1700 < thrown["often"] < 1900
    lengths = sorted(dice.spread(((0, 10), (500, 20), (1000, 100))) for _ in range(2000))
    assert 10 <= lengths[0] and 18 <= lengths[1000] <= 24 and lengths[-1] <= 100
