"""What a search must take for one word, and what not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from section55.language import canonical
from section55.language.folding import fold
from welsh_words import NOT_ONE_WORD, ONE_WORD, UNITED_TOO, rows

PAIRS = [(radical, mutated) for radical, *mutations in rows(ONE_WORD) for mutated in mutations]


@pytest.mark.parametrize(("radical", "mutated"), PAIRS)
def test_mutations_are_one_word(radical, mutated):
    assert canonical(mutated) == canonical(radical)


@pytest.mark.parametrize(("one", "two"), rows(NOT_ONE_WORD))
def test_other_words_stay_apart(one, two):
    assert canonical(one) != canonical(two)


@pytest.mark.parametrize(("one", "two"), rows(UNITED_TOO))
def test_what_spelling_cannot_tell_apart(one, two):
    assert canonical(one) == canonical(two)


@given(st.text())
def test_a_key_is_never_empty(word):
    assert bool(canonical(word)) == bool(fold(word))


# What a grammar's table makes of the beginning of a word.
MUTATIONS = {
    "p": "b mh ph",
    "t": "d nh th",
    "c": "g ngh ch",
    "b": "f m",
    "d": "dd n",
    "g": " ng",
    "m": "f",
    "ll": "l",
    "rh": "r",
}
ENDINGS = st.builds(
    "{}{}".format, st.sampled_from("aeiouwyâêîôûŵŷ"), st.text("abcdefghilmnoprstuwyâŵ", min_size=2)
)


@given(st.sampled_from(list(MUTATIONS)), st.sampled_from(["", "l", "r", "n"]), ENDINGS)
def test_a_word_and_all_its_mutations_have_one_key(radical, second, ending):
    rest = ending if radical in ("ll", "rh", "m") else second + ending
    for mutated in MUTATIONS[radical].split(" "):
        assert canonical(mutated + rest) == canonical(radical + rest)


@given(ENDINGS)
def test_an_h_before_a_vowel_does_not_matter(ending):
    assert canonical(f"h{ending}") == canonical(ending)


WELSH_WORD = st.builds("{}{}".format, st.sampled_from(["", "s", "ff", "ngh", *MUTATIONS]), ENDINGS)


@given(WELSH_WORD)
def test_accents_and_case_are_no_difference(word):
    assert canonical(word.upper()) == canonical(word) == canonical(fold(word))


@given(WELSH_WORD)
def test_a_key_follows_the_typing(word):
    assert canonical(word).startswith(canonical(word[:6]))
