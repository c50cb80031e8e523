"""A git repository in a folder, whatever this machine's own settings are."""

import os
import subprocess
from pathlib import Path


def git(folder: Path, *arguments: str) -> None:
    """Runs git there, as somebody."""
    who = ["-c", "user.name=A. Person", "-c", "user.email=a@fictionshire.example"]
    nobodys = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
    subprocess.run(
        ["git", "-C", str(folder), *who, *arguments], check=True, capture_output=True, env=os.environ | nobodys
    )


def commit(folder: Path, message: str) -> None:
    """Commits all that stands in a folder, which becomes a repository if it is none."""
    if not (folder / ".git").exists():
        git(folder, "init", "--quiet")
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--allow-empty", "--message", message)
