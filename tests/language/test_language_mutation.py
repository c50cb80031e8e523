"""What a search must take for one word, and what not."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st
from section55.language import canonical, radicals, search_forms
from section55.language.folding import fold

# Radical, then its mutations, as ei, fy and ei (hi) make them.
ONE_WORD = """
    pobl        bobl        mhobl       phobl
    Powys       Bowys       Mhowys      Phowys
    polisi      bolisi      mholisi     pholisi
    plismon     blismon     mhlismon    phlismon
    pryder      bryder      mhryder     phryder
    trosedd     drosedd     nhrosedd    throsedd
    tystiolaeth dystiolaeth nhystiolaeth thystiolaeth
    tŷ          dŷ          nhŷ         thŷ
    tad         dad         nhad        thad
    Comisiynydd Gomisiynydd Nghomisiynydd Chomisiynydd
    Cymru       Gymru       Nghymru     Chymru
    cynllun     gynllun     nghynllun   chynllun
    cwestiwn    gwestiwn    nghwestiwn  chwestiwn
    cwmni       gwmni       nghwmni     chwmni
    clir        glir        nghlir      chlir
    cnewyllyn   gnewyllyn   nghnewyllyn chnewyllyn
    Bangor      Fangor      Mangor
    blwyddyn    flwyddyn    mlwyddyn
    bwrdd       fwrdd       mwrdd
    Dyfed       Ddyfed      Nyfed
    diwrnod     ddiwrnod    niwrnod
    deddf       ddeddf      neddf
    gwlad       wlad        ngwlad
    Gwent       Went        Ngwent
    gofyniad    ofyniad     ngofyniad
    gallu       allu        ngallu
    grym        rym         ngrym
    glas        las         nglas
    gnoi        noi         ngnoi
    gŵyr        ŵyr         ngŵyr
    mater       fater
    meysydd     feysydd
    llys        lys
    Llundain    Lundain
    rhestr      restr
    Rhyl        Ryl
    adroddiad   hadroddiad
    ymateb      hymateb
    argymhelliad hargymhelliad
    ŵyl         hŵyl
    Prif        Brif        Mhrif       Phrif
    Tachwedd    Dachwedd    Nhachwedd   Thachwedd
    mis         fis
    swydd
    ffordd
    sir
    jac
"""
ROWS = [row.split() for row in ONE_WORD.strip().splitlines()]
PAIRS = [(row[0], mutated) for row in ROWS for mutated in row]

# No row of the table of mutations, nor two of them, leads from one to the other.
NOT_ONE_WORD = """
    swydd    llwydd
    ffordd   bordd
    ffrwd    brwd
    sir      tir
    heddlu   teulu
    pwll     twll
    trosedd  gorsedd
    cosb     sosb
    llys     rhys
    llawn    rhawn
    byd      cyd
    dyn      gyn
    mab      nab
    arall    darall
    Gwent    Kent
    jac      ac
    sant     tant
    siarad   parad
"""

# One word to these functions, and two to a reader: the price, written down so that a change of it is seen.
CANONICAL_ALONE_UNITES = """
    cred     rhed
    mill     pill
    car      ar
    mair     pair
    noddi    toddi
"""
BOTH_UNITE = """
    dal      tal
    gwaith   chwaith
    mil      bil
    gwyn     cwyn
"""


def pairs(table: str) -> list[list[str]]:
    return [row.split() for row in table.strip().splitlines()]


def meet(one: str, two: str) -> bool:
    return not set(search_forms(one)).isdisjoint(search_forms(two))


@pytest.mark.parametrize(("radical", "mutated"), PAIRS)
def test_mutations_are_one_word(radical, mutated):
    assert radical.lower() in radicals(mutated)
    assert canonical(mutated) == canonical(radical)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row[0])
def test_any_two_forms_of_a_word_meet(row):
    for one, two in itertools.combinations(row, 2):
        assert meet(one, two)


@pytest.mark.parametrize(("one", "two"), pairs(NOT_ONE_WORD))
def test_other_words_stay_apart(one, two):
    assert canonical(one) != canonical(two)
    assert not meet(one, two)


@pytest.mark.parametrize(("one", "two"), pairs(CANONICAL_ALONE_UNITES))
def test_what_only_the_single_key_confuses(one, two):
    assert canonical(one) == canonical(two)
    assert not meet(one, two)


@pytest.mark.parametrize(("one", "two"), pairs(BOTH_UNITE))
def test_what_spelling_cannot_tell_apart(one, two):
    assert canonical(one) == canonical(two)
    assert meet(one, two)


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("Nghymru", ("nghymru", "cymru")),
        ("Ŵyl", ("ŵyl", "gŵyl")),
        ("fater", ("fater", "bater", "mater")),
        ("swydd", ("swydd",)),
        # Nothing is left to be a word.
        ("h", ("h",)),
        ("", ("",)),
    ],
)
def test_radicals(word, expected):
    assert radicals(word) == expected


def test_search_forms_have_no_accents():
    assert search_forms("Ŵyl") == ("wyl", "gwyl")


@given(st.text())
def test_a_key_is_never_empty(word):
    assert bool(canonical(word)) == bool(fold(word))


# Any beginning of a word that Welsh spells, a vowel, and anything.
ONSETS = "p pl t tr c cl cn cr b bl d dr g gl gn gr m ll rh f ff l r n ph th ch chn mh nh ngh nghl ng ngn ngr dd h s"
WELSH_WORD = st.builds(
    "{}{}{}".format,
    st.sampled_from(["", *ONSETS.split()]),
    st.sampled_from("aeiouwyâêîôûŵŷ"),
    st.text(alphabet="abcdefghilmnoprstuwyâêîôûŵŷ"),
)


@given(WELSH_WORD)
def test_the_single_key_loses_nothing(word):
    """What `search_forms` lets meet, `canonical` unites."""
    assert {canonical(radical) for radical in radicals(word)} == {canonical(word)}


@given(WELSH_WORD)
def test_accents_and_case_are_no_difference(word):
    assert canonical(word.upper()) == canonical(word)
    assert search_forms(word.title()) == search_forms(word) == search_forms(fold(word))


@given(WELSH_WORD)
def test_a_key_follows_the_typing(word):
    assert canonical(word).startswith(canonical(word[:4]))
