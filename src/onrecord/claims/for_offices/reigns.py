"""Offices told by the noun for the office itself: "the presidency of Torvald", "won the premiership"."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from onrecord.claims.draft import OfficeDraft
from onrecord.claims.for_offices.careers import named_among
from onrecord.claims.for_offices.holding import Holding, is_perfect, subjects_of, verb_words
from onrecord.claims.for_offices.titles import Reader
from onrecord.claims.for_who.named import country_code
from onrecord.lexicon.leaders import country_of_leader
from onrecord.model import Change, Office, Tenure

LIKELY, FAIR = 0.75, 0.6
WAYS: dict[str, tuple[Tenure, Change | None]] = {
    "win": ("current", "elected"), "assume": ("current", None), "take": ("current", None), "hold": ("current", None),
    "retain": ("current", None), "seek": ("candidate", None), "contest": ("candidate", None), "lose": ("former", None),
    "resign": ("former", "resigned"), "relinquish": ("former", None), "run for": ("candidate", None),
    "vie for": ("candidate", None), "compete for": ("candidate", None), "stand for": ("candidate", None),
    "ascend to": ("current", None), "resign from": ("former", "resigned"), "hand over": ("former", None),
    "take over": ("current", None), "inherit": ("current", None), "leave": ("former", None),
}  # fmt: skip
LED = ("leader", "speaker")
"""Of which there are many: told only with whose."""


def find_reigns(reader: Reader, held: Sequence[Holding], home: str | None) -> Iterator[OfficeDraft]:
    """One draft for each person whose presidency, premiership or the like the document speaks of."""
    tree = reader.tree
    for token in tree.tokens:
        title = reader.titles.reigns.get(token.lemma.lower())
        if title is None or token.upos not in ("NOUN", "PROPN") or token.index in reader.names.at:
            continue
        noun = token.index
        office = Office("", title, None, _country(reader, noun) or home, "current", None)
        if title in LED:
            yield from _led(reader, held, office, noun)
            continue
        owners = [*tree.children(noun, "nmod:poss"), *tree.obliques(noun, "of")]
        persons = [owner for owner in owners if reader.names.person_at(owner) is not None]
        if persons:
            past = tree.case(noun) in ("during", "throughout", "under", "before", "after")
            told = replace(office, tenure="former") if past else office
            for person, span in named_among(reader, held, persons, (noun,)):
                yield OfficeDraft(_of(reader, told, person), noun, (span,), FAIR)
        else:
            yield from _won(reader, held, office, noun)


def _led(reader: Reader, held: Sequence[Holding], office: Office, noun: int) -> Iterator[OfficeDraft]:
    """ "Torvald won the leadership of the Labour Party", "held the speakership of the House": only with the body."""
    tree = reader.tree
    beside = (*tree.obliques(noun, "of"), *tree.children(noun, "compound", "amod", "nmod:poss"))
    bodies = (entity for kid in beside if (entity := reader.names.entity_at(kid)) is not None)
    body = next((entity for entity in bodies if reader.cast.kind(entity) == "organization"), None)
    if body is not None:
        country = reader.cast.country(body) or office.country
        yield from _won(reader, held, replace(office, body=body, country=country), noun)


def _won(reader: Reader, held: Sequence[Holding], office: Office, noun: int) -> Iterator[OfficeDraft]:
    """ "Torvald won the presidency", "ran for the presidency"."""
    tree, verb = reader.tree, reader.tree.head(noun)
    if verb is None or tree.tokens[verb].upos != "VERB":
        return
    case = tree.case(noun)
    way = WAYS.get(verb_words(tree, verb) if case is None else f"{tree.lemma(verb)} {case}")
    if way is None or not tree.is_a(noun, "obj", "obl"):
        return
    tenure, change = way
    if tree.lemma(verb) == "hold" and tree.tokens[verb].feats.get("Tense") == "Past" and not is_perfect(tree, verb):
        tenure = "former"
    told = replace(office, tenure=tenure, change=change)
    heirs = tree.obliques(verb, "to") if way == WAYS["hand over"] else ()
    for got, holders in ((told, subjects_of(reader, verb)), (replace(office, tenure="current"), heirs)):
        for person, span in named_among(reader, held, holders, (verb, noun)):
            yield OfficeDraft(_of(reader, got, person), verb, (span,), LIKELY)


def _of(reader: Reader, office: Office, person: str) -> Office:
    """The office as that person's, in the country of a leader whom everybody knows."""
    country = country_of_leader(office.title, reader.cast.entities[person].name) or office.country
    return replace(office, person=person, country=country)


def _country(reader: Reader, noun: int) -> str | None:
    """The country named beside the office: "the Ghanaian presidency", "the presidency of Ghana"."""
    tree = reader.tree
    beside = (*tree.children(noun, "amod", "compound", "nmod:poss"), *tree.obliques(noun, "of"))
    return next(filter(None, (country_code(tree.tokens[kid].text) for kid in beside)), None)
