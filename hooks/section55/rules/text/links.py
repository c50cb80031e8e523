"""Rules of links and pictures: what they are called, where they lead, and where they come from."""

import posixpath
import re
from collections.abc import Iterator
from contextlib import suppress
from urllib.parse import unquote

from section55.findings import Severity
from section55.language.catalogue import N_
from section55.reading.content import Content, Document
from section55.records import Force, Inspection, OwnPage, Response, ResponseText
from section55.records.fields import Unknown
from section55.rules.registry import Found, found, rule
from section55.rules.text.common import TAGS_AND_MARKS, links, markup_of, tags

ERROR, WARNING = Severity.ERROR, Severity.WARNING

_ATTRIBUTE = r"""\s{name}\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>]+))"""
_ALT = re.compile(r"\salt(?=[\s=/]|$)", re.IGNORECASE)
_SRC = re.compile(_ATTRIBUTE.format(name="src"), re.IGNORECASE)
_HREF = re.compile(_ATTRIBUTE.format(name="href"), re.IGNORECASE)
_DATA = re.compile(r"\s*data:", re.IGNORECASE)
_ELSEWHERE = re.compile(r"\s*(?:[a-z][a-z0-9+.-]*:|[/\\]{2})", re.IGNORECASE)


@rule("S55-X14", "picture-without-words", ERROR, allowable=True)
def picture_without_words(document: Document, content: Content) -> Iterator[Found]:
    """A picture must have words that say what it shows, for those who do not see it.

    Source: WCAG 2.2, success criterion 1.1.1, under the Public Sector Bodies (Websites and Mobile Applications) (No. 2)
    Accessibility Regulations 2018.
    """
    message = N_("This picture has no words that say what it shows.")
    for markup, picture in links(document, pictures=True):
        if not picture.text.strip():
            yield found(
                markup.place(picture.start, picture.end),
                message,
                N_("Write them between the square brackets: ![A map of the force's area]({target})"),
                target=picture.target,
            )
    for markup, tag in tags(document, "img"):
        if not _ALT.search(tag.attributes):
            yield found(
                markup.place(tag.start, tag.end), message, N_('Add them as alt="…"; for mere ornament, as alt="".')
            )


@rule("S55-X15", "picture-from-elsewhere", ERROR)
def picture_from_elsewhere(document: Document, content: Content) -> Iterator[Found]:
    """A picture must not lie on another site.

    A page asks nothing of any other host, which would learn who reads it; such a picture is left out.
    """
    message = N_("This picture lies on another site, and would be left out.")
    in_the_text = N_("This picture is written into the text itself, and would be left out.")
    help_ = N_("Leave it out, or put its file beside this one and list it under attachments:.")
    for markup, picture in links(document, pictures=True):
        if _ELSEWHERE.match(picture.target):
            place = markup.place(picture.target_start, picture.target_start + len(picture.target))
            yield found(place, in_the_text if _DATA.match(picture.target) else message, help_)
    for markup, tag in tags(document, "img"):
        source = next(filter(None, match.groups()), "") if (match := _SRC.search(tag.attributes)) else ""
        if _ELSEWHERE.match(source):
            yield found(markup.place(tag.start, tag.end), in_the_text if _DATA.match(source) else message, help_)


_NO_LINK_TEXT = frozenset(
    (
        *("here", "click here", "press here", "see here", "this", "this link", "link", "click", "read more", "more"),
        *("yma", "cliciwch yma", "pwyswch yma", "gweler yma", "y ddolen hon", "dolen", "darllen mwy", "darllenwch fwy"),
        *("mwy", "rhagor", "hwn", "hon"),
    )
)
_ADDRESS = re.compile(r"<?(?:https?://|www\.)\S+", re.IGNORECASE)


