"""What the model of confidence looks at: the same for all kinds of claims, and more for each kind."""

from onrecord.claims import features_of, gather
from onrecord.language import analyse
from onrecord.model import Document, Listing, Office


def test_every_kind_shares_what_claims_have() -> None:
    text = "President Lars Edmond arrived on Monday. Lars Edmond is under US sanctions."
    gathered = gather(analyse(Document(id="x", text=text)))
    office, listing = (
        next(features_of(gathered, draft) for draft in gathered.drafts if isinstance(draft.what, kind))
        for kind in (Office, Listing)
    )
    common = {name for name in office if name.startswith("all")}
    assert {"all score", "all status asserted", "all depth 0", "all person named"} <= common
    assert {"all score", "all status asserted", "all depth 0", "all person named"} <= set(listing)
    assert office["office score"] == office["all score"]
    assert listing["listing score"] == listing["all score"]
    assert "listing score" not in office
