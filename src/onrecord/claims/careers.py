"""Offices told without a title beside the name: candidacies by what is done in contests, losses by a verb alone."""

from collections import Counter
from collections.abc import Iterator, Sequence

from onrecord.claims.draft import Draft
from onrecord.claims.titles import Reader
from onrecord.claims.tree import Tree
from onrecord.model import Change, Office

LIKELY, FAIR = 0.75, 0.6
PLACED = ("come", "finish", "place")
BARE_LOSSES = ("resign", "step down", "fire", "sack", "dismiss", "oust", "depose")


def find_candidacies(reader: Reader, home: str | None) -> Iterator[Draft]:
    """One draft for each candidate that contests tell of, and one more for each who left the race."""
    office = _contested_office(reader)
    if office is None:
        return
    tree, contests = reader.tree, reader.titles.contests
    for token in tree.tokens:
        if token.upos != "VERB":
            continue
        lemma, verb = token.lemma.lower(), token.index
        left = lemma in contests.leaving
        noun = _contest_of(reader, verb) if left or lemma in contests.verbs else None
        if noun is None and not (lemma in PLACED and _is_placed(tree, verb)):
            continue
        change: Change | None = "resigned" if left else None
        for subject in tree.subjects(verb):
            person = reader.names.person_at(subject)
            if person is not None and reader.names.has_name(person):
                last = noun if noun is not None and noun > verb else verb
                evidence = (tree.span(min(subject, verb), max(subject, last)),)
                yield Draft(Office(person, office, None, home, "candidate", change), verb, evidence, LIKELY)


def _contested_office(reader: Reader) -> str | None:
    """The office that the document's contests are for, or None where it tells of no contest between candidates."""
    contests, lemmas = reader.titles.contests, Counter(token.lemma.lower() for token in reader.tree.tokens)
    if not any(lemmas[noun] for noun in ("primary", "caucus", "caucuses", "nomination", "candidate", "candidacy")):
        return None
    counted = {office: lemmas[word] for word, office in contests.offices.items() if lemmas[word]}
    return max(counted, key=lambda office: counted[office], default=None)


def _contest_of(reader: Reader, verb: int) -> int | None:
    """The noun of a contest among what the verb acts on: "the primary", "all of the delegates", "out of the race"."""
    tree, nouns = reader.tree, reader.titles.contests.nouns
    pending = list(tree.children(verb, "obj", "obl", "xcomp"))
    for token in pending:
        if tree.lemma(token) in nouns and tree.tokens[token].upos in ("NOUN", "PROPN"):
            return token
        pending.extend(tree.children(token, "conj", "compound", "nummod", "obj"))
        pending.extend(tree.obliques(token, "of", "from"))
    return None


def _is_placed(tree: Tree, verb: int) -> bool:
    """True for "came in second", "finished third"."""
    kids = tree.children(verb, "obl", "advmod", "xcomp", "obj")
    return any(tree.tokens[kid].feats.get("NumType") == "Ord" for kid in kids)


def find_losses(reader: Reader, known: Sequence[Draft]) -> Iterator[Draft]:
    """Drafts for "she resigned" and "he was sacked", of the office that the document gives the person elsewhere."""
    tree = reader.tree
    held = {o.person: o for o in (draft.what for draft in reversed(known)) if isinstance(o, Office)}
    lost = {(o.person, o.change) for o in (draft.what for draft in known) if isinstance(o, Office)}
    for token in tree.tokens:
        words = reader.verb_words(token.index) if token.upos == "VERB" else ""
        turn = reader.titles.verbs.get(words) if words in BARE_LOSSES else None
        if turn is None or turn.change is None:
            continue
        for holder in tree.subjects(token.index) if turn.subject_holds else tree.objects(token.index):
            person = reader.names.person_at(holder)
            office = held.get(person) if person is not None else None
            if office is None or (office.person, turn.change) in lost or office.tenure == "candidate":
                continue
            lost.add((office.person, turn.change))
            evidence = (tree.span(min(holder, token.index), max(holder, token.index)),)
            told = Office(office.person, office.title, office.body, office.country, "former", turn.change)
            yield Draft(told, token.index, evidence, FAIR)
