"""What people decide of identities: that two are the same or different, why and when; and taking it back."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from sqlalchemy import Connection, Select, and_, delete, func, insert, or_, select, update

from onrecord.errors import RecordError
from onrecord.names import normalise
from onrecord.record import schema
from onrecord.record.entities import word_rows
from onrecord.record.identities import judged_different, put_together
from onrecord.record.insert import insert_rows
from onrecord.record.sides import put_sides
from onrecord.record.tellings import tell_again

NUMBER = re.compile(r"#?(\d+)")
ENTITY = re.compile(r"(\d+):(e\d+)")
MOST_NAMED = 10
"""So many identities are listed where a name means several."""

Decision = Literal["same", "different"]


@dataclass(frozen=True, slots=True)
class Meant:
    """Whom somebody means: an identity, and the entity of an article if that was named."""

    identity: int
    name: str
    entity: int | None = None


@dataclass(frozen=True, slots=True)
class Judgement:
    """What people decided of two identities; `time` is in UTC."""

    verdict: Decision
    one: int
    other: int
    time: str
    reason: str
    id: int = 0


def find_meant(connection: Connection, words: str) -> Meant:
    """Whom the words mean: a number (`#12`), an entity of an article (`4:e2`), else a name that one identity alone has.

    Raises RecordError, which lists who is called so, where the name means several or nobody.
    """
    identities, entities = schema.identities, schema.entities
    if match := NUMBER.fullmatch(words):
        named = select(identities.c.id, identities.c.name).where(identities.c.id == int(match[1]))
        rows = [Meant(row.id, row.name) for row in connection.execute(named)]
    elif match := ENTITY.fullmatch(words):
        of_article = select(entities.c.id, entities.c.joined_id, entities.c.name).where(
            entities.c.article_id == int(match[1]), entities.c.local == match[2]
        )
        rows = [Meant(row.joined_id, row.name, row.id) for row in connection.execute(of_article)]
    else:
        rows = [Meant(row.id, row.name) for row in connection.execute(_called(words))]
    if len(rows) == 1:
        return rows[0]
    if not rows:
        raise RecordError(f"nobody in the record is {words!r}: give a name, a number like #12, or an entity like 4:e2")
    listed = ", ".join(f"#{row.identity} {row.name}" for row in rows[:MOST_NAMED])
    raise RecordError(f"{len(rows)} identities are called {words!r}: give the number of one ({listed})")


def _called(words: str) -> Select[tuple[int, str]]:
    names, identities, entities = schema.identity_names, schema.identities, schema.entities
    own = select(names.c.identity_id).where(names.c.folded == normalise(words))
    present = select(entities.c.id).where(entities.c.identity_id == identities.c.id).exists()
    return select(identities.c.id, identities.c.name).where(identities.c.id.in_(own), present).order_by(identities.c.id)


def judge(connection: Connection, judgement: Judgement) -> int:
    """Write down what was decided, and let it count; the number of the judgement. It takes back an opposite one.

    Raises RecordError where it contradicts what was decided of others that stand with these two.
    """
    one, other = judgement.one, judgement.other
    if one == other:
        raise RecordError(f"#{one} is one identity: name two, or two entities of articles like 4:e2")
    table = schema.judgements
    pair = or_(
        and_(table.c.one_id == one, table.c.other_id == other), and_(table.c.one_id == other, table.c.other_id == one)
    )
    connection.execute(update(table).where(pair, table.c.undone.is_(None)).values(undone=judgement.time))
    number = (connection.scalar(select(func.max(table.c.id))) or 0) + 1
    row = {"id": number, "verdict": judgement.verdict, "one_id": one, "other_id": other}
    connection.execute(insert(table), row | {"time": judgement.time, "reason": judgement.reason})
    put_together(connection, [one, other])
    if any(stands_for(connection, *pair) for pair in judged_different(connection, [one, other])):
        raise RecordError(
            f"#{one} and #{other} cannot be {judgement.verdict}: others that stand with them were judged otherwise, "
            "take that back first with `onrecord undo`"
        )
    return number


def stands_for(connection: Connection, one: int, other: int) -> bool:
    """True where two identities are held for one."""
    table = schema.identities
    return len(set(connection.scalars(select(table.c.canonical_id).where(table.c.id.in_((one, other)))))) == 1


def undo(connection: Connection, number: int | None, *, now: str) -> Judgement:
    """Take back a judgement, without a number the last one that stands; the judgement. Raises RecordError for none."""
    table = schema.judgements
    standing = select(table).where(table.c.undone.is_(None)).order_by(table.c.id.desc()).limit(1)
    row = connection.execute(standing if number is None else standing.where(table.c.id == number)).one_or_none()
    if row is None:
        raise RecordError("there is no such judgement that stands: `onrecord why` tells those of two identities")
    connection.execute(update(table).where(table.c.id == row.id).values(undone=now))
    put_together(connection, [row.one_id, row.other_id])
    return Judgement(row.verdict, row.one_id, row.other_id, row.time, row.reason, row.id)


def judgements_of(connection: Connection, one: int, other: int) -> list[Judgement]:
    """What stands that people decided of these two."""
    table = schema.judgements
    both = and_(table.c.one_id.in_((one, other)), table.c.other_id.in_((one, other)), table.c.undone.is_(None))
    return [
        Judgement(row.verdict, row.one_id, row.other_id, row.time, row.reason, row.id)
        for row in connection.execute(select(table).where(both).order_by(table.c.id))
    ]


def entities_of(connection: Connection, joined: int, *, most: int) -> list[tuple[int, int, str]]:
    """The entities that were joined to an identity: number, article and local id; the first so many."""
    entities, identities = schema.entities, schema.identities
    canonical = select(identities.c.canonical_id).where(identities.c.id == joined).scalar_subquery()
    own = select(entities.c.id, entities.c.article_id, entities.c.local).where(
        entities.c.identity_id == canonical, entities.c.joined_id == joined
    )
    return [(row.id, row.article_id, row.local) for row in connection.execute(own.order_by(entities.c.id).limit(most))]


def split_off(connection: Connection, moved: Sequence[int], *, profile: str | None, keys: Iterable[str]) -> int:
    """Give entities that were joined to one identity another of their own; its number.

    It stays linked to the one that it was taken from, so that both are one again once nobody says otherwise.
    """
    entities, identities, names = schema.entities, schema.identities, schema.identity_names
    first = connection.execute(select(entities).where(entities.c.id == moved[0])).one()
    number: int = connection.scalars(select(func.max(identities.c.id))).one() + 1
    connection.execute(
        insert(identities),
        {
            "id": number, "kind": first.kind, "name": first.name, "country": first.country, "canonical_id": number,
            "linked_id": first.joined_id, "profile": profile,
        },
    )  # fmt: skip
    connection.execute(
        update(entities).where(entities.c.id.in_(moved)).values(joined_id=number, identity_id=number, score=None)
    )
    connection.execute(insert(schema.identity_keys), [{"joined_id": number, "key": key} for key in sorted(set(keys))])
    aliases = select(schema.aliases.c.name).where(schema.aliases.c.entity_id.in_(moved))
    called = {
        *connection.scalars(select(entities.c.name).where(entities.c.id.in_(moved))),
        *connection.scalars(aliases),
    }
    own = {"joined_id": number, "identity_id": number}
    called_so = [{**own, "name": name, "folded": normalise(name)} for name in sorted(called)]
    connection.execute(insert(names), called_so)
    insert_rows(connection, schema.name_words, word_rows(called_so), only_new=True)
    for article in connection.scalars(select(entities.c.article_id).where(entities.c.id.in_(moved)).distinct()).all():
        put_sides(connection, article)
        claims = schema.claims
        tell_again(connection, connection.scalars(select(claims.c.id).where(claims.c.article_id == article)).all())
    _forget_names(connection, first.joined_id, called)
    return number


def _forget_names(connection: Connection, joined: int, called: Iterable[str]) -> None:
    """Delete those names of an identity by which none of its entities is called any more."""
    entities, aliases, names = schema.entities, schema.aliases, schema.identity_names
    still = select(entities.c.name).where(entities.c.joined_id == joined)
    still_else = (
        select(aliases.c.name)
        .join(entities, entities.c.id == aliases.c.entity_id)
        .where(entities.c.joined_id == joined)
    )
    gone = set(called) - {*connection.scalars(still), *connection.scalars(still_else)}
    connection.execute(delete(names).where(names.c.joined_id == joined, names.c.name.in_(gone)))
