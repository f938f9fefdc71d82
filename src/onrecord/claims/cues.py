"""Find the words that report, who speaks, to whom, and the clause that holds what was said."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from onrecord.claims.tree import Tree
from onrecord.lexicon.cues import load_cues
from onrecord.model import Span

QUOTE_ENDS = ("”", '"', "''", "’", ",", "»")
ADDRESSEE_VERBS = ("tell", "thank", "urge", "ask", "remind", "warn", "assure", "inform", "order", "advise", "encourage",
                   "congratulate", "instruct", "call", "press", "invite")  # fmt: skip


@dataclass(frozen=True, slots=True)
class Cue:
    """A reporting word with its place: speakers and addressees are head tokens, `content` the clause's stretches."""

    first: int
    last: int
    verb: int
    speakers: tuple[int, ...]
    addressees: tuple[int, ...]
    content: tuple[Span, ...]
    quote_only: bool


def cue_lemma(tree: Tree, verb: int) -> str:
    """The verb's lemma with its particle or preposition when the lexicon knows the pair ("point out", "call on")."""
    cues = load_cues()
    lemma = tree.lemma(verb)
    for kid in tree.children(verb, "compound:prt", "obl", "advmod", "xcomp"):
        word = tree.case(kid) if tree.is_a(kid, "obl") else tree.lemma(kid)
        pair = f"{lemma} {word}"
        if cues.reports(pair, "say", "state", "urge", "quote"):
            return pair
    return lemma


def find_cues(tree: Tree) -> Iterator[Cue]:
    """All reporting words that have a speaker, in text order."""
    named = {token for name in tree.analysis.names for token in range(name.first, name.last + 1)}
    for token in tree.tokens:
        if token.upos == "VERB" and token.index not in named and token.text.lower() != "according":
            cue = _verb_cue(tree, token.index)
            if cue:
                yield cue
        if token.text.lower() == "to" and token.index and tree.tokens[token.index - 1].text.lower() == "according":
            yield from _according(tree, token.index - 1)


def _verb_cue(tree: Tree, verb: int) -> Cue | None:
    cues = load_cues()
    lemma = cue_lemma(tree, verb)
    if not cues.reports(lemma, "say", "state", "urge", "quote"):
        return None
    speakers = tree.doers(verb) or _inverted(tree, verb)
    if not speakers:
        return None
    content = _clause(tree, verb, lemma)
    first, last = _cue_edges(tree, verb, lemma)
    return Cue(first, last, verb, speakers, _addressees(tree, verb), content, not content)


def _inverted(tree: Tree, verb: int) -> tuple[int, ...]:
    """The noun right behind a cue that closes a quotation (“…,” said a minister), where the tree has lost it."""
    before = tree.tokens[verb - 1].text if verb else ""
    if before not in QUOTE_ENDS or tree.is_passive(verb):
        return ()
    last = min(verb + 8, tree.sentence_of(verb).last)
    for token in range(verb + 1, last + 1):
        low, _ = tree.phrase(token, without=("punct", "appos", "acl", "nmod", "conj"))
        if tree.tokens[token].upos in ("NOUN", "PROPN", "PRON") and low == verb + 1:
            return tree.after(token)
    return ()


def _cue_edges(tree: Tree, verb: int, lemma: str) -> tuple[int, int]:
    particle = [kid for kid in tree.children(verb, "compound:prt") if kid > verb]
    if " " in lemma and not particle:
        particle = [
            case for kid in tree.children(verb, "obl") for case in tree.children(kid, "case") if case == verb + 1
        ]
    return verb, max([verb, *particle])


def _addressees(tree: Tree, verb: int) -> tuple[int, ...]:
    if tree.lemma(verb) in ADDRESSEE_VERBS:
        found = [*tree.children(verb, "iobj"), *tree.children(verb, "obj")][:1]
        found += [
            kid for kid in tree.children(verb, "obl") if tree.lemma(verb) == "call" and tree.case(kid) in ("on", "upon")
        ]
        return tuple(member for kid in found for member in tree.after(kid))
    return tree.obliques(verb, "to")[:2] or tuple(_by_the_way(tree, verb))


def _by_the_way(tree: Tree, verb: int) -> Iterator[int]:
    """Whom the words are told to by the way: "in remarks to X, she said", "speaking to X, he said"."""
    for kid in tree.children(verb, "obl"):
        if load_cues().reports(tree.lemma(kid), "text"):
            yield from tree.obliques(kid, "to", "with")
    subjects = [part for subject in tree.children(verb, "nsubj") for part in tree.children(subject, "acl")]
    for kid in (*tree.children(verb, "advcl"), *subjects):
        if tree.lemma(kid) in ("speak", "talk", "write", "testify"):
            yield from tree.obliques(kid, "to", "with")


def _clause(tree: Tree, verb: int, lemma: str) -> tuple[Span, ...]:
    """What the tree gives as the content of a reporting verb, cut around the cue; empty when there is none."""
    cues = load_cues()
    if cues.reports(lemma, "say"):
        clauses = tree.children(verb, "ccomp")
        if clauses:
            return spans_without(tree, _own_words(tree, verb, clauses[0]), verb, clauses[0])
        host = tree.head(verb)
        inserted = tree.is_a(verb, "parataxis") and not tree.children(verb, "obj", "xcomp")
        as_said = tree.is_a(verb, "advcl") and any(tree.lemma(kid) == "as" for kid in tree.children(verb, "mark"))
        if host is not None and (inserted or as_said):
            return spans_without(tree, tree.subtree(host), verb, host)
    if cues.reports(lemma, "urge"):
        clauses = tree.children(verb, "xcomp", "ccomp", "advcl")
        inner = [kid for kid in clauses if any(tree.lemma(mark) == "to" for mark in tree.children(kid, "mark"))]
        if inner and (_addressees(tree, verb) or tree.is_passive(verb)):
            return spans_without(tree, tree.subtree(inner[0]), verb, inner[0])
    if cues.reports(lemma, "state") and not tree.is_passive(verb):
        nouns = tree.children(verb, "obj")
        if nouns and tree.tokens[nouns[0]].upos == "NOUN" and nouns[0] > verb:
            return (tree.span(tree.subtree(nouns[0])[0], _end_of_phrases(tree, verb, nouns[0])),)
    return ()


