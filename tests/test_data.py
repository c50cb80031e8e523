"""The open data: files as their description says, facts as the records have them, tables that are safe to open."""

import csv
import io
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

import pytest
from jsonschema import Draft202012Validator, FormatChecker
from lxml import html
from referencing import Registry, Resource
from referencing.jsonschema import DRAFT202012
from section55 import records
from section55.checking import check
from section55.data import outputs, shapes, tables
from section55.records.fields import Record
from section55.records.inspection import ItemsMade
from section55.records.vocabulary import Status
from section55.register import Register

ROOT = Path(__file__).parents[1]
FIXTURES = ROOT / "tests" / "fixtures"
CONTENT = {
    "own": ROOT / "content",
    "fictional": FIXTURES / "register",
    "english": FIXTURES / "english-only",
    "welsh": FIXTURES / "welsh-only",
}

Files = dict[str, bytes]


def register_of(name: str) -> Register:
    register = check(CONTENT[name]).register
    assert register is not None
    return register


def files_of(register: Register, site_url: str = "") -> Files:
    made = (file for output in outputs(register, site_url) for file in output.make())
    return {file.path.removeprefix("site/api/v1/"): file.content for file in made}


def files_on(site: Path) -> Files:
    """The files of a built site."""
    root = site / "api/v1"
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*") if path.is_file()}


def result(files: Files, path: str) -> Any:
    return json.loads(files[path])["result"]


def mappings(files: Files) -> Iterator[dict[str, Any]]:
    """Every mapping in the files of JSON but their description."""
    for path, content in files.items():
        if path.endswith(".json") and path != "openapi.json":
            yield from everything_in(json.loads(content))


def everything_in(value: Any) -> Iterator[dict[str, Any]]:
    """Every mapping in some JSON."""
    if isinstance(value, dict):
        yield value
    for inner in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from everything_in(inner)


def rows(content: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))


@pytest.fixture(scope="module", params=CONTENT)
def files(request: pytest.FixtureRequest) -> Files:
    return files_of(register_of(request.param))


@pytest.fixture(scope="module")
def fictional() -> Files:
    return files_of(register_of("fictional"))


# The description is true


@pytest.fixture(scope="module")
def description(fictional: Files) -> dict[str, Any]:
    return json.loads(fictional["openapi.json"])


def strict(description: dict[str, Any]) -> dict[str, Any]:
    """The description with every key that it does not name forbidden: what consumers may meet in a later version."""
    copy = json.loads(json.dumps(description))
    for schema in everything_in(copy["components"]["schemas"]):
        if "properties" in schema:
            schema["additionalProperties"] = False
    return copy


def template_of(path: str, description: dict[str, Any]) -> str:
    """The one path of the description that a file's path matches."""
    (found,) = [
        template
        for template in description["paths"]
        if re.fullmatch(re.sub(r"\\\{\w+\\\}", "[^/]+", re.escape(template)), f"/{path}")
    ]
    return found


def test_every_file_is_as_described(files: Files, description: dict[str, Any]) -> None:
    registry = Registry().with_resource("urn:api", Resource(strict(description), DRAFT202012))
    for path, content in files.items():
        if path == "openapi.json":
            continue
        ((media_type, described),) = description["paths"][template_of(path, description)]["get"]["responses"]["200"][
            "content"
        ].items()
        if media_type == "application/json":
            schema = {"$ref": f"urn:api{described['schema']['$ref']}"}
            validator = Draft202012Validator(schema, registry=registry, format_checker=FormatChecker())
            assert [f"{error.json_path}: {error.message}" for error in validator.iter_errors(json.loads(content))] == []
        else:
            columns = re.findall(r"- `(\w+)`", described["schema"]["description"])
            assert content.decode("utf-8-sig").split("\r\n")[0].split(",") == columns


