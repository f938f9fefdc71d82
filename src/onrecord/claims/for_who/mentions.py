"""Find the words that may stand for somebody or something: names, nominals, pronouns, national adjectives."""

import re
from collections.abc import Iterator, Mapping

from onrecord.claims.for_who.called import agreed
from onrecord.claims.for_who.evidence import States, find_states
from onrecord.claims.for_who.kinds import (
    PHRASE_WITHOUT,
    Candidate,
    Gender,
    counted,
    is_before_noun,
    is_charge,
    noun_gender,
    noun_kind,
)
from onrecord.claims.for_who.name_mentions import SEAT, read_name
from onrecord.claims.tree import Tree
from onrecord.lexicon.event_words import load_event_words
from onrecord.lexicon.nouns import load_nouns
from onrecord.lexicon.titles import load_titles
from onrecord.lexicon.word_lists import word_list
from onrecord.model import EntityKind
from onrecord.names import normalise, surname
from onrecord.places import country_of_adjective, country_of_name, region_of, region_of_adjective

PRONOUNS: Mapping[str, tuple[Gender | None, bool]] = {
    "he": ("male", False), "him": ("male", False), "his": ("male", False), "himself": ("male", False),
    "she": ("female", False), "her": ("female", False), "hers": ("female", False), "herself": ("female", False),
    "it": ("neuter", False), "its": ("neuter", False), "itself": ("neuter", False),
    "they": (None, True), "them": (None, True), "their": (None, True), "theirs": (None, True),
    "themselves": (None, True),
}  # fmt: skip
FIRST_PERSON = frozenset("i me my mine myself we us our ours ourselves".split())
FORCES = word_list("forces")
TEXTS = ("statement", "communique", "communiqué", "decision", "ruling", "verdict", "report", "memo", "announcement")
INNER = ("department", "section", "division", "group", "unit", "team")
NOMINALS = ("NOUN", "PROPN", "ADJ")
WHOEVER = frozenset({"anyone", "everyone", "anybody", "everybody", "those", "that"})
AMOUNTS = frozenset({"some", "another", "many", "most", "both", "other"})
"""What says how many or which ones, and is no article."""
HEDGES = frozenset({"least", "same", "little", "estimated", "alleged", "suspected", "reported"})


def find_candidates(tree: Tree) -> list[Candidate]:
    """All candidates of a document in the order of their heads; one for each head token."""
    found: dict[int, Candidate] = {}
    inside: set[int] = set()
    names = tuple(agreed(tree))
    states = find_states(tree, names)
    for name in names:
        candidate = read_name(tree, name, states)
        if candidate:
            found[candidate.head] = candidate
            inside.update(range(candidate.first, candidate.last + 1))
        elif SEAT.fullmatch(tree.words(name.first, name.last)):
            inside.update(range(name.first, name.last + 1))
    surnames = {surname(c.text) for c in found.values() if c.kind == "person" and " " in c.text}
    for token in tree.tokens:
        if token.index in found:
            continue
        if token.upos == "PROPN" and token.index not in inside and normalise(token.text) in surnames:
            found[token.index] = Candidate(token.index, token.index, token.index, "name", "person", token.text)
            continue
        other = _pronoun(tree, token.index) or _adjective(tree, token.index, states, inside)
        if not other and token.index not in inside:
            at = token.index
            other = _body_of_title(tree, at) or _whoever(tree, at) or _nominal(tree, at, states)
        if other:
            found[token.index] = other
    return [found[head] for head in sorted(found)]


def _pronoun(tree: Tree, token: int) -> Candidate | None:
    word = tree.tokens[token]
    form = word.text.lower()
    if word.upos != "PRON":
        return None
    if form in FIRST_PERSON:
        return Candidate(token, token, token, "pronoun", "person", form, plural=form in ("we", "us", "our", "ours"))
    if form not in PRONOUNS or word.deprel.startswith("expl"):
        return None
    gender, plural = PRONOUNS[form]
    return Candidate(token, token, token, "pronoun", None, form, plural=plural, gender=gender)


def _adjective(tree: Tree, token: int, states: States, inside: set[int]) -> Candidate | None:
    """A national adjective stands for its state, unless it is part of a longer name."""
    word = tree.tokens[token]
    noun = word.upos == "NOUN" and word.text[:1].isupper() and load_nouns().denotes(tree.lemma(word.head), "person")
    known = word.upos in ("ADJ", "PROPN") or noun  # "Labour rival", "Labour lawmakers"
    if token in inside or not known or not is_before_noun(tree, token):
        return None
    if load_nouns().denotes(word.text.lower(), "party") and word.text[:1].isupper():  # not "a conservative leader"
        return Candidate(token, token, token, "name", "organization", word.text)
    country = country_of_adjective(word.text)
    state = states.get(normalise(word.text)) if word.text[:1].isupper() else None
    if state and not country:
        return Candidate(token, token, token, "nominal", "state", state, state=state)
    if not country:
        return None
    return Candidate(token, token, token, "nominal", "state", country.name, country=country.code, state=country.name)


