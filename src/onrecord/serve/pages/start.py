"""The start: what is new, how much there is, whom most is told of, and a box to read an article in."""

from functools import partial
from typing import Annotated

from fastapi import APIRouter, Depends, Query
from starlette.requests import Request
from starlette.responses import Response

from onrecord.answers import Identity
from onrecord.record.called import most_told, suggest
from onrecord.record.overview import COUNTED_KINDS, count_all, find_articles
from onrecord.record.schema import articles
from onrecord.serve.access import reader
from onrecord.serve.render import show, tell
from onrecord.serve.site import Site, site_of
from onrecord.serve.words import country_in_words, kind_in_words

NEW, MOST_TOLD, STARTS, SUGGESTED, LISTED = 12, 12, 24, 8, 50

router = APIRouter(include_in_schema=False, dependencies=[Depends(reader)])


@router.get("/")
@router.get("/start.json")
def start(request: Request) -> Response:
    """What the record holds and what is new in it."""
    site = site_of(request)
    with site.asking() as connection:
        newest = find_articles(connection, [articles.c.is_current], limit=NEW + 1)
    model = {
        "counts": site.count("all", count_all),
        "articles": newest[:NEW],
        "following": newest[NEW - 1].id if len(newest) > NEW else None,
        "told": (told_most(site) or [])[:MOST_TOLD],
    }
    return show(request, "start.html", model)


def told_most(site: Site) -> list[Identity] | None:
    """Those of whom most is told, None where they are still being counted."""
    return site.count("told", partial(most_told, kinds=COUNTED_KINDS, limit=STARTS))


@router.get("/articles")
@router.get("/articles.json")
def older(request: Request, before: Annotated[int | None, Query(ge=0, lt=2**31)] = None) -> Response:
    """The articles of the record, the last added first."""
    with site_of(request).asking() as connection:
        found = find_articles(connection, [articles.c.is_current], limit=LISTED + 1, before=before)
    following = found[LISTED - 1].id if len(found) > LISTED else None
    return show(request, "articles.html", {"articles": found[:LISTED], "following": following})


@router.get("/suggest.json")
def suggestions(request: Request, q: Annotated[str, Query(max_length=200)] = "") -> Response:
    """Those whose names begin as what is typed."""
    with site_of(request).asking() as connection:
        found = suggest(connection, q, limit=SUGGESTED)
    names = [
        {
            "id": each.id, "name": each.name, "kind": each.kind, "country": each.country, "articles": each.articles,
            "told": ", ".join(
                [kind_in_words(each.kind)]
                + ([country_in_words(each.country)] if each.country and each.kind != "state" else [])
            ),
        }
        for each in found
    ]  # fmt: skip
    return tell(request, {"names": names})
