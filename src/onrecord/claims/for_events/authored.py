"""Nouns for what somebody wrote, ordered or sent, which speaks and acts in the name of its author."""

TEXTS = frozenset(
    {"resolution", "statement", "letter", "declaration", "tweet", "message", "note", "petition", "communique"}
    | {"placard", "banner", "poster"}
    | {"order", "decree", "proclamation", "directive"}
)
# Who does these to a text does not say what it says.
OPPOSING = frozenset(
    {"reject", "veto", "block", "strike", "oppose", "overturn", "criticize", "criticise", "condemn", "repeal"}
    | {"suspend", "uphold", "violate", "challenge", "defy", "quash", "annul", "receive", "protest", "denounce"}
)
# What says or does in the name of its author: "an order by Orten directing …", "Norland's troops attacked".
DEEDS = TEXTS | frozenset(
    {"order", "opinion", "ruling", "decision", "verdict", "judgment", "judgement", "report", "memo", "speech", "remark"}
    | {"comment", "post", "announcement", "lawsuit", "complaint", "motion", "bill", "force", "troop", "jet", "plane"}
    | {"warplane", "ship", "warship", "aircraft", "gunship", "helicopter", "drone", "missile", "tank", "artillery"}
    | {"boat", "gunboat", "frigate", "submarine"}
)
