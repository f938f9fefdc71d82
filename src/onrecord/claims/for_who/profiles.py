"""Gather named mentions that mean the same person, body or place into profiles, one for each entity."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from onrecord.claims.for_who.kinds import Candidate, Gender, noun_gender, noun_kind
from onrecord.claims.for_who.mentions import owners
from onrecord.claims.for_who.name_mentions import UNION, UNION_SEAT
from onrecord.claims.for_who.titled import find_title
from onrecord.claims.tree import Tree
from onrecord.lexicon.nouns import load_nouns
from onrecord.lexicon.word_lists import word_list
from onrecord.model import EntityKind
from onrecord.names import is_same_organization, is_same_person, normalise, surname, without_address
from onrecord.places import Country, country_of_adjective, country_of_name, government_of, region_of

DEPUTIES = frozenset({"vice", "deputy", "assistant", "associate", "under"})
BYGONE = frozenset({"former", "previous", "ex", "late"})
PASSING = frozenset({"former", "current", "then", "late", "acting", "outgoing", "incoming", "new", "first", "second"})
LONGEST_PARTY = 2
"""So many words the name of a party has besides "party"."""
BODY_WITHOUT = ("case", "det", "nmod", "punct", "appos", "acl", "conj")
OWNING = ("of", "for", "to")


@dataclass(frozen=True, slots=True)
class Role:
    """A title or noun that describes somebody: its words ("deputy prime minister"), whose, and of which body.

    `owned` is true of "his lawyer" and false of "a lawyer", who need not be his; `past` of "the previous president".
    """

    title: str
    country: str | None
    bodies: frozenset[str]
    owned: bool | None = None
    past: bool = False

    def answers(self, other: "Role") -> bool:
        """True when somebody with this role may be meant by the other: shorter words, no other country or body."""
        if self.title != other.title:
            before = self.title.removesuffix(" " + other.title)
            if before == self.title or DEPUTIES & set(before.split()):
                return False
        if self.country and other.country and self.country != other.country or self.owned is False and other.owned:
            return False
        return not (self.bodies and other.bodies) or bool(self.bodies & other.bodies)


@dataclass(slots=True)
class Profile:
    """An entity while it is being gathered. `roles` are the titles and nouns that describe it."""

    number: int
    kind: EntityKind
    names: list[str] = field(default_factory=list)
    mentions: list[Candidate] = field(default_factory=list)
    roles: list["Role"] = field(default_factory=list)
    country: str | None = None
    gender: Gender | None = None
    plural: bool = False

    def add(self, candidate: Candidate) -> None:
        """Take in one more mention."""
        self.mentions.append(candidate)
        self.mentions.sort(key=lambda m: m.head)
        if candidate.form != "pronoun" and candidate.text not in self.names:
            self.names.append(candidate.text)
        self.country = self.country or candidate.country
        self.gender = self.gender or candidate.gender

    def forms(self) -> set[str]:
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
    for candidate in sorted(persons, key=_fullest_first):
        _put_person(profiles, candidate)
    bodies = [c for c in named if c.kind not in ("person", "state")]
    for candidate in sorted(bodies, key=lambda c: (-len(c.text.split()), c.text == UNION_SEAT)):
        _put_body(profiles, candidate)


def _fullest_first(candidate: Candidate) -> tuple[bool, bool]:
    """Full names before bare surnames; of these, those that tell a gender first: "Mr. Orten" is not Ana Orten."""
    alone = len(without_address(candidate.text).split()) == 1
    return alone, alone and candidate.gender is None


def _put_or_new(profiles: Profiles, candidate: Candidate, kind: EntityKind, names: Iterable[str]) -> Profile:
    wanted = {normalise(name) for name in names}
    for profile in profiles.all:
        if profile.kind == kind and wanted & profile.forms():
            profiles.put(candidate, profile)
            return profile
    profile = profiles.new(candidate, kind)
    if candidate.state and candidate.state not in profile.names:
        profile.names.insert(0, candidate.state)
    return profile


def _put_person(profiles: Profiles, candidate: Candidate) -> None:
    """A person's name belongs to the bearer of a name that can be the same; of several, to the one named most so far.

    News calls its main figure by the bare surname and relatives by their full names.
    """
    bearers = [
        p for p in profiles.all
        if p.kind == "person" and any(is_same_person(candidate.text, name) for name in p.names)
        and not (candidate.gender and p.gender and candidate.gender != p.gender)
    ]  # fmt: skip
    by_surname = [p for p in bearers if any(surname(name) == surname(candidate.text) for name in p.names)]
    if bearers:
        profiles.put(candidate, min(by_surname or bearers, key=lambda p: _standing(p, candidate)))
    else:
        profiles.new(candidate, "person")


def _standing(profile: Profile, candidate: Candidate) -> tuple[int, int, int]:
    """Sorts the bearers of a surname: named before, most often, first."""
    before = [m.head for m in profile.mentions if m.head < candidate.head]
    first = min(m.head for m in profile.mentions)
    return (0 if before else 1, -len(before), first)


def _distance(profile: Profile, candidate: Candidate) -> tuple[int, int]:
    before = [candidate.head - m.head for m in profile.mentions if m.head < candidate.head]
    return (0, min(before)) if before else (1, min(m.head for m in profile.mentions))


def _put_body(profiles: Profiles, candidate: Candidate) -> None:
    """Organisations, places, occasions, groups: the same words; for an organisation also another form of its name."""
    kind = candidate.kind or "organization"
    key = normalise(candidate.text)
    same = [p for p in profiles.all if key in p.forms() and p.kind not in ("person", "state")]
    if not same and kind == "organization":
        bodies = [p for p in profiles.all if p.kind == kind]
        if candidate.text == UNION_SEAT:
            same = next(filter(None, ([p for p in bodies if name in p.forms()] for name in UNION)), [])
        same = same or [p for p in bodies if _is_short_for(profiles.tree, candidate, p)]
        bodies = [p for p in bodies if not _is_branch(profiles, candidate, p)]
        same = same or [p for p in bodies if any(is_same_body(candidate.text, name) for name in p.names)]
        parties = [p for p in bodies if any(_is_of_party(candidate.text, name) for name in p.names)]
        same = same or (parties if len(parties) == 1 else [])
    if same:
        profiles.put(candidate, min(same, key=lambda p: _distance(p, candidate)))
    else:
        profiles.new(candidate, kind)


def _is_branch(profiles: Profiles, candidate: Candidate, profile: Profile) -> bool:
    """True for "the Norlandic Senate" named behind "the Senate", in an article that speaks more of another state."""
    first = min(profile.mentions, key=lambda mention: mention.head)
    before, _, rest = first.text.partition(" ")
    country = country_of_adjective(before)
    states = [other for other in profiles.all if other.kind == "state"]
    most = max(states, key=lambda other: len(other.mentions), default=None)
    known = country is not None and not (most is not None and country.name in most.names)
    return known and first.head > candidate.head and rest == candidate.text


def _is_short_for(tree: Tree, candidate: Candidate, profile: Profile) -> bool:
    """True for the acronym in brackets behind a body's name; not for the paper of a dateline."""
    first, last = candidate.first, candidate.last
    if first != last or not candidate.text.isupper() or country_of_name(candidate.text) or last + 2 >= len(tree.tokens):
        return False
    around = (tree.tokens[first - 1].text, tree.tokens[last + 1].text)
    if around != ("(", ")") or tree.tokens[last + 2].text in ("-", "–", "—", "--"):
        return False
    return any(m.form == "name" and m.last == first - 2 and " " in m.text for m in profile.mentions)


