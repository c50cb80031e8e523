"""What a response answers to an item, as the item's page shows it.

There are a hundred thousand of these in a national register, so they are written here and not by a template.
"""

from functools import cache

from markupsafe import Markup, escape

from section55.language import long_date, words
from section55.pages import addresses
from section55.pages.documents import labelled
from section55.pages.labels import label, limbs
from section55.reading.text import explanation, gathered
from section55.records import Update
from section55.records.vocabulary import Action, Position, Status
from section55.register import Item, ItemAnswer, Response

LEVEL = 4
"""The level of an answer's heading; the chief officer's, and an explanation's own headings, are below it."""


class Writer:
    """Writes the answers of one item's page; `may_compare`: whether there is one to set beside another."""

    def __init__(self, item: Item, language: str, may_compare: bool) -> None:
        self.language = language
        self.may_compare = may_compare
        self.here = addresses.of(item).in_(language)
        _ = words(language).gettext
        self.say = cache(lambda message: escape(_(message)))
        self.compare = escape(_("Compare"))
        self.since = _("Since then")
        self.covers = {"all": _("To all items"), "rest": _("To all other items")}
        self.unexplained = _("The response marks no explanation of this answer.")
        self.limbs = cache(lambda actions: escape(limbs(actions, _)))
        self.stands = cache(self._stands)

    def write(
        self,
        response: Response,
        body: ItemAnswer | None,
        chief_officer: ItemAnswer | None,
        updates: tuple[Update, ...],
    ) -> Markup:
        """One response's answers: whose, where each voice stands, what explains it, and what has happened since.

        Each voice's name leads to its answer in the response. Where the body stands is told by the heading above all
        that stand there; but the responses that no longer stand have one for all positions.
        """
        whole = addresses.between(self.here, addresses.of(response).in_(self.language))
        name, language = response.body_name.best(self.language)
        title = self._leading(body, whole, escape(name), self._lang(language))
        if response.facts.status is not Status.CURRENT:
            title += f' <span class="tag">{self.say(label(response.facts.status))}</span>'
        wales = ' class="wales"' if response.force.is_welsh else ""
        html = [f'<article id="{response.file}"{wales}>']
        if self.may_compare:
            area = escape(response.force.facts.area.best(self.language)[0])
            html.append(f'<input type="checkbox" aria-label="{self.compare}: {area}">')
        html.append(f"<h{LEVEL}>{title}</h{LEVEL}>")
        if body:
            html.append(self.stands(None if response.is_current else body.facts.position, body.facts.action))
            html.append(self._explained(body, whole))
        if chief_officer:
            title = self._leading(chief_officer, whole, self.say(label(response.force.facts.chief_officer)))
            html.append(f'<div class="chief"><h{LEVEL + 1}>{title}</h{LEVEL + 1}>')
            html.append(self.stands(chief_officer.facts.position, chief_officer.facts.action))
            html.append(f"{self._explained(chief_officer, whole)}</div>")
        html.extend(self._happened(update, response.language) for update in updates)
        html.append("</article>\n")
        return Markup("".join(html))

    def _leading(self, answer: ItemAnswer | None, whole: str, name: str, lang: str = "") -> str:
        """A name as the link to an answer in its response, or to the whole of that where it marks none."""
        place = f"#{answer.section_id}" if answer and answer.section(self.language) else ""
        return f'<a href="{whole}{place}"{lang}>{name}</a>'

    def _stands(self, position: Position | None, actions: tuple[Action, ...]) -> str:
        told = f'<b class="position-{position}">{self.say(label(position))}</b> ' if position else ""
        return f"<p>{told}{self.limbs(actions)}</p>"

    def _explained(self, answer: ItemAnswer, whole: str) -> str:
        found = answer.section(self.language)
        if found and not answer.is_block:
            section, language = found
            prefix = f"{answer.response.file}-{answer.voice}-"
            html = gathered(labelled(explanation(section.html), language, self.language), prefix, LEVEL + 1, whole)
            return f'<div class="prose"{self._lang(language)}>{html}</div>'
        quoted = self._quoted(answer.facts.words, answer.response.language) if answer.facts.words else ""
        if found:
            return f"<p>{self.covers[answer.key]}{': ' if quoted else ''}{quoted}</p>"
        return f"<p>{quoted}{' ' if quoted else ''}{self.unexplained}</p>"

    def _happened(self, update: Update, language: str) -> str:
        day = f'<time datetime="{update.date}">{long_date(update.date, self.language)}</time>'
        action = f" {self.say(label(update.action))}" if update.action else ""
        note = self._quoted(update.note, language)
        return f'<p class="since"><strong>{self.since}</strong>, {day}: {note}{action}</p>'

    def _quoted(self, text: str, language: str) -> str:
        return f"<q{self._lang(language)}>{escape(text)}</q>"

    def _lang(self, language: str) -> str:
        return f' lang="{language}"' if language != self.language else ""
