"""Find the words that report, who speaks, to whom, and the clause that holds what was said."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from onrecord.claims.for_statements.extents import clause_of, told_name
from onrecord.claims.for_statements.speakers import quotes_others, speakers_of
from onrecord.claims.tree import Tree
from onrecord.lexicon.cues import load_cues
from onrecord.lexicon.word_lists import word_list
from onrecord.model import Span

ActKind = Literal["said", "judged", "thought"]
"""What sort of act: words reported, something spoken of without its words, or thoughts, wishes and intentions."""

GOING_ON = ("begin", "continue", "keep", "start", "be", "quote", "cite", "go")
SPEAKING = ("speak", "talk", "write", "testify", "share", "respond", "reply")
SHORT, NEAR, FAR = 4, 15, 40
"""A few words in quotation marks that the tree does not join to a cue, and how far away from it they are no words of
who speaks there."""
SPEAKING_OF = ("refer", "allude", "point", "compare", "liken", "attribute")
"""Verbs whose "to" says what is spoken of, and not to whom."""
COURTS = frozenset(("court", "courts", "tribunal", "judge", "judges", "jury", "justices", "chamber", "panel"))
MEETING = ("meet", "phone", "telephone", "call", "host", "receive", "visit")
EXPRESSING, TRAVELLING = word_list("expressing"), word_list("travelling")
ADDRESSEE_VERBS = ("tell", "address", "thank", "urge", "ask", "remind", "warn", "assure", "inform", "order", "advise",
                   "encourage", "congratulate", "instruct", "call", "press", "invite")  # fmt: skip


@dataclass(frozen=True, slots=True)
class Cue:
    """A word of saying, judging or thinking with its place: `word` is its verb, noun or adjective among the tokens
    from `first` to `last`, sources and addressees are head tokens, `content` the stretches that the tree gives."""

    kind: ActKind
    first: int
    last: int
    word: int
    sources: tuple[int, ...]
    addressees: tuple[int, ...]
    content: tuple[Span, ...]


def cue_lemma(tree: Tree, verb: int) -> str:
    """The verb's lemma with its particle or preposition when the lexicon knows the pair ("point out", "call on")."""
    cues = load_cues()
    lemma = tree.lemma(verb)
    for kid in tree.children(verb, "compound:prt", "obl", "advmod", "xcomp", "obj"):
        word = tree.case(kid) or tree.lemma(kid)
        pair = f"{lemma} {word}"
        if tree.is_a(kid, "obl") and (tree.tokens[kid].noun_kind == "time" or tree.children(verb, "obj")):
            continue  # "called Orten on Monday"
        if cues.reports(pair, "say", "state", "urge", "quote"):
            return pair
    return "put it" if lemma == "put" and "it" in tree.lemmas_under(verb, "obj") else lemma


def find_cues(tree: Tree) -> Iterator[Cue]:
    """All reporting words that have a speaker, in text order; who is told one thing is told what follows with it."""
    addressed: dict[int, Cue] = {}
    for cue in _cues(tree):
        if not cue.addressees:
            before = _told_with(tree, cue.word, addressed)
            cue = replace(cue, addressees=before.addressees if before and before.sources == cue.sources else ())
        addressed[cue.word] = cue
        yield cue


def _told_with(tree: Tree, verb: int, cues: Mapping[int, Cue]) -> Cue | None:
    """The cue before it that it goes on from: "told reporters …, adding …", "urged them to stay and warned that …"."""
    head = tree.head(verb)
    goes_on = tree.is_a(verb, "advcl", "xcomp", "conj") and not tree.children(verb, "nsubj", "mark")
    if head is None or head > verb or not goes_on:
        return None
    return cues.get(head) or (cues.get(tree.tokens[head].head) if tree.is_a(head, "ccomp") else None)


def _cues(tree: Tree) -> Iterator[Cue]:
    named = {token for name in tree.analysis.names for token in range(name.first, name.last + 1)}
    for token in tree.tokens:
        if token.upos == "VERB" and token.index not in named and token.text.lower() != "according":
            cue = _verb_cue(tree, token.index)
            if cue:
                yield cue


def _verb_cue(tree: Tree, verb: int) -> Cue | None:
    cues = load_cues()
    lemma = "rule" if _is_ruling(tree, verb) else cue_lemma(tree, verb)
    if not cues.reports(lemma, "say", "state", "urge", "quote") or quotes_others(tree, verb):
        return None
    speakers = speakers_of(tree, verb)
    if not speakers or _is_a_deed(tree, verb) or _only_names(tree, verb) or _lets_stand(tree, verb):
        return None
    addressees = addressees_of(tree, verb)
    head = tree.head(verb)
    before = head is not None and quotes_others(tree, head) and not tree.children(verb, "ccomp", "obj", "parataxis")
    teller = head if head is not None and before else verb  # "The army left," the paper quoted him as saying
    content = clause_of(tree, teller, lemma, addressed=bool(addressees))
    first, last = cue_edges(tree, verb, lemma)
    return Cue("said", first, last, verb, speakers, addressees, content)


