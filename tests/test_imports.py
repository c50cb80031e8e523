"""Who knows whom: imports of the package go one way, as HACKING.md has it, and none is of the engine."""

import ast
import re
from collections.abc import Iterator
from graphlib import TopologicalSorter
from pathlib import Path

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "hooks/section55"


def modules() -> dict[str, Path]:
    """Every module of the package, by its name within it; a folder's `__init__` by the folder's."""
    found = {}
    for path in sorted(PACKAGE.rglob("*.py")):
        parts = path.relative_to(PACKAGE).with_suffix("").parts
        found[".".join(parts[:-1] if parts[-1] == "__init__" else parts)] = path
    return found


def imported(path: Path) -> Iterator[str]:
    """The full names that a module imports, wherever in it."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (each.name for each in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.module and not node.level, f"{path.name} imports by a relative name"
            yield from (f"{node.module}.{each.name}" for each in node.names)


def graph() -> dict[str, set[str]]:
    """Of each module of the package, those of the package that it imports."""
    known = modules()
    edges: dict[str, set[str]] = {}
    for name, path in known.items():
        inside = {each.removeprefix("section55.") for each in imported(path) if each.startswith("section55.")}
        edges[name] = {each if each in known else each.rpartition(".")[0] for each in inside} - {name}
    return edges


def table() -> dict[str, set[str]]:
    """The table of HACKING.md: what each part knows, by names such as `pages` and `pages.outputs`."""
    section = (ROOT / "HACKING.md").read_text("utf-8").partition("\n## The package\n")[2].partition("\n## ")[0]
    rows: dict[str, set[str]] = {}
    for line in section.splitlines():
        if line.startswith("| `"):
            _, parts, _what, knows, _ = re.split(r"(?<!\\)\|", line)
            for part in _names(parts):
                rows[part] = _names(knows)
    return rows


def _names(cell: str) -> set[str]:
    return {each.removesuffix(".py").rstrip("/").replace("/", ".") for each in re.findall("`([^`]+)`", cell)}


def part_of(module: str, rows: dict[str, set[str]]) -> str:
    """The row of the table that tells of a module."""
    return module if module in rows else module.partition(".")[0]


def allowed(part: str, rows: dict[str, set[str]]) -> set[str]:
    """What a part may import: itself, what its row names, and what whole parts among these may."""
    own = part.partition(".")[0]
    found, waiting = set(), [own, *rows[part]] if part in rows else []
    while waiting:
        if (each := waiting.pop()) not in found:
            found.add(each)
            waiting += rows.get(each, ())
    return found


def test_imports_are_those_that_the_table_names() -> None:
    rows = table()
    wrong = []
    for module, others in graph().items():
        if module:
            may = allowed(part_of(module, rows), rows)
            wrong += [f"{module} → {other}" for other in others if not {other, other.partition(".")[0]} & may]
    assert wrong == []


def test_the_table_names_every_part_and_nothing_that_nobody_imports() -> None:
    rows, edges = table(), graph()
    parts = {name.partition(".")[0] for name in edges if name}
    assert parts == {part for part in rows if "." not in part}
    assert {each for known in rows.values() for each in known} | rows.keys() <= edges.keys() | parts
    for part, known in rows.items():
        imports = {other for module, others in edges.items() if part_of(module, rows) == part for other in others}
        imports |= {other.partition(".")[0] for other in imports}
        assert known <= imports, f"{part} imports nothing of {known - imports}"


def test_no_module_needs_one_that_needs_it() -> None:
    assert list(TopologicalSorter(graph()).static_order())


def test_the_package_knows_no_engine() -> None:
    found = {each.partition(".")[0] for path in modules().values() for each in imported(path)}
    assert not found & {"mkdocs", "material", "properdocs"}