def test_every_path_that_is_described_has_a_file(fictional: Files, description: dict[str, Any]) -> None:
    assert {template_of(path, description) for path in fictional if path != "openapi.json"} == set(description["paths"])


def test_the_description_is_well_formed(description: dict[str, Any]) -> None:
    schemas = description["components"]["schemas"]
    for schema in schemas.values():
        Draft202012Validator.check_schema(schema)
    references = {mapping["$ref"] for mapping in everything_in(description) if "$ref" in mapping}
    assert references == {f"#/components/schemas/{name}" for name in schemas}
    operations = [path["get"] for path in description["paths"].values()]
    assert len({operation["operationId"] for operation in operations}) == len(operations)
    assert {tag for operation in operations for tag in operation["tags"]} == {
        tag["name"] for tag in description["tags"]
    }
    for path, methods in description["paths"].items():
        assert re.findall(r"\{(\w+)\}", path) == [parameter["name"] for parameter in methods["get"]["parameters"]]


def test_no_key_is_ever_left_out_and_each_is_explained(description: dict[str, Any]) -> None:
    for name, schema in description["components"]["schemas"].items():
        assert schema.get("description"), name
        if "properties" in schema:
            assert schema["required"] == list(schema["properties"]), name
            for key, field in schema["properties"].items():
                # What a key of one kind of thing alone holds is explained by that thing.
                assert field.get("description") or "$ref" in field or key == "result", f"{name}.{key}"


def test_no_key_has_two_types_besides_null(description: dict[str, Any]) -> None:
    for mapping in everything_in(description["components"]["schemas"]):
        if "anyOf" in mapping:
            assert len([option for option in mapping["anyOf"] if option != {"type": "null"}]) == 1
        assert not isinstance(mapping.get("type"), list)


def test_every_code_has_its_label(fictional: Files, description: dict[str, Any]) -> None:
    schemas = description["components"]["schemas"]
    labelled = {
        each["name"]: [word["code"] for word in each["words"]] for each in result(fictional, "vocabularies.json")
    }
    assert labelled == {name: schema["enum"] for name, schema in schemas.items() if "enum" in schema}


def test_the_same_records_give_the_same_bytes() -> None:
    assert files_of(register_of("fictional")) == files_of(register_of("fictional"))


# Languages and links


def test_a_site_in_one_language_links_to_no_page_of_the_other() -> None:
    for name, here, other in (("english", "en", "cy"), ("welsh", "cy", "en")):
        for mapping in mappings(files_of(register_of(name), "https://example.invalid/")):
            for key in ("path", "url", "label", "notes"):
                if isinstance(mapping.get(key), dict):
                    assert mapping[key][other] is None and mapping[key][here] is not None


@pytest.mark.parametrize("site_url", ["https://example.invalid/register/", "https://example.invalid/register"])
def test_a_whole_address_is_the_site_s_and_the_path(site_url: str) -> None:
    files = files_of(register_of("fictional"), site_url)
    for mapping in mappings(files):
        if isinstance(mapping.get("path"), dict):
            for language, address in mapping["path"].items():
                assert mapping["url"][language] == f"https://example.invalid/register/{address}"
        elif isinstance(mapping.get("path"), str):
            assert mapping["url"] == f"https://example.invalid/register/{mapping['path']}"
        if "data_path" in mapping:
            assert mapping["data_url"] == f"https://example.invalid/register/{mapping['data_path']}"
    assert json.loads(files["openapi.json"])["servers"] == [{"url": "https://example.invalid/register/api/v1"}]
    for row in rows(files["responses.csv"]):
        assert row["link_en"].startswith("https://example.invalid/register/responses/")
        assert row["link_cy"].startswith("https://example.invalid/register/cy/ymatebion/")


def test_without_the_site_s_address_no_link_is_whole(fictional: Files) -> None:
    for mapping in mappings(fictional):
        if isinstance(mapping.get("path"), dict):
            assert mapping["url"] == {"en": None, "cy": None}
        if "data_path" in mapping:
            assert mapping["data_url"] is None
    assert json.loads(fictional["openapi.json"])["servers"] == [{"url": "../v1"}]


