"""The claims of some numbers as answers: who takes part, their words, and how many sources tell the same."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import BindParameter, Connection, Executable, Row, Select, Table, bindparam, func, select, text

from onrecord.answers import CUE_WITHIN, Answer
from onrecord.documents import LONGEST_HEADLINE, headline_of
from onrecord.record.queries import DOERS
from onrecord.record.schema import articles, attributions, claim_decisions, claims, entities, identities, parts, spans

AT_ONCE = 500
"""How many numbers stand in one statement of SQL."""
GAP = " … "


@dataclass(slots=True)
class Around:
    """What stands around a claim in other tables: parts by role, as identity and name; words by role, with their
    characters [start, end) in the article."""

    sides: dict[str, list[tuple[int, str]]] = field(default_factory=lambda: defaultdict(list))
    chain: list[tuple[int, str]] = field(default_factory=list)
    words: dict[str, list[tuple[int, int, str]]] = field(default_factory=lambda: defaultdict(list))


def fetch_answers(connection: Connection, ids: Sequence[int], sources: Mapping[int, int] | None = None) -> list[Answer]:
    """The answers of the claims with these numbers, in the order of the numbers, with how many sources tell each."""
    around: Mapping[int, Around] = _around(connection, ids)
    rows = {row.id: row for row in _in_parts(connection, _CLAIMS, ids)}
    return [_answer(rows[number], around[number], (sources or {}).get(number, 1)) for number in ids]


def _in_parts(connection: Connection, statement: Executable, ids: Sequence[int]) -> Iterable[Row[Any]]:
    for start in range(0, len(ids), AT_ONCE):
        yield from connection.execute(statement, {"ids": ids[start : start + AT_ONCE]}).all()


def _around(connection: Connection, ids: Sequence[int]) -> dict[int, Around]:
    found: dict[int, Around] = {number: Around() for number in ids}
    for row in _in_parts(connection, _PARTS, ids):
        found[row.claim_id].sides[row.role].append((row.id, row.name))
    for row in _in_parts(connection, _ATTRIBUTIONS, ids):
        found[row.claim_id].chain.append((row.id, row.name))
    for row in _in_parts(connection, _WORDS, ids):
        found[row.claim_id].words[row.role].append((row.start, row.end, row.words))
    return found


def _named(table: Table, *columns: Any) -> Select[Any]:
    rows = (
        select(table.c.claim_id, *columns, identities.c.id, identities.c.name)
        .join(entities, entities.c.id == table.c.entity_id)
        .join(identities, identities.c.id == entities.c.identity_id)
    )
    return rows.where(table.c.claim_id.in_(_IDS)).order_by(table.c.claim_id, *columns, table.c.position)


# Written once: a statement that is made anew for each question takes longer to write than to answer.
_IDS: BindParameter[Any] = bindparam("ids", expanding=True)
_PARTS, _ATTRIBUTIONS = _named(parts, parts.c.role), _named(attributions)
_WORDS = (
    select(spans.c.claim_id, spans.c.role, spans.c.start, spans.c.end, spans.c.words)
    .where(spans.c.claim_id.in_(_IDS), spans.c.role.in_(("evidence", "content", "cue")))
    .order_by(spans.c.claim_id, spans.c.position)
)
_CLAIMS = (
    select(
        claims,
        *(articles.c[name].label(f"article_{name}") for name in ("publisher", "published", "title", "url")),
        func.substr(articles.c.text, 1, 2 * LONGEST_HEADLINE).label("article_text"),
        claim_decisions.c.verdict,
    )
    .join(articles, articles.c.id == claims.c.article_id)
    .outerjoin(claim_decisions, (claim_decisions.c.claim_id == claims.c.id) & claim_decisions.c.undone.is_(None))
    .where(claims.c.id.in_(_IDS))
)
_TELLINGS = select(claims.c.id, claims.c.telling).where(claims.c.id.in_(_IDS))


def _answer(row: Row[Any], around: Around, sources: int) -> Answer:
    sides = around.sides
    doing = [side for role in DOERS for side in sides.get(role, ())]
    done_to = [side for role, named in sides.items() if role not in (*DOERS, "place") for side in named]
    return Answer(
        claim=row.id,
        article=row.article_id,
        kind=row.kind,
        detail=_detail(row),
        status=row.status,
        confidence=row.confidence,
        who=tuple(name for _, name in doing),
        whom=tuple(name for _, name in done_to),
        title=row.title,
        country=row.country,
        said_by=tuple(name for _, name in around.chain),
        words=_words(row, around),
        time=row.time_value,
        earliest=row.earliest,
        latest=row.latest,
        place=next((name for _, name in sides.get("place", ())), None),
        publisher=row.article_publisher,
        published=row.article_published,
        headline=headline_of(row.article_title, row.article_text),
        url=row.article_url,
        sources=sources,
        who_ids=tuple(number for number, _ in doing),
        whom_ids=tuple(number for number, _ in done_to),
        said_by_ids=tuple(number for number, _ in around.chain),
        decided=row.verdict,
    )


def _words(row: Row[Any], around: Around) -> str:
    """The evidence, of a statement its content: behind the word that reports it where the words are the article's, for
    who "denied that …" said the reverse.
    """
    said = around.words.get("content") or around.words["evidence"]
    words = GAP.join(each for _, _, each in said)
    if row.kind != "statement" or row.form != "indirect" or not (cues := around.words.get("cue")):
        return words
    _, end, cue = cues[0]
    gap = said[0][0] - end
    return f"{cue}{' ' if gap == 1 else GAP}{words}" if 0 < gap <= CUE_WITHIN else words


def _detail(row: Row[Any]) -> str:
    match row.kind:
        case "event":
            return f"{row.event} {row.mode}" if row.mode else str(row.event)
        case "statement":
            return str(row.form)
        case "office":
            return f"{row.tenure}, {row.change}" if row.change else str(row.tenure)
        case "listing":
            return "sanctions"
        case _:
            return str(row.relation)


def count_sources(connection: Connection, ids: Sequence[int]) -> dict[int, int]:
    """How many independent sources tell the same as each claim, among all current articles.

    A source is a publisher, or an article where none is known; articles that are copies of each other count as one.
    """
    telling = {row.id: row.telling for row in _in_parts(connection, _TELLINGS, ids)}
    sources: dict[int, dict[int, object]] = defaultdict(dict)
    statement = _SOURCES[connection.dialect.name]
    numbers = sorted({number for number in telling.values() if number is not None})
    for row in _in_parts(connection, statement, numbers):
        sources[row.telling].setdefault(row.original_id, row.publisher or row.article)
    return {number: max(1, len(set(sources[telling[number]].values()))) for number in ids}


_SOURCES = {
    dialect: text(f"""
        SELECT DISTINCT c.telling, a.original_id, a.publisher, a.id AS article
        FROM claims c JOIN articles a {index} ON a.id = c.article_id
        WHERE c.telling IN :ids AND a.is_current ORDER BY a.id
    """).bindparams(bindparam("ids", expanding=True))
    for dialect, index in (("sqlite", "INDEXED BY ix_articles_standing"), ("postgresql", ""))
}
"""SQLite would read each article's row, behind whose text it keeps the rest."""
