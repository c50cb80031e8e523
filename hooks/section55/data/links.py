"""Links in the data: each as a path from the site's root and, where the site's own address is known, as a whole one."""

from section55.data.shapes import Local
from section55.pages.addresses import Address
from section55.records.fields import LANGUAGES


class Links:
    """Makes the links of one site. `site_url` is where it stands on the web, or empty."""

    def __init__(self, languages: tuple[str, ...], site_url: str) -> None:
        self.languages = languages
        self.site_url = site_url.rstrip("/") + "/" if site_url else ""

    def page(self, address: Address, anchors: dict[str, str] | None = None) -> dict[str, Local]:
        """The keys `path` and `url` of a page; `anchors` gives, by language, the id of a part of it."""
        paths = {
            language: address.in_(language) + (f"#{anchors[language]}" if anchors and language in anchors else "")
            for language in self.languages
        }
        return {
            "path": self.local(paths),
            "url": self.local({language: self.whole(path) for language, path in paths.items()}),
        }

    def data(self, path: str) -> dict[str, str | None]:
        """The keys `data_path` and `data_url` of a file of the data."""
        return {"data_path": path, "data_url": self.whole(path)}

    def whole(self, path: str) -> str | None:
        """A path from the site's root as an address on the web; None where the site's is not known."""
        return f"{self.site_url}{path}" if self.site_url else None

    @staticmethod
    def local(values: dict[str, str | None]) -> Local:
        """What is known by language; None for a language that has nothing."""
        return Local(**{language: values.get(language) for language in LANGUAGES})
