"""The benchmark's registers are the same everywhere, have no error, and build; what is measured of them is told."""

import json
import subprocess
import sys
from collections import Counter
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import pytest
from benchmark import report
from benchmark.comparison import HUGO, MKDOCS, Compared
from benchmark.dice import Dice
from benchmark.generator import files, write
from benchmark.measuring import BUILD_CHANGED, BUILD_COLD, CHECK_COLD, SERVE, STEPS, Figures, change_one
from benchmark.processes import CommandFailed, Run, python, run
from benchmark.site import kind_of, listed, measure_site
from benchmark.targets import targets
from benchmark.vocabulary import FORMS, Prose, forms, mutated
from section55.checking import check
from section55.findings import Severity

ROOT = Path(__file__).parents[1]
CONTENT = ROOT / "content"


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


def bench(*arguments: object) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [str(part) for part in python(ROOT / "scripts/bench", *arguments)],
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def test_keeps_what_it_makes(tmp_path: Path) -> None:
    done = bench("--responses", 3, "--content-only", tmp_path / "kept")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert len(list(tmp_path.glob("kept/responses/*/*.md"))) >= 3
    again = bench("--responses", 3, "--content-only", tmp_path / "kept")
    assert again.returncode == 2 and "is there and is not empty" in again.stderr


def test_measures_a_register(tmp_path: Path) -> None:
    done = bench("--responses", 4, "--serve", "--json", tmp_path / "figures.json")
    assert done.returncode == 0, done.stderr
    assert "build, one response changed: seconds" in done.stdout
    figures = json.loads((tmp_path / "figures.json").read_text("utf-8"))
    (register,) = figures["registers"]
    assert register["responses"] == 4 and set(register["steps"]) == {*STEPS, SERVE}
    assert all(step["seconds"] > 0 for step in register["steps"].values())
    reached = {each["what"]: each["reached"] for each in figures["targets"]}
    assert reached["the site"] is True and reached[f"build, cold, to {HUGO}"] is None
    assert register["site"]["bytes"] > register["site"]["html"] > 100_000 > register["site"]["chrome"] > 1000


def test_a_command_that_fails_is_told_with_its_last_words(tmp_path: Path) -> None:
    (tmp_path / "failing.py").write_text("raise SystemExit('not so')", "utf-8")
    with pytest.raises(CommandFailed, match="failing.py ended with code 1:\nnot so"):
        run(python(tmp_path / "failing.py"))


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere memory is seen now and then, or not at all")
def test_sees_the_memory_of_the_largest_process(tmp_path: Path) -> None:
    (tmp_path / "child.py").write_text("import time; x = b'1' * 80_000_000; time.sleep(0.7)", "utf-8")
    parent = "import subprocess, sys; subprocess.run([sys.executable, 'child.py'])"
    (tmp_path / "parent.py").write_text(parent, "utf-8")
    done = run(python(tmp_path / "parent.py"), tmp_path)
    assert done.memory is not None and 80_000_000 < done.memory < 150_000_000
    assert done.pagefind_memory is None and done.seconds >= 0.7


def test_weighs_a_site(fictional_site: Path) -> None:
    site = measure_site(fictional_site)
    assert site.bytes == sum(path.stat().st_size for path in fictional_site.rglob("*") if path.is_file())
    assert site.pages == len(list(fictional_site.rglob("*.html")))
    assert set(site.largest) == {"inspection", "item", "list", "other", "response"}
    assert all((fictional_site / largest.path).stat().st_size == largest.bytes for largest in site.largest.values())
    assert site.lists > 2 and 0 < site.chrome < site.most_chrome


def test_a_visit_is_a_page_with_all_that_it_loads(fictional_site: Path) -> None:
    """A first visit costs the styles too; a second one the page alone."""
    for visit in (measure_site(fictional_site).usual_visit, measure_site(fictional_site).longest_visit):
        size = (fictional_site / visit.path).stat().st_size
        styles = sum(path.stat().st_size for path in fictional_site.glob("assets/**/*.css"))
        assert visit.path.count("/") > 2 and 500 < visit.second < size
        assert visit.second + 5000 < visit.first < visit.second + styles