def _whoever(tree: Tree, token: int) -> Candidate | None:
    """People who are only described: "anyone with information", "those who fled"."""
    kids = [kid for kid in tree.children(token, "acl", "nmod", "amod") if kid > token]
    if tree.lemma(token) not in WHOEVER or not kids or tree.case(kids[0]) == "of":
        return None
    who = any(tree.lemma(word) == "who" for kid in kids for word in tree.children(kid, "nsubj"))
    if tree.lemma(token) in ("those", "that") and not who:
        return None  # "the laws of Norland and those in Ostland"
    last = max(tree.subtree(kid)[1] for kid in kids)
    return Candidate(token, token, last, "nominal", "group", tree.words(token, last), plural=True)


def _nominal(tree: Tree, token: int, states: States) -> Candidate | None:
    word = tree.tokens[token]
    if word.upos in ("DET", "PRON", "ADJ") and tree.lemma(token) in ("some", "many", "several", "most", "few", "both"):
        return _share(tree, token)
    part = tree.is_a(token, "compound", "flat", "nmod:desc", "fixed", "amod", "obl:unmarked")
    if part or word.upos not in ("NOUN", "PROPN") or is_charge(tree, token - 1):
        return None
    inside = word.text[:1].isupper() and token > tree.sentence_of(token).first  # not what a capital only opens with
    if inside and load_nouns().denotes(word.text.lower(), "party") and not tree.children(token, "amod", "nummod"):
        return Candidate(token, token, token, "name", "organization", word.text)  # "the leader of the Conservatives"
    first, last = tree.phrase(token, without=PHRASE_WITHOUT)
    first, last = _without_leading(tree, first, token), _with_complement(tree, token, max(last, token))
    last = max([last, *(tree.phrase(kid, without=PHRASE_WITHOUT)[1] for kid in counted(tree, token)[1:])])
    dated = [tree.subtree(kid)[0] for kid in tree.children(token, "nmod") if tree.tokens[kid].noun_kind == "time"]
    examples = (t for t in range(token + 1, last) if tree.words(t, t + 1).lower().startswith(("such as", "including ")))
    last = min([last, *(start - 1 for start in (*dated, *examples) if start > token)])
    last -= last > token and tree.tokens[last].text == ","
    last = max(last, token + 1) if is_charge(tree, token) else last
    kind = noun_kind(tree, token)
    country = state = None
    named = country_of_name(tree.words(first, last))
    if named:
        kind, country, state = "state", named.code, named.name
    elif load_nouns().denotes(tree.lemma(token), "government") and not _is_of_several(tree, token):
        country, state = _owner_country(tree, token, states)
        kind = "state" if state else "organization" if country else kind
    text = tree.words(first, last) if state else _words_used(tree, first, last)
    return Candidate(
        token, first, last, "nominal", kind, re.sub(r"\s+", " ", text),
        plural=tree.is_plural(token), gender=noun_gender(tree.lemma(token)), country=country, state=state,
    )  # fmt: skip


def _words_used(tree: Tree, first: int, last: int) -> str:
    """The words of a nominal with what tells how many are meant, or which: "some ministers", "another judge"."""
    while first > 0 and tree.lemma(first - 1) in AMOUNTS and tree.tokens[first - 1].upos in ("DET", "ADJ"):
        first -= 1
    return tree.words(first, last)


def _share(tree: Tree, token: int) -> Candidate | None:
    """Some of a group: "some of the protesters", "many of those present"."""
    whole = [kid for kid in tree.obliques(token, "of") if kid > token and noun_kind(tree, kid) == "group"]
    if not whole or tree.tokens[whole[0]].upos != "NOUN":
        return None
    last = max(whole[0], tree.phrase(whole[0], without=PHRASE_WITHOUT)[1])
    text = re.sub(r"\s+", " ", tree.words(token, last))
    return Candidate(token, token, last, "nominal", "group", text, plural=True)


