"""The ground under every command: a Python of the project's own, in `.venv`, with the locked requirements in it.

A command calls `enter()` before it imports anything that has to be installed. The first call makes `.venv`; every
later one costs milliseconds and needs no network. What makes this safe to repeat, interrupt, and run twice at once:

- `.venv/installed.json` says which requirements are installed and for which Python. It is removed before anything
  changes and written when all is done, so an environment without it is one that was interrupted: it is made afresh.
- Only the holder of the lock on `.venv.lock` changes anything. The system drops the lock when its holder dies.

Standard library only, and no syntax newer than Python 3.7: it has to be able to say that a Python is too old.
"""

from __future__ import annotations

import contextlib
import hashlib
import importlib.util
import json
import os
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
OLDEST_PYTHON = (3, 11)
WINDOWS = os.name == "nt"

# What pip's own errors contain when the network, and not the request, is at fault.
UNREACHABLE = ("NewConnectionError", "ConnectTimeoutError", "ReadTimeoutError", "NameResolutionError", "ProxyError")


class Refusal(Exception):
    """Why a command cannot run here, and what would help, in words for whoever ran it."""


def enter(tests: bool = False) -> None:
    """Return only when running inside `.venv`, with the requirements installed (with `tests`, those of the tests too).

    Started by any other Python, the command is started again, with the same arguments, by the one in `.venv`.
    """
    # Material's note on its end of life reads as a fault of the site.
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
    # Welsh has letters that the code page of a Windows terminal has not.
    os.environ.setdefault("PYTHONUTF8", "1")
    try:
        refuse_old_python(sys.version_info)
        environment = Environment(ROOT)
        environment.prepare(tests)
    except Refusal as refusal:
        sys.exit(str(refusal))
    except KeyboardInterrupt:
        sys.exit(130)
    if not environment.is_running():
        os.environ.pop("PYTHONHOME", None)  # it would send the Python in .venv elsewhere for its packages
        become([str(environment.python), *sys.orig_argv[1:]])


def become(argv: list[str]) -> None:
    """Run `argv` in place of this process: same terminal, same exit code. Does not return."""
    sys.stdout.flush()
    sys.stderr.flush()
    if not WINDOWS:
        os.execv(argv[0], argv)
    # On Windows execv would hand the terminal back at once and lose the exit code.
    process = subprocess.Popen(argv)
    while True:
        with contextlib.suppress(KeyboardInterrupt):  # reaches the child as well, and it is the child that answers
            sys.exit(process.wait())


def refuse_old_python(version: tuple) -> None:
    """Raise Refusal if `version`, as in `sys.version_info`, is older than the site's code."""
    if tuple(version[:2]) < OLDEST_PYTHON:
        raise Refusal(
            "This needs Python %d.%d or newer, and was started by Python %d.%d (%s)."
            % (OLDEST_PYTHON + tuple(version[:2]) + (sys.executable,))
        )


