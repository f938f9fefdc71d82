"""Tests of the record format: what is written is read back the same, and faults are named."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from records import CLAIMS, DOCUMENT, ENTITIES, RECORD

from onrecord.errors import ClaimError, OnrecordError
from onrecord.export.jsonl import from_dict, read_line, to_dict, write_line
from onrecord.model import Document, Record


def test_fields_stand_in_the_order_of_the_format() -> None:
    plain = to_dict(RECORD)
    assert list(plain) == ["document", "entities", "claims"]
    assert list(plain["document"]) == ["id", "url", "title", "publisher", "author", "published", "language", "text"]
    assert list(plain["entities"][0]) == ["id", "kind", "name", "aliases", "mentions", "country"]
    shared = ["id", "kind", "status", "attribution", "time", "place", "evidence", "confidence"]
    own = {claim["kind"]: list(claim)[len(shared) :] for claim in plain["claims"]}
    assert all(list(claim)[: len(shared)] == shared for claim in plain["claims"])
    assert own == {
        "event": ["event", "mode", "actors", "recipients", "trigger"],
        "statement": ["speaker", "addressees", "form", "content", "cue"],
        "office": ["person", "title", "body", "country", "tenure", "change"],
        "listing": ["target", "authority", "reasons"],
        "tie": ["a", "b", "relation"],
    }


def test_every_kind_of_claim_comes_back_the_same() -> None:
    assert {claim.kind for claim in CLAIMS} == {"event", "statement", "office", "listing", "tie"}
    assert from_dict(to_dict(RECORD)) == RECORD
    assert read_line(write_line(RECORD)) == RECORD


def test_a_line_is_one_line() -> None:
    line = write_line(Record(Document("d", "One.\r\nTwo.\u2028Three."), (), ()))
    assert line.count("\n") == 1
    assert line.endswith("}\n")


@given(st.text(alphabet=st.characters(exclude_categories=[])))
def test_any_text_can_be_written_as_utf8_and_read_back(text: str) -> None:
    record = Record(Document("d", text), (), ())
    assert read_line(write_line(record).encode("utf-8").decode("utf-8")) == record


@pytest.mark.parametrize(
    ("path", "value", "message"),
    [
        (("claims", 0, "kind"), "rumour", "kind 'rumour'"),
        (("claims", 0, "status"), "true", "status of claim c1"),
        (("claims", 0, "confidence"), 1.5, "confidence 1.5"),
        (("claims", 0, "evidence"), [], "no evidence"),
        (("entities", 0, "kind"), "robot", "kind of entity e1"),
        (("document", "text"), "short", "points past"),
    ],
)
def test_a_wrong_value_is_named(path: tuple[str | int, ...], value: object, message: str) -> None:
    plain = json.loads(write_line(RECORD))
    at = plain
    for step in path[:-1]:
        at = at[step]
    at[path[-1]] = value
    with pytest.raises(OnrecordError, match=message):
        from_dict(plain)


def test_a_missing_field_and_broken_json_are_named() -> None:
    plain = to_dict(RECORD)
    del plain["claims"][0]["status"]
    with pytest.raises(ClaimError, match="status"):
        from_dict(plain)
    with pytest.raises(ClaimError, match="not JSON"):
        read_line("{")


def test_the_record_holds_its_document() -> None:
    assert RECORD.document is DOCUMENT
    assert RECORD.entities == ENTITIES
