"""Pairs: which two are meant by "the two leaders", "both countries", "the Ortens" and an otherwise unclaimed "they"."""

from collections.abc import Iterator, Mapping
from itertools import pairwise

from onrecord.claims.for_who.named import Named, state_of
from onrecord.claims.tree import Tree
from onrecord.claims.who import ACTING
from onrecord.lexicon.word_lists import word_list
from onrecord.model import EntityKind

SENTENCES_BACK = 3
PERSONS = word_list("persons_in_pairs")
STATES = frozenset({"country", "nation", "state", "government", "neighbor", "neighbour", "republic", "kingdom"})
SIDES = frozenset(
    "side party ally power organization organisation body company group rival enemy foe adversary partner".split()
)
DEFINITE = frozenset({"the", "these", "both", "their", "our"})
MEETINGS = frozenset({"talk", "meeting", "summit", "call", "conversation", "discussion", "negotiation", "consultation"})
MEETING = frozenset({"meet", "talk", "speak", "confer"})
WITH = ("with", "to", "and")
SPEAKING: frozenset[EntityKind] = frozenset({"person", "state"})


def find_pairs(named: Named) -> Mapping[int, tuple[str, ...]]:
    """The two entities that each word for a pair stands for, by the word's token."""
    tree = named.tree
    wanted = [(token.index, kinds) for token in tree.tokens if (kinds := _kinds(named, token.index))]
    told = sorted(_told(named)) if wanted else []
    found = dict(_families(named))
    for token, kinds in wanted:
        here, back = tree.tokens[token].sentence, SENTENCES_BACK if tree.tokens[token].upos in ("NOUN", "NUM") else 1
        recent = [pair for last, pair in told if last < token and here - tree.tokens[last].sentence <= back]
        near = [fitting for pair in recent if (fitting := _fitting(named, token, pair, kinds))]
        near = [pair for pair in near if not _is_done_by_one(named, token, pair)]
        if near:
            found[token] = near[-1]
            told.append((token, near[-1]))  # "They met. They also agreed"
            told.sort()
    return found


def _is_done_by_one(named: Named, token: int, pair: tuple[str, ...]) -> bool:
    """True where one of the two does it to the word: "A met B. A called on both parties to talk"."""
    tree, verb = named.tree, named.tree.head(token)
    if verb is None or not tree.is_a(token, "obj", "iobj", "obl") or tree.is_passive(verb):
        return False
    return any(named.entity_at(doer) in pair for doer in tree.subjects(verb))


def _families(named: Named) -> Iterator[tuple[int, tuple[str, ...]]]:
    """The two persons of one surname that "the Ortens" are."""
    tree = named.tree
    for token in tree.tokens[1:]:
        if token.upos == "PROPN" and token.text.endswith("s") and tree.text_at(token.index - 1).lower() == "the":
            persons = (one for one in named.cast.entities.values() if one.kind == "person")
            family = tuple(one.id for one in persons if one.name.endswith(f" {token.text[:-1]}"))
            if len(family) == 2:
                yield token.index, family


def _fitting(named: Named, token: int, pair: tuple[str, ...], kinds: frozenset[EntityKind]) -> tuple[str, ...]:
    """The pair where it can be meant at the token: of persons their states, where those are called for."""
    cast = named.cast
    if len(pair) != 2 and named.tree.tokens[token].text.lower() not in ("they", "them"):
        return ()
    if all(cast.kind(entity) in kinds for entity in pair):
        return pair
    if kinds != {"state"} or any(cast.kind(entity) != "person" for entity in pair):
        return ()
    states = (state_of(cast, cast.country(entity)) for entity in pair)
    found = tuple(state for state in states if state is not None)
    return found if len(set(found)) == len(pair) else ()


def _kinds(named: Named, token: int) -> frozenset[EntityKind]:
    """The kinds that the two may have; none where the word stands for no pair."""
    tree, word = named.tree, named.tree.tokens[token]
    if word.upos in ("PRON", "DET") and word.text.lower() in ("they", "them", "both"):
        free = named.entity_at(token) is None or word.text.lower() == "they" and _are_several(named, token)
        return SPEAKING if free and tree.is_a(token, "nsubj", "obl:agent") else frozenset()
    if word.text.lower() == "two" and tree.text_at(token - 1).lower() == "the" and not tree.children(token, "nmod"):
        return ACTING if tree.is_a(token, "nsubj", "obl:agent", "nmod", "obl") else frozenset()  # "the two met"
    if word.upos != "NOUN" or word.feats.get("Number") != "Plur":
        return frozenset()
    kids = tree.lemmas_under(token, "det", "nummod", "nmod:poss", "advmod")
    if not kids & {"two", "2", "both"} or not kids & DEFINITE or tree.children(token, "appos", "nmod"):
        return frozenset()
    entity = named.entity_at(token)
    if entity is not None and (min(named.cast.heads(entity)) < token or named.has_name(entity)):
        return frozenset()  # "two officers were charged. Both officers appealed"
    lemma = tree.lemma(token)
    if lemma in SIDES:
        return ACTING
    return frozenset({"person"}) if lemma in PERSONS else frozenset({"state"}) if lemma in STATES else frozenset()


def _are_several(named: Named, token: int) -> bool:
    """True for "they both resigned", and for "they met", where no body is meant."""
    tree, verb, entity = named.tree, named.tree.head(token), named.entity_at(token)
    alone = (
        verb is not None and tree.lemma(verb) in MEETING and not tree.objects(verb) and not tree.obliques(verb, *WITH)
    )
    if alone and entity is not None and named.cast.kind(entity) == "organization":
        return True
    beside = (*tree.children(token), *range(token + 1, min(token + 2, len(tree.tokens))))
    return any(tree.lemma(kid) == "both" for kid in beside)


def _told(named: Named) -> Iterator[tuple[int, tuple[str, ...]]]:
    """All of one kind that are joined by "and" or do something together, with the last one's token."""
    tree = named.tree
    for token in tree.tokens:
        if tree.children(token.index, "conj") and not tree.is_a(token.index, "conj"):
            yield from _pair(named, *tree.conjuncts(token.index))
        if token.upos == "VERB" and tree.lemma(token.index) in word_list("joint"):
            doers, met = tree.subjects(token.index), tree.objects(token.index)
            others = tree.obliques(token.index, *WITH)
            yield from _pair(named, *doers, *met, least=1) or _pair(named, *doers, *others, least=1)
        if token.upos == "NOUN" and tree.lemma(token.index) in MEETINGS:
            yield from _pair(named, *_one_side(tree, token.index), *tree.obliques(token.index, "with"), least=1)


def _one_side(tree: Tree, meeting: int) -> tuple[int, ...]:
    """Whose the meeting is, or who holds it."""
    head = tree.head(meeting)
    holder = tree.subjects(head) if head is not None and tree.is_a(meeting, "obj", "obl") else ()
    return tree.children(meeting, "nmod:poss") or holder


def _pair(named: Named, *tokens: int, least: int = 0) -> list[tuple[int, tuple[str, ...]]]:
    """The different ones of one kind at the tokens, two or more, all named or at least so many of them."""
    entities = [named.entity_at(token) for token in tokens]
    if len(tokens) < 2 or None in entities or len(set(entities)) < len(tokens):
        return []
    pair = tuple(entity for entity in entities if entity is not None)
    alike = all(named.cast.kind(one) == named.cast.kind(other) for one, other in pairwise(pair))
    names = sum(map(named.has_name, pair))
    return [(max(tokens), pair)] if alike and names >= (least or len(pair)) else []
