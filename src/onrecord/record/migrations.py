"""The numbered steps from an empty database to the present tables: an older record goes through those that it lacks."""

import json
from collections.abc import Callable, Sequence
from importlib.resources import files

from sqlalchemy import Connection, bindparam, inspect, select, text, update

from onrecord.errors import RecordError
from onrecord.names import normalise
from onrecord.record import schema, search
from onrecord.record.copies import put_all_keys
from onrecord.record.entities import AT_ONCE, put_all_words
from onrecord.record.sides import put_all_sides
from onrecord.record.tellings import tell_all

Migration = Callable[[Connection], None]
WORDS_OF = {
    "sqlite": {"compact": "WITHOUT ROWID", "bytes": "BLOB", "superseded": "is_current = 0"},
    "postgresql": {"compact": "", "bytes": "BYTEA", "superseded": "NOT is_current"},
}
"""What stands in a step for {compact} (a table that is kept in the order of its key), {bytes}, and {superseded}."""


def create_tables(connection: Connection) -> None:
    """Migration 1: the tables of articles, entities and claims, and the indexes by which words are found."""
    run_step(connection, "1.sql")
    search.create_indexes(connection)


def create_decisions(connection: Connection) -> None:
    """Migration 2: what people decide of claims, and who may see a record that is served."""
    run_step(connection, "2.sql")


DAYS = """
    UPDATE claims SET day = COALESCE(
        earliest, latest, (SELECT articles.day FROM articles WHERE articles.id = claims.article_id), ''
    )
"""


def add_sides(connection: Connection) -> None:
    """Migration 3: what is kept so that questions are answered quickly in a large record."""
    run_step(connection, "3.sql")
    connection.execute(text(DAYS))
    tell_all(connection)
    put_all_sides(connection)
    put_all_words(connection)


def add_orders(connection: Connection) -> None:
    """Migration 4: the orders in which pages list claims and count articles."""
    run_step(connection, "4.sql")


def add_titles(connection: Connection) -> None:
    """Migration 5: titles of offices, by which they are found without looking at all claims."""
    run_step(connection, "5.sql")


def add_members(connection: Connection) -> None:
    """Migration 6: the few identities for which another one stands, found without looking among all."""
    run_step(connection, "6.sql")


def add_standing(connection: Connection) -> None:
    """Migration 7: what questions ask of all articles, apart from their texts, and which a later version replaced."""
    run_step(connection, "7.sql")


def add_each_title(connection: Connection) -> None:
    """Migration 8: every title of an office once."""
    run_step(connection, "8.sql")


def add_covering(connection: Connection) -> None:
    """Migration 9: which articles tell the same, and which were replaced, found in the indexes alone."""
    run_step(connection, "9.sql")


def add_copy_keys(connection: Connection) -> None:
    """Migration 10: fewer keys by which copies are found, in the place of many; the texts are hashed anew for it."""
    # This loads numpy, which no question needs.
    from onrecord.duplicates import keys_of

    run_step(connection, "10.sql")
    put_all_keys(connection, keys_of)


def add_neighbours(connection: Connection) -> None:
    """Migration 11: what is told of one identity side by side; the order of the least sure claims, not of all."""
    run_step(connection, "11.sql")
    tell_all(connection)


def add_order_of_tellings(connection: Connection) -> None:
    """Migration 12: claims by what they tell, once all have their new numbers."""
    run_step(connection, "12.sql")


def fold_fellows(connection: Connection) -> None:
    """Migration 13: who is named beside an identity, in the form in which names are compared, so that nothing folds
    them again for each comparison.
    """
    table, last = schema.identities, 0
    told = select(table.c.id, table.c.profile).where(table.c.profile.is_not(None)).order_by(table.c.id).limit(AT_ONCE)
    put = update(table).where(table.c.id == bindparam("identity")).values(profile=bindparam("told"))
    while rows := connection.execute(told.where(table.c.id > last)).all():
        connection.execute(put, [{"identity": row.id, "told": _with_folded_fellows(row.profile)} for row in rows])
        last = rows[-1].id


def _with_folded_fellows(profile: str) -> str:
    *others, fellows = json.loads(profile)
    folded = "|".join(sorted({normalise(name) for name in fellows} - {""}))
    return json.dumps([*others, folded], ensure_ascii=False)


def run_step(connection: Connection, name: str) -> None:
    """Run the statements of a file in `steps`, which is never changed once records were made by it."""
    words = (files(__package__) / "steps" / name).read_text(encoding="utf-8")
    for place, told in WORDS_OF[connection.dialect.name].items():
        words = words.replace(f"{{{place}}}", told)
    for statement in filter(str.strip, words.split(";")):
        connection.execute(text(statement))


MIGRATIONS: Sequence[Migration] = (
    create_tables,
    create_decisions,
    add_sides,
    add_orders,
    add_titles,
    add_members,
    add_standing,
    add_each_title,
    add_covering,
    add_copy_keys,
    add_neighbours,
    add_order_of_tellings,
    fold_fellows,
)
"""Only ever added to. The version of a record is how many of them it has been through."""


def find_version(connection: Connection) -> int:
    """How many migrations the record has been through: 0 for an empty database.

    Raises RecordError for a database that holds something else.
    """
    tables = inspect(connection).get_table_names()
    if schema.schema_versions.name in tables:
        versions = connection.scalars(select(schema.schema_versions.c.version)).all()
        return max(versions, default=0)
    if tables:
        raise RecordError(f"the database holds tables of something else ({tables[0]}): name another file or database")
    return 0


def check_version(connection: Connection, where: str, migrations: Sequence[Migration]) -> None:
    """Nothing for a record of the present version. Raises RecordError, which says what to do, for any other."""
    version, present = find_version(connection), len(migrations)
    if version == 0:
        raise RecordError(f"{where} holds no record yet: add articles with `onrecord add`")
    if version > present:
        raise RecordError(_too_new(where, version, present))
    if version < present:
        raise RecordError(
            f"{where} is of version {version} and version {present} is needed: the next `onrecord add` upgrades it"
        )


def migrate(connection: Connection, where: str, *, now: str, migrations: Sequence[Migration]) -> None:
    """Bring the record up to the present version. Raises RecordError when it is of a newer one."""
    version, present = find_version(connection), len(migrations)
    if version > present:
        raise RecordError(_too_new(where, version, present))
    for number, step in enumerate(migrations[version:], version + 1):
        step(connection)
        connection.execute(schema.schema_versions.insert().values(version=number, applied=now))


def _too_new(where: str, version: int, present: int) -> str:
    return f"{where} is of version {version}, this Onrecord knows up to {present}: install a newer one"
