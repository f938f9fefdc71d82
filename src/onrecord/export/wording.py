"""A claim in words for people: who and whom, the quotation, on whose word, when and where; shared by text and HTML."""

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from onrecord.answers import CUE_WITHIN
from onrecord.model import Claim, Event, Listing, Office, Record, Relation, Span, Statement, Status, Time

SIGNS: Mapping[Status, str] = {"asserted": "●", "planned": "▷", "possible": "◇", "alleged": "≈", "denied": "✕"}
"""A shape for each status, so that it can be told without colour."""
MEANINGS: Mapping[Status, str] = {
    "asserted": "told as a fact",
    "planned": "scheduled, intended or promised",
    "possible": "may be, or is being considered",
    "alleged": "told with distance, as somebody's accusation or report",
    "denied": "said not to be so",
}
RELATIONS: Mapping[Relation, str] = {
    "ally": "is an ally of",
    "partner": "is a partner of",
    "supporter": "supports",
    "opponent": "is an opponent of",
    "member": "is a member of",
    "leader": "leads",
    "owner": "owns",
    "employee": "works for",
    "relative": "is a relative of",
    "part": "is part of",
}
NOBODY = "(nobody named)"
CHAIN = " › "
GAP = " … "


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of words; `strong` marks names, and in a quotation the word that the claim hangs on."""

    text: str
    strong: bool = False


@dataclass(frozen=True, slots=True)
class Wording:
    """What there is to say of a claim. `detail` names its type; what the claim does not hold is empty."""

    detail: str
    parties: tuple[Piece, ...]
    quotation: tuple[Piece, ...]
    chain: str
    time: str
    place: str


def word(record: Record, claim: Claim) -> Wording:
    """The claim in words."""
    names = {entity.id: clean(entity.name) for entity in record.entities}
    links = [names.get(link.entity, link.entity) for link in claim.attribution]
    return Wording(
        detail=_detail(claim),
        parties=tuple(_parties(claim, names)),
        quotation=tuple(_quotation(record.document.text, claim)),
        chain=CHAIN.join(links),
        time=_time(claim.time) if claim.time else "",
        place=names.get(claim.place, claim.place) if claim.place else "",
    )


def clean(text: str) -> str:
    """The text on one line, without characters that steer a terminal or turn the direction of writing."""
    if text.isprintable():  # most are: no control, no direction mark, no half of a pair, and no space but the plain one
        return " ".join(text.split())
    kept = (" " if character.isspace() else character for character in text if character.isspace() or _shows(character))
    return " ".join("".join(kept).split())


def moment_in_words(published: str) -> str:
    """The day of publication, with its hour and zone where they are known: 2024-11-06, 09:30 +02:00."""
    day, sign, rest = published.partition("T")
    told = re.fullmatch(r"(\d\d:\d\d)(?::\d\d(?:[.,]\d+)?)?(Z|[+-]\d\d:?\d\d)?", rest)
    if not sign or told is None:
        return published
    zone = {None: "", "Z": " UTC"}.get(told[2], f" {told[2]}")
    return f"{day}, {told[1]}{zone}"


def showable(text: str) -> str:
    """The text with characters that no page may hold shown as such: controls and halves of pairs."""
    if text.isprintable():
        return text
    return "".join(c if c in "\t\n\r" or c >= " " and not "\ud800" <= c <= "\udfff" else "\ufffd" for c in text)


def _shows(character: str) -> bool:
    """False for control, direction and half characters; joiners stay, since scripts and emoji need them."""
    return character in "\u200c\u200d" or unicodedata.category(character) not in ("Cc", "Cf", "Cs")


def _detail(claim: Claim) -> str:
    what = claim.what
    match what:
        case Event():
            return f"{what.event} {what.mode}" if what.mode else what.event
        case Statement():
            return what.form
        case Office():
            return f"{what.tenure}, {what.change}" if what.change else what.tenure
        case Listing():
            return "sanctions"
        case _:
            return what.relation


def _parties(claim: Claim, names: Mapping[str, str]) -> Iterable[Piece]:
    what = claim.what
    match what:
        case Event():
            yield from _named(what.actors, names)
            if what.recipients:
                yield from (Piece(" → "), *_named(what.recipients, names))
        case Statement():
            yield from _named((what.speaker,), names)
            if what.addressees:
                yield from (Piece(" → "), *_named(what.addressees, names))
        case Office():
            yield from _named((what.person,), names)
            yield Piece(f", {clean(what.title)}")
            if what.body:
                yield from (Piece(", "), *_named((what.body,), names))
            if what.country:
                yield Piece(f" ({what.country.upper()})")
        case Listing():
            yield from (*_named((what.target,), names), Piece(" on the list of "), *_named((what.authority,), names))
        case _:
            middle = Piece(f" {RELATIONS[what.relation]} ")
            yield from (*_named((what.a,), names), middle, *_named((what.b,), names))


def _named(ids: Sequence[str], names: Mapping[str, str]) -> Iterable[Piece]:
    """Names with commas and "and" between them."""
    if not ids:
        yield Piece(NOBODY)
    for number, entity in enumerate(ids):
        if number:
            yield Piece(" and " if number == len(ids) - 1 else ", ")
        yield Piece(names.get(entity, entity), strong=True)


def _quotation(text: str, claim: Claim) -> Iterable[Piece]:
    """What was said, of a statement, with the word that reports it where that stands before the article's own words; of
    any other claim its evidence; with the word that it hangs on made strong."""
    what = claim.what
    spans = what.content if isinstance(what, Statement) and what.content else claim.evidence
    key = what.trigger if isinstance(what, Event) else None
    reported = what.cue if isinstance(what, Statement) and what.form == "indirect" and what.content else None
    if reported is not None and 0 < spans[0].start - reported.end <= CUE_WITHIN:
        # who "denied that …" said the reverse of what follows
        spans, key = (Span(reported.start, spans[0].end), *spans[1:]), reported
    for number, span in enumerate(spans):
        if number:
            yield Piece(GAP)
        if key is not None and span.covers(key):
            yield from (Piece(part, strong) for part, strong in _around(text, span, key) if part)
        else:
            yield Piece(clean(span.of(text)))


def _around(text: str, span: Span, key: Span) -> Iterable[tuple[str, bool]]:
    """The words of a span before, in and after its key, with the spaces between them kept."""
    before, after = text[span.start : key.start], text[key.end : span.end]
    yield clean(before) + (" " if before[-1:].isspace() else ""), False
    yield clean(key.of(text)), True
    yield (" " if after[:1].isspace() else "") + clean(after), False


def _time(time: Time) -> str:
    words = clean(time.text)
    if time.value is not None and time.value != words:
        return f"{words} = {time.value}"
    return words if time.value is not None or time.anchor == "order" else f"{words} (date unknown)"
