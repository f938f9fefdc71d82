"""Markdown into a document: its words without their marks, the first heading as title, what its front matter says."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from onrecord.documents import is_date
from onrecord.errors import SourceError
from onrecord.model import Document
from onrecord.sources.content import Said, decode, make_document, read_content
from onrecord.sources.inputs import Source, tidy

if TYPE_CHECKING:
    from markdown_it.token import Token

FRONT_MATTER = re.compile(r"\A---[ \t]*\r?\n(.*?)^(?:---|\.\.\.)[ \t]*$", re.DOTALL | re.MULTILINE)
FIELD = re.compile(r"^(\w+)[ \t]*:[ \t]*(.+?)[ \t]*$", re.MULTILINE)
ZONE = re.compile(r"\s+(?=[+-]\d\d:?\d\d$)")
ITEM = "- "


def read_markdown(source: Source) -> Document:
    """The document of an article in Markdown (CommonMark). Raises SourceError when there is no readable text."""
    from markdown_it import MarkdownIt  # this waits until there is such a file

    content = decode(read_content(source), where=source.where)
    matter = FRONT_MATTER.match(content)
    fields = _fields(matter[1]) if matter else {}
    blocks = list(_blocks(MarkdownIt("commonmark").parse(content[matter.end() :] if matter else content)))
    title = fields.get("title")
    if blocks and blocks[0][0] == "heading" and title in (None, blocks[0][1]):
        title = blocks.pop(0)[1]
    text = "\n\n".join(words for _kind, words in blocks)
    if not text:
        raise SourceError(f"{source.where} has no text but a heading: give it an article's text or leave it out")
    published = _moment(fields.get("date") or fields.get("published"))
    said = Said(title=title, author=fields.get("author"), publisher=fields.get("publisher"), published=published)
    return make_document(text, said, source)


def _fields(matter: str) -> Mapping[str, str]:
    """The fields of front matter (YAML) that stand on one line."""
    found = {name.lower(): value.strip("\"'") for name, value in FIELD.findall(matter)}
    return {name: tidied for name, value in found.items() if (tidied := tidy(value))}


def _moment(value: str | None) -> str | None:
    """The date, or the moment, that a field gives as ISO 8601, a blank before the zone allowed."""
    value = ZONE.sub("", value or "")
    return value.replace(" ", "T") if is_date(value) else None


def _blocks(tokens: Sequence["Token"]) -> Iterator[tuple[str, str]]:
    """Headings and paragraphs, with which of them each is; code, rules and raw HTML are none."""
    opens_item = False
    for before, token in zip([None, *tokens], tokens, strict=False):
        opens_item = opens_item or token.type == "list_item_open"
        if token.type == "inline" and (words := _words(token).strip()):
            kind = "heading" if before and before.type == "heading_open" else "paragraph"
            yield kind, f"{ITEM if opens_item else ''}{words}"
            opens_item = False


def _words(inline: "Token") -> str:
    """What people read of a line: pictures and tags are left out, the words of links stay."""
    return "".join(
        " " if part.type in ("softbreak", "hardbreak") else part.content
        for part in inline.children or ()
        if part.type in ("text", "code_inline", "softbreak", "hardbreak")
    )