def is_same_body(one: str, other: str) -> bool:
    """True when two names of one article can stand for the same body, parties by whatever they are called."""
    party = _party(one)
    same = is_same_organization(one, other) and not _is_another_party(one, other)
    return same or (party is not None and party == _party(other))


def _is_another_party(one: str, other: str) -> bool:
    """True for the "Christian Democratic Party" beside the "Democratic Party"; a country's party is the same one."""
    short, long = sorted((normalise(one).split(), normalise(other).split()), key=len)
    more = long[: -len(short)]
    if not more or short[-1:] != ["party"] or len(short) < 2 or long[-len(short) :] != short:
        return False
    return any(word in word_list("creeds") or load_nouns().denotes(word, "party") for word in more)


def _is_of_party(short: str, name: str) -> bool:
    """True for the "Liberals" of the "Liberal People's Party"."""
    words, party = normalise(name).split(), _party(short)
    plural = short.endswith("s") and words[-1:] == ["party"] and len(words) > 2
    return plural and party is not None and words[0].removesuffix("ic") == party


def _party(name: str) -> str | None:
    """What "Liberal Party", "Liberals" and "Social Democratic Party" are called; None for what names no party."""
    words = normalise(name).split()
    words = words[:-1] if words[-1:] == ["party"] else words
    if not words or len(words) > LONGEST_PARTY or not load_nouns().denotes(words[-1], "party"):
        return None
    return " ".join([*words[:-1], words[-1].removesuffix("s").removesuffix("ic")])


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
        kid for kid in tree.children(head, "nmod:desc", "compound", "amod", "appos")
        if tree.tokens[kid].upos in ("NOUN", "PROPN") and not candidate.first <= kid <= candidate.last
    ]  # fmt: skip
    governor, alone = tree.head(head), list[int]()
    if governor is not None and (tree.is_a(head, "appos", "flat") or _is_beside_second(tree, candidate, governor)):
        found.append(_apposed(tree, candidate, governor))
        alone.extend(_apposed_twice(tree, found[-1]))
    if governor is not None and tree.is_a(governor, "acl") and tree.lemma(governor) in ("name", "call", "identify"):
        called = tree.tokens[governor].head  # "a woman named Ana Orel", not "The king named Ana Orel a judge"
        found.extend([called] if tree.head(called) is not None else [])
    found.extend(_bare_titles(tree, candidate))
    found.extend(find_title(tree, candidate))
    if _is_title_beside(tree, candidate):
        found.append(candidate.first - 1)
    # "the Karsk Press agency"
    outlet = candidate.kind == "organization" and tree.is_a(candidate.head, "compound")
    outlet = outlet and tree.lemma_above(head) in word_list("called_by_name")
    if governor is not None and (outlet or _is_predicate(tree, head, governor)):
        found.append(governor)
    members = [m for noun in found for m in (tree.after(noun) if noun != governor else (noun,)) if m != head]
    return [*members, *alone]


