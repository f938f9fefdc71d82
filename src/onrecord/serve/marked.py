"""An article with its claims as pages show it: stretches of text with their marks, and a card for each claim."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from onrecord.export.marks import Stretch, cut_article
from onrecord.export.wording import Wording, clean, word
from onrecord.model import Claim, Record


@dataclass(frozen=True, slots=True)
class Card:
    """A claim beside its article: `key` is its place in the page, `chain` who says so, the outermost first."""

    key: str
    number: int
    claim: Claim
    wording: Wording
    chain: tuple[tuple[str, int | None], ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """An article's paragraphs, each a run of stretches, and its cards."""

    paragraphs: tuple[tuple[Stretch, ...], ...]
    cards: tuple[Card, ...]


def read_marks(record: Record, *, claims: Sequence[int] = (), identities: Mapping[str, int] | None = None) -> Reading:
    """What there is to show of a record. In a store `claims` are the numbers of its claims, `identities` those of its
    entities by their local ids."""
    names = {entity.id: clean(entity.name) for entity in record.entities}
    known = identities or {}
    cards = tuple(
        Card(
            f"c{claims[number - 1] if claims else number}", number, claim, word(record, claim),
            tuple((names.get(link.entity, link.entity), known.get(link.entity)) for link in claim.attribution),
        )
        for number, claim in enumerate(record.claims, 1)
    )  # fmt: skip
    return Reading(tuple(_paragraphs(cut_article(record))), cards)


def _paragraphs(stretches: Iterator[Stretch]) -> Iterator[tuple[Stretch, ...]]:
    kept: list[Stretch] = []
    for stretch in stretches:
        if stretch.is_break:
            yield tuple(kept)
            kept = []
        else:
            kept.append(stretch)
    yield tuple(kept)
