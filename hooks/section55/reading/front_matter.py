"""Front matter → values and their places, strictly.

python-frontmatter says where a front matter begins and ends; PyYAML reads it into events, from which the values are
built here, since both accept in silence what must not pass: a block without an end, a key that stands twice, `no`
read as False, `12:30` as 750. Every scalar stays the text that its author wrote (see `records.fields.Unquoted`).
"""

import re
from dataclasses import dataclass, field
from typing import Any

import yaml
from frontmatter.default_handlers import YAMLHandler

from section55.reading.problems import START, Place, Problem
from section55.records.fields import Unquoted

Path = tuple[str | int, ...]

MOST_LEVELS = 12
"""How deep lists and mappings may nest; records need five."""

_BOUNDARY = YAMLHandler.FM_BOUNDARY
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
    """

    values: dict[str, Any] = field(default_factory=dict)
    places: dict[Path, Place] = field(default_factory=dict)
    keys: dict[Path, Place] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    body: str = ""
    body_line: int = 1

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


def read_front_matter(text: str) -> FrontMatter:
    """The front matter of a file's text. What is wrong with it is in its `problems`; it never raises."""
    if not (first := _BOUNDARY.match(text)):
        place = _line_place(text, 1)
        return FrontMatter(problems=[Problem("no-front-matter", place)], places={(): place}, body=text)
    if not (last := _BOUNDARY.search(text, first.end())):
        return FrontMatter(problems=[Problem("unclosed-front-matter", _line_place(text, 1))], places={(): START})
    yaml_text = text[first.end() : last.start()]
    lines_before = text.count("\n", 0, first.end())
    result = FrontMatter(
        places={(): _line_place(text, 1)}, body=text[last.end() :], body_line=text.count("\n", 0, last.end()) + 1
    )
    _Builder(result, lines_before).build(yaml_text)
    return result


class _Builder:
    """Builds values from YAML's events, without recursion, so that no depth can exhaust the stack."""

    def __init__(self, result: FrontMatter, lines_before: int) -> None:
        self.result = result
        self.lines_before = lines_before
        self.stack: list[dict[str, Any] | list[Any]] = []
        self.paths: list[Path] = []
        self.pending: list[tuple[str, Place] | None] = []  # the key that waits for its value, a mapping's place each

    def build(self, text: str) -> None:
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
            facts = {"problem": error.problem or "", "context": error.context or ""}
            self.result.problems.append(Problem("yaml-syntax", place, facts))
        except yaml.YAMLError as error:  # a character that YAML does not allow
            self.result.problems.append(Problem("yaml-syntax", START, {"problem": str(error), "context": ""}))
        else:
            if isinstance(top, dict):
                self.result.values = top
            elif top is not None:
                self.result.problems.append(Problem("not-a-mapping", top_place))

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
            path: Path = (*self.paths[-1], "?")
        elif not self.stack:
            path = ()
        else:
            path = self._put(value, event)
        if isinstance(value, (dict, list)):
            self.stack.append(value)
            self.paths.append(path)
            self.pending.append(None)
        return value

    def _key(self, value: Any, event: yaml.Event) -> None:
        place = self._place(event)
        if not isinstance(value, str):
            self._problem("key-not-text", event)
            self.pending[-1] = ("?", place)
            return
        key = str(value)
        path = (*self.paths[-1], key)
        if key in self.stack[-1]:
            first = self.result.keys[path]
            self.result.problems.append(Problem("duplicate-key", place, {"key": key, "first_line": first.line}))
        else:
            self.result.keys[path] = place
        self.pending[-1] = (key, place)

    def _put(self, value: Any, event: yaml.Event) -> Path:
        container = self.stack[-1]
        if isinstance(container, list):
            path = (*self.paths[-1], len(container))
            container.append(value)
        else:
            key, _ = self.pending[-1] or ("?", START)
            path = (*self.paths[-1], key)
            container[key] = value
            self.pending[-1] = None
        self.result.places[path] = self._place(event)
        return path

    def _close(self, event: yaml.Event) -> None:
        self.stack.pop()
        self.pending.pop()
        path = self.paths.pop()
        start = self.result.places.get(path)
        if start and path:
            end = self._place(event)
            self.result.places[path] = Place(start.line, start.column, end.end_line, end.end_column)

    def _problem(self, rule: str, event: yaml.Event, **facts: Any) -> None:
        self.result.problems.append(Problem(rule, self._place(event), facts))

    def _place(self, event: yaml.Event) -> Place:
        start, end = event.start_mark, event.end_mark
        return Place(
            start.line + 1 + self.lines_before, start.column + 1, end.line + 1 + self.lines_before, end.column + 1
        )

    def _at(self, line: int, column: int) -> Place:
        line += 1 + self.lines_before
        return Place(line, column + 1, line, column + 2)


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
