"""`python -m section55.language.extract` brings `cy.po` in step with the messages of the sources.

Welsh that is there stays; a message that is new gets an empty place, one that no source has any more goes.
With `--check` nothing is written, and the exit code is 1 where `cy.po` is not in step.
"""

import argparse
import ast
import inspect
import io
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from babel import Locale
from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import write_po
from babel.plural import to_gettext

from section55.language import catalogue

ROOT = Path(__file__).parents[3]

_SOURCES = (
    # Where, which files, by which of Babel's extractors, with which options. Errors in a template are not passed over.
    ("overrides", "**.html", "jinja2", {"silent": "false", "newstyle_gettext": "true", "extensions": "jinja2.ext.do"}),
    ("hooks/section55", "**.py", "python", {}),
    # A rule's docstring is its page.
    ("hooks/section55/rules", "**.py", f"{__spec__.name}:rules", {}),
)

# Neither dates nor places: a pull request then shows the messages that changed, and nothing else.
_HEADER = f"""\
# The Welsh of the site's own words.
#
# TO BE REVIEWED: these translations await a Welsh speaker's review. Mend them here, in any editor of PO files.
# The English stands in the sources. After a change of theirs: python -m section55.language.extract
# The six plural forms are Unicode CLDR's: 0 zero, 1 one, 2 two, 3 few, 6 many, and every other number.
msgid ""
msgstr ""
"Language: cy\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"Plural-Forms: {to_gettext(Locale('cy').plural_form)}\\n"

"""


def rules(
    file: BinaryIO, keywords: object, comment_tags: object, options: object
) -> Iterator[tuple[int, str, str, list[str]]]:
    """An extractor for Babel: each paragraph, on one line, of the docstring of every function under `@rule(…)`."""
    for node in ast.walk(ast.parse(file.read())):
        if isinstance(node, ast.FunctionDef) and any(
            isinstance(each, ast.Call) and isinstance(each.func, ast.Name) and each.func.id == "rule"
            for each in node.decorator_list
        ):
            for paragraph in inspect.cleandoc(ast.get_docstring(node) or "").split("\n\n"):
                yield node.lineno, "_", " ".join(paragraph.split()), []


def messages(root: Path = ROOT) -> Catalog:
    """Every message of the templates and the package under `root`, untranslated.

    Raises `jinja2.TemplateSyntaxError` for a template that Jinja cannot read.
    """
    found = Catalog(locale="cy")
    for folder, files, method, options in _SOURCES:
        for _, _, message, comments, context in extract_from_dir(
            root / folder,
            method_map=[(files, method)],
            options_map={files: options},
            comment_tags=("Translators:",),
            strip_comment_tags=True,
            directory_filter=lambda folder: True,
        ):
            found.add(message, auto_comments=comments, context=context)
    return found


def updated(root: Path = ROOT) -> str:
    """The text that `cy.po` should have: the messages under `root`, sorted, with the Welsh that it has now."""
    welsh = catalogue.read_welsh()
    welsh.update(messages(root), no_fuzzy_matching=True)
    body = io.BytesIO()
    write_po(body, welsh, width=0, no_location=True, omit_header=True, sort_output=True, ignore_obsolete=True)
    return _HEADER + body.getvalue().decode("utf-8")


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m section55.language.extract", description=__doc__)
    parser.add_argument("--check", action="store_true", help="write nothing; exit 1 if cy.po is not in step")
    check = parser.parse_args(arguments).check
    text = updated()
    if text == catalogue.WELSH.read_text(encoding="utf-8"):
        return 0
    if check:
        print("cy.po is not in step with the sources: run python -m section55.language.extract", file=sys.stderr)
        return 1
    catalogue.WELSH.write_text(text, encoding="utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