def _own_words(tree: Tree, verb: int, clause: int) -> tuple[int, int]:
    """The stretch of a content clause without what is the article's: a date before its subject that belongs to the
    cue ("said on Friday he would …"), and a closing relative clause that reports anew (", which she said …").
    """
    first, last = tree.subtree(clause)
    if first == verb + 1:
        for kid in tree.children(clause, "obl"):
            low, high = tree.subtree(kid)
            if low == first and tree.tokens[kid].noun_kind == "time" and high + 1 < clause:
                first = high + 1
    for token in range(first, last + 1):
        low, high = tree.subtree(token)
        closing = high == last and low > clause and tree.tokens[low - 1].text == ","
        reports = load_cues().reports(tree.lemma(token), "say") and tree.children(token, "ccomp")
        if closing and reports and tree.is_a(token, "acl:relcl", "advcl"):
            last = low - 2
            break
    return first, last


def _end_of_phrases(tree: Tree, verb: int, noun: int) -> int:
    """The last token of an object and of the prepositional phrases that follow it without a comma."""
    end = tree.subtree(noun)[1]
    for kid in tree.children(verb, "obl", "advcl", "xcomp"):
        first, last = tree.subtree(kid)
        if first == end + 1 and tree.tokens[first].upos != "PUNCT":
            end = last
    return end


def spans_without(tree: Tree, stretch: tuple[int, int], verb: int, content: int) -> tuple[Span, ...]:
    """The stretch of a content clause, less the reporting clause where that interrupts it."""
    first, last = stretch
    if not first <= verb <= last:
        return (tree.span(first, last),)
    low, high = _own_clause(tree, verb, content)
    parts = []
    if first < low:
        parts.append(tree.span(first, low - 1))
    if high < last:
        parts.append(tree.span(high + 1, last))
    return tuple(parts)


def _own_clause(tree: Tree, verb: int, content: int) -> tuple[int, int]:
    """First and last token of the reporting clause itself: the verb with all under it but the content."""
    low = high = verb
    for kid in tree.children(verb):
        if kid == content:
            continue
        first, last = tree.subtree(kid)
        if not first <= content <= last:
            low, high = min(low, first), max(high, last)
    return low, high


def _according(tree: Tree, case: int) -> Iterator[Cue]:
    """ "According to X, …": the rest of the clause is X's. `case` is the word "according"."""
    nominal = ("NOUN", "PROPN", "PRON")
    above = [tree.head(token) for token in (case, case + 1)]
    source = next((head for head in above if head is not None and tree.tokens[head].upos in nominal), None)
    host = tree.head(source) if source is not None else None
    if source is None or host is None:
        return
    if tree.tokens[host].upos not in ("VERB", "AUX", "ADJ") and not tree.child(host, "cop"):
        verbs = [
            up for up in tree.ancestors(source) if tree.tokens[up].upos in ("VERB", "AUX") or tree.child(up, "cop")
        ]
        host = verbs[0] if verbs else host
    edges = tree.subtree(source)
    first, last = tree.subtree(host)
    parts = []
    if first < edges[0]:
        parts.append(tree.span(first, edges[0] - 1))
    if edges[1] < last:
        parts.append(tree.span(edges[1] + 1, last))
    yield Cue(case, case + 1, case, tree.after(source), (), tuple(parts), False)


def before_or_after(tree: Tree, cues: Sequence[Cue], quote: Span) -> Cue | None:
    """The reporting word right after a quotation, else right before it, that stands outside the quotation."""
    text = tree.text
    best: tuple[int, Cue] | None = None
    for cue in cues:
        place = tree.tokens[cue.verb].span
        if quote.overlaps(place):
            continue
        gap = text[quote.end : place.start] if place.start >= quote.end else text[place.end : quote.start]
        if len(gap) > 160 or "\n" in gap.strip(" \n\t") or _ends_sentence(gap, after=place.start >= quote.end):
            continue
        distance = len(gap) + (0 if place.start >= quote.end else 20) - (200 if _governs(tree, cue, quote) else 0)
        if best is None or distance < best[0]:
            best = (distance, cue)
    return best[1] if best else None


def _governs(tree: Tree, cue: Cue, quote: Span) -> bool:
    """True when a cue that takes only quotations stands above the quotation's first word in the tree."""
    inner = next((t.index for t in tree.tokens[cue.verb :] if t.span.start >= quote.start), None)
    return cue.quote_only and inner is not None and cue.verb in tree.ancestors(inner)


def _ends_sentence(gap: str, *, after: bool) -> bool:
    """True when a sentence ends between quotation and cue, which then do not belong together."""
    inner = gap.strip(' \n\t“”"‘’«»').rstrip(":,")
    if after and gap[:1] in '”"’»' and gap[1:2] in ".!?":
        return True
    return any(mark in inner for mark in (". ", "! ", "? ", ".\n", ";"))
