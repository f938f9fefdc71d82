"""The sample articles that `make demo` shows: all are read, and they show what Onrecord is for."""

from collections import Counter
from functools import cache

import pytest
from outside import outside

from docs.generate import ROOT
from onrecord.model import ClaimKind, Document, Record, Status
from onrecord.read import read_documents
from onrecord.sources import Given, expand, read_sources

KINDS: list[ClaimKind] = ["event", "statement", "office", "listing", "tie"]
STATUSES: list[Status] = ["asserted", "planned", "possible", "denied"]


@cache
def sample_records() -> tuple[Record, ...]:
    files = expand([str(ROOT / "samples")])
    found = list(read_sources(files, given=Given(), outside=outside()))
    documents = [document for document in found if isinstance(document, Document)]
    assert len(documents) == len(found)
    return tuple(read_documents(documents))


def test_there_are_enough_and_each_has_claims() -> None:
    assert len(sample_records()) >= 6
    assert all(record.claims for record in sample_records())


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_of_claim_is_shown(kind: ClaimKind) -> None:
    assert any(claim.kind == kind for record in sample_records() for claim in record.claims)


@pytest.mark.parametrize("status", STATUSES)
def test_a_status_is_shown(status: Status) -> None:
    assert any(claim.status == status for record in sample_records() for claim in record.claims)


def test_relative_dates_come_to_days_and_chains_are_shown() -> None:
    claims = [claim for record in sample_records() for claim in record.claims]
    assert any(claim.time and claim.time.anchor == "relative" and claim.time.value for claim in claims)
    assert any(claim.attribution for claim in claims)


def test_pages_give_their_title_publisher_and_date() -> None:
    pages = [record.document for record in sample_records() if record.document.text.count("\n") > 2]
    told = Counter(bool(document.title and document.publisher and document.published) for document in pages)
    assert told[True] >= 6
