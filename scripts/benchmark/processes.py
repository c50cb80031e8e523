"""Running a command and seeing what it costs: seconds, processor's seconds, and the memory of its largest process."""

import contextlib
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

_INTERVAL = 0.2
"""Seconds between two looks at the processes; Linux keeps each one's peak, so only its last moment can be missed."""


class CommandFailed(Exception):
    """A command of a measurement ended with an error; the message holds its last lines."""


@dataclass(frozen=True)
class Run:
    """What a command cost. Memory is in bytes, Pagefind's processes apart; None is what was not or cannot be seen."""

    seconds: float
    cpu_seconds: float | None
    memory: int | None
    pagefind_memory: int | None


class Peaks:
    """The memory of the largest process among one and those that it started, as far as it is looked at."""

    def __init__(self, pid: int) -> None:
        self.pid = pid
        self.memory: int | None = None
        self.pagefind_memory: int | None = None

    def look(self) -> None:
        """Looks at all processes."""
        for name, memory in _memory_of_tree(self.pid):
            if "pagefind" in name.lower():
                self.pagefind_memory = max(memory, self.pagefind_memory or 0)
            else:
                self.memory = max(memory, self.memory or 0)


def run(command: Sequence[object], cwd: Path | None = None, watch: Callable[[], None] = lambda: None) -> Run:
    """Runs a command to its end, calling `watch` now and then. Raises `CommandFailed`."""
    started, cpu = time.monotonic(), _children_cpu()
    with tempfile.TemporaryFile() as said:
        process = subprocess.Popen(
            [str(part) for part in command], cwd=cwd, stdin=subprocess.DEVNULL, stdout=said, stderr=said
        )
        peaks = Peaks(process.pid)
        try:
            while process.poll() is None:
                peaks.look()
                watch()
                with contextlib.suppress(subprocess.TimeoutExpired):
                    process.wait(_INTERVAL)
        finally:
            process.kill()
        seconds = time.monotonic() - started
        if process.returncode:
            said.seek(0)
            last = said.read().decode("utf-8", "replace").splitlines()[-20:]
            raise CommandFailed("\n".join([f"{Path(command[1]).name} ended with code {process.returncode}:", *last]))
    return Run(round(seconds, 2), round(_children_cpu() - cpu, 2), peaks.memory, peaks.pagefind_memory)


def _children_cpu() -> float:
    times = os.times()
    return times.children_user + times.children_system


def _memory_of_tree(root: int) -> Iterable[tuple[str, int]]:
    """The name and memory of a process and of all that it started; nothing on a system that does not tell."""
    if os.path.isdir("/proc/self"):
        processes = _linux_processes()
    elif shutil.which("ps"):
        processes = _unix_processes()
    else:
        return []
    children: dict[int, list[int]] = {}
    for pid, (parent, _, _) in processes.items():
        children.setdefault(parent, []).append(pid)
    tree = [root]
    for pid in tree:
        tree += children.get(pid, [])
    return [processes[pid][1:] for pid in tree if pid in processes]


def _linux_processes() -> dict[int, tuple[int, str, int]]:
    """Each process's parent, name and peak memory."""
    found = {}
    for entry in os.listdir("/proc"):
        if entry.isdigit():
            with contextlib.suppress(OSError, KeyError, ValueError):  # it may have ended meanwhile
                lines = Path("/proc", entry, "status").read_text(encoding="utf-8", errors="replace").splitlines()
                facts = dict(line.split(":", 1) for line in lines)
                found[int(entry)] = int(facts["PPid"]), facts["Name"].strip(), int(facts["VmHWM"].split()[0]) * 1024
    return found


def _unix_processes() -> dict[int, tuple[int, str, int]]:
    """Each process's parent, name and present memory."""
    done = subprocess.run(["ps", "-A", "-o", "pid=,ppid=,rss=,comm="], capture_output=True, text=True, check=False)
    rows = [line.split(None, 3) for line in done.stdout.splitlines()]
    return {int(row[0]): (int(row[1]), row[3], int(row[2]) * 1024) for row in rows if len(row) == 4}


def python(*command: object) -> list[object]:
    """A Python program as a command, by the Python that runs this one."""
    return [sys.executable, *command]
