"""What git knows of a content folder: the files that stood in it at a commit."""

import subprocess
from pathlib import Path

import pytest
from section55.reading.history import files_at


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A content folder inside a repository, with a commit named `before`, after which it changed."""

    def git(*arguments: str) -> None:
        identity = ["-c", "user.name=Nobody", "-c", "user.email=nobody@fictional.example"]
        subprocess.run(["git", "-C", str(tmp_path), *identity, *arguments], check=True, capture_output=True)

    content = tmp_path / "content"
    (content / "forces").mkdir(parents=True)
    (tmp_path / "README.md").touch()
    (content / "site.md").touch()
    (content / "forces" / "tŷ ffuglennol.md").touch()
    git("init")
    git("add", ".")
    git("commit", "--message", "a", "--no-gpg-sign")
    git("tag", "before", "--no-sign")
    git("rm", "content/site.md")
    (content / "forces" / "new.md").touch()
    git("add", ".")
    git("commit", "--message", "b", "--no-gpg-sign")
    return content


def test_the_files_of_a_commit_are_those_below_the_folder_as_they_stood(folder: Path) -> None:
    assert files_at(folder, "before") == {"site.md", "forces/tŷ ffuglennol.md"}
    assert files_at(folder, "HEAD") == {"forces/new.md", "forces/tŷ ffuglennol.md"}


@pytest.mark.parametrize("commit", ["nothing", "", "--help"])
def test_a_commit_that_git_does_not_know_tells_nothing(folder: Path, commit: str) -> None:
    assert files_at(folder, commit) is None


def test_a_folder_outside_any_repository_tells_nothing(
    tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(elsewhere.parent))
    assert files_at(elsewhere, "HEAD") is None
