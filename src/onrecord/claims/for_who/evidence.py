"""What a name that few have heard of names, told by what it does in the article: who has a parliament is a state."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from onrecord.claims.for_who.kinds import noun_kind
from onrecord.claims.grammar import POSSESSIVES
from onrecord.claims.tree import Tree
from onrecord.lexicon.first_names import load_first_names
from onrecord.lexicon.leaders import is_leader
from onrecord.lexicon.nouns import load_nouns
from onrecord.lexicon.signs import load_signs
from onrecord.lexicon.titles import TitleKind, load_titles
from onrecord.model import Name, NameKind
from onrecord.names import is_acronym_of, normalise
from onrecord.places import country_of_adjective, country_of_name, country_of_place, seat_of

KNOWN, SURE, LIKELY, WEAK = 8.0, 4.0, 2.0, 1.0
"""What signs weigh."""
SEEN, SEEN_ALONE, SEEN_BODY, FULL = 1.5, 0.75, 3.0, 1.5
"""What the model has seen weighs; a person whom the article never introduces, by one word; a body; a full name more."""
LONGEST_ACRONYM = 6
TITLE_WORDS = 4
"""So many words may stand between whose a title is and its last word: "Norland's deputy foreign trade minister"."""
ENDINGS = ("n", "an", "ian", "i", "ese", "ish")
"""With these the adjective of a country is made from its name."""
LED = ("lead", "head", "found", "chair")
OF_TITLES: Mapping[TitleKind, tuple[NameKind, float]] = {
    "state": ("state", SURE), "portfolio": ("state", SURE), "place": ("place", SURE),
    "seat": ("organization", WEAK), "organization": ("organization", WEAK),
}  # fmt: skip
"""Of what a title of each kind is held: "Norland's foreign minister", "the chairman of Norvolk"."""
UNIONS = frozenset({"federation", "commonwealth", "union"})
"""What states call themselves, and other bodies too."""
Sign = tuple[NameKind, float]
States = Mapping[str, str]
"""The short names of states by what else they are called, in normal form."""


@dataclass(slots=True)
class Weights:
    """What speaks for each kind that a name may be of; `where`: that it is a place, if of a state or not;
    `deeds`: that it acts or is dealt with; `seen`: what the model took its mentions for."""

    kinds: dict[NameKind, float] = field(default_factory=lambda: defaultdict(float))
    where: float = 0.0
    deeds: float = 0.0
    seen: dict[NameKind, float] = field(default_factory=lambda: defaultdict(float))

    def best(self) -> NameKind:
        """The likeliest kind."""
        return max(self.kinds, key=lambda kind: (self.kinds[kind], kind))


def is_unheard_of(words: str) -> bool:
    """True for the name of no known country, region, capital or larger town, of no world body and of no leader."""
    known = country_of_place(words) or country_of_adjective(words) or seat_of(words)
    key = normalise(words)
    lists = (load_signs()["heard"], load_signs()["states"], load_titles().by_first)
    heard = load_nouns().denotes(key.replace(" ", "_"), "union") or any(key in own for own in lists)
    return words[0].isupper() and known is None and not heard and not is_leader(words)


def _is_doubtful(words: str, seen: Mapping[NameKind, float]) -> bool:
    """True where the model, which takes what it does not know for people and places, need not be right.

    Of what it takes for bodies, single words that are no acronyms and do not say what a body is.
    """
    kind = max(seen, key=lambda one: (seen[one], one))
    if kind != "organization":
        return kind in ("person", "place")
    lists = ("organization", "party", "person")
    if " " in words:
        return _is_first_name(words)  # "Marine Le Pen's National Rally"
    plain = any(load_nouns().denotes(words.lower(), what) for what in lists)
    return words[1:].isalpha() and words[1:].islower() and not plain


def _is_first_name(words: str) -> bool:
    first = normalise(words).partition(" ")[0]
    bodies = (load_nouns().denotes(word, "organization") for word in normalise(words).split())
    return first in load_first_names() and not any(bodies)


def find_adjectives(tree: Tree, key: str) -> frozenset[str]:
    """The adjectives that the article makes of a name in normal form, in normal form too: "zubaran" of "zubara"."""
    stems = {key, key[:-1] if key[-1:] in "aeoy" else key}
    made = {stem + ending for stem in stems for ending in ENDINGS if len(stem) > 2} - {key}
    modifiers = (t for t in tree.tokens if t.text[:1].isupper() and t.deprel in ("amod", "compound", "nmod:unmarked"))
    words = {normalise(token.text) for token in modifiers}
    return frozenset(made & words)


def find_states(tree: Tree, names: Sequence[Name]) -> States:
    """What the states that few have heard of are called by their names and adjectives, in normal form: "zubaran"."""
    keys = {normalise(tree.words(name.first, name.last)): name for name in names if name.kind == "state"}
    found: dict[str, str] = {}
    for key, name in sorted(keys.items(), key=lambda one: len(one[0])):
        if key in found:
            continue
        short = next((one for one in found if _is_realm_of(key, one)), None)
        found[key] = found[short] if short else tree.words(name.first, name.last)
        found.update(dict.fromkeys(find_adjectives(tree, key), found[key]))
    return found


def _is_realm_of(key: str, short: str) -> bool:
    """True for "republic of zubara" beside "zubara"."""
    realm, of, tail = key.partition(" of ")
    return bool(of) and tail.removeprefix("the ") == short and (realm in load_signs()["states"] or realm in UNIONS)


def weigh_signs(tree: Tree, names: Sequence[Name]) -> Mapping[str, NameKind]:
    """The likeliest kind of each name that few have heard of, by its normal form; what the model saw is one of the
    signs."""
    groups: dict[str, list[Name]] = defaultdict(list)
    for name in names:
        groups[normalise(tree.words(name.first, name.last))].append(name)
    weights: dict[str, Weights] = {}
    people: set[str] = set()
    for key in sorted(groups, key=lambda one: -one.count(" ")):
        own = _weigh(tree, key, groups, people)
        if own is not None:
            weights[key] = own
        is_person = own.best() == "person" if own is not None else groups[key][0].kind == "person"
        people.update(key.split() if is_person and " " in key else ())
    _spread(tree, groups, weights)
    told = {key: own.best() for key, own in weights.items()}
    states = [key for key, kind in told.items() if kind == "state"]
    return {**told, **{key: "state" for key in groups for state in states if _is_realm_of(key, state)}}


def _weigh(tree: Tree, key: str, groups: Mapping[str, Sequence[Name]], people: Collection[str]) -> Weights | None:
    """What speaks for the kinds of one name; None where the model is to be believed. `people`: words of full names."""
    own, group = Weights(), groups[key]
    for name in group:
        own.seen[name.kind] += name.score
    forms = [tree.words(name.first, name.last) for name in group]
    if not is_unheard_of(forms[0]) or not _is_doubtful(forms[0], own.seen):
        return None
    for name in group:
        for kind, weight in _signs(tree, name, groups.keys()):
            own.kinds[kind] += weight
        own.where = max(own.where, _where(tree, name))
        own.deeds = max(own.deeds, _deeds(tree, name))
    if key not in people and any(f"{key} {noun}" in groups for noun in ("party", "group", "movement", "front")):
        own.kinds["organization"] += SURE  # "Tisza" beside "the Tisza Party"
    if any(_is_realm_of(other, key) and other.partition(" ")[0] not in UNIONS for other in groups):
        own.kinds["state"] += SURE
    if any(other.removeprefix(key + " ") in load_signs()["places"] for other in groups):
        own.kinds["place"] += SURE
    if key in people and own.seen["person"]:
        own.kinds["person"] += KNOWN
    if own.seen["organization"] > own.seen["person"]:
        own.kinds.pop("person", None)
    if own.seen["person"] and all(words.isupper() for words in forms) and len(key) <= LONGEST_ACRONYM:
        own.kinds["organization"] += own.kinds.pop("state", 0.0)
    _finish(tree, key, own)
    return own


def _finish(tree: Tree, key: str, own: Weights) -> None:
    """Add what the article as a whole tells: adjectives, whether a place acts, and what the model saw."""
    kinds, total = own.kinds, sum(own.seen.values())
    if find_adjectives(tree, key):
        kinds["state"] += SURE
    if own.where >= LIKELY and own.deeds and own.seen["person"] and not kinds["person"] and kinds["place"] < SURE:
        kinds["state"] += own.deeds
    kinds["state" if kinds["state"] >= LIKELY else "place"] += own.where
    alone = " " not in key and not kinds["person"] and any(kinds.values())
    for kind, score in own.seen.items():
        weight = SEEN_ALONE if alone and kind == "person" else SEEN_BODY if kind == "organization" else SEEN
        kinds[kind] += weight * score / total
    kinds["person"] += FULL * own.seen["person"] / total if " " in key else 0.0


def _signs(tree: Tree, name: Name, keys: Collection[str]) -> Iterator[Sign]:
    """What the words around one mention tell of its kind."""
    words = tree.words(name.first, name.last)
    yield from _as_person(tree, name, words, keys)
    yield from _as_called(tree, name)
    if name.kind == "person" and (_has_article(tree, name) or _is_somebodys(tree, name)):
        yield "organization", LIKELY
    noun = _belonging(tree, name)
    if noun is not None:
        owns = noun < name.first or tree.tokens[name.last + 1].text in POSSESSIVES
        yield from _as_owner(tree, noun, owns=owns)
    head = tree.top(name.first, name.last)
    dealt = tree.case(head) in ("with", "on", "against", "between")
    governor = tree.head(head)
    dealings = (governor, *tree.children(governor, "obj")) if dealt and governor is not None else ()
    if _is(tree, dealings, "treated"):
        yield "state", LIKELY
    elif _is(tree, dealings, "talks"):
        yield "state", WEAK
    behind = [token.text for token in tree.tokens[name.last + 1 : name.last + 4]]
    if len(behind) == 3 and behind[0] == "(" and behind[2] == ")" and is_acronym_of(behind[1], words):
        yield "organization", SURE


def _has_article(tree: Tree, name: Name) -> bool:
    """True for "the Rada", no surname: a family is in the plural, and in "the Orten case" the article is the case's."""
    head = tree.top(name.first, name.last)
    before = tree.tokens[name.first - 1] if name.first else None
    alone = before is not None and before.text.lower() == "the" and tree.head(before.index) == head
    return alone and tree.is_a(head, "nsubj", "obj", "obl:agent") and not tree.tokens[name.last].text.endswith("s")


