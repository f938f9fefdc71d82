"""Resolve third-person pronouns to the entity that the text most likely means by them, or leave them open."""

import math
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from onrecord.claims.for_statements.quotes import find_quotes
from onrecord.claims.for_who.kinds import Candidate
from onrecord.claims.for_who.profiles import Profile
from onrecord.claims.for_who.prominence import Features, Referent, find_setting, group_of, load_weights, see
from onrecord.claims.tree import Tree
from onrecord.lexicon.cues import load_cues
from onrecord.model import Span

SENTENCES_BACK = 3
REFERENTS_BACK = 120
LEAST_SURE = 0.45
"""How likely what a pronoun is given to must be; else it is left open (chosen on GUM dev and GAP validation)."""
SURE = 0.8
"""How likely it must be to tell a person's gender."""
LABEL = re.compile(r"(?:M[RrSs]{1,2}\.\s)?[A-Z][^:.!?\n“”\"]{1,40}:\s")
"""What opens a turn of a briefing or an interview: "MR OREL: "."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One of what a pronoun can stand for: the mention, whose it is (`key`; things have keys below 0), what is seen."""

    referent: Referent
    key: int
    features: Features


def find_choices(
    tree: Tree, pronoun: Candidate, seen: Sequence[Referent], ahead: Sequence[Referent]
) -> Iterator[Choice]:
    """All that a pronoun can stand for by number, gender, kind and binding, the nearest first.

    `seen` was spoken of before it; `ahead` are subjects of its own sentence: "In his speech, Orel said".
    """
    here, setting = tree.tokens[pronoun.head].sentence, find_setting(tree, pronoun)
    sentences = {head: tree.tokens[head].sentence for head in (one.candidate.head for one in (*seen, *ahead))}
    near = [one for one in reversed(seen) if here - sentences[one.candidate.head] <= SENTENCES_BACK]
    first = {sentences[one.candidate.head]: one.candidate.head for one in near}
    others = {_key(one) for one in near if _bound_apart(tree, pronoun.head, one.candidate.head)}
    keys: dict[int, int] = {}
    acted: dict[int, int] = {}
    for referent in (*near, *ahead):
        head, key = referent.candidate.head, _key(referent)
        if fits(pronoun, referent) and key not in others and not _bound_apart(tree, pronoun.head, head):
            rank = keys.setdefault(key, len(keys))
            opens = first.get(sentences[head]) == head
            since = any(own != key and sentences[head] < place < here for own, place in acted.items())
            yield Choice(referent, key, see(setting, referent, rank=rank, opens=opens, since=since))
            if tree.is_a(head, "nsubj") and tree.is_a(tree.tokens[head].head, "root"):
                acted.setdefault(key, sentences[head])


def _key(referent: Referent) -> int:
    return referent.profile.number if referent.profile else -1 - referent.candidate.head


def resolve_pronoun(pronoun: Candidate, choices: Sequence[Choice]) -> tuple[Profile | None, float]:
    """The profile that a pronoun most likely stands for, with how likely; None for a thing or where none is likely."""
    shares = weigh(choices, load_weights()[group_of(pronoun)])
    if not shares:
        return None, 0.0
    best = max(shares, key=lambda key: shares[key])
    profile = next(choice.referent.profile for choice in choices if choice.key == best)
    if profile is None or shares[best] < LEAST_SURE:
        return None, shares[best]
    if profile.gender is None and pronoun.gender in ("female", "male") and shares[best] > SURE:
        profile.gender = pronoun.gender
    return profile, shares[best]


def weigh(choices: Sequence[Choice], weights: Features) -> dict[int, float]:
    """How likely a pronoun stands for each of what it can, by key; the rest to 1 is that it stands for none of it.

    All mentions of one thing speak for it, as in the mention ranking of Durrett and Klein (2013).
    """
    shares: dict[int, float] = {}
    for choice in choices:
        score = weights["all"] + sum(weights.get(name, 0.0) * value for name, value in choice.features.items())
        shares[choice.key] = shares.get(choice.key, 0.0) + math.exp(min(score, 50.0))
    total = 1.0 + sum(shares.values())
    return {key: share / total for key, share in shares.items()}