def _apposed_twice(tree: Tree, noun: int) -> list[int]:
    """The "widow" of "Torvald's widow, former tennis player Ana Edmond", given the player."""
    head = tree.head(noun)
    if head is None or not tree.is_a(noun, "appos") or tree.tokens[head].upos != "NOUN":
        return []
    return [head] if noun_kind(tree, noun) == noun_kind(tree, head) == "person" else []


def _is_beside_second(tree: Tree, candidate: Candidate, first: int) -> bool:
    """ "the governor of Velmark, Ilan Orel, said", with the name taken for a second place."""
    if candidate.kind != "person" or not tree.is_a(candidate.head, "conj") or tree.case(first) not in (*OWNING, "by"):
        return False
    title = tree.head(first)
    joined = any(tree.children(kid, "cc") for kid in tree.conjuncts(first))
    if title is not None and tree.case(first) == "by":
        title = tree.head(title) if tree.is_a(title, "acl") else None
    return title is not None and not joined and noun_kind(tree, title) == "person"


def _is_predicate(tree: Tree, head: int, governor: int) -> bool:
    """ "Orel is the speaker": a noun said of the subject, not a phrase with a preposition ("is on the list")."""
    noun = tree.tokens[governor].upos in ("NOUN", "PROPN") and not tree.case(governor)
    return noun and tree.is_a(head, "nsubj") and tree.child(governor, "cop") is not None


def _bare_titles(tree: Tree, candidate: Candidate) -> list[int]:
    """Titles without an article that are coordinated with a person's name: "party leader and premier Ilan Orel", but
    not those of somebody else behind it: "Ilan Orel and party leader Ana Edmond"."""
    if candidate.kind != "person":
        return []
    joined = tree.conjuncts(candidate.head)
    behind = [noun for noun in joined if noun > candidate.head]
    if behind and any(kid < behind[0] for kid in tree.children(behind[0], "cc")):
        joined = tuple(noun for noun in joined if noun < candidate.head)
    return [
        noun for noun in joined
        if noun != candidate.head and tree.tokens[noun].upos == "NOUN" and noun_kind(tree, noun) == "person"
        and not tree.children(noun, "det", "nmod:poss", "nummod") and not tree.is_plural(noun)
    ]  # fmt: skip


