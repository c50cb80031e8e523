"""Stage 2: the register's pages become MkDocs's, and after the build each of them is seen to be there."""

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import TableOfContents

from section55.pages import site_pages
from section55.pages.chrome import Chrome
from section55.pages.guard import missing_and_stray
from section55.pages.page import Page as RecordPage
from section55.pages.rendering import Renderer
from section55.pages.sitemap import write_sitemap

_UNUSED = ("assets/javascripts/", "assets/images/favicon.png", "assets/stylesheets/palette", "sitemap.xml")


class RenderedPage(Page):
    """A page of the register in MkDocs: its HTML is made by the package, and Material wraps it."""

    def __init__(self, page: RecordPage, renderer: Renderer, file: File, config: MkDocsConfig) -> None:
        self.record = page
        self.renderer = renderer
        super().__init__(page.title, file, config)

    def read_source(self, config: MkDocsConfig) -> None:
        """There is no Markdown to read: the reader has converted the text."""
        self.markdown = ""
        self.meta = {"lang": self.record.language, "title": self.record.title, "description": self.record.description}

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """The page's HTML, without chrome."""
        self.content = self.renderer.render(self.record)
        self.toc = TableOfContents([])


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Leaves out MkDocs's list of pages, which holds today's date: the package writes its own."""
    config.theme.static_templates.discard("sitemap.xml")
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Adds a generated file, and its page, for each page of the register."""
    register = config.extra["register"]
    renderer = Renderer(register, Path(config.theme.custom_dir) / "records")
    pages = list(site_pages(register))
    config.site_name = register.site.name.best(register.languages[0])[0]
    config.extra |= {"pages": pages, "chrome": Chrome(register, config.site_url or "")}
    withdrawn = {
        f"responses/{response.inspection.id}/{attachment.file}"
        for response in register.responses.values()
        if not response.is_held
        for attachment in response.facts.attachments
    }
    # Files of removed responses; Material's scripts, none of which a page loads, and the template of MkDocs's list of pages.
    for file in [file for file in files if file.src_uri in withdrawn or file.src_uri.startswith(_UNUSED) or file.src_uri.endswith(".map")]:
        files.remove(file)
    for page in pages:
        file = File.generated(config, f"{page.path}index.md", content="", inclusion=InclusionLevel.NOT_IN_NAV)
        files.append(file)
        RenderedPage(page, renderer, file, config)
    return files


def on_nav(nav: Navigation, config: MkDocsConfig, files: Files) -> Navigation:
    """Leaves MkDocs's navigation empty: the few sections that a page links to are in the chrome, in its language."""
    return Navigation([], [])


def on_page_context(context: dict, page: Page, config: MkDocsConfig, nav: Navigation) -> dict:
    """Gives Material's templates what goes around the page, in its language."""
    context["chrome"] = config.extra["chrome"].around(page.record)
    return context


def on_template_context(context: dict, template_name: str, config: MkDocsConfig) -> dict:
    """Gives the page for what is not found, which is no page of the register, what goes around it."""
    context["chrome"] = config.extra["chrome"].around(None)
    return context


def on_post_build(config: MkDocsConfig) -> None:
    """Lists the pages for search engines, and counts those of the site against the register's."""
    if config.site_url:
        write_sitemap(
            Path(config.site_dir), config.extra["pages"], config.extra["register"].languages, config.site_url
        )
    missing, stray = missing_and_stray(Path(config.site_dir), config.extra["pages"])
    if missing or stray:
        raise PluginError(f"The site is not what the register says: missing {missing[:5]}, not its own {stray[:5]}.")