@pytest.mark.parametrize("name", ["fictional_site", "english_site", "welsh_site"])
def test_every_link_leads_to_a_file_or_a_part_of_a_page_of_the_built_site(
    name: str, request: pytest.FixtureRequest
) -> None:
    site: Path = request.getfixturevalue(name)
    files = files_on(site)
    links: set[str] = set()
    for mapping in mappings(files):
        links |= {mapping[key] for key in ("path", "data_path") if isinstance(mapping.get(key), str)}
        if isinstance(mapping.get("path"), dict):
            links |= {address for address in mapping["path"].values() if address is not None}
    for row in rows(files["responses.csv"]):
        links |= {row["link_en"], row["link_cy"]} - {""}
    for path in (path for path in files if re.fullmatch(r"inspections/.+\.json", path)):
        inspection = result(files, path)
        addresses = {response["id"]: response["path"].values() for response in inspection["responses"]}
        for answer in (answer for item in inspection["items"] for answer in item["answers"] if answer["section"]):
            links |= {
                f"{address}#{answer['section']}" for address in addresses[answer["response"]] if address is not None
            }
    assert any("#" in link for link in links)
    for link in links:
        page, _, part = link.partition("#")
        file = site / page / "index.html" if not page or page.endswith("/") else site / page
        assert file.is_file(), link
        assert (
            not part or html.document_fromstring(file.read_text(encoding="utf-8")).get_element_by_id(part) is not None
        )


def test_the_index_leads_to_every_file_or_to_a_list_that_does(fictional: Files) -> None:
    links = {mapping["data_path"].removeprefix("api/v1/") for mapping in mappings(fictional) if "data_path" in mapping}
    assert links == set(fictional)


# Facts


@pytest.mark.parametrize(
    ("model", "shape", "elsewhere"),
    [
        # With the keys that the data says in another way (with the texts, under another name, or only by its order),
        # and those that are of pages alone.
        (records.Response, shapes.Response, {"title", "words_from", "source", "chief_officer_answers", "allow"}),
        (records.ResponseText, shapes.ResponseText, {"role", "addressed_to"}),
        (records.Answer, shapes.Answer, {"action"}),
        (records.Source, shapes.Source, set()),
        (records.Correction, shapes.Correction, set()),
        (records.Update, shapes.Update, set()),
        (records.Attachment, shapes.Attachment, {"file"}),
        (records.Allowance, shapes.Allowance, set()),
        (records.Inspection, shapes.Inspection, {"allow"}),
        (records.InspectionText, shapes.Inspection, set()),
        (records.Item, shapes.Item, set()),
        (records.Closure, shapes.Closure, set()),
        (ItemsMade, shapes.ItemCounts, set()),
        (records.Force, shapes.Force, {"sort_key"}),
        (records.Body, shapes.Body, set()),
        (records.BodyName, shapes.BodyName, set()),
        (records.Site, shapes.Site, {"branch", "colours", "logo"}),
        (records.Contact, shapes.Contact, set()),
    ],
    ids=lambda value: value.__name__ if isinstance(value, type) else "",
)
def test_every_fact_of_a_record_is_in_the_data(
    model: type[Record], shape: type[shapes.Shape], elsewhere: set[str]
) -> None:
    assert model.model_fields.keys() - shape.model_fields.keys() == elsewhere


