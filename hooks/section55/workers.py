"""Work shared out to processes, where the system can fork one that has all that this one has: not on Windows or macOS.

There the work is done here, one piece after another, with the same result: what an office has is done in seconds.
"""

import contextlib
import gc
import multiprocessing
import os
import signal
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from multiprocessing.connection import Connection
from typing import TypeVar

T = TypeVar("T")
R = TypeVar("R")

WORTH_SHARING = 24
"""Pieces of work below which processes cost more than they save."""

_work: tuple[Callable, Sequence[Sequence]] | None = None
"""What the processes find when they are forked: what to do, and with what."""


def cores() -> int:
    """How many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _can_fork() -> bool:
    """Whether there is a processor for a forked process, and nothing that it could wait for.

    One that is forked while other threads run could wait for ever for what one of them holds.
    """
    return cores() > 1 and sys.platform == "linux" and threading.active_count() == 1


def beside(do: Callable[[], R]) -> Callable[[], R]:
    """Has something done in a process beside this one: what is returned waits for the result, and gives it once.

    Where that cannot be, or the process dies, it is done here when it is asked for.
    """
    if not _can_fork():
        return do
    context = multiprocessing.get_context("fork")
    receiver, sender = context.Pipe(duplex=False)
    process = context.Process(target=_send, args=(sender, do), daemon=True)
    process.start()
    sender.close()  # so that the end of the process ends what is received

    def result() -> R:
        with receiver:
            try:
                return receiver.recv()
            except EOFError:
                return do()
            finally:
                process.join()

    return result


def _send(sender: Connection, do: Callable[[], object]) -> None:
    # What interrupts the whole is told once, by the process that asked; a failure is met there again.
    with contextlib.suppress(KeyboardInterrupt, OSError):
        sender.send(do())


def shared_out(
    do: Callable[[Sequence[T]], R], batches: Sequence[Sequence[T]], *, is_worth_it: bool | None = None
) -> Iterator[tuple[int, R]]:
    """What `do` gives for each batch, with the batch's place among them, in the order in which they are done.

    is_worth_it: whether more than one batch is worth processes; None to judge by the number of pieces. A process that
    dies, or a batch that fails, ends the whole with its exception.
    """
    global _work
    if is_worth_it is None:
        is_worth_it = sum(len(batch) for batch in batches) >= WORTH_SHARING
    if len(batches) < 2 or not is_worth_it or not _can_fork():
        yield from enumerate(map(do, batches))
        return
    _work = do, batches
    # What is there stays: no process looks through it for garbage, nor copies it by doing so.
    gc.freeze()
    try:
        context = multiprocessing.get_context("fork")
        with ProcessPoolExecutor(min(cores(), len(batches)), context, initializer=_begin) as pool:
            futures = {pool.submit(_do, number): number for number in range(len(batches))}
            try:
                for future in as_completed(futures):
                    yield futures[future], future.result()
            except BaseException:
                pool.shutdown(wait=False, cancel_futures=True)
                for process in multiprocessing.active_children():  # none is waited for until its batch is done
                    process.terminate()
                raise
    finally:
        gc.unfreeze()
        _work = None


_is_working = _has_ended = False
"""Of a process of the pool."""


def _begin() -> None:
    gc.enable()
    for each in (signal.SIGINT, signal.SIGTERM):
        signal.signal(each, _end)
    sys.unraisablehook = _tell


def _tell(unraised: "sys.UnraisableHookArgs") -> None:
    """Tells what a finalizer could not raise, but for the end, which is known."""
    if unraised.exc_type is not KeyboardInterrupt:
        sys.__unraisablehook__(unraised)


def _end(*_signal: object) -> None:
    """Has a process leave its work in order, do no more, and wait for the pool to end it."""
    global _has_ended
    _has_ended = True
    if _is_working:
        raise KeyboardInterrupt


def _do(number: int) -> object:
    global _is_working
    assert _work is not None
    do, batches = _work
    _is_working = True
    try:
        if _has_ended:
            raise KeyboardInterrupt
        return do(batches[number])
    finally:
        _is_working = False
