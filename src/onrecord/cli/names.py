"""The names of `onrecord ask who --names`: one on each line of a file, or in a column of a CSV file."""

import csv
import re
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from onrecord.errors import RecordError
from onrecord.names import normalise

STANDARD_INPUT = "-"
COLUMN = "name"
LONGEST = 200
NUMBER = re.compile(r"#\d+")
"""The number of an identity stands for its name."""
Line = tuple[int, str]


def read_names(where: str) -> tuple[list[str], list[str]]:
    """The names in order, and for each line that holds none what is wrong with it; blank lines are passed over.

    Raises RecordError for a file that cannot be read, and for a CSV file without a column of names.
    """
    lines, problems = _decoded(_content(where), where)
    told = _column(lines, where) if where.lower().endswith(".csv") else iter(lines)
    names: list[str] = []
    for number, line in told:
        name = " ".join(line.split())
        if name and (wrong := _wrong(name)):
            problems.append((number, f"{where}, line {number}: {wrong}"))
        elif name:
            names.append(name)
    return names, [problem for _, problem in sorted(problems)]


def _content(where: str) -> bytes:
    if where == STANDARD_INPUT:
        return sys.stdin.buffer.read()
    try:
        return Path(where).read_bytes()
    except (OSError, ValueError) as error:
        raise RecordError(f"{where} cannot be read ({error}): check its spelling and who may read it") from error


def _decoded(content: bytes, where: str) -> tuple[list[Line], list[Line]]:
    """The lines with their numbers, and what is wrong with those that are no text."""
    lines: list[Line] = []
    problems: list[Line] = []
    for number, line in enumerate(content.removeprefix(b"\xef\xbb\xbf").splitlines(), 1):
        try:
            lines.append((number, line.decode("utf-8")))
        except UnicodeDecodeError:
            problems.append((number, f"{where}, line {number}: is not UTF-8: save the file as UTF-8"))
    return lines, problems


def _column(lines: Sequence[Line], where: str) -> Iterator[Line]:
    """The cells of the column that is called "name"."""
    rows = csv.reader(line for _, line in lines)
    try:
        head = [cell.strip().casefold() for cell in next(rows, [])]
        if COLUMN not in head:
            raise RecordError(f'{where} has no column called "{COLUMN}" in its first line: call one so')
        place = head.index(COLUMN)
        for row in rows:
            yield lines[rows.line_num - 1][0], row[place] if place < len(row) else ""
    except csv.Error as error:
        number = lines[rows.line_num - 1][0] if rows.line_num else 1
        raise RecordError(f"{where}, line {number}: is no CSV ({error}): repair the line") from error


def _wrong(name: str) -> str | None:
    if len(name) > LONGEST:
        return f"{len(name):,} characters are no name: put one name on each line"
    if not normalise(name) and not NUMBER.fullmatch(name):
        return f"{name!r} holds no name: put a name there or take the line out"
    return None