def _is_title_beside(tree: Tree, candidate: Candidate) -> bool:
    """True for "told his counterpart Ilan Orel", with the noun right before the name taken for somebody else."""
    noun, name = tree.tokens[max(candidate.first - 1, 0)], tree.tokens[candidate.head]
    alike = noun.deprel == name.deprel and noun.head == name.head and noun.index not in (name.index, noun.head)
    return candidate.kind == "person" and alike and noun.upos == "NOUN" and noun_kind(tree, noun.index) == "person"


def _apposed(tree: Tree, candidate: Candidate, governor: int) -> int:
    """The noun that a name stands beside: a person's is not who or what is inside the title but the title itself
    ("the director of the Grain Agency, Ilan Orel", "an aide to Vesely, Ilan Orel"), whichever noun the tree took."""
    if candidate.kind != "person":
        return governor
    for noun in (governor, *tree.ancestors(governor)):
        bears_name = tree.tokens[noun].upos == "PROPN" and not tree.children(candidate.head, "conj")
        if noun_kind(tree, noun) == "person" and not (bears_name and tree.is_a(noun, "nmod", "obl:agent")):
            return noun
        if not tree.is_a(noun, "nmod", "compound", "amod", "obl:agent", "acl"):
            break
    return governor


def _may_be(tree: Tree, profile: Profile, noun: int) -> bool:
    plural = tree.is_plural(noun)
    kind = noun_kind(tree, noun)
    if profile.kind == "person":
        return not plural and kind in ("person", None)
    if kind == "person" and not load_nouns().denotes(tree.lemma(noun), "person"):
        kind = None  # "the chemicals maker Velkem"
    return kind in ("organization", "group", None) if profile.kind == "organization" else False


def _add_role(tree: Tree, profile: Profile, noun: int) -> None:
    role = role_of(tree, noun)
    profile.roles.append(role)
    profile.country = profile.country or role.country
    profile.gender = profile.gender or (noun_gender(tree.lemma(noun)) if profile.kind == "person" else None)


def role_of(tree: Tree, noun: int) -> Role:
    """The role that a noun with its modifiers tells."""
    before = [
        kid for kid in tree.children(noun, "compound", "amod")
        if kid < noun and not country_of_adjective(tree.tokens[kid].text) and tree.lemma(kid) not in PASSING
    ]  # fmt: skip
    first = min([*before, noun])
    if first > 0 and tree.lemma(first - 1) in DEPUTIES:
        before = [first - 1, *before]
    title = " ".join(tree.lemma(token) for token in [*before, noun])
    bodies = [kid for kid in owners(tree, noun) if tree.tokens[kid].upos == "PROPN" or tree.case(kid) == "of"]
    words = (tree.words(*tree.phrase(kid, without=BODY_WITHOUT)) for kid in bodies)
    keys = frozenset(normalise(body) for body in words if normalise(body) and not _country(body))
    free = "a" in tree.lemmas_under(noun, "det") and not tree.obliques(noun, *OWNING)
    owned = True if tree.children(noun, "nmod:poss") else False if free else None
    past = bool({*tree.lemmas_under(noun, "amod", "compound"), tree.lemma(first - 1)} & BYGONE)
    return Role(title, role_country(tree, noun), keys, owned, past)


def _country(words: str) -> Country | None:
    """The country that the words name, as a name, an adjective, a region or a government."""
    bare = words.removeprefix("the ").removeprefix("The ")
    return country_of_adjective(bare) or country_of_name(bare) or region_of(bare) or government_of(bare)


def role_country(tree: Tree, noun: int) -> str | None:
    """The country that a title's modifiers name: "Serbian president", "president of Serbia"."""
    for kid in owners(tree, noun):
        if tree.is_a(kid, "compound", "amod") and tree.case(kid):
            continue  # "in Norland President Orel met …", taken for one name
        first, last = tree.phrase(kid)
        words = tree.words(max(first, kid) if tree.tokens[first].upos == "ADP" else first, last)
        whole = _country(tree.words(kid - 1, kid)) if kid else None  # "North Korean", not "Korean"
        found = whole or _country(tree.tokens[kid].text) or _country(words)
        if found:
            return found.code
    return None
