"""The commands' own Python: what is done once, what is done again, and what is said where it cannot be done.

No test here installs anything or needs the network: a stand-in records what would have been run.
"""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import environment
import pytest
from environment import Environment, Refusal

ROOT = Path(__file__).parent.parent


class Programs:
    """Stands in for `environment.run`: notes each command, and leaves behind what venv would."""

    def __init__(self, made: Environment) -> None:
        self.made = made
        self.ran: list[str] = []
        self.pip_says = ""

    def __call__(self, argv: list[str], **variables: str) -> subprocess.CompletedProcess:
        pip = "pip" in argv
        self.ran.append(f"pip {Path(argv[-1]).name}" if pip else "venv")
        if not pip:
            shutil.rmtree(self.made.folder, ignore_errors=True)
            make_venv(self.made, Path(sys.executable))
        return subprocess.CompletedProcess(argv, int(pip and bool(self.pip_says)), self.pip_says)


def make_venv(made: Environment, base: Path) -> None:
    """An environment as venv leaves it, as far as it matters here."""
    made.python.parent.mkdir(parents=True)
    if environment.WINDOWS:
        made.python.touch()
    else:
        made.python.symlink_to(base)
    (made.folder / "pyvenv.cfg").write_text(f"home = {base.parent}\n", encoding="utf-8")
    (made.folder / ("Lib" if environment.WINDOWS else "lib/python3.11") / "site-packages").mkdir(parents=True)


@pytest.fixture
def made(tmp_path: Path) -> Environment:
    """The environment of an empty checkout, under a name that is not ASCII."""
    root = tmp_path / "Siân"
    root.mkdir()
    for name in ("requirements.txt", "requirements-test.txt"):
        (root / name).write_text(f"# {name}\n", encoding="utf-8")
    return Environment(root)


@pytest.fixture
def programs(made: Environment, monkeypatch: pytest.MonkeyPatch) -> Programs:
    programs = Programs(made)
    monkeypatch.setattr(environment, "run", programs)
    return programs


def test_first_run_makes_it_and_second_run_does_nothing(made: Environment, programs: Programs) -> None:
    made.prepare(tests=False)
    assert programs.ran == ["venv", "pip requirements.txt"]
    made.prepare(tests=False)
    assert programs.ran == ["venv", "pip requirements.txt"]


def test_tests_add_to_what_is_there_and_it_stays(made: Environment, programs: Programs) -> None:
    made.prepare(tests=False)
    made.prepare(tests=True)
    made.prepare(tests=False)
    assert programs.ran == ["venv", "pip requirements.txt", "pip requirements-test.txt"]


def test_changed_requirements_are_installed_into_what_is_there(made: Environment, programs: Programs) -> None:
    made.prepare(tests=False)
    (made.root / "requirements.txt").write_text("# other\n", encoding="utf-8")
    made.prepare(tests=False)
    assert programs.ran == ["venv", "pip requirements.txt", "pip requirements.txt"]


def test_an_interrupted_one_is_made_afresh(made: Environment, programs: Programs) -> None:
    made.prepare(tests=False)
    programs.pip_says = "out of space"
    with pytest.raises(Refusal):
        made.prepare(tests=True)
    programs.pip_says = ""
    programs.ran.clear()
    made.prepare(tests=True)
    assert programs.ran == ["venv", "pip requirements-test.txt"]


def test_one_whose_python_is_gone_is_made_afresh(made: Environment, programs: Programs) -> None:
    gone = made.root / "old" / "python.exe"
    gone.parent.mkdir()
    gone.touch()
    make_venv(made, gone)
    marker = {"python": made.base_python(), **made.wanted(tests=False)}
    made.marker.write_text(json.dumps(marker), encoding="utf-8")
    made.prepare(tests=False)
    assert programs.ran == []
    gone.unlink()
    made.prepare(tests=False)
    assert programs.ran == ["venv", "pip requirements.txt"]


@pytest.mark.parametrize("torn", ["", "{", '{"python": 3}'])
def test_a_torn_marker_counts_as_none(made: Environment, programs: Programs, torn: str) -> None:
    made.folder.mkdir()
    made.marker.write_text(torn, encoding="utf-8")
    made.prepare(tests=False)
    assert programs.ran == ["venv", "pip requirements.txt"]


