"""Front matter → values and their places, strictly.

python-frontmatter says where a front matter begins and ends; PyYAML reads it into events, from which the values are
built here, since both accept in silence what must not pass: a block without an end, a key that stands twice, `no`
read as False, `12:30` as 750. Every scalar stays the text that its author wrote (see `records.fields.Unquoted`).
"""

import re
from bisect import bisect
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice
from typing import Any, NamedTuple

import yaml
from frontmatter.default_handlers import YAMLHandler
from section55.reading.pasted import has_unseen, plain, seen, unseen, with_plain_hyphens
from section55.reading.problems import START, Place, Problem
from section55.reading.stops import without
from section55.records.fields import Path, Unquoted

MOST_LEVELS = 12
"""How deep lists and mappings may nest; records need five."""

MOST_STOPS = 20
"""How many facts, or lines between them, may keep others from being read before a file is left to a person."""

MOST_TO_READ_AGAIN = 100_000
"""The length, in characters, of a front matter that is read again without such a fact."""

MOST_LINES_THAT_GO_ON = 60
"""How many lines of facts may follow a line of hyphens that was put between facts by mistake."""

_PASSED = "?\n"
"""What stands in a path for a key whose value is read past. Nothing else is this very string."""

_BOUNDARY = YAMLHandler.FM_BOUNDARY
_FACT = re.compile(r" *(?P<key>[\w/-]+):(?=\s|$)")
_BELONGS = re.compile(r" +\S|- ")
"""What a line begins with that belongs to the fact above it."""
_NO_FACT = re.compile(r"##|>|\d+\. ")
"""What a line of a text begins with, and no line of facts."""
_LINE = re.compile(r"[^\n]*\n|[^\n]+")
_RESOLVER = yaml.resolver.Resolver()
_READ_AS = {
    "tag:yaml.org,2002:bool": "yes-or-no",
    "tag:yaml.org,2002:int": "number",
    "tag:yaml.org,2002:float": "number",
    "tag:yaml.org,2002:timestamp": "date",
    "tag:yaml.org,2002:merge": "merge",
    "tag:yaml.org,2002:value": "value",
}
# What is opened and never closed, or is no key, is mended where it begins; YAML notices later, maybe far below.
_BEGINS_AT_CONTEXT = {
    "while scanning a quoted scalar",
    "while scanning a simple key",
    "while parsing a flow sequence",
    "while parsing a flow mapping",
    "while scanning an alias",
    "while scanning an anchor",
    "while scanning a directive",
    "while scanning a tag",
    "while scanning a block scalar",
}
_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass
class FrontMatter:
    """What a file's front matter holds.

    values: mappings, lists, text, Unquoted and None; places: of each value, under its path of keys and indexes;
    keys: of each key, under the path of its value; body_line: the line on which the text after it begins. The place of
    the whole, under the path (), is its opening line: what is missing has no better one.

    is_read: whether it holds facts, maybe none; lost: the paths of facts that could not be read, and of mappings that
    may hold more than could be read, so that what is not there may not be missing.
    """

    values: dict[str, Any] = field(default_factory=dict)
    places: dict[Path, Place] = field(default_factory=dict)
    keys: dict[Path, Place] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    body: str = ""
    body_line: int = 1
    is_read: bool = False
    lost: set[Path] = field(default_factory=set)

    def place(self, path: Path) -> Place:
        """The place of the value at `path`, or of the nearest value around it that the file has."""
        while path not in self.places and path:
            path = path[:-1]
        return self.places.get(path, START)

    def value(self, path: Path) -> Any:
        """The value at a path of keys and indexes; None where the file has none."""
        value: Any = self.values
        for part in path:
            try:
                value = value[part]
            except (KeyError, IndexError, TypeError):
                return None
        return value

    def key(self, path: Path) -> Place:
        """The place of the key of the value at `path`; of the value itself where it has no key."""
        return self.keys.get(path) or self.place(path)

    def drop(self, entries: Collection[Path]) -> None:
        """Takes entries of lists away, so that the places of those after them are found under their new indexes."""
        if not entries:
            return
        before: dict[Path, list[int]] = {}
        for *around, index in sorted(entries):
            before.setdefault(tuple(around), []).append(index)
        self.places = dict(self._moved(self.places, before))
        self.keys = dict(self._moved(self.keys, before))

    @staticmethod
    def _moved(places: dict[Path, Place], dropped: dict[Path, list[int]]) -> Iterator[tuple[Path, Place]]:
        for path, place in places.items():
            moved: Path = ()
            for depth, part in enumerate(path):
                gone = dropped.get(path[:depth], ())
                if part in gone:
                    break
                moved += (part - bisect(gone, part),) if gone else (part,)
            else:
                yield moved, place


