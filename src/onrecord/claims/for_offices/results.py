"""Results: who won and who lost an election for an office: "defeated Torvald in the presidential election"."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from onrecord.claims.draft import OfficeDraft
from onrecord.claims.for_offices.careers import contested_office, is_of_old, named_among, office_of, won_tenure
from onrecord.claims.for_offices.holding import Holding
from onrecord.claims.for_offices.titles import Reader
from onrecord.lexicon.word_lists import word_list
from onrecord.model import Office, Tenure

FAIR = 0.7
POLLING = word_list("polling")
FINAL = ("election", "runoff", "run-off", "vote", "ballot", "poll")
SHARES = ("%", "percent", "per", "cent", "delegates")


def find_results(reader: Reader, held: Sequence[Holding], home: str | None) -> Iterator[OfficeDraft]:
    """One draft for each person whom the result of an election makes its winner or one of its candidates."""
    tree, usual = reader.tree, contested_office(reader)
    for token in tree.tokens:
        lemma, at = token.lemma.lower(), token.index
        if token.upos == "VERB" and lemma in ("defeat", "beat", "best", "trounce"):
            contest = next((kid for kid in tree.obliques(at, "in", "at") if tree.lemma(kid) in FINAL), None)
            title = office_of(reader, contest)
            if title is None or contest is None or is_of_old(reader, contest):
                continue
            told = Office("", title, None, home, won_tenure(reader, at), "elected")
            yield from _drafts(reader, held, told, at, _sides(reader, at, first=True))
            told = Office("", title, None, home, "candidate", None)
            yield from _drafts(reader, held, told, at, _sides(reader, at, first=False))
        elif token.upos == "VERB" and lemma == "concede":
            noun = next((kid for kid in tree.objects(at) if tree.lemma(kid) in (*FINAL, "race", "contest")), None)
            title = office_of(reader, noun) or (usual if noun is not None else None)
            if title is not None:
                told = Office("", title, None, home, "candidate", None)
                yield from _drafts(reader, held, told, at, tree.subjects(at))
        elif token.upos == "NOUN" and lemma in ("winner", "victor"):
            yield from _winner(reader, held, at, home)
        elif usual and token.upos == "VERB" and (lemma in POLLING or lemma == "have") and _is_share(reader, at):
            told = Office("", usual, None, home, "candidate", None)
            yield from _drafts(reader, held, told, at, tree.subjects(at))


def _sides(reader: Reader, verb: int, *, first: bool) -> tuple[int, ...]:
    """Who beat, or who was beaten."""
    tree = reader.tree
    if tree.is_passive(verb):
        return tree.agents(verb) if first else tree.subjects(verb)
    return tree.subjects(verb) if first else tree.objects(verb)


def _winner(reader: Reader, held: Sequence[Holding], noun: int, home: str | None) -> Iterator[OfficeDraft]:
    """ "Torvald was declared the winner of the presidential election"."""
    tree, verb = reader.tree, reader.tree.head(noun)
    contests = tree.obliques(noun, "of", "in")
    contest = next((kid for kid in contests if tree.lemma(kid) in FINAL), None)
    title = office_of(reader, contest)
    if title is None or contest is None or verb is None or is_of_old(reader, contest):
        return
    if tree.children(noun, "cop"):
        verb, holders = noun, tree.subjects(noun)
    elif tree.lemma(verb) in ("declare", "project", "proclaim", "announce", "name", "call", "confirm"):
        holders = tree.subjects(verb) if tree.is_passive(verb) else tree.objects(verb)
    else:
        return
    tenure: Tenure = "elect"
    yield from _drafts(reader, held, Office("", title, None, home, tenure, "elected"), verb, holders)


def _is_share(reader: Reader, verb: int) -> bool:
    """True for "received 9% of the vote" and "had 8 delegates"."""
    tree = reader.tree
    for kid in tree.objects(verb):
        first, last = tree.subtree(kid)
        words = {reader.lower(token) for token in range(first, last + 1)}
        counted = any(tree.tokens[token].upos == "NUM" for token in range(first, last + 1))
        share = tree.lemma(verb) != "have" and bool(words & {"vote", "votes"}) and bool(words & set(SHARES))
        if counted and (share or tree.lemma(kid) == "delegate"):
            return True
    return False


def _is_second(held: Sequence[Holding], person: str) -> bool:
    """True for a running mate, who wants another office than the contest is named for."""
    own = (one.phrase for one in held if one.person == person and one.phrase.word.kind == "candidate")
    return any(phrase.word.words == ("running", "mate") or phrase.title_first < phrase.head - 1 for phrase in own)


def _drafts(
    reader: Reader, held: Sequence[Holding], office: Office, predicate: int, holders: Sequence[int]
) -> Iterator[OfficeDraft]:
    for person, span in named_among(reader, held, holders, (predicate,)):
        if not _is_second(held, person):
            yield OfficeDraft(replace(office, person=person), predicate, (span,), FAIR)
