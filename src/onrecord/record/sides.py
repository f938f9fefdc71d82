"""What each identity takes part in, by topic and day: kept beside the claims, so that questions need no search."""

from sqlalchemy import Connection, text

TAKING_PART = """
    INSERT INTO sides (claim_id, topic, joined_id, identity_id, day, article_id)
    SELECT DISTINCT c.id,
        CASE c.kind
            WHEN 'event' THEN CASE c.event WHEN 'CONSULT' THEN 'meeting' ELSE 'event' END
            WHEN 'statement' THEN CASE p.role WHEN 'speaker' THEN 'said' ELSE 'heard' END
            WHEN 'listing' THEN p.role
            ELSE c.kind
        END,
        e.joined_id, e.identity_id, c.day, a.id
    FROM articles a JOIN claims c ON c.article_id = a.id JOIN parts p ON p.claim_id = c.id
    JOIN entities e ON e.id = p.entity_id
    WHERE p.role <> 'place' AND a.is_current {of}
"""
SPOKEN_OF = """
    INSERT INTO sides (claim_id, topic, joined_id, identity_id, day, article_id)
    SELECT DISTINCT c.id, 'about', e.joined_id, e.identity_id, c.day, a.id
    FROM articles a JOIN claims c ON c.article_id = a.id AND c.kind = 'statement'
    JOIN spans s ON s.claim_id = c.id AND s.role = 'content'
    JOIN entities e ON e.article_id = a.id
    JOIN mentions m ON m.entity_id = e.id AND m."start" >= s."start" AND m."end" <= s."end"
    WHERE a.is_current {of}
"""
FORGET = text("DELETE FROM sides WHERE claim_id IN (SELECT id FROM claims WHERE article_id = :article)")
_OF_ONE = [text(sql.format(of="AND a.id = :article")) for sql in (TAKING_PART, SPOKEN_OF)]
_OF_ALL = [text(sql.format(of="")) for sql in (TAKING_PART, SPOKEN_OF)]


def put_sides(connection: Connection, article: int) -> None:
    """Tell anew what the identities take part in by an article; in nothing, where a later version stands there."""
    forget_sides(connection, article)
    for statement in _OF_ONE:
        connection.execute(statement, {"article": article})


def put_all_sides(connection: Connection) -> None:
    """Tell what the identities take part in by all articles, where nothing is told yet."""
    for statement in _OF_ALL:
        connection.execute(statement)


def forget_sides(connection: Connection, article: int) -> None:
    """Take out what an article tells of identities."""
    connection.execute(FORGET, {"article": article})