def _only_names(tree: Tree, verb: int) -> bool:
    """True for the "also called" of a thing's other name, which nobody is told to have said."""
    participle = tree.tokens[verb].feats.get("VerbForm") == "Part" and not tree.tokens[verb].text.endswith("ing")
    return participle and tree.is_a(verb, "acl") and not tree.agents(verb) and not tree.children(verb, "aux")


def _is_ruling(tree: Tree, verb: int) -> bool:
    """True for "the court held that …" and "the jury decided that …", which rule as "ruled that …" does."""
    if not load_cues().reports(tree.lemma(verb), "rule") or not tree.children(verb, "ccomp"):
        return False
    return _is_of_a_court(tree, verb)


def _lets_stand(tree: Tree, verb: int) -> bool:
    """True for "the court confirmed the sentence", which says nothing of it but that it stands."""
    settled = tree.lemma(verb) in ("confirm", "affirm") and tree.children(verb, "obj", "nsubj:pass")
    return bool(settled) and not tree.children(verb, "ccomp") and _is_of_a_court(tree, verb)


def _is_of_a_court(tree: Tree, verb: int) -> bool:
    phrases = (tree.words(*tree.phrase(doer, without=("acl", "appos"))).lower().split() for doer in tree.doers(verb))
    return any(COURTS & set(words) for words in phrases)


def _is_a_deed(tree: Tree, verb: int) -> bool:
    """True for a gerund that another verb governs ("a law to mandate reporting abuse", "avoided saying so"), and for
    what is only to be said ("the decision to advise the king", "flew there to urge them to sign")."""
    head = tree.head(verb)
    purpose = tree.is_a(verb, "advcl") and "to" in tree.lemmas_under(verb, "mark")
    if purpose and load_cues().reports(tree.lemma(verb), "urge") and tree.lemma_above(verb) in TRAVELLING:
        return True
    governed = tree.is_a(verb, "xcomp", "obj", "nsubj", "csubj") and tree.tokens[verb].text.endswith("ing")
    if tree.is_a(verb, "acl") and "to" in tree.lemmas_under(verb, "mark"):
        return head is not None and tree.tokens[head].noun_kind not in ("person", "organization")
    return governed and head is not None and tree.lemma(head) not in GOING_ON and not tree.children(verb, "mark")


def cue_edges(tree: Tree, verb: int, lemma: str) -> tuple[int, int]:
    particle = [kid for kid in tree.children(verb, "compound:prt") if kid > verb]
    if " " in lemma and not particle:
        particle = [
            case
            for kid in tree.children(verb, "obl", "xcomp")
            for case in tree.children(kid, "case")
            if case == verb + 1
        ]
    return verb, max([verb, *particle])


def addressees_of(tree: Tree, verb: int) -> tuple[int, ...]:
    """Head tokens of those to whom the verb says something."""
    if tree.lemma(verb) in ADDRESSEE_VERBS and tree.is_passive(verb) and tree.agents(verb):
        return tree.children(verb, "nsubj:pass")  # "the BBC was told by a spokesman"
    if tree.lemma(verb) in ADDRESSEE_VERBS:
        behind = [
            kid for kid in tree.children(verb, "nsubj")[1:] if tree.subtree(kid)[0] == verb + 1
        ]  # “…,” Orel told X
        found = [*tree.children(verb, "iobj"), *tree.children(verb, "obj"), *behind, *_named_behind(tree, verb)][:1]
        if tree.lemma(verb) == "call":  # "called the report “…”" is said of the report, not to it
            found = [kid for kid in tree.children(verb, "obl", "xcomp") if tree.case(kid) in ("on", "upon")]
        return tuple(member for kid in found for member in tree.after(kid))
    aimed = tree.obliques(verb, "to")[:2] if tree.lemma(verb) not in SPEAKING_OF else ()
    told = tree.children(verb, "iobj")[:1] if tree.lemma(verb) in ("promise", "guarantee", "write", "text") else ()
    promised = tuple(member for kid in told for member in tree.after(kid))
    return aimed or promised or tuple(_by_the_way(tree, verb))


def _named_behind(tree: Tree, verb: int) -> tuple[int, ...]:
    """The head of a name behind "told" that the tree has drawn into what was told."""
    last = told_name(tree, verb)
    name = next((n for n in tree.analysis.names if n.last == last), None)
    if name is None:
        return (last,) if last is not None else ()
    return (tree.top(name.first, name.last),)


