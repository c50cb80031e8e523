"""An option of the tests of rules, which `scripts/test tests/rules` knows."""

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--rewrite-golden",
        action="store_true",
        help="write what each golden case says now into its expected.txt; read the diff before you commit it",
    )
