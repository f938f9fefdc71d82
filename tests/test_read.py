"""Tests of the main path: a text in, its record out, the same for any number of processes."""

import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import onrecord
from onrecord.documents import document_id
from onrecord.errors import SourceError
from onrecord.export.jsonl import write_line
from onrecord.model import Document, Statement
from onrecord.read import read, read_documents

TEXT = (
    "Foreign Minister Ana Belu said on Tuesday that Velmark would not sign the pact. “We refuse,” she added.\n\n"
    "President Tor Hald of Norland is scheduled to visit the capital next week, the government announced."
)
DOCUMENTS = [Document(f"d{number}", f"Minister number {number} spoke. {TEXT}") for number in range(6)]


def test_a_text_gives_its_record() -> None:
    record = onrecord.read(TEXT, published="2024-11-06", publisher="The Harbour Post")
    assert record.document.text == TEXT
    assert record.document.publisher == "The Harbour Post"
    assert any(isinstance(claim.what, Statement) for claim in record.claims)
    assert {entity.name for entity in record.entities} >= {"Ana Belu", "Tor Hald"}


def test_the_function_and_its_module_share_a_name() -> None:
    assert onrecord.read is read


def test_the_id_follows_text_and_address() -> None:
    assert read("Nothing.").document.id == read("Nothing.", title="Other").document.id
    assert document_id("Nothing.") != document_id("Nothing.", "https://example.org/a")


def test_a_date_that_is_none_is_refused() -> None:
    with pytest.raises(SourceError, match="6 November"):
        read(TEXT, published="6 November 2024")


def test_no_text_gives_an_empty_record() -> None:
    assert read("").claims == ()


def test_any_number_of_jobs_gives_the_same_bytes() -> None:
    alone = [write_line(record) for record in read_documents(DOCUMENTS)]
    together = [write_line(record) for record in read_documents(DOCUMENTS, jobs=2)]
    assert alone == together
    assert len(set(alone)) == len(DOCUMENTS)


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet=st.characters(exclude_categories=[]), max_size=300))
def test_no_text_breaks_the_reading(text: str) -> None:
    assert read(text, published="2024-11-06").document.text == text


@settings(max_examples=40, deadline=None)
@given(st.lists(st.sampled_from([*TEXT.split(), "“", "”", '"', "\n", "\u200f", "\x00", "🙂", "'s", "—"]), max_size=60))
def test_no_jumble_of_words_breaks_the_reading(words: list[str]) -> None:
    text = " ".join(words)
    assert read(text).document.text == text


@pytest.mark.parametrize("length", range(0, len(TEXT), 7))
def test_no_truncation_breaks_the_reading(length: int) -> None:
    assert read(TEXT[:length]).document.text == TEXT[:length]


def test_importing_loads_neither_model_nor_web() -> None:
    check = (
        "import sys, onrecord; print([m for m in ('onnxruntime', 'numpy', 'trafilatura', 'rich') if m in sys.modules])"
    )
    out = subprocess.run([sys.executable, "-c", check], capture_output=True, text=True, check=True)
    assert out.stdout.strip() == "[]"


def test_less_sure_claims_are_left_out() -> None:
    text = "President Ilan Orel met Vesna Karadova in Karsk on Monday. “We agree,” Orel said."
    every = read(text, min_confidence=0.0)
    assert every.claims
    assert all(claim.confidence >= 0.5 for claim in read(text, min_confidence=0.5).claims)
    assert read(text, min_confidence=1.0).claims == ()