def fits(pronoun: Candidate, referent: Referent) -> bool:
    """Number, gender and kind allow it."""
    profile = referent.profile
    kind = profile.kind if profile else None
    if pronoun.gender in ("female", "male"):
        return kind == "person" and profile is not None and profile.gender in (None, pronoun.gender)
    if pronoun.gender == "neuter":
        return kind in ("organization", "state") or (kind is None and not referent.candidate.plural)
    if kind is None:
        return referent.candidate.plural
    if kind == "state":  # "Norwegian authorities said they had"
        return referent.candidate.plural and referent.candidate.form == "nominal"
    return kind == "group" or (kind == "organization" and referent.candidate.form != "pronoun")


def speakers_around(
    tree: Tree, pronoun: int, seen: Sequence[Referent], named: Mapping[int, Profile]
) -> Iterator[Profile]:
    """Who may speak the words in quotation marks that a pronoun stands in, and whom it therefore does not mean: who is
    named beside them as speaking, and who spoke last before."""
    quotes = find_quotes(tree.text)
    at = tree.tokens[pronoun].span.start
    quote = next((span for span in quotes if span.start <= at < span.end), None)
    if quote is None:
        yield from _labelled(tree, at, named)
        return
    sentence = tree.sentence_of(pronoun)
    beside = (token for token in range(sentence.first, sentence.last + 1) if token in named and _tells(tree, token))
    yield from (named[token] for token in beside if not _is_in(tree, token, quotes))
    for referent in reversed(seen):
        head = referent.candidate.head
        if referent.profile is not None and _tells(tree, head) and not _is_in(tree, head, quotes):
            yield referent.profile
            return


def _labelled(tree: Tree, at: int, named: Mapping[int, Profile]) -> Iterator[Profile]:
    """Whom the label names of the paragraph that this character stands in: "MR OREL: He met him."."""
    opening = tree.text.rfind("\n", 0, at) + 1
    label = LABEL.match(tree.text, opening, at)
    if label is None:
        return
    for token, profile in named.items():
        if opening <= tree.tokens[token].span.start < label.end():
            yield profile


def _tells(tree: Tree, noun: int) -> bool:
    """True for the subject of a verb that reports, or that is joined to one: "Orel met them and said …"."""
    verb = tree.head(noun) if tree.is_a(noun, "nsubj") else None
    return verb is not None and any(load_cues().reports(tree.lemma(one), "say") for one in tree.conjuncts(verb))


def _is_in(tree: Tree, token: int, quotes: Sequence[Span]) -> bool:
    return any(span.start <= tree.tokens[token].span.start < span.end for span in quotes)


def _bound_apart(tree: Tree, pronoun: int, other: int) -> bool:
    """A plain object pronoun never means the subject of its own verb (binding principle B), nor the reverse; "his"
    never means him whose phrase it stands in: "his rival Orel"."""
    head = tree.head(pronoun)
    if not tree.is_a(pronoun, "nmod:poss") and not tree.lemma(pronoun).endswith("self"):
        beside = head is not None and ("to" in tree.lemmas_under(head, "mark") or tree.is_a(head, "conj"))
        acts = head is not None and beside and tree.is_a(pronoun, "obj", "iobj") and other in tree.doers(head)
        return head == tree.head(other) or acts  # "phoned to congratulate him", "phoned and invited him"
    while head is not None and head != other and tree.is_a(head, "nmod:desc", "compound", "appos", "flat"):
        head = tree.head(head)
    return head == other or tree.head(other) == head and tree.is_a(other, "nmod:desc", "compound", "appos", "flat")