def _by_the_way(tree: Tree, verb: int) -> Iterator[int]:
    """Whom the words are told to by the way: "in remarks to X, she said", "speaking to X, he said"."""
    for kid in tree.children(verb, "obl"):
        answer = tree.lemma(kid) in ("response", "reply", "answer") and bool(tree.children(kid, "det", "nmod:poss"))
        if load_cues().reports(tree.lemma(kid), "text") or tree.lemma(kid) in ("call", "conversation") or answer:
            yield from tree.obliques(kid, "to", "with")
    met = tree.head(verb) if tree.lemma(verb) in EXPRESSING and tree.is_a(verb, "conj") else None
    if met is not None and tree.lemma(met) in MEETING and not tree.children(verb, "nsubj"):
        yield from tree.objects(met)
    subjects = [part for subject in tree.children(verb, "nsubj") for part in tree.children(subject, "acl")]
    above = [tree.tokens[verb].head] if tree.is_a(verb, "advcl", "xcomp") and not tree.children(verb, "mark") else []
    for kid in (*tree.children(verb, "advcl"), *subjects, *above):
        if tree.lemma(kid) == "address":
            yield from tree.objects(kid)
        if tree.lemma(kid) == "ask" and tree.is_passive(kid):
            yield from tree.agents(kid)  # "asked by reporters whether …, she said"
        if tree.lemma(kid) in SPEAKING:
            yield from tree.obliques(kid, "to", "with")
        elif tree.lemma(kid) in ("describe", "explain"):
            yield from tree.obliques(kid, "to", "for")


def before_or_after(tree: Tree, cues: Sequence[Cue], quote: Span) -> Cue | None:
    """The reporting word right after a quotation, else right before it, that stands outside the quotation."""
    text = tree.text
    best: tuple[int, Cue] | None = None
    for cue in cues:
        place = tree.tokens[cue.word].span
        if quote.overlaps(place) or _is_another_clause(tree, cue, quote):
            continue
        gap = text[quote.end : place.start] if place.start >= quote.end else text[place.end : quote.start]
        below = place.end <= quote.start  # "Orten stated," before a paragraph of quotation
        opening = ' \n\t,:“"«' if below else " \n\t"
        if len(gap) > 160 or "\n" in gap.strip(opening) or _ends_sentence(tree, cue, quote, gap):
            continue
        few = len(quote.of(text).split()) <= SHORT and not _governs(tree, cue, quote)
        apart = place.start >= quote.end and text[quote.end - 1] != "," and len(gap) > NEAR
        apart = apart and gap.lstrip("”\"'» ")[:1] not in (",", "–", "—", "-")
        if few and (len(gap) > FAR or apart):
            continue
        distance = len(gap) + (0 if place.start >= quote.end else 20) - (200 if _governs(tree, cue, quote) else 0)
        if best is None or distance < best[0]:
            best = (distance, cue)
    return best[1] if best else None


def _is_another_clause(tree: Tree, cue: Cue, quote: Span) -> bool:
    """True where somebody else acts in the clause that a colon ends before the quotation ("Orten said it would hold,
    though Vesely disagreed: “No.”"), and for what is only supposed to be written by somebody."""
    if tree.is_a(cue.word, "advcl") and "if" in tree.lemmas_under(cue.word, "mark"):
        return True
    opening = tree.text[: quote.start].rstrip(' “"«')
    behind = range(cue.last + 1, tree.tokens_in(quote).start)
    if not opening.endswith(":") or not behind:
        return False
    verbs = (token for token in behind if tree.is_a(token, "advcl", "conj") and tree.tokens[token].upos == "VERB")
    return any(tree.head(verb) == cue.word and kid > cue.last for verb in verbs for kid in tree.children(verb, "nsubj"))


def _governs(tree: Tree, cue: Cue, quote: Span) -> bool:
    """True when a cue that takes only quotations stands above the quotation's first word in the tree."""
    inner = next((t.index for t in tree.tokens[cue.word :] if t.span.start >= quote.start), None)
    return not cue.content and inner is not None and cue.word in tree.ancestors(inner)


def _ends_sentence(tree: Tree, cue: Cue, quote: Span, gap: str) -> bool:
    """True when a sentence ends between quotation and cue; not at the stop of “…,” Sen. A. Orten said."""
    after = tree.tokens[cue.word].span.start >= quote.end
    inner = gap.strip(" \n\t“”\"‘’«»'").rstrip(":,")
    if after and gap[:1] in '”"’»' and gap[1:2] in ".!?":
        return True
    if not after and gap.rstrip(" \n\t“”\"‘’«»'").endswith((".", "!", "?")):
        return True
    begins = tree.sentence_of(cue.word).span.start
    if after and begins >= quote.end and tree.text[quote.end - 1] == ".":
        return True  # called him “Lyin’ Karel.” Orten said …
    whole = after and begins < quote.end and "," in (tree.text[quote.end - 1], *gap[:2])
    return any(mark in inner for mark in ("! ", "? ", ".\n", ";", *(() if whole else (". ",))))