def test_counts_the_responses_that_a_list_holds() -> None:
    to = ("../../2023-custody/gwent/", "../../2023-custody/gwent/#r1", "../../../forces/gwent/", "https://other.example/")
    assert listed("".join(f'<a href="{each}">' for each in to).encode(), "responses/page/2/") == 1


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("", "other"),
        ("cy/", "other"),
        ("responses/", "list"),
        ("cy/ymatebion/tudalen/12/", "list"),
        ("responses/2023-custody/gwent/", "response"),
        ("cy/arolygiadau/2023-custody/", "inspection"),
        ("inspections/2023-custody/r1/", "item"),
        ("inspections/page/2/", "list"),
        ("cy/heddluoedd/gwent/", "list"),
        ("forces/gwent/page/3/", "list"),
        ("rules/", "other"),
    ],
)
def test_knows_kinds_of_pages(path: str, kind: str) -> None:
    assert kind_of(path) == kind


def test_changes_one_response(tmp_path: Path) -> None:
    content = generated(5, tmp_path)
    before = {path: path.read_bytes() for path in content.rglob("*.md")}
    changed = change_one(content)
    assert [path for path in before if path.read_bytes() != before[path]] == [changed]
    assert not check(content).errors


def steps(seconds: float, **others: float) -> dict[str, Run]:
    """The steps of a register, each with these seconds, or with others by its name."""
    return {step: Run(others.get(step, seconds), seconds, 10, None) for step in STEPS}


def test_tells_growth_and_ratios(fictional_site: Path) -> None:
    site = measure_site(fictional_site)

    def figures(responses: int, seconds: float) -> Figures:
        return Figures(responses, responses, 1, steps(seconds), site)

    measured = [figures(100, 5.0), figures(400, 20.0)]
    compared = [(400, Compared("Another", {"build": Run(4.0, 2.0, 10, None)}, 10, 1000)), (400, "A third is not here.")]
    said = report.shown(measured, compared)
    assert any(line.startswith("build, cold: seconds") and line.endswith(" 2.00") for line in said.splitlines())
    assert next(line for line in said.splitlines() if line.startswith("Another")).split()[-2:] == ["5.00", "10.00"]
    assert "A third is not here." in said
    assert report.as_json(measured, compared)["growth"][0] == {"figure": "check, cold: seconds", "100 → 400": "2.00"}


def test_tells_what_is_reached(fictional_site: Path) -> None:
    site = measure_site(fictional_site)
    cold, checked, changed = BUILD_COLD, CHECK_COLD, BUILD_CHANGED
    small = Figures(5_000, 5_000, 1, steps(1.0, **{cold: 30.0, checked: 10.0}), site)
    meant = Figures(10_000, 10_000, 1, steps(1.0, **{cold: 60.0, checked: 21.0, changed: 6.0}), site)
    hugo = Compared(HUGO, {"build": Run(50.0, 50.0, 10, None), "index": Run(9.0, 9.0, 10, None)}, 10, 1000)
    told = {each.what: each for each in targets([small, meant], [hugo])}
    assert {what: each.verdict for what, each in told.items() if not what.startswith(("a response", "largest"))} == {
        f"build, cold, to {HUGO}": "not reached",
        f"build, cold, to {MKDOCS}": "not measured",
        "build, one response changed": "reached",
        "check, cold": "not reached",
        "check, one response changed": "reached",
        SERVE: "not measured",
        "memory of the largest process": "reached",
        "memory of the largest Pagefind": "not measured",
        "growth for twice the responses, build, cold: seconds": "reached",
        "growth for twice the responses, check, cold: seconds": "reached",
        "growth for twice the responses, site": "reached",
        "the site": "reached",
        "chrome of any page": "reached",
        "no list page that holds all records": "reached",
    }
    assert told[f"build, cold, to {HUGO}"].figure == "60.0 s to 59.0 s: 1.02 times"
    assert report.shown([meant]).splitlines()[-1].endswith("reached")
