"""Rules of what must not go online: protective markings, what was left in by mistake, and personal contacts."""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator
from functools import cached_property, lru_cache
from itertools import accumulate
from typing import NamedTuple

from section55.findings import Severity
from section55.language.catalogue import N_
from section55.reading.content import Content, Document
from section55.reading.markup import Markup, read_markup
from section55.reading.problems import Place
from section55.records import Force, Inspection, InspectionText, OwnPage, Response, ResponseText
from section55.rules.registry import Found, found, rule

ERROR, WARNING = Severity.ERROR, Severity.WARNING

_WITH_TEXT = (Response, ResponseText, Inspection, InspectionText, OwnPage)

# What a text and the facts shown must not hold is looked for line by line.
_Spans = Callable[[str], Iterator[tuple[int, int]]]
_NOT_SHOWN = frozenset(("url", "file", "report_url", "website", "repository", "allow", "words", "chief_officer_reason"))
"""Keys whose values are addresses, names of files, reasons to allow a rule, or what the text itself says."""
_ABOUT_THE_TEXT = frozenset(("changes", "corrections", "updates", "source", "doubts"))
"""Keys whose values may quote, in quotation marks, what was left out."""


def _hints(*words: str) -> tuple[bytes, ...]:
    """What a line must hold one of to be looked at: in small letters, as the bytes in which it is looked for."""
    return tuple(word.encode() for word in words)


def _shown(document: Document, hints: tuple[bytes, ...], spans: _Spans) -> Iterator[tuple[Place, str]]:
    """The places, with their words, of what `spans` finds in the lines of a document's text, and of the facts shown."""
    file = _searchable(document.source)
    if not document.model or not (numbers := file.lines_with(hints)):
        return
    if any(problem.rule in ("no-front-matter", "unclosed-front-matter") for problem in document.problems):
        return
    for number in sorted(numbers):
        in_front = number < document.front.body_line
        if in_front or document.model in _WITH_TEXT:
            line = file.lines[number - 1]
            for start, end in spans(line):
                if not in_front or _is_shown_fact(document, number, start, line):
                    yield Place(number, start + 1, number, end + 1), line[start:end]


class _Searchable:
    """A file's text, made for finding the few lines that are worth a closer look. Most files have none."""

    def __init__(self, source: str) -> None:
        self.lines = source.split("\n")
        self.bytes = source.encode("utf-8", "replace").lower()

    @cached_property
    def _ends(self) -> list[int]:
        return list(accumulate(len(line) + 1 for line in self.bytes.split(b"\n")))

    def lines_with(self, hints: tuple[bytes, ...]) -> set[int]:
        """The numbers of the lines that hold one of some words."""
        found: set[int] = set()
        for hint in hints:
            position = self.bytes.find(hint)
            while position >= 0:
                index = bisect_right(self._ends, position)
                found.add(index + 1)
                position = self.bytes.find(hint, self._ends[index])
        return found


@lru_cache(maxsize=2)
def _searchable(source: str) -> _Searchable:
    """A file's text to search. The last is kept: many rules search it."""
    return _Searchable(source)


def _is_shown_fact(document: Document, line: int, start: int, text: str) -> bool:
    """Whether something in the front matter is in a value that a page shows, and not in a quotation there."""
    for path, place in document.front.places.items():
        inside = (place.line, place.column) <= (line, start + 1) < (place.end_line, place.end_column)
        if inside and isinstance(document.front.value(path), str):
            before = text[place.column - 1 if place.line == line else 0 : start]
            quoted = not _ABOUT_THE_TEXT.isdisjoint(path) and _is_quoted(before.removeprefix('"'))
            return _NOT_SHOWN.isdisjoint(path) and not quoted
    return False


def _is_quoted(before: str) -> bool:
    """Whether what comes after this part of a line stands between quotation marks."""
    return before.count("“") > before.count("”") or before.count("‘") > before.count("’") or before.count('"') % 2 == 1


def _all(pattern: str) -> _Spans:
    """Finds all that matches a pattern in a line."""
    compiled = re.compile(pattern)
    return lambda text: (match.span() for match in compiled.finditer(text))


