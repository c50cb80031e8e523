import re
from string import Formatter

import jinja2
import pytest
from babel import Locale
from section55.language import LANGUAGES, OWN_NAMES, catalogue, extract, other, words
from section55.rules import RULES

WELSH = catalogue.read_welsh()
IN_THE_SOURCES = [(message.context, message.id) for message in extract.messages() if message.id]
THE_NUMBER = {"num", "count", "n", "number"}


def placeholders(text):
    """The names that stand in `text` as `%(name)s` or as `{name}`."""
    return {*re.findall(r"%\((\w+)\)[sd]", text), *(name for _, name, _, _ in Formatter().parse(text) if name)}


# The catalogue in the repository.


def test_the_catalogue_is_in_step_with_the_sources():
    assert extract.main(["--check"]) == 0
    assert not WELSH.obsolete


def test_its_header_says_that_it_awaits_review():
    assert "await a Welsh speaker's review" in WELSH.header_comment


def test_its_plural_forms_are_those_of_unicode():
    order = ["zero", "one", "two", "few", "many", "other"]
    assert WELSH.num_plurals == len(order)
    plural = words("cy").plural
    for number in range(201):
        assert order[plural(number)] == Locale("cy").plural_form(number)


@pytest.mark.parametrize(("context", "message"), IN_THE_SOURCES, ids=lambda value: str(value)[:60])
def test_every_message_of_the_sources_is_in_welsh(context, message):
    entry = WELSH.get(message, context)
    assert entry is not None, "not in cy.po"
    assert not entry.fuzzy
    english, welsh = (each if isinstance(each, (tuple, list)) else (each,) for each in (entry.id, entry.string))
    assert len(welsh) == (6 if entry.pluralizable else 1)
    # A line break or a space at the ends is layout that got in from a template: {% trans trimmed %} leaves it out.
    for text in (*english, *welsh):
        assert text == text.strip() != ""
        assert "\n" not in text
    wanted = placeholders(english[-1])
    for index, text in enumerate(welsh):
        stands_for_one_number = entry.pluralizable and index < 5
        missing = wanted - placeholders(text)
        assert missing <= (THE_NUMBER if stands_for_one_number else set()), text
        assert placeholders(text) <= wanted, text


# How it works, on sources and a catalogue of the tests' own.

TEMPLATE = """\
{{ _("Search") }} {{ gettext("100%% of %(name)s", name=name) }}
{{ ngettext("%(num)d response", "%(num)d responses", number) }}
{{ pgettext("of a response", "Published") }} {{ pgettext("of a report", "Published") }}
{% trans trimmed count=number, force=name -%}
  {{ count }} answer
  of {{ force }}
{%- pluralize -%}
  {{ count }} answers
  of {{ force }}
{%- endtrans %}
"""
MODULE = """\
from section55.language import N_
# Translators: in a sentence
LATE = N_("later")
def say(words):
    return words.ngettext("{n} day", "{n} days", 2)
"""
RULE = '''\
@rule("S55-X01", "one", ERROR)
def one(document, content):
    """A record must be one.

    Its second paragraph
    goes over two lines.
    """

def helper():
    """A helper is no rule."""
'''
TRANSLATED = {
    (None, "Search"): "Chwilio",
    (None, "100%% of %(name)s"): "100%% o %(name)s",
    (None, "%(num)d response"): [
        "dim ymatebion",
        "%(num)d ymateb",
        "%(num)d ymateb",
        "%(num)d ymateb",
        "%(num)d ymateb",
        "%(num)d o ymatebion",
    ],
    ("of a response", "Published"): "Cyhoeddwyd yr ymateb",
    ("of a report", "Published"): "Cyhoeddwyd yr adroddiad",
    (None, "%(count)s answer of %(force)s"): ["%(count)s ateb gan %(force)s"] * 6,
    (None, "later"): "yn hwyrach",
    (None, "{n} day"): ["{n} diwrnod", "{n} diwrnod", "{n} ddiwrnod", "{n} diwrnod", "{n} diwrnod", "{n} diwrnod"],
}


