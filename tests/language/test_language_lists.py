import pytest
from section55.language import conjunction, join


@pytest.mark.parametrize(
    ("words", "english", "welsh"),
    [
        ([], "", ""),
        (["Gwent"], "Gwent", "Gwent"),
        (["Gwent", "Kent"], "Gwent and Kent", "Gwent a Kent"),
        (["Gwent", "Kent", "Essex"], "Gwent, Kent and Essex", "Gwent, Kent ac Essex"),
        (["3", "7", "8"], "3, 7 and 8", "3, 7 ac 8"),
    ],
)
def test_a_list_in_a_sentence(words, english, welsh):
    assert join(words, "en") == english
    assert join(words, "cy") == welsh


@pytest.mark.parametrize(
    ("ac", "a"),
    [
        # Vowels, and the letters that are not.
        ("adroddiad", "heddlu"),
        ("Ŵyl", "Norfolk"),
        ("iechyd", "jazz"),
        ("ystadegau", "Yorkshire"),
        ("wyth", "Wiltshire"),
        ("wrth", "Wrecsam"),
        # Numbers, as they are read.
        ("1", "2"),
        ("8", "9"),
        ("11", "10"),
        ("18", "100"),
        ("800", "1,000"),
        ("8a", "3a"),
        ("1", "1996"),
        # What stands before the first letter.
        ('<a href="kent/">Essex</a>', '<a href="essex/">Kent</a>'),
        ("“Arolygiad”", "“Gwent”"),
        ("<em>«Essex»</em>", "<em>«Kent»</em>"),
        # Nothing to hear.
        ("a", ""),
    ],
)
def test_ac_stands_before_a_vowel(ac, a):
    assert conjunction(ac, "cy") == "ac"
    assert conjunction(a, "cy") == "a"
    assert conjunction(ac, "en") == conjunction(a, "en") == "and"


def test_the_article_joins_the_conjunction():
    assert join(["y Comisiynydd", "y Prif Gwnstabl"], "cy") == "y Comisiynydd a'r Prif Gwnstabl"
    assert join(["Gwent", "Yr Arolygiaeth"], "cy") == "Gwent a'r Arolygiaeth"
    assert join(["x", "y"], "en") == "x and y"
