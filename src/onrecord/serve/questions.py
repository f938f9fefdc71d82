"""What can be asked over HTTP, in the words of `onrecord ask`: query parameters, and the record's answers to them."""

import base64
import binascii
from dataclasses import replace
from datetime import date
from typing import Annotated, Any

from fastapi import Query
from pydantic import AfterValidator, BaseModel, BeforeValidator, Field, StringConstraints, WithJsonSchema
from starlette.requests import Request

from onrecord.answers import Answers, Filters, Month
from onrecord.errors import RecordError
from onrecord.model import ClaimKind, Status
from onrecord.record.inquiry import Inquiry

MOST_ANSWERS = 500
LARGEST = 2**31 - 1


def _none_for_empty(value: Any) -> Any:
    """Fields that a form left empty are not asked for."""
    return None if isinstance(value, str) and not value.strip() else value


def without_empty(value: Any) -> Any:
    """The values of a field that may be given several times, without those that a form left empty."""
    return [each for each in value if each != ""] if isinstance(value, list) else value


def _that_is(value: str) -> str:
    """A day that the calendar has. Raises ValueError for any other."""
    try:
        date.fromisoformat(value)
    except ValueError as error:
        raise ValueError(f"{value} is no day of the calendar") from error
    return value


DAY = r"^[12]\d{3}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$"
NO_NUL = "^[^\\x00]*$"
"""What a database takes for text: everything but the character 0."""
CURSOR = r"^[A-Za-z0-9_-]{1,20}$"
Text = Annotated[str, StringConstraints(max_length=200, pattern=NO_NUL)]
ADay = Annotated[
    str, StringConstraints(pattern=DAY), AfterValidator(_that_is), Field(json_schema_extra={"format": "date"})
]
Words = Annotated[Text | None, BeforeValidator(_none_for_empty), Field()]
EMPTY, NOTHING = {"type": "string", "const": ""}, {"type": "null"}
Day = Annotated[
    ADay | None,
    BeforeValidator(_none_for_empty),
    WithJsonSchema({"anyOf": [{"type": "string", "format": "date", "pattern": DAY}, EMPTY, NOTHING]}),
]
Cursor = Annotated[
    Annotated[str, StringConstraints(pattern=CURSOR)] | None,
    BeforeValidator(_none_for_empty),
    WithJsonSchema({"anyOf": [{"type": "string", "pattern": CURSOR}, EMPTY, NOTHING]}),
]
Number = Annotated[Annotated[int, Field(ge=1, le=LARGEST)] | None, BeforeValidator(_none_for_empty)]
Line = Annotated[str, StringConstraints(max_length=2000, pattern=NO_NUL)] | None


class Filtered(BaseModel):
    """Which claims are asked for, in any question."""

    since: Day = Field(None, description="From this day on, such as 2024-11-06.")
    until: Day = Field(None, description="Up to this day.")
    status: Annotated[list[Status], BeforeValidator(without_empty)] = Field(
        default_factory=list, description="Told so; may be given several times.", max_length=5
    )
    min_confidence: float = Field(0.0, ge=0, le=1, description="At least so sure, from 0 to 1.")
    publisher: Words = Field(None, description="From publishers with this in the name.")
    sources: int = Field(1, ge=1, le=1000, description="Told by at least so many independent sources.")
    limit: int = Field(50, ge=1, le=MOST_ANSWERS, description="At most so many answers.")

    def filters(self) -> Filters:
        """The filters as the record takes them."""
        return Filters(
            self.since, self.until, tuple(self.status), self.min_confidence, self.publisher, self.sources, self.limit
        )

    @property
    def is_narrowed(self) -> bool:
        """True where something but the page is asked for."""
        return bool(self.model_fields_set - {"limit", "after"})


class Narrowed(Filtered):
    """As Filtered, page by page."""

    after: Cursor = Field(None, description="The next page, as the `next` of this one has it.")

    def filters(self) -> Filters:
        """The filters as the record takes them. Raises RecordError for a cursor that is none of ours."""
        return replace(super().filters(), after=None if self.after is None else _number(self.after))