# Protective markings. Those of several words are markings wherever they stand in capitals; a single word, such as
# CONFIDENTIAL, where nothing but words of markings stands on its line.
_MARKINGS = re.compile(
    r"""\b(?:
      OFFICIAL\W{0,3}SENSITIVE | TOP\W{1,3}SECRET | UK\W{1,3}EYES\W{1,3}ONLY
    | NOT\s+(?:FOR|TO\s+BE)\s+(?:(?:ONWARD|WIDER|PUBLIC|FURTHER|EXTERNAL|GENERAL)\s+)?
      (?:PUBLICATION|PUBLISHED|DISCLOSURE|DISCLOSED|CIRCULATION|CIRCULATED|DISTRIBUTION|DISTRIBUTED|RELEASED?|SHARED)
    | (?:PROTECT|RESTRICTED)\s?[-–—:]\s?(?:PERSONAL|STAFF|POLICY|COMMERCIAL|INVESTIGATIONS?|MANAGEMENT|APPOINTMENTS)
    | (?:STRICTLY|PRIVATE\s+(?:AND|&))\s+CONFIDENTIAL | (?:COMMERCIAL|STAFF|POLICY)\W{1,3}IN\W{1,3}CONFIDENCE
    | (?:INTERNAL|POLICE)\s+USE\s+ONLY | EMBARGO(?:ED)?
    | SWYDDOGOL\W{0,3}SENSITIF
    | (?:NID|NAD|DDIM)(?:\s+YW)?\s+I['’]W\s+(?:G|CH)YHOEDDI
    | (?:NID|NAD|DDIM)(?:\s+YW)?\s+I['’]W\s+(?:RANNU|RHANNU|DDATGELU|DATGELU|DDOSBARTHU|DOSBARTHU)
    | (?:HYNOD|CWBL)\s+GYFRINACHOL | TRA\s+CHYFRINACHOL | (?:PREIFAT|BREIFAT)\s+A\s+CHYFRINACHOL
    )\b""",
    re.VERBOSE,
)
_IN_CAPITALS = (
    *("OFFICIAL", "SECRET", "EYES", "NOT", "PROTECT", "RESTRICTED", "CONFIDEN", "USE", "SWYDDOGOL", "GYFRINACHOL"),
    *("CHYFRINACHOL", "NID", "NAD", "DDIM", "EMBARGO"),
)
# These are markings where a line begins with them, and with a capital, as no line within a sentence does; the last two
# where nothing else stands on it.
_MARKINGS_BEFORE = re.compile(
    r"""[^\w\n]*(?=(?-i:[A-Z]))(?P<marking>(?:
      not\s+(?:for|to\s+be)\s+(?:(?:onward|wider|public|further|external|general)\s+)?
      (?:publication|published|disclosure|disclosed|circulation|circulated|distribution|distributed|released?|shared)
      \s+(?:until|till|before|prior\s+to)
    | (?:strictly\s+|strict\s+|under\s+)?embargo(?:ed)?(?:\s+(?:until|till)|\s*(?=:))
    | (?:dan\s+|o\s+dan\s+)?embargo\s+(?:tan|hyd)
    | (?:nid|nad|ddim)(?:\s+yw)?\s+i['’]w\s+(?:g|ch)yhoeddi\s+(?:tan|cyn|hyd)
    )(?!\w).*
    | (?:(?:sent|provided)\s+)?in\s+(?:the\s+)?(?:strict(?:est)?\s+)?confidence(?=\W*$)
    | (?:mewn\s+cyfrinachedd|yn\s+(?:gwbl\s+)?gyfrinachol)(?=\W*$))""",
    re.VERBOSE | re.IGNORECASE,
)
_LONGEST_MARKING = 200
"""The length of a line from which on it is a sentence, whatever it begins with."""
_MARKING_HINTS = _hints(
    *("sensiti", "secret", "restricted", "confiden", "protect", "eyes", "use only", "yfrinach", "cyfyngedig"),
    *("for publi", "for disc", "for circ", "for dist", "to be ", "onward", "wider", "further", "external"),
    *("i'w", "i’w", "embargo"),
)
_CORE = frozenset(("secret", "restricted", "confidential", "cyfrinachol", "gyfrinachol", "cyfyngedig"))
_AROUND = frozenset(
    """
    a ac addressee addressees and appointments by classification commercial complete copy document dosbarthiad draft
    drafft eyes for government gsc handling if in investigation law level management marc marking medical not of
    official once only page personal police policy private privileged protective security sensitif sensitive staff
    strictly swyddogol top uk until version when with
    """.split()
)
_WORD = re.compile(r"[^\W\d_]+")