def _is_somebodys(tree: Tree, name: Name) -> bool:
    """True for the "Fatah" of "Mahmoud Abbas' Fatah": people own no people."""
    owners = tree.children(tree.top(name.first, name.last), "nmod:poss")
    named = (other for other in tree.analysis.names if other.kind == "person" and other.first < other.last)
    people = {token for other in named for token in range(other.first, other.last + 1)}
    return any(owner in people for owner in owners)


def _as_person(tree: Tree, name: Name, words: str, keys: Collection[str]) -> Iterator[Sign]:
    """Signs of somebody: a title before the name, a first name, the surname used alone, "who"."""
    first = normalise(words).partition(" ")[0]
    if name.kind == "person" and first in load_first_names():
        yield "person", KNOWN if " " in words else LIKELY
    parts = normalise(words).split()
    bears = name.kind == "person" or _is_first_name(words)
    if bears and any(" ".join(parts[start:]) in keys for start in range(1, len(parts))):
        yield "person", KNOWN  # called by the surname, of one word or two, elsewhere
    before = tree.tokens[name.first - 1] if name.first > 0 else None
    if before is not None and before.sentence == tree.tokens[name.first].sentence and _is_title(tree, before.index):
        yield "person", KNOWN
    head = tree.top(name.first, name.last)
    clauses = tree.children(head, "acl")
    told = {tree.lemma(kid) for clause in clauses for kid in tree.children(clause, "nsubj")}
    if "who" in told:
        yield "person", LIKELY
    elif "which" in told and name.last + 1 < len(tree.tokens) and tree.text_at(name.last + 1) == ",":
        yield from (("person", -SURE), ("organization", WEAK))
    elif any(tree.lemma(clause) in LED and tree.agents(clause) for clause in clauses):
        yield from (("person", -SURE), ("organization", LIKELY))  # "Morgenvolk, led by Ana Orel, refused"