class Named(Filtered):
    """Of whom everything is asked for."""

    name: Text = Field(description="A name, or #12 for the one with that number.", min_length=1)


class Sided(Narrowed):
    """Between which two everything is asked for."""

    one: Text = Field(description="A name, or #12 for the one with that number.", min_length=1)
    other: Text = Field(description="The other side.", min_length=1)


class Dated(Narrowed):
    """Of which day everything is asked for."""

    day: ADay = Field(description="The day, such as 2024-11-06.")


class Worded(Narrowed):
    """Which words are searched for."""

    q: Text = Field(description="Words; in double quotes, a phrase.", min_length=1)


class Meetings(Narrowed):
    """Which meetings are asked for."""

    of: Words = Field(None, description="Of whom: a name, or #12 for the one with that number.")
    with_: Words = Field(None, alias="with", description="With whom.")


class Statements(Narrowed):
    """Which statements are asked for."""

    by: Words = Field(None, description="By whom.")
    to: Words = Field(None, description="To whom.")
    about: Words = Field(None, description="That mention whom.")
    text: Words = Field(None, description="With all these words.")


class Offices(Narrowed):
    """Which offices are asked for."""

    of: Words = Field(None, description="Of a person or a body.")
    country: Words = Field(None, description="Of which country.")
    text: Words = Field(None, description="With these words in the title.")


class Listings(Narrowed):
    """Which listings are asked for."""

    of: Words = Field(None, description="Of whom.")
    by: Words = Field(None, description="On whose list.")


class Claims(Narrowed):
    """Which claims of any kind are asked for."""

    of: Words = Field(None, description="Of whom.")
    kind: Annotated[list[ClaimKind], BeforeValidator(without_empty)] = Field(
        default_factory=list, description="Of which kinds; may be given several times.", max_length=5
    )


Asked = Meetings | Statements | Offices | Listings | Claims
NarrowedBy = Annotated[Narrowed, Query()]


def answer(inquiry: Inquiry, asked: Asked) -> Answers:
    """The answers of the record. Raises RecordError where a name is nobody's."""
    filters = asked.filters()
    match asked:
        case Meetings():
            return inquiry.meetings(of=asked.of, with_=asked.with_, filters=filters)
        case Statements():
            return inquiry.statements(by=asked.by, to=asked.to, about=asked.about, text=asked.text, filters=filters)
        case Offices():
            return inquiry.offices(of=asked.of, country=asked.country, title=asked.text, filters=filters)
        case Listings():
            return inquiry.listings(of=asked.of, by=asked.by, filters=filters)
        case Claims():
            return inquiry.claims(of=asked.of, kinds=asked.kind, filters=filters)


def following(answers: Answers, asked: Narrowed) -> str | None:
    """The `after` of the next page, None where these answers are the last."""
    return _cursor(answers[-1].claim) if len(answers) == asked.limit else None


def next_page(request: Request, answers: Answers, asked: Narrowed) -> str | None:
    """The address of the next page, None where these answers are the last."""
    after = following(answers, asked)
    return None if after is None else f"{request.url.path}?{request.url.include_query_params(after=after).query}"


def month_told(month: Month) -> dict[str, Any]:
    """A month with its balance."""
    return {"month": month.month, "counts": month.counts, "balance": month.balance}


def _cursor(number: int) -> str:
    """The claim with the number as the last of a page: programs hand it back and read nothing from it."""
    return base64.urlsafe_b64encode(b"c%d" % number).decode().rstrip("=")


def _number(cursor: str) -> int:
    try:
        told = base64.urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)).decode()
    except (binascii.Error, ValueError):
        told = ""
    if not (told.isascii() and told[:1] == "c" and told[1:].isdecimal() and int(told[1:]) <= LARGEST):
        raise RecordError("there is no page behind this cursor: ask from the start again")
    return int(told[1:])
