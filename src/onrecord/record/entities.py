"""The rows of an article's entities, and of the identities that they are joined to."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import Table

from onrecord.model import Entity
from onrecord.names import normalise
from onrecord.record import schema
from onrecord.record.rows import Row


@dataclass(frozen=True, slots=True)
class Join:
    """Whom an entity is joined to: an identity of the record and the one that stands for it, with the likeness."""

    joined: int
    canonical: int
    score: float | None


def entity_rows(
    entities: Sequence[Entity], joins: Mapping[str, Join], *, article: int, first: int, identity: int
) -> dict[Table, list[Row]]:
    """The rows for each table, in the order in which they go in.

    Entities are numbered from `first`; each that is joined to nobody gets an identity of its own, numbered from
    `identity`.
    """
    rows: dict[Table, list[Row]] = defaultdict(list)
    tables = (schema.identities, schema.identity_names, schema.entities, schema.aliases, schema.mentions)
    rows.update({table: [] for table in tables})
    for number, entity in enumerate(entities, first):
        plain = {"kind": entity.kind, "name": entity.name, "country": entity.country}
        join = joins.get(entity.id)
        if join is None:
            join, identity = Join(identity, identity, None), identity + 1
            rows[schema.identities].append({"id": join.joined, "canonical_id": join.canonical, **plain})
        rows[schema.identity_names] += [
            {"joined_id": join.joined, "identity_id": join.canonical, "name": name, "folded": normalise(name)}
            for name in dict.fromkeys((entity.name, *entity.aliases))
        ]
        numbers = {"identity_id": join.canonical, "joined_id": join.joined, "score": join.score}
        rows[schema.entities].append({"id": number, "article_id": article, "local": entity.id, **numbers, **plain})
        rows[schema.aliases] += [
            {"entity_id": number, "position": n, "name": name} for n, name in enumerate(entity.aliases)
        ]
        rows[schema.mentions] += [
            {"entity_id": number, "position": n, "start": m.span.start, "end": m.span.end, "form": m.form}
            for n, m in enumerate(entity.mentions)
        ]
    return rows
