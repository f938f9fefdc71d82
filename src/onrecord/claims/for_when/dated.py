"""Hang each time expression on the word that it dates; tell which date nothing, and what came before or after."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile

from onrecord.claims.grammar import ORDERING
from onrecord.claims.tree import Tree
from onrecord.lexicon.word_lists import word_list
from onrecord.model import Time

_QUOTES = '"“”„«»'
# Before what is only spoken of.
_SPOKEN_OF = ("despite", "in spite of", "because of", "due to", "unlike", "like", "than")
_AHEAD_OF = re.compile(r"(?i:ahead of|before|prior to)\b|.+ (?:before|after) ")
_LASTING = re.compile(r"in (a|an|one|two|three|four|five|six|seven|eight|nine|ten|\d+) (hour|day|week|month|year)s?")
_LONGEST_ORDER = 12


@dataclass(frozen=True, slots=True)
class Dated:
    """A time expression with its head token and the token it belongs to."""

    time: Time
    head: int
    governor: int


def dated_at(tree: Tree, time: Time, first: int, last: int) -> Dated | None:
    """The expression with its head, the token whose governor lies outside it, and that governor."""
    inside = [index for index in range(first, last + 1) if tree.tokens[index].span.overlaps(time.span)]
    outer = [index for index in inside if tree.tokens[index].head not in inside or tree.tokens[index].head == index]
    content = [index for index in outer if not tree.is_a(index, "case", "mark", "punct", "cc")]
    head = next(iter(content or outer), None)
    if head is None:
        return None
    governor = tree.tokens[head].head
    if tree.is_a(head, "appos") and tree.is_a(governor, "obl"):
        return None  # "Wednesday, the same day that he left": the first says it
    if _is_birth(tree, inside[0], first):
        return None
    done = _done_by(tree, head, inside[-1], governor)
    return Dated(time, head, _said_before(tree, inside[0], governor) if done is None else done)


def _done_by(tree: Tree, head: int, last: int, governor: int) -> int | None:
    """The verb right behind a day that the tree hung on who does it: "a court in Velmark on Monday sentenced him".

    Not for what happens, which the day dates itself ("the talks on Monday were a success"), nor for terms.
    """
    doer, verb = tree.tokens[governor], last + 1
    while verb < len(tree.tokens) and tree.tokens[verb].upos in ("ADV", "AUX"):
        verb += 1
    if not tree.is_a(head, "nmod", "obl") or doer.upos not in ("NOUN", "PROPN") or doer.noun_kind in ("event", "time"):
        return None
    behind = verb < len(tree.tokens) and tree.tokens[verb].upos == "VERB" and governor < head
    if not behind or tree.case(head) not in ("on", "in", "at", "during", None):
        return None
    whole = (tree.subtree(kid) for kid in tree.children(verb, "nsubj"))
    return verb if any(start <= governor and end == last for start, end in whole) else None


def _is_birth(tree: Tree, start: int, first: int) -> bool:
    """True for the day in "Born in Velmark on May 3, 1941, Orten met …": no claim tells of births."""
    for token in range(start - 1, first - 1, -1):
        if tree.tokens[token].text.lower() == "born":
            return True
        if tree.tokens[token].upos in ("VERB", "AUX"):
            return False
    return False


def _said_before(tree: Tree, start: int, governor: int) -> int:
    """ "said on Friday he can": a time between a verb and the clause it governs belongs to the verb.

    So does one behind the verb: "they can, he said on Friday".
    """
    for verb in tree.ancestors(governor):
        if governor < verb < start and tree.tokens[verb].upos == "VERB":
            return verb
    main = _right_behind(tree, start, governor)
    if main is not None:
        return main
    above = tree.head(governor)
    if above is not None and any(above < start < mark for mark in tree.children(governor, "mark")):
        return above  # "met in Velmark on Monday to discuss it"
    if above is None or not tree.is_a(governor, "ccomp") or not above < start < governor:
        return governor
    first, _ = tree.subtree(governor)
    return above if first >= start and tree.tokens[start - 1].upos != "PUNCT" else governor


def _right_behind(tree: Tree, start: int, governor: int) -> int | None:
    """The main verb behind the time that follows the comma of a side clause: "Orten, who had won, on Monday left"."""
    last = start
    while last + 1 < len(tree.tokens) and tree.tokens[last].upos not in ("VERB", "AUX", "PUNCT"):
        last += 1
    verb = tree.tokens[last].head if tree.tokens[last].upos == "AUX" else last
    apart = start > 0 and tree.tokens[start - 1].text == "," and tree.tokens[verb].upos == "VERB"
    return verb if apart and governor < start and verb in tree.ancestors(governor) else None


def as_told_first(tree: Tree, dated: Sequence[Dated]) -> Iterator[Dated]:
    """The expressions; "the same day" behind a day of the clause is that day: "Monday, the same day that he left"."""
    before: Dated | None = None
    for one in dated:
        same = one.time.text.lower().startswith(("the same", "on the same"))
        if same and before is not None and before.governor == one.governor and tree.is_a(one.head, "obl"):
            one = replace(one, time=before.time)
        before = one
        yield one


def dates_nothing(tree: Tree, one: Dated) -> bool:
    """ "postponed to June 2", "despite the vote in 2021": a time that is moved to, or only spoken of."""
    above = (one.head, *tree.ancestors(one.head))
    phrase = takewhile(lambda node: tree.tokens[node].upos not in ("VERB", "ADJ", "AUX"), above)
    cases = (tree.case(node) or "" for node in phrase)
    return tree.case(one.head) == "to" or any(case.startswith(_SPOKEN_OF) for case in cases)


def is_of_what_follows(text: str, time: Time, times: Sequence[Time]) -> bool:
    """ "ahead of a rally on Sunday", "two days after the vote on Sunday": the day of what came after or before."""
    before = (one for one in times if one.anchor == "order" and one.span.end < time.span.start)
    near = (one for one in before if text[one.span.end : time.span.start].isspace())
    return any(_AHEAD_OF.match(one.text) for one in near)


def lasts(time: Time) -> bool:
    """True for "in two days", which says how long it took where it is over."""
    return _LASTING.fullmatch(time.text.lower()) is not None


def is_of_a_noun(tree: Tree, one: Dated) -> bool:
    """ "their 2016 nominee": a bare time before an object that it describes; not "in the 2016 vote". And "the
    massacres of the last century", "the release on Friday of the envoy"."""
    if tree.is_a(one.head, "nmod") and tree.case(one.head) == "of":
        return True
    behind = tree.subtree(one.head)[1] + 1
    if tree.text_at(behind) in ("of", "by"):
        noun = tree.head(tree.tokens[behind].head)
        if noun is not None and noun < one.head and tree.tokens[noun].upos == "NOUN":
            return True
    first, last = tree.subtree(one.head)
    noun = tree.tokens[one.governor].head if tree.is_a(one.governor, "amod") else one.governor
    before = last < noun and tree.tokens[noun].upos in ("NOUN", "PROPN") and tree.is_a(noun, "obj", "nsubj")
    if before and tree.is_a(noun, "nsubj") and tree.tokens[noun].noun_kind == "event":
        return tree.lemma_above(noun) not in word_list("harm")  # "a May 3 strike hit the town"
    return before and not any(tree.tokens[at].upos in ("ADP", "PUNCT") for at in range(first, noun))


