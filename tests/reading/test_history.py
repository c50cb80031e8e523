"""What git knows of a content folder: the files that stood in it at a commit."""

from pathlib import Path

import pytest
from repository import commit, git
from section55.reading.history import files_at


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A content folder inside a repository, with a commit named `before`, after which it changed."""

    content = tmp_path / "content"
    (content / "forces").mkdir(parents=True)
    (tmp_path / "README.md").touch()
    (content / "site.md").touch()
    (content / "forces" / "tŷ ffuglennol.md").touch()
    commit(tmp_path, "a")
    git(tmp_path, "tag", "before", "--no-sign")
    (content / "site.md").unlink()
    (content / "forces" / "new.md").touch()
    commit(tmp_path, "b")
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
