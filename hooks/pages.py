"""Stage 2: the register's pages. MkDocs and Material make the shells around them; the package makes the rest."""

import shutil
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import TableOfContents
from section55.pages import colours, site_pages
from section55.pages.chrome import Chrome, Shell, ShellKey, shell_key
from section55.pages.outputs import outputs
from section55.pages.rendering import Renderer
from section55.pages.sharing import pictures
from section55.pages.sitemap import sitemap
from section55.search.shards import shards

_UNUSED = ("assets/javascripts/", "assets/images/favicon.png", "assets/stylesheets/palette", "sitemap.xml")
_SHELLS = "shells"
"""Where MkDocs writes shells, which are no part of the site."""


class ShellPage(Page):
    """A page of MkDocs without content: what Material puts around all pages of one language, depth and section."""

    def __init__(self, key: ShellKey, file: File, config: MkDocsConfig) -> None:
        self.key = key
        super().__init__("", file, config)

    def read_source(self, config: MkDocsConfig) -> None:
        """There is no Markdown to read: the reader has converted the texts."""
        self.markdown, self.meta = "", {}

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """There is nothing to render: the shell has a mark where the content goes."""
        self.content, self.toc = "", TableOfContents([])


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Leaves out MkDocs's list of pages, which holds today's date: the package writes its own."""
    config.theme.static_templates.discard("sitemap.xml")
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Decides which pages there are, and adds a file of MkDocs for each of their shells."""
    register = config.extra["register"]
    config.site_name = register.site.name.best(register.languages[0])[0]
    pages = list(site_pages(register))
    config.extra |= {
        "pages": pages,
        "shards": shards(pages),
        "chrome": Chrome(register, config.site_url or ""),
        "shells": {},
    }
    withdrawn = {
        f"responses/{response.inspection.id}/{attachment.file}"
        for response in register.responses.values()
        if not response.is_held
        for attachment in response.facts.attachments
    }
    config.extra["stylesheets"] = [
        *(
            file.dest_uri
            for file in files
            if file.src_uri.startswith("assets/stylesheets/main.") and file.dest_uri.endswith(".css")
        ),
        *map(str, config.extra_css),
        *([colours.PATH] if colours.stylesheet(register.site.colours) else ()),
    ]
    # Files of removed responses; Material's scripts, none of which a page loads; the template of MkDocs's sitemap.
    for file in [
        file
        for file in files
        if file.src_uri in withdrawn or file.src_uri.startswith(_UNUSED) or file.src_uri.endswith(".map")
    ]:
        files.remove(file)
    for number, key in enumerate(sorted({shell_key(page) for page in pages})):
        file = File.generated(config, f"{_SHELLS}/{number}.md", content="", inclusion=InclusionLevel.NOT_IN_NAV)
        # As deep as its pages, so that the theme's links are right in them.
        file.dest_uri = f"{_SHELLS}/{'d/' * (key.depth - 1)}{number}.html" if key.depth else f"{_SHELLS}-{number}.html"
        files.append(file)
        ShellPage(key, file, config)
    return files


def on_nav(nav: Navigation, config: MkDocsConfig, files: Files) -> Navigation:
    """Leaves MkDocs's navigation empty: the few sections that a page links to are in the chrome, in its language."""
    return Navigation([], [])


def on_page_context(context: dict, page: ShellPage, config: MkDocsConfig, nav: Navigation) -> dict:
    """Gives Material's templates what goes around the pages, in their language."""
    context |= {"chromes": (config.extra["chrome"].around(page.key),), "stylesheets": config.extra["stylesheets"]}
    return context


def on_template_context(context: dict, template_name: str, config: MkDocsConfig) -> dict:
    """Gives the page for what is not found, what goes around it, in every language."""
    context |= {"chromes": config.extra["chrome"].around_not_found(), "stylesheets": config.extra["stylesheets"]}
    return context


def on_post_page(output: str, page: ShellPage, config: MkDocsConfig) -> str:
    """Keeps a shell for the pages that it goes around."""
    config.extra["shells"][page.key] = Shell.of(output)
    return output


def on_post_build(config: MkDocsConfig) -> None:
    """Makes the pages that are not as they were, and lists all for search engines."""
    extra, site = config.extra, Path(config.site_dir)
    for shell in site.glob(f"{_SHELLS}-*.html"):
        shell.unlink()
    shutil.rmtree(site / _SHELLS)
    register, pages, site_url = extra["register"], extra["pages"], config.site_url or ""
    renderer = Renderer(register, Path(config.theme.custom_dir) / "records", site_url, extra["leavings"].templates)
    extra["outputs"] += outputs(pages, register, renderer, extra["shells"], extra["shards"], extra["ground"])
    if colours.PATH in extra["stylesheets"]:
        extra["outputs"].append(colours.output(register.site.colours))
    if site_url:
        extra["outputs"] += pictures(register, extra["ground"])
        extra["outputs"].append(sitemap(pages, register.languages, site_url))
