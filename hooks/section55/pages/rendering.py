"""A page → HTML: the records' own templates, with autoescape on, in the page's language."""

import re
from collections.abc import Callable
from functools import cache, partial
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemBytecodeCache, StrictUndefined, pass_context
from jinja2.runtime import Context
from markupsafe import Markup, escape

from section55.language import OWN_NAMES, join, long_date, number, other, words
from section55.pages import addresses, sharing, upkeep
from section55.pages.addresses import Address
from section55.pages.documents import labelled
from section55.pages.inspections import item_name_marked, item_opening, marked, title_of
from section55.pages.labels import label
from section55.pages.linked_data import linked_data
from section55.pages.page import Page, View
from section55.pages.templates import Templates
from section55.reading.text import Text, gathered, without_heading
from section55.records import earliest
from section55.records.fields import LocalText
from section55.records.vocabulary import Addressee, ItemKind
from section55.register import Register

_CODE = re.compile(r"`([^`]+)`")
_BETWEEN = "\0"


class Renderer:
    """Renders pages of one register with the templates in a folder.

    site_url: the site's own address, or empty; compiled: a folder where templates are kept once they are compiled,
    which takes as long as the pages of a small site.
    """

    def __init__(self, register: Register, templates: Path, site_url: str = "", compiled: Path | None = None) -> None:
        self.environments = {
            language: _environment(register, templates, language, site_url) for language in register.languages
        }
        if compiled:
            compiled.mkdir(parents=True, exist_ok=True)
            for language, environment in self.environments.items():
                environment.bytecode_cache = FileSystemBytecodeCache(str(compiled), f"{language}-%s")

    def render(self, page: Page, view: View) -> str:
        """The HTML of a page, without chrome."""
        template = self.environments[page.language].get_template(view.template)
        return template.render(page=page, view=view, here=page.path, **view.context)

    def slots(self, page: Page, view: View) -> dict[str, str]:
        """What the page's shell is filled with."""
        template = self.environments[page.language].get_template("around.html")
        head, switch, kept = template.render(page=page, view=view, here=page.path).split(_BETWEEN)
        return {"head": head, "switch": switch, "content": self.render(page, view), "upkeep": kept}


def _environment(register: Register, templates: Path, language: str, site_url: str) -> Environment:
    catalogue = words(language)
    environment = Environment(
        loader=Templates(templates, catalogue.gettext),
        autoescape=True,
        auto_reload=False,
        undefined=StrictUndefined,
        trim_blocks=True,
        extensions=["jinja2.ext.i18n", "jinja2.ext.do"],
    )
    site, root = register.site, site_url.rstrip("/") + "/" if site_url else ""
    environment.install_gettext_callables(
        catalogue.gettext, catalogue.ngettext, newstyle=True, pgettext=catalogue.pgettext, npgettext=catalogue.npgettext
    )
    environment.globals |= {
        "_": _gettext(catalogue.gettext),
        "register": register,
        "site": site,
        "language": language,
        "other_language": other(language),
        "own_names": OWN_NAMES,
        "recommendation": ItemKind.RECOMMENDATION,
        "at": addresses.at,
        "home": addresses.HOME,
        "link": _link,
        "site_url": root,
        "site_name": site.name.best(language)[0],
        "between": _BETWEEN,
        "reports": lambda view, here: upkeep.reports(
            site, view.title, f"{root or '/'}{here}", view.edit_paths, catalogue.gettext
        ),
        "picture_of": lambda view: sharing.picture_of(sharing.subject(view), language),
        "words_in_picture": lambda view: ": ".join(sharing.words_in(sharing.subject(view), register, language)),
        "linked_data": lambda page, view: Markup(linked_data(page, view, site, root)),
        "kept": lambda view: upkeep.kept(site, view.edit_paths),
        "join": lambda parts: Markup(join([str(escape(part)) for part in parts], language)),
    }
    environment.filters |= {
        "address": addresses.of,
        "date": partial(_date, language=language),
        "day": partial(long_date, language=language),  # for one that the page gives for machines elsewhere
        "number": partial(number, language=language),
        "label": lambda word: catalogue.gettext(label(word)),
        "said": partial(_said, catalogue.gettext),
        "named": partial(_named, language=language),
        "title_of": partial(_title, language=language),
        "item_name": partial(item_name_marked, language=language),
        "opening": lambda item: marked(*item_opening(item, language), language),
        "document": partial(_document, on=language),
        "gathered": partial(_gathered, on=language),
        "words_only": _words_only,
        "addressee": partial(_addressee, catalogue.gettext, register, language),
        "earliest": earliest,
    }
    return environment


def _gettext(gettext: Callable[[str], str]) -> Callable[..., Markup]:
    """The templates' `_`. Jinja's own looks for its catalogue at each call, and there are some hundred on a page."""

    @cache
    def whole(message: str) -> Markup:
        return Markup(gettext(message)) % {}

    def say(message: str, /, **variables: Any) -> Markup:
        return Markup(gettext(message)) % variables if variables else whole(message)

    return say


@pass_context
def _link(context: Context, address: Address | str) -> str:
    """The relative link from the page that is being rendered to another."""
    there = address.in_(context["language"]) if isinstance(address, Address) else address
    return addresses.between(context["here"], there)


@cache
def _date(when: Any, language: str) -> Markup:
    """A date in words, with its ISO form for machines."""
    return Markup(f'<time datetime="{when}">{escape(long_date(when, language))}</time>')


def _said(gettext: Callable[[str], str], message: str) -> Markup:
    """A message that stands in Python, in the page's language, its `code` marked as such."""
    return Markup(_CODE.sub(r"<code>\1</code>", str(escape(gettext(message)))))


def _named(names: LocalText, language: str) -> Markup:
    """A name in the page's language, or marked as being in the other."""
    text, text_language = names.best(language)
    return marked(text, text_language, language)


def _title(inspection: Any, language: str) -> Markup:
    """An inspection's title, marked where it is not in the page's language."""
    return marked(*title_of(inspection, language), language)


def _addressee(gettext: Callable[[str], str], register: Register, language: str, name: str, own: str) -> Markup:
    """To whom an item is addressed: a force's name, a label, or the report's own words, in its `own` language."""
    if name in register.forces:
        return _named(register.forces[name].facts.name, language)
    if name in set(Addressee):
        return escape(gettext(label(Addressee(name))))
    return marked(name, own, language)


def _document(text: Text, *, on: str) -> Markup:
    """A text's whole HTML, which the reader has made safe, with our labels in the language `on` the page."""
    return Markup(labelled(text.html, text.language, on))


def _gathered(html: str, prefix: str, top_level: int, language: str, whole: str = "", *, on: str) -> Markup:
    """A section's HTML among others: ids behind a prefix, headings from a level, other links to the whole text."""
    return Markup(gathered(labelled(html, language, on), prefix, top_level, whole))


def _words_only(html: str) -> Markup:
    """An item's words without the heading that marks them, which the page gives itself."""
    return Markup(without_heading(html))
