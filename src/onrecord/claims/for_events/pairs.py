"""Pairs: which two are meant by "the two leaders", "both countries", "both" and an otherwise unclaimed "they"."""

from collections.abc import Iterator, Mapping
from itertools import pairwise

from onrecord.claims.for_who.named import Named
from onrecord.model import EntityKind

SENTENCES_BACK = 3
PERSONS = frozenset(
    {"leader", "president", "minister", "official", "man", "woman", "politician", "candidate", "diplomat", "premier"}
    | {"senator", "rival", "counterpart", "secretary", "chief", "envoy", "monarch", "statesman"}
)
STATES = frozenset({"country", "nation", "state", "government", "neighbor", "neighbour", "republic", "kingdom"})
SIDES = frozenset({"side", "party", "ally", "power", "organization", "organisation", "body", "company", "group"})
DEFINITE = frozenset({"the", "these", "both", "their", "our"})
# Who does these with somebody makes a pair with them.
JOINT = frozenset(
    {
        "meet",
        "visit",
        "phone",
        "call",
        "telephone",
        "host",
        "receive",
        "speak",
        "talk",
        "negotiate",
        "confer",
        "discuss",
    }
    | {"sign", "agree", "join", "accompany", "greet", "debate"}
)
WITH = ("with", "to", "and")
SPEAKING: frozenset[EntityKind] = frozenset({"person", "state"})
ACTING: frozenset[EntityKind] = frozenset({"person", "state", "organization", "group"})


def find_pairs(named: Named) -> Mapping[int, tuple[str, ...]]:
    """The two entities that each word for a pair stands for, by the word's token."""
    tree = named.tree
    wanted = [(token.index, kinds) for token in tree.tokens if (kinds := _kinds(named, token.index))]
    told = sorted(_told(named)) if wanted else []
    found: dict[int, tuple[str, ...]] = {}
    for token, kinds in wanted:
        here, back = tree.tokens[token].sentence, SENTENCES_BACK if tree.tokens[token].upos == "NOUN" else 1
        near = [
            pair for last, pair in told
            if last < token and here - tree.tokens[last].sentence <= back
            and all(named.cast.kind(entity) in kinds for entity in pair)
        ]  # fmt: skip
        if near:
            found[token] = near[-1]
    return found


def _kinds(named: Named, token: int) -> frozenset[EntityKind]:
    """The kinds that the two may have; none where the word stands for no pair."""
    tree, word, entity = named.tree, named.tree.tokens[token], named.entity_at(token)
    if word.text.lower() in ("they", "them", "both") and word.upos in ("PRON", "DET") and entity is None:
        return SPEAKING if tree.is_a(token, "nsubj", "obl:agent") else frozenset()
    if word.upos != "NOUN" or word.feats.get("Number") != "Plur" or (entity is not None and _is_known(named, token)):
        return frozenset()
    kids = {tree.lemma(kid) for kid in tree.children(token, "det", "nummod", "nmod:poss", "advmod")}
    if not kids & {"two", "2", "both"} or not kids & DEFINITE or tree.children(token, "appos", "nmod"):
        return frozenset()
    lemma = tree.lemma(token)
    if lemma in SIDES:
        return ACTING
    return frozenset({"person"}) if lemma in PERSONS else frozenset({"state"}) if lemma in STATES else frozenset()


def _is_known(named: Named, token: int) -> bool:
    """True for whom the article names or spoke of before: "two officers were charged. Both officers appealed"."""
    entity = named.cast.at[token] if token in named.cast.at else named.entity_at(token)
    before = any(other < token for other, known in named.cast.at.items() if known == entity)
    return before or (entity is not None and named.has_name(entity))


def _told(named: Named) -> Iterator[tuple[int, tuple[str, ...]]]:
    """Every two of one kind that are joined by "and" or do something together, with the later one's token."""
    tree = named.tree
    for token in tree.tokens:
        if tree.children(token.index, "conj") and not tree.is_a(token.index, "conj"):
            yield from _pair(named, *tree.conjuncts(token.index))
        if token.upos == "VERB" and tree.lemma(token.index) in JOINT:
            yield from _pair(named, *tree.subjects(token.index), *tree.objects(token.index)) or _pair(
                named, *tree.subjects(token.index), *tree.obliques(token.index, *WITH)
            )


def _pair(named: Named, *tokens: int) -> list[tuple[int, tuple[str, ...]]]:
    """The pair of exactly two named ones of one kind at the tokens."""
    entities = [named.entity_at(token) for token in tokens]
    if len(tokens) != 2 or None in entities or entities[0] == entities[1]:
        return []
    pair = tuple(entity for entity in entities if entity is not None)
    alike = all(named.cast.kind(one) == named.cast.kind(other) for one, other in pairwise(pair))
    return [(max(tokens), pair)] if alike and all(map(named.has_name, pair)) else []
