"""What a file that lies out of place would rightly be named, as the message of S55-F06 says it."""

import pytest
from section55.rules.names import name_for


@pytest.mark.parametrize(
    ("path", "right"),
    [
        # No language, another word for it, or another mark before it.
        ("responses/2023-custody/gwent.md", "responses/2023-custody/gwent.en.md"),
        ("responses/2023-custody/gwent.welsh.md", "responses/2023-custody/gwent.cy.md"),
        ("responses/2023-custody/gwent.wel.md", "responses/2023-custody/gwent.cy.md"),
        ("responses/2023-custody/gwent-cy.md", "responses/2023-custody/gwent.cy.md"),
        ("responses/2023-custody/gwent.EN.MD", "responses/2023-custody/gwent.en.md"),
        # What a computer adds.
        ("responses/2023-custody/gwent.en.md.txt", "responses/2023-custody/gwent.en.md"),
        # Letters that an address cannot have.
        ("responses/2023-custody/West Mercia.en.md", "responses/2023-custody/west-mercia.en.md"),
        ("forces/Dyfed_Powys.md", "forces/dyfed-powys.md"),
        ("forces/sir-fôn.md", "forces/sir-fon.md"),
        # The wrong folder.
        ("response/2023-custody/gwent.en.md", "responses/2023-custody/gwent.en.md"),
        ("Responses/2023-custody/gwent.en.md", "responses/2023-custody/gwent.en.md"),
        ("2023-custody/gwent.en.md", "responses/2023-custody/gwent.en.md"),
        ("responses/2023-custody/letters/gwent.en.md", "responses/2023-custody/gwent.en.md"),
        # What a path does not say stays open.
        ("responses/gwent.en.md", "responses/…/gwent.en.md"),
        ("inspections/custody.en.md", "inspections/…-custody.en.md"),
        ("inspections/2023-custody.md", "inspections/2023-custody.en.md"),
        ("bodies/gwent.md", "bodies/gwent-….md"),
        ("bodies/gwent-2012.cy.md", "bodies/gwent-2012.md"),
        ("forces/gwent.en.md", "forces/gwent.md"),
        ("forces/.md", "forces/….md"),
        ("pages/about.md", "pages/about.en.md"),
        # Nothing like a record.
        ("notes.md", ""),
        ("drafts/gwent.en.md", ""),
    ],
)
def test_a_file_out_of_place_has_a_right_name(path: str, right: str) -> None:
    assert name_for(path) == right


@pytest.mark.parametrize(
    ("name", "right"),
    [
        ("Kent PCC response (final).en.md", "kent.en.md"),
        ("West Mercia PCC.en.md", "west-mercia.en.md"),
        ("PCC for North Wales.cy.md", "north-wales.cy.md"),
        ("Kent-2.en.md", "kent-2.en.md"),
        # Whose it is stays open where it names two, or none.
        ("Kent and West Mercia.en.md", "kent-and-west-mercia.en.md"),
        ("Kentish response.en.md", "kentish-response.en.md"),
    ],
)
def test_a_response_is_to_be_named_for_a_force_that_is_known(name: str, right: str) -> None:
    forces = ["kent", "north-wales", "wales", "west-mercia"]
    assert name_for(f"responses/2023-custody/{name}", forces) == f"responses/2023-custody/{right}"