@rule("S55-X16", "link-without-words", WARNING)
def link_without_words(document: Document, content: Content) -> Iterator[Found]:
    """The words of a link must say where it leads, without the sentence around it.

    Many readers go through a page from link to link: “here”, “yma” or an address tells them nothing.

    Source: WCAG 2.2, success criterion 2.4.4, under the Public Sector Bodies (Websites and Mobile Applications) (No. 2)
    Accessibility Regulations 2018.
    """
    for markup, link in links(document, pictures=False):
        words = TAGS_AND_MARKS.sub("", link.text).strip(" \t\n.,:;!>›»→")
        place = markup.place(link.text_start, link.text_start + len(link.text))
        if not words:
            yield found(
                markup.place(link.start, link.end),
                N_("This link has no words."),
                N_("Write between the square brackets where it leads."),
            )
        elif " ".join(words.lower().split()) in _NO_LINK_TEXT:
            yield found(
                place,
                N_("“{words}” does not say where the link leads."),
                N_("Put the brackets around the words that do, as in: see [the inspectors' report]({target})"),
                words=words,
                target=link.target,
            )
        elif _ADDRESS.fullmatch(words):
            yield found(
                place,
                N_("An address does not say where the link leads."),
                N_("Write words instead, as in [the inspectors' report](…); if the letter has it, write <{target}>."),
                target=link.target,
            )


_ABOUT_AN_ADDRESS = (
    r"[0-9*]+\]|(?i:(?:last\ )?(?:accessed|viewed|retrieved|checked)\b|(?:cyrchwyd|gwelwyd|darllenwyd)\b)"
)
"""What stands behind an address in brackets of its own, as in a list of sources: a note's number, when it was read."""
_WEB = r"(?:https?://|mailto:|www\.)"
_IN_PIECES = re.compile(
    rf"""(?<![\]\\])(?:
      \[(?P<words>[^\[\]\n]{{1,300}})\][ \t]+\((?P<target>{_WEB}[^\s()]+)\)
    | \((?P<target_first>{_WEB}[^\s()]+)\)[ \t]*\[(?!{_ABOUT_AN_ADDRESS})(?P<words_last>[^\[\]\n]{{1,300}})\](?![(\[])
    | \((?P<words_round>[^()\[\]\n]{{1,300}})\)\[(?P<target_square>{_WEB}[^\s\[\]]+)\](?![(\[])
    )""",
    re.VERBOSE,
)


@rule("S55-X26", "link-in-pieces", WARNING)
def link_in_pieces(document: Document, content: Content) -> Iterator[Found]:
    """A link must be its words in square brackets and, with no space between, its address in round ones.

    In another order, in each other's brackets, or with a space between them, both are published with their brackets,
    and lead nowhere.
    """
    if "[" not in document.front.body:
        return
    markup = markup_of(document)
    for match in _IN_PIECES.finditer(markup.source):
        if not markup.is_code(match.start()):
            yield found(
                markup.place(match.start(), match.end()),
                N_("This is no link, and is published with its brackets."),
                N_("Write [{words}]({target})"),
                words=match["words"] or match["words_last"] or match["words_round"],
                target=match["target"] or match["target_first"] or match["target_square"],
            )


_SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):", re.IGNORECASE)
_SCHEMES = ("https", "http", "mailto", "tel")
_HOST = re.compile(r"(?:www\.|(?:[a-z0-9-]+\.)+(?:uk|org|com|net|eu|int|wales|cymru)(?![\w.-]))", re.IGNORECASE)
_FILE = re.compile(r"\.([a-z][a-z0-9]{1,4})$", re.IGNORECASE)
_FILES = frozenset(
    (
        *("pdf", "doc", "docx", "odt", "rtf", "xls", "xlsx", "ods", "csv", "ppt", "pptx", "odp", "eml", "msg", "zip"),
        *("png", "jpg", "jpeg", "gif", "webp", "svg", "bmp", "tif", "tiff", "mp3", "mp4"),
    )
)
"""The ends of names of files that offices keep."""
_OF_THE_SITE = ("api", "assets")
"""The folders, at the site's root, of files that the site makes itself."""
# The parts of addresses that are words: pages/addresses.py gives them out, and is not to be known here.
_EN = ("responses", "inspections", "recommendations", "forces", "search", "topics", "statistics", "rules")
_SECTIONS = {
    "en": {word: word for word in _EN},
    "cy": {
        "ymatebion": "responses",
        "arolygiadau": "inspections",
        "argymhellion": "recommendations",
        "heddluoedd": "forces",
        "chwilio": "search",
        "pynciau": "topics",
        "ystadegau": "statistics",
        "rheolau": "rules",
    },
}


