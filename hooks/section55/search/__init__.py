"""Search: what the indexes are told of each page, the indexes that Pagefind makes, and the words shown with them.

A text stands in one index: that of its language. A page whose text exists in both languages stands in both indexes,
each with its own; one whose text exists in one language stands in that index alone, with its name in both. So a
reader's search takes the whole index of the page's language, and of the other what exists in that alone: no page is
found twice, and counts add up without a look into any result. overrides/assets/search.js asks both.

The index of a language is divided into shards by the years of reports (`shards.py`); the latest is asked first. That of
Welsh has the keys of words (`welsh.py`), so that mutations hide none.
"""

from section55.search import labels, shards
from section55.search.index import IndexingFailed
from section55.search.searched import searched

__all__ = ["IndexingFailed", "labels", "searched", "shards"]
