"""What a record is: the models of everything that stands in `content/`.

A field's name, meaning and examples stand here and nowhere else; FIELDS.md, the reference for staff, is made from them.
"""

from section55.records.allowance import Allowance
from section55.records.body import Body, BodyName
from section55.records.dates import Month, When, Year, earliest, latest
from section55.records.force import Force
from section55.records.inspection import Closure, Inspection, InspectionText, Item
from section55.records.page import OwnPage
from section55.records.response import (
    Answer,
    Attachment,
    Correction,
    Response,
    ResponseText,
    Source,
    Update,
)
from section55.records.site import Colours, Contact, Site

__all__ = [
    "Allowance",
    "Answer",
    "Attachment",
    "Body",
    "BodyName",
    "Closure",
    "Colours",
    "Contact",
    "Correction",
    "Force",
    "Inspection",
    "InspectionText",
    "Item",
    "Month",
    "OwnPage",
    "Response",
    "ResponseText",
    "Site",
    "Source",
    "Update",
    "When",
    "Year",
    "earliest",
    "latest",
]
