"""The list of responses, and each response: its facts, the working of its 56 days, its answers, its text."""

from collections.abc import Iterator
from functools import partial

from markupsafe import Markup, escape

from section55.data import paths
from section55.language import long_date, words
from section55.pages import addresses, documents
from section55.pages.addresses import Address
from section55.pages.inspections import crumb, item_name_marked, marked, title_of
from section55.pages.labels import label, limbs
from section55.pages.lists import paged
from section55.pages.page import Crumb, Page, View, indexed_in
from section55.reading.text import Text
from section55.records.keys import split_key
from section55.register import Register, Response


def pages(register: Register, language: str) -> Iterator[Page]:
    """The list's pages, a page for each response, and a redirect from each further inspection that it answers."""
    _ = words(language).gettext
    section = addresses.at("responses")
    entries = register.newest_responses
    yield from paged(
        entries,
        section,
        language,
        _("Responses"),
        "responses.html",
        {"table": paths.RESPONSES_CSV},
        year_of=lambda response: response.sort_day.year,
        section="responses",
        description=_("Responses of local policing bodies in England and Wales to police inspection reports."),
    )
    for response in entries:
        yield Page(
            addresses.of(response),
            language,
            partial(_response, response, language),
            shows=(response, response.inspection, *response.also_answers, *response.supersedes),
            group=response.inspection.id,
            section="responses",
            indexed=indexed_in(
                register, language, response.texts if response.is_held else (), int(response.inspection.id[:4])
            ),
        )
        for inspection in response.also_answers:
            address = addresses.at("responses", inspection.id, response.file)
            yield _redirect(response, address, _("This response answers more than one report"), language)
        for name in response.facts.moved_from:
            address = addresses.at("responses", *name.split("/"))
            yield _redirect(response, address, _("This response has another address now"), language)


def _response(response: Response, language: str) -> View:
    _ = words(language).gettext
    inspection = response.inspection
    name, _name_language = response.body_name.best(language)
    inspection_title, _title_language = title_of(inspection, language)
    title = _("%(body)s: response to “%(inspection)s”") % {"body": name, "inspection": inspection_title}
    named = {split_key(key, inspection.id) for key in (*response.facts.answers, *response.facts.chief_officer_answers)}
    positions = {str(answer.position) for answer in response.facts.answers.values()}
    text = response.text(language)
    return View(
        title if response.number == 1 else f"{title} ({response.number})",
        "response.html",
        {
            "response": response,
            "inspection": inspection,
            "text": text if response.is_held else None,
            "is_own_language": text.language == language,
            "second": response.second_files.get(text.language),
            "answers": _answers(response, text, language) if response.is_held else "",
            "shown": documents.shown(response, text, language) if response.is_held and text.html else None,
            "table": paths.inspection_table(inspection),
            "cited": title_of_document(response, language),
        },
        description=_description(response, language),
        crumbs=(Crumb(_("Responses"), addresses.at("responses")), crumb(inspection, language)),
        filters={
            "kind": ("response",),
            "inspection": (inspection.id, *(other.id for other in response.also_answers)),
            "item": tuple(
                item.key
                for each in (inspection, *response.also_answers)
                for item in each.items.values()
                if (each.id, item.id) in named and response.is_held
            ),
            "topic": tuple(str(topic) for each in (inspection, *response.also_answers) for topic in each.facts.topics),
            "force": (response.force.slug,),
            "nation": (str(response.force.facts.nation),),
            "position": tuple(sorted(positions)),
            "year": (str(response.sort_day.year),),
        },
        sorts={"date": response.sort_day.isoformat()},
        searched=text.html if response.is_held else "",
        edit_paths=tuple(response.paths.values()),
        data=paths.response(response),
    )


def _answers(response: Response, text: Text, language: str) -> Markup:
    """The bodies of the table of answers: one for each voice, with a row for each answer.

    A national register has a hundred thousand rows, so they are written here and not by a template. Roles are told,
    since a narrow screen shows rows as blocks, and some browsers then forget that they are a table's.
    """
    _ = words(language).gettext
    here = addresses.of(response).in_(language)
    inspections = {each.id: each for each in (response.inspection, *response.also_answers)}
    hrefs = {id_: addresses.between(here, addresses.of(each).in_(language)) for id_, each in inspections.items()}
    own = f' lang="{response.language}"' if response.language != language else ""
    read = escape(_("Read it in the text"))
    blocks = {"all": escape(_("All items")), "rest": escape(_("All other items"))}
    whose = (
        (response.facts.answers, marked(*response.body_name.best(language), language)),
        (response.facts.chief_officer_answers, escape(_(label(response.force.facts.chief_officer)))),
    )
    parts: list[str] = []
    for answers, name in whose:
        if answers:
            parts.append(f'<tbody><tr class="voice-row"><th scope="rowgroup" colspan="4">{name}</th></tr>\n')
        for key, answer in answers.items():
            inspection_id, id_ = split_key(key, response.inspection.id)
            inspection = inspections[inspection_id]
            if not (called := blocks.get(id_)):
                called = item_name_marked(inspection.items[id_], language)
                called = f'<a href="{hrefs[inspection_id]}{id_}/">{called}</a>'
            if len(inspections) > 1:
                called = f'{called}<br><span class="small">{marked(*title_of(inspection, language), language)}</span>'
            section = answer.section or id_
            said = f"<q{own}>{escape(answer.words)}</q>" if answer.words else ""
            if section in text.sections:
                said = f'<a href="#{escape(section)}">{said or read}</a>'
            action = escape(limbs(answer.action, _))
            parts.append(
                f'<tr role="row"><th scope="row" role="rowheader">{called}</th><td role="cell">'
                f'<b class="position-{answer.position}">{escape(_(label(answer.position)))}</b></td>'
                f'<td role="cell">{action}</td><td role="cell">{said}</td></tr>\n'
            )
        if answers:
            parts.append("</tbody>")
    return Markup("".join(parts))


def _description(response: Response, language: str) -> str:
    """What others show below a page's title, which says already whose response it is and to which report."""
    _ = words(language).gettext
    facts = response.facts
    said = _("Response to a police inspection report, word for word.")
    if not response.is_held:
        said = _("The text of this response was removed.")
    if day := facts.published or facts.dated:
        when = _("Published %(day)s") if facts.published else _("Dated %(day)s")
        return f"{said} {when % {'day': long_date(day, language)}}"
    return said


def title_of_document(response: Response, language: str) -> tuple[str, str]:
    """The document's own title in a language and the language that it is in; empty where it has none."""
    for candidate in (language, response.language):
        file = response.facts if candidate == response.language else response.second_files.get(candidate)
        if file and file.title:
            return file.title, candidate
    return "", language


def _redirect(response: Response, address: Address, title: str, language: str) -> Page:
    _ = words(language).gettext
    target = addresses.of(response)
    return Page(
        address,
        language,
        lambda: View(title, "redirect.html", {"target": target, "words": _("Read the response")}),
        shows=(response,),
        at=(target, title),
        group=response.inspection.id,
        section="responses",
        redirects_to=target,
    )
