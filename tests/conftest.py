"""What all tests share: the sites they look at, built once, and the browser they look with."""

import functools
import http.server
import os
import shutil
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Request, sync_playwright

ROOT = Path(__file__).parents[1]
FIXTURES = ROOT / "tests" / "fixtures"

SUB_PATH = "/register/"
"""Where the tests serve a site, as GitHub Pages serves a project's: below a path of its own."""


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--all", action="store_true", help="also run the tests that take minutes")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    if config.getoption("--all"):
        return
    for item in items:
        if item.get_closest_marker("long"):
            item.add_marker(pytest.mark.skip(reason="takes minutes; run with --all"))


def _build(content: Path, output: Path, site_url: str = "", repository: str = "", **extra: object) -> Path:
    config = load_config(
        str(ROOT / "mkdocs.yml"),
        docs_dir=str(content),
        site_dir=str(output),
        site_url=site_url,
        repo_url=repository,
        strict=True,
    )
    config.extra |= extra
    build(config)
    return output


@pytest.fixture(scope="session")
def build_site() -> Callable[..., Path]:
    """Builds a content folder into another as the commands do, and gives that; what refuses it is raised.

    What else is given is what commands tell the hooks.
    """
    return _build


@pytest.fixture(scope="session")
def built_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """This register's own site."""
    return _build(ROOT / "content", tmp_path_factory.mktemp("sites") / "register")


@pytest.fixture(scope="session")
def fictional_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the fictional register, which has a record of every shape."""
    return _build(FIXTURES / "register", tmp_path_factory.mktemp("sites") / "fictional")


@pytest.fixture(scope="session")
def addressed_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The fictional register's site, built for an address of its own, which ends as the one that tests serve it at."""
    folder = tmp_path_factory.mktemp("sites") / "addressed"
    return _build(FIXTURES / "register", folder, f"https://example.invalid{SUB_PATH}")


@pytest.fixture(scope="session")
def many_items_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The fictional register's site with two more reports, of 19 items, of which each third is of another kind, and
    of 40, which six bodies accept; each leaves its seventh unnumbered.
    """
    folder = tmp_path_factory.mktemp("sites")
    content = shutil.copytree(FIXTURES / "register", folder / "content")
    for count in (19, 40):
        ids = ["seventh" if number == 7 else f"r{number}" for number in range(1, count + 1)]
        (content / f"responses/2022-of-{count}-items").mkdir()
        report = ["---", f"title: A report of {count} items", "publishers: [hmicfrs]", "published: 2022-07-20"]
        report += ["regime: section-55", "kind: thematic", "forces: all", "items:"]
        for number, id_ in enumerate(ids, 1):
            kind = "area-for-improvement" if count == 19 and number % 3 == 0 else "recommendation"
            report.append(f"  {id_}: {{kind: {kind}" + (f', number: "{number}"}}' if id_ != "seventh" else "}"))
        response = ["---", "published: 2022-09-05", "chief_officer: not-stated", "answers:"]
        response += [f"  {id_}: {{position: accepted, action: proposed}}" for id_ in ids]
        report.append("---")
        response.append("---")
        for id_ in ids:
            report.append(f"\n## An item {{#{id_}}}\n\n> Fictional officers should attend each of their panels.")
            response.append(f"\n## An item {{#{id_}}}\n\nWe accept it.")
        (content / f"inspections/2022-of-{count}-items.en.md").write_text("\n".join(report), "utf-8")
        forces = ["aberfictional", "bangor-fictional"]
        if count == 40:
            forces += ["fictional-city", "fictionshire", "mythshire", "nowhere"]
        for force in forces:
            path = content / f"responses/2022-of-{count}-items/{force}.en.md"
            path.write_text("\n".join(response), "utf-8")
    return _build(content, folder / "many-items")


@pytest.fixture(scope="session")
def english_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site in English alone."""
    return _build(FIXTURES / "english-only", tmp_path_factory.mktemp("sites") / "english")


@pytest.fixture(scope="session")
def welsh_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site in Welsh alone."""
    return _build(FIXTURES / "welsh-only", tmp_path_factory.mktemp("sites") / "welsh")


class _SubPath(http.server.SimpleHTTPRequestHandler):
    """Serves a folder below SUB_PATH and nothing else; silent."""

    def translate_path(self, path: str) -> str:
        below = path.removeprefix(SUB_PATH)
        return super().translate_path(f"/{below}") if below != path else str(Path(self.directory) / "not-there")

    def log_message(self, format: str, *arguments: object) -> None:
        pass


@pytest.fixture(scope="session")
def serve() -> Iterator[Callable[[Path], str]]:
    """Serves a site under a sub-path on this machine; gives its address, which ends in `/`."""
    servers: dict[Path, http.server.ThreadingHTTPServer] = {}

    def start(site: Path) -> str:
        if site not in servers:
            handler = functools.partial(_SubPath, directory=str(site))
            servers[site] = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
            threading.Thread(target=servers[site].serve_forever, daemon=True).start()
        return f"http://127.0.0.1:{servers[site].server_port}{SUB_PATH}"

    yield start
    for server in servers.values():
        server.shutdown()
        server.server_close()


@pytest.fixture(scope="session")
def chromium() -> str:
    """The path of the browser that `scripts/test` found."""
    return os.environ["CHROMIUM"]


@pytest.fixture(scope="session")
def browser(chromium: str) -> Iterator[Browser]:
    """A browser that asks nothing of its maker."""
    with sync_playwright() as playwright:
        arguments = ["--disable-background-networking", "--disable-component-update", "--disable-sync"]
        if hasattr(os, "geteuid") and os.geteuid() == 0:
            arguments.append("--no-sandbox")
        browser = playwright.chromium.launch(executable_path=chromium, args=arguments)
        yield browser
        browser.close()


@pytest.fixture
def open_page(browser: Browser) -> Iterator[Callable[..., Page]]:
    """Opens an address in a fresh context, with the options of Playwright's `new_context`.

    When the test ends: no page may have asked another host for anything, nor have said a word on the console.
    """
    contexts: list[BrowserContext] = []
    complaints: list[str] = []

    def on_console(message: ConsoleMessage) -> None:
        if message.text != "Enabled live reload":  # MkDocs's own word, from `serve` alone
            complaints.append(f"console: {message.type}: {message.text}")

    def on_request(request: Request) -> None:
        if not request.url.startswith(("http://127.0.0.1:", "data:", "blob:http://127.0.0.1:")):
            complaints.append(f"asked of another host: {request.url}")

    def open_(address: str, **options: object) -> Page:
        context = browser.new_context(**{"viewport": {"width": 1280, "height": 900}} | options)
        contexts.append(context)
        page = context.new_page()
        page.on("console", on_console)
        page.on("request", on_request)
        page.on("pageerror", lambda error: complaints.append(f"error: {error}"))
        response = page.goto(address)
        assert response is not None and response.ok, f"{address} answers {response and response.status}"
        return page

    yield open_
    for context in contexts:
        context.close()
    assert complaints == []
