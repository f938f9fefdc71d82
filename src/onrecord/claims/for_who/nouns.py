"""Tell which named body a bare noun takes up ("Boeing lost money. The company sued"), and whom it cannot mean."""

from collections.abc import Iterator, Sequence

from onrecord.claims.for_who.kinds import Candidate
from onrecord.claims.for_who.profiles import Profile, Profiles
from onrecord.claims.tree import Tree
from onrecord.lexicon.nouns import load_nouns
from onrecord.lexicon.word_lists import word_list
from onrecord.names import normalise

LOOSE = word_list("loose")
_SENTENCES = 2
_LEAST = -2.2
_SURE = 1.0
"""Log-odds of the language model: what a lone body needs, and by how much one of several must lead."""
PARTNERS = ("with", "by", "to", "against", "from", "on")
"""What opens the phrase of another than the subject: "met with the president"; not "acted as the president"."""


def called_loosely(profiles: Profiles, candidate: Candidate, apart: Sequence[Profile]) -> Profile | None:
    """The body named shortly before that may be called so, where one alone is, or the language model prefers one."""
    tree = profiles.tree
    if tree.lemma(candidate.head) not in LOOSE or candidate.plural or len(normalise(candidate.text).split()) > 1:
        return None
    if candidate.kind != "organization" or tree.children(candidate.head, "acl", "nmod", "appos", "amod"):
        return None
    if any(tree.tokens[owner].upos == "PROPN" for owner in tree.children(candidate.head, "nmod:poss")):
        return None  # "Orel's party" is his, not the one spoken of last
    scores, here = tree.analysis.antecedents.get(candidate.head, {}), tree.tokens[candidate.head].sentence
    ranked: list[tuple[float, int, Profile]] = []
    for profile in profiles.all:
        named = [m.head for m in profile.mentions if m.form == "name" and m.head < candidate.head]
        near = [head for head in named if here - tree.tokens[head].sentence <= _SENTENCES]
        if profile not in apart and near and may_be_called_so(profile):
            ranked.append((max(scores.get(head, _LEAST) for head in near), near[-1], profile))
    ranked.sort(key=lambda one: one[:2], reverse=True)
    if not ranked or ranked[0][0] < _LEAST:
        return None
    alone = len(ranked) == 1 or ranked[0][0] - ranked[1][0] >= _SURE and ranked[0][0] >= 0
    return ranked[0][2] if alone else None


def may_be_called_so(profile: Profile) -> bool:
    """True for a body whose names do not tell that it is something else: "Supreme Court" is no company."""
    words = {word for name in profile.forms() for word in name.split()} - LOOSE
    return profile.kind == "organization" and not any(load_nouns().denotes(word, "organization") for word in words)


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