class Environment:
    """The `.venv` of the checkout at `root`."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.folder = root / ".venv"
        self.marker = self.folder / "installed.json"
        self.python = self.folder / ("Scripts/python.exe" if WINDOWS else "bin/python")

    def is_running(self) -> bool:
        """Whether this very process runs in it."""
        return self.folder.exists() and os.path.samefile(sys.prefix, self.folder)

    def prepare(self, tests: bool) -> None:
        """Make it, or bring it up to date, as far as that is needed."""
        if not self.is_ready(tests):
            with self.locked():
                if not self.is_ready(tests):  # another command may have done it while this one waited
                    self.install(tests)
        self.name_hooks()

    def is_ready(self, tests: bool) -> bool:
        """Whether its Python still exists and the requirements, as they now stand, are installed for it."""
        base = self.base_python()
        return bool(base) and self.installed() == {"python": base, **self.wanted(tests)}

    def base_python(self) -> str:
        """The Python it was made from and cannot do without; empty if either is gone.

        As a real path: `/usr/bin/python3` may lead to another Python after an upgrade of the system.
        """
        python = self.python
        if WINDOWS:  # where .venv holds a copy of the launcher, and pyvenv.cfg names what it launches
            python = self.configured_home() / "python.exe"
        return os.path.realpath(str(python)) if self.python.exists() and python.exists() else ""

    def configured_home(self) -> Path:
        """The folder of the Python it was made from, as `pyvenv.cfg` gives it."""
        with contextlib.suppress(OSError):
            for line in (self.folder / "pyvenv.cfg").read_text(encoding="utf-8").splitlines():
                key, _, value = line.partition("=")
                if key.strip() == "home":
                    return Path(value.strip())
        return self.folder / "none"

    def installed(self) -> dict:
        """What the marker says is installed; empty if there is no marker that can be read."""
        try:
            return json.loads(self.marker.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return {}

    def wanted(self, tests: bool) -> dict:
        """The requirements to install, by file name and digest. The tests' include the site's; once in, they stay."""
        tests = tests or self.installed().get("requirements") == "requirements-test.txt"
        name = "requirements-test.txt" if tests else "requirements.txt"
        return {"requirements": name, "sha256": hashlib.sha256((self.root / name).read_bytes()).hexdigest()}

    def install(self, tests: bool) -> None:
        """Install what is wanted: into the environment if it is whole, else into a new one. Call it under the lock."""
        wanted = self.wanted(tests)
        whole = self.installed().get("python") == self.base_python() != ""
        say("Setting up .venv: %s. This takes a minute, once." % wanted["requirements"])
        with contextlib.suppress(FileNotFoundError):
            self.marker.unlink()
        if not whole:
            self.create()
        self.pip_install(self.root / wanted["requirements"])
        write_whole(self.marker, json.dumps({"python": self.base_python(), **wanted}, indent=2) + "\n")

    def create(self) -> None:
        """Make an empty environment with pip in it, in place of whatever stands there."""
        if not (importlib.util.find_spec("venv") and importlib.util.find_spec("ensurepip")):
            raise Refusal(
                "This Python cannot make virtual environments: its modules venv and ensurepip are missing. "
                "On Debian or Ubuntu: apt install python3-venv"
            )
        done = run([sys.executable, "-m", "venv", "--clear", str(self.folder)])
        if done.returncode:
            say(done.stdout.rstrip())
            raise Refusal("%s could not be made. If a program is using it, close that first." % self.folder)

    def pip_install(self, requirements: Path) -> None:
        """Install exactly the files whose digests `requirements` lists."""
        pip = [str(self.python), "-m", "pip", "--disable-pip-version-check", "--no-input", "install", "--quiet"]
        done = run([*pip, "--require-hashes", "--requirement", str(requirements)], PIP_USER="0")
        if done.returncode == 0:
            return
        if any(sign in done.stdout for sign in UNREACHABLE):
            raise Refusal(
                "The Python package index cannot be reached, and the first run of a command needs it. "
                "Is this machine online? Behind a proxy, set HTTPS_PROXY."
            )
        say(done.stdout.rstrip())
        raise Refusal("What %s lists could not be installed; pip says why above." % requirements.name)

    def name_hooks(self) -> None:
        """Put `hooks/` on the import path of its Python.

        Relative, so that a checkout may be moved, and may lie under a folder whose name is not ASCII.
        """
        for packages in [*self.folder.glob("lib/python3*/site-packages"), *self.folder.glob("Lib/site-packages")]:
            line = os.path.relpath(str(self.root / "hooks"), str(packages)) + "\n"
            path_file = packages / "section55.pth"
            if not path_file.exists() or path_file.read_text(encoding="utf-8") != line:
                write_whole(path_file, line)

    @contextlib.contextmanager
    def locked(self):
        """Hold the lock, waiting for whoever has it."""
        descriptor = os.open(str(self.root / ".venv.lock"), os.O_RDWR | os.O_CREAT, 0o644)
        # Handed down to pip, so that a pip that outlives a killed command still keeps others out.
        os.set_inheritable(descriptor, True)
        try:
            if not lock(descriptor):
                say("Another command is setting up .venv; waiting for it.")
                while not lock(descriptor):
                    time.sleep(0.2)
            yield
        finally:
            os.close(descriptor)


def lock(descriptor: int) -> bool:
    """Whether the open file is now locked by this process. False means that another has it."""
    try:
        if WINDOWS:
            import msvcrt

            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except (BlockingIOError, PermissionError):
        return False
    return True


def run(argv: list[str], **variables: str) -> subprocess.CompletedProcess:
    """Run a program to its end, its output and errors together in `stdout`."""
    return subprocess.run(
        argv,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        stdin=subprocess.DEVNULL,
        encoding="utf-8",
        errors="replace",
        close_fds=False,
        env={**os.environ, **variables},
    )


def write_whole(path: Path, text: str) -> None:
    """Write a small file so that another process sees either all of it or none."""
    draft = path.with_name("%s.%d" % (path.name, os.getpid()))
    draft.write_text(text, encoding="utf-8")
    os.replace(str(draft), str(path))


def say(line: str) -> None:
    """Tell whoever waits at the terminal. Standard output is left to the command itself."""
    print(line, file=sys.stderr, flush=True)
