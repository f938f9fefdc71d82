"""The rows of an article's entities, and of the identities that they are joined to."""

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from itertools import islice

from sqlalchemy import Connection, Table, TextClause, select, text

from onrecord.model import Entity, Record
from onrecord.names import normalise
from onrecord.record import schema
from onrecord.record.identities import Join
from onrecord.record.insert import insert_rows
from onrecord.record.rows import Row

NOBODY = Join(None)
"""The join of an entity of which nothing is known that others could be told by."""
AT_ONCE = 5_000
IN_ORDER = (
    schema.identities,
    schema.identity_names,
    schema.name_words,
    schema.identity_keys,
    schema.entities,
    schema.aliases,
    schema.mentions,
)
"""What is pointed at goes in before what points."""


def entity_rows(
    record: Record, joins: Mapping[str, Join], *, article: int, first: int, identity: int
) -> dict[Table, list[Row]]:
    """The rows for each table, in the order in which they go in, but for the words of names.

    Entities are numbered from `first`; each that is joined to nobody gets an identity of its own, numbered from
    `identity`.
    """
    rows: dict[Table, list[Row]] = {table: [] for table in IN_ORDER}
    for number, entity in enumerate(record.entities, first):
        plain = {"kind": entity.kind, "name": entity.name, "country": entity.country}
        join = joins.get(entity.id, NOBODY)
        joined, canonical = join.joined, join.canonical
        if joined is None or canonical is None:
            joined = canonical = identity
            identity += 1
            rows[schema.identities].append({"id": joined, "canonical_id": joined, "profile": join.profile, **plain})
        own = {"joined_id": joined, "identity_id": canonical}
        rows[schema.identity_names] += [
            {**own, "name": name, "folded": normalise(name)} for name in names_of(entity, record.document.text)
        ]
        rows[schema.identity_keys] += [{"joined_id": joined, "key": key} for key in join.keys]
        rows[schema.entities].append(
            {"id": number, "article_id": article, "local": entity.id, "score": join.score, **own, **plain}
        )
        rows[schema.aliases] += [
            {"entity_id": number, "position": n, "name": name} for n, name in enumerate(entity.aliases)
        ]
        rows[schema.mentions] += [
            {"entity_id": number, "position": n, "start": m.span.start, "end": m.span.end, "form": m.form}
            for n, m in enumerate(entity.mentions)
        ]
    return rows


def find_new_names(connection: Connection, names: Sequence[Row], *, known: int) -> list[Row]:
    """Those rows of `identity_names` whose identities are not called so yet; the record knows identities up to `known`.

    Only these very names are looked up: a state is called by thousands.
    """
    asked = sorted({(row["joined_id"], row["name"]) for row in names if row["joined_id"] <= known})
    given = {f"{what}{n}": value for n, pair in enumerate(asked) for what, value in zip("in", pair, strict=True)}
    found = {tuple(row) for row in connection.execute(_called(len(asked)), given)} if asked else ()
    return [row for row in names if (row["joined_id"], row["name"]) not in found]


@lru_cache(maxsize=256)
def _called(count: int) -> TextClause:
    """Selects those of so many pairs of an identity and a name that the record holds."""
    pairs = ", ".join(f"(:i{n}, :n{n})" for n in range(count))
    return text(f"""
        WITH given (joined_id, name) AS (VALUES {pairs})
        SELECT given.joined_id, given.name FROM given
        CROSS JOIN identity_names AS kept WHERE kept.joined_id = given.joined_id AND kept.name = given.name
    """)


def word_rows(names: Iterable[Row]) -> list[Row]:
    """The rows of the words of names, each given by a row of `identity_names`."""
    return [{"word": word, "joined_id": row["joined_id"]} for row in names for word in set(row["folded"].split())]


def put_all_words(connection: Connection) -> None:
    """Keep the words of all names, where none are kept yet."""
    table = schema.identity_names
    found = connection.execute(select(table.c.joined_id, table.c.folded)).mappings()
    for rows in iter(lambda: list(islice(found, AT_ONCE)), []):
        insert_rows(connection, schema.name_words, word_rows(map(dict, rows)), only_new=True)


def names_of(entity: Entity, text: str) -> list[str]:
    """The names that an entity is called by in its article; what only describes it ("the prime minister") is none."""
    named = (mention.span.of(text) for mention in entity.mentions if mention.form == "name")
    return list(dict.fromkeys((entity.name, *named)))


def known_rows(joins: Mapping[str, Join]) -> list[Row]:
    """What is known now of the identities that were there, for each of which something new is known."""
    return [
        {"identity": join.joined, "told": join.profile}
        for join in joins.values()
        if join.joined is not None and join.profile is not None
    ]
