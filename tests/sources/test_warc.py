"""Tests of WARC: one document for each page, and of a file that is cut off all that was whole and one error."""

import gzip
from pathlib import Path

import brotli
import pytest
from outside import outside

from onrecord.errors import SourceError
from onrecord.model import Document
from onrecord.sources import Given, count_articles, read_sources
from onrecord.sources.content import MAX_BYTES
from onrecord.sources.inputs import Found

TEXT = "Foreign Minister Ana Belu said on Tuesday that Velmark would not sign the pact. "
HTML = "text/html; charset=utf-8"


def record(
    number: int, body: bytes | None = None, status: str = "200 OK", headers: str = f"Content-Type: {HTML}"
) -> bytes:
    """A record as Common Crawl writes it: the answer of a server, with its head."""
    page = f"<html><body><article><p>Number {number}. {TEXT * 3}</p></article></body></html>".encode()
    answer = f"HTTP/1.1 {status}\r\n{headers}\r\n\r\n".encode() + (page if body is None else body)
    return block("response", answer, f"WARC-Target-URI: https://post.example/{number}\r\n", "http; msgtype=response")


def block(kind: str, content: bytes, headers: str = "", media: str = "warc-fields") -> bytes:
    head = (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\n{headers}WARC-Date: 2024-11-06T09:30:00Z\r\n"
        f"Content-Type: application/{media}\r\nContent-Length: {len(content)}\r\n\r\n"
    )
    return head.encode() + content + b"\r\n\r\n"


def found(path: Path, *records: bytes, packed: bool = False, cut: int = 0) -> list[Found]:
    content = b"".join(map(gzip.compress if packed else bytes, records))
    path.write_bytes(content[: len(content) - cut])
    return list(read_sources([str(path)], given=Given(), outside=outside()))


@pytest.mark.parametrize("name", ["a.warc", "a.warc.gz"])
def test_each_page_that_was_answered_is_a_document(tmp_path: Path, name: str) -> None:
    rest = [
        block("warcinfo", b"software: test"), record(1), block("request", b"GET / HTTP/1.1\r\n\r\n"),
        record(2, status="404 Not Found"), record(3, b"\x89PNG", headers="Content-Type: image/png"),
        record(4, b"<html><body><nav>Home</nav></body></html>"), record(5), block("metadata", b"fetchTimeMs: 3"),
    ]  # fmt: skip
    path = tmp_path / name
    out = found(path, *rest, packed=name.endswith("gz"))
    [first, nothing, last] = out
    assert isinstance(first, Document)
    assert (first.url, first.fetched) == ("https://post.example/1", "2024-11-06T09:30:00+00:00")
    assert first.source == f"{path}: https://post.example/1"
    assert first.text.startswith("Number 1.")
    assert isinstance(last, Document)
    assert str(nothing).startswith(f"{path}: https://post.example/4 holds no article")


@pytest.mark.parametrize("share", [0.05, 0.4, 0.7, 0.95])
@pytest.mark.parametrize("packed", [False, True])
def test_a_file_that_is_cut_keeps_what_was_whole(tmp_path: Path, share: float, packed: bool) -> None:
    path = tmp_path / ("a.warc.gz" if packed else "a.warc")
    last = len(gzip.compress(record(3)) if packed else record(3))
    out = found(path, record(1), record(2), record(3), packed=packed, cut=int(last * share))
    assert [type(each) for each in out] == [Document, Document, SourceError]
    assert str(out[-1]).startswith(f"{path} is cut off or damaged")
    assert "byte " in str(out[-1])


def test_damage_in_the_middle_ends_the_file_with_an_error(tmp_path: Path) -> None:
    out = found(tmp_path / "a.warc", record(1), b"no record at all\r\n\r\n" * 9, record(2))
    assert isinstance(out[0], Document)
    assert "is cut off or damaged at byte" in str(out[-1])


