"""Gather named mentions that mean the same person, body or place into profiles, one for each entity."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from onrecord.claims.mentions import Candidate, Gender, noun_gender, noun_kind, owners
from onrecord.claims.tree import Tree
from onrecord.model import EntityKind
from onrecord.names import is_acronym_of, normalise
from onrecord.places import country_of_adjective, country_of_name, region_of

ROLE_LINKS = ("nmod:desc", "compound", "amod", "appos")


@dataclass(slots=True)
class Profile:
    """An entity while it is being gathered. `roles` are lemmas of the titles and nouns that describe it."""

    number: int
    kind: EntityKind
    names: list[str] = field(default_factory=list)
    mentions: list[Candidate] = field(default_factory=list)
    roles: dict[str, str | None] = field(default_factory=dict)
    country: str | None = None
    gender: Gender | None = None
    plural: bool = False

    def add(self, candidate: Candidate) -> None:
        """Take in one more mention."""
        self.mentions.append(candidate)
        if candidate.form != "pronoun" and candidate.text not in self.names:
            self.names.append(candidate.text)
        self.country = self.country or candidate.country
        self.gender = self.gender or candidate.gender

    def keys(self) -> set[str]:
        """The normalised names."""
        return {normalise(name) for name in self.names}


@dataclass(slots=True)
class Profiles:
    """All profiles of a document, and which of them each token stands for."""

    tree: Tree
    all: list[Profile] = field(default_factory=list)
    at: dict[int, Profile] = field(default_factory=dict)

    def new(self, candidate: Candidate, kind: EntityKind) -> Profile:
        """A new profile for a mention."""
        profile = Profile(len(self.all), kind, plural=candidate.plural)
        self.all.append(profile)
        self.put(candidate, profile)
        return profile

    def put(self, candidate: Candidate, profile: Profile) -> None:
        """Let a mention stand for a profile."""
        profile.add(candidate)
        self.at[candidate.head] = profile


def gather_names(profiles: Profiles, candidates: Sequence[Candidate]) -> None:
    """Put all named mentions and national adjectives into profiles."""
    named = [c for c in candidates if c.form == "name" or c.state]
    for candidate in named:
        if candidate.state:
            _put_or_new(profiles, candidate, "state", {candidate.state})
    persons = [c for c in named if c.kind == "person"]
    for candidate in (c for c in persons if len(c.text.split()) > 1):
        _put_person(profiles, candidate)
    for candidate in (c for c in persons if len(c.text.split()) == 1):
        _put_surname(profiles, candidate)
    for candidate in sorted((c for c in named if c.kind not in ("person", "state")), key=lambda c: -len(c.text.split())):
        _put_body(profiles, candidate)


def _put_or_new(profiles: Profiles, candidate: Candidate, kind: EntityKind, names: Iterable[str]) -> Profile:
    wanted = {normalise(name) for name in names}
    for profile in profiles.all:
        if profile.kind == kind and wanted & profile.keys():
            profiles.put(candidate, profile)
            return profile
    profile = profiles.new(candidate, kind)
    if candidate.state and candidate.state not in profile.names:
        profile.names.insert(0, candidate.state)
    return profile


def _put_person(profiles: Profiles, candidate: Candidate) -> None:
    words = normalise(candidate.text).split()
    for profile in profiles.all:
        if profile.kind == "person" and any(_same_full_name(words, key.split()) for key in profile.keys()):
            profiles.put(candidate, profile)
            return
    profiles.new(candidate, "person")


def _same_full_name(a: Sequence[str], b: Sequence[str]) -> bool:
    """Same first and last words, or all words of the shorter in the longer; initials count for what they begin."""
    if len(a) < 2 or len(b) < 2:
        return False
    if a[-1] == b[-1] and (a[0] == b[0] or (len(a[0]) == 1 and b[0].startswith(a[0])) or (len(b[0]) == 1 and a[0].startswith(b[0]))):
        return True
    short, long = sorted((a, b), key=len)
    return all(word in long for word in short)


def _put_surname(profiles: Profiles, candidate: Candidate) -> None:
    """A single name belongs to the bearer of that surname, else first name, who was named last before it."""
    word = normalise(candidate.text)
    for place in (-1, 0, None):
        bearers = [
            p for p in profiles.all
            if p.kind == "person" and any(_has_word(key.split(), word, place) for key in p.keys())
        ]  # fmt: skip
        bearers = [p for p in bearers if not (candidate.gender and p.gender and candidate.gender != p.gender)]
        if bearers:
            profiles.put(candidate, min(bearers, key=lambda p: _distance(p, candidate)))
            return
    profiles.new(candidate, "person")


def _has_word(key: Sequence[str], word: str, place: int | None) -> bool:
    return word in key[1:] if place is None else bool(key) and key[place] == word


def _distance(profile: Profile, candidate: Candidate) -> tuple[int, int]:
    before = [candidate.head - m.head for m in profile.mentions if m.head < candidate.head]
    return (0, min(before)) if before else (1, min(m.head for m in profile.mentions))


def _put_body(profiles: Profiles, candidate: Candidate) -> None:
    """Organisations, places, occasions, groups: the same words, an acronym, or a telling part of a longer name."""
    kind = candidate.kind or "organization"
    key = normalise(candidate.text)
    same = [p for p in profiles.all if key in p.keys() and p.kind not in ("person", "state")]
    if not same and kind == "organization":
        same = [p for p in profiles.all if p.kind == kind and any(_shortens(key, candidate.text, name) for name in p.names)]
    if same:
        profiles.put(candidate, min(same, key=lambda p: _distance(p, candidate)))
    else:
        profiles.new(candidate, kind)


def _shortens(key: str, text: str, name: str) -> bool:
    """True when `text` is an acronym of `name`, or its beginning or end of two words or more."""
    if is_acronym_of(text, name) or is_acronym_of(name, text):
        return True
    short, long = key.split(), normalise(name).split()
    if len(short) >= len(long):
        return False
    if len(short) >= 2:
        return long[-len(short) :] == short or long[: len(short)] == short
    return bool(short) and len(short[0]) > 5 and long[0] == short[0] and not noun_like(short[0])


def noun_like(word: str) -> bool:
    """True for words that begin many names and tell none of them apart."""
    plain = word.lower()
    return bool(country_of_adjective(word) or country_of_name(word) or region_of(word)) or plain in {
        "national", "united", "federal", "foreign", "supreme", "central", "international", "democratic", "republican",
        "social", "general", "house", "ministry", "department", "european", "people", "people's", "new", "university",
    }  # fmt: skip


def describe(profiles: Profiles, candidates: Sequence[Candidate]) -> None:
    """Let titles and appositions stand for the named profile that they describe, and keep them as its roles."""
    tree = profiles.tree
    nominal = {c.head: c for c in candidates if c.form == "nominal" and not c.state}
    for candidate in candidates:
        if candidate.form != "name" or candidate.head not in profiles.at:
            continue
        profile = profiles.at[candidate.head]
        for noun in _describing(tree, candidate):
            if profile.kind == "person" and noun_kind(tree, noun) not in ("person", None):
                continue
            _add_role(tree, profile, noun)
            if noun in nominal and noun not in profiles.at and _may_be(tree, profile, noun):
                profiles.put(nominal[noun], profile)


def _describing(tree: Tree, candidate: Candidate) -> list[int]:
    head = candidate.head
    found = [
        kid for kid in tree.children(head, *ROLE_LINKS)
        if tree.tokens[kid].upos in ("NOUN", "PROPN") and not candidate.first <= kid <= candidate.last
    ]  # fmt: skip
    governor = tree.head(head)
    if governor is not None and tree.is_a(head, "appos", "flat") and tree.tokens[governor].upos in ("NOUN", "PROPN"):
        found.append(governor)
    if tree.is_a(head, "nsubj") and governor is not None and tree.child(governor, "cop") is not None:
        if tree.tokens[governor].upos in ("NOUN", "PROPN"):
            found.append(governor)
    return [member for noun in found for member in (tree.after(noun) if noun != governor else (noun,)) if member != head]


def _may_be(tree: Tree, profile: Profile, noun: int) -> bool:
    plural = tree.tokens[noun].feats.get("Number") == "Plur"
    kind = noun_kind(tree, noun)
    if profile.kind == "person":
        return not plural and kind in ("person", None)
    return kind in ("organization", "group", None) if profile.kind == "organization" else False


def _add_role(tree: Tree, profile: Profile, noun: int) -> None:
    country = role_country(tree, noun)
    profile.roles[tree.lemma(noun)] = country or profile.roles.get(tree.lemma(noun))
    profile.country = profile.country or country
    profile.gender = profile.gender or (noun_gender(tree.lemma(noun)) if profile.kind == "person" else None)


def role_country(tree: Tree, noun: int) -> str | None:
    """The country that a title's modifiers name: "Serbian president", "president of Serbia"."""
    for kid in owners(tree, noun):
        first, last = tree.phrase(kid)
        words = tree.words(max(first, kid) if tree.tokens[first].upos == "ADP" else first, last)
        for text in (tree.tokens[kid].text, words, words.removeprefix("the ")):
            found = country_of_adjective(text) or country_of_name(text) or region_of(text)
            if found:
                return found.code
    return None
