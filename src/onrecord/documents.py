"""What makes a document out of an article's text: its id, what it is called, and a check of its publication date."""

import hashlib
import re
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime

from onrecord.errors import SourceError
from onrecord.model import Document

ID_DIGITS = 16
LONGEST_HEADLINE = 100
"""A first line that is longer is cut at a word."""
DATE = re.compile(r"\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d.*)?")


def document_id(text: str, url: str | None = None) -> str:
    """The id of an article: the same text from the same address always gets the same one."""
    digest = hashlib.sha256(f"{url or ''}\n{text}".encode("utf-8", "surrogatepass"))
    return digest.hexdigest()[:ID_DIGITS]


def headline_of(title: str | None, text: str) -> str:
    """What an article is called: its title, else the first line of its text, cut at a word where it is long."""
    if title:
        return title
    line = " ".join(text.lstrip()[: 2 * LONGEST_HEADLINE].partition("\n")[0].split())
    cut = line[:LONGEST_HEADLINE]
    return line if len(line) <= LONGEST_HEADLINE else f"{cut.rpartition(' ')[0] or cut} …"


def is_date(value: str) -> bool:
    """True for an ISO 8601 date or date-time, such as 2024-11-06 or 2024-11-06T09:30:00Z."""
    if not DATE.fullmatch(value):
        return False
    try:
        datetime.fromisoformat(value)
    except ValueError:
        return False
    return True


def read_moment(value: str) -> str | None:
    """The date or date-time as ISO 8601, from that or from RFC 822 ("Wed, 06 Nov 2024 09:30:00 +0100"); else None."""
    value = value.strip()
    if is_date(value):
        return value
    try:
        return parsedate_to_datetime(value).isoformat()
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def is_after(published: str, now: datetime) -> bool:
    """True when an ISO 8601 date or date-time is still to come; a day is allowed for, as the zone may be unknown."""
    moment = datetime.fromisoformat(published)
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=UTC)
    return moment - now > timedelta(days=1)


def is_english(document: Document) -> bool:
    """True for a document in English, the only language that is read so far."""
    return document.language.split("-")[0].lower() == "en"


def check_published(published: str | None, *, where: str) -> str | None:
    """The publication date as given. Raises SourceError, which names `where` it stood, when it is no ISO 8601 date."""
    if published is None or is_date(published):
        return published
    raise SourceError(
        f"{where}: the date {published[:40]!r} is not ISO 8601: write it like 2024-11-06 or 2024-11-06T09:30:00Z"
    )
