"""Find the court or chamber in which something is decided, and so by which: "was acquitted in the Senate"."""

from onrecord.claims.for_events.parts import Parts
from onrecord.claims.tree import Tree
from onrecord.lexicon.word_lists import word_list

DECIDED = word_list("decided")
HOUSES = word_list("houses")
ANSWERS = word_list("answers")


def decided_in(parts: Parts, verb: int) -> tuple[str, ...]:
    """The house in which what is told in the passive was decided."""
    tree, cast = parts.tree, parts.named.cast
    if tree.lemma(verb) not in DECIDED or not tree.is_passive(verb):
        return ()
    found = parts.who(tree.obliques(verb, "in", "at"), owners=False)
    return tuple(entity for entity in found if HOUSES & set(cast.entities[entity].name.lower().split()))


def _answers(tree: Tree, verb: int) -> bool:
    down = "down" in tree.lemmas_under(verb, "compound", "advmod")
    return tree.lemma(verb) in ANSWERS or tree.lemma(verb) == "turn" and down


def who_answers(parts: Parts, noun: int) -> tuple[str, ...]:
    """Who was asked, told by who answers: "the court dismissed the appeal of Orten"."""
    tree, head = parts.tree, parts.tree.head(noun)
    if head is None or not _answers(tree, head):
        return ()
    return parts.doers(head) if not tree.is_a(noun, "obl") else ()