def _is_title(tree: Tree, token: int) -> bool:
    """True for a noun for a person right before a name that is of nobody else ("General Zenga")."""
    lemma = tree.lemma(token).rstrip(".")
    if lemma in load_signs()["either"] or tree.is_plural(token):
        return False
    person = tree.tokens[token].upos in ("NOUN", "PROPN") and load_nouns().denotes(lemma, "person")
    return person or tree.tokens[token].text.lower() in load_titles().lasts


def _as_called(tree: Tree, name: Name) -> Iterator[Sign]:
    """What nouns say that stand beside the name for the same: "the newspaper X", "X, a town", "the Republic of X"."""
    signs = load_signs()
    if name.first > 0 and tree.tokens[name.first - 1].text.lower() in signs["beside"]:
        yield "state", SURE
    for noun in sorted(_nouns_beside(tree, name)):
        lemma = tree.lemma(noun)
        if lemma in signs["states"]:
            yield "state", SURE
        elif lemma in signs["places"]:
            yield "place", SURE
        elif lemma not in signs["either"] | signs["of_rulers"] | signs["of_states"]:
            kind = noun_kind(tree, noun)
            if kind == "organization":
                yield "organization", SURE
            elif kind == "person" and tree.is_a(noun, "appos"):
                yield "person", SURE


