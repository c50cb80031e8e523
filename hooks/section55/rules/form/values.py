"""Rules of keys and values: what is missing, unknown, or not what its field holds."""

import difflib
import json
import re
from collections.abc import Iterable, Iterator
from typing import Any

from section55.findings import Severity
from section55.language.catalogue import N_
from section55.language.written_dates import readings
from section55.reading.content import Content, Document
from section55.reading.nesting import MOST_LEVELS
from section55.reading.problems import Place, Problem
from section55.records import Inspection, InspectionText, Response, ResponseText
from section55.records.fields import Record
from section55.records.schema import chosen_by_authors, example, field_at, fields, model_at
from section55.records.vocabulary import NOTHING_STATED
from section55.rules.brackets import with_commas
from section55.rules.form.syntax import KEY_ALONE, SET_IN_TOO_LITTLE, empty_keys, is_cut_off
from section55.rules.registry import Found, found, rule

ERROR = Severity.ERROR


@rule("S55-F12", "facts-wanted", ERROR)
def facts_wanted(document: Document, content: Content) -> Iterator[Found]:
    """The front matter must be facts, each with its key, and not a list or a sentence."""
    for problem in document.problems_of("not-a-mapping"):
        yield found(
            problem.place,
            N_("Between the two lines of hyphens stands no fact with a key."),
            N_("Each fact is a key, a colon, a space and its value, such as dated: 2023-09-04."),
        )


@rule("S55-F13", "missing-key", ERROR)
def missing_key(document: Document, content: Content) -> Iterator[Found]:
    """A record must have the facts without which it cannot be published rightly."""
    meant = {(path[:-1], near) for path, near in _misspelt(document)}
    for problem in document.problems_of("missing-key"):
        mapping = problem.facts["path"][: -1 if problem.facts["present"] else None]
        if (mapping, problem.facts["key"]) in meant:
            continue  # unknown-key says so
        help_, facts = _to_write(problem)
        yield found(
            problem.place,
            N_("“{field}” has no value.") if problem.facts["present"] else N_("“{field}” is missing."),
            help_,
            **problem.facts | facts,
        )
    set_in_too_little = {
        problem.facts["path"][:-1]
        for problem in document.problems_of("mapping-wanted")
        if _is_set_in_too_little(problem.facts["model"], problem.facts["path"])
    }
    for path, place in empty_keys(document):
        if path[:-1] in set_in_too_little:
            continue  # as its facts are, which wrong-value says
        if document.model and chosen_by_authors(document.model, path) and (inner := model_at(document.model, path)):
            first = next((each for each in fields(inner) if each.required), next(fields(inner)))
            yield found(
                place,
                N_("“{field}” has no value."),
                N_(
                    "Write its facts below it, set in by two more spaces, such as {key}: {value}; or take the line out."
                ),
                field=".".join(map(str, path)),
                key=first.key,
                value=next((word for word in first.words if word in NOTHING_STATED), first.default or first.example),
            )


def _to_write(problem: Problem) -> tuple[str, dict[str, str]]:
    """What to write where a key or its value is missing, and the facts of that sentence.

    Never a word that claims something of the document, as if it were the only one: whoever copies it may invent a fact.
    """
    facts = problem.facts
    path = facts["path"] if facts["present"] else (*facts["path"], facts["key"])
    field = field_at(facts["model"], path)
    words = field.words if field else ()
    example = json.loads(field.example) if field and field.example[:1] in ("[", "{") else None
    if field and field.is_list:
        entry = str(example[0] if example else words[0] if words else "…")
        return (
            N_(
                "Write {key}: and below it, each on a line of its own after “- ”, "
                "those of these that are true: {words}."
            )
            if words
            else N_("Write {key}: and below it each entry on a line of its own, such as - {entry}")
        ), {"words": ", ".join(words), "entry": entry}
    if words:
        nothing = next((word for word in words if word in NOTHING_STATED), "")
        others = ", ".join(word for word in words if word != nothing)
        return (
            N_("Write {key}: {nothing}, or what the document says: {others}.")
            if nothing
            else N_("Write {key}: and that of these words which is true: {others}.")
        ), {"nothing": nothing, "others": others}
    if isinstance(example, dict):
        inner, value = next(iter(example.items()))
        return (
            N_("Write {key}: and below it, set in by two spaces, a line such as {inner}: {value}"),
            {"inner": inner, "value": value},
        )
    return N_("Write a line such as {key}: {example}"), {"example": _example(facts["model"], facts["key"])}