@pytest.mark.parametrize(
    ("response", "published_on", "dated_on", "deadline_stated_on"),
    [
        ("2023-fictional-custody/aberfictional", 56, 47, None),
        ("2023-fictional-custody/fictional-city", 14, 13, None),
        ("2023-fictional-custody/bangor-fictional", None, 42, None),  # its publication is not known
        ("2023-fictional-custody/fictionshire", 61, None, 57),  # has no date; states a deadline of its own
        ("2020-fictional-panels/mythshire", None, None, None),  # of its report only the month is known
        ("2016-fictional-peel/fictional-city", None, None, None),  # before the duty
        ("2021-fictional-super-complaint/fictionshire", None, None, None),  # not under section 55
    ],
)
def test_days(
    fictional: Files, response: str, published_on: int | None, dated_on: int | None, deadline_stated_on: int | None
) -> None:
    days = result(fictional, f"responses/{response}.json")["days"]
    assert (days["published_on"], days["dated_on"], days["deadline_stated_on"]) == (
        published_on,
        dated_on,
        deadline_stated_on,
    )
    known = response.startswith("2023")
    assert (days["first_day"], days["last_day"]) == (("2023-07-20", "2023-09-13") if known else (None, None))


@pytest.mark.parametrize(
    ("path", "key", "date", "precision"),
    [
        ("responses/2023-fictional-custody/aberfictional.json", "dated", "2023-09-04", "day"),
        ("responses/2020-fictional-panels/mythshire.json", "dated", "2020-05", "month"),
        ("responses/2023-fictional-custody/fictionshire.json", "dated", None, None),
        ("inspections/2020-fictional-panels.json", "published", "2020-03", "month"),
        ("forces/greater-mythshire.json", "since", "2023-04-01", "day"),
    ],
)
def test_a_date_is_as_exact_as_its_source(
    fictional: Files, path: str, key: str, date: str | None, precision: str | None
) -> None:
    record = result(fictional, path)
    assert (record[key], record[f"{key}_precision"]) == (date, precision)


@pytest.mark.parametrize(
    ("response", "language", "words_from", "is_original"),
    [
        ("2023-fictional-custody/aberfictional", "en", "body", True),
        ("2023-fictional-custody/aberfictional", "cy", "body", False),  # the body's own translation
        ("2020-fictional-panels/aberfictional", "cy", "courtesy", False),
        ("2024-fictional-revisit/aberfictional", "cy", "body", True),
        ("2024-fictional-revisit/aberfictional", "en", "body", True),  # both are originals
    ],
)
def test_a_text_says_whose_words_it_holds(
    fictional: Files, response: str, language: str, words_from: str, is_original: bool
) -> None:
    text = result(fictional, f"responses/{response}.json")["texts"][language]
    assert (text["words_from"], text["is_original"]) == (words_from, is_original)


def test_a_text_comes_as_html_with_its_parts_each_in_its_voice(fictional: Files) -> None:
    texts = result(fictional, "responses/2023-fictional-custody/aberfictional.json")["texts"]
    assert '<h3 id="r1">Recommendation 1</h3>' in texts["en"]["html"]
    assert texts["cy"]["title"] == "Ymateb i'r arolygiad o ddalfeydd ffuglennol"
    voices = {section["id"]: section["voice"] for section in texts["en"]["sections"]}
    assert voices["r1"] == voices["reply"] == "body"
    assert voices["chief-officer"] == "chief-officer"


def test_both_voices_answer_and_a_specific_answer_wins(fictional: Files) -> None:
    answers = result(fictional, "responses/2023-fictional-custody/aberfictional.json")["answers"]
    assert [
        (each["voice"], each["answers_to"], each["items"], each["position"], each["section"]) for each in answers
    ] == [
        ("body", "r1", ["r1"], "accepted", "r1"),
        ("body", "r3a", ["r3a"], "rejected", "r3a"),
        ("body", "rest", ["r2", "r7-1", "afi1"], "noted", "rest"),
        ("chief-officer", "r1", ["r1"], "supported", "chief-officer"),
    ]
    assert answers[0]["actions"] == ["taken", "proposed"]
    assert answers[0]["words"] == {"en": "I accept this fictional recommendation", "cy": None}


