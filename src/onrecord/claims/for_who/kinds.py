"""Words that may stand for an entity, and what kind of entity a noun stands for."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from onrecord.claims.tree import Tree
from onrecord.lexicon.nouns import load_nouns
from onrecord.lexicon.word_lists import word_list
from onrecord.model import EntityKind, MentionForm
from onrecord.places import country_of_adjective

Gender = Literal["female", "male", "neuter"]
PHRASE_WITHOUT = ("punct", "cc", "conj", "appos", "parataxis", "acl", "advcl", "list", "dep", "case", "cop", "nsubj",
                  "aux", "mark", "ccomp", "advmod", "expl", "obl", "discourse", "orphan")  # fmt: skip
SHARES = frozenset({"percent", "cent", "%", "percentage", "majority", "half", "third", "quarter", "most"})
COUNTS = word_list("counting_people")
SENT_OUT = word_list("acting_for_others") - {"troop", "force"}

# Several of these act together: "Western countries condemned the coup"; behind the others they are where it happens.
COUNTRIES = frozenset({"country", "nation"})
WHEREABOUTS = frozenset("in across around throughout from of at into through within among".split())


@dataclass(frozen=True, slots=True)
class Candidate:
    """Words that may stand for an entity. `kind` is None for a thing that is none of the six kinds.

    `first` and `last` bound the name, or the nominal with its modifiers; `country` is what the words themselves tell.
    """

    head: int
    first: int
    last: int
    form: MentionForm
    kind: EntityKind | None
    text: str
    plural: bool = False
    gender: Gender | None = None
    country: str | None = None
    state: str | None = None


def noun_gender(lemma: str) -> Gender | None:
    """Female or male where the noun itself tells, else None."""
    nouns = load_nouns()
    if nouns.denotes(lemma, "female"):
        return "female"
    return "male" if nouns.denotes(lemma, "male") else None


def is_charge(tree: Tree, token: int) -> bool:
    """True for the first word of "chargé d'affaires", which parsers take for two nouns."""
    words = [word.text.lower().replace("’", "'") for word in tree.tokens[max(0, token) : token + 2]]
    return words in (["chargé", "d'affaires"], ["charge", "d'affaires"])


def is_share(tree: Tree, noun: int) -> bool:
    """True for so many of a people as a poll counts: "48 percent of voters", "most Norwegians"."""
    counted = tree.lemma(noun) in SHARES and bool(tree.obliques(noun, "of"))
    people = tree.lemma(noun) in ("voter", "people", "respondent") or country_of_adjective(tree.tokens[noun].text)
    return counted or bool(people) and "most" in tree.lemmas_under(noun, "amod", "advmod")


def is_before_noun(tree: Tree, token: int) -> bool:
    """True for an adjective or noun that tells of the noun behind it, also the "Turkish" of "Russian and Turkish"."""
    first = tree.conjuncts(token)[0]
    head = tree.head(first)
    return tree.is_a(first, "amod", "compound") and (token == first or head is not None and token < head)


def noun_kind(tree: Tree, token: int) -> EntityKind | None:
    """What a common noun denotes: by the noun lists, else by the language model."""
    nouns = load_nouns()
    lemma, word = tree.lemma(token), tree.tokens[token]
    if is_charge(tree, token):
        return "person"
    plural = word.feats.get("Number") == "Plur"
    if counted(tree, token):
        return "group"
    if lemma == "state" and any(tree.tokens[kid].upos == "NOUN" for kid in tree.obliques(token, "of")):
        return None  # "a state of emergency"
    if lemma == "force" and not plural and not tree.children(token, "det", "amod", "compound", "nmod:poss"):
        return None  # "the use of force"
    two = bool(tree.lemmas_under(token, "det", "nummod", "det:predet") & {"two", "both"})  # are known by name
    if lemma in COUNTRIES and plural and tree.case(token) not in WHEREABOUTS and not two:
        return "group"
    if nouns.denotes(lemma, "person"):
        return "group" if plural else "person"
    if nouns.denotes(lemma, "organization"):
        return "group" if plural and lemma not in ("authority", "service", "force") else "organization"
    if nouns.denotes(lemma, "group"):
        return "group"
    if word.noun_kind not in ("person", "organization") or nouns.denotes(lemma, "thing") or lemma in SENT_OUT:
        return None
    return "group" if plural else "person" if word.noun_kind == "person" else "organization"


def counted(tree: Tree, token: int) -> tuple[int, ...]:
    """The nouns for people that a noun of number counts: "a number of ministers and officials"; none for others."""
    if tree.lemma(token) not in COUNTS or tree.tokens[token].upos not in ("NOUN", "SYM"):
        return ()
    kids = [kid for kid in tree.children(token, "nmod") if tree.case(kid) == "of"]
    found = [one for kid in kids for one in tree.after(kid) if tree.tokens[one].upos == "NOUN"]
    return tuple(found) if found and all(noun_kind(tree, one) == "group" for one in found) else ()


def counted_by(tree: Tree, noun: int, last: int) -> Iterator[str]:
    """The words for those of whom a share or number is told: the "voters" of "52% of voters"."""
    inner = counted(tree, noun)
    if inner:
        first = min(tree.phrase(inner[0], without=(*PHRASE_WITHOUT, "det"))[0], inner[0])
        yield tree.words(first, last)
