"""People's decisions on who is who: what speaks for them, and what follows from them for the entities of articles."""

from dataclasses import dataclass

from sqlalchemy import Connection, select

from onrecord.ingest.who import free_keys, read_profile, write_profile
from onrecord.record import schema
from onrecord.record.judgements import (
    Decision,
    Judgement,
    Meant,
    entities_of,
    find_meant,
    judge,
    judgements_of,
    split_off,
    stands_for,
)
from onrecord.record.load import load_record
from onrecord.resolve.identity import Profile, Verdict, compare
from onrecord.resolve.profiles import describe

MOST_ENTITIES = 500
"""So many entities of an identity are looked through when it is split."""


@dataclass(frozen=True, slots=True)
class Reasons:
    """Why two are held for one or not: what the machine says of them, and what people said, which wins."""

    one: Meant
    other: Meant
    together: bool
    verdict: Verdict
    judgements: tuple[Judgement, ...]


def explain(connection: Connection, one: str, other: str) -> Reasons:
    """Why the two that are named are held for one or not. Raises RecordError where a name means nobody or several."""
    meant = find_meant(connection, one), find_meant(connection, other)
    profiles = [_profile(connection, each) for each in meant]
    return Reasons(
        *meant,
        stands_for(connection, meant[0].identity, meant[1].identity),
        compare(*profiles),
        tuple(judgements_of(connection, meant[0].identity, meant[1].identity)),
    )


def decide(connection: Connection, verdict: Decision, names: tuple[str, str], *, reason: str, now: str) -> Judgement:
    """Write down that the two that are named are the same or different, and let it count.

    Two entities that were joined to one identity are split: each other entity of it goes with the one that it is more
    like. Raises RecordError where a name means nobody or several.
    """
    one, other = (find_meant(connection, name) for name in names)
    identity = other.identity
    if verdict == "different" and one.identity == other.identity and one.entity and other.entity:
        identity = _split(connection, one, other)
    judgement = Judgement(verdict, one.identity, identity, now, reason)
    return Judgement(verdict, one.identity, identity, now, reason, judge(connection, judgement))


def _profile(connection: Connection, meant: Meant) -> Profile:
    """What is known of whom is meant: of the entity, if one was named, else of the identity."""
    if meant.entity is not None:
        row = connection.execute(select(schema.entities).where(schema.entities.c.id == meant.entity)).one()
        described = describe(load_record(connection, row.article_id))
        return described.get(row.local, Profile(row.kind, (row.name,), row.country))
    row = connection.execute(select(schema.identities).where(schema.identities.c.id == meant.identity)).one()
    return read_profile(row.profile) if row.profile else Profile(row.kind, (row.name,), row.country)


def _split(connection: Connection, stays: Meant, goes: Meant) -> int:
    """The identity that the one who goes, and who is more like it than like the one who stays, have from now on."""
    staying, going = _profile(connection, stays), _profile(connection, goes)
    moved = [entity for entity in (goes.entity,) if entity is not None]
    for entity, article, local in entities_of(connection, stays.identity, most=MOST_ENTITIES):
        if entity in (stays.entity, goes.entity):
            continue
        profile = describe(load_record(connection, article)).get(local)
        if profile and compare(profile, going).score > compare(profile, staying).score:
            moved.append(entity)
    return split_off(connection, moved, profile=write_profile(going), keys=free_keys(connection, going))
