"""An article that somebody pasted or gave the address of: read, shown with its marks, and added when they say so."""

import re
from collections.abc import Mapping
from dataclasses import replace
from http import HTTPStatus
from io import BytesIO
from typing import Annotated

from fastapi import APIRouter, Depends
from starlette.requests import Request
from starlette.responses import Response

from onrecord.documents import check_published, document_id, headline_of, is_english
from onrecord.errors import SourceError
from onrecord.export.jsonl import to_dict
from onrecord.header import find_day
from onrecord.model import Document, Record
from onrecord.record.write import find_known
from onrecord.serve.access import change, form, reader, take_turn
from onrecord.serve.marked import read_marks
from onrecord.serve.problems import Problem
from onrecord.serve.render import go_to, show
from onrecord.serve.site import Site, site_of
from onrecord.sources import Given, read_sources
from onrecord.sources.html import read_html
from onrecord.sources.inputs import Source

ADDRESSES = ("http://", "https://")
PAGE = re.compile(r"<(?:!doctype html|\?xml|(?:html|head|body|main|article|section|div|h1|p)\b[^<]*>)", re.IGNORECASE)
"""How the source of a page begins, or a part of it."""
FORGOTTEN = "This reading was forgotten, since nobody added it: paste the article again."

router = APIRouter(include_in_schema=False, dependencies=[Depends(reader)])


@router.post("/read", dependencies=[Depends(take_turn)])
def read(request: Request, fields: Annotated[Mapping[str, str], Depends(form)]) -> Response:
    """Read the article and go on to where it is shown."""
    site = site_of(request)
    record = read_for(site, find_document(site, fields))
    return go_to(f"/read/{site.drafts.keep(record)}")


@router.get("/read/{key}")
@router.get("/read/{key}.json")  # the last one is looked at first
def draft(request: Request, key: str) -> Response:
    """The article with its marks."""
    site = site_of(request)
    record = _kept(site, key)
    with site.asking() as connection:
        known = find_known(connection, record.document)
    model = {"key": key, "record": to_dict(record), "known": known and known.id}
    document, headline = record.document, headline_of(record.document.title, record.document.text)
    return show(request, "draft.html", model, document=document, headline=headline, reading=read_marks(record))


@router.post("/read/{key}/add")
def add(request: Request, key: str, _fields: Annotated[Mapping[str, str], Depends(change)]) -> Response:
    """Add the article to the record and go on to it."""
    from onrecord.ingest import ingest  # this loads numpy, and most visitors add nothing

    site = site_of(request)
    document = _kept(site, key).document
    with site.writing_lock, site.reading_lock:
        for outcome in ingest([document], site.writer, jobs=1, now=site.now):
            if isinstance(outcome, SourceError):
                raise outcome
    with site.asking() as connection:
        known = find_known(connection, document)
    return go_to(f"/articles/{known.id}" if known else "/")


def find_document(site: Site, fields: Mapping[str, str]) -> Document:
    """The document of the fields `text` (or the address of a page), `title`, `publisher`, `published` and `url`.

    Raises SourceError where there is nothing to read.
    """
    text = fields.get("text", "").strip()
    if text.startswith(ADDRESSES) and len(text.split()) == 1:
        published = check_published(fields.get("published", "").strip() or None, where="the date")
        given = Given(published, fields.get("publisher", "").strip() or None)
        found = list(read_sources([text], given=given, outside=site.outside))
        documents = [each for each in found if isinstance(each, Document)]
        if not documents:
            raise next((each for each in found if isinstance(each, SourceError)), SourceError(f"{text}: nothing there"))
        return documents[0]
    return _of_page(given_document(fields)) if PAGE.match(text) else given_document(fields)


def _of_page(given: Document) -> Document:
    """The article of a page whose source was pasted, with what the page says of it where nothing else is given."""
    stream = BytesIO(given.text.encode("utf-8-sig"))
    found = read_html(Source("The page that was pasted", stream, Given(), ".html"))
    url = given.url or found.url
    return replace(
        found, id=document_id(found.text, url), url=url, title=given.title or found.title,
        publisher=given.publisher or found.publisher, published=given.published or found.published,
    )  # fmt: skip


def given_document(fields: Mapping[str, str]) -> Document:
    """The document of the fields `text`, `title`, `publisher`, `published` and `url`; nothing is fetched.

    Raises SourceError where there is nothing to read.
    """
    text = fields.get("text", "").strip()
    told = {name: fields.get(name, "").strip() or None for name in ("title", "publisher", "published", "url")}
    published = check_published(told["published"], where="the date")
    if not text:
        raise SourceError("There is no text: paste the article's words, or the address of its page.")
    document = document_id(text, told["url"])
    return Document(
        document, text, told["url"], told["title"], told["publisher"], published=published or find_day(text)
    )


def read_for(site: Site, document: Document) -> Record:
    """The record of a document, one reading at a time. Raises SourceError for one that is not in English."""
    if not is_english(document):
        raise SourceError(f"The text is not in English ({document.language}): only English is read.")
    with site.reading_lock:
        return site.read(document)


def _kept(site: Site, key: str) -> Record:
    record = site.drafts.find(key)
    if record is None:
        raise Problem(HTTPStatus.NOT_FOUND, FORGOTTEN)
    return record
