"""What a record answers: claims with their words and sources, who is meant, and how two sides stand."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field, fields
from importlib import import_module
from typing import Any, Literal, get_args, overload

from onrecord.documents import is_date
from onrecord.errors import ExtraError, RecordError
from onrecord.model import ClaimKind, EntityKind, EventType, Status

Quad = Literal["verbal cooperation", "material cooperation", "verbal conflict", "material conflict"]
Verdict = Literal["accepted", "rejected", "corrected"]
"""What people decide of a claim: the article makes it, does not make it, or makes it otherwise."""
QUADS: Mapping[Quad, tuple[EventType, ...]] = {
    "verbal cooperation": ("AGREE", "CONSULT", "SUPPORT", "CONCEDE"),
    "material cooperation": ("COOPERATE", "AID", "RETREAT"),
    "verbal conflict": ("REQUEST", "ACCUSE", "REJECT", "THREATEN"),
    "material conflict": ("PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"),
}
"""The quad classes of PLOVER (Halterman et al. 2023)."""
MOST_COUNTED = 2_000
"""So many answers to a question are counted at most, so that counting costs the same in a large record; those that
enough sources tell are looked for among so many of the latest."""
CUE_WITHIN = 60
"""Characters within which the word that reports a statement must stand before its content to be shown with it."""
DOSSIER = (
    "offices", "meetings", "statements by", "statements to", "statements about", "listings", "ties", "other events",
)  # fmt: skip
"""The sections of a dossier, in order."""


@dataclass(frozen=True, slots=True)
class Filters:
    """Which claims are asked for. Days are YYYY-MM-DD; a claim without a time of its own has its article's day.

    `sources` is how many independent sources must tell the same; `limit` how many answers are given, those behind the
    claim with the number `after` where one is given.
    """

    since: str | None = None
    until: str | None = None
    statuses: tuple[Status, ...] = ()
    min_confidence: float = 0.0
    publisher: str | None = None
    sources: int = 1
    limit: int = 100
    after: int | None = None

    def __post_init__(self) -> None:
        known = get_args(Status)
        wrong = [self.statuses] if isinstance(self.statuses, str) else [s for s in self.statuses if s not in known]
        if wrong:
            raise RecordError(
                f"statuses: {wrong[0]!r} is not one of {', '.join(map(repr, known))}; give a tuple of them"
            )
        if not 0 <= self.min_confidence <= 1:
            raise RecordError(f"min_confidence: {self.min_confidence} is not from 0 to 1")
        for name in ("since", "until"):
            day = getattr(self, name)
            if day is not None and not is_date(day):
                raise RecordError(f"{name}: {day!r} is no day: write it as 2024-11-06")


IN_SHORT = Filters(limit=50)
"""What is told of each of many names, where nothing else is asked for."""


@dataclass(frozen=True, slots=True)
class Identity:
    """One person, body or state of a record: `names` are all it is called by, `articles` how many speak of it."""

    id: int
    kind: EntityKind
    name: str
    country: str | None
    names: tuple[str, ...]
    articles: int


@dataclass(frozen=True, slots=True)
class Answer:
    """One claim of one article.

    `who` does, speaks, holds or is listed; `whom` is the other side: recipients, addressees, the body of an office, who
    lists, the other end of a tie. `detail` is the PLOVER type with its mode, the form of a statement, the tenure of an
    office with its change, the relation of a tie. `said_by` is the chain of who says so, outermost first. `time` is
    EDTF; `earliest` and `latest` are the days that it can mean. `sources` counts the independent sources of the
    record that tell the same. `words` is the text's own, of a statement its content, behind the word that reports it
    where that is not in the speaker's own words; `headline` is its article's title, else its first line.
    `decided` is what people decided of it, None for most. `who_ids`, `whom_ids` and `said_by_ids` are the numbers of
    the identities, in the order of the names.
    """

    claim: int
    article: int
    kind: ClaimKind
    detail: str
    status: Status
    confidence: float
    who: tuple[str, ...]
    whom: tuple[str, ...]
    title: str | None
    country: str | None
    said_by: tuple[str, ...]
    words: str
    time: str | None
    earliest: str | None
    latest: str | None
    place: str | None
    publisher: str | None
    published: str | None
    headline: str
    url: str | None
    sources: int = 1
    who_ids: tuple[int, ...] = ()
    whom_ids: tuple[int, ...] = ()
    said_by_ids: tuple[int, ...] = ()
    decided: Verdict | None = None

    @property
    def day(self) -> str | None:
        """The first day of what is claimed, else the day of its article."""
        return self.earliest or self.latest or (self.published and self.published[:10])


def counted(total: int) -> str:
    """How many answers there are, as people read it: "1,204", or "2,000 or more"."""
    return f"{total:,}{' or more' if total >= MOST_COUNTED else ''}"


@dataclass(frozen=True, slots=True)
class Answers(Sequence[Answer]):
    """The answers to a question, the latest first; `total` is how many there are without the limit, or MOST_COUNTED."""

    found: tuple[Answer, ...] = ()
    total: int = 0

    def __len__(self) -> int:
        return len(self.found)

    def __iter__(self) -> Iterator[Answer]:
        return iter(self.found)

    @overload
    def __getitem__(self, place: int) -> Answer: ...

    @overload
    def __getitem__(self, place: slice) -> tuple[Answer, ...]: ...

    def __getitem__(self, place: int | slice) -> Answer | tuple[Answer, ...]:
        return self.found[place]

    def to_dicts(self) -> list[dict[str, Any]]:
        """Each answer as plain values."""
        return [asdict(answer) for answer in self.found]

    def to_arrow(self) -> Any:
        """A `pyarrow.Table` with a row for each answer. Raises ExtraError without the extra `frames`."""
        pyarrow = load_library("pyarrow")

        rows = self.to_dicts()
        columns = {each.name: [row[each.name] for row in rows] for each in fields(Answer)}
        text, texts, numbers = pyarrow.string(), pyarrow.list_(pyarrow.string()), pyarrow.list_(pyarrow.int64())
        types = {"claim": pyarrow.int64(), "article": pyarrow.int64(), "sources": pyarrow.int64()}
        types |= {"confidence": pyarrow.float64(), "who": texts, "whom": texts, "said_by": texts}
        types |= {"who_ids": numbers, "whom_ids": numbers, "said_by_ids": numbers}
        schema = pyarrow.schema([(name, types.get(name, text)) for name in columns])
        return pyarrow.table(columns, schema=schema)

    def to_pandas(self) -> Any:
        """A `pandas.DataFrame` with a row for each answer. Raises ExtraError without the extra `frames`."""
        load_library("pandas")
        return self.to_arrow().to_pandas()

    def to_polars(self) -> Any:
        """A `polars.DataFrame` with a row for each answer. Raises ExtraError without the extra `frames`."""
        return load_library("polars").from_arrow(self.to_arrow())


def load_library(library: str) -> Any:
    """A library of the extra `frames`. Raises ExtraError where it is not installed."""
    try:
        return import_module(library)
    except ModuleNotFoundError as error:
        message = f"{library} is not installed, which tables need: pip install 'onrecord[frames]'"
        raise ExtraError(message) from error


@dataclass(frozen=True, slots=True)
class Dossier:
    """All that a record holds of one identity, by section; `others` are those who bear the name as well."""

    identity: Identity
    others: tuple[Identity, ...]
    sections: Mapping[str, Answers]


@dataclass(frozen=True, slots=True)
class Alike:
    """Somebody who is called nearly as a name that was asked for: by which name, and how alike that is, up to 1."""

    identity: Identity
    name: str
    likeness: float


@dataclass(frozen=True, slots=True)
class Screened:
    """What a record holds of a name, in short: whom it means (None where nobody is called so) and who else bears it,
    the latest answers on offices and on whose lists the one meant is, and how many claims there are in all.

    `in_part` is True where the name is only a part of theirs. `alike` are others whose names are spelled nearly so:
    nothing more is told of them, whoever asks has to look.
    """

    name: str
    identity: Identity | None = None
    others: tuple[Identity, ...] = ()
    offices: Answers = field(default_factory=Answers)
    listings: Answers = field(default_factory=Answers)
    claims: int = 0
    in_part: bool = False
    alike: tuple[Alike, ...] = ()


@dataclass(frozen=True, slots=True)
class Month:
    """How many different asserted events of each quad class fall in a month (YYYY-MM)."""

    month: str
    counts: Mapping[Quad, int]

    @property
    def balance(self) -> int:
        """Events of cooperation less those of conflict."""
        return sum(count if quad.endswith("cooperation") else -count for quad, count in self.counts.items())


@dataclass(frozen=True, slots=True)
class Between:
    """Everything between two identities on one line of time, and its balance month by month."""

    one: Identity
    other: Identity
    answers: Answers
    months: tuple[Month, ...]


@dataclass(frozen=True, slots=True)
class Passage:
    """Words of an article in which searched words stand, with what there is to say of the article."""

    article: int
    words: str
    publisher: str | None
    published: str | None
    headline: str
    url: str | None


@dataclass(frozen=True, slots=True)
class Found:
    """What a search for the words found: statements that hold them all, and passages of articles, the best first."""

    statements: Answers = field(default_factory=Answers)
    passages: tuple[Passage, ...] = ()
    words: str = ""


def quad_of(event: str) -> Quad:
    """The quad class of a PLOVER type. Raises KeyError for a type that PLOVER does not know."""
    return _QUAD_OF[event]


_QUAD_OF: Mapping[str, Quad] = {event: quad for quad, events in QUADS.items() for event in events}
