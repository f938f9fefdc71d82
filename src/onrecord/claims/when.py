"""When: which time expression of the text belongs to a claim, found in the clause of its predicate."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import takewhile

from onrecord.claims.for_when.dated import (
    Dated,
    as_told_first,
    dated_at,
    dates_nothing,
    is_finite,
    is_of_a_noun,
    is_of_what_follows,
    is_quoted_apart,
    lasts,
    mark_of,
    order_of_events,
)
from onrecord.claims.for_when.joined import in_common
from onrecord.claims.grammar import CLAUSE_RELATIONS, ORDERING
from onrecord.claims.sharing import (
    APART,
    governors_sharing,
    happenings,
    is_of_what_is_judged,
    says_where,
    settings,
    shares,
)
from onrecord.claims.status import find_status
from onrecord.claims.tree import Tree
from onrecord.dates import read_day, resolve, resolve_alone
from onrecord.dates.bounds import bounds
from onrecord.lexicon.word_lists import word_list
from onrecord.model import Span, Time

# Relations that lead from a time expression up to the verb it belongs to without leaving the clause.
_WITHIN = tuple("obl nmod obj iobj appos advmod case nummod flat fixed dep list compound det".split())
# "last week's attack", "the 2015 deal": the noun is dated, not the verb.
_BOUND = ("nmod:poss", "compound", "amod", "nummod", "det", "appos")
_STEPS = 6
_MEANWHILE = frozenset({"when", "while", "upon", "as"})
_CLOCK = re.compile(
    r"(?=.*(?:\d:|\d ?[ap]\.?m|o'clock|hours|local time))(?:(?:at|from|by|around|about) )*[\d:.]+"
    r"(?: ?(?:[ap]\.?m\.?|o'clock|hours|local time|\([^)]*\)))*"
)
_DAY = len("2024-11-06")
_FAR_DAYS = 183
_LATELY_DAYS = 31
_UNDER = ("xcomp", "ccomp", "advcl", "acl", "obl", "nmod", "obj", "conj")
# Before what somebody is blamed, thanked or tried for.
_GROUNDS = frozenset({"of", "for", "to", "about", "over", "with"})
# Verbs of courts: the day behind the crime is that of the sentence.
_SENTENCING = frozenset({"convict", "sentence", "jail", "imprison", "acquit", "plead"})


def find_time(tree: Tree, predicate: int, evidence: Sequence[Span], times: Sequence[Time]) -> Time | None:
    """The time expression that says when what hangs on `predicate` happened or will happen, or None.

    Its own adverbial first; then one attached deeper in its clause; then that of a verb it shares a clause with
    (coordinated after a fronted adverbial, "plans to", "held talks"). Dates are preferred to hours of the day, those to
    bounds ("until June"), and all to words of order.
    """
    sentence = tree.sentence_of(predicate)
    near = [time for time in times if time.span.overlaps(sentence.span)]
    near = [time for time in near if not is_of_what_follows(tree.text, time, near)]
    dated = [one for time in near if (one := dated_at(tree, time, sentence.first, sentence.last)) is not None]
    dated = [one for one in as_told_first(tree, dated) if not is_quoted_apart(tree, one, predicate)]
    dated = [one for one in dated if not dates_nothing(tree, one)]
    dated = [one for one in dated if not is_of_what_is_judged(tree, one.head, predicate)]
    if _tense(tree, predicate) == "Past":
        dated = [one for one in dated if not lasts(one.time)]
    dated = [one for one in dated if one.governor == predicate or not is_of_a_noun(tree, one)]
    levels = [*_levels(tree, predicate, dated), _behind(tree, predicate, dated)]
    if not tree.children(predicate, "ccomp", "parataxis"):
        levels.append(_only_one(tree, predicate, dated, evidence))
    for rank in range(4):
        for level in levels:
            found = [one for one in level if _rank(one.time) == rank]
            if found:
                nearest = min(found, key=lambda one: (abs(one.head - predicate), one.head))
                return in_tense(tree, predicate, _exactest([*found, *dated], nearest).time)
    return order_of_events(tree, predicate)


def _exactest(found: Sequence[Dated], nearest: Dated) -> Dated:
    """Of the times that lie within the nearest the one that tells most: "next month on June 2"."""
    first, last = bounds(nearest.time.value or "")
    if first is None or last is None:
        return nearest
    for one in found:
        begins, ends = bounds(one.time.value or "")
        inside = begins is not None and ends is not None and first <= begins and ends <= last
        if inside and one.governor == nearest.governor and (begins, ends) != (first, last):
            return one
    return nearest


def _behind(tree: Tree, predicate: int, dated: Sequence[Dated]) -> list[Dated]:
    """Dates behind what the predicate governs that are its own: "voted to lift the ban on Saturday".

    What was decided, asked or planned by then lay ahead, so that a day before the article's is that of the deciding.
    What was done may be of any day: there only the last weeks are the predicate's own ("accused Norland of lying on
    Monday"), but for sentences and their crimes.
    """
    published = read_day(tree.analysis.document.published)
    if published is None or tree.tokens[predicate].upos != "VERB" or _tense(tree, predicate) != "Past":
        return []
    found = []
    for one in dated:
        last = bounds(one.time.value or "")[1]
        if last is None or one.head < predicate or last >= str(published):
            continue
        between = list(takewhile(lambda node: node != predicate, (one.governor, *tree.ancestors(one.governor))))
        if not between or tree.head(between[-1]) != predicate:
            continue
        clauses = [node for node in between if tree.is_a(node, *CLAUSE_RELATIONS)]
        if not clauses or any(is_finite(tree, node) or not tree.is_a(node, *_UNDER) for node in between):
            continue
        day = read_day(one.time.value)  # "agreed to meet in October" may be the next October
        lately = day is not None and (published - day).days <= _LATELY_DAYS
        words = one.time.text.lower().split()  # a year that is over, or a month of one
        told = words[0] == "in" and words[1:2] != ["the"] and one.time.anchor == "absolute"
        sure = day is not None or told
        ahead = sure and all(_lies_ahead(tree, node) for node in clauses)
        if lately or ahead or tree.lemma(predicate) in _SENTENCING:
            found.append(one)
    return found


def _lies_ahead(tree: Tree, clause: int) -> bool:
    """True for what a verb has still to come: "to withdraw", "that they be freed"."""
    parts = (clause, *tree.children(clause, "aux"))
    bare = any(tree.tokens[part].feats.get("VerbForm") == "Inf" for part in parts)
    return bare and not tree.is_a(clause, "acl") and "have" not in {tree.lemma(part) for part in parts}


def _only_one(tree: Tree, predicate: int, dated: Sequence[Dated], evidence: Sequence[Span]) -> list[Dated]:
    """The one date that the evidence holds, when it lies under the predicate and in no relative clause."""
    inside = [one for one in dated if any(span.covers(one.time.span) for span in evidence) and _rank(one.time) == 0]
    if len(inside) != 1 or tree.is_a(inside[0].head, *_BOUND):
        return []
    above = (inside[0].governor, *tree.ancestors(inside[0].governor))
    between = list(takewhile(lambda node: node != predicate, above))
    own = len(between) < len(above) and not any(_is_apart(tree, node) for node in between)
    return inside if own else []


def _is_apart(tree: Tree, node: int) -> bool:
    """A clause with a time of its own: relative, told, what is still to be done ("agreed to leave in October") or what
    somebody is blamed for ("confessed to killing him in 2016"); and who does it ("Orten, mayor since 2018, left")."""
    governor = tree.head(node)
    if tree.is_a(node, "acl:relcl", "ccomp", "appos") or _is_of_another_time(tree, node):
        return True
    if tree.is_a(node, "nsubj") and tree.tokens[node].noun_kind != "event":
        return True
    if governor is not None and tree.tokens[node].upos == "VERB" and _opening(tree, node) in _GROUNDS:
        return True
    if not tree.is_a(node, "xcomp") or governor is None:
        return False
    return find_status(tree, node) == "planned" or bool(tree.children(governor, "obj", "iobj"))


def _rank(time: Time) -> int:
    if time.anchor == "order":
        return 3
    if _CLOCK.fullmatch(time.text.lower()):
        return 1  # "from 9 pm to 5 am on Friday", "On Friday he left at 5 p.m."
    return 2 if time.text.lower().startswith(("until", "till", "through ")) else 0


def _levels(tree: Tree, predicate: int, dated: Sequence[Dated]) -> Iterator[list[Dated]]:
    """The time expressions that may belong to the predicate, the surest first."""
    yield [one for one in dated if one.governor == predicate]
    yield [one for one in dated if _is_deep(tree, one, predicate)]
    yield [one for one in dated if _is_when(tree, one, predicate)]
    yield [one for one in dated if _ends_the_clause(tree, one, predicate)]
    yield [one for one in dated if _is_left_over(tree, one, predicate, dated)]
    for below in (*_told_below(tree, predicate), *_means(tree, predicate)):
        yield _of(tree, below, dated)
    for above in governors_sharing(tree, predicate):
        direct = _of(tree, above, dated)
        if tree.tokens[above].feats.get("Tense") == "Past" and find_status(tree, predicate) == "planned":
            direct = [one for one in direct if not _is_over(tree, one)]  # "agreed on Monday to leave"
        yield in_common(tree, predicate, above, direct, dated)
    if says_where(tree, predicate):
        yield from _times_there(tree, predicate, dated)
    head = tree.head(predicate)
    gerund = tree.is_a(predicate, "advcl") and not is_finite(tree, predicate) and not _own_subject(tree, predicate)
    if head is not None and gerund and mark_of(tree, predicate) in ("after", "before"):
        # "became president in 1970 after overthrowing Orten": in the same year
        yield [one for one in _of(tree, head, dated) if len(one.time.value or "") == len("1970")]


def _times_there(tree: Tree, clause: int, dated: Sequence[Dated]) -> Iterator[list[Dated]]:
    """The times of what a clause was done at ("a summit on Friday at which they met"), and of the verb whose doer it
    goes on with ("flew to Velmark on Friday, where he met Orten")."""
    noun = tree.tokens[clause].head
    if tree.tokens[noun].noun_kind == "event":
        yield _of(tree, noun, dated)
    verb = next((node for node in tree.ancestors(clause) if tree.tokens[node].upos == "VERB"), None)
    goes_on = any(tree.tokens[kid].upos == "PRON" for kid in tree.children(clause, "nsubj"))
    if verb is not None and goes_on and _tense(tree, verb) == _tense(tree, clause):
        yield _of(tree, verb, dated)


def _opening(tree: Tree, clause: int) -> str | None:
    """The word before a gerund: "of lying", "for killing him"."""
    kid = next(iter(tree.children(clause, "mark", "case")), None)
    gerund = tree.tokens[clause].feats.get("VerbForm") in ("Ger", "Part")
    return tree.lemma(kid) if kid is not None and gerund else None


def _is_over(tree: Tree, one: Dated) -> bool:
    """True for a time before the day of publication."""
    last, published = bounds(one.time.value or "")[1], read_day(tree.analysis.document.published)
    return last is not None and published is not None and last < str(published)


def _is_when(tree: Tree, one: Dated, predicate: int) -> bool:
    """ "in June, when Norland withdrew": the time that the predicate's clause is about."""
    first, last = tree.subtree(one.head)
    if not tree.is_a(predicate, "acl:relcl", "advcl:relcl") or tree.head(predicate) not in range(first, last + 1):
        return False
    return "when" in tree.lemmas_under(predicate, "advmod", "mark")


