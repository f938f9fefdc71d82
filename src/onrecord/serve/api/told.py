"""The shapes of what the API answers, made from the typed answers of a record, and how its problems are described."""

from collections.abc import Mapping
from dataclasses import fields
from http import HTTPStatus
from typing import Any, Literal, get_type_hints

from pydantic import BaseModel, ConfigDict, Field, create_model

from onrecord.answers import Alike, Answer, Identity, Passage, Quad
from onrecord.serve.problems import PROBLEM

LINK = "Address of the next page, null on the last: follow it as it is."

TELLING = ConfigDict(extra="forbid", json_schema_serialization_defaults_required=True)
DAY = Field(description="The first day of what is claimed, else the day of its article.")
FIELDS: dict[str, Any] = {each.name: (get_type_hints(Answer)[each.name], ...) for each in fields(Answer)}
AnswerTold: Any = create_model(
    "Answer", __doc__="One claim of one article, with its words.", __config__=TELLING, **FIELDS, day=(str | None, DAY)
)


class Told(BaseModel):
    """What is answered has these fields, all of them, and no others."""

    model_config = TELLING


class Total(Told):
    """Answers to a question, the latest first, and how many there are in all."""

    total: int = Field(description="How many there are; 2,000 stands for that many or more.")
    answers: list[AnswerTold]


class Listed(Total):
    """A page of answers."""

    next: str | None = Field(description=LINK)


class ScreenedTold(Told):
    """What a record holds of a name, in short; `identity` is null where nobody is called so."""

    name: str
    identity: Identity | None
    others: list[Identity] = Field(description="Who is called so as well.")
    offices: Total
    listings: Total
    claims: int
    in_part: bool = Field(description="The name is only a part of what the identity is called.")
    alike: list[Alike] = Field(description="Others who are called nearly so: nothing more is told of them.")


class AllScreened(Told):
    """What a record holds of many names, in their order."""

    screened: list[ScreenedTold]


class Sections(Told):
    """The sections of a dossier."""

    offices: Total
    meetings: Total
    statements_by: Total = Field(alias="statements by")
    statements_to: Total = Field(alias="statements to")
    statements_about: Total = Field(alias="statements about")
    listings: Total
    ties: Total
    other_events: Total = Field(alias="other events")


class DossierTold(Told):
    """All that a record holds of one identity; `others` are called so as well."""

    identity: Identity
    others: list[Identity]
    sections: Sections


class MonthTold(Told):
    """Asserted events of a month by quad class; the balance is cooperation less conflict."""

    month: str
    counts: dict[Quad, int]
    balance: int


class BetweenTold(Listed):
    """Everything between two identities; the months count the answers of this page."""

    one: Identity
    other: Identity
    months: list[MonthTold]


class FoundTold(Told):
    """Statements with all the words, and passages of articles, the best first; only statements go on by page."""

    statements: Total
    passages: list[Passage]
    next: str | None = Field(description=LINK)


class RecordTold(Told):
    """The record of an article, as `onrecord read --format jsonl` writes it."""

    document: dict[str, Any]
    entities: list[dict[str, Any]]
    claims: list[dict[str, Any]]


class ProblemTold(Told):
    """A problem document (RFC 9457)."""

    type: Literal["about:blank"]
    title: str
    status: int
    detail: str = Field(description="What is wrong and what to do, in words for people.")
    instance: str


def problems(*statuses: HTTPStatus) -> dict[int | str, dict[str, Any]]:
    """The descriptions of answers for something wrong, by status."""
    content: Mapping[str, Any] = {PROBLEM: {"schema": {"$ref": "#/components/schemas/Problem"}}}
    return {status.value: {"description": status.phrase, "content": content} for status in statuses}
