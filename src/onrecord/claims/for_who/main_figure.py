"""Whom an article is about: the one person whom a profile, an obituary or a biography names far more than anybody."""

import re
from collections.abc import Sequence

from onrecord.claims.for_who.kinds import Candidate
from onrecord.claims.for_who.profiles import Profile
from onrecord.claims.for_who.pronouns import SENTENCES_BACK, Choice
from onrecord.claims.tree import Tree
from onrecord.lexicon.cues import load_cues

BULLET = re.compile(r"[ \t]*[-–•*·▪●][ \t]")
LEAST = 3
"""So often the main figure is named at least, and twice as often as anybody else."""
OPENING = 3
"""Within so many sentences it is named."""
SHARE = 0.5
"""How likely the main figure is meant by a pronoun that fits nobody nearby well."""


def find_main_figure(tree: Tree, profiles: Sequence[Profile]) -> Profile | None:
    """The person whom the article names from its first sentences on and far more than anybody else, or None."""
    people = [(_names(profile), profile.number, profile) for profile in profiles if profile.kind == "person"]
    people.sort(key=lambda one: (-one[0], one[1]))
    if not people or people[0][0] < LEAST or (len(people) > 1 and people[0][0] < 2 * people[1][0]):
        return None
    main = people[0][2]
    first = min(mention.head for mention in main.mentions if mention.form == "name")
    return main if tree.tokens[first].sentence < OPENING else None


def _names(profile: Profile) -> int:
    return sum(mention.form == "name" for mention in profile.mentions)


def opens_item(tree: Tree, main: Profile, pronoun: Candidate, people: Sequence[Profile]) -> bool:
    """True for the "he" or "she" of an item in a list of facts that names nobody before: each item is of the main
    figure, whoever the one before it named."""
    start = tree.tokens[pronoun.head].span.start
    line = tree.text.rfind("\n", 0, start) + 1
    if not BULLET.match(tree.text, line) or pronoun.gender not in ("female", "male"):
        return False
    named = (
        mention.head for one in people if one.kind == "person" for mention in one.mentions if mention.form == "name"
    )
    alone = not any(line <= tree.tokens[head].span.start < start for head in named)
    return alone and tree.is_a(pronoun.head, "nsubj") and main.gender in (None, pronoun.gender)


def may_mean(tree: Tree, main: Profile, pronoun: Candidate, choices: Sequence[Choice]) -> bool:
    """True where a "he" or "she" that fits nobody nearby well may be the main figure: one that it can stand for, or one
    named longer ago. It acts: who speaks is rather whoever spoke last."""
    if not tree.is_a(pronoun.head, "nsubj") or load_cues().reports(tree.lemma_above(pronoun.head), "say"):
        return False
    if pronoun.gender not in ("female", "male") or main.gender not in (None, pronoun.gender):
        return False
    here = tree.tokens[pronoun.head].sentence
    before = [mention.head for mention in main.mentions if mention.head < pronoun.head]
    near = any(here - tree.tokens[head].sentence <= SENTENCES_BACK for head in before)
    return bool(before) and (not near or any(choice.referent.profile is main for choice in choices))