def _ends_the_clause(tree: Tree, one: Dated, predicate: int) -> bool:
    """True for a time behind a comma, wherever it hangs, with no clause between: "convicted of fraud, in 2006"."""
    first = tree.subtree(one.head)[0]
    first += tree.tokens[first].text == ","
    if first <= predicate or tree.tokens[first - 1].text != "," or one.time.anchor == "order":
        return False
    above = (one.governor, *tree.ancestors(one.governor))
    between = list(takewhile(lambda node: node != predicate, above))
    last = one.time.span.end
    ends = tree.text[last : last + 1] in (".", ",", ";", "") or tree.text[last : last + 4] == " in "
    return ends and len(between) < len(above) and not any(is_finite(tree, node) for node in between)


def _is_left_over(tree: Tree, one: Dated, noun: int, dated: Sequence[Dated]) -> bool:
    """ "On Monday he condemned the killing of Orten last year": behind what a noun tells of, where the verb has a day
    of its own already and nothing else that happens lies between."""
    verb = next((node for node in tree.ancestors(noun) if tree.tokens[node].upos == "VERB"), None)
    if tree.tokens[noun].upos != "NOUN" or verb != one.governor or not verb < noun < one.head:
        return False
    apart = range(noun + 1, one.head)
    if any(tree.tokens[node].upos == "VERB" or tree.tokens[node].noun_kind == "event" for node in apart):
        return False
    first, last = bounds(one.time.value or "")
    if is_of_what_is_judged(tree, one.head, verb):
        return True
    others = (bounds(other.time.value or "") for other in dated if other.governor == verb and other.head < noun)
    return any(first and last and begins and ends and (ends < first or last < begins) for begins, ends in others)