def _body_of_title(tree: Tree, token: int) -> Candidate | None:
    """The body in "police spokesman", "BIA director" and "company statement", where the model sees no name."""
    word, head, titles = tree.tokens[token], tree.head(token), load_titles()
    if head is None or head < token or word.upos not in ("NOUN", "PROPN") or not tree.is_a(token, "compound"):
        return None
    acronym = len(word.text) > 1 and word.text.isalpha() and word.text.isupper()
    house = load_nouns().denotes(tree.lemma(token), "organization") or tree.lemma(token) in FORCES
    house = house and not (word.text[:1].islower() and tree.lemma(token) in INNER)
    known = word.text.lower() in titles.by_first or country_of_name(word.text) or tree.tokens[head].text.isupper()
    force = tree.lemma(token) in FORCES and _is_force(tree, head)
    if not (acronym or house) or known or not (force or tree.lemma(head) in (*titles.lasts, *TEXTS)):
        return None
    first = token
    while first > 0 and _belongs_to_body(tree, first - 1, (token, head)):
        first -= 1
    text = re.sub(r"\s+", " ", tree.words(first, token))
    if word.text[:1].isupper() and (acronym or first < token):
        return Candidate(token, first, token, "name", "organization", text)
    opens = first == tree.sentence_of(token).first and (first < token or word.upos == "NOUN")  # no "Congress"
    kind: EntityKind = "group" if tree.lemma(token) in FORCES else "organization"
    return Candidate(token, first, token, "nominal", kind, text[:1].lower() + text[1:] if opens else text)


def _is_force(tree: Tree, noun: int) -> bool:
    """True for what the police or an army does: the "shooting" of "police shooting"."""
    return bool(load_event_words().types("noun", tree.lemma(noun), tree.tokens[noun].text) & {"ASSAULT", "COERCE"})


def _belongs_to_body(tree: Tree, token: int, heads: tuple[int, int]) -> bool:
    """True for the "Security" of "Security Council Secretary" and the "foreign" of "foreign ministry spokesman"."""
    word = tree.tokens[token]
    if tree.head(token) not in heads or not tree.is_a(token, "compound", "amod") or word.upos not in NOMINALS:
        return False
    if country_of_adjective(word.text) or word.text.lower() in load_titles().prefixes:
        return False
    capital = tree.tokens[heads[0]].text[:1].isupper()
    return word.text[:1].isupper() if capital else tree.head(token) == heads[0]


def _with_complement(tree: Tree, head: int, last: int) -> int:
    """Where a nominal ends whose adjective stands behind it, with what that takes ("sources close to the envoy")."""
    behind = [kid for kid in tree.children(head, "amod") if kid > head and tree.children(kid, "obl")]
    return max([last, *(tree.subtree(kid)[1] for kid in behind)])


def _without_leading(tree: Tree, first: int, head: int) -> int:
    """Where a nominal begins without articles, marks, "same" and "(at) least", past the "-backed" of "Iran-backed"."""
    if 1 < first < head and tree.tokens[first - 1].text in ("-", "–") and tree.tokens[first].upos in ("VERB", "ADJ"):
        first += 1
    leading = ("DET", "PUNCT", "CCONJ", "ADV")
    while first < head and (
        tree.tokens[first].upos in leading
        or (tree.tokens[first].text.lower() in HEDGES and tree.tokens[first + 1].text != "-")
    ):
        first += 1
    return first


def _is_of_several(tree: Tree, token: int) -> bool:
    """True for "the Swedish and Finnish governments", which are two."""
    plural = tree.is_plural(token)
    return plural and any(tree.children(kid, "conj") for kid in owners(tree, token))


def _owner_country(tree: Tree, token: int, states: States) -> tuple[str | None, str | None]:
    """Code and name of the state that a noun belongs to: "Serbian …", "Serbia's …", "… of Serbia"; of a region's
    ("Scottish …") the code alone."""
    for kid in owners(tree, token):
        name, word = _name_around(tree, kid), tree.tokens[kid].text
        country = country_of_adjective(word) or country_of_name(name)
        region = region_of_adjective(word) or (region_of(name) if country is None else None)
        if region:
            return region.code, None
        if country:
            return country.code, country.name
        if normalise(name) in states:
            return None, states[normalise(name)]
    return None, None


def owners(tree: Tree, token: int) -> Iterator[int]:
    """Dependents that may tell whose a thing is: adjectives, compounds, possessives, of-phrases."""
    yield from tree.children(token, "amod", "compound", "nmod:poss")
    yield from (kid for kid in tree.children(token, "nmod") if tree.case(kid) in ("of", "for", "in"))


def _name_around(tree: Tree, token: int) -> str:
    for name in tree.analysis.names:
        if name.first <= token <= name.last:
            return tree.words(name.first, name.last)
    return tree.tokens[token].text
