"""Records made up by Hypothesis: any text, any spans in it, every kind of claim."""

from typing import Any, get_args

from hypothesis import strategies as st

from onrecord.model import (
    Anchor,
    Attribution,
    Change,
    Claim,
    Document,
    Entity,
    EntityKind,
    Event,
    EventMode,
    EventType,
    Listing,
    Mention,
    MentionForm,
    Office,
    Record,
    Relation,
    Span,
    Statement,
    StatementForm,
    Status,
    Tenure,
    Tie,
    Time,
)

WORDS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=40)
TEXT = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), min_size=1, max_size=200)
DATES = st.one_of(st.none(), st.dates().map(str), st.datetimes().map(lambda when: when.isoformat() + "+02:00"))
EDTF = st.sampled_from([None, "2024-11-06", "2024-09", "2014/2018", "2024~", "{2024-01-01,2024-01-05}", "not a date"])


def one_of(closed: Any) -> st.SearchStrategy[Any]:
    """Any value of a closed set."""
    return st.sampled_from(get_args(closed))


def tuples(of: st.SearchStrategy[Any], *, least: int = 0) -> st.SearchStrategy[Any]:
    """A few of them."""
    return st.lists(of, min_size=least, max_size=3).map(tuple)


@st.composite
def spans(draw: st.DrawFn, length: int) -> Span:
    """Some characters of a text of that length."""
    start = draw(st.integers(0, length - 1))
    return Span(start, draw(st.integers(start + 1, length)))


@st.composite
def records(draw: st.DrawFn) -> Record:
    """A record that the record format allows."""
    text = draw(TEXT)
    span = spans(len(text))
    named = st.one_of(st.none(), WORDS)
    document = Document(
        draw(WORDS), text, draw(named), draw(named), draw(named), draw(named), draw(DATES), "en-GB",
        corrections=draw(tuples(WORDS)),
    )  # fmt: skip
    ids = [f"e{number}" for number in range(1, draw(st.integers(2, 5)))]
    entities = tuple(
        Entity(
            each, draw(one_of(EntityKind)), draw(WORDS), draw(tuples(WORDS)),
            draw(tuples(st.builds(Mention, span, one_of(MentionForm)))), draw(st.sampled_from([None, "rs", "fr"])),
        )
        for each in ids
    )  # fmt: skip
    count = draw(st.integers(0, 5))
    return Record(document, entities, tuple(draw(claims(f"c{number}", ids, span)) for number in range(count)))


@st.composite
def claims(draw: st.DrawFn, name: str, ids: list[str], span: st.SearchStrategy[Span]) -> Claim:
    """A claim among entities of those ids."""
    one = st.sampled_from(ids)
    maybe_one, maybe_span = st.one_of(st.none(), one), st.one_of(st.none(), span)
    content = st.one_of(
        st.builds(Event, one_of(EventType), st.one_of(st.none(), one_of(EventMode)), tuples(one), tuples(one), span),
        st.builds(Statement, one, tuples(one), one_of(StatementForm), tuples(span, least=1), maybe_span),
        st.builds(
            Office, one, WORDS, maybe_one, st.sampled_from([None, "rs"]), one_of(Tenure),
            st.one_of(st.none(), one_of(Change)),
        ),
        st.builds(Listing, one, one, tuples(span)),
        st.builds(Tie, one, one, one_of(Relation)),
    )  # fmt: skip
    return draw(
        st.builds(
            Claim, st.just(name), content, one_of(Status), tuples(st.builds(Attribution, one, maybe_span)),
            st.one_of(st.none(), st.builds(Time, WORDS, span, EDTF, one_of(Anchor))), maybe_one,
            tuples(span, least=1), st.floats(0, 1),
        )
    )  # fmt: skip
