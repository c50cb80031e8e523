"""Where every page stands: permanent, lower-case ASCII, one address a language, without titles or officeholders."""

from typing import NamedTuple

from section55 import register as reg

WORDS = {
    "responses": "ymatebion",
    "inspections": "arolygiadau",
    "recommendations": "argymhellion",
    "forces": "heddluoedd",
    "search": "chwilio",
    "topics": "pynciau",
    "statistics": "ystadegau",
    "rules": "rheolau",
    "page": "tudalen",
}
"""The parts of addresses that are words, in English and Welsh; ids are the same in both."""

PREFIX = {"en": "", "cy": "cy/"}


class Address(NamedTuple):
    """A page's address in each language, from the site's root, without a leading `/` and with a trailing one."""

    en: str
    cy: str

    def in_(self, language: str) -> str:
        """The address in a language."""
        return self.en if language == "en" else self.cy

    def page(self, number: int) -> "Address":
        """The address of a list's further page; its first page is the list itself."""
        if number == 1:
            return self
        return Address(f"{self.en}page/{number}/", f"{self.cy}{WORDS['page']}/{number}/")


def at(section: str, *ids: str) -> Address:
    """The address of a section, or of what its ids name within it."""
    tail = "".join(f"{id_}/" for id_ in ids)
    return Address(f"{PREFIX['en']}{section}/{tail}", f"{PREFIX['cy']}{WORDS[section]}/{tail}")


HOME = Address(PREFIX["en"], PREFIX["cy"])


def addressed_to(force: "reg.Force") -> Address:
    """The address of the list of all that is recommended to a force."""
    there, part = at("forces", force.slug), "recommendations"
    return Address(f"{there.en}{part}/", f"{there.cy}{WORDS[part]}/")


def of(entry: object) -> Address:
    """The address of what the register holds: a response, inspection, item or force."""
    match entry:
        case reg.Response():
            return at("responses", entry.inspection.id, entry.file)
        case reg.Inspection():
            return at("inspections", entry.id)
        case reg.Item():
            return at("inspections", entry.inspection.id, entry.id)
        case reg.Force():
            return at("forces", entry.slug)
    raise TypeError(f"{type(entry).__name__} has no page")


def between(here: str, there: str) -> str:
    """The relative link from one address to another, both from the site's root; never empty."""
    up = here.count("/")
    here_parts, there_parts = here.split("/")[:-1], there.split("/")
    common = 0
    while common < len(here_parts) and common < len(there_parts) - 1 and here_parts[common] == there_parts[common]:
        common += 1
    return "../" * (up - common) + "/".join(there_parts[common:]) or "./"
