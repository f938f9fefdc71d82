"""What can be asked over HTTP, in the words of `onrecord ask`: query parameters, and the record's answers to them."""

from typing import Annotated, Any

from fastapi import Query
from pydantic import BaseModel, BeforeValidator, Field, StringConstraints

from onrecord.answers import Answers, Filters
from onrecord.model import ClaimKind, Status
from onrecord.record.inquiry import Inquiry

MOST_ANSWERS = 500
LARGEST = 2**31 - 1


def _none_for_empty(value: Any) -> Any:
    """Fields that a form left empty are not asked for."""
    return None if isinstance(value, str) and not value.strip() else value


def _without_empty(value: Any) -> Any:
    return [each for each in value if each != ""] if isinstance(value, list) else value


DAY = r"^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$"
Words = Annotated[Annotated[str, StringConstraints(max_length=200)] | None, BeforeValidator(_none_for_empty), Field()]
Day = Annotated[Annotated[str, StringConstraints(pattern=DAY)] | None, BeforeValidator(_none_for_empty)]
Number = Annotated[Annotated[int, Field(ge=1, le=LARGEST)] | None, BeforeValidator(_none_for_empty)]


class Narrowed(BaseModel):
    """Which claims are asked for, in any question."""

    since: Day = Field(None, description="From this day on, such as 2024-11-06.")
    until: Day = Field(None, description="Up to this day.")
    status: Annotated[list[Status], BeforeValidator(_without_empty)] = Field(
        default_factory=list, description="Told so; may be given several times.", max_length=5
    )
    min_confidence: float = Field(0.0, ge=0, le=1, description="At least so sure, from 0 to 1.")
    publisher: Words = Field(None, description="From publishers with this in the name.")
    sources: int = Field(1, ge=1, le=1000, description="Told by at least so many independent sources.")
    limit: int = Field(50, ge=1, le=MOST_ANSWERS, description="At most so many answers.")
    after: Number = Field(None, description="The next page: the number of the last claim of this one.")

    def filters(self) -> Filters:
        """The filters as the record takes them."""
        return Filters(
            self.since, self.until, tuple(self.status), self.min_confidence, self.publisher, self.sources, self.limit,
            self.after,
        )  # fmt: skip

    @property
    def is_narrowed(self) -> bool:
        """True where something but the page is asked for."""
        return bool(self.model_fields_set - {"limit", "after"})


class Meetings(Narrowed):
    """Which meetings are asked for."""

    of: Words = Field(None, description="Of whom: a name, or #12 for the one with that number.")
    with_: Words = Field(None, alias="with", description="With whom.")


class Statements(Narrowed):
    """Which statements are asked for."""

    by: Words = Field(None, description="By whom.")
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
    kind: Annotated[list[ClaimKind], BeforeValidator(_without_empty)] = Field(
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
            return inquiry.statements(by=asked.by, about=asked.about, text=asked.text, filters=filters)
        case Offices():
            return inquiry.offices(of=asked.of, country=asked.country, title=asked.text, filters=filters)
        case Listings():
            return inquiry.listings(of=asked.of, by=asked.by, filters=filters)
        case Claims():
            return inquiry.claims(of=asked.of, kinds=asked.kind, filters=filters)


def following(answers: Answers, asked: Narrowed) -> int | None:
    """The `after` of the next page, None where these answers are the last."""
    return answers[-1].claim if len(answers) == asked.limit else None
