"""KINDS: what an input is, told by how it starts and by how its name ends."""

import re
from typing import Literal

Kind = Literal["zip", "gzip", "warc", "feed", "lines", "html", "markdown", "text"]

HEAD_BYTES = 4096
"""So much of the start of an input is looked at."""
GZIP = b"\x1f\x8b"
WARC = b"WARC/"
ZIPS = (b"PK\x03\x04", b"PK\x05\x06")
HTML_STARTS = (b"<!doctype html", b"<html", b"<?xml")
HTML_SUFFIXES = frozenset({".htm", ".html", ".xhtml"})
LINES_SUFFIXES = frozenset({".ijson", ".json", ".jsonl", ".ndjson"})
MARKDOWN_SUFFIXES = frozenset({".markdown", ".md"})
TEXT_SUFFIXES = frozenset({".text", ".txt"})
FEED = re.compile(rb"(?:\s|<\?.*?\?>|<!--.*?-->|<!DOCTYPE\b[^>]*>)*<(?:\w+:)?(?:rss|feed|rdf)\b", re.DOTALL | re.I)
MARK = b"\xef\xbb\xbf"


def kind_of(suffix: str, head: bytes) -> Kind:
    """What an input is: its first bytes tell archives, feeds and pages, its name the rest; else it is text."""
    if head.startswith(ZIPS):
        return "zip"
    if head.startswith(GZIP):
        return "gzip"
    if head.startswith(WARC):
        return "warc"
    start = _narrow(head).removeprefix(MARK).lstrip()
    if FEED.match(start):
        return "feed"
    if suffix in LINES_SUFFIXES:
        return "lines"
    if suffix in HTML_SUFFIXES or start[:20].lower().startswith(HTML_STARTS):
        return "html"
    if suffix in MARKDOWN_SUFFIXES:
        return "markdown"
    if suffix not in TEXT_SUFFIXES and start.startswith(b"{") and not start.startswith(b"{\\rtf"):
        return "lines"
    return "text"


def _narrow(head: bytes) -> bytes:
    """The start of UTF-16 in one byte for each character, so that one pattern reads both."""
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return head[: len(head) & ~1].decode("utf-16", "replace").encode("latin-1", "replace")
    return head
