"""All rules asked of all documents: what is found as before is kept, and said in a language."""

import pickle
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from section55.findings import Finding
from section55.language import words
from section55.reading.content import Content, Document
from section55.reading.store import Store
from section55.records.fields import Unknown
from section55.rules.looking import Looked, ask, ground, key, look, records
from section55.rules.registry import RULES, Found, Rule
from section55.workers import shared_out

_BATCH = 32
"""How many records are looked at in one go."""


@dataclass(frozen=True)
class Examined:
    """What rules find: `findings`, and `allowed`, those that a record allows, each with the record's reason."""

    findings: list[Finding]
    allowed: list[tuple[Finding, str]]


def examine(
    content: Content,
    language: str = "en",
    store: Store | None = None,
    progress: Callable[[int], None] = lambda done: None,
) -> Examined:
    """What the rules find in the documents, by path and place, said in a language.

    store: where what they found before is kept; progress: told how many records are looked at.
    """
    gettext = words(language).gettext
    findings: set[Finding] = set()
    allowed: set[tuple[Finding, str]] = set()
    for document, looked in _look(content, store, progress):
        stands: bool | None = None
        found = [*looked.found]
        for code in looked.open:
            found += ask(RULES[code], document, content)
        for code, each, excerpt in found:
            rule = RULES[code]
            if rule.while_current:
                if stands is None:
                    stands = _stands(content, document)
                if not stands:
                    continue
            finding = _finding(rule, document, each, excerpt, gettext)
            try:
                allowance = content.allowances(document).get(code) if rule.allowable else None
                if allowance:
                    allowed.add((finding, allowance.reason))
                else:
                    findings.add(finding)
            except Unknown:
                pass  # what the record allows is not known, so nor is whether this is to be told
    return Examined(sorted(findings), sorted(allowed))


def _look(
    content: Content, store: Store | None, progress: Callable[[int], None]
) -> list[tuple[Document, Looked]]:
    """What is found in each document by what is near it: as it was kept, or looked for on all processors."""
    base = ground(content)
    everything = [(key(documents, content, base), documents) for documents in records(content)]
    kept = store.looked([name for name, _ in everything]) if store else {}
    result: list[tuple[Document, Looked]] = []
    new = []
    for name, documents in everything:
        if name in kept:
            result += zip(documents, pickle.loads(kept[name]), strict=True)
        else:
            new.append((name, documents))
    progress(len(everything) - len(new))

    def look_at(batch: Sequence[tuple[str, list[Document]]]) -> list[list[Looked]]:
        return [look(documents, content) for _, documents in batch]

    batches = [new[start : start + _BATCH] for start in range(0, len(new), _BATCH)]
    for place, looked in shared_out(look_at, batches):
        for (_, documents), each in zip(batches[place], looked, strict=True):
            result += zip(documents, each, strict=True)
        if store:
            names = (name for name, _ in batches[place])
            store.keep_looked(zip(names, map(pickle.dumps, looked), strict=True))
        progress(len(looked))
    if store:
        store.forget_looked_but([name for name, _ in everything])
    return result


def _stands(content: Content, document: Document) -> bool:
    try:
        return content.stands(document)
    except Unknown:
        return False


def _finding(rule: Rule, document: Document, each: Found, excerpt: str, gettext: Callable[[str], str]) -> Finding:
    return Finding(
        each.path or document.path,
        *each.place,
        code=rule.code,
        name=rule.name,
        severity=rule.severity,
        message=gettext(each.message).format(**each.facts),
        help=gettext(each.help).format(**each.facts) if each.help else "",
        excerpt=excerpt,
    )
