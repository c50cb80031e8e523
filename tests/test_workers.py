"""Work beside that of a build: its result is the same wherever it is done."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from section55 import workers


def test_what_is_done_beside_gives_its_result() -> None:
    assert workers.beside(lambda: {"a": 1})() == {"a": 1}


@pytest.mark.skipif(sys.platform != "linux", reason="no other system forks safely")
def test_it_is_done_in_a_process_of_its_own_where_there_are_processors() -> None:
    # In a Python of its own, since one with threads, as that of the tests may be, forks none.
    code = (
        "import os; from section55 import workers; workers.cores = lambda: 2; "
        "print(workers.beside(os.getpid)(), os.getpid())"
    )
    environment = os.environ | {"PYTHONPATH": str(Path(workers.__file__).parents[1])}
    said = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True)
    there, here = said.stdout.split()
    assert there != here


def test_it_is_done_here_where_there_is_one_processor(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers, "cores", lambda: 1)
    assert workers.beside(os.getpid)() == os.getpid()


def test_it_is_done_here_where_its_process_dies(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers, "cores", lambda: 2)
    here = os.getpid()

    def ends_elsewhere() -> str:
        if os.getpid() != here:
            os._exit(1)
        return "done here"

    assert workers.beside(ends_elsewhere)() == "done here"


def test_what_fails_beside_fails_here(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers, "cores", lambda: 2)

    def fails() -> None:
        raise PermissionError("not readable")

    with pytest.raises(PermissionError, match="not readable"):
        workers.beside(fails)()
