"""A record that somebody serves, asked over HTTP: the same questions and the same answers as one that is at hand."""

import base64
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, fields
from http.client import HTTPConnection, HTTPException, HTTPSConnection
from typing import Any
from urllib.parse import urlencode, urlsplit

from onrecord.answers import IN_SHORT, Alike, Answer, Answers, Dossier, Filters, Identity, Month, Passage, Screened
from onrecord.errors import ProblemError, RecordError
from onrecord.export.jsonl import from_dict
from onrecord.model import Record

NO_FILTERS = Filters()
AT_ONCE = 100
"""So many names are screened with one request."""
PROBLEM = "application/problem+json"
CONNECTIONS: Mapping[str, type[HTTPConnection]] = {"http": HTTPConnection, "https": HTTPSConnection}
Told = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Client:
    """A served record at an address such as http://127.0.0.1:8765, with a name and a password where it asks for them.

    Every question raises ProblemError where the server says that something is wrong, and RecordError where it does not
    answer, or answers with something else.
    """

    address: str
    name: str | None = None
    password: str | None = field(default=None, repr=False)
    timeout_seconds: float = 60.0

    def who(self, name: str, filters: Filters = NO_FILTERS) -> Dossier:
        """All there is of the identity that is called so; "#12" is the one with that number."""
        told = self._ask("who", {"name": name}, filters)
        sections = {each: _answers(found) for each, found in told["sections"].items()}
        return Dossier(_identity(told["identity"]), tuple(map(_identity, told["others"])), sections)

    def screen(self, names: Sequence[str], filters: Filters = IN_SHORT) -> tuple[Screened, ...]:
        """What there is of each of many names, in short and in their order, and who else is called nearly so."""
        narrowed = {name: value for name, value in _narrowing(filters).items() if value not in (None, ())}
        asked = [[*names[start : start + AT_ONCE]] for start in range(0, len(names), AT_ONCE)]
        told = (self._fetch("/api/screen", {"names": some, **narrowed})["screened"] for some in asked)
        return tuple(_screened(each) for some in told for each in some)

    def meetings(self, *, of: str | None = None, with_: str | None = None, filters: Filters = NO_FILTERS) -> "Pages":
        """Meetings, visits, calls and talks, of somebody and with somebody."""
        return self._list("meetings", {"of": of, "with": with_}, filters)

    def statements(
        self,
        *,
        by: str | None = None,
        to: str | None = None,
        about: str | None = None,
        text: str | None = None,
        filters: Filters = NO_FILTERS,
    ) -> "Pages":
        """What was said: by somebody, to somebody, mentioning somebody, with all of some words in it."""
        return self._list("statements", {"by": by, "to": to, "about": about, "text": text}, filters)

    def offices(
        self,
        *,
        of: str | None = None,
        country: str | None = None,
        title: str | None = None,
        filters: Filters = NO_FILTERS,
    ) -> "Pages":
        """Who holds, held or will hold which office: of a person or body, of a country, with words in the title."""
        return self._list("offices", {"of": of, "country": country, "text": title}, filters)

    def listings(self, *, of: str | None = None, by: str | None = None, filters: Filters = NO_FILTERS) -> "Pages":
        """Who is under whose sanctions."""
        return self._list("listings", {"of": of, "by": by}, filters)

    def on(self, day: str, filters: Filters = NO_FILTERS) -> "Pages":
        """What is claimed to have been on a day (YYYY-MM-DD), or stands undated in an article of that day."""
        return self._list("on", {"day": day}, filters)

    def between(self, one: str, other: str, filters: Filters = NO_FILTERS) -> "Balanced":
        """Everything between two, and the balance of each month of the first page."""
        told = self._ask("between", {"one": one, "other": other}, filters)
        months = tuple(Month(each["month"], each["counts"]) for each in told["months"])
        return Balanced(_identity(told["one"]), _identity(told["other"]), months, Pages(self, _page(told)))

    def search(self, words: str, filters: Filters = NO_FILTERS) -> "Matches":
        """Statements and articles in which all the words stand; words in double quotes are a phrase."""
        told = self._ask("search", {"q": words}, filters)
        return Matches(Pages(self, _page(told)), tuple(Passage(**each) for each in told["passages"]))

    def read(
        self,
        text: str,
        *,
        title: str | None = None,
        publisher: str | None = None,
        published: str | None = None,
        url: str | None = None,
    ) -> Record:
        """The record of a text; nothing is kept of it. `published` is ISO 8601."""
        given = {"text": text, "title": title, "publisher": publisher, "published": published, "url": url}
        return from_dict(self._fetch("/api/read", {name: each for name, each in given.items() if each is not None}))

    def follow(self, link: str) -> "Page":
        """The page of answers behind the `next` of another one."""
        return _page(self._fetch(link))

    def _list(self, question: str, asked: Mapping[str, str | None], filters: Filters) -> "Pages":
        return Pages(self, _page(self._ask(question, asked, filters)))

    def _ask(self, question: str, asked: Mapping[str, str | None], filters: Filters) -> Told:
        query = {name: value for name, value in {**asked, **_narrowing(filters)}.items() if value not in (None, ())}
        return self._fetch(f"/api/{question}?{urlencode(query, doseq=True)}")

    def _fetch(self, path: str, given: Told | None = None) -> Told:
        """What the server answers to a question, or to a text that is given."""
        where = urlsplit(self.address)
        if where.scheme not in CONNECTIONS or not where.hostname or not path.startswith("/"):
            raise RecordError(f"{self.address} is no address of a record: write http://127.0.0.1:8765")
        headers = {"Accept": f"application/json, {PROBLEM}"}
        if self.name is not None:
            said = base64.b64encode(f"{self.name}:{self.password or ''}".encode()).decode()
            headers["Authorization"] = f"Basic {said}"
        body = None
        if given is not None:
            body, headers["Content-Type"] = json.dumps(given), "application/json"
        line = CONNECTIONS[where.scheme](where.hostname, where.port, timeout=self.timeout_seconds)
        try:
            line.request("GET" if body is None else "POST", path, body, headers)
            answer = line.getresponse()
            content, kind = answer.read(), answer.headers.get_content_type()
        except (OSError, HTTPException) as error:
            raise RecordError(f"{self.address} does not answer ({error}): check that `onrecord serve` runs") from error
        finally:
            line.close()
        return _told(content, kind, self.address, answer.getheader("Retry-After"))


