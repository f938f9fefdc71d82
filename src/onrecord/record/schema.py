"""The tables of a record: articles, entities and who they are, claims with their words, what people decided."""

from typing import Any

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    text,
)

metadata = MetaData()
LATEST_FIRST = (text("day DESC"), text("article_id DESC"))
"""The order in which claims are told; those of one article as they stand in it."""
UNSURE = "confidence < 0.8"
"""Claims that people are asked about first: so few that keeping their order costs new articles next to nothing."""


def _id() -> Column[int]:
    """A number that the writer gives, so that the same articles in the same order make the same record."""
    return Column("id", Integer, primary_key=True, autoincrement=False)


def _to(table: str, name: str, *, primary_key: bool = False, nullable: bool = False) -> Column[int]:
    return Column(name, Integer, ForeignKey(f"{table}.id"), primary_key=primary_key, nullable=nullable)


def _index_where(name: str, *columns: Any, where: str) -> Index:
    """An index of the rows for which a condition holds."""
    return Index(name, *columns, sqlite_where=text(where), postgresql_where=text(where))


articles = Table(
    "articles",
    metadata,
    _id(),
    Column("key", Text, nullable=False, unique=True),  # SHA-256 of address and text: what makes an article the same
    Column("document", Text, nullable=False),  # the document's id in the record format
    Column("url", Text, index=True),
    Column("title", Text),
    Column("publisher", Text),
    Column("author", Text),
    Column("published", Text),  # as given: a date, or a date-time with or without its zone
    Column("day", Text, index=True),  # the calendar day of `published`
    Column("instant", Text),  # `published` in UTC, where the hour and the zone are known
    Column("language", Text, nullable=False),
    Column("text", Text, nullable=False),
    Column("text_hash", Text, nullable=False),  # SHA-256 of the text in UTF-8
    Column("source", Text),  # the file (and the line in it) or the address that it came from
    Column("fetched", Text),  # when it was fetched, UTC
    Column("modified", Text),  # when it says that it was last changed
    Column("added", Text, nullable=False),  # when it was added to the record, UTC
    Column("reader", Text),  # what read it; null for an article that was kept unread
    Column("version", Integer, nullable=False),  # 1, 2, … of what stood at its address
    Column("is_current", Boolean, nullable=False),  # false once a later version is there
    Column("original_id", Integer, ForeignKey("articles.id"), nullable=False, index=True),
    Index("ix_articles_publisher", "publisher", "day", "original_id", "is_current"),
    Index(
        "ix_articles_superseded",
        "is_current",
        "id",
        sqlite_where=text("is_current = 0"),
        postgresql_where=text("NOT is_current"),
    ),
    Index("ix_articles_standing", "id", "is_current", "original_id", "publisher"),
)
"""One row for each version of an article. Questions are about those that are current.

`original_id` is the first of the articles that say nearly the same in the same words: itself for most.
"""

sketches = Table(
    "sketches",
    metadata,
    _to("articles", "article_id", primary_key=True),
    Column("version", Integer, nullable=False),  # of the recipe by which it was made
    Column("size", Integer, nullable=False),
    Column("minima", LargeBinary, nullable=False),
)
"""What is kept of each text to find its copies."""

copy_keys = Table(
    "copy_keys",
    metadata,
    Column("key", BigInteger, primary_key=True, autoincrement=False),
    _to("articles", "article_id", primary_key=True),
    sqlite_with_rowid=False,
)
"""Articles that share keys are worth comparing, whether they are copies."""

feeds = Table(
    "feeds",
    metadata,
    Column("address", Text, primary_key=True),
    Column("etag", Text),
    Column("modified", Text),
    Column("polled", Text),
    Column("seen", Text, nullable=False),  # the marks of its items as a JSON list
)
"""What is kept of a feed between runs, so that nothing is fetched twice."""

