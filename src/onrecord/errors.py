"""Every error that Onrecord raises, as one tree.

OnrecordError
├── SourceError         an input cannot be read: wrong type, empty, broken; counted and skipped by the flow
│   ├── AnswerError     a server answers with something else than the page that was asked for
│   └── DateError       an article's date cannot be right: it is read all the same, without one
├── SpanError           a span lies outside its text, or is empty or reversed
├── ClaimError          a claim lacks its evidence, or a field holds a value that the record format does not know
├── RecordError         a record (the database) cannot be opened, read or written: wrong version, locked, full, damaged
├── ProblemError        a record that is served says what is wrong with a question (RFC 9457)
├── WeightsError        the language model's file is missing or damaged
├── LexiconError        an entry of the lexicon is malformed
├── ExtraError          what is asked for needs a library that is not installed
└── ResolveError        sketches or decisions that cannot be brought together: made by another version, or contradictory

A message names the file, address or record, what is wrong, and what to do.
"""


class OnrecordError(Exception):
    """Base of all errors of this package."""


class SourceError(OnrecordError):
    """An input from outside cannot be read."""


class AnswerError(SourceError):
    """A server answers with something else than a page; `status` is that of HTTP, `wait_seconds` what it asks for."""

    def __init__(self, message: str, status: int, wait_seconds: float | None = None) -> None:
        super().__init__(message)
        self.status, self.wait_seconds = status, wait_seconds


class DateError(SourceError):
    """An article's date cannot be right, and the article is read without it."""


class SpanError(OnrecordError):
    """A span does not lie in its text."""


class ClaimError(OnrecordError):
    """A claim breaks the record format."""


class RecordError(OnrecordError):
    """A record cannot be opened, read or written, or does not hold what it should."""


class ProblemError(OnrecordError):
    """What a served record answers where something is wrong: its `status` in HTTP, and how long it asks to wait."""

    def __init__(self, detail: str, status: int, title: str, wait_seconds: float | None = None) -> None:
        super().__init__(detail)
        self.status, self.title, self.wait_seconds = status, title, wait_seconds


class WeightsError(OnrecordError):
    """The language model's weights are missing or damaged."""


class LexiconError(OnrecordError):
    """An entry of the lexicon is malformed."""


class ExtraError(OnrecordError):
    """A library of an extra, which is installed on demand, is not there."""


class ResolveError(OnrecordError):
    """Things to be resolved do not fit together."""