@rule("S55-X22", "protective-marking", ERROR, allowable=True)
def protective_marking(document: Document, content: Content) -> Iterator[Found]:
    """A text must bear no protective marking that keeps it from the public, such as OFFICIAL-SENSITIVE.

    What is published here is public for good: whoever marked it must first say that it may be. A letter that quotes
    such words, and bears no marking, can allow this rule with a reason.

    Source: the Government Security Classifications, of which OFFICIAL-SENSITIVE, SECRET and TOP SECRET are markings.
    """
    for place, marking in _shown(document, _MARKING_HINTS, _marking_in):
        yield found(
            place,
            N_("“{marking}” is a protective marking, and what is published here is public for good."),
            N_("Ask whether the text may be published; if it may, and the marking is no longer meant, delete it."),
            marking=marking,
        )


def _marking_in(text: str) -> Iterator[tuple[int, int]]:
    """Where in a line a protective marking stands."""
    if any(word in text for word in _IN_CAPITALS) and (matches := list(_MARKINGS.finditer(text))):
        yield from (match.span() for match in matches)
        return
    if len(text) >= _LONGEST_MARKING:
        return
    if match := _MARKINGS_BEFORE.match(text):
        marking = match["marking"].rstrip(" *_.")
        yield match.start("marking"), match.start("marking") + len(marking)
        return
    words = list(_WORD.finditer(text))
    lower = {word[0].lower() for word in words}
    if (lower & _CORE and lower <= _CORE | _AROUND) or (
        words and _MARKINGS.fullmatch(text[words[0].start() : words[-1].end()].upper())
    ):
        yield words[0].start(), words[-1].end()


class _Residue(NamedTuple):
    """What is left in by mistake. hints: in small letters, of which a line with it holds one; spans: finds it there."""

    hints: tuple[bytes, ...]
    spans: _Spans
    message: str


_XX = re.compile(r"(?<![\w.@/#&=-])[Xx]{2,}(?:[,./ :-]?[Xx]{2,})*(?![\w@-]|\.\w)")
_BEFORE_ROMAN = re.compile(r"\b(?:part|chapter|article|schedule|volume|section|title|annex|rhan|pennod|pp?\.?) $", re.I)


def _placeholders(text: str) -> Iterator[tuple[int, int]]:
    """Where in a line an XX stands that is no Roman number."""
    for match in _XX.finditer(text):
        if not _BEFORE_ROMAN.search(text, max(0, match.start() - 12), match.start()):
            yield match.span()