def _of(tree: Tree, node: int, dated: Sequence[Dated]) -> list[Dated]:
    return [one for one in dated if one.governor == node or _is_deep(tree, one, node)]


def _is_deep(tree: Tree, one: Dated, predicate: int) -> bool:
    """True when the expression hangs on an object or oblique of the predicate, no other clause between."""
    current = one.head
    if tree.is_a(current, *_BOUND):
        # "during Monday's session", "in the 2016 election" date the verb after all.
        current = tree.tokens[current].head
        if not tree.is_a(current, "obl") or tree.case(current) not in ("during", "in", "at"):
            return False
        return tree.tokens[current].head == predicate
    for _ in range(_STEPS):
        made = tree.is_a(current, "xcomp") and tree.tokens[current].upos == "NOUN"  # "appointed minister in 2001"
        if not (made or tree.is_a(current, *_WITHIN)) or (one.time.anchor == "order" and tree.is_a(current, "appos")):
            return False  # "met Orten, then a deputy, in Velmark"
        year = len(one.time.value or "") == len("1970") and tree.case(current) in ("after", "following")
        if current != one.head and not year and _is_of_another_time(tree, current):
            return False  # but "took office after the death of Orten in 1970": in the same year
        above = tree.head(current)
        if above is None:
            return False
        if above == predicate:
            return current != one.head
        current = above
    return False