@rule("S55-F14", "unknown-key", ERROR)
def unknown_key(document: Document, content: Content) -> Iterator[Found]:
    """A key must be one that records of this kind have."""
    for problem in document.problems_of("unknown-key"):
        original = {ResponseText: Response, InspectionText: Inspection}.get(problem.facts["model"])
        if original and len(problem.facts["path"]) == 1 and problem.facts["key"] in original.model_fields:
            continue  # fact-in-second-file says so
        if _is_below_a_key_alone(document.source.split("\n"), problem.place):
            yield found(
                problem.place,
                N_("There is no key “{key}” here."),
                N_(
                    "If it belongs to the line above, put two spaces before it and before each line that belongs to it."
                ),
                **problem.facts,
            )
        else:
            yield _no_key(problem.place, problem.facts["model"], problem.facts["path"], **problem.facts)
    # An empty key is one that was left out, and no problem of the record's. One that is unknown may be a slip.
    for path, place in empty_keys(document):
        if not document.model or chosen_by_authors(document.model, path) or is_cut_off(document, place):
            continue
        if path[-1] not in _known_keys(document.model, path[:-1]):
            yield _no_key(place, document.model, path, key=str(path[-1]), path=path, model=document.model)


def _is_below_a_key_alone(lines: list[str], place: Place) -> bool:
    """Whether the line above a key is one of its rank that has no value, and waits for one."""
    above = lines[place.line - 2]
    return bool(KEY_ALONE.match(above)) and len(above) - len(above.lstrip()) == place.column - 1


def _no_key(place: Place, model: type[Record], path: tuple[str | int, ...], /, **facts: Any) -> Found:
    known = _known_keys(model, path[:-1])
    near = difflib.get_close_matches(str(path[-1]), known, 1)
    return found(
        place,
        N_("There is no key “{key}” here."),
        N_("Did you mean “{near}”?") if near else N_("The keys are: {known}."),
        **facts | {"near": near[0] if near else "", "known": ", ".join(known)},
    )


def _misspelt(document: Document) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """The paths of unknown keys, with the known ones that they are nearest to."""
    for problem in document.problems_of("unknown-key"):
        path = problem.facts["path"]
        for near in difflib.get_close_matches(problem.facts["key"], _known_keys(problem.facts["model"], path[:-1]), 1):
            yield path, near


@rule("S55-F15", "unknown-word", ERROR)
def unknown_word(document: Document, content: Content) -> Iterator[Found]:
    """A value with a fixed set of words must be one of them."""
    for problem in document.problems_of("unknown-word"):
        words = [word.strip("' ") for word in problem.facts["expected"].replace(" or ", ", ").split(",")]
        # A word that is merely similar may mean the opposite: “none” is no correction of “done”.
        value = (problem.facts["value"] or "").lower()
        near = difflib.get_close_matches(value, words, 1, 0.8)
        typed = [word for word in re.split(r"[,;/&+\s]+|\band\b", value) if word]
        path = problem.facts["path"]
        is_entry = bool(path) and isinstance(path[-1], int)
        field = field_at(problem.facts["model"], path[:-1] if is_entry else path)
        or_a_list = problem.facts["type"] == "literal_error" and field is not None and field.is_list and not is_entry
        several = field is not None and field.is_list and len(typed) > 1 and set(typed) <= {*words}
        right = with_commas(document, path) if several else ""
        yield found(
            problem.place,
            N_("“{field}” cannot be “{value}”.") if problem.facts["value"] else N_("“{field}” must be one word."),
            N_("Did you mean “{near}”? It may be: {words}.")
            if near
            else COMMAS
            if right
            else N_("Write each entry on a line of its own after “- ”.")
            if several and is_entry
            else N_("It may be {words}, or a list: write each entry on a line of its own after “- ”.")
            if or_a_list
            else N_(
                "Write {key}: and below it, each on a line of its own after “- ”, "
                "those of these that are true: {words}."
            )
            if several
            else N_("It may be: {words}."),
            **(
                problem.facts
                | {"near": near[0] if near else "", "words": ", ".join(typed if several else words), "right": right}
            ),
        )


