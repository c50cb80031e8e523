"""Digests: the same for the same content, whenever and wherever it is looked at."""

import hashlib


def digest(*parts: object) -> str:
    """One key for several values, each taken by what it is when printed; in 32 hexadecimal digits."""
    hashed = hashlib.blake2b(digest_size=16)
    for part in parts:
        data = part if isinstance(part, bytes) else str(part).encode("utf-8", "surrogatepass")
        hashed.update(b"%d:" % len(data))  # so that no two lists of parts are one
        hashed.update(data)
    return hashed.hexdigest()