def test_answers_are_unpacked_as_they_say(tmp_path: Path) -> None:
    page = f"<html><body><article><p>{TEXT * 3}</p></article></body></html>".encode()
    chunked = f"{len(page):x}\r\n".encode() + page + b"\r\n0\r\n\r\n"
    latin = page.replace(b"Ana", "Añá".encode("latin-1"))
    out = found(
        tmp_path / "a.warc",
        record(1, chunked, headers=f"Content-Type: {HTML}\r\nTransfer-Encoding: chunked"),
        record(2, gzip.compress(page), headers=f"Content-Type: {HTML}\r\nContent-Encoding: gzip"),
        record(3, b"\x1f\x8b no gzip", headers=f"Content-Type: {HTML}\r\nContent-Encoding: gzip"),
        record(4, latin, headers="Content-Type: text/html; charset=iso-8859-1"),
    )
    assert [type(each) for each in out] == [Document, Document, SourceError, Document]
    assert isinstance(out[3], Document)
    assert "Añá Belu" in out[3].text
    assert "https://post.example/3 cannot be unpacked" in str(out[2])


def test_a_page_that_is_too_large_costs_only_itself(tmp_path: Path) -> None:
    out = found(tmp_path / "a.warc.gz", record(1, b" " * (MAX_BYTES + 9)), record(2), packed=True)
    assert "https://post.example/1 is larger than" in str(out[0])
    assert isinstance(out[1], Document)


def packed_page(*encodings: str) -> bytes:
    page = f"<html lang='en'><body><article><p>{TEXT * 3}</p></article></body></html>".encode()
    for encoding in encodings:
        if encoding == "br":
            page = brotli.compress(page)
        elif encoding == "gzip":
            page = gzip.compress(page)
        else:
            page = b"".join(f"{len(part):x}\r\n".encode() + part + b"\r\n" for part in (page[:99], page[99:], b""))
    return page


@pytest.mark.parametrize(
    ("headers", "encodings"),
    [
        ("Content-Encoding: br", ("br",)),
        ("Content-Encoding: gzip\r\nTransfer-Encoding: chunked", ("gzip", "chunked")),
        # As Common Crawl publishes CC-NEWS: unpacked, with the head as it came, or with its lines renamed.
        ("Content-Encoding: gzip", ()),
        ("Content-Encoding: br", ()),
        ("Content-Encoding: gzip\r\nTransfer-Encoding: chunked", ()),
        ("X-Crawl-Content-Encoding: gzip\r\nX-Crawl-Transfer-Encoding: chunked", ()),
    ],
)
def test_pages_are_read_in_every_way_that_crawlers_keep_them(
    tmp_path: Path, headers: str, encodings: tuple[str, ...]
) -> None:
    kept = record(1, packed_page(*encodings), headers=f"Content-Type: {HTML}\r\n{headers}")
    [document] = found(tmp_path / "a.warc.gz", block("warcinfo", b"software: test"), kept, packed=True)
    assert isinstance(document, Document), document
    assert document.text.strip() == (TEXT * 3).strip()


def test_pages_in_other_charsets_and_languages_are_kept_as_they_are(tmp_path: Path) -> None:
    page = "<html><head>{}</head><body><article><p>{}</p></article></body></html>".format
    russian = "Министр иностранных дел заявил во вторник, что страна не подпишет договор с соседями. " * 4
    cases = [
        (page("", russian).encode("windows-1251"), "text/html; charset=windows-1251", russian),
        (page('<meta charset="windows-1251">', russian).encode("windows-1251"), "text/html", russian),
        (
            page("", "Ana said “no” – twice. " + TEXT * 3).encode("windows-1252"),
            "text/html; charset=iso-8859-1",
            "“no” –",
        ),
        (page("", TEXT * 3).encode(), "text/html; charset=nonsense-9", TEXT),
    ]
    records = [record(n, body, headers=f"Content-Type: {kind}") for n, (body, kind, _) in enumerate(cases)]
    out = found(tmp_path / "a.warc.gz", *records, packed=True)
    for (_, _, words), document in zip(cases, out, strict=True):
        assert isinstance(document, Document), document
        assert words.strip() in document.text
    assert [document.language for document in out if isinstance(document, Document)] == ["ru", "ru", "en", "en"]


@pytest.mark.parametrize("packed", [False, True])
def test_the_pages_of_an_archive_are_counted_by_their_heads(tmp_path: Path, packed: bool) -> None:
    rest = [record(1), record(2, status="404 Not Found"), record(3, b"x", headers="Content-Type: image/png"), record(4)]
    path = tmp_path / ("a.warc.gz" if packed else "a.warc")
    found(path, block("warcinfo", b"software: test"), *rest, packed=packed)
    assert count_articles([str(path)]) == 2
