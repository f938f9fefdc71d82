"""What makes a document out of an article's text: its id, and a check of its publication date."""

import hashlib
import re
from datetime import datetime

from onrecord.errors import SourceError

ID_DIGITS = 16
DATE = re.compile(r"\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d.*)?")


def document_id(text: str, url: str | None = None) -> str:
    """The id of an article: the same text from the same address always gets the same one."""
    digest = hashlib.sha256(f"{url or ''}\n{text}".encode("utf-8", "surrogatepass"))
    return digest.hexdigest()[:ID_DIGITS]


def is_date(value: str) -> bool:
    """True for an ISO 8601 date or date-time, such as 2024-11-06 or 2024-11-06T09:30:00Z."""
    if not DATE.fullmatch(value):
        return False
    try:
        datetime.fromisoformat(value)
    except ValueError:
        return False
    return True


def check_published(published: str | None, *, where: str) -> str | None:
    """The publication date as given. Raises SourceError, which names `where` it stood, when it is no ISO 8601 date."""
    if published is None or is_date(published):
        return published
    raise SourceError(
        f"{where}: the date {published[:40]!r} is not ISO 8601: write it like 2024-11-06 or 2024-11-06T09:30:00Z"
    )