def test_a_response_to_two_reports_is_in_the_files_of_both(fictional: Files) -> None:
    response = "2021-fictional-super-complaint/fictionshire"
    for inspection in ("2021-fictional-super-complaint", "2020-fictional-panels"):
        record = result(fictional, f"inspections/{inspection}.json")
        assert response in [each["id"] for each in record["responses"]]
        assert response in [answer["response"] for item in record["items"] for answer in item["answers"]]
    answers = result(fictional, f"responses/{response}.json")["answers"]
    assert [(each["inspection"], each["answers_to"], each["items"]) for each in answers] == [
        ("2021-fictional-super-complaint", "r1", ["r1"]),
        ("2020-fictional-panels", "rest", ["panel-attendance"]),
    ]


def test_each_text_names_who_signed_it_in_its_own_words(fictional: Files) -> None:
    record = result(fictional, "responses/2023-fictional-custody/aberfictional.json")
    assert [record["texts"][each]["signed_by"] for each in ("en", "cy")] == [
        "Sir Ffug ap Dychymyg",
        "Syr Ffug ap Dychymyg",
    ]
    assert record["role"] == {
        "en": "Police and Crime Commissioner for Aberfictional",
        "cy": "Comisiynydd Heddlu a Throseddu Aberffuglen",
    }
    assert record["addressed_to"] == {"en": "The Rt Hon Made Up MP, Fictional Secretary", "cy": None}


def test_of_a_removed_response_its_facts_are_there_and_nothing_from_its_text(fictional: Files) -> None:
    path = "responses/2016-fictional-peel/bangor-fictional.json"
    record = result(fictional, path)
    assert (record["status"], record["dated"], record["published"]) == ("removed", "2016-03-24", "2016-04-01")
    assert record["status_reason"]["en"] == "It named a fictional person who was not meant to be named."
    assert record["texts"] == {"en": None, "cy": None}
    assert record["chief_officer_reason"] == {"en": None, "cy": None}
    assert record["answers"] == record["attachments"] == []
    assert b"A fictional response that was removed" not in b"".join(fictional.values())


def test_removing_a_response_takes_all_that_quotes_it_out_of_every_file() -> None:
    register = register_of("fictional")
    response = register.responses["2023-fictional-custody/aberfictional"]
    response.facts = response.facts.model_copy(
        update={"status": Status.REMOVED, "chief_officer_reason": "I support nothing"}
    )
    everything = b"".join(files_of(register).values()).decode()
    assert "signed" in everything and "2023-fictional-custody/aberfictional" in everything
    for words in ("I accept this fictional recommendation", "Rwy'n ddiolchgar", "I support", "#r3a"):
        assert words not in everything


def test_what_moved_is_found_at_its_former_addresses_too() -> None:
    register = register_of("fictional")
    response = register.responses["2023-fictional-custody/aberfictional"]
    response.facts = response.facts.model_copy(update={"moved_from": ("2023-custody/aberfictional",)})
    files = files_of(register)
    there = files["responses/2023-fictional-custody/aberfictional.json"]
    assert files["responses/2023-custody/aberfictional.json"] == there
    assert json.loads(there)["result"]["moved_from"] == ["2023-custody/aberfictional"]


def test_a_superseded_response_names_its_successor_and_is_not_counted(fictional: Files) -> None:
    earlier = result(fictional, "responses/2023-fictional-custody/greater-mythshire.json")
    assert (earlier["status"], earlier["superseded_by"]) == ("superseded", "2023-fictional-custody/greater-mythshire-2")
    inspection = result(fictional, "inspections/2023-fictional-custody.json")
    statuses = {response["id"]: response["status"] for response in inspection["responses"]}
    item = inspection["items"][1]
    given = [answer for answer in item["answers"] if answer["voice"] == "body"]
    assert len([answer for answer in given if statuses[answer["response"]] == "superseded"]) == 1
    assert item["counts"]["body"]["answers"] == len(given) - 1 == sum(item["counts"]["body"]["positions"].values())
    assert item["counts"]["body"]["positions"]["rejected"] == 0


