"""What git knows of a content folder."""

import subprocess
from pathlib import Path


def files_at(folder: Path, commit: str) -> frozenset[str] | None:
    """The files that stood below `folder` at a commit, as paths from it; None where git cannot tell."""
    try:
        listed = subprocess.run(
            ["git", "-C", str(folder), "ls-tree", "-r", "-z", "--name-only", "--end-of-options", commit, "."],
            capture_output=True,
            check=True,
            encoding="utf-8",
            errors="surrogateescape",
        )
    except (OSError, subprocess.CalledProcessError):
        return None
    return frozenset(path for path in listed.stdout.split("\0") if path)