@rule("S55-X17", "link-to-nowhere", ERROR, allowable=True)
def link_to_nowhere(document: Document, content: Content) -> Iterator[Found]:
    """A link must lead somewhere: to a whole address, to a part of the same text, or to a page that this site has.

    So must a picture to its file, which lies beside the record's own and is among its attachments.
    """
    targets = [
        (markup.place(link.target_start, link.target_start + max(1, len(link.target))), link.target)
        for markup, link in links(document, pictures=False)
    ]
    for markup, tag in tags(document, "a"):
        if match := _HREF.search(tag.attributes):
            targets.append((markup.place(tag.start, tag.end), match[1] or match[2] or match[3] or ""))
    ids: set[str] | None = None
    for place, target in targets:
        if target.startswith("#") and len(target) > 1:
            ids = set(_IDS.findall(document.text.html)) if ids is None else ids
            if target[1:] not in ids:
                yield found(
                    place,
                    N_("The link leads to a part of this text, {target}, that is not there."),
                    N_("Mark the part, as in ## Heading {{{target}}}, or take the link out and leave its words."),
                    target=target,
                )
            continue
        with suppress(Unknown):
            if said := _wrong_with(target, document, content):
                yield found(place, *said, target=target, right=_beside(target, document))
    pictures = [
        (markup.place(picture.target_start, picture.target_start + max(1, len(picture.target))), picture.target)
        for markup, picture in links(document, pictures=True)
    ]
    for markup, tag in tags(document, "img"):
        match = _SRC.search(tag.attributes)
        pictures.append((markup.place(tag.start, tag.end), next(filter(None, match.groups()), "") if match else ""))
    for place, target in pictures:
        path = _resolved(unquote(re.split(r"[?#]", target, maxsplit=1)[0]), document)
        if not target:
            yield found(place, N_("This picture names no file."), _BESIDE, right=_beside(target, document))
        elif not _ELSEWHERE.match(target) and "/".join(path or ()) not in content.other_files:
            yield found(
                place,
                N_("This site has no picture {target}, as seen from the page of this record."),
                _BESIDE,
                target=target,
                right=_beside(target, document),
            )


_IDS = re.compile(r'\bid="([^"]+)"')
_BESIDE = N_("Put its file beside this one, list it under attachments:, and write {right}")


def _beside(target: str, document: Document) -> str:
    """How a document's text leads to a file of the target's name that lies beside the document's own."""
    page = "/".join(_resolved("", document) or ())
    folder = "pages" if document.model is OwnPage else posixpath.dirname(f"responses/{document.name}")
    return posixpath.relpath(f"{folder}/{posixpath.basename(target) or '…'}", page or ".")


