"""Tests of what people see at a terminal: every claim with its status, within the width, in colour if asked."""

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from records import RECORD
from rich.cells import cell_len

from onrecord.export.text import write_text
from onrecord.model import Claim, Document, Record, Span, Tie

ESCAPE = re.compile("\x1b\\[[0-9;]*m")


def test_claims_stand_in_order_with_status_parties_words_and_source() -> None:
    out = write_text(RECORD, width=100)
    lines = out.splitlines()
    assert lines[0] == "A <visit>"
    assert lines[1] == "The Harbour Post · 2024-11-06 · 6 claims"
    statuses = [line.split()[1] for line in lines if line[:1] in set("●▷◇≈✕")]
    assert statuses == [claim.status for claim in RECORD.claims]
    assert "▷ planned   Ana Belu and Hald  event · CONSULT meet" in out
    assert "            “will meet President <Tor> Hald on Friday”" in out
    assert "            said by ministry   when on Friday = 2024-11-08   where Norland" in out


@pytest.mark.parametrize("width", [40, 80, 120])
def test_lines_keep_within_the_width(width: int) -> None:
    for colour in (False, True):
        out = ESCAPE.sub("", write_text(RECORD, width=width, colour=colour))
        assert max(cell_len(line) for line in out.splitlines()) <= min(width, 100)


def test_colour_adds_nothing_but_colour() -> None:
    coloured = write_text(RECORD, width=80, colour=True)
    assert "\x1b[" in coloured
    plain = "\n".join(line.rstrip() for line in ESCAPE.sub("", coloured).split("\n"))
    assert plain == write_text(RECORD, width=80)


def test_no_claims_and_no_title() -> None:
    out = write_text(Record(Document("d1", "Nothing happened here today."), (), ()))
    assert out.startswith("Nothing happened here today.\ndate unknown · no claims found\n")


def test_a_long_first_line_is_cut_at_a_word() -> None:
    first = write_text(Record(Document("d1", "never " * 50), (), ()), width=100).splitlines()[0]
    assert first.endswith("never …")


@given(st.text(min_size=1), st.integers(1, 200))
def test_no_text_steers_the_terminal(text: str, width: int) -> None:
    document = Document("d1", text, title=text, publisher=text)
    claim = Claim("c1", Tie("e1", "e2", "ally"), "alleged", (), None, None, (Span(0, len(text)),), 0.5)
    out = write_text(Record(document, (), (claim,)), width=width)
    steering = {character for character in out if unicodedata.category(character) in ("Cc", "Cf", "Cs")}
    assert steering <= {"\n", "\u200c", "\u200d"}
