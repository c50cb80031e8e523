"""Putting right what has one answer, and nothing else: what `scripts/check --fix` does.

To add a fix:
 1. write a generator function in `form.py`, or in a module of its kind, and import that in `fixing/__init__.py`;
 2. decorate it with `@fixes(code)`: the code of the rule that finds what it puts right;
 3. yield an `Edit` for each stretch of the line that has one right form; where two answers are possible, yield none;
 4. give it its cases, and a case that it leaves alone, in `tests/test_fixing.py`;
 5. no need to prove that it helps: a change that leaves as much wrong as before is not made (`mending.py`);
 6. run `scripts/test`.
"""

from section55.fixing import form
from section55.fixing.edits import Edit
from section55.fixing.files import Fixed, fix, fixed, put_right_in
from section55.fixing.registry import FIXERS, fixes

__all__ = ["FIXERS", "Edit", "Fixed", "fix", "fixed", "fixes", "form", "put_right_in"]