@pytest.fixture
def sources(tmp_path, monkeypatch):
    """A folder with a template, a module and an empty catalogue, in which `words` and `extract` work."""
    (tmp_path / "overrides" / "_parts").mkdir(parents=True)
    (tmp_path / "overrides" / "_parts" / "a.html").write_text(TEMPLATE, encoding="utf-8")
    (tmp_path / "hooks" / "section55").mkdir(parents=True)
    (tmp_path / "hooks" / "section55" / "a.py").write_text(MODULE, encoding="utf-8")
    (tmp_path / "cy.po").touch()
    monkeypatch.setattr(catalogue, "WELSH", tmp_path / "cy.po")
    words.cache_clear()
    yield tmp_path
    words.cache_clear()


def translate(root):
    text = extract.updated(root)
    (root / "cy.po").write_text(text, encoding="utf-8")
    filled = catalogue.read_welsh()
    for (context, message), welsh in TRANSLATED.items():
        filled.get(message, context).string = welsh
    with (root / "cy.po").open("wb") as file:
        extract.write_po(file, filled)


def test_all_messages_are_found(sources):
    found = {(message.context, message.id if isinstance(message.id, str) else message.id[0])
             for message in extract.messages(sources) if message.id}
    assert found == set(TRANSLATED)


def test_what_is_translated_stays_and_what_is_gone_goes(sources):
    translate(sources)
    (sources / "hooks" / "section55" / "a.py").write_text('N_("new")\n', encoding="utf-8")
    text = extract.updated(sources)
    assert 'msgid "Search"\nmsgstr "Chwilio"' in text
    assert 'msgid "new"\nmsgstr ""' in text
    assert "later" not in text
    assert "_parts" not in text and "Date" not in text
    (sources / "cy.po").write_text(text, encoding="utf-8")
    assert extract.updated(sources) == text


def test_a_rule_is_said_by_its_docstring(sources):
    (sources / "hooks" / "section55" / "rules").mkdir()
    (sources / "hooks" / "section55" / "rules" / "a.py").write_text(RULE, encoding="utf-8")
    found = {message.id for message in extract.messages(sources)}
    assert {"A record must be one.", "Its second paragraph goes over two lines."} <= found
    assert "A helper is no rule." not in found


def test_the_rules_of_the_site_are_found_as_their_page_says_them():
    said = {paragraph for rule in RULES.values() for paragraph in rule.paragraphs}
    assert said <= {message for _, message in IN_THE_SOURCES}


def test_a_note_reaches_the_translator(sources):
    assert '#. in a sentence\nmsgid "later"' in extract.updated(sources)


def test_a_broken_template_is_not_passed_over(sources):
    (sources / "overrides" / "b.html").write_text("{% trans %}", encoding="utf-8")
    with pytest.raises(jinja2.TemplateSyntaxError):
        extract.messages(sources)


@pytest.mark.parametrize("autoescape", [True, False])
def test_templates_follow_the_language(sources, autoescape):
    translate(sources)
    shown = {}
    for language in LANGUAGES:
        env = jinja2.Environment(extensions=["jinja2.ext.i18n"], autoescape=autoescape)
        said = words(language)
        env.install_gettext_callables(
            said.gettext, said.ngettext, newstyle=True, pgettext=said.pgettext, npgettext=said.npgettext
        )
        shown[language] = env.from_string(TEMPLATE).render(name="Gwent", number=10).splitlines()
    assert shown["en"] == ["Search 100% of Gwent", "10 responses", "Published Published", "10 answers of Gwent"]
    assert shown["cy"] == [
        "Chwilio 100% o Gwent",
        "10 o ymatebion",
        "Cyhoeddwyd yr ymateb Cyhoeddwyd yr adroddiad",
        "10 ateb gan Gwent",
    ]


def test_python_follows_the_language(sources):
    translate(sources)
    said = words("cy")
    assert said.gettext("later") == "yn hwyrach"
    assert [said.ngettext("{n} day", "{n} days", n).format(n=n) for n in (1, 2, 3)] == [
        "1 diwrnod",
        "2 ddiwrnod",
        "3 diwrnod",
    ]
    assert words("en").ngettext("{n} day", "{n} days", 2) == "{n} days"


# The languages.


def test_each_language_has_another_and_a_name_of_its_own():
    assert [other(language) for language in LANGUAGES] == ["cy", "en"]
    assert [OWN_NAMES[language] for language in LANGUAGES] == ["English", "Cymraeg"]


def test_there_is_no_third():
    with pytest.raises(KeyError):
        words("fr")
