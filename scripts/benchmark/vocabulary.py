"""Words, some 40,000 forms of each language, and prose of them.

A language's commonest words are its own; the rest are composed of syllables, with the endings that a stemmer knows and,
in Welsh, initial mutations. How often a form comes follows Zipf's law, so a text's vocabulary grows as it does in real
ones, and with it a search index: a thousand words make an index that says nothing of a real register's.
"""

import re
from collections.abc import Iterator
from functools import cache

from benchmark.dice import Dice

FORMS = 40_000
"""How many forms a language has."""

_SLOTS = 1 << 18
_RANK_SHIFT = 2  # Mandelbrot's: the very first words come a little less often than Zipf's law has it

_COMMON = {
    "en": """the of and to a in that is for on with as be are by this was have will it has from at not which an their
        we i been our all also or these they more can would its but there who were any other my such where into how
        work ensure through within between during police officers force service support people public victims report
        inspection recommendation constable chief commissioner crime staff local national response improve training
        performance area plan review data information risk community safety partners process team time year quality
        number cases control room demand custody vetting investigation evidence children vulnerable domestic abuse
        offenders governance board scrutiny assurance progress action actions policy guidance standards system systems
        capacity capability resources funding strategic operational effective effectively regular monthly quarterly
        meeting meetings oversight leadership culture confidence trust legitimacy efficiency""",
    "cy": """y yr a ac i o yn ar am at gan mae bod wedi nid eu ei ein fy hwn hon hyn hynny sydd fod fel neu ond gyda
        drwy rhwng ers hyd dros dan heb oddi wrth hefyd eto cael gwneud gwaith bydd byddaf byddwn oedd oes nad na pob
        holl mwy llai gwell heddlu heddluoedd swyddogion gwasanaeth gwasanaethau cymorth pobl cyhoedd dioddefwyr
        adroddiad arolygiad argymhelliad argymhellion cwnstabl prif comisiynydd gomisiynydd chomisiynydd trosedd
        throsedd staff lleol cenedlaethol ymateb gwella hyfforddiant perfformiad ardal cynllun gynllun chynllun
        adolygiad data gwybodaeth wybodaeth risg cymuned gymuned diogelwch ddiogelwch partneriaid bartneriaid proses
        broses tîm dîm amser blwyddyn flwyddyn ansawdd nifer achosion rheoli galw dalfa ddalfa fetio ymchwiliad
        tystiolaeth dystiolaeth plant blant bregus domestig cam-drin gam-drin troseddwyr llywodraethu bwrdd fwrdd
        craffu graffu sicrwydd cynnydd gynnydd camau gamau polisi bolisi canllawiau ganllawiau safonau system systemau
        capasiti gallu adnoddau cyllid strategol gweithredol effeithiol rheolaidd misol chwarterol cyfarfod gyfarfod
        cyfarfodydd arweinyddiaeth diwylliant ddiwylliant hyder ymddiriedaeth cyfreithlondeb effeithlonrwydd""",
}

# What a list holds several times comes that much more often.
_ONSETS = {
    "en": "b c d f g h l m n p r s t w b c d l m p r s t br ch cl cr dr fl gr j pl pr qu sh sp st str th tr v".split(),
    "cy": "p t c b d g m ll rh ff s n l h p t c b d g m pr pl tr cr cl br bl dr gr gl gw ch".split(),
}
_NUCLEI = {
    "en": "a e i o u a e i o u a e i o ai ea ee oa ou".split(),
    "cy": "a e i o u w y a e i o u w y ai ae ei eu oe aw ew yw â ê ô ŵ ŷ".split(),
}
_CODAS = {
    "en": "b d l m n r s n r l d m ld lm mp nd ng rd rm rn rth sk st x".split(),
    "cy": "ch d dd f ff g l ll n r s th n r l d nt rth st".split(),
}
_ENDINGS = {
    "en": ["", "s", "ed", "ing", "er", "al", "ly", "ation", "ment", "able", "ive"],
    "cy": ["", "au", "io", "ion", "iad", "ol", "us", "aeth", "oedd", "wyr", "ais"],
}

_UNWELCOME = re.compile(r"shit|slut|rape|cunt|cont|ffwc")
"""What syllables make by chance and no page should show."""

_SOFT = ("p b", "t d", "c g", "b f", "d dd", "g ", "m f", "ll l", "rh r")
_NASAL = ("p mh", "t nh", "c ngh", "b m", "d n", "g ng")
_ASPIRATE = ("p ph", "t th", "c ch")
_UNCHANGED = ("ff", "th", "ch", "dd")  # letters of their own, whatever they begin with


def mutated(word: str) -> list[str]:
    """The forms that a Welsh word's beginning takes, other than its own: soft, nasal and aspirate mutation."""
    forms = []
    for mutation in (_SOFT, _NASAL, _ASPIRATE):
        for change in sorted(mutation, key=lambda change: -len(change.partition(" ")[0])):
            radical, _, becomes = change.partition(" ")
            if word.startswith(radical) and not word.startswith(_UNCHANGED):
                forms.append(becomes + word.removeprefix(radical))
                break
    return forms


