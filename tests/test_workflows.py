"""What is in `.github/` is valid, and gives nobody more than they need."""

import os
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


def test_only_what_is_published_is_kept_for_later_runs() -> None:
    """What a build left is trusted by the next one, so no run of a proposal may leave any."""
    kept: dict[str, list[dict]] = {"save": [], "restore": []}
    for path in WORKFLOWS:
        for name, job in yaml.safe_load(path.read_text(encoding="utf-8"))["jobs"].items():
            for step in job["steps"]:
                action = step.get("uses", "").partition("@")[0]
                if action in ("actions/cache", "actions/cache/save"):
                    assert (path.stem, name) == ("publish", "build")
                    kept["save"].append(step["with"])
                elif action == "actions/cache/restore":
                    kept["restore"].append(step["with"])
    (saved,) = kept["save"]
    assert kept["restore"] and all(
        (restored["path"], restored["restore-keys"]) == (saved["path"], saved["restore-keys"])
        for restored in kept["restore"]
    )
    assert saved["key"].startswith(saved["restore-keys"]) and saved["path"].split() == ["site", ".site.leavings"]
    triggers = yaml.safe_load((GITHUB / "workflows/publish.yml").read_text(encoding="utf-8"))[True]
    assert triggers.keys() == {"push", "workflow_dispatch"} and triggers["push"] == {"branches": ["main"]}


NONE = "0" * 40
GONE = "1" * 40


@pytest.mark.parametrize(
    ("deployed", "before", "against"),
    [
        ("first", "second", "first"),  # pushes since then failed
        ("", "second", "second"),  # nothing was deployed yet
        (GONE, "second", "second"),  # the branch was written anew
        (None, "second", "second"),  # GitHub does not answer
        ("", NONE, "HEAD"),  # the first push
        ("", "", "HEAD"),  # run by hand
    ],
)
def test_a_push_is_held_against_what_was_deployed_last(
    tmp_path: Path, deployed: str | None, before: str, against: str
) -> None:
    jobs = yaml.safe_load((GITHUB / "workflows/publish.yml").read_text(encoding="utf-8"))["jobs"]
    (step,) = [step for step in jobs["check"]["steps"] if step.get("id") == "published"]

    def run(*command: str, **environment: str) -> str:
        done = subprocess.run(command, cwd=tmp_path, check=True, capture_output=True, env=os.environ | environment)
        return done.stdout.decode().strip()

    run("git", "init", "--quiet")
    commits = {"HEAD": "HEAD"}
    for name in ("first", "second", "third"):
        who = ("-c", "user.name=A. Person", "-c", "user.email=a@fictionshire.example", "-c", "commit.gpgsign=false")
        run("git", *who, "commit", "--quiet", "--allow-empty", "--message", name)
        commits[name] = run("git", "rev-parse", "HEAD")
    answer = "exit 1" if deployed is None else f"echo {commits.get(deployed, deployed)}"
    (tmp_path / "gh").write_text(f"#!/bin/sh\n{answer}\n")
    (tmp_path / "gh").chmod(0o755)
    output = tmp_path / "output"
    run(
        *("bash", "-e", "-c", step["run"]),
        PATH=f"{tmp_path}{os.pathsep}{os.environ['PATH']}",
        BEFORE=commits.get(before, before),
        GITHUB_OUTPUT=str(output),
    )
    assert output.read_text() == f"commit={commits[against]}\n"
