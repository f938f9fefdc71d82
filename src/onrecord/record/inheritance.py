"""Whom entities stay joined to when their article is read again, or comes as a new version."""

from collections import Counter, defaultdict

from sqlalchemy import Connection, select

from onrecord.model import Entity, Record
from onrecord.record import schema
from onrecord.record.identities import Join
from onrecord.record.versions import former_version
from onrecord.record.write import find_known


def inherit(connection: Connection, record: Record) -> dict[str, Join]:
    """Whom each entity was joined to in the reading before this one, or in the version before it, by its local id.

    In another reading of the same text, an entity is the one with which it shares most mentions; in another version of
    the text, the one of the same kind and name.
    """
    known = find_known(connection, record.document)
    if known is not None:
        return _by_mentions(connection, record, known.id)
    former = former_version(connection, record.document.url)
    return _by_names(connection, record, former.id) if former is not None else {}


def _by_mentions(connection: Connection, record: Record, article: int) -> dict[str, Join]:
    entities, mentions = schema.entities, schema.mentions
    before = select(entities, mentions.c.start, mentions.c.end).join(mentions, mentions.c.entity_id == entities.c.id)
    at: dict[tuple[str, int, int], Join] = {}
    for row in connection.execute(before.where(entities.c.article_id == article).order_by(entities.c.id)):
        at[row.kind, row.start, row.end] = _join(row.joined_id, row.identity_id, row.score)
    shared: list[tuple[int, int, str, Join]] = []
    for place, entity in enumerate(record.entities):
        met = Counter(join for span in _spans(entity) if (join := at.get((entity.kind, *span))) is not None)
        shared += [(-count, place, entity.id, join) for join, count in met.items()]
    inherited: dict[str, Join] = {}
    for _count, _place, name, join in sorted(shared, key=lambda each: each[:3]):
        if name not in inherited and join not in inherited.values():
            inherited[name] = join
    return inherited


def _by_names(connection: Connection, record: Record, article: int) -> dict[str, Join]:
    table = schema.entities
    called: dict[tuple[str, str], list[Join]] = defaultdict(list)
    for row in connection.execute(select(table).where(table.c.article_id == article)):
        called[row.kind, row.name].append(_join(row.joined_id, row.identity_id, row.score))
    names = Counter((entity.kind, entity.name) for entity in record.entities)
    return {
        entity.id: called[entity.kind, entity.name][0]
        for entity in record.entities
        if names[entity.kind, entity.name] == len(called[entity.kind, entity.name]) == 1
    }


def _join(joined: int, canonical: int, score: float | None) -> Join:
    return Join(None, joined=joined, canonical=canonical, score=score)


def _spans(entity: Entity) -> list[tuple[int, int]]:
    return [(mention.span.start, mention.span.end) for mention in entity.mentions]
