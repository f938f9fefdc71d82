"""A record written by hand, with every kind of claim, for the tests of what is written from records."""

from onrecord.model import (
    Attribution,
    Claim,
    Content,
    Document,
    Entity,
    EntityKind,
    Event,
    Listing,
    Mention,
    Office,
    Record,
    Span,
    Statement,
    Status,
    Tie,
    Time,
)

TEXT = (
    "Foreign Minister Ana Belu of Ostrava & Co will meet President <Tor> Hald on Friday, “and we are glad,” "
    "her ministry said.\n\nHald, an ally of Belu, is on the sanctions list of Norland for <fraud>. "
    "Belu denied that she had met him before."
)
DOCUMENT = Document("d1", TEXT, title="A <visit>", publisher="The Harbour Post", published="2024-11-06")


def span(words: str, start: int = 0) -> Span:
    """Where the words stand in the text, at or after `start`."""
    at = TEXT.index(words, start)
    return Span(at, at + len(words))


def entity(number: int, kind: EntityKind, name: str) -> Entity:
    """An entity that is named once."""
    return Entity(f"e{number}", kind, name, (), (Mention(span(name), "name"),))


def claim(number: int, what: Content, status: Status, evidence: str) -> Claim:
    """A claim of the article's own, with no time and no place."""
    return Claim(f"c{number}", what, status, (), None, None, (span(evidence),), 0.8)


ENTITIES = (
    entity(1, "person", "Ana Belu"),
    entity(2, "person", "Hald"),
    entity(3, "organization", "ministry"),
    entity(4, "state", "Norland"),
)
MINISTRY = Attribution("e3", span("said"))
SAID = (span("will meet"), span("and we are glad,"))
CLAIMS = (
    claim(1, Office("e1", "Foreign Minister", None, None, "current", None), "asserted", "Foreign Minister Ana Belu"),
    Claim(
        "c2",
        Event("CONSULT", "meet", ("e1", "e2"), (), span("meet")),
        "planned",
        (MINISTRY,),
        Time("on Friday", span("on Friday"), "2024-11-08", "relative"),
        "e4",
        (span("will meet President <Tor> Hald on Friday"),),
        0.7,
    ),
    claim(3, Statement("e3", ("e2",), "mixed", SAID, span("said")), "asserted", "her ministry said"),
    claim(4, Tie("e2", "e1", "ally"), "asserted", "an ally of Belu"),
    claim(5, Listing("e2", "e4", (span("<fraud>"),)), "asserted", "is on the sanctions list of Norland for <fraud>"),
    claim(6, Event("CONSULT", "meet", ("e1", "e2"), (), span("met")), "denied", "she had met him before"),
)  # fmt: skip
RECORD = Record(DOCUMENT, ENTITIES, CLAIMS)
