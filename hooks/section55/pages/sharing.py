"""The picture that other sites show where a page is shared: one of the site, one of each inspection and each force.

They are made only where the site's own address is known: others find a picture by its whole address alone.
"""

import io
from collections.abc import Iterator
from functools import cache, partial

from font_source_sans_pro import font_files_ttf
from PIL import Image, ImageDraw, ImageFont

from section55.digests import digest
from section55.language import long_date, words
from section55.pages.inspections import title_of
from section55.pages.labels import label
from section55.pages.page import View
from section55.publishing import File, Output
from section55.publishing.outputs import SITE
from section55.records.vocabulary import Regime
from section55.register import Force, Inspection, Register

WIDTH, HEIGHT = 1200, 630
"""In pixels, as Open Graph's users ask for."""

_PAPER, _INK = (0x17, 0x32, 0x4D), (0xFF, 0xFF, 0xFF)
_SHADES = 16
"""Between the two colours; 16 need half a byte a pixel."""
_SOFT = 190
_MARGIN, _TOP, _BOTTOM = 80, 190, 520
"""Where words begin at the left, and between which heights the title stands."""
_LINE = WIDTH - 2 * _MARGIN


def subject(view: View) -> Inspection | Force | None:
    """What a view's picture is of: an inspection, also for its items and the responses to it, a force, or the site."""
    return view.context.get("inspection") or view.context.get("force")


def picture_of(entry: Inspection | Force | None, language: str) -> str:
    """The path of a picture from the site's root; that of the site itself for None."""
    match entry:
        case Inspection():
            return f"assets/shared/{language}/inspections/{entry.id}.png"
        case Force():
            return f"assets/shared/{language}/forces/{entry.slug}.png"
    return f"assets/shared/{language}/site.png"


def words_in(entry: Inspection | Force | None, register: Register, language: str) -> tuple[str, str]:
    """What a picture says beside the site's name: its title, and a line below."""
    gettext = words(language).gettext
    match entry:
        case Inspection():
            published = gettext("Inspection report, published %(day)s") % {
                "day": long_date(entry.facts.published, language)
            }
            return title_of(entry, language)[0], published
        case Force():
            return entry.facts.name.best(language)[0], gettext("Responses to inspection reports")
    return register.site.name.best(language)[0], gettext(label(Regime.SECTION_55))


def pictures(register: Register, ground: str) -> Iterator[Output]:
    """All of them. `ground`: the digest of what everything is made with, the site's and the forces' names among it."""
    for language in register.languages:
        for entry in (None, *register.inspections.values(), *register.forces.values()):
            path = picture_of(entry, language)
            record = entry.digest if isinstance(entry, Inspection) else ""
            yield Output(path, digest(ground, path, record), partial(_make, path, entry, register, language))


def _make(path: str, entry: Inspection | Force | None, register: Register, language: str) -> Iterator[File]:
    site_name = register.site.name.best(language)[0] if entry else ""
    yield File(f"{SITE}/{path}", drawn(site_name, *words_in(entry, register, language)))


def drawn(site_name: str, title: str, below: str) -> bytes:
    """A PNG of some words: the same words, the same bytes."""
    shades = Image.new("L", (WIDTH, HEIGHT), 0)
    draw = ImageDraw.Draw(shades)
    draw.text((_MARGIN, 70), site_name, _SOFT, _font("SourceSansProBold", 40))
    draw.rectangle((_MARGIN, 140, _MARGIN + 160, 147), 255)
    lines, font, height = _fitted(title)
    for number, line in enumerate(lines):
        draw.text((_MARGIN, _TOP + number * height), line, 255, font)
    draw.text((_MARGIN, 550), below, _SOFT, _font("SourceSansPro", 36), anchor="ls")
    indexed = shades.point([shade * _SHADES // 256 for shade in range(256)])
    indexed.putpalette(
        [
            paper + (ink - paper) * shade // (_SHADES - 1)
            for shade in range(_SHADES)
            for paper, ink in zip(_PAPER, _INK, strict=True)
        ]
    )
    out = io.BytesIO()
    indexed.save(out, "PNG", bits=4)
    return out.getvalue()


def _fitted(title: str) -> tuple[list[str], ImageFont.FreeTypeFont, int]:
    """A title's lines in the largest letters in which all of it has room, those letters, and the height of a line."""
    for size in (80, 68, 58, 50, 42):
        font, height = _font("SourceSansProBold", size), size * 6 // 5
        lines, room = _lines(title, font), (_BOTTOM - _TOP) // height
        if len(lines) <= room:
            return lines, font, height
    last = lines[room - 1]
    while font.getlength(f"{last} …") > _LINE and " " in last:
        last = last.rpartition(" ")[0]
    return [*lines[: room - 1], f"{last} …"], font, height


def _lines(title: str, font: ImageFont.FreeTypeFont) -> list[str]:
    lines = [""]
    for word in title.split():
        longer = f"{lines[-1]} {word}".strip()
        if lines[-1] and font.getlength(longer) > _LINE:
            lines.append(word)
        else:
            lines[-1] = longer
    return lines


@cache
def _font(name: str, size: int) -> ImageFont.FreeTypeFont:
    # The plain layout: the other depends on what else a machine has.
    return ImageFont.truetype(font_files_ttf[name], size, layout_engine=ImageFont.Layout.BASIC)