_PLACEHOLDER = N_("“{left}” looks like a place that was still to be filled in.")
_DRAFT = N_("“{left}” says that this is not the final text.")
_COMMENT = N_("“{left}” looks like a comment or a tracked change of a word processor.")
_VERSIONS = N_("“{left}” is left of two versions of a text between which nobody chose.")
FILLED_IN_LATER = re.compile(
    r"<(?i:(?:insert|enter|add your|mewnosod\w*|nodwch|rhowch)\b[^<>\n]*"
    r"|[^<>\n]{0,60}\b(?:tb[cd]|to confirm|to be confirmed|i['’]w gadarnhau)"
    r"|(?:(?:d?pf?cc|force|commissioner)(?:['’]s)? )?(?:name|date|signature)|enw|dyddiad|llofnod) ?>"
)
"""Words in angle brackets that stand for others."""
_FURNITURE = N_("“{left}” looks like the page's or the form's, and not like words of the letter.")
_RESIDUES = (
    _Residue(_hints("draft"), _all(r"(?i:\bdraft v(?:ersion)? ?[\d.]*\d)|(?<!THE )\bDRAFT\b"), _DRAFT),
    _Residue(_hints("draft"), _all(r"^\W*+(?i:(?:first |second |final )?)(?:Draft|draft)(?: [\d.]++)?\W*+$"), _DRAFT),
    _Residue(_hints("drafft"), _all(r"\bDRAFFT\b|^\W*+Drafft(?: [\d.]++)?\W*+$"), _DRAFT),
    _Residue(
        _hints("["),
        _all(r"\[(?i:insert|add|enter|delete|mewnosod\w*|nodwch|rhowch|ychwaneg\w*)\b[^\[\]\n]*+\]?+(?!\()"),
        _PLACEHOLDER,
    ),
    _Residue(
        _hints("["),
        _all(
            r"\[ ?(?i:(?:(?:d?pf?cc|force|commissioner)(?:['’]s)? )?(?:name|date|title|address|signature)"
            r"|enw|dyddiad|teitl|cyfeiriad|llofnod|x{2,}|●+|_+) ?\](?![(\[:])"
        ),
        _PLACEHOLDER,
    ),
    _Residue(
        _hints(" to ", "i'w", "i’w"),
        _all(
            r"\[(?i:[^\[\]\n]{0,60}?\b(?:to be (?:confirm|add|insert|complet|supplied|check|updat)(?:ed|d)?|to follow"
            r"|i['’]w (?:gadarnhau|chadarnhau|ychwanegu|gwblhau|chwblhau|ddilyn))"
            r"|[^\[\]\n]{0,30}?\bto confirm\b[^\[\]\n]{0,30})"
            r" ?\](?![(\[:])"
        ),
        _PLACEHOLDER,
    ),
    _Residue(_hints("xx"), _placeholders, _PLACEHOLDER),
    _Residue(
        _hints("tb"),
        _all(r"\[[^\[\]\n]{0,60}?\b(?i:tb[cda])\b[^\[\]\n]{0,60}\](?![(\[:])|(?<!<)\b(?:TB[CDA]|tb[cd])\b"),
        _PLACEHOLDER,
    ),
    _Residue(_hints("lorem"), _all(r"(?i:\blorem ipsum\b)"), _PLACEHOLDER),
    _Residue(
        _hints("click or tap", "cliciwch neu"),
        _all(
            r"(?i:\b(?:click or tap (?:here )?to enter|cliciwch neu (?:dap|tap)\w* (?:yma )?i (?:nodi|roi))\b[^.\n]*+)"
        ),
        _PLACEHOLDER,
    ),
    _Residue(
        _hints("of who signed", "the letter is to", "the letter comes here"),
        _all(
            r"\bName of who signed\b|\bOffice of who signed, as in the letter\b|\bWho the letter is to$"
            r"|^The letter comes here\.$"
        ),
        _PLACEHOLDER,
    ),
    _Residue(_hints("choose an item"), _all(r"(?i:\bchoose an item\b)"), _PLACEHOLDER),
    _Residue(_hints("error!"), _all(r"\bError! (?:Reference source|Bookmark|Hyperlink|No text)[^.\n]*+"), _PLACEHOLDER),
    _Residue(
        _hints("["),
        _all(
            r"\bComment(?:ed)? ?\[[A-Z]{2,3}[0-9]{1,2}(?:R[0-9]+)?\]:?"
            r"|\[(?!AFI|COC|REC)[A-Z]{2,3}[0-9]{1,2}(?:R[0-9]+)?\](?![(\[:])"
        ),
        _COMMENT,
    ),
    _Residue(
        _hints("formatted:", "deleted:", "inserted:", "commented:"),
        _all(r"^\W*+(?:Formatted|Deleted|Inserted|Commented):.*+"),
        _COMMENT,
    ),
    _Residue(_hints("{++", "{--", "{~~", "{>>", "{=="), _all(r"\{(?:\+\+|--|~~|>>|==)"), _COMMENT),
    _Residue(_hints("<<<<<<<", ">>>>>>>"), _all(r"^(?:<{7}|>{7})(?: .*+)?$"), _VERSIONS),
    _Residue(_hints("page"), _all(r"^\W*+(?i:Page \d++(?: of \d++)?)\W*+$"), _FURNITURE),
    _Residue(_hints("tudalen"), _all(r"^\W*+(?i:Tudalen \d++(?: o \d++)?)\W*+$"), _FURNITURE),
    _Residue(_hints("skip to"), _all(r"(?i:\bSkip to (?:main )?content\b)"), _FURNITURE),
)


