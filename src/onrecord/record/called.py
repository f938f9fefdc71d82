"""Who is called what in a record: names as they are typed, who bears them, and what was put together under a number."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, func, or_, select, union

from onrecord.answers import Identity
from onrecord.errors import RecordError
from onrecord.names import normalise
from onrecord.places import country_of_name, government_of
from onrecord.record.alike import TOLD, find_alike
from onrecord.record.judgements import Judgement
from onrecord.record.queries import Condition, has_words, select_identities
from onrecord.record.schema import articles, entities, identities, identity_names, judgements, name_words, sides
from onrecord.record.search import is_sqlite
from onrecord.spellings import name_words as words_of

CANDIDATES = 10
LARGEST = 2**31 - 1
"""The largest number that a column holds."""
FEW = 3
"""Articles told of each member: enough to see who is meant."""


@dataclass(frozen=True, slots=True)
class Member:
    """An identity that stands under another's number: what the machine joined, how surely, and what people linked.

    `least_score` is of the entity that fits it worst, None where it has only one. `examples` are entities of articles
    such as "4:e2", with the names that they have there.
    """

    id: int
    name: str
    names: tuple[str, ...]
    entities: int
    least_score: float | None
    examples: tuple[tuple[str, str], ...]


def find_identities(connection: Connection, name: str) -> list[Identity]:
    """Those whom `find_called` gives. Raises RecordError, which tells names that are written nearly so, for none."""
    if found := find_called(connection, name):
        return found
    near = dict.fromkeys(each.name for each in find_alike(connection, [name])[0])
    then = f"did you mean {', '.join(near)}?" if near else "search for its words"
    raise RecordError(f"nobody in the record is called {name}: {then}")


def find_called(connection: Connection, name: str) -> list[Identity]:
    """Those who are called so, the one that most articles speak of first; failing that, those with all its words.

    A country's name, or its government's, is the state; "#12" is the one with that number. Where nobody is called as it
    stands, a name is taken in Latin letters and without forms of address before it: "Mr", "Dr".
    """
    folded, plain = normalise(name), " ".join(words_of(name, "person"))
    ways: list[Condition] = [_is_called(folded)]
    if re.fullmatch(r"#\d+", name.strip()):
        ways = [identities.c.id == min(int(name.strip()[1:]), LARGEST)]
    elif (country := country_of_name(name) or government_of(name)) is not None:
        ways.insert(0, (identities.c.kind == "state") & (identities.c.country == country.code))
    elif folded:
        ways += [] if plain in ("", folded) else [_is_called(plain)]
        ways.append(has_words(folded.split()))
    for way in ways:
        rows = connection.execute(select_identities([way], limit=CANDIDATES)).all()
        if rows:
            return [
                Identity(row.id, row.kind, row.name, row.country, _names_of(connection, row.id), row.articles)
                for row in rows
            ]
    return []


def _is_called(folded: str) -> Condition:
    return identities.c.id.in_(select(identity_names.c.identity_id).where(identity_names.c.folded == folded))


def has_name(identity: Identity, name: str) -> bool:
    """True where the identity is called so, with the words in any order; False where they are a part of its name."""
    if name.startswith("#") or identity.kind == "state":
        return True
    meant = {frozenset(normalise(name).split()), frozenset(words_of(name, "person"))}
    return any(frozenset(normalise(each).split()) in meant for each in (identity.name, *identity.names))


def _names_of(connection: Connection, identity: int) -> tuple[str, ...]:
    rows = select(identity_names.c.name).where(identity_names.c.identity_id == identity)
    return tuple(connection.scalars(rows.order_by(identity_names.c.name)))


def suggest(connection: Connection, typed: str, *, limit: int) -> list[Identity]:
    """Those with all typed words in their names, of the last one the beginning, the most spoken of first."""
    *whole, last = normalise(typed).split() or [""]
    if not last:
        return []
    begins = [name_words.c.word.startswith(last, autoescape=True)]
    if is_sqlite(connection):
        begins.append(name_words.c.word.between(last, last + LAST_CHARACTER))  # which its index can look up
    first = select(name_words.c.joined_id).where(*begins).distinct().order_by(name_words.c.joined_id).limit(LOOKED_AT)
    named = select(identities.c.canonical_id).where(identities.c.id.in_(select(first.subquery())))
    conditions: list[Condition] = [identities.c.id.in_(named), identities.c.kind.in_(TOLD)]
    conditions += [has_words(whole)] if whole else []
    return [
        Identity(row.id, row.kind, row.name, row.country, (), row.articles)
        for row in connection.execute(select_identities(conditions, limit=limit))
    ]


LOOKED_AT = 1_000
"""So many are looked at whose names begin so, those whom the record knows longest."""
LAST_CHARACTER = "\U0010ffff"


def most_told(connection: Connection, *, kinds: Iterable[str], limit: int) -> list[Identity]:
    """Those of some kinds, with a name of their own, of whom most articles speak."""
    count = func.count(func.distinct(entities.c.article_id)).label("articles")
    counted = select(entities.c.identity_id, count).group_by(entities.c.identity_id).order_by(count.desc())
    most = counted.limit(AMONG_MOST + 10 * limit).subquery()
    rows = (
        select(identities.c.id, identities.c.kind, identities.c.name, identities.c.country, most.c.articles)
        .join(most, most.c.identity_id == identities.c.id)
        .where(identities.c.kind.in_(list(kinds)), identities.c.profile.is_not(None))
        .order_by(most.c.articles.desc(), identities.c.id)
        .limit(limit)
    )
    return [Identity(row.id, row.kind, row.name, row.country, (), row.articles) for row in connection.execute(rows)]


AMONG_MOST = 500
"""Among so many of whom most articles speak those are looked for who have a name of their own, and more for more."""


def standing_for(connection: Connection, number: int) -> int | None:
    """The number of the identity that stands for this one: itself for most; None where there is none."""
    found: int | None = connection.scalar(select(identities.c.canonical_id).where(identities.c.id == number))
    return found


def members_of(connection: Connection, number: int) -> list[Member]:
    """All that were put together under this number, itself first; of many articles, the latest ones are looked at."""
    recent = _recent(number)
    told = select(recent.c.joined_id, func.count(), func.min(recent.c.score)).group_by(recent.c.joined_id)
    known: dict[int, tuple[int, float | None]] = {row[0]: (row[1], row[2]) for row in connection.execute(told)}
    members = select(identities.c.id, identities.c.name).where(identities.c.canonical_id == number)
    return [
        Member(
            row.id, row.name, _names(connection, row.id), *known.get(row.id, (0, None)),
            _examples(connection, number, row.id),
        )
        for row in connection.execute(members.order_by(identities.c.id)).all()
    ]  # fmt: skip


def _recent(number: int) -> Any:
    """The entities of the latest articles that speak of an identity."""
    columns = (entities.c[name] for name in ("id", "article_id", "joined_id", "local", "name", "score"))
    own = select(*columns).where(entities.c.identity_id == number)
    return own.order_by(entities.c.article_id.desc()).limit(LATEST_ARTICLES).subquery()


PARTS = ("meeting", "event", "tie", "office", "said", "heard", "target", "authority")
"""The topics of who takes part in a claim."""
LATEST_ARTICLES, LATEST_CLAIMS = 2_000, 500
"""What is told of somebody is counted in so many of the latest articles, and of the latest claims on a topic."""


@dataclass(frozen=True, slots=True)
class Latest:
    """In how many of the latest articles, and of the latest claims on each topic, the counts hold; None for in all."""

    articles: int | None = None
    claims: int | None = None


def counted_in(identity: Identity, totals: Iterable[int]) -> Latest:
    """How far back the counts of an identity reach, of which there are so many claims in each section."""
    return Latest(
        LATEST_ARTICLES if identity.articles > LATEST_ARTICLES else None,
        LATEST_CLAIMS if any(total > LATEST_CLAIMS for total in totals) else None,
    )


def _names(connection: Connection, joined: int) -> tuple[str, ...]:
    rows = select(identity_names.c.name).where(identity_names.c.joined_id == joined).order_by(identity_names.c.name)
    return tuple(connection.scalars(rows))


def _examples(connection: Connection, number: int, joined: int) -> tuple[tuple[str, str], ...]:
    """The entities that fit it worst, as they are told apart by."""
    recent = _recent(number)
    rows = (
        select(recent.c.article_id, recent.c.local, recent.c.name)
        .join(articles, articles.c.id == recent.c.article_id)
        .where(recent.c.joined_id == joined, articles.c.is_current)
        .order_by(recent.c.score.nulls_last(), recent.c.id)
        .limit(FEW)
    )
    return tuple((f"{row.article_id}:{row.local}", row.name) for row in connection.execute(rows))


def decided_of(connection: Connection, number: int) -> list[Judgement]:
    """What stands that people decided of this identity and of all that stand with it, the latest first."""
    own = select(identities.c.id).where(identities.c.canonical_id == number)
    standing = or_(judgements.c.one_id.in_(own), judgements.c.other_id.in_(own)) & judgements.c.undone.is_(None)
    return [
        Judgement(row.verdict, row.one_id, row.other_id, row.time, row.reason, row.id)
        for row in connection.execute(select(judgements).where(standing).order_by(judgements.c.id.desc()))
    ]


def counterparts(connection: Connection, number: int, *, limit: int) -> list[tuple[Identity, int]]:
    """With whom an identity takes part in most claims of current articles, and in how many of the latest."""
    latest = union(
        *(
            select(
                select(sides.c.claim_id)
                .where(sides.c.identity_id == number, sides.c.topic == topic)
                .order_by(sides.c.day.desc(), sides.c.article_id.desc())
                .limit(LATEST_CLAIMS)
                .subquery()
            )
            for topic in PARTS
        )
    ).subquery()
    count = func.count(func.distinct(sides.c.claim_id)).label("claims")
    rows = (
        select(identities.c.id, identities.c.kind, identities.c.name, identities.c.country, count)
        .select_from(latest)
        .join(sides, sides.c.claim_id == latest.c.claim_id)
        .join(identities, identities.c.id == sides.c.identity_id)
        .where(sides.c.topic != "about", identities.c.id != number, identities.c.kind.in_(TOLD))
        .group_by(identities.c.id, identities.c.kind, identities.c.name, identities.c.country)
        .order_by(count.desc(), identities.c.id)
        .limit(limit)
    )
    return [(Identity(row.id, row.kind, row.name, row.country, (), 0), row.claims) for row in connection.execute(rows)]


def publishers_of(connection: Connection, number: int) -> list[tuple[str | None, int]]:
    """The publishers whose current articles speak of an identity, and how many of the latest do."""
    recent = _recent(number)
    count = func.count(func.distinct(articles.c.id)).label("articles")
    rows = (
        select(articles.c.publisher, count)
        .join(recent, recent.c.article_id == articles.c.id)
        .where(articles.c.is_current)
        .group_by(articles.c.publisher)
        .order_by(count.desc(), articles.c.publisher)
    )
    return [(row.publisher, row.articles) for row in connection.execute(rows)]
