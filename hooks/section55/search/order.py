"""The same bytes for the same pages: Pagefind writes filters, and the values of each, in another order at each run.

Its files are CBOR (RFC 8949), named by what they hold; the index's own file lists their names. Here filters and values
are sorted where they stand, and named anew. Of CBOR that takes lists, texts and numbers.
"""

import hashlib
import json
from pathlib import Path

from section55.search import files

_NUMBER, _TEXT, _LIST = 0, 3, 4
_FILTERS = 3
"""Where the list of filters stands in the index's own file."""


def order_filters(bundle: Path) -> None:
    """Sorts the filters of an index. Raises `ValueError` for a file that is not as Pagefind 1.5 writes it."""
    entry_path = bundle / "pagefind-entry.json"
    entry = json.loads(entry_path.read_text(encoding="utf-8"))
    ((language, index),) = entry["languages"].items()
    own_path = bundle / f"pagefind.{index['hash']}.pf_meta"
    head, parts = _list(files.read(own_path))
    own_path.unlink()
    filters_head, filters = _list(parts[_FILTERS])
    filters = [_filter(bundle / "filter", language, each) for each in filters]
    parts[_FILTERS] = filters_head + b"".join(sorted(filters))
    own = head + b"".join(parts)
    index["hash"] = _name(own, language, 10)
    files.write(bundle / f"pagefind.{index['hash']}.pf_meta", own)
    entry_path.write_text(json.dumps(entry, ensure_ascii=False, separators=(",", ":")), encoding="utf-8", newline="\n")


def _filter(folder: Path, language: str, listed: bytes) -> bytes:
    """Sorts the values of a filter; `listed` is its name and its file's, which is given back with the new one."""
    head, (name, file) = _list(listed)
    path = folder / f"{file[1:].decode()}.pf_filter"
    filter_head, (filter_name, values) = _list(files.read(path))
    values_head, items = _list(values)
    data = filter_head + filter_name + values_head + b"".join(sorted(items))
    new = _name(data, language, 7)
    path.unlink()
    files.write(folder / f"{new}.pf_filter", data)
    return head + name + bytes([_TEXT << 5 | len(new)]) + new.encode()


def _name(data: bytes, language: str, length: int) -> str:
    return f"{language}_{hashlib.sha1(data, usedforsecurity=False).hexdigest()[:length]}"


def _list(data: bytes) -> tuple[bytes, list[bytes]]:
    """The head of a list and its items, each as it is written."""
    kind, length, at = _head(data, 0)
    if kind != _LIST:
        raise ValueError("no list where one is expected")
    head, items = data[:at], []
    for _ in range(length):
        end = _end(data, at)
        items.append(data[at:end])
        at = end
    if at != len(data):
        raise ValueError("more than a list where one is expected")
    return head, items


def _end(data: bytes, at: int) -> int:
    """Where an item ends that begins at `at`."""
    kind, size, at = _head(data, at)
    if kind == _TEXT:
        return at + size
    if kind == _LIST:
        for _ in range(size):
            at = _end(data, at)
    elif kind != _NUMBER:
        raise ValueError(f"an item of kind {kind}")
    return at


def _head(data: bytes, at: int) -> tuple[int, int, int]:
    """An item's kind, its number or length, and where its head ends."""
    kind, size = data[at] >> 5, data[at] & 31
    at += 1
    if size < 24:
        return kind, size, at
    if size > 27:
        raise ValueError("an item of unknown length")
    end = at + (1 << (size - 24))
    return kind, int.from_bytes(data[at:end], "big"), end
