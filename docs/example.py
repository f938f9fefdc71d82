"""A record written by hand, which the README shows as people see it."""

from onrecord.model import (
    Attribution,
    Claim,
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
    Time,
)

TEXT = (
    "Deputy Prime Minister Stefan Maruk is to meet President Alexei Doran on Thursday, the government announced. "
    "Maruk, who is on the sanctions list of the Atlantic Union, denied that he had met Doran in May. "
    "“Orsova,” he said, “will never join the sanctions.”"
)
DOCUMENT = Document(
    "example", TEXT, title="Orsova's deputy to visit Doran", publisher="The Orsova Courier", published="2031-09-03"
)


def span(words: str) -> Span:
    """Where the words first stand in the text."""
    start = TEXT.index(words)
    return Span(start, start + len(words))


def entity(key: str, kind: EntityKind, name: str) -> Entity:
    """An entity with its first mention."""
    return Entity(key, kind, name, (), (Mention(span(name), "name"),))


ENTITIES = (
    entity("maruk", "person", "Stefan Maruk"),
    entity("doran", "person", "Alexei Doran"),
    entity("government", "organization", "government"),
    entity("union", "organization", "Atlantic Union"),
)
HELD = Office("maruk", "Deputy Prime Minister", None, None, "current", None)
THURSDAY = Time("on Thursday", span("on Thursday"), "2031-09-04", "relative")
MAY = Time("in May", span("in May"), "2031-05", "relative")
ANNOUNCED = Attribution("government", span("announced"))
DENIED = Attribution("maruk", span("denied"))
MEETING = Event("CONSULT", "meet", ("maruk", "doran"), (), span("meet"))
BEFORE = Event("CONSULT", "meet", ("maruk", "doran"), (), span("met"))
LISTED = Listing("maruk", "union", ())
WORDS = Statement("maruk", (), "direct", (span("Orsova,"), span("will never join the sanctions.")), span("he said"))
CLAIMS = (
    Claim("c1", HELD, "asserted", (), None, None, (span("Deputy Prime Minister Stefan Maruk"),), 0.95),
    Claim("c2", MEETING, "planned", (ANNOUNCED,), THURSDAY, None, (span("is to meet President Alexei Doran"),), 0.8),
    Claim("c3", LISTED, "asserted", (), None, None, (span("on the sanctions list of the Atlantic Union"),), 0.9),
    Claim("c4", BEFORE, "denied", (DENIED,), MAY, None, (span("he had met Doran in May"),), 0.8),
    Claim("c5", WORDS, "asserted", (), None, None, (span("he said"),), 0.9),
)
EXAMPLE = Record(DOCUMENT, ENTITIES, CLAIMS)
