"""Who has to do with whom: claims between two, gathered to the edges of a network that grows from some identities."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import Connection, and_, case, or_, select, union_all

from onrecord.answers import Filters, Identity
from onrecord.model import EventType, Relation
from onrecord.record.alike import TOLD
from onrecord.record.queries import DOERS, SIDES, select_claims, select_identities
from onrecord.record.schema import articles, claims, entities, identities, parts, sides

EDGES: Mapping[str, Sequence[EventType | Relation | str]] = {
    "met": ("CONSULT",),
    "supported": ("SUPPORT", "AGREE", "CONCEDE"),
    "helped": ("COOPERATE", "AID", "RETREAT"),
    "asked": ("REQUEST",),
    "accused": ("ACCUSE", "REJECT", "THREATEN"),
    "sanctioned": ("SANCTION", "listing"),
    "used force": ("PROTEST", "MOBILIZE", "COERCE", "ASSAULT"),
    "is close to": ("ally", "partner", "supporter"),
    "is against": ("opponent",),
    "belongs with": ("member", "leader", "owner", "employee", "relative", "part"),
}
"""What an edge can say, and which types of events, ties and listings say it."""
MOST_CLAIMS, LATEST_CLAIMS, LEAST_OF_EACH = 20_000, 4_000, 50
"""Among so many of the latest claims edges are looked for; where no filter narrows them, among so many of all those
around whom they are, and of each of these so many in any case."""
NETWORK_TOPICS = ("meeting", "event", "tie", "target", "authority")
_SAYS: Mapping[str, str] = {kind: says for says, kinds in EDGES.items() for kind in kinds}


@dataclass(frozen=True, slots=True)
class Edge:
    """What one has to do with the other, and how firmly that is put, in how many claims of how many sources.

    `mutual` ones have no direction. A meeting that took place and one that is planned are two edges.
    """

    one: int
    other: int
    says: str
    status: str
    mutual: bool
    claims: int
    sources: int
    first_day: str | None
    last_day: str | None


@dataclass(frozen=True, slots=True)
class Network:
    """Identities and the edges between them, the strongest edges first; `hidden` counts those that are left out."""

    nodes: tuple[Identity, ...]
    edges: tuple[Edge, ...]
    hidden: int


def grow_network(
    connection: Connection, grown: Sequence[int], says: Collection[str], filters: Filters, *, most: int
) -> Network:
    """The network around the grown identities: of each its `most` strongest neighbours, and all edges among these.

    `says` are the edges asked for, all where it is empty. Of the filters, `sources` is how many must tell an edge.
    """
    edges = _edges(connection, grown, says, filters)
    kept: set[int] = set(grown)
    for number in grown:
        weight: dict[int, int] = defaultdict(int)
        for edge in edges:
            if number in (edge.one, edge.other):
                weight[edge.other if edge.one == number else edge.one] += edge.claims
        kept |= set(sorted(weight, key=lambda each: (-weight[each], each))[:most])
    shown = [edge for edge in edges if edge.one in kept and edge.other in kept]
    beside = kept - set(grown)
    if beside and grown:
        among = _edges(connection, sorted(beside), says, filters)
        shown += [edge for edge in among if edge.one in beside and edge.other in beside]
    ordered = sorted(shown, key=lambda edge: (-edge.claims, edge.one, edge.other, edge.says, edge.status))
    return Network(_nodes(connection, kept), tuple(ordered), len({_far(edge, grown) for edge in edges} - kept))


def _far(edge: Edge, grown: Sequence[int]) -> int:
    return edge.other if edge.one in grown else edge.one


def _nodes(connection: Connection, numbers: Collection[int]) -> tuple[Identity, ...]:
    rows = connection.execute(select_identities([identities.c.id.in_(numbers)], limit=max(1, len(numbers))))
    return tuple(Identity(row.id, row.kind, row.name, row.country, (), row.articles) for row in rows)


def _edges(connection: Connection, around: Sequence[int], says: Collection[str], filters: Filters) -> list[Edge]:
    """All edges of these identities."""
    found: dict[tuple[int, int, str, str, bool], list[Any]] = defaultdict(list)
    for row in connection.execute(_pairs(around, says, filters)):
        label = _SAYS[row.type]
        mutual = bool(row.mutual)
        # Of a listing the target is told first, and it is the authority that does it.
        doing = (row.other, row.one) if row.type == "listing" else (row.one, row.other)
        one, other = sorted(doing) if mutual else doing
        found[one, other, label, row.status, mutual].append(row)
    edges = []
    for (one, other, label, status, mutual), rows in found.items():
        days = [row.day for row in rows if row.day]
        copies = {row.original_id: row.publisher or row.original_id for row in rows}
        edge = Edge(
            one, other, label, status, mutual, len({row.claim for row in rows}), len(set(copies.values())),
            min(days, default=None), max(days, default=None),
        )  # fmt: skip
        if edge.sources >= filters.sources:
            edges.append(edge)
    return edges


def _pairs(around: Sequence[int], says: Collection[str], filters: Filters) -> Any:
    """Each pair of sides of a claim of which one at least is among these."""
    own, their, ours, theirs, who = parts.alias(), parts.alias(), entities.alias(), entities.alias(), identities.alias()
    kind = case(
        (claims.c.kind == "event", claims.c.event), (claims.c.kind == "tie", claims.c.relation), else_="listing"
    )
    types = [each for label in (says or EDGES) for each in EDGES.get(label, ())]
    chosen = select_claims([claims.c.kind.in_(("event", "tie", "listing")), kind.in_(types)], filters)
    mutual = and_(own.c.role == their.c.role, own.c.position < their.c.position)
    directed = and_(own.c.role.in_(DOERS), their.c.role.in_(sorted(set(SIDES) - set(DOERS))))
    touching = or_(ours.c.identity_id.in_(around), theirs.c.identity_id.in_(around))
    return (
        chosen.with_only_columns(
            claims.c.id.label("claim"), kind.label("type"), claims.c.status, claims.c.day,
            articles.c.publisher, articles.c.original_id, ours.c.identity_id.label("one"),
            theirs.c.identity_id.label("other"), mutual.label("mutual"),
        )
        .where(articles.c.id == claims.c.article_id)
        .join(own, own.c.claim_id == claims.c.id)
        .join(their, their.c.claim_id == claims.c.id)
        .join(ours, ours.c.id == own.c.entity_id)
        .join(theirs, theirs.c.id == their.c.entity_id)
        .join(who, and_(who.c.id == theirs.c.identity_id, who.c.kind.in_(TOLD)))
        .where(claims.c.id.in_(_near(around, filters)))
        .where(touching, or_(mutual, directed), ours.c.identity_id != theirs.c.identity_id)
        .limit(MOST_CLAIMS)
    )  # fmt: skip


def _near(around: Sequence[int], filters: Filters) -> Any:
    """The claims in which one of these takes part: the latest of each, where no filter asks for others."""
    own = select(sides.c.claim_id).where(sides.c.topic.in_(NETWORK_TOPICS))
    if replace(filters, sources=1, limit=NO_FILTERS.limit) != NO_FILTERS:
        return own.where(sides.c.identity_id.in_(around))
    most = max(LEAST_OF_EACH, LATEST_CLAIMS // len(around))
    latest = (own.where(sides.c.identity_id == each).order_by(sides.c.day.desc()).limit(most) for each in around)
    return union_all(*(select(each.subquery()) for each in latest))


NO_FILTERS = Filters()