@cache
def forms(language: str) -> tuple[str, ...]:
    """Every form of a language, the commonest first."""
    common = dict.fromkeys(_COMMON[language].split())
    numbers = dict.fromkeys(str(number) for number in (*range(2, 100), *range(100, 1000, 7), *range(2008, 2030)))
    ranked: list[tuple[int, str]] = [(150 + 60 * place, form) for place, form in enumerate(numbers)]
    seen = {*common, *numbers}
    dice = Dice("families", language)
    for rank, stem in enumerate(_stems(language)):
        if len(seen) > FORMS + FORMS // 2:
            break
        endings = _ENDINGS[language][: dice.between(1, 4)] + [dice.pick(_ENDINGS[language][4:])] * dice.chance(50)
        family = [stem + ending for ending in endings]
        if language == "cy":
            family = [form for radical in family for form in (radical, *mutated(radical))]
        elif rank % 12 == 0:
            family = [stem.capitalize()]  # a name of a place
        for place, form in enumerate(family):
            if form not in seen:
                seen.add(form)
                ranked.append(((rank + 60) * (place + 1) * (place + 2) // 2, form))
    ranked.sort()
    return (*common, *(form for _, form in ranked))[:FORMS]


def _stems(language: str) -> Iterator[str]:
    """Words without endings, no end of them, none twice."""
    dice, seen = Dice("stems", language), set()
    onsets, nuclei, codas = _ONSETS[language], _NUCLEI[language], _CODAS[language]
    while True:
        # Common words are the shorter ones.
        syllables = dice.weighted({1: 80, 2: 20} if len(seen) < 1500 else {1: 10, 2: 80, 3: 10})
        parts = [dice.pick(onsets) + dice.pick(nuclei) for _ in range(syllables)]
        stem = "".join(parts) + dice.pick(codas)
        if len(stem) > 2 and stem not in seen and not _UNWELCOME.search(stem):
            seen.add(stem)
            yield stem


@cache
def _slots(language: str) -> list[str]:
    """A form for each slot, as many slots as it is common: one throw, one word."""
    words = forms(language)
    low, high = 1, _SLOTS
    while high - low > 1:  # as large a share for the first as leaves each of the others a slot
        share = (low + high) // 2
        taken = sum(max(1, share // (rank + _RANK_SHIFT)) for rank in range(1, len(words) + 1))
        low, high = (share, high) if taken <= _SLOTS else (low, share)
    slots = [word for rank, word in enumerate(words, 1) for _ in range(max(1, low // (rank + _RANK_SHIFT)))]
    return slots + slots[: _SLOTS - len(slots)]


SENTENCE = ((0, 6), (50, 9), (250, 15), (500, 20), (750, 26), (950, 38), (1000, 52))
"""How long sentences are, in words; see `Dice.spread`."""

PARAGRAPH = ((0, 20), (100, 35), (400, 65), (700, 95), (900, 130), (1000, 180))
"""How long paragraphs are."""


class Prose:
    """Prose of one language from throws of its own."""

    def __init__(self, language: str, *seed: object) -> None:
        self.language = language
        self.dice = Dice("prose", language, *seed)
        self._slots = _slots(language)

    def words(self, count: int) -> str:
        """That many words in a row."""
        slots, last = self._slots, _SLOTS - 1
        return " ".join([slots[number & last] for number in self.dice.numbers(count)])

    def sentence(self) -> str:
        """A sentence, with commas if it is long."""
        length = self.dice.spread(SENTENCE)
        half = length // 2
        text = self.words(length) if length < 16 else f"{self.words(half)}, {self.words(length - half)}"
        return f"{text[0].upper()}{text[1:]}."

    def paragraph(self, length: int = 0, opening: str = "") -> str:
        """A paragraph of about so many words, of any length if none is given; `opening` is its first sentence."""
        length = length or self.dice.spread(PARAGRAPH)
        sentences = [opening] if opening else []
        count = len(opening.split())
        while count < length or not sentences:
            sentences.append(self.sentence())
            count += sentences[-1].count(" ") + 1
        return " ".join(sentences)

    def paragraphs(self, length: int, opening: str = "") -> list[str]:
        """Paragraphs of about so many words in all, one at least; now and then a list of points is among them."""
        blocks: list[str] = []
        while length > 0 or not blocks:
            if blocks and length > 60 and self.dice.chance(8):
                blocks.append(self.points(self.dice.between(3, 6)))
            else:
                blocks.append(self.paragraph(min(max(length, 12), self.dice.spread(PARAGRAPH)), opening))
                opening = ""
            length -= blocks[-1].count(" ") + 1
        return blocks

    def points(self, count: int) -> str:
        """A list of points, with bullets or with numbers."""
        marks = ["-"] * count if self.dice.chance(70) else [f"{number}." for number in range(1, count + 1)]
        return "\n".join(f"{mark} {self.sentence()}" for mark in marks)

    def title(self, count: int) -> str:
        """A few words, the first with a capital letter."""
        text = self.words(count)
        return f"{text[0].upper()}{text[1:]}"

    def name(self) -> str:
        """A word that is no common one, for an address: ASCII letters alone."""
        while True:
            word = forms(self.language)[500 + self.dice.below(20_000)]
            if word.isascii() and word.isalpha():
                return word.lower()