@rule("S55-X23", "left-in", WARNING)
def left_in(document: Document, content: Content) -> Iterator[Found]:
    """A text must be final: without marks of a draft, places still to be filled in, comments or tracked changes.

    Such things are easily overlooked when a letter is copied from a word processor, and are then public for good.
    """
    help_ = N_("Delete it, or put in what belongs there; if the letter as sent says so, leave it.")
    for residue in _RESIDUES:
        for place, left in _shown(document, residue.hints, residue.spans):
            yield found(place, residue.message, help_, left=left)
    text = _markup(document)
    tags = {text.place(tag.start, tag.start)[:2] for tag in text.tags}
    for place, left in _shown(document, _hints("<"), _in_angle_brackets):
        if place[:2] not in tags:  # of which tag-left-out tells
            yield found(place, _PLACEHOLDER, help_, left=left)
    for match in _HTML_COMMENT.finditer(text.source):
        if re.search(r"\w\w", match[1]) and not text.is_code(match.start()):
            is_shown = "<!--" in document.text.words and " ".join(match[0].split()) in document.text.words
            yield found(
                text.place(match.start(), match.end()),
                _COMMENT if is_shown else _LEFT_OUT,
                help_ if is_shown else N_("Delete it, with what marks it as a comment: <!-- and -->"),
                left=match[0],
            )


def _markup(document: Document) -> Markup:
    """The Markdown of a document's text; none where it has no text that is shown, or where nobody knows it begins."""
    if document.model not in _WITH_TEXT or "<" not in document.source or any(document.problems_of("no-front-matter")):
        return Markup("")
    return read_markup(document.front.body, document.front.body_line)


_HTML_COMMENT = re.compile(r"<!--(.*?)-->", re.DOTALL)
_LEFT_OUT = N_("“{left}” is a comment: the page leaves it out, but whoever opens this file, which is public, reads it.")
_in_angle_brackets = _all(FILLED_IN_LATER.pattern)


_EMAIL = re.compile(r"(?<![\w.+-])([\w.+-]+)@([\w-]+)(?:\.[\w-]+)+")
_FOR_EVERYBODY = frozenset(
    """
    aol btinternet gmail googlemail hotmail icloud live me msn outlook protonmail sky talktalk virginmedia yahoo
    """.split()
)
"""Where a person has an address of their own, and an office has none, whatever stands before the @."""
_OFFICE_WORDS = frozenset(
    """
    admin advice assistance board business centre chief commissioner commissioners communications complaints comms
    constable contact contactus correspondence council crime customer data dataprotection deputy dpo engagement
    enquiries enquiry enquires executive feedback fire foi freedom general governance hello help helpdesk hmic hmicfrs
    home info information inspection inspectorate legal mail mayor media ministerial mopac news no noreply office opcc
    panel pcc pfcc police policing press private protection public recruitment reply request requests response responses
    scrutiny secretary section55 secretariat service services standards statutory support team unit volunteering web
    webmaster welsh
    comisiynydd cyfathrebu cyffredinol cymorth cymraeg dirprwy gohebiaeth gwasanaeth gwasanaethau gwybodaeth heddlu
    panel prif swyddfa tim tîm throseddu troseddu ymholiadau ymholiad ymateb
    """.split()
)
_mobile_numbers = _all(
    r"(?<![\d.+])(?:\+44[ \u00a0]?(?:\(0\)[ \u00a0]?)?|0044[ \u00a0]?|\(?0)7(?:[ \u00a0)-]{0,2}\d){9}(?!\d)"
)
_NUMBER = re.compile(r"(?:0|\+44)(?<![\w.,/]0)[0-9 \u00a0()-]{5,18}[0-9]")
_DIRECT = re.compile(  # what stands before a number
    r"\b(?:direct(?: line| dial(?:ling)?)?|d\.?d\.?i|mobile|mob"
    r"|(?:llinell|rhif|deialu|ffôn)(?: ffôn)? uniongyrchol|symudol)"
    r"\b[\W_]*(?:(?:tel|telephone|phone|ffôn|no|number|rhif|is|yw)\b[\W_]*){0,3}$",
    re.IGNORECASE,
)
_DIRECT_HINTS = _hints("direct", "ddi", "d.d.i", "mob", "uniongyrchol", "symudol")
_EXTENSION = re.compile(r"\b(?:ext(?:ension|n)?|estyniad)\b[ .:()]*([0-9]{3,6})\b(?!\W?[0-9])", re.IGNORECASE)
_NUMBER_AND_EXTENSION = re.compile(
    rf"\(?{_NUMBER.pattern}[ ,;(/\u00a0]{{1,3}}(?:(?:ext(?:ension|n)?|estyniad)\b|x)[ .:\u00a0]{{0,2}}[0-9]{{1,6}}\b",
    re.IGNORECASE,
)
_EXTENSION_HINTS = _hints(
    *("ext.", "ext:", "ext ", "extn", "extension ", "extension:", "estyniad"),
    *(f" x{digit}" for digit in " 0123456789"),
)


