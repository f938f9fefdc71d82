"""What a page says of its article: publisher, author, language, when it was published and changed, its corrections."""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from typing import Any

from onrecord.documents import read_moment
from onrecord.sources.content import Said
from onrecord.sources.corrections import find_corrections, may_hold_corrections
from onrecord.sources.inputs import tidy

ARTICLE_TYPES = re.compile(r"(?:\w*Article|\w*BlogPosting|Report|WebPage)")
"""The types of schema.org that say something of an article, a page coming last."""
AROUND = re.compile(
    r"^\s*(?:(?://|/\*)?\s*<!(?:--|\[CDATA\[)\s*(?:\*/)?)|(?:(?://|/\*)?\s*(?:-->|\]\]>)\s*(?:\*/)?)\s*$"
)
"""What hides linked data from browsers of long ago."""
WITHIN = ("@graph", "mainEntity", "mainEntityOfPage")
PUBLISHED = (
    "//meta[@property='article:published_time' or @property='og:published_time']/@content",
    "//*[@itemprop='datePublished']/@content",
    "//*[@itemprop='datePublished'][not(@data-post)]/@datetime",
    "//meta[@name='date' or @name='dc.date' or @name='DC.date.issued' or @name='dcterms.created' or "
    "@name='parsely-pub-date' or @name='pubdate' or @name='publish-date' or @name='article.published']/@content",
    "//time[@pubdate or contains(@class, 'publish') or contains(@class, 'entry-date')][not(@data-post)]/@datetime",
    "//*[self::article or self::main][.//h1]//time[not(@data-post or contains(@class, 'updat') or "
    "contains(@class, 'modif'))]"
    "/@datetime",
)
MODIFIED = (
    "//meta[@property='article:modified_time' or @property='og:updated_time']/@content",
    "//*[@itemprop='dateModified']/@content",
    "//*[@itemprop='dateModified']/@datetime",
)
AUTHOR = ("//meta[@name='author']/@content", "//meta[@property='author']/@content")
LANGUAGE = (
    "/html/@lang",
    "//meta[@property='og:locale']/@content",
    "//meta[translate(@http-equiv, 'CL', 'cl')='content-language']/@content",
)
LINKED_DATA = "//script[@type='application/ld+json']/text()"
BLOCKS = ("p", "div", "li", "aside", "section", "footer", "blockquote", "td", "article", "h2", "h3", "h4", "figcaption")
NO_DATE = "1970-01-01"
"""What a page says that knows no date."""


def read_metadata(tree: Any) -> Said:
    """What a page's linked data (schema.org), OpenGraph and other marks say; only what is said outright."""
    linked = _linked_data(tree)
    authors = ", ".join(dict.fromkeys(_names(linked.get("author"))))
    return Said(
        publisher=next(_names(linked.get("publisher")), None),
        author=authors or next((name for name in _look_up(tree, AUTHOR) if "://" not in name), None),
        published=_best_moment(chain(_texts(linked.get("datePublished")), _look_up(tree, PUBLISHED))),
        modified=_best_moment(chain(_texts(linked.get("dateModified")), _look_up(tree, MODIFIED))),
        language=next(chain(_look_up(tree, LANGUAGE), _texts(linked.get("inLanguage"))), None),
        corrections=tuple(dict.fromkeys((*_linked_corrections(linked), *_corrections(tree)))),
    )


def _best_moment(values: Iterable[str]) -> str | None:
    """The first date among the values, with the hour that a later one gives for the same day."""
    first = None
    for value in values:
        moment = read_moment(value)
        if moment is None or moment.startswith(NO_DATE):
            continue
        first = first or moment
        if moment[:10] == first[:10] and len(moment) > 10:
            return moment
    return first


def _linked_data(tree: Any) -> Mapping[str, Any]:
    """The object of schema.org that tells of the article, empty where there is none."""
    nodes: list[Mapping[str, Any]] = []
    for script in tree.xpath(LINKED_DATA):
        try:
            nodes.extend(_nodes(json.loads(AROUND.sub("", str(script)), strict=False)))
        except (ValueError, RecursionError):
            continue
    return max(nodes, key=lambda node: not _is_page(node), default={})


def _nodes(plain: Any) -> Iterator[Mapping[str, Any]]:
    if isinstance(plain, list):
        for each in plain:
            yield from _nodes(each)
    elif isinstance(plain, dict):
        if any(ARTICLE_TYPES.fullmatch(kind) for kind in _texts(plain.get("@type"))):
            yield plain
        for name in WITHIN:
            yield from _nodes(plain.get(name))


def _is_page(node: Mapping[str, Any]) -> bool:
    return "WebPage" in _texts(node.get("@type"))


def _texts(value: Any) -> list[str]:
    """The strings of a value that may be one, a list of them, or something else."""
    return [each for each in (value if isinstance(value, list) else [value]) if isinstance(each, str) and each.strip()]


def _names(value: Any) -> Iterator[str]:
    """The names of the persons or organizations of schema.org in a value."""
    for each in value if isinstance(value, list) else [value]:
        name = each.get("name") if isinstance(each, dict) else each
        for found in _texts(name):
            if "://" not in found and (clean := tidy(found)):
                yield clean


def _linked_corrections(linked: Mapping[str, Any]) -> Iterator[str]:
    """The notes of correction that the linked data hold (schema.org: CorrectionComment)."""
    value = linked.get("correction")
    for each in value if isinstance(value, list) else [value]:
        for found in _texts(each.get("text") if isinstance(each, dict) else each):
            if "://" not in found and (clean := tidy(found)):
                yield clean


def _look_up(tree: Any, paths: tuple[str, ...]) -> Iterator[str]:
    """What each path finds, one path after the other, and none beyond what is asked for: each walks the whole page."""
    found = (str(value) for path in paths for value in tree.xpath(path))
    return (clean for value in found if (clean := tidy(value)))


def _corrections(tree: Any) -> tuple[str, ...]:
    """The notes of correction among the page's paragraphs, also those that stand outside the article's text."""
    if not may_hold_corrections(str(tree.text_content())):
        return ()
    outer: set[Any] = set()
    blocks = list(tree.iter(*BLOCKS))
    for block in blocks:
        parent = block.getparent()
        while parent is not None and parent not in outer:
            outer.add(parent)
            parent = parent.getparent()
    return find_corrections(block.text_content() for block in blocks if block not in outer)
