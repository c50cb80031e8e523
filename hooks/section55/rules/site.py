"""Rules of the site as a whole: its colours can be read, its logo is there, and readers can reach its office."""

from collections.abc import Iterator
from contextlib import suppress

from section55.findings import Severity
from section55.language.catalogue import N_
from section55.paths import printable
from section55.reading.content import Content, Document
from section55.records import Site
from section55.records.fields import Unknown
from section55.rules.registry import Found, found, rule

ERROR = Severity.ERROR

LEAST = 4.5
"""The contrast that words need at least (WCAG 2.2, success criterion 1.4.3)."""

BESIDE = {
    "head": ("#ffffff",),
    "link": ("#ffffff", "#f3f5f7"),
    "link_dark": ("#12171c", "#1c232a"),
}
"""By colour: those that it stands on, or that stand on it. They are the stylesheet's."""


@rule("S55-F24", "colours-too-close", ERROR)
def colours_too_close(document: Document, content: Content) -> Iterator[Found]:
    """A colour must stand out from what it stands beside: words need a contrast of 4.5 to 1.

    The head of a page has white words on it, links are on white, and on near black for readers who have set their
    screens to dark. Whoever does not see well cannot read words that hardly differ from what is behind them.

    Source: Web Content Accessibility Guidelines (WCAG) 2.2, success criterion 1.4.3, which the accessibility
    regulations of 2018 ask of public bodies.
    """
    if not isinstance(document.record, Site):
        return
    for name, others in BESIDE.items():
        with suppress(Unknown):
            colour = getattr(document.record.colours, name)
            least = min((contrast(colour, other) for other in others), default=LEAST) if colour else LEAST
            if least < LEAST:
                yield found(
                    document.front.place(("colours", name)),
                    N_("The contrast of {colour} is {contrast} to 1, and words need at least 4.5 to 1."),
                    N_("Take a lighter colour: it stands on near black.")
                    if name == "link_dark"
                    else N_("Take a darker colour: it stands beside white."),
                    colour=colour,
                    # Cut and not rounded: 4.46 is not 4.5.
                    contrast=f"{int(least * 10) / 10}",
                )


@rule("S55-R18", "logo-missing", ERROR)
def logo_missing(document: Document, content: Content) -> Iterator[Found]:
    """The site's logo must be a picture that lies beside `site.md`."""
    if not isinstance(document.record, Site) or not (logo := document.record.logo):
        return
    if "/" in logo or not logo.lower().endswith((".svg", ".png")):
        message = N_("{name} is no name of a picture beside site.md that ends in .svg or .png.")
    elif logo not in content.other_files:
        message = N_("There is no file {name} beside site.md.")
    else:
        return
    yield found(
        document.front.place(("logo",)),
        message,
        N_("Put the picture into the folder of site.md, and write its name here, capitals and all."),
        name=printable(logo),
    )


@rule("S55-R19", "no-way-to-the-office", Severity.WARNING, allowable=False)
def no_way_to_the_office(document: Document, content: Content) -> Iterator[Found]:
    """A site must give its readers a way to its office: an e-mail address, a telephone number, or a page with more.

    It stands at the foot of every page, and the accessibility statement sends readers there who cannot use part of the
    site. A problem told at GitHub needs an account, which few readers have.

    Source: the Public Sector Bodies (Websites and Mobile Applications) (No. 2) Accessibility Regulations 2018: the
    accessibility statement that they ask for links to a way of telling the body what is not accessible.
    """
    if not isinstance(document.record, Site):
        return
    # A key that does not exist may be a way's, misspelt.
    if any(document.problems_of("unknown-key")):
        return
    with suppress(Unknown):
        contact = document.record.contact
        if contact.email or contact.phone or contact.url:
            return
        yield found(
            document.front.key(("contact",)),
            N_("This site gives its readers no way to reach its office."),
            N_("Write the office's address below contact: as in email: office@example.org, or give phone: or url:"),
        )


def contrast(one: str, other: str) -> float:
    """The contrast of two colours, from 1 to 21, as WCAG 2.2 defines it."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    def linear(part: int) -> float:
        value = part / 255
        return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4

    red, green, blue = (linear(int(colour[place : place + 2], 16)) for place in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