corrections = Table(
    "corrections",
    metadata,
    _to("articles", "article_id", primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("words", Text, nullable=False),
    sqlite_with_rowid=False,
)
"""The notes by which a publisher corrected an article."""

identities = Table(
    "identities",
    metadata,
    _id(),
    Column("kind", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("country", Text, index=True),
    Column("canonical_id", Integer, ForeignKey("identities.id"), nullable=False, index=True),
    Column("linked_id", Integer, ForeignKey("identities.id"), index=True),  # which one the machine holds it to be
    Column("profile", Text),  # what it is told by from others of like names, as JSON; null for who is told by nothing
    _index_where("ix_identities_stands_elsewhere", "canonical_id", where="canonical_id <> id"),
)
"""One row for each person, body, state, … of the world, as it was joined from the entities of many articles.

People may decide that two of them are the same: `canonical_id` stands for all that are, and is itself for most.
"""

identity_names = Table(
    "identity_names",
    metadata,
    _to("identities", "joined_id", primary_key=True),
    Column("name", Text, primary_key=True),
    _to("identities", "identity_id"),  # the canonical one
    Column("folded", Text, nullable=False, index=True),  # without case, accents and punctuation
    Index("ix_identity_names_identity_id", "identity_id"),
    sqlite_with_rowid=False,
)
"""Every name that an identity is called by."""

name_words = Table(
    "name_words",
    metadata,
    Column("word", Text, primary_key=True),
    _to("identities", "joined_id", primary_key=True),
    sqlite_with_rowid=False,
)
"""The words of the names of identities, folded as the names are."""

identity_keys = Table(
    "identity_keys",
    metadata,
    Column("key", Text, primary_key=True),
    _to("identities", "joined_id", primary_key=True),
    sqlite_with_rowid=False,
)
"""Identities that share a key are worth comparing."""

judgements = Table(
    "judgements",
    metadata,
    _id(),
    Column("verdict", Text, nullable=False),  # same, different
    _to("identities", "one_id"),
    _to("identities", "other_id"),
    Column("time", Text, nullable=False),  # UTC
    Column("reason", Text, nullable=False),
    Column("undone", Text),  # when it was taken back; null where it stands
)
"""What people decided of two identities. It stands above what was joined, and is never deleted."""

entities = Table(
    "entities",
    metadata,
    _id(),
    _to("articles", "article_id"),
    _to("identities", "identity_id"),  # the canonical one
    _to("identities", "joined_id"),  # the one that it was joined to
    Column("score", Float),  # how alike it was to that one, from 0 to 1; null for the first of an identity
    Column("local", Text, nullable=False),  # e1, e2, … in its article
    Column("kind", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("country", Text),
    Index("ix_entities_article_id", "article_id"),
    Index("ix_entities_identity_id", "identity_id", "article_id"),
)
"""What an article names or clearly describes."""

aliases = Table(
    "aliases",
    metadata,
    _to("entities", "entity_id", primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("name", Text, nullable=False),
    sqlite_with_rowid=False,
)

mentions = Table(
    "mentions",
    metadata,
    _to("entities", "entity_id", primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("form", Text, nullable=False),
    sqlite_with_rowid=False,
)
"""Where an article speaks of an entity: characters [start, end) of its text."""

claims = Table(
    "claims",
    metadata,
    _id(),
    _to("articles", "article_id"),
    Column("local", Text, nullable=False),  # c1, c2, … in its article
    Column("kind", Text, nullable=False),
    Column("status", Text, nullable=False),
    Column("confidence", Float, nullable=False),
    Column("time_text", Text),
    Column("time_start", Integer),
    Column("time_end", Integer),
    Column("time_value", Text),  # EDTF
    Column("time_anchor", Text),
    Column("earliest", Text),  # first day that `time_value` can mean, YYYY-MM-DD; null where it is open
    Column("latest", Text),  # last day
    Column("event", Text),  # events
    Column("mode", Text),
    Column("form", Text),  # statements
    Column("title", Text),  # offices
    Column("country", Text),
    Column("tenure", Text),
    Column("change", Text),
    Column("relation", Text),  # ties
    # The first of `earliest`, `latest` and the article's day; "" where none is known.
    Column("day", Text, nullable=False, server_default=""),
    Column("telling", BigInteger),  # the same number for claims that tell the same
    Index("ix_claims_article_id", "article_id"),
    Index("ix_claims_telling", "telling", "article_id"),
    Index("ix_claims_kind_day", "kind", *LATEST_FIRST),
    Index("ix_claims_day", *LATEST_FIRST),
    _index_where("ix_claims_unsure", "confidence", where=UNSURE),
    _index_where("ix_claims_meeting_day", *LATEST_FIRST, where="event = 'CONSULT'"),
    _index_where("ix_claims_country_day", "country", *LATEST_FIRST, where="country IS NOT NULL"),
    _index_where("ix_claims_title_day", *LATEST_FIRST, "id", "title", where="title IS NOT NULL"),
    _index_where("ix_claims_earliest_latest", "earliest", "latest", where="earliest IS NOT NULL"),
)
"""What an article claims. Who takes part stands in `parts`, on whose word in `attributions`, the words in `spans`."""

titles = Table("titles", metadata, Column("title", Text, primary_key=True), sqlite_with_rowid=False)
"""Every title of an office once, so that words in titles are looked for among few."""

parts = Table(
    "parts",
    metadata,
    _to("claims", "claim_id", primary_key=True),
    Column("role", Text, primary_key=True),  # actor, recipient, speaker, addressee, person, body, target, …, place
    Column("position", Integer, primary_key=True),
    _to("entities", "entity_id"),
    Index("ix_parts_entity_id", "entity_id"),
    sqlite_with_rowid=False,
)
"""Which entity takes which part in a claim; its place, too."""

sides = Table(
    "sides",
    metadata,
    _to("claims", "claim_id", primary_key=True),
    Column("topic", Text, primary_key=True),  # event, meeting, said, heard, about, office, target, authority, tie
    _to("identities", "joined_id", primary_key=True),
    _to("identities", "identity_id"),  # the canonical one
    Column("day", Text, nullable=False),  # that of the claim, as its article
    _to("articles", "article_id"),
    Index("ix_sides_identity_id", "identity_id", "topic", *LATEST_FIRST, "claim_id"),
    sqlite_with_rowid=False,
)
"""What current articles claim of each identity, by topic and day: derived from the other tables, for quick answers."""

attributions = Table(
    "attributions",
    metadata,
    _to("claims", "claim_id", primary_key=True),
    Column("position", Integer, primary_key=True),  # 0 is the outermost
    _to("entities", "entity_id"),
    Index("ix_attributions_entity_id", "entity_id"),
    sqlite_with_rowid=False,
)
"""The chain of who says so."""

spans = Table(
    "spans",
    metadata,
    _to("claims", "claim_id", primary_key=True),
    Column("role", Text, primary_key=True),  # evidence, content, reason, trigger, cue; source: cue of an attribution
    Column("position", Integer, primary_key=True),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("words", Text, nullable=False),  # what stands there, kept to be checked against the text
    sqlite_with_rowid=False,
)
"""The words of a claim: characters [start, end) of its article's text."""

claim_changes = Table(
    "claim_changes",
    metadata,
    _to("articles", "article_id", primary_key=True),
    _to("claims", "claim_id", primary_key=True),
    Column("change", Text, nullable=False),  # gained, lost
    sqlite_with_rowid=False,
)
"""Which claims a new version of an article gained, and which of the version before it lost."""

claim_decisions = Table(
    "claim_decisions",
    metadata,
    _id(),
    _to("articles", "article_id"),
    _to("claims", "claim_id", nullable=True),  # null where the last reading no longer makes the claim
    Column("verdict", Text, nullable=False),  # accepted, rejected, corrected
    Column("key", Text, nullable=False),  # what tells the claim from others of its article, in any reading of it
    Column("told", Text, nullable=False),  # the claim as it was read, in the record format
    Column("corrected", Text),  # the claim as it should be, in the record format; null unless corrected
    Column("reason", Text, nullable=False),
    Column("decided_by", Text),  # the user's name; null where nobody signed in
    Column("time", Text, nullable=False),  # UTC
    Column("undone", Text),  # when it was taken back; null where it stands
    Index("ix_claim_decisions_claim_id", "claim_id"),
    Index("ix_claim_decisions_article_id", "article_id"),
)
"""What people decided of claims. It stands above what is read, and is never deleted."""

users = Table(
    "users",
    metadata,
    Column("name", Text, primary_key=True),
    Column("hash", Text, nullable=False),  # of the password, by Argon2
    Column("role", Text, nullable=False),  # reader, reviewer
    Column("added", Text, nullable=False),  # UTC
)
"""Who may see a record that is served to more than its own machine."""

schema_versions = Table(
    "schema_versions",
    metadata,
    Column("version", Integer, primary_key=True, autoincrement=False),
    Column("applied", Text, nullable=False),
)
"""Which migrations the record has been through."""
