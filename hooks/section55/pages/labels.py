"""What readers are told for the words of the vocabulary. Deferred messages: a page says them in its language."""

from collections.abc import Callable, Iterable
from enum import StrEnum

from section55.language.catalogue import N_
from section55.records.vocabulary import (
    Action,
    Addressee,
    BodyType,
    Capacity,
    ChiefOfficerComments,
    ChiefOfficerTitle,
    Closing,
    InspectionKind,
    ItemKind,
    Nation,
    Position,
    Publisher,
    Regime,
    Status,
    Topic,
    WordsFrom,
)

LABELS: dict[type[StrEnum], dict[StrEnum, str]] = {
    Position: {
        Position.ACCEPTED: N_("Accepted"),
        Position.PARTLY_ACCEPTED: N_("Accepted in part"),
        Position.REJECTED: N_("Rejected"),
        Position.SUPPORTED: N_("Supported"),
        Position.NOTED: N_("Noted"),
        Position.NOT_APPLICABLE: N_("Not applicable"),
        Position.NONE_STATED: N_("No position stated"),
    },
    Action: {
        Action.TAKEN: N_("Action taken"),
        Action.PROPOSED: N_("Action proposed"),
        Action.NONE: N_("No action, with the reason"),
        Action.NOT_STATED: N_("Action not stated"),
    },
    Regime: {
        Regime.SECTION_55: N_("Section 55 of the Police Act 1996"),
        Regime.SUPER_COMPLAINT: N_("Police super-complaint"),
        Regime.STATE_OF_POLICING: N_("State of Policing report"),
        Regime.OTHER: N_("Other publication"),
    },
    InspectionKind: {
        InspectionKind.THEMATIC: N_("Thematic inspection"),
        InspectionKind.PEEL: N_("PEEL inspection (police effectiveness, efficiency and legitimacy)"),
        InspectionKind.CUSTODY: N_("Inspection of custody"),
        InspectionKind.CHILD_PROTECTION: N_("Inspection of child protection"),
        InspectionKind.REVISIT: N_("Revisit"),
        InspectionKind.LETTER: N_("Published letter"),
        InspectionKind.OTHER: N_("Other inspection"),
    },
    Publisher: {
        Publisher.HMICFRS: N_("HM Inspectorate of Constabulary and Fire & Rescue Services"),
        Publisher.HMIC: N_("HM Inspectorate of Constabulary"),
        Publisher.HMI_PROBATION: N_("HM Inspectorate of Probation"),
        Publisher.HMI_PRISONS: N_("HM Inspectorate of Prisons"),
        Publisher.HMCPSI: N_("HM Crown Prosecution Service Inspectorate"),
        Publisher.OFSTED: N_("Ofsted"),
        Publisher.CQC: N_("Care Quality Commission"),
        Publisher.ESTYN: N_("Estyn"),
        Publisher.CIW: N_("Care Inspectorate Wales"),
        Publisher.HIW: N_("Healthcare Inspectorate Wales"),
        Publisher.IOPC: N_("Independent Office for Police Conduct"),
        Publisher.COLLEGE_OF_POLICING: N_("College of Policing"),
    },
    ItemKind: {
        ItemKind.RECOMMENDATION: N_("Recommendation"),
        ItemKind.CAUSE_OF_CONCERN: N_("Cause of concern"),
        ItemKind.AREA_FOR_IMPROVEMENT: N_("Area for improvement"),
    },
    Closing: {
        Closing.IMPLEMENTED: N_("Closed as implemented"),
        Closing.SUPERSEDED: N_("Closed as superseded"),
        Closing.WITHDRAWN: N_("Withdrawn by the inspectorate"),
        Closing.NO_LONGER_APPLICABLE: N_("Closed as no longer applicable"),
    },
    Addressee: {
        Addressee.ALL_FORCES: N_("All forces"),
        Addressee.CHIEF_CONSTABLES: N_("Chief constables"),
        Addressee.LOCAL_POLICING_BODIES: N_("Local policing bodies"),
        Addressee.FORCE_PREVENT_LEADS: N_("Each force’s Prevent lead"),
        Addressee.NPCC: N_("National Police Chiefs’ Council"),
        Addressee.NPCC_NATIONAL_PREVENT_LEAD: N_("The NPCC national Prevent lead"),
        Addressee.COUNTER_TERRORISM_POLICING: N_("Counter Terrorism Policing"),
        Addressee.SENIOR_NATIONAL_COORDINATOR: N_("The senior national coordinator"),
        Addressee.HEAD_OF_INTERVENTIONS: N_("The Head of Interventions (Prevent and Nominal Management)"),
        Addressee.COLLEGE_OF_POLICING: N_("College of Policing"),
        Addressee.HOME_OFFICE: N_("Home Office"),
        Addressee.MINISTRY_OF_JUSTICE: N_("Ministry of Justice"),
        Addressee.HMPPS: N_("HM Prison and Probation Service"),
        Addressee.PROBATION_SERVICE: N_("The Probation Service"),
        Addressee.CPS: N_("Crown Prosecution Service"),
        Addressee.NCA: N_("National Crime Agency"),
        Addressee.HMICFRS: N_("HM Inspectorate of Constabulary and Fire & Rescue Services"),
    },
    Topic: {
        Topic.COUNTER_TERRORISM: N_("Counter-terrorism"),
        Topic.CUSTODY: N_("Custody"),
        Topic.VETTING: N_("Vetting"),
        Topic.CHILD_PROTECTION: N_("Child protection"),
        Topic.DOMESTIC_ABUSE: N_("Domestic abuse"),
        Topic.VIOLENCE_AGAINST_WOMEN_AND_GIRLS: N_("Violence against women and girls"),
        Topic.SERIOUS_VIOLENCE: N_("Serious violence"),
        Topic.ORGANISED_CRIME: N_("Organised crime"),
        Topic.FRAUD: N_("Fraud"),
        Topic.STOP_AND_SEARCH: N_("Stop and search"),
        Topic.OFFENDER_MANAGEMENT: N_("Offender management"),
        Topic.VICTIMS: N_("Victims"),
        Topic.WORKFORCE: N_("The police workforce"),
        Topic.EFFICIENCY: N_("Efficiency"),
    },
    Nation: {
        Nation.ENGLAND: N_("England"),
        Nation.WALES: N_("Wales"),
    },
    ChiefOfficerTitle: {
        ChiefOfficerTitle.CHIEF_CONSTABLE: N_("Chief Constable"),
        ChiefOfficerTitle.COMMISSIONER: N_("Commissioner of Police"),
    },
    BodyType: {
        BodyType.PCC: N_("Police and crime commissioner"),
        BodyType.PFCC: N_("Police, fire and crime commissioner"),
        BodyType.MAYOR: N_("Mayor"),
        BodyType.MOPAC: N_("Mayor’s office for policing and crime"),
        BodyType.COMMON_COUNCIL: N_("Common council"),
    },
    Capacity: {
        Capacity.HOLDER: N_("Signed by the holder of the office"),
        Capacity.DEPUTY: N_("Signed by a deputy"),
        Capacity.ACTING: N_("Signed by one acting in the office"),
    },
    ChiefOfficerComments: {
        ChiefOfficerComments.COMMENTED: N_("Commented; the comments are in the text below"),
        ChiefOfficerComments.NONE: N_("Did not comment"),
        ChiefOfficerComments.NOT_STATED: N_("The response does not say"),
    },
    Status: {
        Status.CURRENT: N_("Current"),
        Status.CORRECTED: N_("Corrected"),
        Status.WITHDRAWN: N_("Withdrawn"),
        Status.SUPERSEDED: N_("Superseded"),
        Status.REMOVED: N_("Removed"),
    },
    WordsFrom: {
        WordsFrom.BODY: N_("The body’s own words"),
        WordsFrom.PUBLISHER: N_("The publisher’s own translation"),
        WordsFrom.COURTESY: N_("A courtesy translation"),
    },
}
"""Labels by vocabulary: members of two that are spelt alike are equal to Python, and different words here."""


def label(word: StrEnum) -> str:
    """The English label of a word; a page translates it."""
    return LABELS[type(word)][word]


def limbs(actions: Iterable[Action], gettext: Callable[[str], str]) -> str:
    """Several limbs of the statutory test in a line: “Action taken; action proposed”. None begins with a name."""
    said = "; ".join(within(gettext(label(action))) for action in actions)
    return said[:1].upper() + said[1:]


def within(label: str) -> str:
    """A label as it stands within a sentence; it must not begin with a name."""
    return label[:1].lower() + label[1:]
