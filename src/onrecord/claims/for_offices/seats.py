"""Seats in chambers told without a title: "elected to the Senate", "served in the House", "Torvald's Senate seat"."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from onrecord.claims.draft import OfficeDraft
from onrecord.claims.for_offices.careers import named_among, named_at
from onrecord.claims.for_offices.holding import Holding
from onrecord.claims.for_offices.titles import Reader
from onrecord.lexicon.ties import load_ties
from onrecord.model import Change, Office, Tenure

LIKELY, FAIR = 0.75, 0.6
GETTING: dict[str, tuple[str, Change | None]] = {
    "elect": ("to", "elected"), "re-elect": ("to", "elected"), "reelect": ("to", "elected"), "return": ("to", None),
    "appoint": ("to", "appointed"), "name": ("to", "appointed"), "serve": ("in", None), "sit": ("in", None),
    "represent": ("in", None), "nominate": ("to", None), "confirm": ("to", "appointed"), "run": ("for", None),
    "campaign": ("for", None), "stand": ("for", None), "spend": ("in", None),
    "retire": ("from", "resigned"), "resign": ("from", "resigned"),
}  # fmt: skip
PARTS = frozenset(("committee", "caucus", "office", "party", "white", "staff"))
LOCAL = frozenset(("city", "town", "county", "borough", "district", "village", "municipal", "parish"))
"""Whose council is one of elected members."""
SEATS: dict[str, tuple[Tenure, Change | None]] = {
    "win": ("current", "elected"), "take": ("current", None), "hold": ("current", None), "keep": ("current", "elected"),
    "retain": ("current", "elected"), "lose": ("former", None), "vacate": ("former", "resigned"),
    "resign": ("former", "resigned"), "contest": ("candidate", None), "seek": ("candidate", None),
}  # fmt: skip
RUNNING = ("run", "campaign", "stand")
TITLES = {"senate": "Senator", "house": "Representative", "congress": "Representative"}
COMMONS = frozenset(("commons", "lords", "assembly", "councillors", "keys"))


def find_seats(reader: Reader, held: Sequence[Holding], home: str | None) -> Iterator[OfficeDraft]:
    """One draft for each person whom a verb or a seat puts into a chamber that the document names.

    Who was elected to a chamber that he is told to have "served in" is there no longer.
    """
    drafts = tuple(_find(reader, held, home))
    offices = [draft.what for draft in drafts]
    gone = {(office.person, office.title) for office in offices if office.tenure == "former"}
    for draft in drafts:
        office = draft.what
        tree, verb = reader.tree, draft.predicate
        past = tree.tokens[verb].feats.get("Tense") == "Past" or tree.is_passive(verb)
        if past and (office.person, office.title) in gone:
            draft = replace(draft, what=replace(office, tenure="former")) if office.change == "elected" else draft
        yield draft


def _find(reader: Reader, held: Sequence[Holding], home: str | None) -> Iterator[OfficeDraft]:
    tree = reader.tree
    for token in tree.tokens:
        lemma, verb = token.lemma.lower(), token.index
        if lemma == "seat" and token.upos == "NOUN":
            yield from _taken(reader, held, verb, home)
        elif token.upos == "VERB" and (lemma in GETTING or lemma in ("join", "enter", "leave")):
            yield from _by_verb(reader, held, verb, home)


def _by_verb(reader: Reader, held: Sequence[Holding], verb: int, home: str | None) -> Iterator[OfficeDraft]:
    """ "Torvald was elected to the Senate", "Torvald joined the Senate"."""
    tree, lemma = reader.tree, reader.tree.lemma(verb)
    case, change = GETTING.get(lemma, ("", None))
    places = tree.obliques(verb, case, *(("on",) if lemma in ("serve", "sit") else ())) if case else tree.objects(verb)
    past = tree.tokens[verb].feats.get("Tense") == "Past" and not tree.children(verb, "aux")
    tenure: Tenure = "former" if lemma in ("serve", "sit", "leave", "represent", "spend") and past else "current"
    tenure = "former" if change == "resigned" else tenure
    tenure = "candidate" if lemma in ("nominate", "run", "campaign", "stand") else tenure
    if lemma in RUNNING and "win" in tree.lemmas_under(verb, "advcl", "conj", "parataxis"):
        tenure, change = "current", "elected"  # "ran for Congress, winning by a hundred votes"
    done_to = GETTING.get(lemma, ("", None))[1] in ("elected", "appointed") or lemma in ("nominate", "return")
    for place in places:
        body = chamber_at(reader, place) or _court_at(reader, place)
        for holder in tree.objects(verb) if done_to else tree.subjects(verb) if body else ():
            person = named_at(reader, held, holder)
            if body is None or person is None:
                continue
            title = _known_title(reader, held, person, body) or _title(reader, body)
            known = any(one.person == person and one.phrase.word.words[-1] == title.lower() for one in held)
            if lemma == "nominate" and known:
                continue  # who sat on the court is no candidate for it
            office = Office(person, title, body, reader.cast.country(body) or home, tenure, change)
            first, last = min(holder, verb, place), max(holder, verb, place)
            yield OfficeDraft(office, verb, (tree.span(first, last),), LIKELY if change else FAIR)


def _taken(reader: Reader, held: Sequence[Holding], seat: int, home: str | None) -> Iterator[OfficeDraft]:
    """ "Torvald took her seat in the Senate", "Torvald won a seat in the Knesset"."""
    tree, verb = reader.tree, reader.tree.head(seat)
    ran = verb is not None and tree.lemma(verb) in RUNNING and tree.case(seat) == "for"
    if verb is None or tree.is_plural(seat) or not (ran or (tree.lemma(verb) in SEATS and tree.is_a(seat, "obj"))):
        return
    won = "successfully" in tree.lemmas_under(verb, "advmod")
    tenure, change = SEATS.get(tree.lemma(verb), ("current", "elected") if won else ("candidate", None))
    places = (*tree.obliques(seat, "in", "on"), *tree.obliques(verb, "in", "on"))
    body = next(filter(None, (chamber_at(reader, place) for place in places)), None)
    if body is None:
        return
    for person, span in named_among(reader, held, tree.subjects(verb), (verb, *places)):
        office = Office(person, _title(reader, body), body, reader.cast.country(body) or home, tenure, change)
        yield OfficeDraft(office, verb, (span,), FAIR)


def _known_title(reader: Reader, held: Sequence[Holding], person: str, body: str) -> str | None:
    """ "Senator" for the congress of somebody who is called so, and not a representative."""
    seats = (one.phrase.word.words[-1] for one in held if one.person == person and one.phrase.word.kind == "seat")
    congress = "congress" in reader.cast.entities[body].name.lower().split()
    return "Senator" if congress and any(word in ("senator", "sen.") for word in seats) else None


def chamber_at(reader: Reader, token: int) -> str | None:
    """The chamber that the token names or stands for, or None."""
    entity = reader.names.entity_at(token)
    if entity is None or reader.cast.kind(entity) not in ("organization", "place"):
        return None
    name = reader.cast.entities[entity].name
    words = set(name.lower().split()) if " house" not in f" {name}" else set()  # "left the house that he rented"
    court = "court" in words or ("council" in words and not words & LOCAL)
    return entity if load_ties().names_chamber(words) and not words & PARTS and not court else None


def _court_at(reader: Reader, token: int) -> str | None:
    """The court on which somebody sits."""
    entity = reader.names.entity_at(token)
    if entity is None or reader.cast.kind(entity) != "organization" or not reader.names.has_name(entity):
        return None
    return entity if "court" in reader.cast.entities[entity].name.lower().split() else None


def _title(reader: Reader, body: str) -> str:
    """What members of the chamber are called: senators, representatives, elsewhere members."""
    words = reader.cast.entities[body].name.lower().split()
    if "court" in words:
        return "justice" if "supreme" in words else "judge"
    known = next((TITLES[word] for word in TITLES if word in words and not COMMONS & set(words)), None)
    return known or "member"
