import random
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from section55.language import LANGUAGES, sort_key

WELSH_ORDER = [
    # One row a letter; the whole reads as the alphabet.
    "achos adroddiad addysg afon agor angen anghenion ailadrodd",  # ng stands between g and h
    "bach byd bywyd",
    "cais clir comisiynydd cymru cywir",
    "chwarae chwefror",
    "damwain digwyddiad dyfed",
    "ddoe",
    "eang eglwys enghraifft ehangu",
    "fan fory",
    "ffair ffordd",
    "gair gwent gwybod",
    "ngwaith",
    "haf hedfan heddlu",
    "iaith ionawr",
    "jac",
    "kent",
    "lamp lincoln",
    "llundain llys",
    "mawrth medi",
    "nos nyrs",
    "oed ofal offer ogof",
    "pen plismon",
    "pharc",
    "queensferry",
    "radio record",
    "rhaid rhestr",
    "sir swydd",
    "tan tân tŷ",
    "theatr",
    "un uwch",
    "vaughan",
    "wrecsam wyth",
    "xanthe",
    "ymateb ysgol",
    "zurich",
]

CASES = {
    "the Welsh alphabet": ("cy", " ".join(WELSH_ORDER).split()),
    "forces in Welsh": (
        "cy",
        ["De Cymru", "Dyfed-Powys", "Gogledd Cymru", "Gwent", "Lincoln", "Llundain", "Swydd Derby", "Swydd Efrog"],
    ),
    "forces in English": (
        "en",
        ["Cheshire", "City of London", "Cleveland", "Dyfed-Powys", "Gwent", "Lincolnshire", "North Wales", "Surrey"],
    ),
    # A pair is one letter, unless the mark parts it.
    "ng is a letter": ("cy", ["Bag", "Bangor", "Bala", "Ban"]),
    "the mark makes it two": ("cy", ["Bag", "Bala", "Ban", "Ban|gor", "Bara"]),
    "the mark in English is nothing": ("en", ["Ban", "Ban|gor", "Banham"]),
    # Numbers by size.
    "recommendations": (
        "en",
        ["Recommendation 2", "Recommendation 3", "Recommendation 3a", "Recommendation 10", "Recommendation 10.1"],
    ),
    "argymhellion": ("cy", ["Argymhelliad 2", "Argymhelliad 7.1", "Argymhelliad 7.2", "Argymhelliad 10"]),
    "days": ("en", ["2020-03", "2023-07-20", "2023-09-04", "2023-10-01"]),
    # Words before longer words; punctuation parts them, apostrophes do not.
    "word by word": ("en", ["New Forest", "new-found", "Newcastle", "Newport"]),
    "an apostrophe is no letter": ("en", ["King", "King's Lynn", "Kingston"]),
    # Case and accents decide last, and plain goes first.
    "accents": ("cy", ["tan", "tân", "tanio", "to"]),
    "case": ("en", ["Avon", "avon", "Bath"]),
    "a foreign script follows": ("en", ["Zoe", "Ωmega"]),
}


@pytest.mark.parametrize(("language", "order"), CASES.values(), ids=CASES)
def test_order(language, order):
    shuffled = random.Random(55).sample(order, len(order))
    assert sorted(shuffled, key=lambda text: sort_key(text, language)) == order


WELSH_LETTERS = "a b c ch d dd e f ff g ng h i j l ll m n o p ph r rh s t th u w y".split()
languages = st.sampled_from(LANGUAGES)


@given(st.text(), st.text(), languages)
def test_keys_are_equal_only_for_equal_texts(one, two, language):
    assert (sort_key(one, language) == sort_key(two, language)) == (one == two)


@given(st.lists(st.text()), languages)
def test_any_texts_can_be_sorted(texts, language):
    once = sorted(texts, key=lambda text: sort_key(text, language))
    assert sorted(reversed(once), key=lambda text: sort_key(text, language)) == once


@given(st.lists(st.sampled_from(WELSH_LETTERS)), st.lists(st.sampled_from(WELSH_LETTERS)))
def test_with_every_boundary_marked_the_alphabet_decides(one, two):
    """`|` between all letters: only then is a list of letters what the text says."""
    ranks = [[WELSH_LETTERS.index(letter) for letter in word] for word in (one, two)]
    assert (sort_key("|".join(one), "cy")[0] < sort_key("|".join(two), "cy")[0]) == (ranks[0] < ranks[1])


@given(st.text(), languages)
def test_case_and_composition_are_no_matter_of_order(text, language):
    primary = sort_key(text, language)[0]
    assert sort_key(unicodedata.normalize("NFD", text), language)[0] == primary
    assert sort_key(text.casefold(), language)[0] == primary


@given(st.integers(min_value=0, max_value=10**30), st.integers(min_value=0, max_value=10**30), languages)
def test_numbers_go_by_size(one, two, language):
    assert (sort_key(f"r{one}", language)[0] < sort_key(f"r{two}", language)[0]) == (one < two)
