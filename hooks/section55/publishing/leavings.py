"""What a build leaves for the next one, in a hidden folder beside the site, and how the next one takes the site over.

The new files are all made in `next/` first. Only then are they moved into the site, and what is no longer of it is
removed: moves that a journal lists, so that a build which is killed between two of them is finished by the next one.
"""

import contextlib
import json
import os
import shutil
from collections.abc import Iterable, Mapping
from pathlib import Path

from section55.publishing.outputs import SEARCHED, SITE

_FORM = 3
"""Of what is left; what another version of this program left in another form is passed by."""


Files = Mapping[str, tuple[int, str]]
"""The size and the digest of each of some files, by path."""


class Made:
    """What a build made: by output its key and its files."""

    def __init__(self, outputs: Mapping[str, tuple[str, Files]] | None = None) -> None:
        self.outputs = dict(outputs or {})

    def files(self) -> list[str]:
        """The files of the site, by their paths from its root."""
        begin = f"{SITE}/"
        return [
            path.removeprefix(begin) for _, files in self.outputs.values() for path in files if path.startswith(begin)
        ]

    def sizes(self) -> dict[str, int]:
        """The size of each file, by path."""
        return {path: size for _, files in self.outputs.values() for path, (size, _digest) in files.items()}

    def counted(self) -> tuple[int, int, int]:
        """How many pages and files the site has, and how many bytes."""
        sizes = {path: size for path, size in self.sizes().items() if path.startswith(f"{SITE}/")}
        return sum(path.endswith(".html") for path in sizes), len(sizes), sum(sizes.values())


class Leavings:
    """The folder beside a site. `site` is where the site stands."""

    def __init__(self, site: Path) -> None:
        self.site = Path(os.path.abspath(site))
        self.folder = self.site.parent / f".{self.site.name}.leavings"
        self.next = self.folder / "next"
        self.texts = self.folder / "texts.sqlite"
        self.templates = self.folder / "templates"
        self._manifest = self.folder / "made.json"
        self._next_manifest = self.next / "made.json"
        self._journal = self.folder / "switch.json"

    def begin(self) -> None:
        """Finishes what a killed build began to switch in, and makes room for the next."""
        self.folder.mkdir(parents=True, exist_ok=True)
        self._finish()
        (self.next / SITE).mkdir(parents=True)

    def forget(self) -> None:
        """Has the next build make everything."""
        for path in (self._manifest, self.texts):
            path.unlink(missing_ok=True)
        shutil.rmtree(self.templates, ignore_errors=True)

    def sizes(self) -> dict[str, int]:
        """The size of each file that is there, by path."""
        return {path: size for tree in (SITE, SEARCHED) for path, size in _sizes(self._top(tree), tree).items()}

    def made(self, there: Mapping[str, int]) -> Made:
        """What the last build made, as far as its files are there in their size; nothing after one that was cut off.

        there: the sizes of the files that are there.
        """
        manifest = _read(self._manifest) or {}
        return Made(
            {
                name: (key, files)
                for name, (key, files) in manifest.items()
                if all(there.get(path) == size for path, (size, _digest) in files.items())
            }
        )

    def _top(self, tree: str) -> Path:
        return self.site if tree == SITE else self.folder / tree

    def where(self, path: str) -> Path:
        """Where a file stands once the build is done, given its path that begins with its tree."""
        tree, _, rest = path.partition("/")
        return self._top(tree) / rest

    def _remove(self, path: str) -> None:
        """Removes a file of the last build, and the folders that it leaves empty."""
        where, top = self.where(path), self._top(path.partition("/")[0])
        where.unlink(missing_ok=True)
        for folder in where.parents:
            if folder == top or not _removed(folder):
                return

    def switch(self, made: Made, new: Iterable[str], there: Iterable[str]) -> None:
        """Puts the site in its place. made: all that it is; new: those of its files that stand in `next/`; there: the
        files that are there, of which those that were not made go.
        """
        self.next.mkdir(exist_ok=True)
        _write(self._next_manifest, {name: [key, files] for name, (key, files) in made.outputs.items()})
        _write(self._journal, {"move": sorted(new), "remove": sorted(set(there) - made.sizes().keys())})
        self._finish()

    def _finish(self) -> None:
        """Does what the journal says, or what is left of it."""
        journal = _read(self._journal)
        if journal is not None and self._next_manifest.exists():  # else all was moved before the build was killed
            self._manifest.unlink(missing_ok=True)
            self._move(journal["move"], journal["remove"])
            os.replace(self._next_manifest, self._manifest)
        self._journal.unlink(missing_ok=True)
        shutil.rmtree(self.next, ignore_errors=True)

    def _move(self, new: Iterable[str], old: Iterable[str]) -> None:
        for path in old:
            self._remove(path)
        for tree in (SITE, SEARCHED):  # where nothing stands, all moves at once
            with contextlib.suppress(OSError):
                os.rename(self.next / tree, self._top(tree))
        folders: set[Path] = set()
        for path in new:
            source, target = self.next / path, self.where(path)
            if target.parent not in folders:
                _make_folder(target.parent, self.site.parent)
                folders.add(target.parent)
            if source.exists():  # else it was moved before the build was killed
                _move(source, target)


def _sizes(folder: Path, tree: str) -> dict[str, int]:
    """The size of each file below a folder, by its path behind the tree's name; none for a folder that is not there."""
    sizes: dict[str, int] = {}
    waiting = [(str(folder), tree)]
    while waiting:
        inside, path = waiting.pop()
        with contextlib.suppress(FileNotFoundError, NotADirectoryError), os.scandir(inside) as entries:
            for entry in entries:
                if entry.is_dir(follow_symlinks=False):
                    waiting.append((entry.path, f"{path}/{entry.name}"))
                else:
                    sizes[f"{path}/{entry.name}"] = entry.stat(follow_symlinks=False).st_size
    return sizes


def _move(source: Path, target: Path) -> None:
    if target.is_dir() and not target.is_symlink():
        shutil.rmtree(target)
    try:
        os.replace(source, target)
    except OSError:  # the site is on another disk
        shutil.copyfile(source, target)


def _make_folder(folder: Path, top: Path) -> None:
    """Makes a folder, in the place of a file where one has its name."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except (FileExistsError, NotADirectoryError):
        for each in (folder, *folder.parents):
            if each == top:
                break
            if each.is_file() or each.is_symlink():
                each.unlink()
        folder.mkdir(parents=True, exist_ok=True)


def _removed(folder: Path) -> bool:
    try:
        folder.rmdir()
    except OSError:
        return False
    return True


def _read(path: Path) -> dict | None:
    """A file that was left; None where there is none, or none of this form."""
    try:
        data = json.loads(path.read_bytes())
    except (OSError, ValueError):
        return None
    if not isinstance(data, dict) or data.pop("form", None) != _FORM:
        return None
    return data


def _write(path: Path, data: Mapping) -> None:
    """Writes a file so that it is there whole or not at all; what a power cut leaves of it cannot be read."""
    draft = path.with_suffix(".draft")
    text = json.dumps({"form": _FORM, **data}, ensure_ascii=False, separators=(",", ":"))
    draft.write_text(text, encoding="utf-8", errors="surrogatepass")
    os.replace(draft, path)