def test_an_item_has_its_words_addressees_and_closures(fictional: Files) -> None:
    record = result(fictional, "inspections/2023-fictional-custody.json")
    items = {item["id"]: item for item in record["items"]}
    assert list(items) == ["r1", "r2", "r3a", "r7-1", "afi1"]
    assert items["r7-1"]["number"] == "7.1"
    assert items["r7-1"]["texts"]["en"]["words"] == "The NPCC should write fictional guidance."
    assert items["r7-1"]["texts"]["cy"]["words"] == "Dylai'r NPCC ysgrifennu canllawiau ffuglennol."
    assert items["r3a"]["addressed_to"] == [
        {"force": "aberfictional", "group": None, "words": None},
        {"force": None, "group": "home-office", "words": None},
    ]
    (others,) = result(fictional, "inspections/2021-fictional-super-complaint.json")["items"]
    assert others["addressed_to"][1]["words"] == {"en": "The fictional minister of forms", "cy": None}
    assert [closure["for_all_forces"] for closure in items["r1"]["closed"]] == [True]
    assert [closure["forces"] for closure in items["r2"]["closed"]] == [
        ["fictional-city"],
        ["aberfictional", "fictionshire"],
    ]
    assert (record["items_made"]["recommendations"], record["items_held"]["recommendations"]) == (6, 4)
    revisit = result(fictional, "inspections/2024-fictional-revisit.json")
    assert revisit["follows"] == ["2023-fictional-custody"] and record["followed_by"] == ["2024-fictional-revisit"]
    assert revisit["items"][1]["continues"] == "2023-fictional-custody/r3a"
    assert revisit["items_made"]["areas_for_improvement"] is None


def test_absence_is_said_as_what_it_is(fictional: Files) -> None:
    missing = {
        path: result(fictional, path)["no_response_held"]
        for path in fictional
        if re.fullmatch(r"inspections/.*\.json", path)
    }
    assert {"force": "nowhere", "awaited": True} in missing["inspections/2023-fictional-custody.json"]
    # Nobody is awaited where no last day can be computed.
    assert {"force": "nowhere", "awaited": False} in missing["inspections/2020-fictional-panels.json"]
    for path, forces in missing.items():
        held = {response["force"] for response in result(fictional, path)["responses"]}
        assert held.isdisjoint(each["force"] for each in forces)


def test_a_body_keeps_each_name_that_it_bore(fictional: Files) -> None:
    force = result(fictional, "forces/aberfictional.json")
    (body,) = force["bodies"]
    assert [(name["cy"], name["since"]) for name in body["names"]] == [
        ("Comisiynydd Heddlu a Throseddu Aberffuglen", None),
        ("Comisiynydd yr Heddlu a Throsedd Aberffuglen a'r Ynysoedd", "2024-01"),
    ]
    borne = {response["id"]: response["body_name"]["cy"] for response in force["responses"]}
    assert borne["2023-fictional-custody/aberfictional"] == body["names"][0]["cy"]
    assert borne["2024-fictional-revisit/aberfictional"] == body["names"][1]["cy"]


def test_counts_are_those_of_the_files(files: Files) -> None:
    index = result(files, "index.json")
    inspections = [result(files, path) for path in files if re.fullmatch(r"inspections/.+\.json", path)]
    forces = result(files, "forces.json")
    assert index["counts"] == {
        "forces": len(forces),
        "bodies": sum(len(force["bodies"]) for force in forces),
        "inspections": len(result(files, "inspections.json")),
        "items": sum(len(inspection["items"]) for inspection in inspections),
        "responses": len(rows(files["responses.csv"])),
        "answers": sum(len(rows(files[path])) for path in files if re.fullmatch(r"inspections/.+\.csv", path)),
    }
    assert sum(len(item["answers"]) for each in inspections for item in each["items"]) == index["counts"]["answers"]
    assert sum(year["responses"] for year in index["responses_by_year"]) == index["counts"]["responses"]
    assert sum(force["responses_held"] for force in forces) == index["counts"]["responses"]