@rule("S55-F21", "text-too-deep", ERROR)
def text_too_deep(document: Document, content: Content) -> Iterator[Found]:
    """A text must not be nested more than fifty deep; no letter is.

    Lists in lists, quotations in quotations, brackets and tags in others: past some depth no program reads them.
    """
    for problem in document.problems_of("text-too-deep"):
        yield found(
            problem.place,
            N_("The text is nested more than {limit} deep here."),
            N_("Close what is open before this, or take marks away from the start of the line."),
            limit=MOST_LEVELS,
        )


_READ_AS = {
    "yes-or-no": N_("Without quotes, YAML reads {value} as yes or no, not as text."),
    "number": N_("Without quotes, YAML reads {value} as a number, not as text."),
    "time": N_("Without quotes, YAML reads {value} as a number of seconds, not as text."),
    "date": N_("Without quotes, YAML reads {value} as a date, not as text."),
}


@rule("S55-F16", "needs-quotes", ERROR)
def needs_quotes(document: Document, content: Content) -> Iterator[Found]:
    """A text that YAML would read as a number, a date, or yes or no must stand in quotes.

    Without them, `no` is False to other tools, `12:30` is 750, and `7.10` is 7.1.
    """
    for problem in document.problems_of("needs-quotes"):
        message = _READ_AS.get(problem.facts["read_as"], N_("Without quotes, YAML does not read {value} as text."))
        in_list = problem.facts["path"] and isinstance(problem.facts["path"][-1], int)
        help_ = N_('Write - "{value}"') if in_list else N_('Write {key}: "{value}"')
        yield found(problem.place, message, help_, **problem.facts)


COMMAS = N_("Put a comma between each two entries: {right}")
_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")

_DAY_NEEDED = N_("Write it as year-month-day, such as 2023-09-04; if no source gives the day, leave the line out.")
_NO_DATE = {
    "form": N_("“{field}” is not a date: “{text}” is not of the form year-month-day."),
    "year": N_("“{field}” is not a date: there is no such year."),
    "month": N_("“{field}” is not a date: a year has no such month."),
    "day": N_("“{field}” is not a date: that month has no such day."),
}


@rule("S55-F17", "not-a-date", ERROR)
def not_a_date(document: Document, content: Content) -> Iterator[Found]:
    """A date must be one that exists, written year-month-day with two digits for month and day (ISO 8601)."""
    for problem in document.problems_of("not-a-date"):
        meant = readings(problem.facts["text"])
        match meant:
            case [day] if day.count("-") == 2:
                help_ = N_("Write {one}")
            case [_] if problem.facts.get("of_a_day"):
                help_ = _DAY_NEEDED
            case [_]:
                help_ = N_("Write {one}; if a source gives the day, write it too, as in {one}-04.")
            case [_, _]:
                help_ = N_("Write {one} if the day comes first in it, or {two} if the month does.")
            case _:
                help_ = N_("Write it as year-month-day, such as 2023-09-04 for 4 September 2023.")
        yield found(
            problem.place,
            _NO_DATE.get(problem.facts["why"], N_("“{field}” must be a date.")),
            help_,
            **problem.facts | dict(zip(("one", "two"), meant, strict=False)),
        )


@rule("S55-F18", "day-needed", ERROR)
def day_needed(document: Document, content: Content) -> Iterator[Found]:
    """A date must be as exact as its field needs: to the day, where days are counted."""
    for problem in document.problems_of("day-needed"):
        if problem.facts["type"] == "month_needed":
            message = N_("“{field}” needs a month: {value} has none.")
            help_ = N_("Write it as year-month, such as 2023-09.")
        else:
            message = N_("“{field}” needs a day: {value} has none.")
            help_ = _DAY_NEEDED
        yield found(problem.place, message, help_, **problem.facts)


