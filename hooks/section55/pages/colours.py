"""The stylesheet of the colours that a site chooses, over those of `overrides/assets/site.css`; empty for none."""

from section55.digests import digest
from section55.publishing import File, Output
from section55.publishing.outputs import SITE
from section55.records import Colours

PATH = "assets/colours.css"


def stylesheet(colours: Colours) -> str:
    """The custom properties that the colours replace, on screens: paper has its own."""
    line = {"--head-line": _paler(colours.head) if colours.head else None}
    light = {"--head": colours.head, **line, "--link": colours.link, "--md-typeset-a-color": colours.link}
    dark = {"--head": colours.head, **line, "--link": colours.link_dark, "--md-typeset-a-color": colours.link_dark}
    return _block("screen and (prefers-color-scheme: light)", light) + _block(
        "screen and (prefers-color-scheme: dark)", dark
    )


def output(colours: Colours) -> Output:
    """The stylesheet as an output of a build."""
    content = stylesheet(colours).encode("utf-8")
    return Output(PATH, digest(content), lambda: (File(f"{SITE}/{PATH}", content),))


def _paler(colour: str) -> str:
    """Half way from a colour to white: for the lines in the head, and the bars of charts."""
    parts = (int(colour[place : place + 2], 16) for place in (1, 3, 5))
    return "#" + "".join(f"{(part + 255) // 2:02x}" for part in parts)


def _block(media: str, properties: dict[str, str | None]) -> str:
    chosen = "".join(f" {name}: {colour};" for name, colour in properties.items() if colour)
    return f"@media {media} {{ :root {{{chosen} }} }}\n" if chosen else ""
