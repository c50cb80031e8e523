"""What responses and reports of the generator say in set words, in both languages: headings, salutations, positions."""

MONTHS = {
    "en": "January February March April May June July August September October November December".split(),
    "cy": "Ionawr Chwefror Mawrth Ebrill Mai Mehefin Gorffennaf Awst Medi Hydref Tachwedd Rhagfyr".split(),
}

TOPICS = {
    "counter-terrorism": ("Counter-terrorism", "Gwrthderfysgaeth"),
    "custody": ("Custody", "Dalfeydd"),
    "vetting": ("Vetting", "Fetio"),
    "child-protection": ("Child protection", "Amddiffyn plant"),
    "domestic-abuse": ("Domestic abuse", "Cam-drin domestig"),
    "violence-against-women-and-girls": ("Violence against women and girls", "Trais yn erbyn menywod a merched"),
    "serious-violence": ("Serious violence", "Trais difrifol"),
    "organised-crime": ("Organised crime", "Troseddu cyfundrefnol"),
    "fraud": ("Fraud", "Twyll"),
    "stop-and-search": ("Stop and search", "Stopio a chwilio"),
    "offender-management": ("Offender management", "Rheoli troseddwyr"),
    "victims": ("Victims", "Dioddefwyr"),
    "workforce": ("The workforce", "Y gweithlu"),
    "efficiency": ("Efficiency", "Effeithlonrwydd"),
}
"""Topics of the vocabulary, and what a title calls them."""

KINDS = {
    "recommendation": ("Recommendation", "Argymhelliad"),
    "cause-of-concern": ("Cause of concern", "Achos pryder"),
    "area-for-improvement": ("Area for improvement", "Maes i'w wella"),
}

ADDRESSEES = {
    "all-forces": ("all forces", "pob heddlu"),
    "chief-constables": ("chief constables", "prif gwnstabliaid"),
    "local-policing-bodies": ("local policing bodies", "cyrff plismona lleol"),
    "npcc": ("the National Police Chiefs' Council", "Cyngor Cenedlaethol Penaethiaid yr Heddlu"),
    "college-of-policing": ("the College of Policing", "y Coleg Plismona"),
    "home-office": ("the Home Office", "y Swyddfa Gartref"),
    "ministry-of-justice": ("the Ministry of Justice", "y Weinyddiaeth Gyfiawnder"),
    "cps": ("the Crown Prosecution Service", "Gwasanaeth Erlyn y Goron"),
}

POSITIONS = {
    "accepted": ("I accept this recommendation in full", "Rwy'n derbyn yr argymhelliad hwn yn llawn"),
    "partly-accepted": ("I accept this recommendation in part", "Rwy'n derbyn rhan o'r argymhelliad hwn"),
    "rejected": ("I do not accept this recommendation", "Nid wyf yn derbyn yr argymhelliad hwn"),
    "supported": ("I am supportive of this recommendation", "Rwy'n cefnogi'r argymhelliad hwn"),
    "noted": ("I note this recommendation", "Nodaf yr argymhelliad hwn"),
    "not-applicable": ("This recommendation does not apply to us", "Nid yw'r argymhelliad hwn yn berthnasol i ni"),
}
"""The phrase that a position on one item rests on."""

BLOCK_POSITIONS = {
    "supported": ("I welcome the recommendations that have been made", "Croesawaf yr argymhellion a wnaed"),
    "accepted": ("I accept all of the recommendations", "Derbyniaf bob un o'r argymhellion"),
    "noted": ("I note the contents of this report", "Nodaf gynnwys yr adroddiad hwn"),
    "not-applicable": (
        "No recommendations were made to us",
        "Ni wnaed unrhyw argymhellion i ni",
    ),
}
"""The phrase that a position on all items rests on."""

REST = ("I note the other recommendations of the report", "Nodaf argymhellion eraill yr adroddiad")

CHIEF = ("I welcome the findings of this report", "Croesawaf ganfyddiadau'r adroddiad hwn")

NO_COMMENT = (
    "The Chief Constable has not submitted comments on this report",
    "Nid yw'r Prif Gwnstabl wedi cyflwyno sylwadau ar yr adroddiad hwn",
)

WORDS = {
    "office": ("Office of the Police and Crime Commissioner", "Swyddfa'r Comisiynydd Heddlu a Throseddu"),
    "street": ("Example Street", "Stryd Enghreifftiol"),
    "dear": ("Dear Home Secretary,", "Annwyl Ysgrifennydd Cartref,"),
    "minister": ("The Rt Hon Specimen Bencharch MP", "Y Gwir Anrh. Specimen Bencharch AS"),
    "minister_office": ("Home Secretary", "Yr Ysgrifennydd Cartref"),
    "yours": ("Yours sincerely", "Yr eiddoch yn gywir"),
    "signature": ("A scribble that stands for a signature", "Sgribl sy'n sefyll am lofnod"),
    "role": ("Police and Crime Commissioner", "Comisiynydd Heddlu a Throseddu"),
    "deputy": ("Deputy Police and Crime Commissioner", "Dirprwy Gomisiynydd Heddlu a Throseddu"),
    "cc": ("cc Chief Constable", "cc Prif Gwnstabl"),
    "inspectors": ("The inspectorate", "Yr arolygiaeth"),
    "response": ("Response of the local policing body", "Ymateb y corff plismona lleol"),
    "comments": ("Commissioner's comments", "Sylwadau'r Comisiynydd"),
    "chief": ("Chief Constable's comments", "Sylwadau'r Prif Gwnstabl"),
    "reply": ("My reply", "Fy ateb"),
    "others": ("Other recommendations", "Argymhellion eraill"),
    "findings": ("Key findings", "Prif ganfyddiadau"),
    "form_title": ("Inspection title:", "Teitl yr arolygiad:"),
    "form_published": ("Published on:", "Cyhoeddwyd ar:"),
    "form_deadline": ("Response deadline:", "Terfyn amser yr ymateb:"),
    "form_forces": ("Police forces:", "Heddluoedd:"),
    "form_link": ("Link to report:", "Dolen i'r adroddiad:"),
    "form_office": ("For office use only:", "At ddefnydd y swyddfa yn unig:"),
    "form_portal": ("Response submitted onto the portal", "Cyflwynwyd yr ymateb i'r porth"),
    "form_panel": ("Response forwarded to the panel", "Anfonwyd yr ymateb at y panel"),
    "form_website": ("Response published on the website", "Cyhoeddwyd yr ymateb ar y wefan"),
    "table_item": ("Recommendation", "Argymhelliad"),
    "table_answer": ("Our response", "Ein hymateb"),
    "table_rest": ("The other recommendations", "Yr argymhellion eraill"),
    "notice": (
        "We welcome correspondence in Welsh and in English; writing in either will not lead to delay.",
        "Croesawn ohebiaeth yn Gymraeg ac yn Saesneg; ni fydd ysgrifennu yn y naill na'r llall yn arwain at oedi.",
    ),
    "by": ("By {when}, {whom} should", "Erbyn {when}, dylai {whom}"),
    "should": ("{whom} should", "Dylai {whom}"),
    "inspection": ("an inspection of {what}", "arolygiad o {what}"),
}


def say(pair: tuple[str, str], language: str) -> str:
    """The phrase in a language."""
    return pair[language == "cy"]


def word(name: str, language: str) -> str:
    """One of `WORDS` in a language."""
    return say(WORDS[name], language)