def _nouns_beside(tree: Tree, name: Name) -> set[int]:
    """The nouns in the singular that stand for the same as the name; "neighbours" in the plural, too."""
    head, inside, tokens = tree.top(name.first, name.last), range(name.first, name.last + 1), tree.tokens
    governor, sentence = tree.head(head), tree.sentence_of(name.first)
    found = set(tree.children(head, "appos", "nmod:desc", "compound"))
    if governor is not None and tree.is_a(head, "appos", "flat", "nmod:desc"):
        found.add(governor)
    if name.first > sentence.first:
        found.add(name.first - 1)
    if name.last < sentence.last and name.kind != "place":
        found.add(name.last + 1)
    found = {one for one in found if one not in inside and (tokens[one].upos == "NOUN" or _is_plain(tree, one))}
    found = {one for one in found if tokens[one].feats.get("Number") != "Plur" or _is(tree, (one,), "states")}
    if name.first > sentence.first + 1 and tree.lemma(name.first - 1) == "of":
        found |= {name.first - 2} if _is(tree, (name.first - 2,), "states", "places") else set()
        found -= {one for one in found if _is(tree, (one,), "of_states")}
    return found


def _is_plain(tree: Tree, token: int) -> bool:
    """True for the "party" of "Norvolk party", which the model took for a part of the name."""
    return tree.tokens[token].upos == "PROPN" and tree.tokens[token].text.islower()


def _belonging(tree: Tree, name: Name) -> int | None:
    """The noun for what belongs to the name, as titles and nouns of the lists do."""
    tokens, sentence = tree.tokens, tree.sentence_of(name.first)
    of = name.first - 1 - (tree.lemma(name.first - 1) == "the")
    if of > sentence.first and tree.lemma(of) == "of":
        return _titled(tree, of - 1)
    start = name.last + 1
    owns = start <= sentence.last and tokens[start].text in POSSESSIVES
    for token in range(start + owns, min(start + owns + TITLE_WORDS, sentence.last + 1)):
        if tokens[token].upos not in ("NOUN", "PROPN", "ADJ"):
            return None
        if _title_kind(tree, token) or _is(tree, (token,), "of_states", "of_rulers", "of_bodies", "of_places"):
            after = tokens[token + 1].upos if token < sentence.last else ""
            held = noun_kind(tree, token) == "person"  # "Norland minister Ana Orel"; not "named Ana Orel ambassador"
            return token if owns or (after == "PROPN" if held else after != "NOUN") else None
    return None