def _wrong_with(target: str, document: Document, content: Content) -> tuple[str, str] | None:
    """What keeps a link from leading anywhere, and what to write."""
    if target in ("", "#"):
        return (
            N_("This link leads nowhere."),
            N_("Write the whole address, from https:// on, or take the link out and leave its words."),
        )
    if scheme := _SCHEME.match(target):
        if scheme[1].lower() in ("http", "https") and not re.match(r"https?://[^/\s]", target, re.IGNORECASE):
            return N_("“{target}” is not a whole address."), N_("Write the whole address, from https:// on.")
        if scheme[1].lower() not in _SCHEMES:
            return (
                N_("The address of this link would be left out, since it is none on the web: {target}"),
                N_("Write an address on the web, from https:// on, or take the link out and leave its words."),
            )
        return None
    if target.startswith(("//", "\\\\")):
        return None
    if re.fullmatch(r"[^\s/@]+@[^\s/@]+", target):
        return N_("This link lacks mailto: before the e-mail address."), N_("Write mailto:{target}")
    if _HOST.match(target):
        return N_("This link lacks https:// before its address."), N_("Write https://{target}")
    path = re.split(r"[?#]", target, maxsplit=1)[0]
    if file := _FILE.search(path.rstrip("/")):
        if file[1].lower() == "md":
            return (
                N_("{target} is a record's file, and no page of the site."),
                N_("Open the page, and copy its whole address, from https:// on."),
            )
        there = _resolved(unquote(path), document) or [""]
        if file[1].lower() in _FILES and there[0] not in _OF_THE_SITE and "/".join(there) not in content.other_files:
            return (
                N_("This site has no file {target}, as seen from the page of this record."),
                _BESIDE
                if document.model in (Response, ResponseText)
                else N_("Write the whole address, from https:// on."),
            )
        return None  # of files that the site makes itself nothing is known here
    if path and not _is_page(_resolved(path, document), content):
        return (
            N_("This site has no page {target}, as seen from the page of this record."),
            N_("Open the page that you mean, and copy its whole address, from https:// on."),
        )
    return None


def _resolved(path: str, document: Document) -> list[str] | None:
    """The parts of the address that a relative one means on the page of a document; None for one above the site."""
    language = document.language or "en"
    words = {word: own for own, word in _SECTIONS[language].items()}
    parts: list[str] = []
    if not path.startswith("/"):
        parts = ["cy"] if language == "cy" else []
        if document.model is OwnPage:
            parts += [getattr(document.record, "address", None) or document.name] if document.name != "home" else []
        else:
            section = "responses" if document.model in (Response, ResponseText) else "inspections"
            parts += [words[section], *document.name.split("/")]
    for part in path.split("/"):
        if part == ".." and not parts:
            return None
        if part == "..":
            parts.pop()
        elif part not in ("", "."):
            parts.append(part)
    return parts


def _is_page(parts: list[str] | None, content: Content) -> bool:
    """Whether the records make a page at an address. Of pages that no record makes only the first part is known."""
    if parts is None:
        return False
    language = "cy" if parts[:1] == ["cy"] else "en"
    match parts[1:] if language == "cy" else parts:
        case [] | ["api", *_]:
            return True
        case [word] if word not in _SECTIONS[language]:
            return any(
                word == (getattr(each.record, "address", None) or name)
                for name, files in content.of(OwnPage).items()
                for each in files
            )
        case [word, *rest] if word in _SECTIONS[language]:
            section = _SECTIONS[language][word]
            match rest:
                case [] | [_, _, _, *_]:
                    return not rest
                case ["page" | "tudalen", number]:
                    return number.isdecimal()
                case [name] if section == "inspections":
                    return name in content.of(Inspection)
                case [name, item] if section == "inspections":
                    return any(
                        item in each.record.items
                        for each in content.of(Inspection).get(name, ())
                        if isinstance(each.record, Inspection)
                    )
                case [name, file] if section == "responses":
                    return f"{name}/{file}" in content.of(Response) or _leads_on(name, file, content)
                case [name] if section == "forces":
                    return name in content.of(Force)
                case _:
                    return section not in ("responses", "inspections", "forces")
    return False


def _leads_on(inspection: str, file: str, content: Content) -> bool:
    """Whether an address is one from which a response is found elsewhere."""
    return any(
        f"{inspection}/{file}" in each.record.moved_from
        or (inspection in each.record.also_answers and name.endswith(f"/{file}"))
        for name, files in content.of(Response).items()
        for each in files
        if isinstance(each.record, Response)
    )
