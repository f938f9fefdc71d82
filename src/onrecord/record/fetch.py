"""The claims of some numbers as answers: who takes part, their words, and how many sources tell the same."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import BindParameter, Connection, Executable, Select, Table, bindparam, case, func, select, text

from onrecord.answers import CUE_WITHIN, Answer
from onrecord.documents import HEAD_CHARACTERS, headline_of
from onrecord.record.queries import DOERS
from onrecord.record.schema import articles, attributions, claim_decisions, claims, entities, identities, parts, spans

AT_ONCE = 500
"""How many numbers stand in one statement of SQL."""
GAP = " … "


@dataclass(slots=True)
class Around:
    """What stands around a claim in other tables: who does it, to whom, and on whose word, each as identity and name;
    its place; its words by role, with their characters [start, end) in the article."""

    doing: list[tuple[int, str]] = field(default_factory=list)
    done_to: list[tuple[int, str]] = field(default_factory=list)
    chain: list[tuple[int, str]] = field(default_factory=list)
    place: str | None = None
    words: dict[str, list[tuple[int, int, str]]] = field(default_factory=dict)


def fetch_answers(connection: Connection, ids: Sequence[int]) -> list[Answer]:
    """The answers of the claims with these numbers, in the order of the numbers, with how many sources tell each."""
    around = _around(connection, ids)
    rows = {row[0]: row for row in _in_parts(connection, _CLAIMS, ids)}
    sources = _count_sources(connection, {number: row[-1] for number, row in rows.items()})
    return [_answer(rows[number], around[number], sources[number]) for number in ids]


def _in_parts(connection: Connection, statement: Executable, ids: Sequence[int]) -> Iterator[Any]:
    for start in range(0, len(ids), AT_ONCE):
        yield from connection.execute(statement, {"ids": ids[start : start + AT_ONCE]})


def _around(connection: Connection, ids: Sequence[int]) -> dict[int, Around]:
    found = {number: Around() for number in ids}
    for claim, role, number, name in _in_parts(connection, _PARTS, ids):
        if role in DOERS:
            found[claim].doing.append((number, name))
        elif role != "place":
            found[claim].done_to.append((number, name))
        elif found[claim].place is None:
            found[claim].place = name
    for claim, number, name in _in_parts(connection, _ATTRIBUTIONS, ids):
        found[claim].chain.append((number, name))
    for claim, role, start, end, words in _in_parts(connection, _WORDS, ids):
        found[claim].words.setdefault(role, []).append((start, end, words))
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
    .order_by(spans.c.claim_id, spans.c.role, spans.c.position)
)
_FIRST_LINES = case((func.coalesce(articles.c.title, "") == "", func.substr(articles.c.text, 1, HEAD_CHARACTERS)))
"""Of articles without a title alone: a whole text is read for them."""
_CLAIMS = (
    select(
        *(claims.c[name] for name in ("id", "article_id", "kind", "status", "confidence", "title", "country")),
        *(claims.c[name] for name in ("event", "mode", "form", "tenure", "change", "relation")),
        *(claims.c[name] for name in ("time_value", "earliest", "latest")),
        *(articles.c[name] for name in ("publisher", "published", "title", "url")),
        _FIRST_LINES, claim_decisions.c.verdict, claims.c.telling,
    )
    .join(articles, articles.c.id == claims.c.article_id)
    .outerjoin(claim_decisions, (claim_decisions.c.claim_id == claims.c.id) & claim_decisions.c.undone.is_(None))
    .where(claims.c.id.in_(_IDS))
)  # fmt: skip
_TELLINGS = select(claims.c.id, claims.c.telling).where(claims.c.id.in_(_IDS))


def _answer(row: Sequence[Any], around: Around, sources: int) -> Answer:
    (
        claim, article, kind, status, confidence, title, country, event, mode, form, tenure, change, relation,
        time, earliest, latest, publisher, published, article_title, url, text, verdict, _,
    ) = row  # fmt: skip
    return Answer(
        claim=claim,
        article=article,
        kind=kind,
        detail=_detail(kind, (event, mode), (tenure, change), form or relation),
        status=status,
        confidence=confidence,
        who=tuple([name for _, name in around.doing]),
        whom=tuple([name for _, name in around.done_to]),
        title=title,
        country=country,
        said_by=tuple([name for _, name in around.chain]),
        words=_words(around.words, told_in_text=form == "indirect"),
        time=time,
        earliest=earliest,
        latest=latest,
        place=around.place,
        publisher=publisher,
        published=published,
        headline=headline_of(article_title, text or ""),
        url=url,
        sources=sources,
        who_ids=tuple([number for number, _ in around.doing]),
        whom_ids=tuple([number for number, _ in around.done_to]),
        said_by_ids=tuple([number for number, _ in around.chain]),
        decided=verdict,
    )


def _words(words: Mapping[str, Sequence[tuple[int, int, str]]], *, told_in_text: bool) -> str:
    """The evidence, of a statement its content: behind the word that reports it where the words are the article's, for
    who "denied that …" said the reverse.
    """
    said = words.get("content") or words["evidence"]
    shown = said[0][2] if len(said) == 1 else GAP.join([each for _, _, each in said])
    if not told_in_text or not (cues := words.get("cue")):
        return shown
    _, end, cue = cues[0]
    gap = said[0][0] - end
    return f"{cue}{' ' if gap == 1 else GAP}{shown}" if 0 < gap <= CUE_WITHIN else shown


def _detail(kind: str, event: Sequence[str | None], office: Sequence[str | None], other: str | None) -> str:
    match kind:
        case "event":
            return " ".join(filter(None, event))
        case "office":
            return ", ".join(filter(None, office))
        case "listing":
            return "sanctions"
        case _:
            return str(other)


def count_sources(connection: Connection, ids: Sequence[int]) -> dict[int, int]:
    """How many independent sources tell the same as each claim, among all current articles.

    A source is a publisher, or an article where none is known; articles that are copies of each other count as one.
    """
    return _count_sources(connection, dict(map(tuple, _in_parts(connection, _TELLINGS, ids))))


def _count_sources(connection: Connection, telling: Mapping[int, int | None]) -> dict[int, int]:
    sources: dict[int | None, dict[int, object]] = defaultdict(dict)
    statement = _SOURCES[connection.dialect.name]
    numbers = sorted({told for told in telling.values() if told is not None})
    for told, original, publisher, article in _in_parts(connection, statement, numbers):
        sources[told].setdefault(original, publisher or article)
    counts = {told: len(set(by_original.values())) for told, by_original in sources.items()}
    return {number: counts.get(told, 1) for number, told in telling.items()}


_SOURCES = {
    dialect: text(f"""
        SELECT DISTINCT c.telling, a.original_id, a.publisher, a.id AS article
        FROM claims c JOIN articles a {index} ON a.id = c.article_id
        WHERE c.telling IN :ids AND a.is_current ORDER BY a.id
    """).bindparams(bindparam("ids", expanding=True))
    for dialect, index in (("sqlite", "INDEXED BY ix_articles_standing"), ("postgresql", ""))
}
"""SQLite would read each article's row, behind whose text it keeps the rest."""
