"""What a response answers to an item, as the item's page shows it.

There are a hundred thousand of these in a national register, so they are written here and not by a template.
"""

from functools import cache

from markupsafe import Markup, escape

from section55.language import long_date, words
from section55.pages import addresses
from section55.pages.documents import labelled
from section55.pages.labels import label
from section55.reading.text import explanation, gathered
from section55.records import Update
from section55.records.fields import LocalText
from section55.records.vocabulary import Action, Position, Status
from section55.register import Item, ItemAnswer, Response

LEVEL = 4
"""The level of an answer's heading; the chief officer's, and what an explanation itself has of headings, is below it."""


class Writer:
    """Writes the answers of one item's page; `may_compare`: whether there is one to set beside another."""

    def __init__(self, item: Item, language: str, may_compare: bool) -> None:
        self.language = language
        self.may_compare = may_compare
        self.here = addresses.of(item).in_(language)
        _ = words(language).gettext
        self.say = cache(lambda message: escape(_(message)))
        self.compare, self.side_by_side, self.since = _("Compare"), _("Side by side"), _("Since then")
        self.to_all = _("One answer to all the report’s items")
        self.to_rest = _("One answer to all items that have none of their own")
        self.unexplained = _("The response marks no explanation of this answer.")
        self.stands = cache(self._stands)

    def write(
        self,
        response: Response,
        body: ItemAnswer | None,
        chief_officer: ItemAnswer | None,
        updates: tuple[Update, ...],
    ) -> Markup:
        """One response's answers: whose, where each voice stands, what explains it, and what has happened since."""
        whole = addresses.between(self.here, addresses.of(response).in_(self.language))
        tag = ""
        if response.facts.status is not Status.CURRENT:
            tag = f' <span class="tag">{self.say(label(response.facts.status))}</span>'
        html = [
            f'<div class="answer{" wales" if response.force.is_welsh else ""}" id="{response.file}">',
            f'<div><h{LEVEL}><a href="{whole}">{self._named(response.body_name)}</a>{tag}</h{LEVEL}>',
        ]
        if self.may_compare:
            area = escape(response.force.facts.area.best(self.language)[0])
            html.append(
                f'<p class="pick"><label><input type="checkbox" aria-label="{self.compare}: {area}">{self.compare}</label>'
                f' <a href="#side-by-side">{self.side_by_side}</a></p>'
            )
        if body:
            html.append(self.stands(body.facts.position, body.facts.action))
        html.append("</div>")
        if body:
            html.append(self._explained(body, whole))
        if chief_officer:
            title = self.say(label(response.force.facts.chief_officer))
            html.append(f'<div class="chief"><h{LEVEL + 1}>{title}</h{LEVEL + 1}>')
            html.append(self.stands(chief_officer.facts.position, chief_officer.facts.action))
            html.append(f"{self._explained(chief_officer, whole)}</div>")
        html.extend(self._happened(update, response.language) for update in updates)
        html.append("</div>\n")
        return Markup("".join(html))

    def _stands(self, position: Position, actions: tuple[Action, ...]) -> str:
        stated = "; ".join(self.say(label(action)) for action in actions)
        return f'<p class="stands"><b class="position-{position}">{self.say(label(position))}</b> {stated}</p>'

    def _explained(self, answer: ItemAnswer, whole: str) -> str:
        found = answer.section(self.language)
        if found and not answer.is_block:
            section, language = found
            prefix = f"{answer.response.file}-{answer.voice}-"
            html = gathered(labelled(explanation(section.html), language, self.language), prefix, LEVEL + 1, whole)
            return f'<div class="prose"{self._lang(language)}>{html}</div>'
        quoted = self._quoted(answer.facts.words, answer.response.language) + " " if answer.facts.words else ""
        if not found:
            return f'<p class="prose">{quoted}{self.unexplained}</p>'
        covers = self.to_all if answer.key == "all" else self.to_rest
        return f'<p class="prose">{quoted}<a href="{whole}#{answer.section_id}">{covers}</a></p>'

    def _happened(self, update: Update, language: str) -> str:
        day = f'<time datetime="{update.date}">{long_date(update.date, self.language)}</time>'
        action = f" {self.say(label(update.action))}" if update.action else ""
        return f'<p class="since"><strong>{self.since}</strong>, {day}: {self._quoted(update.note, language)}{action}</p>'

    def _quoted(self, text: str, language: str) -> str:
        return f"<q{self._lang(language)}>{escape(text)}</q>"

    def _named(self, names: LocalText) -> str:
        text, language = names.best(self.language)
        lang = self._lang(language)
        return f"<span{lang}>{escape(text)}</span>" if lang else escape(text)

    def _lang(self, language: str) -> str:
        return f' lang="{language}"' if language != self.language else ""
