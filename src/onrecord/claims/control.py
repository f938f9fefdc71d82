"""Who does what a clause says that has no subject of its own, by the verb above: "called on Orel to leave"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.lexicon.word_lists import word_list

if TYPE_CHECKING:
    from onrecord.claims.tree import Tree

UNDERTAKEN = word_list("undertaken")
# What opens a clause as well as a phrase.
SUBORDINATORS = ("after", "before", "since", "until", "as")

# With the prepositions of who is to do what follows with "to".
CALLING = {"call": ("on", "upon"), "appeal": ("to",), "plead": ("with",), "prevail": ("on", "upon"), "wait": ("for",)}
# Marks of what the object of the verb above does: "accused Orel of lying", "kept her from leaving".
CHARGING = frozenset({"of", "from", "into"})
# What leads to something with what stands before it: "led to the army leaving", "resulted in him quitting".
LEADING = {"lead": ("to",), "result": ("in",), "end": ("with", "in"), "culminate": ("in", "with")}


def taken_for_oblique(tree: Tree, verb: int, head: int) -> int | None:
    """The subject of "was freed after Orel, the mayor, was arrested", which is read as "after Orel"."""
    if not tree.is_a(verb, "advcl") or not tree.is_finite_clause(verb) or tree.children(verb, "mark"):
        return None
    phrases = [kid for kid in tree.children(head, "obl") if kid < verb and tree.case(kid) in SUBORDINATORS]
    near = [kid for kid in phrases if tree.phrase(kid)[0] > head or tree.subtree(verb)[1] < head]
    return near[-1] if near else None


def blamed(tree: Tree, verb: int) -> tuple[int, ...]:
    """Who did what a verb is done for: "sanctioned X for supplying", "imposed sanctions on X for supplying"."""
    if tree.is_passive(verb):
        return tree.subjects(verb)
    own = tree.children(verb, "obj")
    faced = [kid for noun in (verb, *own) for kid in tree.obliques(noun, "on", "against", "upon")]
    return tuple(faced) or tree.after(*own)


def called_on(tree: Tree, clause: int, verb: int) -> tuple[int, ...]:
    """Who is called on to do what the clause says: "called on Orel to apologise", "appealed to Orel to stop"."""
    cases = CALLING.get(tree.lemma(verb), ())
    to = next((kid for kid in tree.children(clause, "mark") if tree.lemma(kid) == "to"), None)
    if not cases or to is None or not tree.is_a(clause, "advcl", "xcomp"):
        return ()
    return tuple(kid for kid in tree.obliques(verb, *cases) if verb < kid < to)


def led_to(tree: Tree, clause: int, verb: int) -> tuple[int, ...]:
    """Who does what something led to: "led to the minister resigning", "ended with the police arresting"."""
    cases, feats = LEADING.get(tree.lemma(verb), ()), tree.tokens[clause].feats
    gerund = feats.get("Tense") == "Pres" or feats.get("VerbForm") == "Ger"
    if not cases or not tree.is_a(clause, "advcl") or not gerund:
        return ()
    opening = tree.subtree(clause)[0]
    found = (kid for kid in tree.children(verb, "obl") if tree.case(kid) in cases)
    return tuple(kid for kid in found if verb < kid and tree.subtree(kid)[1] + 1 == opening)
