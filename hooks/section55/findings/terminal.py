"""What the terminal can do: colours, and how wide it is."""

import os
import shutil
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TextIO


def _plain(text: str) -> str:
    return text


def _painted(code: str) -> Callable[[str], str]:
    return lambda text: f"\033[{code}m{text}\033[0m"


@dataclass(frozen=True)
class Ink:
    """How parts of a message are set apart. Nothing is said by colour alone."""

    error: Callable[[str], str] = _plain
    warning: Callable[[str], str] = _plain
    bold: Callable[[str], str] = _plain
    faint: Callable[[str], str] = _plain
    added: Callable[[str], str] = _plain
    removed: Callable[[str], str] = _plain


PLAIN = Ink()
COLOURED = Ink(*(_painted(code) for code in ("1;31", "1;33", "1", "36", "32", "31")))
"""From the sixteen colours that every terminal has, in its own shades: readable on a dark and a light ground."""


def ink_for(stream: TextIO, environment: Mapping[str, str] = os.environ) -> Ink:
    """Colours where `stream` is a terminal that has them, and nobody has asked to do without (https://no-color.org)."""
    if environment.get("NO_COLOR") or environment.get("TERM") == "dumb" or not stream.isatty():
        return PLAIN
    return COLOURED if os.name != "nt" or _windows_obeys() else PLAIN


def columns_of(stream: TextIO, otherwise: int) -> int:
    """How wide the terminal is; `otherwise` where the stream is none."""
    return shutil.get_terminal_size((otherwise, 24)).columns if stream.isatty() else otherwise


def _windows_obeys() -> bool:
    """Asks the console of Windows to obey colour codes, which it does not of itself; whether it will."""
    if sys.platform != "win32":
        return False
    import ctypes

    kernel = ctypes.windll.kernel32
    console = kernel.GetStdHandle(-11)  # standard output
    mode = ctypes.c_ulong()
    # 4: ENABLE_VIRTUAL_TERMINAL_PROCESSING
    return bool(kernel.GetConsoleMode(console, ctypes.byref(mode)) and kernel.SetConsoleMode(console, mode.value | 4))
