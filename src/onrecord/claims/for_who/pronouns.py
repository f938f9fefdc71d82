"""Resolve third-person pronouns to the entity that the text last spoke of in a fitting way."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from onrecord.claims.for_statements.quotes import find_quotes
from onrecord.claims.for_who.mentions import Candidate
from onrecord.claims.for_who.profiles import Profile
from onrecord.claims.tree import Tree
from onrecord.lexicon.cues import load_cues
from onrecord.model import Span

SENTENCES_BACK = 3
LABEL = re.compile(r"(?:M[RrSs]{1,2}\.\s)?[A-Z][^:.!?\n“”\"]{1,40}:\s")
"""What opens a turn of a briefing or an interview: "MR OREL: "."""
# How much prominence counts against the language model's log-odds (chosen on GUM dev), and what a mention gets that
# the model does not see as one.
PROMINENCE = 3.0
UNSEEN = -3.0
JOINED = 2.0
"""What it adds to the body that "its" stands beside: "the bank and its owner"."""
SPEAKS_ON = 1.0
"""What it adds to who spoke before that the pronoun speaks too: "the police said two men had fled; they told …"."""
PARALLEL = 2.0
"""What it adds to an object that the pronoun is an object too: "Orel phoned Torvald. Edmond also phoned him"."""
JUDGED = 2.0
"""What it adds to who is thanked or blamed that the pronoun stands in what for: "thanked Orel for his help"."""
JUDGING = frozenset(
    "thank congratulate praise commend applaud hail criticise criticize condemn blame accuse denounce rebuke honour "
    "honor reward arrest charge sentence convict dismiss fire sack jail fine punish sanction mock".split()
)
GOING_ON = ("add", "continue", "conclude")
"""Words of speaking on, for which it counts twice: "they added"."""


@dataclass(frozen=True, slots=True)
class Referent:
    """Something that the text has spoken of; `profile` is None for a mere thing, which competes for "it"."""

    candidate: Candidate
    profile: Profile | None


def resolve_pronoun(tree: Tree, pronoun: Candidate, seen: Sequence[Referent]) -> Profile | None:
    """The profile that a pronoun most likely stands for, or None when a thing or nothing fits.

    Number, gender, kind and binding say what can be meant; of that wins what the language model finds likeliest and
    what is most prominent: nearer sentences, subjects and names, in the manner of Lappin and Leass (1994).
    """
    likely = tree.analysis.antecedents.get(pronoun.head, {})
    here = tree.tokens[pronoun.head].sentence
    best: tuple[float, int, Referent] | None = None
    for place, referent in enumerate(reversed(seen)):
        there = tree.tokens[referent.candidate.head].sentence
        if here - there > SENTENCES_BACK or place > 120:
            break
        if not fits(pronoun, referent) or _bound_apart(tree, pronoun.head, referent.candidate.head):
            continue
        score = PROMINENCE * salience(tree, pronoun, referent, here - there)
        score += likely.get(referent.candidate.head, UNSEEN)
        if best is None or score > best[0]:
            best = (score, place, referent)
    if best is None or best[0] < 0:
        return None
    profile = best[2].profile
    if profile is not None and profile.gender is None and pronoun.gender in ("female", "male"):
        profile.gender = pronoun.gender
    return profile


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


def salience(tree: Tree, pronoun: Candidate, referent: Referent, distance: int) -> float:
    """How prominent a referent is at a pronoun; higher is better."""
    head = referent.candidate.head
    score = -1.0 * distance
    if tree.is_a(head, "nsubj", "obl:agent"):
        score += 1.0
    elif tree.is_a(head, "nmod", "amod", "compound"):
        score -= 0.6
    if _speaks(tree, pronoun.head) and _is_spoken_of(tree, head):
        score -= SPEAKS_ON
    if _speaks(tree, pronoun.head) and _speaks(tree, head):
        score += SPEAKS_ON * (1 + (tree.lemma(tree.tokens[pronoun.head].head) in GOING_ON))
    if referent.candidate.form == "name":
        score += 0.2
    if _stands_beside(tree, pronoun.head, head):
        score += JOINED
    if _is_judged(tree, pronoun.head, head):
        score += JUDGED
    if distance <= 1 and tree.is_a(head, "obj") and _does_also(tree, pronoun.head):
        score += PARALLEL
    if referent.profile is None:
        score -= 0.2
    if distance == 0:
        score += 0.3 if tree.is_a(pronoun.head, "nsubj") else 0.6
        score -= 0.01 * (pronoun.head - head)
    elif referent.profile is not None:
        score += 0.1 * min(len(referent.profile.mentions), 5)
    return score


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
    if verb is None or tree.lemma(verb) not in JUDGING or other > pronoun:
        return False
    done_to = tree.is_a(other, "nsubj") if tree.is_passive(verb) else tree.is_a(other, "obj")
    return done_to and tree.is_a(pronoun, "nmod:poss") and verb in tree.ancestors(pronoun)


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


def _speaks(tree: Tree, noun: int) -> bool:
    """True for the subject of a word that reports, and for whose text does: "according to its figures"."""
    cues, governor = load_cues(), tree.head(noun)
    if governor is None:
        return False
    if tree.is_a(noun, "nmod:poss"):
        return cues.reports(tree.lemma(governor), "text") and (
            tree.case(governor) == "according to" or _speaks(tree, governor)
        )
    return tree.is_a(noun, "nsubj") and cues.reports(tree.lemma(governor), "say")


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


def _bound_apart(tree: Tree, pronoun: int, other: int) -> bool:
    """A plain object pronoun never means the subject of its own verb (binding principle B); nor the reverse."""
    if tree.is_a(pronoun, "nmod:poss") or tree.lemma(pronoun).endswith("self"):
        return tree.head(pronoun) == other
    return tree.head(pronoun) == tree.head(other)
