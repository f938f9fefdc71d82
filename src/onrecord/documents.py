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
HEAD_CHARACTERS = 4 * LONGEST_HEADLINE
"""In so many of its first characters an article without a title is called something."""
LABELLED = re.compile(
    r"(?:date\b[^:]{0,15}|(?:published|posted|issued|released|updated|embargo\w*)(?: (?:on|at|until))?"
    r"|sent|from|to|cc)\s*:",
    re.IGNORECASE,
)
"""What opens a line of a head that tells when or by whom, and not what."""
KIND_OF_TEXT = re.compile(
    r"\b(?:for|immediate|press|media|news|public|official|release|notice|advisory|statement|communiqu[eé]|bulletin"
    r"|breaking|exclusive|jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?|(?:mon|tues|wednes|thurs|fri|satur|sun)day|no)\b|[\W\d_]+",
    re.IGNORECASE,
)
"""Words that say of a text no more than what kind of text it is and of which day."""
DATE = re.compile(r"\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d.*)?")


def document_id(text: str, url: str | None = None) -> str:
    """The id of an article: the same text from the same address always gets the same one."""
    digest = hashlib.sha256(f"{url or ''}\n{text}".encode("utf-8", "surrogatepass"))
    return digest.hexdigest()[:ID_DIGITS]


def headline_of(title: str | None, text: str) -> str:
    """What an article is called: its title, else the first line of its text that says something ("NOTICE" does not),
    cut at a word where it is long.
    """
    if title:
        return title
    lines = [told for line in text.lstrip()[:HEAD_CHARACTERS].split("\n") if (told := " ".join(line.split()))]
    line = next((each for each in lines if not LABELLED.match(each) and KIND_OF_TEXT.sub("", each)), (lines or [""])[0])
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
