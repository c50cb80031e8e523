"""What was read before, kept in a file, so that a record which did not change is not read, converted and checked again.

A record is found by what its files hold, and never by a time. Its parts are kept apart: for what is made of a change of
one record, the facts of all are needed, and the texts of few. A file that cannot be used is as good as none.
"""

import contextlib
import os
import pickle
import sqlite3
from collections.abc import Collection, Iterable, Iterator, Sequence
from pathlib import Path

PARTS = ("facts", "source", "text")
"""What is kept of a record, apart from each other: columns of the table, and names of what is loaded."""

_SPARE = 3
"""How many times as many records may be kept as were used last: those of other folders, and of other branches."""

Parts = tuple[bytes, bytes, bytes]
"""The parts of a record, pickled, in the order of PARTS."""


class Store:
    """The file at `path`, of which only what this very program wrote counts: `program` is its digest."""

    def __init__(self, path: Path, program: str) -> None:
        self.path = path
        self.program = program
        self._opened: tuple[int, sqlite3.Connection] | None = None

    def facts(self, keys: Sequence[str]) -> dict[str, bytes]:
        """The facts that are kept of the records with some keys."""
        return self._kept("SELECT key, facts FROM kept", keys)

    def looked(self, keys: Sequence[str]) -> dict[str, bytes]:
        """What is kept under some keys of what rules found."""
        return self._kept("SELECT key, found FROM looked", keys)

    def _kept(self, select: str, keys: Sequence[str]) -> dict[str, bytes]:
        kept: dict[str, bytes] = {}
        with contextlib.suppress(sqlite3.Error, OSError):
            connection = self._connection()
            for start in range(0, len(keys), 500):
                some = keys[start : start + 500]
                kept |= dict(connection.execute(f"{select} WHERE key IN ({','.join('?' * len(some))})", some))
        return kept

    def part(self, key: str, part: str) -> object:
        """A part of a record that was kept. Raises KeyError where it is not there any more."""
        row = (
            self._connection().execute(f"SELECT {PARTS[PARTS.index(part)]} FROM kept WHERE key = ?", (key,)).fetchone()
        )
        if row is None:
            raise KeyError(f"{self.path} was changed by another command meanwhile; run this one again")
        return pickle.loads(row[0])

    def keep(self, records: Iterable[tuple[str, Parts]]) -> bool:
        """Keeps records; whether that worked."""
        try:
            with self._connection() as connection:
                connection.executemany("INSERT OR REPLACE INTO kept VALUES (?, ?, ?, ?)", _rows(records))
        except (sqlite3.Error, OSError):
            return False
        return True

    def keep_looked(self, found: Iterable[tuple[str, bytes]]) -> None:
        """Keeps what rules found."""
        with contextlib.suppress(sqlite3.Error, OSError), self._connection() as connection:
            connection.executemany("INSERT OR REPLACE INTO looked VALUES (?, ?)", found)

    def forget_all_but(self, used: Collection[str]) -> None:
        """Makes room, where many more records are kept than were used."""
        self._forget("kept", used)

    def forget_looked_but(self, used: Collection[str]) -> None:
        """The same for what rules found."""
        self._forget("looked", used)

    def _forget(self, table: str, used: Collection[str]) -> None:
        with contextlib.suppress(sqlite3.Error, OSError):
            connection = self._connection()
            (number,) = connection.execute(f"SELECT count(*) FROM {table}").fetchone()
            if number > _SPARE * len(used) + 1000:
                with connection:
                    connection.execute("CREATE TEMP TABLE used (key TEXT PRIMARY KEY)")
                    connection.executemany("INSERT OR IGNORE INTO used VALUES (?)", ((key,) for key in used))
                    connection.execute(f"DELETE FROM {table} WHERE key NOT IN (SELECT key FROM used)")
                    connection.execute("DROP TABLE used")
                connection.execute("VACUUM")

    def _connection(self) -> sqlite3.Connection:
        """The file, opened by this process: an opened one must not be carried into another."""
        if self._opened is None or self._opened[0] != os.getpid():
            self.path.parent.mkdir(parents=True, exist_ok=True)
            self._opened = os.getpid(), self._open()
        return self._opened[1]

    def _open(self) -> sqlite3.Connection:
        for attempt in (1, 2):
            try:
                connection = sqlite3.connect(self.path, timeout=30, check_same_thread=False)
                connection.execute("PRAGMA synchronous = OFF")  # what a power cut breaks is read anew
                with connection:
                    connection.execute("CREATE TABLE IF NOT EXISTS program (digest TEXT)")
                    if connection.execute("SELECT digest FROM program").fetchall() != [(self.program,)]:
                        connection.execute("DROP TABLE IF EXISTS kept")
                        connection.execute("DROP TABLE IF EXISTS looked")
                        connection.execute("DELETE FROM program")
                        connection.execute("INSERT INTO program VALUES (?)", (self.program,))
                    columns = ", ".join(f"{part} BLOB" for part in PARTS)
                    connection.execute(f"CREATE TABLE IF NOT EXISTS kept (key TEXT PRIMARY KEY, {columns})")
                    connection.execute("CREATE TABLE IF NOT EXISTS looked (key TEXT PRIMARY KEY, found BLOB)")
                return connection
            except sqlite3.DatabaseError:
                if attempt == 2:
                    raise
                self.path.unlink(missing_ok=True)
        raise AssertionError("the second attempt returns or raises")


def _rows(records: Iterable[tuple[str, Parts]]) -> Iterator[tuple[str, bytes, bytes, bytes]]:
    return ((key, *parts) for key, parts in records)