def test_hooks_are_named_by_a_path_that_survives_a_move(made: Environment, programs: Programs) -> None:
    made.prepare(tests=False)
    moved = made.root.rename(made.root.with_name("elsewhere"))
    (named,) = moved.rglob("section55.pth")
    line = named.read_text(encoding="ascii").rstrip("\n")
    assert os.path.normpath(named.parent / line) == str(moved / "hooks")


def test_a_lost_path_file_is_written_again(made: Environment, programs: Programs) -> None:
    made.prepare(tests=False)
    (named,) = made.root.rglob("section55.pth")
    named.unlink()
    made.prepare(tests=False)
    assert named.exists()
    assert len(programs.ran) == 2


def test_who_waits_for_another_finds_the_work_done(made: Environment, programs: Programs) -> None:
    holder = subprocess.Popen(
        [
            sys.executable,
            "-c",
            "import sys, time; from environment import *; made = Environment(Path(sys.argv[1]))\n"
            "with made.locked(): print('held', flush=True); time.sleep(1); made.marker.with_name('done').touch()",
            made.root,
        ],
        env={**os.environ, "PYTHONPATH": str(ROOT / "scripts")},
        stdout=subprocess.PIPE,
    )
    with holder:
        assert holder.stdout and holder.stdout.readline().strip() == b"held"
        make_venv(made, Path(sys.executable))
        with made.locked():
            assert made.marker.with_name("done").exists()


def test_an_unreachable_index_is_said_in_one_sentence(made: Environment, programs: Programs) -> None:
    programs.pip_says = "WARNING: Retrying … NewConnectionError('…: Name or service not known')\nERROR: …"
    with pytest.raises(Refusal, match=r"cannot be reached.*Is this machine online\?"):
        made.prepare(tests=False)


def test_a_python_without_venv_names_the_package(
    made: Environment, programs: Programs, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(environment.importlib.util, "find_spec", lambda name: None)
    with pytest.raises(Refusal, match="apt install python3-venv"):
        made.prepare(tests=False)


def test_an_old_python_is_refused_with_both_versions_named() -> None:
    with pytest.raises(Refusal, match=re.escape("needs Python 3.11 or newer, and was started by Python 3.9")):
        environment.refuse_old_python((3, 9, 18))
    environment.refuse_old_python((3, 11, 0))
    environment.refuse_old_python((4, 0, 0))


def test_an_old_python_can_read_the_refusal() -> None:
    """Syntax of Python 3.7 alone; the commands, which import it first, likewise."""
    import ast

    commands = [path for path in (ROOT / "scripts").iterdir() if path.is_file() and not path.suffix]
    for path in [ROOT / "scripts/environment.py", *commands]:
        ast.parse(path.read_text(encoding="utf-8"), feature_version=(3, 7))


@pytest.mark.parametrize("command", ["build", "check", "serve"])
def test_wrong_use_exits_2_and_installs_nothing(tmp_path: Path, command: str) -> None:
    shutil.copytree(ROOT / "scripts", tmp_path / "scripts", ignore=shutil.ignore_patterns("__pycache__"))
    done = subprocess.run(
        [sys.executable, tmp_path / "scripts" / command, "--nonsense"], capture_output=True, encoding="utf-8"
    )
    assert done.returncode == 2
    assert "usage:" in done.stderr
    assert not (tmp_path / ".venv").exists()


def test_the_tests_run_on_the_versions_that_publish() -> None:
    site, tests = (
        set(re.findall(r"^(\S+==\S+(?: ;[^\\]+)?)", (ROOT / name).read_text(encoding="utf-8"), re.MULTILINE))
        for name in ("requirements.txt", "requirements-test.txt")
    )
    assert site and site <= tests


@pytest.mark.parametrize("name", ["requirements.txt", "requirements-test.txt"])
def test_the_locks_are_of_digests_and_name_no_place(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    assert text.count("--hash=sha256:") > 100
    assert "://" not in text and "index-url" not in text and "find-links" not in text
