"""Work beside that of a build: its result is the same wherever it is done."""

import os

import pytest
from section55 import workers


def test_what_is_done_beside_gives_its_result() -> None:
    assert workers.beside(lambda: {"a": 1})() == {"a": 1}


def test_what_is_done_beside_is_done_while_the_rest_goes_on(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers, "cores", lambda: 2)
    result = workers.beside(os.getpid)
    assert result() != os.getpid() or not workers._can_fork()


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
