"""JSON Lines into documents: the record format's fields, articledata's, and FollowTheMoney's articles."""

import json
from collections.abc import Iterator, Mapping
from typing import IO, Any

from onrecord.documents import check_published, is_date
from onrecord.errors import SourceError
from onrecord.sources.content import MAX_BYTES, Said, decode, make_document
from onrecord.sources.inputs import Found, Source

STRINGS = ("id", "url", "title", "publisher", "author", "published", "language", "fetched", "modified")
TOO_LONG = f"is larger than {MAX_BYTES // 1_000_000} MB: give one article for each line"


def read_lines(source: Source) -> Iterator[Found]:
    """A document or an error for each line that is not blank, in order; entities that hold no text are passed over."""
    lines, given = 0, 0
    for number, line in _lines(source.stream):
        lines += 1
        for found in _read_line(line, Source(f"{source.where} line {number}", source.stream, source.given)):
            given += 1
            yield found
    if not lines:
        yield SourceError(f"{source.where} is empty: give it one document for each line, or leave it out")
    elif not given:
        yield SourceError(f"{source.where} holds no Article with a bodyText: give one that does, or leave it out")


def _lines(stream: IO[bytes]) -> Iterator[tuple[int, bytes]]:
    """The lines that are not blank with their numbers; of one that is too long only so much as shows it."""
    number = 0
    while line := stream.readline(MAX_BYTES + 1):
        number += 1
        if line.strip():
            yield number, line
        while len(line) > MAX_BYTES and not line.endswith(b"\n"):
            line = stream.readline(MAX_BYTES + 1)


def _read_line(line: bytes, source: Source) -> Iterator[Found]:
    """The document of one line, or what is wrong with it; nothing for an entity that is no text."""
    where = source.where
    try:
        if len(line) > MAX_BYTES:
            raise SourceError(f"{where} {TOO_LONG}")
        plain = _read_object(decode(line, where=where), where)
        if isinstance(plain.get("properties"), dict) and "schema" in plain:
            if plain["schema"] != "Article" and not plain["properties"].get("bodyText"):
                return
            plain = _from_entity(plain)
        elif "bylines" in plain and "text" in plain:
            plain = _from_article_data(plain)
        yield make_document(_text(plain, where), _said(plain, where), source)
    except SourceError as error:
        yield error


def _read_object(line: str, where: str) -> Mapping[str, Any]:
    """The document's fields; a line that is a whole record gives those of its document."""
    try:
        plain = json.loads(line)
    except json.JSONDecodeError as error:
        raise SourceError(f"{where} is not JSON ({error.msg} at character {error.pos}): repair or remove it") from error
    except (ValueError, RecursionError) as error:
        raise SourceError(f"{where} is no JSON of a document ({error}): repair or remove it") from error
    if isinstance(plain, dict) and isinstance(plain.get("document"), dict):
        plain = plain["document"]
    if not isinstance(plain, dict):
        raise SourceError(f'{where} is not a JSON object: write it as {{"text": "…", "published": "2024-11-06"}}')
    return plain


def _text(plain: Mapping[str, Any], where: str) -> str:
    text = plain.get("text")
    if not isinstance(text, str):
        raise SourceError(f'{where} has no "text": put the article\'s text there, as a string')
    if any("\ud800" <= character <= "\udfff" for character in text):
        raise SourceError(f"{where} holds half a character (a lone surrogate): write the text again as UTF-8")
    return text


def _said(plain: Mapping[str, Any], where: str) -> Said:
    strings = {name: _string(plain, name, where) for name in STRINGS}
    return Said(
        id=strings["id"],
        url=strings["url"],
        title=strings["title"],
        publisher=strings["publisher"],
        author=strings["author"],
        published=check_published(strings["published"], where=where),
        language=strings["language"],
        fetched=strings["fetched"],
        modified=strings["modified"],
    )


def _string(plain: Mapping[str, Any], name: str, where: str) -> str | None:
    value = plain.get(name)
    if value is None or isinstance(value, str):
        return value or None
    raise SourceError(f'{where} has a "{name}" that is not a string: write it in quotes or leave it out')


def _from_article_data(plain: Mapping[str, Any]) -> Mapping[str, Any]:
    """The fields of a line of articledata, the form in which StoryWeb's crawlers hand articles on.

    Its crawler writes an article's address for a title that it does not find, and "xxx" for a language.
    """
    title, bylines = plain.get("title"), plain.get("bylines")
    return {
        **plain,
        "title": None if title == plain.get("url") else title,
        "author": ", ".join(map(str, bylines)) if isinstance(bylines, list) else bylines,
        "publisher": plain.get("site"),
        "published": plain.get("date"),
        "fetched": plain.get("extracted_at"),
    }


def _from_entity(plain: Mapping[str, Any]) -> Mapping[str, Any]:
    """The fields of an entity of FollowTheMoney; its dates may be years or months, which are no day of publication."""
    properties = {
        name: [str(value) for value in (values if isinstance(values, list) else [values]) if value]
        for name, values in plain["properties"].items()
    }

    def first(*names: str) -> str | None:
        return next((value for name in names for value in properties.get(name, ())), None)

    published = first("publishedAt", "date")
    return {
        "id": plain.get("id"),
        "text": "\n\n".join(properties.get("bodyText", ())),
        "url": first("sourceUrl"),
        "title": first("title", "name"),
        "publisher": first("publisher"),
        "author": ", ".join(properties.get("author", ())),
        "published": published if published and is_date(published) else None,
        "language": first("language", "detectedLanguage"),
        "fetched": first("retrievedAt"),
        "modified": first("modifiedAt"),
    }
