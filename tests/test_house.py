"""Tests of the house: layers, sizes, docstrings, and the documents that are generated from the code."""

import ast
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from docs.generate import COMMANDS, ROOMS, ROOT, first_sentence, parts, with_part

PACKAGE = ROOT / "src/onrecord"
MAX_LINES, MAX_FUNCTION_LINES, MAX_PARAMETERS = 400, 50, 5
BASE, STAGES, FLOW, DOORS = 0, 1, 2, 3
LAYERS = {
    **dict.fromkeys("model answers excerpts names spellings places dates lexicon errors".split(), BASE),
    **dict.fromkeys(("documents", "duplicates", "header"), BASE),
    **dict.fromkeys(("sources", "language", "claims", "resolve", "weigh", "record", "export"), STAGES),
    **dict.fromkeys(("read", "ingest", "batch", "ask", "client"), FLOW),
    **dict.fromkeys(("cli", "serve", "__main__"), DOORS),
}
FORBIDDEN_NAMES = frozenset({"utils", "common", "helpers", "manager", "data", "misc"})
OUTSIDE = frozenset({"os.environ", "os.getenv", "datetime.now", "date.today", "time.time", "random.random"})
HEAVY = frozenset(
    "babel.core fastwarc.warc feedparser markdown_it onrecord.claims onrecord.cli.intake onrecord.cli.outside "
    "onrecord.duplicates onrecord.header onrecord.ingest onrecord.ingest.judging onrecord.ingest.replay "
    "onrecord.language onrecord.record onrecord.read onrecord.record.check onrecord.record.feeds "
    "onrecord.record.inquiry onrecord.record.judgements onrecord.record.users onrecord.resolve.identity "
    "onrecord.serve onrecord.serve.access onrecord.sources onrecord.sources.article protego uvicorn".split()
)
"""What may be imported inside a function, so that `onrecord --help` and `import onrecord` stay quick."""
ALL_FILES = sorted(
    path for room in ("src", "training", "benchmarks", "tests", "docs") for path in (ROOT / room).rglob("*.py")
)
PACKAGE_FILES = [path for path in ALL_FILES if path.is_relative_to(PACKAGE)]