def _is_of_another_time(tree: Tree, noun: int) -> bool:
    """ "ahead of a rally on Sunday", "over the killing in April": what a noun tells of may be of another time."""
    case, kind = tree.case(noun), tree.tokens[noun].noun_kind
    return kind != "time" and case in ORDERING or kind == "event" and case in APART


def _told_below(tree: Tree, predicate: int) -> Iterator[int]:
    """Clauses under the predicate that tell its time: of the event it names, "when" clauses, a shared object's verb."""
    yield from happenings(tree, predicate)
    for kid in tree.children(predicate, "advcl"):
        if _MEANWHILE & {tree.lemma(mark) for mark in tree.children(kid, "mark", "advmod", "case")}:
            yield kid
    yield from settings(tree, predicate)
    if not tree.children(predicate, "obj", "obl", "ccomp", "xcomp"):
        # "fired and landed a round yesterday"
        own = (kid for kid in tree.children(predicate, "conj") if tree.children(kid, "obj"))
        yield from (kid for kid in own if not _own_subject(tree, kid))


def _means(tree: Tree, verb: int) -> Iterator[int]:
    """What happened and so did harm: "a May 3 strike hit the town"."""
    if tree.lemma(verb) in word_list("harm"):
        yield from (kid for kid in tree.doers(verb) if tree.tokens[kid].noun_kind == "event")


def _own_subject(tree: Tree, node: int) -> bool:
    return bool(tree.children(node, "nsubj", "csubj"))


def in_tense(tree: Tree, predicate: int, time: Time) -> Time | None:
    """The time read again where the tense tells whether it lies ahead or behind.

    None where the tense would move a date that lies ahead back by more than half a year: it is not this clause's.
    """
    published = tree.analysis.document.published
    if time.anchor != "relative" or published is None:
        return time
    tense = _tense(tree, predicate)
    status = find_status(tree, predicate)
    intended = tense == "Past" and tree.is_a(predicate, "xcomp") and not tree.is_passive(tree.tokens[predicate].head)
    told = len(time.value or "") == _DAY and "would" in tree.lemmas_under(predicate, "aux")  # "would leave on Thursday"
    if tense == "Fut" or (status == "planned" and (tense == "Pres" or intended or told)):
        return resolve(time, published=published, future=True)
    if tense == "Past" and status == "asserted":
        read = resolve(time, published=published, future=False)
        days = read_day(time.value), read_day(read.value)
        return None if days[0] and days[1] and (days[0] - days[1]).days > _FAR_DAYS else read
    return time


def as_said(time: Time, said: Time | None, *, ahead: bool) -> Time:
    """The time that a quotation tells, counted from the day of saying where known; `ahead`: it was to come then."""
    if said is None or said.value is None or read_day(said.value) is None:
        return time
    value = resolve_alone(time.text, published=said.value, future=ahead or None)
    return time if value is None else replace(time, value=value)


def _tense(tree: Tree, predicate: int) -> str | None:
    """Tense of the clause: that of its first auxiliary, else of the verb; of what governs it for an infinitive."""
    current = predicate
    for _ in range(_STEPS):
        for kid in (*tree.children(current, "aux", "cop"), current):
            if tree.lemma(kid) in ("will", "shall"):
                return "Fut"
            feats = tree.tokens[kid].feats
            if "Tense" in feats and (feats.get("VerbForm") == "Fin" or kid == current):
                return feats["Tense"]
        above = tree.head(current)
        if above is None or not shares(tree, current, above):
            return None
        current = above
    return None
