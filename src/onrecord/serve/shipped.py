"""The style sheets, scripts and fonts that pages load: from the package, compressed once, kept by browsers."""

import gzip
import hashlib
import re
from dataclasses import dataclass
from functools import cache
from importlib import resources
from pathlib import PurePosixPath

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

TYPES = {
    ".woff2": "font/woff2", ".svg": "image/svg+xml", ".js": "text/javascript", ".txt": "text/plain", ".css": "text/css",
}  # fmt: skip
"""What is shipped; style sheets last, since they name the others."""
FOLDER = "/static/"
FOREVER = "public, max-age=31536000, immutable"
"""The address changes with the content, so that a browser may keep it."""
LOADED = re.compile(rb"url\(([\w.-]+)\)")

router = APIRouter(include_in_schema=False)


@dataclass(frozen=True, slots=True)
class Shipped:
    """One file: its bytes as they are and compressed, its type, and a mark of its content."""

    content: bytes
    compressed: bytes
    type: str
    mark: str


@cache
def shipped() -> dict[str, Shipped]:
    """Every file, by name."""
    files: dict[str, Shipped] = {}
    found = [
        (PurePosixPath(file.name), file) for file in resources.files("onrecord.serve").joinpath("static").iterdir()
    ]
    for suffix, kind in TYPES.items():
        for name, file in found:
            if name.suffix == suffix:
                content = LOADED.sub(lambda each: _address(files, each[1].decode()), file.read_bytes())
                mark = hashlib.sha256(content).hexdigest()[:12]
                files[name.name] = Shipped(content, gzip.compress(content, 9, mtime=0), kind, mark)
    return files


def _address(files: dict[str, Shipped], name: str) -> bytes:
    return f"url({FOLDER}{files[name].mark}/{name})".encode()


def address_of(name: str) -> str:
    """Where a page loads the file from."""
    return f"{FOLDER}{shipped()[name].mark}/{name}"


@router.api_route(FOLDER + "{mark}/{name}", methods=["GET", "HEAD"])
def file(request: Request, mark: str, name: str) -> Response:
    """A shipped file."""
    found = shipped().get(name)
    if found is None or found.mark != mark:
        return Response("There is no such file.", 404, media_type="text/plain")
    headers = {"Cache-Control": FOREVER, "Vary": "Accept-Encoding", "ETag": f'"{found.mark}"'}
    if len(found.compressed) < len(found.content) and "gzip" in request.headers.get("accept-encoding", ""):
        return Response(found.compressed, headers=headers | {"Content-Encoding": "gzip"}, media_type=found.type)
    return Response(found.content, headers=headers, media_type=found.type)