@rule("S55-X24", "personal-contact", WARNING)
def personal_contact(document: Document, content: Content) -> Iterator[Found]:
    """A text must give the office's addresses and numbers, and not one person's e-mail address or direct telephone.

    What is published here is public for good, and is copied by others; people change their posts. The office's own,
    such as commissioner@ or its switchboard, may stand.

    Source: article 5(1)(c) of the UK GDPR: personal data are limited to what is necessary.
    """
    for place, address in _shown(document, _hints("@"), lambda text: _personal_addresses(text, content)):
        yield found(
            place,
            N_("“{address}” looks like the e-mail address of one person."),
            N_("If it is, put the office's in its place or leave it out, and say so under source: changes."),
            address=address,
        )
    for place, number in _shown(document, _hints("07", "44"), _mobile_numbers):
        yield found(
            place,
            N_("“{number}” is the number of a mobile telephone."),
            N_("If it is one person's, leave it out, and say so under source: changes."),
            number=number,
        )
    for place, number in (
        *_shown(document, _DIRECT_HINTS, _direct_numbers),
        *_shown(document, _EXTENSION_HINTS, _extensions),
    ):
        yield found(
            place,
            N_("“{number}” looks like the direct number of one person."),
            N_("If it is, put the switchboard's in its place or leave it out, and say so under source: changes."),
            number=number,
        )


def _personal_addresses(text: str, content: Content) -> Iterator[tuple[int, int]]:
    """Where in a line an address stands whose first half is a first name, or its letter, and a last name.

    Or any name, where everybody can have an address.
    """
    for match in _EMAIL.finditer(text):
        if text.endswith("mailto:", 0, match.start()):
            continue  # what the link says is looked at
        parts = [part.strip("0123456789") for part in re.split(r"[._-]", match[1].lower())]
        names = [part for part in parts if part]
        several = len(names) > 1 or (names and match[2].lower() in _FOR_EVERYBODY)
        if several and all(map(str.isalpha, names)) and _OFFICE_WORDS.isdisjoint(names):
            if "-".join(names) not in content.of(Force):  # such as north.wales@
                yield match.span()


def _direct_numbers(text: str) -> Iterator[tuple[int, int]]:
    for match in _NUMBER.finditer(text):
        if _DIRECT.search(text, max(0, match.start() - 60), match.start()) and not any(_mobile_numbers(match[0])):
            yield match.span()


def _extensions(text: str) -> Iterator[tuple[int, int]]:
    """Where in a line an extension stands, with the number before it if there is one."""
    end = 0
    for match in _NUMBER_AND_EXTENSION.finditer(text):
        end = match.end()
        yield match.span()
    for match in _EXTENSION.finditer(text, end):
        if not re.match("(?:19|20)[0-9]{2}$", match[1]):
            yield match.span(1)