def _titled(tree: Tree, noun: int) -> int:
    """The title of the person named there, "President" of "President Orel of Norland"; else what stands there."""
    first = noun
    while first > tree.sentence_of(noun).first and tree.tokens[first].upos == "PROPN" and not _title_kind(tree, first):
        first -= 1
    return first if _title_kind(tree, first) else noun


def _as_owner(tree: Tree, noun: int, *, owns: bool) -> Iterator[Sign]:
    """What somebody or something is that has what the noun tells."""
    kind = _title_kind(tree, noun)
    if _is(tree, (noun,), "of_states"):
        yield "state", SURE
    elif _is(tree, (noun,), "of_rulers"):
        yield "state", LIKELY if tree.lemma(noun + 1) == "of" else WEAK
    elif _is(tree, (noun,), "of_places"):
        yield "place", SURE
    elif tree.lemma(noun) == "president":
        yield from (("state", LIKELY), ("organization", WEAK))
    elif _is(tree, (noun,), "of_bodies"):
        yield "organization", LIKELY
    elif kind is not None and kind in OF_TITLES:
        whose, weight = OF_TITLES[kind]
        yield whose, min(weight, SURE if owns else LIKELY)


def _title_kind(tree: Tree, noun: int) -> TitleKind | None:
    """The kind of office whose title ends with the noun."""
    titles = load_titles().by_first
    for length in (3, 2, 1):
        start = noun - length + 1
        words = tuple(tree.lemma(token) for token in range(max(start, 0), noun + 1))
        found = next((title.kind for title in titles.get(words[0], ()) if title.words == words), None)
        if found is not None:
            return found
    return None


def _where(tree: Tree, name: Name) -> float:
    """How much speaks for a place of whatever size: "in X", "visited X", "X-based"."""
    head, signs = tree.top(name.first, name.last), load_signs()
    governor, case = tree.head(head), tree.case(head)
    if [token.text.lower() for token in tree.tokens[name.last + 1 : name.last + 3]] == ["-", "based"]:
        return LIKELY
    if case in signs["amid"] and (governor is None or tree.lemma(governor) not in signs["credited"]):
        return LIKELY
    if governor is not None and tree.is_a(head, "obj") and tree.lemma(governor) in signs["reached"]:
        return WEAK
    return WEAK if case in ("to", "from", "into", "at") and tree.is_a(head, "obl") else 0.0


def _deeds(tree: Tree, name: Name) -> float:
    """How much speaks for one that acts: it is the subject of a verb."""
    head = tree.top(name.first, name.last)
    governor = tree.head(head)
    acts = governor is not None and tree.tokens[governor].upos == "VERB" and tree.deprels[head] == "nsubj"
    return LIKELY if acts else 0.0


def _is(tree: Tree, tokens: Sequence[int], *lists: str) -> bool:
    return any(tree.lemma(token) in load_signs()[name] for token in tokens for name in lists)


def _spread(tree: Tree, groups: Mapping[str, Sequence[Name]], weights: Mapping[str, Weights]) -> None:
    """What is told beside states is one where the model took it for somebody: "Norland, Kesh and Udria"."""
    at = {tree.top(name.first, name.last): key for key, group in groups.items() for name in group}
    for head, key in at.items():
        own = weights.get(key)
        if own is None or own.seen["person"] < own.seen["place"] or own.kinds["person"] >= KNOWN:
            continue
        joined = (at[one] for one in tree.conjuncts(head) if at.get(one, key) != key)
        if any(
            weights[one].kinds["state"] >= SURE if one in weights else _is_land(tree, groups[one]) for one in joined
        ):
            own.kinds["state"] += LIKELY


def _is_land(tree: Tree, names: Sequence[Name]) -> bool:
    return country_of_name(tree.words(names[0].first, names[0].last)) is not None