@dataclass(frozen=True, slots=True)
class Page:
    """Some answers, the latest first, of `total` in all; `next` leads to those behind them, None on the last page."""

    answers: Answers
    next: str | None

    @property
    def total(self) -> int:
        """How many answers there are on all pages."""
        return self.answers.total


@dataclass(frozen=True, slots=True)
class Pages:
    """All answers to a question: going through them asks for page after page, as they are needed."""

    client: Client = field(repr=False)
    first: Page

    @property
    def total(self) -> int:
        """How many answers there are."""
        return self.first.total

    def pages(self) -> Iterator[Page]:
        """Each page, the first one first."""
        page = self.first
        yield page
        while page.next is not None:
            page = self.client.follow(page.next)
            yield page

    def all(self) -> Answers:
        """The answers of all pages at once, such as for a table: `.all().to_pandas()`."""
        found = tuple(self)
        return Answers(found, max(len(found), self.total))

    def __iter__(self) -> Iterator[Answer]:
        return (answer for page in self.pages() for answer in page.answers)


@dataclass(frozen=True, slots=True)
class Balanced:
    """Everything between two identities, and the balance of the months of its first page."""

    one: Identity
    other: Identity
    months: tuple[Month, ...]
    answers: Pages


@dataclass(frozen=True, slots=True)
class Matches:
    """What a search found: statements that hold all the words, and passages of articles, the best first."""

    statements: Pages
    passages: Sequence[Passage]


def _narrowing(filters: Filters) -> Told:
    """The fields that narrow a question. Raises RecordError for the one that a served record does not have."""
    if filters.after is not None:
        raise RecordError("a served record has no `after`: go through the answers, and page follows on page")
    return {
        "since": filters.since, "until": filters.until, "status": filters.statuses,
        "min_confidence": filters.min_confidence, "publisher": filters.publisher, "sources": filters.sources,
        "limit": filters.limit,
    }  # fmt: skip


def _told(content: bytes, kind: str, address: str, wait: str | None) -> Told:
    """The JSON of an answer. Raises ProblemError for a problem document, RecordError for anything else."""
    try:
        told = json.loads(content) if kind in (PROBLEM, "application/json") else None
    except ValueError:
        told = None
    if not isinstance(told, dict):
        raise RecordError(f"{address} answers with {kind}, not as a record does: check the address")
    if kind == PROBLEM:
        seconds = float(wait) if wait and wait.isdecimal() else None
        raise ProblemError(str(told.get("detail")), int(told.get("status", 0)), str(told.get("title")), seconds)
    return told


def _page(told: Told) -> Page:
    listed: Told = told.get("statements", told)
    return Page(_answers(listed), told["next"])


def _answers(told: Told) -> Answers:
    return Answers(tuple(map(_answer, told["answers"])), told["total"])


def _answer(told: Told) -> Answer:
    return Answer(**{each.name: _fixed(told[each.name]) for each in fields(Answer)})


def _screened(told: Told) -> Screened:
    identity, others = told["identity"], tuple(map(_identity, told["others"]))
    alike = (Alike(_identity(each["identity"]), each["name"], each["likeness"]) for each in told["alike"])
    offices, listings = _answers(told["offices"]), _answers(told["listings"])
    meant = identity and _identity(identity)
    return Screened(told["name"], meant, others, offices, listings, told["claims"], told["in_part"], tuple(alike))


def _identity(told: Told) -> Identity:
    return Identity(**{each.name: _fixed(told[each.name]) for each in fields(Identity)})


def _fixed(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value