# Tables


def test_tables_open_in_a_spreadsheet_with_their_letters_whole(fictional: Files) -> None:
    for name in ("responses.csv", "inspections/2023-fictional-custody.csv"):
        assert fictional[name].startswith(b"\xef\xbb\xbf") and fictional[name].endswith(b"\r\n")
        table = list(csv.reader(io.StringIO(fictional[name].decode("utf-8-sig"), newline="")))
        assert {len(row) for row in table} == {len(table[0])}
        assert not any("\n" in cell for row in table for cell in row)


def test_the_table_of_answers_has_a_row_for_each_response_item_and_voice(fictional: Files) -> None:
    (row,) = [
        row
        for row in rows(fictional["inspections/2023-fictional-custody.csv"])
        if (row["response"], row["item"], row["voice"]) == ("2023-fictional-custody/aberfictional", "r1", "body")
    ]
    assert {name: value for name, value in row.items() if not name.startswith("explanation_")} == {
        "response": "2023-fictional-custody/aberfictional",
        "item": "r1",
        "number": "1",
        "force": "aberfictional",
        "body_name_en": "Police and Crime Commissioner for Aberfictional",
        "body_name_cy": "Comisiynydd Heddlu a Throseddu Aberffuglen",
        "dated": "2023-09-04",
        "published": "2023-09-13",
        "status": "current",
        "voice": "body",
        "answers_to": "r1",
        "position": "accepted",
        "actions": "taken; proposed",
        "words": "I accept this fictional recommendation",
    }


def test_each_inspection_has_a_table_with_a_row_for_each_answer_of_its_file(files: Files) -> None:
    inspections = [path for path in files if re.fullmatch(r"inspections/.+\.json", path)]
    assert inspections
    for path in inspections:
        given = [
            (answer["response"], item["id"], answer["voice"])
            for item in result(files, path)["items"]
            for answer in item["answers"]
        ]
        table = rows(files[path.replace(".json", ".csv")])
        assert [(row["response"], row["item"], row["voice"]) for row in table] == given


@pytest.mark.parametrize(
    ("response", "item", "voice", "english", "welsh"),
    [
        (
            "aberfictional",
            "r1",
            "body",
            "I accept this fictional recommendation. Half of the cells are lit; the others will be lit by Christmas.",
            "Rwy'n derbyn yr argymhelliad ffuglennol hwn. Mae hanner y celloedd wedi'u goleuo; caiff y lleill eu goleuo"
            " erbyn y Nadolig.",
        ),
        (
            "aberfictional",
            "r1",
            "chief-officer",
            "I support the lighting of fictional cells, and will see to it that it is done.",
            "Rwy'n cefnogi goleuo'r celloedd ffuglennol, a byddaf yn sicrhau y caiff ei wneud.",
        ),
        # It exists in English alone.
        ("fictional-city", "r1", "chief-officer", "The Commissioner accepts it.", ""),
        # One that covers several items stands once, in the response.
        ("aberfictional", "r2", "body", "", ""),
        ("bangor-fictional", "r1", "body", "", ""),
    ],
)
def test_an_explanation_stands_in_the_table_in_each_language_that_it_exists_in(
    fictional: Files, response: str, item: str, voice: str, english: str, welsh: str
) -> None:
    (row,) = [
        row
        for row in rows(fictional["inspections/2023-fictional-custody.csv"])
        if (row["response"], row["item"], row["voice"]) == (f"2023-fictional-custody/{response}", item, voice)
    ]
    assert (row["explanation_en"], row["explanation_cy"]) == (english, welsh)


