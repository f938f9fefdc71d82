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


THEN = re.compile(r"\b[Tt]hen-")
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
        found = find_time(tree, _announced(tree, word), draft.evidence, times)
        return None if found is None else as_term(found)
    found = find_term(tree.text, draft, times)
    above = _clause_of_then(tree, draft) if found is None else None
    if above is None:
        return found
    found = find_time(tree, above, draft.evidence, times)
    lasting = found is not None and (found.anchor == "order" or found.text.lower().startswith(ENDINGS))
    return None if lasting else found


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
    starts = (draft.evidence[0].start, tree.tokens[word].span.start)
    then = any(THEN.search(tree.text, max(start - THEN_REACH, 0), start + len("then-")) for start in starts)
    return next((node for node in above if tree.tokens[node].upos == "VERB"), None) if then else None


def find_term(text: str, draft: Draft, times: Sequence[Time]) -> Time | None:
    """The years right behind the words of an office that tell from when to when, since or until when it is held."""
    end = draft.evidence[-1].end
    behind = (time for time in times if end < time.span.start)
    told = min(behind, key=lambda time: time.span.start, default=None)
    if told is None or told.value is None or not BETWEEN.fullmatch(text[end : told.span.start]):
        return None
    years = told.text[:1].isdigit() and "/" in told.value
    return as_term(told) if told.text.lower().startswith(OPENINGS) or years else None


def as_term(time: Time) -> Time:
    """The time, as that of an office: "until 2015" is an interval that ends then."""
    open_end = time.value is not None and "/" not in time.value and time.text.lower().startswith(ENDINGS)
    return replace(time, value=f"../{time.value}") if open_end else time
