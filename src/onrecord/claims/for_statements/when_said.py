"""When something was said: on the day of its saying, or at the time that heads the entry of a live blog."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from onrecord.claims.for_statements.cues import SPEAKING
from onrecord.claims.for_when.dated import dated_at
from onrecord.claims.sharing import says_where
from onrecord.claims.statements import ISSUING, is_text
from onrecord.claims.tree import Tree
from onrecord.claims.when import find_time
from onrecord.dates import find_times, resolve
from onrecord.model import Span, Statement, Time

_ENTRY = re.compile(
    r"^[ \t]*(?P<time>"
    r"(?:(?P<day>\d{1,2} [A-Z][a-z]{2,8} \d{4}|[A-Z][a-z]{2,8} \d{1,2}, \d{4}|\d{4}-\d\d-\d\d),?[ \t](?:at )?)?"
    r"(?:(?:[01]?\d|2[0-3])[.:][0-5]\d(?:[ \t]?[ap]\.?m\.?)?(?:[ \t](?:GMT|UTC|BST|CES?T|E[SD]?T))?"
    r"|(?:1[0-2]|[1-9])[ \t]?[ap]\.?m\.?))(?:[ \t]*[:|—–-][ \t]|[ \t]*\n|[ \t]+(?=[A-Z“\"]))",
    re.MULTILINE,
)
_LEAST_ENTRIES = 2


def find_entry_times(text: str, *, published: str | None) -> tuple[Time, ...]:
    """The times at the heads of a live blog's entries, in text order; none where the text is no live blog."""
    entries = list(_ENTRY.finditer(text))
    if len(entries) < _LEAST_ENTRIES:
        return ()
    day = published[:10] if published else None
    return tuple(_entry(entry, day) for entry in entries)


def _entry(entry: re.Match[str], day: str | None) -> Time:
    """The time at the head of an entry: of the day that it names, else of the article's."""
    span = Span(*entry.span("time"))
    own = find_times(entry["day"], published=None) if entry["day"] else ()
    return Time(entry["time"], span, own[0].value, "absolute") if own else Time(entry["time"], span, day, "relative")


def entry_time(entries: Sequence[Time], start: int) -> Time | None:
    """The time of the entry that a place of the text lies in, or None before the first."""
    place = bisect_right([entry.span.start for entry in entries], start)
    return entries[place - 1] if place else None


def find_time_said(
    tree: Tree, cue: int, said: Statement, evidence: Sequence[Span], times: Sequence[Time]
) -> Time | None:
    """The time expression that says when the words were said, or None.

    That of the cue first; then that of the text or the talk in which they were: "in a statement issued on Monday",
    "speaking on Monday", "Monday's ruling said", "according to a report on Monday".
    """
    kept = _times_of_saying(tree, cue, said.content, times)
    found = find_time(tree, cue, evidence, kept)
    if found is not None and found.anchor != "order":
        return found
    borne = (time for bearer in _bearers(tree, cue) if (time := find_time(tree, bearer, evidence, kept)) is not None)
    published = tree.analysis.document.published
    time = next(borne, found)
    if time is None or published is None or tree.tokens[cue].upos == "VERB" and time is found:
        return time
    return resolve(time, published=published, future=False)


def _bearers(tree: Tree, cue: int) -> Iterator[int]:
    """The nouns of texts and verbs of talking under and above a cue that its words stand in."""
    head = tree.head(cue)
    if tree.tokens[cue].text.lower() == "according" and head is not None:
        yield from _with_clauses(tree, head)
        return
    for noun in tree.children(cue, "nsubj", "obl"):
        if is_text(tree, noun):
            yield from _with_clauses(tree, noun)
    for verb in tree.children(cue, "advcl"):
        if tree.lemma(verb) in (*SPEAKING, "ask", "address") and not tree.children(verb, "nsubj", "mark"):
            yield verb
    if head is not None and tree.is_a(cue, "acl") and is_text(tree, head):
        yield head
        above = tree.head(head)
        if above is not None and tree.lemma(above) in ISSUING:
            yield above


def _with_clauses(tree: Tree, noun: int) -> Iterator[int]:
    yield noun
    yield from (kid for kid in tree.children(noun, "acl") if tree.is_passive(kid))


def _times_of_saying(tree: Tree, cue: int, content: Sequence[Span], times: Sequence[Time]) -> list[Time]:
    """The times that may say when something was said: none of what was said, but for an adverbial of the cue itself.

    "announced the decision that night", "told reporters today that …": not behind the verb of the clause told.
    """
    sentence = tree.sentence_of(cue)
    clauses = tree.children(cue, "ccomp", "parataxis")
    aside = tree.is_a(cue, "advcl") and "as" in tree.lemmas_under(cue, "mark")
    # "it fell on Monday, as Orten put it", "went there on Monday, where he said"
    aside = aside or says_where(tree, cue)
    own = tree.span(*tree.subtree(cue)) if aside else sentence.span
    source = tree.head(cue) if tree.tokens[cue].text == "according" else None
    cited = tree.subtree(source)[0] if source is not None else cue
    kept = []
    for time in times:
        if source is not None and sentence.span.start <= time.span.start < tree.tokens[min(cited, cue)].span.start:
            continue  # "On Monday the council fell, according to Orten"
        if not own.covers(time.span) and sentence.span.covers(time.span):
            continue
        held = next((span for span in content if span.covers(time.span)), None)
        if held is not None and not clauses and time.span.end < held.end:
            continue  # "reported a rate of 5 % in May and one of 7 % in June"
        if held is not None:
            one = dated_at(tree, time, sentence.first, sentence.last) if time.span.overlaps(sentence.span) else None
            inserted = time.span.end < tree.tokens[cue].span.start  # "On Monday, Orten said, the talks failed"
            if one is None or one.governor != cue or inserted or any(one.head > clause for clause in clauses):
                continue
        kept.append(time)
    return kept
