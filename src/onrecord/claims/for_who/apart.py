"""Tell who a noun cannot stand for: those whom it is joined to by "and", and who does the same deed to it."""

from collections.abc import Iterator

from onrecord.claims.for_who.profiles import Profile, Profiles
from onrecord.claims.tree import Tree

PARTNERS = ("with", "by", "to", "against", "from", "on")
"""What opens the phrase of another than the subject: "met with the president"; not "acted as the president"."""


def others_beside(profiles: Profiles, noun: int) -> list[Profile]:
    """Those who are not whom the noun stands for: "the premier and President Orel", "Orel met the president"."""
    tree = profiles.tree
    beside = (*(one for one in tree.conjuncts(noun) if one != noun), *_other_parts(tree, noun))
    return [profiles.at[token] for token in beside if token in profiles.at]


def _other_parts(tree: Tree, noun: int) -> Iterator[int]:
    """Who does to the noun what the verb says, or to whom the noun does it (binding principle C)."""
    verb = tree.head(noun)
    if verb is None or tree.tokens[verb].upos != "VERB":
        return
    subjects = tree.children(verb, "nsubj")
    if noun in subjects:
        yield from () if tree.is_passive(verb) else tree.children(verb, "obj", "iobj")
        yield from tree.obliques(verb, *PARTNERS)
        return
    done_to = tree.is_a(noun, "obj", "iobj") and not tree.is_passive(verb)  # "Orel was named the minister"
    if done_to or tree.is_a(noun, "obl") and tree.case(noun) in PARTNERS:
        yield from subjects
