"""What is in `.github/` is valid, and gives nobody more than they need."""

import subprocess
import sysconfig
from pathlib import Path

import pytest
import yaml

GITHUB = Path(__file__).parent.parent / ".github"
PROGRAMS = sysconfig.get_path("scripts")
WORKFLOWS = sorted((GITHUB / "workflows").glob("*.yml"))


def passes(*command: str | Path) -> None:
    program, *arguments = command
    done = subprocess.run([Path(PROGRAMS, program), *arguments], capture_output=True, encoding="utf-8")
    assert done.returncode == 0, done.stdout + done.stderr


def test_zizmor_finds_nothing() -> None:
    passes("zizmor", "--offline", "--no-progress", "--strict-collection", GITHUB)


@pytest.mark.parametrize(
    ("schema", "files"),
    [
        ("vendor.github-workflows", WORKFLOWS),
        ("custom.github-workflows-require-timeout", WORKFLOWS),
        ("vendor.dependabot", [GITHUB / "dependabot.yml"]),
    ],
)
def test_follows_the_schema(schema: str, files: list[Path]) -> None:
    passes("check-jsonschema", "--builtin-schema", schema, *files)


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)
def test_only_deployment_may_write(path: Path) -> None:
    workflow = yaml.safe_load(path.read_text(encoding="utf-8"))
    assert workflow["permissions"] == {}
    for name, job in workflow["jobs"].items():
        if (path.stem, name) == ("publish", "deploy"):
            assert job["permissions"] == {"pages": "write", "id-token": "write"}
        else:
            assert set(job["permissions"].values()) == {"read"}


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)
def test_no_secret_is_named(path: Path) -> None:
    assert "secrets." not in path.read_text(encoding="utf-8")


def test_nothing_is_deployed_that_was_not_checked() -> None:
    jobs = yaml.safe_load((GITHUB / "workflows/publish.yml").read_text(encoding="utf-8"))["jobs"]
    assert jobs["build"]["needs"] == "check"
    assert jobs["deploy"]["needs"] == ["check", "build"]