def is_quoted_apart(tree: Tree, one: Dated, predicate: int) -> bool:
    """True when a quotation begins or ends between the expression and the predicate."""
    low, high = sorted((tree.tokens[predicate].span.start, one.time.span.start))
    return sum(tree.text[low:high].count(mark) for mark in _QUOTES) % 2 == 1


def is_finite(tree: Tree, clause: int) -> bool:
    """True for a clause with a finite verb, auxiliary or copula, and for relative ones."""
    parts = (clause, *tree.children(clause, "aux", "cop"))
    return tree.is_a(clause, "acl:relcl") or any(tree.tokens[part].feats.get("VerbForm") == "Fin" for part in parts)


def order_of_events(tree: Tree, predicate: int) -> Time | None:
    """ "before resigning", "after the funeral": the phrase that puts the claim before or after something else."""
    for kid in (*tree.children(predicate, "advcl"), *tree.children(predicate, "obl")):
        opening = tree.case(kid) if tree.is_a(kid, "obl") else mark_of(tree, kid)
        if tree.lemma(kid) in ("eve", "run-up", "aftermath", "wake", "lead-up") and opening in ("on", "in", "at"):
            opening = "ahead of"  # "on the eve of the summit"
        if opening not in ORDERING or (tree.is_a(kid, "obl") and not _is_happening(tree, kid, opening)):
            continue
        if tree.is_a(kid, "advcl") and (opening == "since" or (opening == "after" and kid > predicate)):
            # Told to explain rather than to date: "was jailed after he tried to sell it".
            continue
        first, last = tree.subtree(kid)
        while last > first and tree.tokens[last].upos == "PUNCT":
            last -= 1
        while first < last and tree.tokens[first].upos == "PUNCT":
            first += 1
        if not first <= predicate <= last and last - first < _LONGEST_ORDER:
            span = tree.span(first, last)
            return Time(span.of(tree.text), span, None, "order")
    return None


def _is_happening(tree: Tree, noun: int, opening: str) -> bool:
    """True for what can come before or after: common nouns, and names behind "prior to" or "ahead of"."""
    named = tree.tokens[noun].upos == "PROPN" and opening in ("prior to", "ahead of", "in the wake of")
    return named or tree.tokens[noun].upos == "NOUN"


def mark_of(tree: Tree, clause: int) -> str | None:
    """The lemma of the word that opens a clause."""
    kid = tree.child(clause, "mark")
    return None if kid is None else tree.lemma(kid)
