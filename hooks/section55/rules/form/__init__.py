"""Rules of form: what keeps a file from being read, or a value from being what its field holds.

Importing this enters them all in the registry.
"""

from section55.rules.form import files, syntax, values

__all__ = ["files", "syntax", "values"]
