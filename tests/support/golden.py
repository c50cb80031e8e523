"""The golden cases of the rules, which `tests/rules/test_golden.py` describes, as content folders."""

import shutil
from pathlib import Path

from repository import commit

GOLDEN = Path(__file__).parents[1] / "rules" / "golden"
BASE = GOLDEN / "base"
CASES = sorted(path for path in GOLDEN.iterdir() if path != BASE)


def code_of(case: Path) -> str:
    """The code of the rule that a case breaks."""
    return case.name[:7]


def laid(overlay: Path, folder: Path) -> Path:
    """The content folder `folder/content`, made anew: `base/` with the files of a case's `bad/` or `good/` over it."""
    content = folder / "content"
    for path in (content, folder / ".git"):
        shutil.rmtree(path, ignore_errors=True)
    shutil.copytree(BASE, content)
    if (published := overlay.parent / "published").exists():
        shutil.copytree(published, content, dirs_exist_ok=True)
        commit(folder, "Publish")
    shutil.copytree(overlay, content, dirs_exist_ok=True)
    for path in _instructions(content / "REMOVED"):
        (content / path).unlink()
    for line in _instructions(content / "LENGTHENED"):
        path, size = line.split()
        with open(content / path, "ab") as file:
            file.write(b"a" * (int(size) - file.tell()))
    return content


def since(case: Path) -> str | None:
    """The commit that counts as what was published before a case; None for most, which know of none."""
    return "HEAD" if (case / "published").exists() else None


def _instructions(path: Path) -> list[str]:
    """The lines of a file that tells what to do with others, which is no part of the content."""
    if not path.exists():
        return []
    lines = path.read_text(encoding="utf-8").splitlines()
    path.unlink()
    return lines
