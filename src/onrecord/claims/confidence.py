"""How sure we are of a claim: the extractor's score."""

from onrecord.claims.draft import Draft


def calibrate(draft: Draft) -> float:
    """A confidence from 0 to 1."""
    return round(min(max(draft.score, 0.0), 1.0), 3)
