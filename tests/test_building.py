"""Building: what is refused, what is left as it was, and that other ways of building give the same site."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
FIXTURES = ROOT / "tests" / "fixtures"


def run(*command: str) -> subprocess.CompletedProcess[str]:
    """A command in the present environment, from the project's root."""
    return subprocess.run(
        [sys.executable, *command],
        cwd=ROOT,
        env=os.environ | {"NO_MKDOCS_2_WARNING": "1", "PYTHONWARNINGS": "ignore"},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


def files(site: Path) -> dict[str, bytes]:
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in site.rglob("*") if path.is_file()}


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """A copy of the fictional register, to be spoilt."""
    return shutil.copytree(FIXTURES / "register", tmp_path / "content")


def spoil(content: Path) -> list[str]:
    """Puts a mistake each into two records; gives what must be said of them."""
    force, response = sorted(content.glob("forces/*.md"))[0], sorted(content.glob("responses/*/*.en.md"))[0]
    force.write_text(force.read_text("utf-8").replace("ons_code:", "ons_cod:"), "utf-8")
    text = response.read_text("utf-8")
    response.write_text(text.replace("chief_officer:", "signed_by: no\nchief_officer:", 1), "utf-8")
    return [f"{force.name}:", f"{response.name}:", "Did you mean “ons_code”?"]


def test_scripts_build_builds_another_folder_elsewhere(tmp_path: Path) -> None:
    done = run("scripts/build", "--content", str(FIXTURES / "english-only"), "--output", str(tmp_path / "site"))
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "site/responses/index.html").exists()


def test_one_mistake_stops_the_build_all_are_told_and_the_old_site_stays(content: Path, tmp_path: Path) -> None:
    site = tmp_path / "site"
    assert run("scripts/build", "--content", str(content), "--output", str(site)).returncode == 0
    before = files(site)
    sentences = spoil(content)
    done = run("scripts/build", "--content", str(content), "--output", str(site))
    assert done.returncode == 1
    for sentence in sentences:
        assert sentence in done.stderr
    assert "Traceback" not in done.stderr
    assert files(site) == before


def test_mkdocs_alone_also_refuses_a_bad_record(content: Path, tmp_path: Path) -> None:
    shutil.copy(ROOT / "mkdocs.yml", tmp_path)
    for folder in ("hooks", "overrides"):
        shutil.copytree(ROOT / folder, tmp_path / folder, ignore=shutil.ignore_patterns("__pycache__"))
    command = ("-m", "mkdocs", "build", "--strict", "--config-file", str(tmp_path / "mkdocs.yml"))
    done = run(*command)
    assert done.returncode == 0, done.stderr
    before = files(tmp_path / "site")
    sentences = spoil(content)
    done = run(*command)
    assert done.returncode == 1
    for sentence in sentences:
        assert sentence in done.stderr
    assert files(tmp_path / "site") == before


def test_properdocs_builds_the_same_site(built_site: Path, tmp_path: Path) -> None:
    done = run(
        "-m", "properdocs", "build", "--strict", "--config-file", "mkdocs.yml", "--site-dir", str(tmp_path / "site")
    )
    assert done.returncode == 0, done.stderr
    ours, theirs = files(built_site), files(tmp_path / "site")
    assert theirs.keys() == ours.keys()
    assert [path for path in ours if ours[path] != theirs[path]] == []


def test_two_builds_of_the_same_content_give_the_same_bytes(built_site: Path, tmp_path: Path) -> None:
    done = run("scripts/build", "--output", str(tmp_path / "site"))
    assert done.returncode == 0, done.stderr
    ours, theirs = files(built_site), files(tmp_path / "site")
    assert theirs.keys() == ours.keys()
    assert [path for path in ours if ours[path] != theirs[path]] == []


def test_a_build_from_another_folder_gives_the_same_bytes_and_names_files_by_their_place_in_the_repository(
    fictional_site: Path, build_site: Callable[..., Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    site = build_site(FIXTURES / "register", tmp_path / "site")
    assert files(site) == files(fictional_site)
    page = (site / "responses/2023-fictional-custody/aberfictional/index.html").read_text("utf-8")
    for language in ("en", "cy"):
        assert f"/edit/main/content/responses/2023-fictional-custody/aberfictional.{language}.md" in page


def test_check_tells_the_same_mistakes_as_the_build_and_writes_nothing(content: Path) -> None:
    assert run("scripts/check", "--content", str(content)).returncode == 0
    before = files(content)
    sentences = spoil(content)
    spoilt = files(content)
    done = run("scripts/check", "--content", str(content))
    assert done.returncode == 1
    for sentence in sentences:
        assert sentence in done.stdout
    assert files(content) == spoilt != before
    assert run("scripts/check", "--format", "no-such-format").returncode == 2


def test_a_folder_with_other_files_is_not_emptied(tmp_path: Path) -> None:
    thesis = tmp_path / "documents" / "thesis.docx"
    thesis.parent.mkdir()
    thesis.write_text("a thesis", "utf-8")
    done = run("scripts/build", "--content", str(FIXTURES / "english-only"), "--output", str(thesis.parent))
    assert done.returncode == 1
    assert "holds files and is no site" in done.stderr
    assert thesis.read_text("utf-8") == "a thesis"
