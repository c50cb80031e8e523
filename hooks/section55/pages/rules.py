"""The pages of the rules: a list of all, and one for each, made from the docstring that states it."""

from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import partial

from section55.findings import RuleText
from section55.findings.rules import allowance, may_be_fixed, weight
from section55.fixing import FIXERS
from section55.language import words
from section55.language.catalogue import N_
from section55.pages import addresses
from section55.pages.addresses import Address
from section55.pages.page import Crumb, Page, View
from section55.reading.content import Content
from section55.records import Site
from section55.records.fields import Unknown
from section55.register import Register
from section55.rules import RULES, Rule

KINDS = {
    "F": N_("Form"),
    "R": N_("References"),
    "D": N_("Dates"),
    "S": N_("The statute"),
    "L": N_("Two languages"),
    "X": N_("Text"),
    "H": N_("History"),
}
"""What each kind of rule is called, by the letter of its codes, in the order in which they are told."""


def pages(register: Register, language: str) -> Iterator[Page]:
    """The list of rules, and a page for each."""
    _ = words(language).gettext
    title = _("The rules that every record is checked against")
    yield Page(
        addresses.at("rules"),
        language,
        lambda: View(
            title,
            "rules.html",
            {"groups": by_kind(), "address_of": address_of},
            description=_("What a response’s file must satisfy before it is published here."),
        ),
        section="rules",
    )
    for rule in RULES.values():
        yield Page(address_of(rule.code), language, partial(_rule, rule, title, language), section="rules")


def _rule(rule: Rule, title: str, language: str) -> View:
    _ = words(language).gettext
    told = as_told(rule, language)
    return View(
        f"{rule.code} {rule.name}",
        "rule.html",
        {
            "rule": rule,
            "kind": _(KINDS[kind_of(rule)]),
            "weight": weight(told, words(language)),
            "fix": may_be_fixed(told, words(language)),
            "allowance": allowance(rule.code, words(language)) if rule.allowable else "",
        },
        crumbs=(Crumb(title, addresses.at("rules")),),
        description=told.paragraphs[0].replace("`", ""),
    )


def address_of(code: str) -> Address:
    """Where a rule's page stands."""
    return addresses.at("rules", code.lower())


def where_to_read(code: str, language: str, site_url: str = "") -> str:
    """Where a person reads a rule whole: its page, or where no site's address is known the command that prints it."""
    if not site_url:
        return f"scripts/check --explain {code}{'' if language == 'en' else f' --lang {language}'}"
    return f"{site_url.rstrip('/')}/{address_of(code).in_(language)}"


def reading(content: Content, language: str, site_url: str = "") -> Callable[[str], str]:
    """`where_to_read` of the site that has this content, in the language asked for if it has pages in that."""
    if not site_url:
        return partial(where_to_read, language=language)
    languages: list[str] = []
    with suppress(Unknown):
        for (site,) in content.of(Site).values():
            languages += site.record.languages if isinstance(site.record, Site) else ()
    language = language if language in languages or not languages else languages[0]
    return partial(where_to_read, language=language, site_url=site_url)


def as_told(rule: Rule, language: str, read_more: Callable[[str], str] | None = None) -> RuleText:
    """A rule in a language; `read_more` gives where it is told whole, from its code."""
    gettext = words(language).gettext
    paragraphs = [gettext(paragraph) for paragraph in rule.paragraphs]
    more = read_more(rule.code) if read_more else ""
    return RuleText(rule.code, rule.name, rule.severity, paragraphs, rule.allowable, rule.code in FIXERS, more)


def by_kind() -> dict[str, list[Rule]]:
    """All rules, under the names of their kinds."""
    return {
        name: rules
        for letter, name in KINDS.items()
        if (rules := [RULES[code] for code in sorted(RULES) if kind_of(RULES[code]) == letter])
    }


def kind_of(rule: Rule) -> str:
    """The letter of a rule's kind, which its code has before the number."""
    return rule.code.removeprefix("S55-")[0]