def read_front_matter(text: str, keys: Collection[str] = ()) -> FrontMatter:
    """The front matter of a file's text. What is wrong with it is in its `problems`; it never raises.

    keys: those that facts of this kind of record have. Where facts go on below the line of hyphens that ends them, that
    line is a mistake: they are read as if it were not there.
    """
    as_written, text = text, with_plain_hyphens(text)
    if not (first := _BOUNDARY.match(text)):
        place = _line_place(text, 1)
        return FrontMatter(problems=[Problem("no-front-matter", place)], places={(): place}, body=text)
    if not (last := _BOUNDARY.search(text, first.end())):
        return FrontMatter(problems=[Problem("unclosed-front-matter", _line_place(text, 1))], places={(): START})
    facts = text[first.end() : last.start()]
    end = last.end()
    strays: list[Problem] = []
    while len(strays) < MOST_STOPS and (more := _more_facts(text, end, frozenset(keys))):
        stray, number = text.count("\n", 0, last.start()) + 1, text.count("\n", 0, more.start) + 1
        told = {"line": stray, "more": number, "last": 0 if more.closing else text.count("\n", 0, more.end - 1) + 1}
        strays.append(Problem("facts-go-on", Place(stray, 1, stray, len(last[0].rstrip()) + 1), told))
        facts += "\n" * last[0].count("\n") + text[end : more.end]
        end = more.closing.end() if more.closing else more.end
        if not more.closing:
            break
        last = more.closing
    yaml_text, pasted = plain(facts)
    yaml_text, left_out = seen(yaml_text)
    lines_before = text.count("\n", 0, first.end())
    result = _read(yaml_text, lines_before, left_out)
    pasted = [replace(each, place=each.place.lower(lines_before)) for each in pasted]
    # A space that is none can hide where its line belongs, which YAML may notice on the next: that is one mistake.
    told = {line for each in pasted for line in (each.place.line, each.place.line + 1)}
    result.problems = [each for each in result.problems if each.rule != "yaml-syntax" or each.place.line not in told]
    result.problems += pasted + strays
    result.places[()] = _line_place(text, 1)
    result.body = text[end:]
    result.body_line = text.count("\n", 0, end) + 1
    if has_unseen(as_written):
        lines = as_written.split("\n")
        result.problems += unseen("\n".join(lines[: result.body_line - 1]))
        result.body = "\n".join([result.body.partition("\n")[0], *lines[result.body_line :]])
    return result


class _More(NamedTuple):
    """Facts below the line of hyphens that ends the facts: from where to where, and such a line that ends them too."""

    start: int
    end: int
    closing: re.Match[str] | None


def _more_facts(text: str, ended: int, keys: frozenset[str]) -> _More | None:
    """The facts that go on where they should have ended; None where the text begins there."""
    lines = list(islice(_LINE.finditer(text, ended), MOST_LINES_THAT_GO_ON)) if keys else []
    words = [line for line in lines if line[0].strip()]
    # The first is a known key, or stands above one: it is misspelt, or chosen by its author, such as an item's id.
    begin = [fact["key"] if (fact := _FACT.match(line[0])) else None for line in words[:2]]
    if not begin or begin[0] is None or keys.isdisjoint(begin):
        return None
    closing = _BOUNDARY.search(text, ended)
    if closing and text.count("\n", ended, closing.start()) <= MOST_LINES_THAT_GO_ON:
        between = (line[0] for line in words if line.start() < closing.start())
        if not any(map(_NO_FACT.match, between)):
            return _More(words[0].start(), closing.start(), closing)
    end, goes_on = ended, True
    for line in lines:
        fact = _FACT.match(line[0])
        if not line[0].strip():
            goes_on = end == ended
        elif (goes_on and (fact or _BELONGS.match(line[0]))) or (fact and (line[0][0] == " " or fact["key"] in keys)):
            end, goes_on = line.end(), True
        else:
            break
    return _More(words[0].start(), end, None)