def test_the_table_of_responses_has_a_row_for_each(fictional: Files) -> None:
    table = {row["response"]: row for row in rows(fictional["responses.csv"])}
    assert len(table) == result(fictional, "index.json")["counts"]["responses"]
    row = table["2023-fictional-custody/fictionshire"]
    assert (row["report_published"], row["last_day"]) == ("2023-07-20", "2023-09-13")
    assert (row["dated"], row["published"], row["published_on"]) == ("", "2023-09-18", "61")
    row = table["2020-fictional-panels/mythshire"]
    assert (row["report_published"], row["last_day"], row["dated"]) == ("2020-03", "", "2020-05")
    assert table["2020-fictional-panels/aberfictional"]["languages"] == "en; cy"


@pytest.mark.parametrize(
    ("value", "cell"),
    [
        # A spreadsheet would take these for formulas.
        ('=HYPERLINK("https://example.invalid")', '\'=HYPERLINK("https://example.invalid")'),
        ("+44 1633 000000", "'+44 1633 000000"),
        ("-1", "'-1"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("  =1+1", "'=1+1"),
        ("\t=1+1", "'=1+1"),
        ("\r\n=1+1", "'=1+1"),
        ("＝1+1", "'＝1+1"),
        # And these for what they are.
        ("– a dash begins a sentence", "– a dash begins a sentence"),
        ("1+1=2", "1+1=2"),
        ("‘quoted’, “twice”", "‘quoted’, “twice”"),
        ("Llŷn a'r ŵyl", "Llŷn a'r ŵyl"),
        ("two\nlines", "two lines"),
        ("", ""),
        # What is no text needs no care: a day before the report's publication is a negative number.
        (None, ""),
        (-3, "-3"),
    ],
)
def test_no_cell_is_a_formula(value: str | int | None, cell: str) -> None:
    table = tables.as_csv([("value", "What it is."), ("end", "The end.")], [(value, "end")])
    assert rows(table) == [{"value": cell, "end": "end"}]


def test_a_formula_among_the_facts_reaches_the_table_as_text() -> None:
    register = register_of("fictional")
    response = register.responses["2023-fictional-custody/aberfictional"]
    response.facts = response.facts.model_copy(update={"signed_by": "=cmd|' /C calc'!A0"})
    (row,) = [row for row in rows(files_of(register)["responses.csv"]) if row["response"] == response.id]
    assert row["signed_by"] == "'=cmd|' /C calc'!A0"


# The hook


def test_the_build_writes_the_files_that_the_pages_link_to(fictional_site: Path, fictional: Files) -> None:
    assert files_on(fictional_site) == fictional
    linked = {
        link
        for page in ("responses", "cy/ymatebion")
        for link in html.document_fromstring(
            (fictional_site / page / "2023-fictional-custody/aberfictional/index.html").read_text(encoding="utf-8")
        ).xpath("//a/@href")
        if "api/v1" in link
    }
    assert {link.partition("api/v1/")[2] for link in linked} == {
        "inspections/2023-fictional-custody.csv",
        "responses/2023-fictional-custody/aberfictional.json",
    }


@pytest.mark.parametrize(
    ("page", "name", "statistics"), [("", "Open data", "statistics/"), ("cy/", "Data agored", "cy/ystadegau/")]
)
def test_the_foot_of_a_page_leads_to_what_there_is_as_open_data_in_words(
    fictional_site: Path, page: str, name: str, statistics: str
) -> None:
    home = html.parse(str(fictional_site / page / "index.html"))
    (foot,) = [each.get("href") for each in home.iterfind(".//footer//a") if each.text == name]
    assert urljoin(f"/{page}", foot) == f"/{statistics}#data"
    (section,) = html.parse(str(fictional_site / statistics / "index.html")).xpath("//*[@id='data']")
    targets = [fictional_site / statistics / link.get("href") for link in section.iterfind(".//a")]
    assert {target.resolve().name for target in targets} >= {"responses.csv", "index.json"}
    assert all(target.is_file() for target in targets)
