"""Terms: from when to when an office is told to be held: "mayor from 2010 to 2014", "president until 2015"."""

import re
from collections.abc import Sequence
from dataclasses import replace

from onrecord.claims.draft import Draft
from onrecord.claims.tree import Tree
from onrecord.claims.when import find_time
from onrecord.model import Office, Time

BETWEEN = re.compile(r" of [^,.;()]{1,60},? |,? \(?")
"""What may stand between a title and its years: the body, a comma, a parenthesis."""
OPENINGS = ("since ", "from ", "between ", *(ENDINGS := ("until ", "till ", "through ")))


THEN = re.compile(r"\b[Tt]hen[- ]")
CONTEST = re.compile(r"[^.,;:()]{0,60} (?:in|during) (?:the|its|their) [12]\d{3}")
NAME = re.compile(r"(?: [A-Z][\w.'’-]*)* ")
YEAR = re.compile(r"[12]\d{3}")
THEN_REACH = 10
TERMS = frozenset({"term", "tenure", "mandate", "stint", "presidency", "premiership", "reign"})
"""What ends or begins when an office does."""


def find_time_held(tree: Tree, draft: Draft, office: Office, times: Sequence[Time]) -> Time | None:
    """When an office was got, held or lost, or None. A bare title is dated by the years beside it, by the clause whose
    doer had it then ("In 2010, then-president Orten signed it") and by what became of the term ("his term as mayor
    ended in 2015")."""
    word = draft.predicate
    told = tree.tokens[word].upos == "VERB" or tree.child(word, "cop") is not None or office.change is not None
    if told:
        found = _of_the_last(tree, draft, find_time(tree, _announced(tree, word), draft.evidence, times), times)
        if found is not None:
            return as_term(found)
    found = find_term(tree, draft, times)
    if (office.tenure, office.change) == ("candidate", None):
        found = found or _contest_then(tree, draft, times)
    above = _clause_of_then(tree, draft) if found is None and office.tenure != "current" else None
    if above is None:
        return found
    found = find_time(tree, above, draft.evidence, times)
    lasting = found is not None and (found.anchor == "order" or found.text.lower().startswith(ENDINGS))
    return None if lasting else found


def _of_the_last(tree: Tree, draft: Draft, found: Time | None, times: Sequence[Time]) -> Time | None:
    """The time; of several in a row the one behind the last: "ran for the Senate in 2014 and for mayor in 2018"."""
    end = draft.evidence[-1].end
    behind = (time for time in times if time.span.start > end and NAME.fullmatch(tree.text[end : time.span.start]))
    inside = found is not None and any(span.covers(found.span) for span in draft.evidence)
    return next(behind, found) if inside else found


def _contest_then(tree: Tree, draft: Draft, times: Sequence[Time]) -> Time | None:
    """The year gone by of "their 2016 nominee" and "a candidate in the 2016 election"."""
    published = tree.analysis.document.published
    end = draft.evidence[-1].end
    for time in times:
        held = YEAR.fullmatch(time.text) and any(span.covers(time.span) for span in draft.evidence)
        over = published is not None and time.value is not None and time.value < published[:4]
        if over and (held or CONTEST.fullmatch(tree.text[end : max(time.span.end, end)])):
            return time
    return None


def _announced(tree: Tree, word: int) -> int:
    """The verb of "announced his resignation" and "accepted the resignation of Orten", else the word."""
    above = tree.head(word)
    told = above is not None and tree.tokens[word].upos == "NOUN" and tree.is_a(word, "obj", "nsubj:pass")
    return above if above is not None and told and tree.lemma(above) in ("announce", "accept", "confirm") else word


def _clause_of_then(tree: Tree, draft: Draft) -> int | None:
    """The verb of the clause in which somebody is called what he was then, or his term is told to end."""
    word = draft.predicate
    above = (word, *tree.ancestors(word))
    term = next((place for place, node in enumerate(above[:2]) if tree.lemma(node) in TERMS), None)
    if term is not None and tree.is_a(above[term], "nsubj") and tree.tokens[above[term + 1]].upos == "VERB":
        return above[term + 1]
    end = tree.tokens[word].span.start
    then = THEN.search(tree.text, max(min(draft.evidence[0].start, end) - THEN_REACH, 0), end)
    return next((node for node in above if tree.tokens[node].upos == "VERB"), None) if then else None


def find_term(tree: Tree, draft: Draft, times: Sequence[Time]) -> Time | None:
    """The years right behind the words of an office that tell from when to when, since or until when it is held."""
    for end in (draft.evidence[-1].end, tree.tokens[draft.predicate].span.end):
        behind = (time for time in times if end < time.span.start)
        told = min(behind, key=lambda time: time.span.start, default=None)
        if told is None or told.value is None or not BETWEEN.fullmatch(tree.text[end : told.span.start]):
            continue
        if told.text.lower().startswith(OPENINGS) or (told.text[:1].isdigit() and "/" in told.value):
            return as_term(told)
    return None


def as_term(time: Time) -> Time:
    """The time, as that of an office: "until 2015" is an interval that ends then."""
    open_end = time.value is not None and "/" not in time.value and time.text.lower().startswith(ENDINGS)
    return replace(time, value=f"../{time.value}") if open_end else time
