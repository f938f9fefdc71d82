"""Tests of the numbers of what claims tell."""

from typing import Any

import pytest

from onrecord.record.tellings import tell

MET: dict[str, Any] = {
    "kind": "event", "status": "asserted", "event": "CONSULT", "title": None, "tenure": None, "relation": None,
}  # fmt: skip
SIDES = [("actor", 3), ("recipient", 8)]
LARGEST = 2**63 - 1


def number(row: dict[str, Any], sides: list[tuple[str, int]], month: str = "2031-05", words: str = "") -> int:
    return tell(row, sides, month=month, words=words)


def test_the_same_is_told_in_any_order_and_at_any_place() -> None:
    assert number(MET, SIDES) == number(MET, [*reversed(SIDES), ("place", 5)])


@pytest.mark.parametrize(
    ("row", "sides", "month"),
    [
        (MET | {"status": "planned"}, SIDES, "2031-05"),
        (MET | {"event": "AGREE"}, SIDES, "2031-05"),
        (MET, [("actor", 8), ("recipient", 3)], "2031-05"),
        (MET, SIDES, "2031-06"),
    ],
)
def test_what_differs_is_told_apart(row: dict[str, Any], sides: list[tuple[str, int]], month: str) -> None:
    assert number(row, sides, month) != number(MET, SIDES)


def test_what_is_told_of_one_identity_has_neighbouring_numbers() -> None:
    of_eight = [number(MET, SIDES, f"2031-{month:02}") for month in range(1, 13)]
    of_others = [number(MET, [("actor", 3), ("recipient", other)]) for other in (7, 9, 500_000)]
    assert not any(min(of_eight) <= other <= max(of_eight) for other in of_others)
    assert len(set(of_eight)) == 12


@pytest.mark.parametrize("identity", [1, 2**20 - 1, 2**20, 2**31 - 1])
def test_every_number_is_one_that_databases_keep(identity: int) -> None:
    assert 0 <= number(MET, [("actor", identity)]) <= LARGEST
    assert 0 <= number(MET | {"kind": "statement"}, [], words="We agree.") <= LARGEST