def named(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def tree_of(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def part_of(module: str) -> str:
    """The part of the package that a module belongs to: its first name below `onrecord`."""
    names = module.split(".")
    return names[1] if len(names) > 1 else ""


def module_of(path: Path) -> str:
    names = path.relative_to(PACKAGE.parent).with_suffix("").parts
    return ".".join(names[:-1] if names[-1] == "__init__" else names)


def imports(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom):
            assert node.level == 0, "imports are written whole"
            yield node.module or ""
        elif isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)


@pytest.mark.parametrize("path", PACKAGE_FILES, ids=named)
def test_parts_import_only_from_lower_layers_and_themselves(path: Path) -> None:
    own = part_of(module_of(path))
    if not own:
        return  # the package's own front door names what lies in every layer
    for module in imports(tree_of(path)):
        if module.split(".")[0] != "onrecord" or part_of(module) == own:
            continue
        other = part_of(module)
        assert LAYERS[other] < LAYERS[own] or LAYERS[other] == LAYERS[own] in (BASE, FLOW, DOORS), (
            f"{own} imports {module}"
        )


@pytest.mark.parametrize("path", PACKAGE_FILES, ids=named)
def test_only_what_is_heavy_is_imported_inside_a_function(path: Path) -> None:
    for function in functions(tree_of(path)):
        inside = set(imports(function))
        assert inside <= HEAVY, f"{function.name} imports {sorted(inside - HEAVY)}"


@pytest.mark.parametrize("path", PACKAGE_FILES, ids=named)
def test_below_the_doors_nothing_reads_clock_environment_or_chance(path: Path) -> None:
    if LAYERS.get(part_of(module_of(path))) == DOORS:
        return
    used = {ast.unparse(node) for node in ast.walk(tree_of(path)) if isinstance(node, ast.Attribute)}
    assert not used & OUTSIDE


@pytest.mark.parametrize("path", PACKAGE_FILES, ids=named)
def test_errors_are_named_and_nothing_is_asserted(path: Path) -> None:
    for node in ast.walk(tree_of(path)):
        assert not isinstance(node, ast.Assert), f"line {node.lineno} asserts: raise an error with a message"
        if isinstance(node, ast.ExceptHandler):
            caught = ast.unparse(node.type) if node.type else ""
            assert caught not in ("", "Exception", "BaseException"), f"line {node.lineno} catches everything"


@pytest.mark.parametrize("path", ALL_FILES, ids=named)
def test_every_file_opens_with_a_sentence_and_is_short(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= MAX_LINES
    sentence = first_sentence(path)
    assert sentence[0] == sentence[0].upper()
    assert sentence.endswith((".", ")"))
    assert path.stem not in FORBIDDEN_NAMES


def functions(tree: ast.AST) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    return (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef))


@pytest.mark.parametrize("path", ALL_FILES, ids=named)
def test_functions_are_short_and_take_few_parameters(path: Path) -> None:
    for function in functions(tree_of(path)):
        first = min([function.lineno, *(decorator.lineno for decorator in function.decorator_list)])
        assert (function.end_lineno or first) - first < MAX_FUNCTION_LINES, f"{function.name} is too long"
        arguments = function.args
        taken = [a for a in (*arguments.posonlyargs, *arguments.args, *arguments.kwonlyargs) if a.arg != "self"]
        assert len(taken) <= MAX_PARAMETERS or is_command(path, function), f"{function.name} takes {len(taken)}"


def is_command(path: Path, function: ast.FunctionDef | ast.AsyncFunctionDef) -> bool:
    """True for a command, whose parameters are the options that people type."""
    return path.is_relative_to(PACKAGE / "cli") and function.name == path.stem


@pytest.mark.parametrize(("path", "name", "part"), list(parts()), ids=lambda value: getattr(value, "name", ""))
def test_generated_documents_are_up_to_date(path: Path, name: str, part: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert with_part(text, name, part) == text, "run `make docs`"


def test_every_command_is_told_of() -> None:
    told = [name for names in COMMANDS.values() for name in names]
    assert sorted(told) == sorted(path.stem for path in (PACKAGE / "cli").glob("*.py") if is_command_file(path))


def is_command_file(path: Path) -> bool:
    """True for a file of the command line that holds the command of its own name."""
    return any(function.name == path.stem for function in functions(tree_of(path)))


def test_every_file_of_the_code_is_in_a_room_that_is_listed() -> None:
    rooms = {path.parent.relative_to(ROOT).as_posix() for path in ALL_FILES if not path.is_relative_to(ROOT / "tests")}
    assert rooms <= set(ROOMS)


@pytest.mark.parametrize("path", [*sorted((ROOT / "docs").glob("*.md")), ROOT / "README.md"], ids=named)
def test_links_between_documents_lead_somewhere(path: Path) -> None:
    for link in re.findall(r"\]\(([^)#]+)(?:#[^)]*)?\)", path.read_text(encoding="utf-8")):
        if "://" not in link:
            assert (path.parent / link).exists(), link


@pytest.mark.parametrize("path", sorted((ROOT / "requirements").glob("*.txt")), ids=named)
def test_locks_have_hashes_and_no_addresses(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert "://" not in text
    assert "index-url" not in text
    pinned = [block for block in re.split(r"\n(?=\S)", text) if "==" in block]
    assert pinned
    assert all("--hash=sha256:" in block for block in pinned)


def test_every_dependency_is_in_the_lock_and_told_of() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    told = (ROOT / "docs/dependencies.md").read_text(encoding="utf-8")
    for lock, wanted in (("base", project["dependencies"]), ("dev", project["optional-dependencies"]["dev"])):
        pinned = re.findall(
            r"^([\w.-]+)==", (ROOT / f"requirements/{lock}.txt").read_text(encoding="utf-8"), re.MULTILINE
        )
        names = {re.split(r"[<>=~!\[; ]", requirement)[0] for requirement in wanted}
        assert names <= set(pinned)
        assert {name for name in names if name not in told} == set()


def test_every_data_file_goes_into_the_package() -> None:
    globs = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["setuptools"]["package-data"]
    taken = {path for glob in globs["onrecord"] for path in PACKAGE.glob(glob)}
    lying = {
        path
        for path in PACKAGE.rglob("*")
        if path.is_file() and path.suffix not in (".py", ".pyc") and not any(p.startswith(".") for p in path.parts)
    }
    assert {named(path) for path in lying - taken} == set()
