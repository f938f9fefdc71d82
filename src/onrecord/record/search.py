"""Full-text search over articles and statements: FTS5 in SQLite, tsvector in PostgreSQL, behind the same questions."""

import re
import unicodedata
from collections.abc import Iterable

from sqlalchemy import ColumnElement, Connection, Select, column, func, literal_column, select, table, text

from onrecord.record.schema import articles, claims

SQLITE_INDEXES = (
    "CREATE VIRTUAL TABLE articles_search USING fts5(title, text, content='articles', content_rowid='id', "
    "tokenize='porter unicode61 remove_diacritics 2')",
    "CREATE VIRTUAL TABLE statements_search USING fts5(words, content='', "
    "tokenize='porter unicode61 remove_diacritics 2')",
)
"""Articles keep their text in their own table, statements theirs in spans: the indexes hold no second copy."""
POSTGRESQL_INDEXES = (
    "CREATE TEXT SEARCH DICTIONARY onrecord_stem (TEMPLATE = snowball, Language = english)",
    "CREATE TEXT SEARCH CONFIGURATION onrecord (COPY = english)",
    "ALTER TEXT SEARCH CONFIGURATION onrecord ALTER MAPPING REPLACE english_stem WITH onrecord_stem",
    "ALTER TABLE articles ADD COLUMN search tsvector",
    "ALTER TABLE claims ADD COLUMN search tsvector",
    "CREATE INDEX ix_articles_search ON articles USING gin (search)",
    "CREATE INDEX ix_claims_search ON claims USING gin (search)",
)

"""The dictionary has no stop words, so that phrases are found by all their words, as in SQLite."""
MARKUP = str.maketrans("<>/\\@", "     ")
"""PostgreSQL takes these for tags, paths and addresses, and would find no word in them."""
MOST_MATCHES = 5_000
"""In a file, so many articles or statements that hold the words are looked through, those added last."""
WORDS = re.compile(r'"([^"]+)"|([^\s"]+)')
"""A phrase in double quotes, or a word."""


def create_indexes(connection: Connection) -> None:
    """Make the indexes of an empty record."""
    for statement in SQLITE_INDEXES if is_sqlite(connection) else POSTGRESQL_INDEXES:
        connection.execute(text(statement))


def is_sqlite(connection: Connection) -> bool:
    """True for a record in a file of its own."""
    return connection.dialect.name == "sqlite"


def index_article(connection: Connection, article: int, title: str | None, words: str) -> None:
    """Make an article's title and text findable."""
    if is_sqlite(connection):
        values = {"id": article, "title": title or "", "words": words}
        sql = "INSERT INTO articles_search(rowid, title, text) VALUES (:id, :title, :words)"
    else:
        values = {"id": article, "words": _plain(f"{title or ''} {words}")}
        sql = "UPDATE articles SET search = to_tsvector('onrecord', :words) WHERE id = :id"
    connection.execute(text(sql), values)


def index_statements(connection: Connection, statements: Iterable[tuple[int, str]]) -> None:
    """Make what was said findable: the number of each claim, and its words."""
    if is_sqlite(connection):
        values = [{"id": claim, "words": words} for claim, words in statements]
        sql = "INSERT INTO statements_search(rowid, words) VALUES (:id, :words)"
    else:
        values = [{"id": claim, "words": _plain(words)} for claim, words in statements]
        sql = "UPDATE claims SET search = to_tsvector('onrecord', :words) WHERE id = :id"
    if values:
        connection.execute(text(sql), values)


def forget_statements(connection: Connection, statements: Iterable[tuple[int, str]]) -> None:
    """Take statements out of the index, before their claims are deleted; their words must be those that went in."""
    values = [{"id": claim, "words": words} for claim, words in statements]
    if values and is_sqlite(connection):
        sql = "INSERT INTO statements_search(statements_search, rowid, words) VALUES ('delete', :id, :words)"
        connection.execute(text(sql), values)


def count_findable(connection: Connection) -> tuple[int, int]:
    """How many articles and statements the indexes hold."""
    if is_sqlite(connection):
        counts = ("SELECT count(*) FROM articles_search_docsize", "SELECT count(*) FROM statements_search_docsize")
    else:
        counts = (
            "SELECT count(*) FROM articles WHERE search IS NOT NULL",
            "SELECT count(*) FROM claims WHERE search IS NOT NULL AND kind = 'statement'",
        )
    articles, statements = (connection.scalars(text(count)).one() for count in counts)
    return articles, statements


def matching_articles(connection: Connection, words: str) -> Select[tuple[int, float]]:
    """Selects the id of each article in which all the words stand, and how well it fits: the less, the better."""
    if is_sqlite(connection):
        return _matching_rows("articles_search", words)
    return select(articles.c.id, _distance("articles", words)).where(_search("articles").op("@@")(_asked(words)))


def matching_statements(connection: Connection, words: str) -> Select[tuple[int, float]]:
    """Selects the id of each statement (a claim) in which all the words stand, and how well it fits."""
    if is_sqlite(connection):
        return _matching_rows("statements_search", words, ranked=False)
    return select(claims.c.id, _distance("claims", words)).where(_search("claims").op("@@")(_asked(words)))


def _matching_rows(index: str, words: str, *, ranked: bool = True) -> Select[tuple[int, float]]:
    """Those among the latest that match, so that words that stand everywhere are found as quickly as others."""
    rows = table(index, column("rowid"), column("rank"))
    matches: ColumnElement[bool] = literal_column(index).op("MATCH")(quoted(words))
    latest = select(rows.c.rowid.label("id")).where(matches).order_by(rows.c.rowid.desc()).limit(MOST_MATCHES)
    if not ranked:
        return select(latest.subquery().c.id, literal_column("0.0").label("distance"))
    first = select(func.min(latest.subquery().c.id)).scalar_subquery()
    return select(rows.c.rowid.label("id"), rows.c.rank.label("distance")).where(matches, rows.c.rowid >= first)


def quoted(words: str) -> str:
    """The words as FTS5 takes them: all must be there, and what stands in double quotes as a phrase."""
    pieces = [piece for phrase, word in WORDS.findall(words) if (piece := phrase or word)]
    return " ".join('"' + piece.replace('"', '""') + '"' for piece in pieces) or '""'


def _plain(words: str) -> str:
    """The words without accents and without what PostgreSQL takes for markup."""
    apart = unicodedata.normalize("NFKD", words).translate(MARKUP)
    return "".join(character for character in apart if not unicodedata.combining(character))


def _search(of: str) -> ColumnElement[object]:
    return literal_column(f"{of}.search")


def _asked(words: str) -> ColumnElement[object]:
    return func.websearch_to_tsquery("onrecord", _plain(words))


def _distance(of: str, words: str) -> ColumnElement[float]:
    return (-func.ts_rank(_search(of), _asked(words))).label("distance")