def _read(text: str, lines_before: int, left_out: Mapping[int, Sequence[int]]) -> FrontMatter:
    """Reads the facts. Where one keeps those after it from being read, it is lost, and the others are read.

    left_out: by line of the text, from 0, the columns at which a character was left out of what the file holds.
    """
    stops: list[Problem] = []
    lost: set[Path] = set()
    while True:
        result = FrontMatter()
        builder = _Builder(result, lines_before, left_out)
        stop = builder.build(text)
        if stop is None:
            break
        if not stops or stop.place.line > stops[-1].place.line:
            stops.append(stop)
            if len(stops) < MOST_STOPS and len(text) < MOST_TO_READ_AGAIN:
                if rest := without(text, stop.place.line - lines_before - 1, builder.begun):
                    text, names = rest
                    lost |= names
                    continue
        result = FrontMatter()  # nobody can tell what belongs to what
        break
    result.problems += stops
    result.lost |= lost
    return result


class _Builder:
    """Builds values from YAML's events, without recursion, so that no depth can exhaust the stack."""

    def __init__(self, result: FrontMatter, lines_before: int, left_out: Mapping[int, Sequence[int]]) -> None:
        self.result = result
        self.lines_before = lines_before
        self.left_out = left_out
        self.stack: list[dict[str, Any] | list[Any]] = []
        self.paths: list[Path] = []
        self.pending: list[str | None] = []  # the key that waits for its value, one for each that is open
        self.latest: list[tuple[Path, int, int] | None] = []  # the key that was read last, one for each that is open
        self.merged: set[int] = set()  # the identities of those of which there is more under a key that stands twice

    @property
    def begun(self) -> list[tuple[Path, int, int]]:
        """The facts that reading has come to, the outermost first: their paths, and their keys' lines and columns."""
        return [each for each in self.latest if each]

    def build(self, text: str) -> Problem | None:
        """Builds what the text holds, or what stands above the problem that is given."""
        top: Any = None
        top_place = START
        try:
            for event in yaml.parse(text, Loader=_Loader):
                match event:
                    case yaml.AliasEvent():
                        return self._problem("yaml-alias", event)
                    case yaml.ScalarEvent() | yaml.SequenceStartEvent() | yaml.MappingStartEvent():
                        if event.anchor is not None:
                            return self._problem("yaml-alias", event)
                        if event.tag is not None:
                            return self._problem("yaml-tag", event, tag=event.tag)
                        if len(self.stack) >= MOST_LEVELS:
                            return self._problem("too-deep", event, limit=MOST_LEVELS)
                        outermost = not self.stack
                        value = self._open(event)
                        if outermost:
                            top, top_place = value, self._place(event)
                    case yaml.SequenceEndEvent() | yaml.MappingEndEvent():
                        self._close(event)
                    case yaml.DocumentStartEvent() if event.explicit:
                        return self._problem("second-document", event)
        except yaml.MarkedYAMLError as error:
            begins = error.context in _BEGINS_AT_CONTEXT and "tab" not in (error.problem or "") and error.context_mark
            mark = begins or error.problem_mark or error.context_mark
            place = self._at(mark.line, mark.column) if mark else START
            return Problem("yaml-syntax", place, {"problem": error.problem or "", "context": error.context or ""})
        except yaml.YAMLError as error:  # a character that YAML does not allow
            return Problem("yaml-syntax", START, {"problem": str(error), "context": ""})
        if top is None or isinstance(top, dict):
            self.result.values = top or {}
            self.result.is_read = True
        else:
            self.result.problems.append(Problem("not-a-mapping", top_place))
        return None

    def _open(self, event: yaml.Event) -> Any:
        match event:
            case yaml.ScalarEvent():
                value: Any = _scalar(event)
            case yaml.SequenceStartEvent():
                value = []
            case _:
                value = {}
        is_key = bool(self.stack) and isinstance(self.stack[-1], dict) and self.pending[-1] is None
        if is_key:
            self._key(value, event)
            if isinstance(value, str) or value is None:
                return value
            # A key that is itself a list or mapping: reported; what it holds is read past.
            path: Path = (*self.paths[-1], _PASSED)
        elif not self.stack:
            path = ()
        else:
            path, value = self._put(value, event)
        if isinstance(value, (dict, list)):
            self.stack.append(value)
            self.paths.append(path)
            self.pending.append(None)
            self.latest.append(None)
        return value

    def _key(self, value: Any, event: yaml.Event) -> None:
        place = self._place(event)
        if not isinstance(value, str):
            self.result.problems.append(self._problem("key-not-text", event))
            self.result.lost.add(self.paths[-1])
            self.pending[-1] = _PASSED
            return
        key = str(value)
        path = (*self.paths[-1], key)
        if key in self.stack[-1]:
            first = self.result.keys[path]
            if id(self.stack[-1]) not in self.merged:  # else the key around it is reported
                self.result.problems.append(Problem("duplicate-key", place, {"key": key, "first_line": first.line}))
        else:
            self.result.keys[path] = place
        self.pending[-1] = key
        self.latest[-1] = path, event.start_mark.line, event.start_mark.column

    def _put(self, value: Any, event: yaml.Event) -> tuple[Path, Any]:
        """Puts a value where it belongs, and gives its path and what is put there.

        Under a key that stands twice the first value holds; of two lists, or two mappings, one is made.
        """
        container = self.stack[-1]
        if isinstance(container, list):
            path = (*self.paths[-1], len(container))
            container.append(value)
        else:
            key = self.pending[-1]
            self.pending[-1] = None
            if key is _PASSED:
                return (*self.paths[-1], _PASSED), value
            path = (*self.paths[-1], key)
            if key in container:
                first = container[key]
                if type(first) is not type(value) or not isinstance(first, (dict, list)):
                    return (*self.paths[-1], _PASSED), value
                self.merged.add(id(first))
                return path, first
            container[key] = value
        self.result.places[path] = self._place(event)
        return path, value

    def _close(self, event: yaml.Event) -> None:
        closed = self.stack.pop()
        self.pending.pop()
        self.latest.pop()
        path = self.paths.pop()
        start = self.result.places.get(path)
        if start and path and id(closed) not in self.merged:
            end = self._place(event)
            self.result.places[path] = Place(start.line, start.column, end.end_line, end.end_column)

    def _problem(self, rule: str, event: yaml.Event, **facts: Any) -> Problem:
        return Problem(rule, self._place(event), facts)

    def _place(self, event: yaml.Event) -> Place:
        start, end = event.start_mark, event.end_mark
        return Place(
            *(start.line + 1 + self.lines_before, self._column(start.line, start.column)),
            *(end.line + 1 + self.lines_before, self._column(end.line, end.column)),
        )

    def _at(self, line: int, column: int) -> Place:
        column = self._column(line, column)
        return Place(line + 1 + self.lines_before, column, line + 1 + self.lines_before, column + 1)

    def _column(self, line: int, column: int) -> int:
        """The column in the file, from 1, of one of the text, from 0."""
        for left_out in self.left_out.get(line, ()):
            if left_out > column:
                break
            column += 1
        return column + 1


def _scalar(event: yaml.ScalarEvent) -> str | None:
    if not event.implicit[0]:  # in quotes, or a block of text
        return event.value
    tag = _RESOLVER.resolve(yaml.ScalarNode, event.value, (True, False))
    if tag == "tag:yaml.org,2002:null":
        return None
    if read_as := _READ_AS.get(tag):
        if read_as == "number" and ":" in event.value:
            read_as = "time"
        return Unquoted(event.value, read_as)
    return event.value


def _line_place(text: str, line: int) -> Place:
    first = re.match(r"[^\n]*", text)
    return Place(line, 1, line, (len(first[0]) if first else 0) + 1)