@rule("S55-F19", "wrong-value", ERROR)
def wrong_value(document: Document, content: Content) -> Iterator[Found]:
    """A value must be of the kind that its field holds: a text, a list, a web address, a number, an id."""
    sentences = {
        "empty-value": (N_("“{field}” is empty."), N_("Give it a value, or delete the whole line.")),
        "text-wanted": (N_("“{field}” must be a text."), N_("Write it on one line after the colon.")),
        "list-wanted": (N_("“{field}” must be a list."), N_("Write each entry on a line of its own after “- ”.")),
        "mapping-wanted": (
            N_("“{field}” must be facts with keys."),
            N_("Write each fact on a line of its own below, set in by two spaces. The keys are: {known}."),
        ),
        "not-a-flag": (N_("“{field}” must be true or false."), N_("Write true or false, without quotes.")),
        "not-a-count": (N_("“{field}” must be a whole number."), N_("Write it in digits.")),
        "not-an-id": (
            N_("“{value}” cannot be an id."),
            N_("Ids are small letters and digits, with hyphens between words, such as r19 or west-mercia."),
        ),
        "not-a-web-address": (
            N_("“{value}” is not a web address."),
            N_("Write the whole address, from https:// on."),
        ),
        "wrong-form": (
            N_("“{value}” does not have the form that “{field}” needs."),
            N_("It has to look like {example}."),
        ),
        "too-few": (N_("“{field}” needs at least one entry."), N_("Write each entry on a line of its own after “- ”.")),
        "wrong-value": (N_("“{field}” cannot be this."), N_("It has to look like {example}.")),
    }
    for name, (message, help_) in sentences.items():
        for problem in document.problems_of(name):
            facts = problem.facts
            if name == "mapping-wanted" and _is_set_in_too_little(facts["model"], facts["path"]):
                yield found(document.front.key(facts["path"]), *SET_IN_TOO_LITTLE)
                continue
            if inner := _model_of_entries(name, facts["model"], facts["path"]):
                keys = [each.key for each in fields(inner) if each.required] or [next(fields(inner)).key]
                yield found(
                    problem.place,
                    message,
                    N_(
                        "Write below {list}: for each entry a line that is set in by two more spaces, - {first}: … "
                        "and below it, set in by four more, {others}"
                    )
                    if len(keys) > 1
                    else N_(
                        "Write below {list}: for each entry a line that is set in by two more spaces, - {first}: …"
                    ),
                    **facts
                    | {
                        "list": facts["field"].rpartition(".")[2],
                        "first": keys[0],
                        "others": ", ".join(f"{each}: …" for each in keys[1:]),
                    },
                )
                continue
            right = with_commas(document, facts["path"]) if name == "not-an-id" else ""
            if right and all(map(_ID.fullmatch, (facts["value"] or "").split())):
                help_ = COMMAS
            if facts["type"] == "dict_type":
                help_ = N_("Write each id on a line of its own below, set in by two spaces, and its facts below that.")
            yield found(
                problem.place,
                message,
                help_,
                **facts
                | {
                    "value": facts["value"] or facts["key"],
                    "right": right,
                    "example": _example(facts["model"], facts["key"]),
                    "known": ", ".join(_known_keys(facts["model"], facts["path"])),
                },
            )


def _model_of_entries(problem: str, model: type[Record], path: tuple[str | int, ...]) -> type[Record] | None:
    """The model of a list's entries, where what stands for the list, or for an entry, holds no facts with keys."""
    in_list = problem == "list-wanted" or (problem == "mapping-wanted" and path and isinstance(path[-1], int))
    return model_at(model, path) if in_list else None


def _is_set_in_too_little(model: type[Record], path: tuple[str | int, ...]) -> bool:
    """Whether a key stands among those that authors choose, such as items' ids, and is a field's of what they hold."""
    return chosen_by_authors(model, path) and path[-1] in _known_keys(model, path[:-1])


def _known_keys(model: type[Record], path: Iterable[str | int]) -> list[str]:
    """The keys of the mapping at `path` in records of a kind."""
    inner = model_at(model, tuple(path))
    return list(inner.model_fields) if inner else []


def _example(model: type[Record], key: str) -> str:
    """An example of a required field, wherever in the model it stands."""
    return example(model, key)
