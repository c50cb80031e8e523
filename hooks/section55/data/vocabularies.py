"""The words that keys choose from, with what readers are told for each."""

from section55.data.links import Links
from section55.data.shapes import VocabulariesFile, Vocabulary, VocabularyWord
from section55.data.values import envelope
from section55.language import words
from section55.pages.labels import LABELS


def vocabularies(links: Links) -> VocabulariesFile:
    """Every vocabulary, under the name that its words have in the OpenAPI description."""
    return VocabulariesFile(
        **envelope(links),
        result=tuple(
            Vocabulary(
                name=vocabulary.__name__,
                words=tuple(
                    VocabularyWord(
                        code=code,
                        label=links.local({language: words(language).gettext(label) for language in links.languages}),
                    )
                    for code, label in labels.items()
                ),
            )
            for vocabulary, labels in LABELS.items()
        ),
    )
