"""The frozen records that cross between stages: document, analysis, entities, claims, record."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from onrecord.errors import ClaimError, SpanError

EntityKind = Literal["person", "organization", "state", "place", "group", "occasion"]
MentionForm = Literal["name", "nominal", "pronoun"]
ClaimKind = Literal["event", "statement", "office", "listing", "tie"]
Status = Literal["asserted", "planned", "possible", "alleged", "denied"]
Anchor = Literal["absolute", "relative", "order"]
EventType = Literal[
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST",
    "ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
]  # fmt: skip
EventMode = Literal["visit", "meet", "phone", "mediate", "multilateral"]
StatementForm = Literal["direct", "mixed", "indirect"]
Tenure = Literal["current", "former", "acting", "elect", "candidate"]
Change = Literal["appointed", "elected", "resigned", "dismissed"]
Relation = Literal[
    "ally", "partner", "supporter", "opponent", "member", "leader", "owner", "employee", "relative", "part",
]  # fmt: skip
NameKind = Literal["person", "organization", "place", "group", "occasion", "other", "state"]
"""What the language model tells apart; and states, which it takes for places or people where it does not know them."""


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Characters `[start, end)` of a document's text, in Unicode code points."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise SpanError(f"span [{self.start}, {self.end}) is empty or reversed: give start < end")

    def overlaps(self, other: "Span") -> bool:
        """True when the two spans share a character."""
        return self.start < other.end and other.start < self.end

    def covers(self, other: "Span") -> bool:
        """True when `other` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end

    def of(self, text: str) -> str:
        """The words of the span. Raises SpanError when it reaches past the text."""
        if self.end > len(text):
            raise SpanError(f"span [{self.start}, {self.end}) reaches past a text of {len(text)} characters")
        return text[self.start : self.end]


@dataclass(frozen=True, slots=True)
class Document:
    """One article as it came in; `text` is never altered afterwards.

    `language` is BCP 47, and only English is read. The rest is not part of the record format: `fetched` and `modified`
    are when the article was got and when it says that it was last changed, in ISO 8601; `corrections` are the words in
    which it says that it was corrected or amended; `source` is the file (and the line in it) or the address that it
    came from, as messages name it.
    """

    id: str
    text: str
    url: str | None = None
    title: str | None = None
    publisher: str | None = None
    author: str | None = None
    published: str | None = None
    language: str = "en"
    fetched: str | None = None
    modified: str | None = None
    corrections: tuple[str, ...] = ()
    source: str | None = None


@dataclass(frozen=True, slots=True)
class Token:
    """One UD word with its place in the text, the sentence and the tree.

    `index` and `head` count tokens of the whole document; the root's head is its own index.
    `feats` holds UD features ("Number" → "Sing"). `factuality` runs from -3 (surely did not happen) to +3
    (surely happened), in the manner of UDS It-Happened; it means something for predicates only.
    `noun_kind` is the kind of thing that the phrase under a noun denotes ("person", "event", …), else "none".
    `doubt` is how far the language model is from sure of the head: its negative log-probability, 0 where it is sure.
    """

    index: int
    span: Span
    text: str
    lemma: str
    upos: str
    feats: Mapping[str, str]
    head: int
    deprel: str
    sentence: int
    factuality: float = 0.0
    noun_kind: str = "none"
    doubt: float = 0.0


@dataclass(frozen=True, slots=True)
class Sentence:
    """Tokens `[first, last]`, both inclusive, and the characters from the first to the last of them."""

    index: int
    first: int
    last: int
    span: Span


@dataclass(frozen=True, slots=True)
class Name:
    """A named mention: tokens `[first, last]`, both inclusive, and what kind of thing bears the name."""

    first: int
    last: int
    kind: NameKind
    span: Span
    score: float


@dataclass(frozen=True, slots=True)
class Analysis:
    """What the language room sees in a document: sentences, words with their trees, names.

    `antecedents` tells for the head of each pronoun, and of each nominal that may take something up, how likely it
    means the same as each earlier mention, by that one's head: the language model's log-odds.
    """

    document: Document
    tokens: tuple[Token, ...]
    sentences: tuple[Sentence, ...]
    names: tuple[Name, ...]
    antecedents: Mapping[int, Mapping[int, float]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Mention:
    """Words that stand for an entity."""

    span: Span
    form: MentionForm


@dataclass(frozen=True, slots=True)
class Entity:
    """One thing that an article names or clearly describes; `country` is ISO 3166-1 alpha-2, lower case."""

    id: str
    kind: EntityKind
    name: str
    aliases: tuple[str, ...]
    mentions: tuple[Mention, ...]
    country: str | None = None


@dataclass(frozen=True, slots=True)
class Attribution:
    """One link in the chain of who says so: the entity, and the words that report."""

    entity: str
    cue: Span | None


@dataclass(frozen=True, slots=True)
class Time:
    """A time expression and what it resolves to: `value` is EDTF, or None where the text gives no date."""

    text: str
    span: Span
    value: str | None
    anchor: Anchor


@dataclass(frozen=True, slots=True)
class Event:
    """Somebody did, does or will do something to or with somebody (PLOVER type and mode)."""

    event: EventType
    mode: EventMode | None
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    trigger: Span


@dataclass(frozen=True, slots=True)
class Statement:
    """Somebody said or wrote something that the article reports."""

    speaker: str
    addressees: tuple[str, ...]
    form: StatementForm
    content: tuple[Span, ...]
    cue: Span | None


@dataclass(frozen=True, slots=True)
class Office:
    """Somebody holds, held, will hold or lost an office."""

    person: str
    title: str
    body: str | None
    country: str | None
    tenure: Tenure
    change: Change | None


@dataclass(frozen=True, slots=True)
class Listing:
    """Somebody is under sanctions or on a list of them."""

    target: str
    authority: str
    reasons: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Tie:
    """A standing relation that the article states."""

    a: str
    b: str
    relation: Relation


Content = Event | Statement | Office | Listing | Tie
KIND_OF_CONTENT: Mapping[type, ClaimKind] = {
    Event: "event", Statement: "statement", Office: "office", Listing: "listing", Tie: "tie",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Claim:
    """One claim of an article: what is claimed, in which words, on whose word, when, where, how firmly.

    `confidence` runs from 0 to 1. Raises ClaimError when there is no evidence.
    """

    id: str
    what: Content
    status: Status
    attribution: tuple[Attribution, ...]
    time: Time | None
    place: str | None
    evidence: tuple[Span, ...]
    confidence: float

    def __post_init__(self) -> None:
        if not self.evidence:
            raise ClaimError(f"claim {self.id} has no evidence: a claim must point at the words that carry it")
        if not 0.0 <= self.confidence <= 1.0:
            raise ClaimError(f"claim {self.id} has confidence {self.confidence}: it must lie between 0 and 1")

    @property
    def kind(self) -> ClaimKind:
        """Which of the five kinds the claim is."""
        return KIND_OF_CONTENT[type(self.what)]


@dataclass(frozen=True, slots=True)
class Record:
    """What Onrecord keeps of one article. Raises SpanError when a span reaches past the article's text."""

    document: Document
    entities: tuple[Entity, ...]
    claims: tuple[Claim, ...]

    def __post_init__(self) -> None:
        length = len(self.document.text)
        for claim in self.claims:
            if claim.evidence[-1].end > length:
                raise SpanError(f"claim {claim.id} of {self.document.id} points past the text's {length} characters")
