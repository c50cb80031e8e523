"""What the tests of rules share: a small valid content folder, `golden/base/`, and other files laid over it."""

from collections.abc import Callable
from pathlib import Path

import pytest
from golden import BASE

Files = dict[str, str | bytes | None]
"""What a file holds, by its path in `content/`; None for one of `golden/base/` that is taken away."""


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--rewrite-golden",
        action="store_true",
        help="write what each golden case says now into its expected.txt; read the diff before you commit it",
    )


@pytest.fixture(scope="session")
def changed() -> Callable[..., str]:
    """The text of a file of `golden/base/`, in which each (old, new) is replaced; each old stands in it once."""

    def change(path: str, *replacements: tuple[str, str]) -> str:
        text = (BASE / path).read_text(encoding="utf-8")
        for old, new in replacements:
            assert text.count(old) == 1, f"{path} has not one {old!r}"
            text = text.replace(old, new)
        return text

    return change


@pytest.fixture
def lay(tmp_path: Path) -> Callable[[Files], Path]:
    """Lays files over `golden/base/`, in a folder named `content`, and gives that."""

    def lay_(files: Files) -> Path:
        content = tmp_path / "content"
        base = {path.relative_to(BASE).as_posix(): path.read_bytes() for path in BASE.rglob("*.md")}
        for name, held in (base | files).items():
            path = content / name
            path.parent.mkdir(parents=True, exist_ok=True)
            if held is None:
                path.unlink(missing_ok=True)
            else:
                path.write_bytes(held.encode() if isinstance(held, str) else held)
        return content

    return lay_
