"""Identities: who the entities of many articles are. Found by keys, joined on arrival, linked where they are one."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from sqlalchemy import ColumnElement, Connection, Text, and_, bindparam, cast, func, or_, select, union_all, update

from onrecord.record import schema
from onrecord.record.tellings import tell_again

_ONE, _OTHER = schema.identities.alias("one"), schema.identities.alias("other")
STANDING_APART = (
    select(_ONE.c.canonical_id.label("one"), _OTHER.c.canonical_id.label("other"))
    .select_from(schema.judgements)
    .join(_ONE, _ONE.c.id == schema.judgements.c.one_id)
    .join(_OTHER, _OTHER.c.id == schema.judgements.c.other_id)
    .where(schema.judgements.c.verdict == "different", schema.judgements.c.undone.is_(None))
)
"""The pairs of identities of which people said that they are different."""
_UNDER = (
    select(
        schema.identity_keys.c.key,
        func.aggregate_strings(cast(schema.identity_keys.c.joined_id, Text), " ").label("numbers"),
    )
    .where(schema.identity_keys.c.key.in_(bindparam("keys", expanding=True)))
    .group_by(schema.identity_keys.c.key)
)
"""One row for each key, so that keys that many have cost little more than others."""
_STOOD_FOR = union_all(
    *(
        select(_ONE.c.id, _OTHER.c.canonical_id, _OTHER.c.profile)
        .join(_OTHER, among)
        .where(_ONE.c.id.in_(bindparam("numbers", expanding=True)))
        for among in (
            _OTHER.c.id == _ONE.c.canonical_id,
            and_(_OTHER.c.canonical_id == _ONE.c.canonical_id, _OTHER.c.canonical_id != _OTHER.c.id),
        )
    )
)
"""The one that stands for each identity, and the few others for which it stands: most have none, as an index tells."""


@dataclass(frozen=True, slots=True)
class Join:
    """Whom an entity is joined to, and how it changes what is known of that identity.

    `joined` is the identity, None for a new one; `canonical` the one that stands for it; `score` the likeness, from 0
    to 1. `profile` is what is then known of the identity, as JSON, None where nothing is new; `keys` are those under
    which to look for it.
    """

    profile: str | None
    keys: tuple[str, ...] = ()
    joined: int | None = None
    canonical: int | None = None
    score: float | None = None


@dataclass(frozen=True, slots=True)
class Candidate:
    """An identity that may be meant, by the number of the one that stands for it.

    `profiles` is what is known, as JSON, of each that it stands for, itself first; `apart` are the (canonical)
    identities of which people said that they are others.
    """

    id: int
    profiles: tuple[str, ...]
    apart: frozenset[int]


def find_by_keys(connection: Connection, keys: Collection[str]) -> dict[str, list[int]]:
    """The identities that can be found under each key, the lowest number first."""
    rows = connection.execute(_UNDER, {"keys": list(keys)}) if keys else ()
    return {key: sorted(map(int, numbers.split())) for key, numbers in rows}


def load_candidates(connection: Connection, numbers: Collection[int]) -> dict[int, Candidate]:
    """For each of the numbers the identity that stands for it, where something is known of that."""
    told: dict[int, list[str]] = defaultdict(list)
    stands: dict[int, int] = {}
    for number, canonical, profile in connection.execute(_STOOD_FOR, {"numbers": list(numbers)}) if numbers else ():
        stands[number] = canonical
        if profile is not None:
            told[number].append(profile)
    apart = find_apart(connection, stands.values())
    return {
        number: Candidate(stands[number], tuple(profiles), apart[stands[number]]) for number, profiles in told.items()
    }


def find_apart(connection: Connection, numbers: Iterable[int]) -> Mapping[int, frozenset[int]]:
    """For each of the (canonical) identities those of which people said that they are others."""
    apart: dict[int, set[int]] = {number: set() for number in numbers}
    for row in connection.execute(STANDING_APART):
        for here, there in ((row.one, row.other), (row.other, row.one)):
            if here in apart:
                apart[here].add(there)
    return {number: frozenset(others) for number, others in apart.items()}


def share_an_article(connection: Connection, one: int, other: int) -> bool:
    """True where an article speaks of both (canonical) identities, and so holds them apart."""
    first, second = schema.entities.alias("first"), schema.entities.alias("second")
    both = select(first.c.id).join(second, second.c.article_id == first.c.article_id)
    found = both.where(first.c.identity_id == one, second.c.identity_id == other).limit(1)
    return connection.execute(found).first() is not None


def link(connection: Connection, one: int, other: int) -> int:
    """Hold two identities for one, as the machine does, unless people said otherwise; who stands for the first."""
    table = schema.identities
    connection.execute(update(table).where(table.c.id == max(one, other)).values(linked_id=min(one, other)))
    put_together(connection, [one, other])
    canonical: int = connection.scalars(select(table.c.canonical_id).where(table.c.id == one)).one()
    return canonical


def put_together(connection: Connection, numbers: Iterable[int]) -> None:
    """Tell anew which identity stands for each of these and of those that they stand with.

    What people said is the same goes together first, then what the machine links, unless that would bring together
    what people said is different. The lowest number stands for all.
    """
    members = _members(connection, numbers)
    group = {number: number for number in members}

    def root(number: int) -> int:
        while group[number] != number:
            number = group[number]
        return number

    different = [pair for pair in _judged(connection, "different", members) if pair[0] in group and pair[1] in group]
    same = _judged(connection, "same", members)
    links = [(number, linked) for number, (_canonical, linked) in sorted(members.items()) if linked is not None]
    for one, other in same:
        low, high = sorted((root(one), root(other)))
        group[high] = low
    for one, other in links:
        if one in group and other in group:
            low, high = sorted((root(one), root(other)))
            if not any({root(a), root(b)} == {low, high} for a, b in different):
                group[high] = low
    for number, (canonical, _linked) in members.items():
        if root(number) != canonical:
            _stand_for(connection, number, canonical, root(number))


def judged_different(connection: Connection, numbers: Iterable[int]) -> list[tuple[int, int]]:
    """The pairs of which people said that they are different, of those identities and all that stand with them."""
    return _judged(connection, "different", _members(connection, numbers))


def _members(connection: Connection, numbers: Iterable[int]) -> dict[int, tuple[int, int | None]]:
    """All identities that stand with these, or would if people had not said otherwise: canonical and linked number."""
    table = schema.identities
    members: dict[int, tuple[int, int | None]] = {}
    asked = set(numbers)
    while asked:
        canonical = select(table.c.canonical_id).where(table.c.id.in_(asked))
        wanted = or_(table.c.canonical_id.in_(canonical), table.c.linked_id.in_(asked))
        rows = connection.execute(select(table.c.id, table.c.canonical_id, table.c.linked_id).where(wanted)).all()
        members |= {row.id: (row.canonical_id, row.linked_id) for row in rows}
        beside = {number for row in rows for number in (row.id, row.linked_id) if number is not None}
        beside |= {number for pair in _judged(connection, "same", members) for number in pair}
        asked = beside - members.keys() - asked
    return members


def _judged(connection: Connection, verdict: str, members: Collection[int]) -> list[tuple[int, int]]:
    """The pairs with that verdict, of which one at least is a member, in the order in which they were judged."""
    table = schema.judgements
    touching: ColumnElement[bool] = or_(table.c.one_id.in_(members), table.c.other_id.in_(members))
    standing = and_(table.c.verdict == verdict, table.c.undone.is_(None), touching)
    return [
        (row.one_id, row.other_id)
        for row in connection.execute(select(table.c.one_id, table.c.other_id).where(standing).order_by(table.c.id))
    ]


def _stand_for(connection: Connection, number: int, before: int, after: int) -> None:
    """Let another identity stand for this one, in all rows that name who stands for it."""
    connection.execute(update(schema.identities).where(schema.identities.c.id == number).values(canonical_id=after))
    for table in (schema.entities, schema.identity_names, schema.sides):
        own = and_(table.c.identity_id == before, table.c.joined_id == number)
        connection.execute(update(table).where(own).values(identity_id=after))
    claims = select(schema.sides.c.claim_id).where(
        schema.sides.c.identity_id == after, schema.sides.c.joined_id == number, schema.sides.c.topic != "about"
    )
    tell_again(connection, connection.scalars(claims.distinct()).all())
