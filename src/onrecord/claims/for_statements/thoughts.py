"""Find thoughts and judgements: what people believe, want, plan or feel, and what they speak of without their words."""

from collections.abc import Collection, Iterator, Sequence

from onrecord.claims.for_statements.cues import ActKind, Cue, cue_edges
from onrecord.claims.for_statements.extents import complement_of, says_that, thing_of, topic_of
from onrecord.claims.tree import Tree
from onrecord.lexicon.cues import load_cues
from onrecord.lexicon.thoughts import load_thoughts
from onrecord.model import Span

TOPIC_CASES = ("about", "of", "against", "for", "on", "over", "toward", "towards", "upon")
ADJECTIVE_CASES = (*TOPIC_CASES, "to", "in", "with", "at")


def find_thoughts(tree: Tree, taken: Collection[int]) -> Iterator[Cue]:
    """The cues, in text order, of acts that report no words; `taken` are the words that already report some."""
    named = {token for name in tree.analysis.names for token in range(name.first, name.last + 1)}
    for token in tree.tokens:
        if token.index in taken or token.index in named:
            continue
        cue = _cue_at(tree, token.index)
        if cue is not None:
            yield cue


def _cue_at(tree: Tree, word: int) -> Cue | None:
    upos = tree.tokens[word].upos
    if upos == "NOUN":
        return _noun(tree, word)
    mood = _state_of_mind(tree, word) if upos in ("VERB", "ADJ") else None
    return _verb(tree, word) if mood is None and upos == "VERB" else mood


def _state_of_mind(tree: Tree, word: int) -> Cue | None:
    """ "is convinced that …", "worried about …", "ready to …"."""
    if tree.lemma(word) == "clear" and tree.children(word, "nsubj"):
        return _cue(tree, "said", word, tree.subjects(word), complement_of(tree, word))
    if not load_thoughts().names(tree.tokens[word].text.lower(), "adjective") or tree.children(word, "obj"):
        return None
    content = complement_of(tree, word) or topic_of(tree, word, ADJECTIVE_CASES)
    return _cue(tree, "thought", word, tree.subjects(word), content)


def _verb(tree: Tree, verb: int) -> Cue | None:
    """A verb of thought with its clause or thing, else one of judging with what it speaks of."""
    lemma = pair_of(tree, verb)
    doers = tree.doers(verb)
    content = _thought(tree, verb, lemma)
    if content or not doers:
        return _cue(tree, "thought", verb, doers, content)
    return _cue(tree, "judged", verb, doers, _judged(tree, verb, lemma, doers))


def _thought(tree: Tree, verb: int, lemma: str) -> tuple[Span, ...]:
    thoughts = load_thoughts()
    content = complement_of(tree, verb) if thoughts.names(lemma, "clause", "thing") else ()
    if not content and thoughts.names(lemma, "thing"):
        content = thing_of(tree, verb) or topic_of(tree, verb, _cases(lemma))
    return content


def _judged(tree: Tree, verb: int, lemma: str, doers: Sequence[int]) -> tuple[Span, ...]:
    cues = load_cues()
    if cues.reports(lemma, "state", "urge", "quote", "judge"):
        return thing_of(tree, verb) or complement_of(tree, verb) or topic_of(tree, verb, _cases(lemma))
    if cues.reports(lemma, "commit"):
        return complement_of(tree, verb)
    if cues.reports(lemma, "show") and any(cues.reports(tree.lemma(doer), "text") for doer in doers):
        return complement_of(tree, verb) or thing_of(tree, verb)
    return ()


def _cases(lemma: str) -> Sequence[str]:
    """The prepositions that can open what a verb is about: its own, where the lexicon names it ("hope for")."""
    return (lemma.split()[-1],) if " " in lemma else TOPIC_CASES


def pair_of(tree: Tree, word: int) -> str:
    """The lemma, with its particle or preposition where the lexicon knows the pair ("hope for", "faith in")."""
    lemma = tree.lemma(word)
    for kid in tree.children(word, "compound:prt", "obl", "nmod", "advcl", "advmod"):
        beside = tree.case(kid) if tree.is_a(kid, "obl", "nmod") else tree.lemma(kid)
        if tree.is_a(kid, "advcl"):
            beside = next((tree.lemma(mark) for mark in tree.children(kid, "mark", "case")), None)
        pair = f"{lemma} {beside}"
        if load_thoughts().names(pair, "thing", "noun") or load_cues().reports(pair, "judge"):
            return pair
    return lemma


def _noun(tree: Tree, noun: int) -> Cue | None:
    lemma = pair_of(tree, noun)
    said = load_cues().reports(lemma, "speech")
    if not said and not load_thoughts().names(lemma, "noun"):
        return None
    content = complement_of(tree, noun) or topic_of(tree, noun, _cases(lemma))
    if not content and _is_carried(tree, noun):
        content = topic_of(tree, tree.tokens[noun].head, _cases(lemma))
    kind: ActKind = "thought" if not said else "said" if says_that(tree, noun) else "judged"
    return _cue(tree, kind, noun, holders_of(tree, noun), content)


def _is_carried(tree: Tree, noun: int) -> bool:
    """True for the object of a verb that only carries it: "voiced fears over the vote"."""
    head = tree.head(noun)
    return head is not None and tree.is_a(noun, "obj") and load_cues().reports(tree.lemma(head), "carry")


def holders_of(tree: Tree, noun: int) -> tuple[int, ...]:
    """Head tokens of whose claim, plan or hope it is: "his plan", "a plan by X", "X has a plan"."""
    own = [*tree.children(noun, "nmod:poss"), *tree.obliques(noun, "by", "from", "among")]
    if own:
        return tuple(member for kid in own for member in tree.after(kid))
    if _is_carried(tree, noun):
        return tree.doers(tree.tokens[noun].head)
    return tuple(kid for kid in tree.children(noun, "compound") if tree.tokens[kid].upos == "PROPN")


def _cue(tree: Tree, kind: ActKind, word: int, sources: tuple[int, ...], content: tuple[Span, ...]) -> Cue | None:
    if not sources or not content:
        return None
    first, last = cue_edges(tree, word, pair_of(tree, word))
    return Cue(kind, first, last, word, sources, (), content)
