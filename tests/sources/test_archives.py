"""Tests of ZIP and gzip: what lies in them is read as if unpacked, and bombs, cut and foreign archives are told."""

import gzip
import io
import json
import zipfile
from pathlib import Path

import pytest
from outside import outside

from onrecord.errors import SourceError
from onrecord.model import Document
from onrecord.sources import Given, count_articles, read_sources
from onrecord.sources.gzip import FREE_BYTES
from onrecord.sources.inputs import Found

TEXT = "Foreign Minister Ana Belu said on Tuesday that Velmark would not sign the pact."
PAGE = f"<html><head><title>Pact</title></head><body><article><p>{TEXT * 3}</p></article></body></html>"
LINES = "".join(json.dumps({"text": f"{number} {TEXT}"}) + "\n" for number in range(3))


def zipped(members: dict[str, bytes | str], packing: int = zipfile.ZIP_DEFLATED) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", packing) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return out.getvalue()


def found(path: Path, content: bytes) -> list[Found]:
    path.write_bytes(content)
    return list(read_sources([str(path)], given=Given(), outside=outside()))


def test_a_zip_of_every_kind(tmp_path: Path) -> None:
    members: dict[str, bytes | str] = {
        "a.txt": TEXT, "sub/b.html": PAGE, "c.jsonl": LINES, "d.jsonl.gz": gzip.compress(LINES.encode()),
        "style.css": "p {}", "__MACOSX/a.txt": TEXT, ".hidden": TEXT, "e.zip": zipped({"f.txt": TEXT}),
        "empty.txt": "",
    }  # fmt: skip
    path = tmp_path / "all.zip"
    out = found(path, zipped(members))
    origins = [each.source for each in out if isinstance(each, Document)]
    assert origins == [
        f"{path}/a.txt", f"{path}/sub/b.html", *(f"{path}/c.jsonl line {n}" for n in (1, 2, 3)),
        *(f"{path}/d.jsonl.gz line {n}" for n in (1, 2, 3)), f"{path}/e.zip/f.txt",
    ]  # fmt: skip
    [error] = [each for each in out if isinstance(each, SourceError)]
    assert f"{path}/empty.txt is empty" in str(error)


def test_a_zip_on_standard_input_that_cannot_be_wound_back() -> None:
    class Pipe(io.BytesIO):
        def seekable(self) -> bool:
            return False

    where = outside()
    where = type(where)(Pipe(zipped({"a.txt": TEXT})), where.fetch, where.visit, where.now)
    [document] = read_sources(["-"], given=Given(), outside=where)
    assert isinstance(document, Document)
    assert document.source == "standard input/a.txt"


def test_archives_deep_in_archives_are_refused(tmp_path: Path) -> None:
    deep = zipped({"a.zip": zipped({"b.zip": zipped({"c.txt": TEXT})}), "d.txt": TEXT})
    [error, document] = found(tmp_path / "deep.zip", deep)
    assert "deep.zip/a.zip/b.zip lies in 2 archives" in str(error)
    assert isinstance(document, Document)


@pytest.mark.parametrize("name", ["bomb.zip", "bomb.txt.gz", "bomb.jsonl.gz"])
def test_bombs_are_refused(tmp_path: Path, name: str) -> None:
    blank = b"\n" * (FREE_BYTES * 2)
    content = zipped({"a.jsonl": blank}) if name.endswith("zip") else gzip.compress(blank)
    [error] = found(tmp_path / name, content)
    assert isinstance(error, SourceError)
    assert "times its size" in str(error) or "larger than" in str(error)


def test_a_bomb_within_a_zip_costs_only_itself(tmp_path: Path) -> None:
    bomb = zipped({"a.jsonl": b"\n" * (FREE_BYTES * 2)})
    [error, document] = found(tmp_path / "two.zip", zipped({"bomb.zip": bomb, "a.txt": TEXT}, zipfile.ZIP_STORED))
    assert "two.zip/bomb.zip holds a.jsonl" in str(error)
    assert isinstance(document, Document)


def test_a_size_that_lies_gives_no_more_than_it_says(tmp_path: Path) -> None:
    content = bytearray(zipped({"a.txt": TEXT * 100}))
    at = content.index(b"PK\x01\x02") + 24
    content[at : at + 4] = (100).to_bytes(4, "little")
    [error] = found(tmp_path / "lie.zip", bytes(content))
    assert "lie.zip/a.txt cannot be unpacked" in str(error)


def test_office_files_and_broken_and_empty_archives_are_told(tmp_path: Path) -> None:
    whole = zipped({"a.txt": TEXT, "b.txt": TEXT})
    cases = {
        "paper.docx": (zipped({"[Content_Types].xml": "<Types/>"}), "is a Word, ODF or EPUB file"),
        "paper.odt": (zipped({"mimetype": "application/vnd.oasis"}), "is a Word, ODF or EPUB file"),
        "empty.zip": (zipped({}), "is an empty ZIP file"),
        "cut.zip": (whole[: len(whole) // 2], "cannot be opened"),
    }
    for name, (content, message) in cases.items():
        [error] = found(tmp_path / name, content)
        assert message in str(error)
        assert name in str(error)


def test_a_locked_member_is_told(tmp_path: Path) -> None:
    content = bytearray(zipped({"a.txt": TEXT}, zipfile.ZIP_STORED))
    for signature, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        content[content.index(signature) + offset] |= 1
    [error] = found(tmp_path / "locked.zip", bytes(content))
    assert "locked.zip/a.txt cannot be unpacked" in str(error)


def test_a_gzip_that_is_cut_keeps_what_was_whole(tmp_path: Path) -> None:
    content = b"".join(gzip.compress(line.encode()) for line in LINES.splitlines(keepends=True))
    out = found(tmp_path / "cut.jsonl.gz", content[:-10])
    assert [isinstance(each, Document) for each in out] == [True, True, False]
    assert "cut.jsonl.gz is cut off or damaged near byte" in str(out[-1])


def test_names_in_archives_are_shown_on_one_line(tmp_path: Path) -> None:
    [error] = found(tmp_path / "odd.zip", zipped({"a\x1b[31m\nb.txt": ""}))
    assert "odd.zip/a\\x1b[31m\\nb.txt is empty" in str(error)


def test_articles_are_counted_wherever_they_lie(tmp_path: Path) -> None:
    lines = b'{"text": "A"}\n\n{"text": "B"}\n'
    (tmp_path / "a.jsonl").write_bytes(lines)
    (tmp_path / "b.jsonl.gz").write_bytes(gzip.compress(lines * 2))
    with zipfile.ZipFile(tmp_path / "c.zip", "w") as archive:
        archive.writestr("a.txt", "Ana met Tor.")
        archive.writestr("b.jsonl", lines)
        archive.writestr("picture.png", b"\x89PNG")
    (tmp_path / "d.xml").write_bytes(b"<rss><channel><item><title>A</title></item><item></item></channel></rss>")
    (tmp_path / "e.zip").write_bytes(b"PK\x03\x04 broken")
    found = {path.name: count_articles([str(path)]) for path in sorted(tmp_path.iterdir())}
    assert found == {"a.jsonl": 2, "b.jsonl.gz": 4, "c.zip": 3, "d.xml": 2, "e.zip": 1}
    assert count_articles(["https://post.example/feed", str(tmp_path / "nothing.txt"), "-"]) == 3
