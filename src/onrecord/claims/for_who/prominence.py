"""What there is to see of a pronoun and of what it may stand for, and what that weighs (fitted by training/)."""

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Literal

from onrecord.claims.fitted import read_fitted
from onrecord.claims.for_who.kinds import Candidate
from onrecord.claims.for_who.profiles import Profile
from onrecord.claims.tree import Tree
from onrecord.lexicon.cues import load_cues
from onrecord.lexicon.word_lists import word_list

FILE = "pronouns.json"
Group = Literal["he", "it", "they"]
Features = Mapping[str, float]
GOING_ON = ("add", "continue", "conclude")
"""Words of speaking on: "they added"."""
ROLES: Mapping[str, str] = {
    "nsubj": "subject", "csubj": "subject", "nsubj:pass": "subject of passive", "obj": "object", "iobj": "object",
    "obl": "oblique", "obl:agent": "agent", "nmod:poss": "owner", "nmod": "modifier", "amod": "modifier",
    "compound": "modifier", "flat": "modifier", "appos": "apposed",
}  # fmt: skip
FARTHEST, MOST, LEVELS = 4, 20, 3


@dataclass(frozen=True, slots=True)
class Referent:
    """Something that the text has spoken of; `profile` is None for a mere thing, which competes for "it".

    `share` is how likely a pronoun stands for it, by the weights.
    """

    candidate: Candidate
    profile: Profile | None
    share: float = 1.0


@dataclass(frozen=True, slots=True)
class Setting:
    """Where a pronoun stands: who does what its clause and those above tell, the nearest first, and to whom."""

    tree: Tree
    pronoun: Candidate
    doers: tuple[tuple[int, ...], ...]
    objects: tuple[tuple[int, ...], ...]
    role: str


def find_setting(tree: Tree, pronoun: Candidate) -> Setting:
    """The setting of a pronoun."""
    above = [token for token in tree.ancestors(pronoun.head) if tree.tokens[token].upos in ("VERB", "AUX")]
    verbs = [verb for verb in above if pronoun.head not in tree.children(verb, "nsubj")][:LEVELS]
    doers = tuple(tree.doers(verb) for verb in verbs)
    objects = tuple((*tree.objects(verb), *tree.children(verb, "iobj", "obl")) for verb in verbs)
    return Setting(tree, pronoun, doers, objects, role_of(tree, pronoun.head))


def group_of(pronoun: Candidate) -> Group:
    """Which weights hold for a pronoun: those of "he" and "she", of "it", or of "they"."""
    return "it" if pronoun.gender == "neuter" else "they" if pronoun.gender is None else "he"


def see(setting: Setting, referent: Referent, *, rank: int, opens: bool, since: bool) -> dict[str, float]:
    """What there is to see of a pair, by name.

    `rank` is how many others that fit were spoken of since, `opens` whether the referent is the first of its sentence,
    `since` whether a later sentence told what another one did: who spoke before does not speak on.
    """
    tree, own, other = setting.tree, setting.pronoun.head, referent.candidate.head
    likely = tree.analysis.antecedents.get(own, {})
    apart = tree.tokens[own].sentence - tree.tokens[other].sentence
    role = role_of(tree, other)
    seen = {
        "likely" if other in likely else "not judged": likely.get(other, 1.0),
        f"apart {apart}": 1.0,
        f"role {role}": 1.0,
        f"form {referent.candidate.form}": 1.0,
        f"rank {min(rank, FARTHEST)}": 1.0,
    }
    seen.update(dict.fromkeys(_marks(setting, referent, role, since=since), 1.0))
    if referent.share < 1:
        seen["doubted"] = 1 - referent.share
    if opens:
        seen["first in its sentence" if apart else "first in this sentence"] = 1.0
    if referent.profile is not None:
        before = sum(m.head < own and m.form != "pronoun" for m in referent.profile.mentions)  # a pronoun may be wrong
        seen["mentions"] = math.log(1 + min(before, MOST))
    if not apart:
        seen["nearness"] = -math.log(1 + abs(own - other))
        seen.update(_above(setting, other))
    return seen


def _above(setting: Setting, other: int) -> Iterator[tuple[str, float]]:
    """What a noun of the pronoun's own sentence has to do with the clauses that the pronoun stands in."""
    for level, (doers, objects) in enumerate(zip(setting.doers, setting.objects, strict=True)):
        if other in doers:
            yield f"doer {level} of {setting.role}", 1.0
            if setting.tree.tokens[other].upos == "PRON":
                yield f"pronoun, doer {level}", 1.0
            return
        if other in objects:
            yield f"object {level} of {setting.role}", 1.0
            return
    if setting.tree.head(setting.pronoun.head) in list(setting.tree.ancestors(other))[1:]:
        yield f"beneath {setting.role}", 1.0


def role_of(tree: Tree, noun: int) -> str:
    """What a noun is to its head; of the second of two that "and" joins, what the first is."""
    first = tree.head(noun)
    if tree.bases[noun] == "conj" and first is not None:
        return "joined" if tree.bases[first] == "conj" else role_of(tree, first)
    return ROLES.get(tree.tokens[noun].deprel, ROLES.get(tree.bases[noun], "other"))


