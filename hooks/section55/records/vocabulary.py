"""The words that fields choose from. Their labels for readers are in `section55.pages.labels`."""

from enum import StrEnum


class Regime(StrEnum):
    """Under what a report was published; only the first gives the 56 days."""

    SECTION_55 = "section-55"
    SUPER_COMPLAINT = "super-complaint"
    STATE_OF_POLICING = "state-of-policing"
    OTHER = "other"


class InspectionKind(StrEnum):
    """What sort of inspection it was."""

    THEMATIC = "thematic"
    PEEL = "peel"
    CUSTODY = "custody"
    CHILD_PROTECTION = "child-protection"
    REVISIT = "revisit"
    LETTER = "letter"
    OTHER = "other"


class Publisher(StrEnum):
    """An inspectorate that publishes reports."""

    HMICFRS = "hmicfrs"
    HMIC = "hmic"
    HMI_PROBATION = "hmi-probation"
    HMI_PRISONS = "hmi-prisons"
    HMCPSI = "hmcpsi"
    OFSTED = "ofsted"
    CQC = "cqc"
    ESTYN = "estyn"
    CIW = "ciw"
    HIW = "hiw"
    IOPC = "iopc"
    COLLEGE_OF_POLICING = "college-of-policing"


class ItemKind(StrEnum):
    """What an inspection's report puts forward."""

    RECOMMENDATION = "recommendation"
    CAUSE_OF_CONCERN = "cause-of-concern"
    AREA_FOR_IMPROVEMENT = "area-for-improvement"


class Closing(StrEnum):
    """How the inspectorate closed an item."""

    IMPLEMENTED = "implemented"
    SUPERSEDED = "superseded"
    WITHDRAWN = "withdrawn"
    NO_LONGER_APPLICABLE = "no-longer-applicable"


class Addressee(StrEnum):
    """To whom a recommendation is addressed, where it is none of the forces by name."""

    ALL_FORCES = "all-forces"
    CHIEF_CONSTABLES = "chief-constables"
    LOCAL_POLICING_BODIES = "local-policing-bodies"
    FORCE_PREVENT_LEADS = "force-prevent-leads"
    NPCC = "npcc"
    NPCC_NATIONAL_PREVENT_LEAD = "npcc-national-prevent-lead"
    COUNTER_TERRORISM_POLICING = "counter-terrorism-policing"
    SENIOR_NATIONAL_COORDINATOR = "senior-national-coordinator"
    HEAD_OF_INTERVENTIONS = "head-of-interventions"
    COLLEGE_OF_POLICING = "college-of-policing"
    HOME_OFFICE = "home-office"
    MINISTRY_OF_JUSTICE = "ministry-of-justice"
    HMPPS = "hmpps"
    PROBATION_SERVICE = "probation-service"
    CPS = "cps"
    NCA = "nca"
    HMICFRS = "hmicfrs"


ADDRESSEES_IN_EVERY_FORCE = frozenset(
    {
        Addressee.ALL_FORCES,
        Addressee.CHIEF_CONSTABLES,
        Addressee.LOCAL_POLICING_BODIES,
        Addressee.FORCE_PREVENT_LEADS,
    }
)
"""Addressees that every force, or the body that answers for it, is or has."""


NOTHING_STATED = ("not-stated", "none-stated")
"""Words that claim nothing of a document, whatever it may say."""


class Topic(StrEnum):
    """What an inspection is about, across reports."""

    COUNTER_TERRORISM = "counter-terrorism"
    CUSTODY = "custody"
    VETTING = "vetting"
    CHILD_PROTECTION = "child-protection"
    DOMESTIC_ABUSE = "domestic-abuse"
    VIOLENCE_AGAINST_WOMEN_AND_GIRLS = "violence-against-women-and-girls"
    SERIOUS_VIOLENCE = "serious-violence"
    ORGANISED_CRIME = "organised-crime"
    FRAUD = "fraud"
    STOP_AND_SEARCH = "stop-and-search"
    OFFENDER_MANAGEMENT = "offender-management"
    VICTIMS = "victims"
    WORKFORCE = "workforce"
    EFFICIENCY = "efficiency"


class Nation(StrEnum):
    ENGLAND = "england"
    WALES = "wales"


class ChiefOfficerTitle(StrEnum):
    """What the head of a force is called: section 101 of the Police Act 1996 calls both a chief officer of police."""

    CHIEF_CONSTABLE = "chief-constable"
    COMMISSIONER = "commissioner"


class BodyType(StrEnum):
    """Who may be a local policing body (section 101(1) of the Police Act 1996)."""

    PCC = "police-and-crime-commissioner"
    PFCC = "police-fire-and-crime-commissioner"
    MAYOR = "mayor"
    MOPAC = "mayors-office-for-policing-and-crime"
    COMMON_COUNCIL = "common-council"


class Capacity(StrEnum):
    """In what capacity a response was signed."""

    HOLDER = "holder"
    DEPUTY = "deputy"
    ACTING = "acting"


class ChiefOfficerComments(StrEnum):
    """Whether the chief officer commented (section 55(4) and (5)(b))."""

    COMMENTED = "commented"
    NONE = "none"
    NOT_STATED = "not-stated"


class Position(StrEnum):
    """Where the voice stands on an item, in its own words.

    accepted: it says that it accepts; supported: it welcomes or supports the item, without accepting it as its own to
    do; noted: it takes note, and says no more of where it stands; none-stated: it says nothing of where it stands.
    """

    ACCEPTED = "accepted"
    PARTLY_ACCEPTED = "partly-accepted"
    REJECTED = "rejected"
    SUPPORTED = "supported"
    NOTED = "noted"
    NOT_APPLICABLE = "not-applicable"
    NONE_STATED = "none-stated"


class Action(StrEnum):
    """The statute's test of an explanation (section 55(5B)): action taken, proposed, or none and why."""

    TAKEN = "taken"
    PROPOSED = "proposed"
    NONE = "none"
    NOT_STATED = "not-stated"


class Status(StrEnum):
    """Where a published response stands now."""

    CURRENT = "current"
    CORRECTED = "corrected"
    WITHDRAWN = "withdrawn"
    SUPERSEDED = "superseded"
    REMOVED = "removed"


class WordsFrom(StrEnum):
    """Who wrote the words of a language: the body itself, the publisher of the report, or a courtesy translator."""

    BODY = "body"
    PUBLISHER = "publisher"
    COURTESY = "courtesy"
