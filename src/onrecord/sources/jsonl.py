"""JSON Lines into documents: one document for each line, with the fields of the record format."""

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from onrecord.documents import check_published, document_id
from onrecord.errors import SourceError
from onrecord.model import Document
from onrecord.sources.content import MAX_BYTES, Given, check_text, decode

STRINGS = ("id", "url", "title", "publisher", "author", "published", "language")


def read_lines(lines: Iterable[bytes], *, where: str, given: Given) -> Iterator[Document | SourceError]:
    """A document or an error for each line that is not blank, in order."""
    found = False
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        found = True
        try:
            yield read_line(line, where=f"{where} line {number}", given=given)
        except SourceError as error:
            yield error
    if not found:
        yield SourceError(f"{where} is empty: give it one document for each line, or leave it out")


def read_line(line: bytes, *, where: str, given: Given) -> Document:
    """The document of one line. Raises SourceError when the line is broken or its text is not readable."""
    if len(line) > MAX_BYTES:
        raise SourceError(f"{where} is larger than {MAX_BYTES // 1_000_000} MB: give one article for each line")
    plain = _read_object(decode(line, where=where), where)
    text = plain.get("text")
    if not isinstance(text, str):
        raise SourceError(f'{where} has no "text": put the article\'s text there, as a string')
    strings = {name: _string(plain, name, where) for name in STRINGS}
    language = strings["language"] or "en"
    if language.split("-")[0].lower() != "en":
        raise SourceError(f"{where} is not in English ({language}): only English is read, leave it out or translate it")
    check_text(text, where=where)
    if any("\ud800" <= character <= "\udfff" for character in text):
        raise SourceError(f"{where} holds half a character (a lone surrogate): write the text again as UTF-8")
    published = check_published(strings.pop("published"), where=where)
    return Document(
        id=strings.pop("id") or document_id(text, strings["url"]),
        text=text,
        url=strings["url"],
        title=strings["title"],
        author=strings["author"],
        publisher=strings["publisher"] or given.publisher,
        published=published or given.published,
        language=language,
        source=where,
    )


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


def _string(plain: Mapping[str, Any], name: str, where: str) -> str | None:
    value = plain.get(name)
    if value is None or isinstance(value, str):
        return value
    raise SourceError(f'{where} has a "{name}" that is not a string: write it in quotes or leave it out')
