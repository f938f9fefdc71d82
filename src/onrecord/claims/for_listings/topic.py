"""Tell whether an article, a sentence or a word of listing speaks of sanctions."""

from itertools import pairwise

from onrecord.claims.tree import Tree
from onrecord.lexicon.word_lists import word_list


def is_on_topic(tree: Tree) -> bool:
    """True for an article that speaks of sanctions."""
    lemmas = [token.lemma.lower().removesuffix("s") for token in tree.tokens]
    measures = {("restrictive", "measure"), ("asset", "freeze"), ("travel", "ban")}
    return bool({"sanction", "blacklist"} & set(lemmas)) or bool(measures & set(pairwise(lemmas)))


def is_near_sanctions(tree: Tree, token: int) -> bool:
    """True where the sentence, or the one beside it, speaks of sanctions: "we are targeting those who sell the oil"."""
    return not tree.lemmas_near(token).isdisjoint(("sanction", "sanctions"))


def is_listed(tree: Tree, verb: int) -> bool:
    """True for "designated B" with a reason or in an article that speaks of sanctions, not for "designated B mayor"."""
    named = tree.children(verb, "xcomp") or tree.obliques(verb, "as", "to", "among")
    aside = tree.is_a(verb, "amod") or (tree.is_a(verb, "acl") and not tree.is_a(verb, "acl:relcl"))
    blamed, near = _is_blamed(tree, verb), is_on_topic(tree)
    dated = any(tree.tokens[kid].noun_kind == "time" for kid in tree.children(verb, "obl"))
    enough = near and (blamed or dated) if tree.lemma(verb) == "list" else near or blamed
    return not (named or aside) and (_is_ordered(tree, verb) or enough)


def is_noticed(tree: Tree, verb: int) -> bool:
    """True for "is being designated", "was designated for …" and "pursuant to the act", as notices say it of each."""
    going_on = any(tree.tokens[kid].text == "being" for kid in tree.children(verb, "aux:pass"))
    why = _is_blamed(tree, verb) or _is_ordered(tree, verb)
    return is_on_topic(tree) and is_listed(tree, verb) and (going_on or why)


def _is_blamed(tree: Tree, verb: int) -> bool:
    return any(tree.lemma(tree.subtree(kid)[0]) == "for" for kid in tree.children(verb, "advcl"))


def _is_ordered(tree: Tree, verb: int) -> bool:
    """True for "under the act", "under Section 4(b)", "pursuant to E.O. 4"."""
    pursuant = (kid for kid in tree.children(verb, "advmod", "advcl", "xcomp") if tree.lemma(kid) == "pursuant")
    named = (noun for kid in pursuant for noun in tree.obliques(kid, "to"))
    under = (*tree.obliques(verb, "under", "pursuant to"), *named)
    return any(tree.lemma(kid).lower() in word_list("orders") for kid in under)
