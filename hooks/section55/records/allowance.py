"""An allowance: a record's word that a rule need not hold for it."""

from pydantic import Field

from section55.records.fields import Record, Text


class Allowance(Record):
    """A rule that need not hold for this record."""

    rule: Text = Field(examples=["S55-D04"])
    """The rule's code."""
    reason: Text
    """Why, in a sentence; the record's page shows it."""
