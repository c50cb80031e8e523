"""One build's making of outputs: those whose keys are as the last build left them are kept."""

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from itertools import groupby
from pathlib import Path

from section55.digests import digest
from section55.progress import Quiet
from section55.publishing.leavings import Files, Leavings, Made
from section55.publishing.outputs import Output
from section55.workers import beside, cores, shared_out

_BATCH = 48
"""How many outputs of one group are made in one go: more cannot be shared out, fewer read the same texts again."""


class Publication:
    """What a build publishes. Make outputs, in as many calls as there are stages, and then `switch` the site.

    Nothing else may touch the site from when this is made.
    """

    def __init__(self, leavings: Leavings, progress: Quiet | None = None) -> None:
        self.leavings = leavings
        self.progress = progress or Quiet()
        self.now = Made()
        self._new: list[str] = []
        self._seen = beside(leavings.sizes)  # tens of thousands of files are looked at while records are read

    @cached_property
    def _there(self) -> Mapping[str, int]:
        """The size of each file that is there, by path."""
        return self._seen()

    @cached_property
    def before(self) -> Made:
        """What the last build made and is still there."""
        return self.leavings.made(self._there)

    def make(self, stage: str, outputs: Iterable[Output], *, each_alone: bool = False) -> None:
        """Makes what is not as it was; `each_alone`: each takes seconds, and is worth a process of its own.

        Raises ValueError where two outputs have one name or one file.
        """
        stale: list[Output] = []
        for output in outputs:
            if output.name in self.now.outputs:
                raise ValueError(f"two outputs are named {output.name}")
            kept = self.before.outputs.get(output.name)
            if kept and kept[0] == output.key:
                self.now.outputs[output.name] = kept
            else:
                self.now.outputs[output.name] = (output.key, {})
                stale.append(output)
        if not stale:
            return
        with self.progress.stage(stage, len(stale)) as progress:
            size = 1 if each_alone else min(_BATCH, -(-len(stale) // cores()))
            for _, made in shared_out(self._make, list(_batches(stale, size)), is_worth_it=each_alone or None):
                for name, files in made.items():
                    self.now.outputs[name] = (self.now.outputs[name][0], files)
                    self._new += files
                progress.done(len(made))

    def _make(self, outputs: Sequence[Output]) -> dict[str, Files]:
        """Writes what some outputs make among what is new; the files of each, by its name."""
        made: dict[str, Files] = {}
        for output in outputs:
            files: dict[str, tuple[int, str]] = {}
            for path, content in output.make():
                _write(self.leavings.next, path, content)
                files[path] = len(content), digest(content)
            made[output.name] = files
        return made

    def take(self, folder: Path, key: str) -> None:
        """Takes the files that the engine has written into a folder among what is new, as one output."""
        files = {
            path.relative_to(self.leavings.next).as_posix(): (path.stat().st_size, "")
            for path in sorted(folder.rglob("*"))
            if path.is_file()
        }
        self.now.outputs[key] = key, files
        self._new += files

    def switch(self, still: Iterable[str] = ()) -> None:
        """Switches the site: to what was made up to now, with what was kept. More can be made, and switched in, then.

        still: names of outputs that are left as they were, since their turn comes later.
        """
        made = Made({name: self.before.outputs[name] for name in still} | self.now.outputs)
        with self.progress.stage("Putting the site in its place"):
            self.leavings.switch(made, self._new, self._there)
        self._new, self._there = [], made.sizes()


def _write(folder: Path, path: str, content: bytes) -> None:
    """Writes a new file, in folders that are made for it."""
    try:
        with open(folder / path, "xb") as file:
            file.write(content)
    except FileExistsError:
        raise ValueError(f"{path} is made twice") from None
    except FileNotFoundError:
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        _write(folder, path, content)


def _batches(outputs: list[Output], size: int) -> Iterable[list[Output]]:
    """Outputs in batches of about a size, those of one group together as far as that goes."""
    batch: list[Output] = []
    for _group, members in groupby(sorted(outputs, key=lambda output: output.group), lambda output: output.group):
        for output in members:
            batch.append(output)
            if len(batch) >= size:
                yield batch
                batch = []
    if batch:
        yield batch
