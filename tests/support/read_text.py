"""A file's text as the reader sees it."""

from pathlib import Path

from section55.reading.files import read_bytes, text_of
from section55.reading.problems import Problem


def read_text(path: Path) -> tuple[str, list[Problem]]:
    """The text of a file, and what is wrong with it."""
    data, problems = read_bytes(path)
    return ("", problems) if problems else text_of(data)
