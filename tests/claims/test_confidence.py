"""What the model of confidence looks at: the same for all kinds of claims, and more for each kind."""

from dataclasses import replace

from onrecord.claims import features_of, gather
from onrecord.claims.confidence import Features
from onrecord.language import analyse
from onrecord.model import Document, Event, Listing, Office


def test_every_kind_shares_what_claims_have() -> None:
    text = "President Lars Edmond arrived on Monday. Lars Edmond is under US sanctions."
    gathered = gather(analyse(Document(id="x", text=text)))
    office, listing = (
        next(features_of(gathered, draft) for draft in gathered.drafts if isinstance(draft.what, kind))
        for kind in (Office, Listing)
    )
    common = {name for name in office if name.startswith("all")}
    shared = {"all score", "all status asserted", "all depth 0", "all person named", "all position", "all doubt"}
    assert shared <= common
    assert shared <= set(listing)
    assert office["office score"] == office["all score"]
    assert listing["listing score"] == listing["all score"]
    assert "listing score" not in office


def features_with_doubt(doubts: dict[str, float]) -> Features:
    """The features of the only event of a sentence, where the model doubts the heads of these words so much."""
    analysis = analyse(Document(id="x", text="President Lars Edmond met Anna Karlen on Monday."))
    tokens = tuple(replace(token, doubt=doubts.get(token.text, 0.0)) for token in analysis.tokens)
    gathered = gather(replace(analysis, tokens=tokens))
    return next(features_of(gathered, draft) for draft in gathered.drafts if isinstance(draft.what, Event))


def test_doubt_of_the_arcs_to_a_side_is_seen() -> None:
    assert features_with_doubt({})["all doubt of sides"] == 0
    assert features_with_doubt({"Monday": 1.0})["all doubt of sides"] == 0
    between = features_with_doubt({"Anna": 0.6, "Karlen": 0.6})
    assert between["all doubt of sides"] > 0
    assert between["all doubt"] == 0
    assert features_with_doubt({"met": 1.0})["all doubt"] == 0.5
