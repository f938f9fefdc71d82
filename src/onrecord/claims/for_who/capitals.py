"""Tell a capital that stands for its state ("Oslo was accused by Moscow") from one that is a place."""

from onrecord.claims.tree import Tree
from onrecord.lexicon.event_words import WordClass, load_event_words
from onrecord.lexicon.word_lists import word_list

# What is done with words, papers and money is done to states, what is done by force happens in towns.
_TO_STATES: frozenset[str] = frozenset(
    {"AGREE", "SUPPORT", "CONCEDE", "AID", "REQUEST", "ACCUSE", "REJECT", "THREATEN", "SANCTION", "COOPERATE"}
)
_BESIDE: dict[str, frozenset[str]] = {
    "with": frozenset(
        {"relation", "tie", "alliance", "tension", "dispute", "rift", "treaty", "contact", "cooperation", "protest"}
    ),
    "from": frozenset(
        {"pressure", "signal", "message", "permission", "reaction", "response", "statement", "claim"}
        | {"ambassador", "envoy", "diplomat"}
    ),
    "on": frozenset({"pressure", "sanction", "embargo", "tariff"}),
    "against": frozenset({"sanction", "embargo", "complaint", "accusation", "allegation"}),
    "to": frozenset(
        {"message", "ambassador", "envoy", "warning", "ultimatum", "letter", "tie", "ally"}
        | {"delegation", "emissary", "adviser", "negotiator"}
    ),
    "between": frozenset({"relation", "tie", "alliance", "tension", "dispute", "rift", "treaty", "cooperation"}),
}
"""Nouns of dealings between states by what stands between them and the state."""
_BOUND = word_list("bound")


def stands_for_its_state(tree: Tree, capital: int) -> bool:
    """True for a capital that acts, is spoken to, dealt with or sanctioned; false where somebody goes or strikes."""
    first = tree.conjuncts(capital)[0]
    head, case = tree.head(first), tree.case(first)
    if head is None:
        return False
    if tree.is_a(first, "nmod:poss"):
        aimed = bool(tree.obliques(head, "on", "against", "of")) and bool(_types(tree, head))
        return tree.lemma(head) in word_list("of_capitals") | _BOUND or aimed or _deals(tree, head)
    if case is None and tree.is_a(first, "nsubj"):
        return not tree.is_a(first, "nsubj:pass") or not _types(tree, head) or _deals(tree, head)
    if case is None:
        return tree.is_a(first, "obj", "iobj") and _deals(tree, head)
    if not tree.is_a(first, "obl", "nmod"):
        return False
    if case == "by":
        return tree.is_passive(head) or _deals(tree, head)
    if case in ("on", "upon") and tree.lemma(head) == "call":
        return True
    led = tree.lemma(head) in ("lead", "head", "bring", "accompany")  # "will lead a delegation to Oslo": a journey
    hosts = (head, *(() if led else tree.children(head, "obj")))
    if any(tree.lemma(host) in _BESIDE.get(case, ()) for host in hosts) or case == "of" and tree.lemma(head) in _BOUND:
        return True
    return case in _BESIDE and any(_deals(tree, host) for host in hosts)


def _deals(tree: Tree, word: int) -> bool:
    """True for a word that tells of dealings with a state in all of its senses."""
    types = _types(tree, word)
    return bool(types) and types <= _TO_STATES | {"talks"}


def _types(tree: Tree, word: int) -> set[str]:
    """The types of event that the word may tell of; talks, but not visits, are a type of their own."""
    kind: WordClass = "noun" if tree.tokens[word].upos == "NOUN" else "verb"
    senses = load_event_words().find(kind, tree.lemma(word), tree.tokens[word].text)
    return {"talks" if sense.event == "CONSULT" and sense.mode != "visit" else sense.event for sense in senses}
