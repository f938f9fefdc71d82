"""What an extractor hands on: the content of a claim, the word it hangs on, and the words that carry it."""

from dataclasses import dataclass, replace
from typing import Generic, TypeAlias, TypeVar

from onrecord.model import Content, Event, Office, Span, Status

Told = TypeVar("Told", bound=Content, covariant=True)


@dataclass(frozen=True)  # no slots: an alias of a generic class with them cannot be called
class DraftOf(Generic[Told]):
    """A claim before status, source, time and place are asked for.

    `predicate` is the token that the claim hangs on: those questions are answered from its place in the tree.
    `score` is the extractor's own trust from 0 to 1, before calibration. `status` is set where the words of the claim
    tell it and not their place in the tree ("removed from the list": denied). `led_to` are the recipients of an event
    whose words name none but lead to them; they make nobody surer of it. `beside` are the words from one of several
    who were met or visited up to the next: a date in them is that of the own occasion.
    """

    what: Told
    predicate: int
    evidence: tuple[Span, ...]
    score: float
    status: Status | None = None
    led_to: tuple[str, ...] = ()
    beside: Span | None = None

    def completed(self) -> Content:
        """What the claim says, with the recipients that its words lead to."""
        if isinstance(self.what, Event) and not self.what.recipients:
            return replace(self.what, recipients=self.led_to)
        return self.what


Draft: TypeAlias = DraftOf[Content]
OfficeDraft: TypeAlias = DraftOf[Office]