def _marks(setting: Setting, referent: Referent, role: str, *, since: bool) -> Iterator[str]:
    """The features that are there or not."""
    tree, pronoun, other, profile = setting.tree, setting.pronoun, referent.candidate.head, referent.profile
    own = pronoun.head
    apart = tree.tokens[own].sentence - tree.tokens[other].sentence
    if other > own:
        yield "told later"
    if profile is not None and any(m.head < own and m.form == "name" for m in profile.mentions):
        yield "named before"
    if referent.candidate.form == "pronoun" and referent.candidate.text == pronoun.text:
        yield "same pronoun"
    if not apart and any(tree.tokens[kid].upos == "PRON" for kid in tree.children(other, "nmod:poss")):
        yield "somebody's"  # "following the advice of his mentor Orel, he left"
    if role == setting.role:
        yield f"same role {'there' if apart else 'here'}"
    above = (own, *tree.ancestors(own))
    if not apart and any(tree.head(token) == other and tree.is_a(token, "acl") for token in above):
        yield "in its relative clause"
    if apart == 1 and role.startswith("subject") and tree.is_a(tree.tokens[other].head, "root"):
        yield "subject before"
    if _stands_beside(tree, own, other):
        yield "stands beside"
    if _is_judged(tree, own, other):
        yield "judged"
    if apart <= 1 and role == "object" and _does_also(tree, own):
        yield "does also"
    if not apart and _tells_of(tree, own, other):
        yield "teller"
    if _speaks(tree, own):
        yield from _marks_of_speaking(tree, own, other, role, since=since)


def _marks_of_speaking(tree: Tree, own: int, other: int, role: str, *, since: bool) -> Iterator[str]:
    if role == "subject":
        yield "subject may speak"
    if _is_spoken_of(tree, other):
        yield "spoken of"
    if _speaks(tree, other):
        if not since:
            yield "speaks on"
        if tree.lemma(tree.tokens[own].head) in GOING_ON:
            yield "goes on"


def _stands_beside(tree: Tree, pronoun: int, other: int) -> bool:
    """True for the bank of "the bank and its owner"."""
    noun = tree.head(pronoun) if tree.is_a(pronoun, "nmod:poss") else None
    if noun is None or not tree.is_a(noun, "conj"):
        return False
    before = [one for one in tree.conjuncts(noun) if one < pronoun]
    return bool(before) and other == before[-1] and not tree.children(before[-1], "nmod:poss")


def _does_also(tree: Tree, pronoun: int) -> bool:
    """True for the object of what is done as well: "also phoned him"."""
    verb = tree.head(pronoun) if tree.is_a(pronoun, "obj") else None
    return verb is not None and any(tree.lemma(kid) in ("also", "too", "likewise") for kid in tree.kids[verb])


def _is_judged(tree: Tree, pronoun: int, other: int) -> bool:
    """True for the Orel of "thanked Orel for his help"."""
    verb = tree.head(other)
    if verb is None or tree.lemma(verb) not in word_list("judging") or other > pronoun:
        return False
    done_to = tree.is_a(other, "nsubj") if tree.is_passive(verb) else tree.is_a(other, "obj")
    return done_to and tree.is_a(pronoun, "nmod:poss") and verb in tree.ancestors(pronoun)


def _speaks(tree: Tree, noun: int) -> bool:
    """True for the subject of a word that reports, and for whose text does: "according to its figures"."""
    cues, governor = load_cues(), tree.head(noun)
    if governor is None:
        return False
    if tree.is_a(noun, "nmod:poss"):
        spoken = tree.case(governor) == "according to" or _speaks(tree, governor)
        return spoken and cues.reports(tree.lemma(governor), "text")
    return tree.is_a(noun, "nsubj") and cues.reports(tree.lemma(governor), "say")


def _tells_of(tree: Tree, pronoun: int, other: int) -> bool:
    """True for the police of "the police said they had fled"."""
    verb = tree.head(pronoun) if tree.is_a(pronoun, "nsubj") else None
    teller = tree.head(verb) if verb is not None and tree.is_a(verb, "ccomp") else None
    if teller is None or other not in tree.children(teller, "nsubj"):
        return False
    return load_cues().reports(tree.lemma(teller), "say")


def _is_spoken_of(tree: Tree, noun: int) -> bool:
    """True for the subject of a clause that somebody else has told: the men of "the police said two men had fled"."""
    verb = tree.head(noun)
    if verb is None or not tree.is_a(verb, "ccomp") or not tree.is_a(noun, "nsubj"):
        return False
    teller = tree.head(verb)
    return (
        teller is not None
        and any(kid != noun for kid in tree.children(teller, "nsubj"))
        and load_cues().reports(tree.lemma(teller), "say")
    )


@cache
def load_weights() -> Mapping[str, Features]:
    """What each feature weighs, for each group of pronouns. Raises WeightsError when the file is missing or damaged."""
    raw = read_fitted(FILE)
    return {str(group): {str(name): float(weight) for name, weight in own.items()} for group, own in raw.items()}
