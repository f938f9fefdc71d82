"""The mention that a name is: its edges, without titles and articles, and which of the six kinds bears it."""

import re
from collections.abc import Mapping
from dataclasses import replace

from onrecord.claims.for_who.capitals import stands_for_its_state
from onrecord.claims.for_who.evidence import States
from onrecord.claims.for_who.kinds import Candidate, Gender, is_before_noun, noun_gender
from onrecord.claims.for_who.set_once import whole_of
from onrecord.claims.tree import Tree
from onrecord.dates.words import WEEKDAYS
from onrecord.lexicon.first_names import load_first_names
from onrecord.lexicon.nouns import load_nouns
from onrecord.lexicon.titles import load_titles
from onrecord.model import EntityKind, Name, NameKind
from onrecord.names import address_gender, is_styled, normalise, without_address
from onrecord.places import Country, capital_of, country_of_adjective, country_of_name, government_of, region_of

STANCE = re.compile(r"(?:anti|counter|pro|non|post|pre)-")
"""How a word begins that says where somebody stands to the one named in it."""
UNION, UNION_SEAT = ("european union", "eu", "european commission"), "Brussels"
"""What the Union that sits in Brussels is called, and its chief body."""
KOREA = frozenset({"Korea", "Korean", "Koreans", "Pyongyang", "Seoul"})
SEAT = re.compile(r"[DRI]-[A-Z][\w.]*")
"""What stands behind a member of Congress for party and state: "Ana Orel (D-Calif.)"."""


def read_name(tree: Tree, name: Name, states: States) -> Candidate | None:
    """The mention that a name is; None for what names nobody and nothing of the six kinds."""
    first, last = _name_edges(tree, name)
    if name.kind == "person":
        if is_styled(tree.words(first, last)):
            return None
        first = _without_title(tree, first, last)
    head = tree.top(first, last)
    if first > 0 and name.kind != "person" and country_of_name(tree.words(first - 1, last)):
        first -= 1
    elif name.kind == "organization":
        first = _with_modifiers(tree, first, head)
    behind = [token.text for token in tree.tokens[first : first + 4]]
    text = (whole_of(behind) if first == last else None) or re.sub(r"\s+", " ", tree.words(first, last))
    nobody = text.lower() in (*WEEKDAYS, "the") or text.lower() in load_nouns().lists["thing"]
    if nobody or not any(ch.isalpha() for ch in text):
        return None  # "Saturday's unrest" is no occasion named Saturday
    if (text.lower() != text and STANCE.match(text)) or SEAT.fullmatch(text):
        return None  # "anti-ISIL" names nobody
    bare = Candidate(head, first, last, "name", None, text)
    state = states.get(normalise(text))
    if state and name.kind != "state" and first == last and tree.is_a(head, "amod", "compound"):
        return replace(bare, form="nominal", kind="state", text=state, state=state)
    if name.kind == "person":
        surname, comma, given = text.partition(", ")
        text = f"{given} {surname}" if comma and surname.isupper() else text  # "HOLM, Petra"
        gender = address_gender(text) or _title_gender(tree, head) or _first_name_gender(text)
        return replace(bare, kind="person", text=without_address(text), gender=gender)
    if load_nouns().denotes(text.lower().replace(" ", "_"), "union"):
        return replace(bare, kind="organization")
    found = _state_or_place(tree, bare, name.kind)
    if found:
        return found
    if name.kind == "state":
        return replace(bare, kind="state", state=state or text)
    if load_nouns().denotes(text.lower(), "party"):
        return replace(bare, kind="organization")
    if name.kind in ("group", "other") or country_of_adjective(bare.text) and is_before_noun(tree, head):
        return _people(tree, bare, name.kind)
    kinds: Mapping[str, EntityKind] = {"organization": "organization", "place": "place", "occasion": "occasion"}
    return replace(bare, kind=kinds[name.kind])


def _name_edges(tree: Tree, name: Name) -> tuple[int, int]:
    """First and last token of a name without articles, marks and possessives at its ends."""
    first, last = name.first, name.last
    while first < last and tree.tokens[first].upos in ("DET", "PUNCT", "ADP"):
        first += 1
    while (
        last > first
        and tree.tokens[last - 1].text != "-"
        and (
            tree.tokens[last].upos in ("PUNCT", "ADP", "CCONJ", "SCONJ")
            or tree.tokens[last].text in ("'s", "’s", "’", "'")
        )
    ):
        last -= 1
    return first, last


def _without_title(tree: Tree, first: int, last: int) -> int:
    """Where a person's name begins behind a title that the model took with it: "party supremo Ana Torvald"."""
    titles = (
        token for token in range(first, last - 1)
        if (token == first and _is_noun(tree, token)) or (token > first and _ends_title(tree, first, token))
    )  # fmt: skip
    cut = max(titles, default=first - 1) + 1
    small = tree.tokens[cut].text[:1].islower() or not tree.tokens[cut].text[:1].isalpha()
    return first if small else cut


def _is_noun(tree: Tree, token: int) -> bool:
    """True for the "supremo" of "supremo Ana Torvald", and no "de" or "bin"."""
    word = tree.tokens[token]
    return word.text.islower() and len(word.text) > 3 and word.upos in ("NOUN", "ADJ", "PROPN")


def _ends_title(tree: Tree, first: int, token: int) -> bool:
    """True for the "Secretary" of "Green League General Secretary Ana Torvald", and no "Dean" of "Dean Torvald"."""
    word = tree.tokens[token].text.lower()
    names = load_first_names()
    return word in load_titles().lasts and word not in names and tree.tokens[first].text.lower() not in names


def _state_or_place(tree: Tree, bare: Candidate, kind: NameKind) -> Candidate | None:
    """The name as a country, a region, a seat of government, or a capital: the state when it acts, else a place."""
    country = country_of_name(bare.text) or government_of(bare.text) or _half_of_korea(tree, bare)
    if country:
        return replace(bare, kind="state", country=country.code, state=country.name)
    region, capital = region_of(bare.text), capital_of(bare.text)
    if capital and region and capital.code != region.code:
        capital = None  # a region that shares its name with a capital far away
    if capital and kind in ("place", "organization"):
        if stands_for_its_state(tree, bare.head):
            if bare.text == UNION_SEAT and _speaks_of_union(tree):
                return replace(bare, kind="organization")
            return replace(bare, kind="state", country=capital.code, state=capital.name)
        return replace(bare, kind="place", country=capital.code)
    if region and kind in ("place", "other"):
        return replace(bare, kind="state", country=region.code, state=bare.text)
    return None


def _half_of_korea(tree: Tree, bare: Candidate) -> Country | None:
    """The half that "the North" or "the South" is, in an article that speaks of Korea."""
    article = bare.first > 0 and tree.tokens[bare.first - 1].text.lower() == "the"
    if bare.text not in ("North", "South") or not article:
        return None
    return country_of_name(f"{bare.text} Korea") if any(token.text in KOREA for token in tree.tokens) else None


def _speaks_of_union(tree: Tree) -> bool:
    """True for an article that names the European Union, and Belgium nowhere."""
    names = {normalise(tree.words(name.first, name.last)) for name in tree.analysis.names}
    return bool(names & {*UNION}) and not any(token.text in ("Belgium", "Belgian", "Belgians") for token in tree.tokens)


def _people(tree: Tree, bare: Candidate, kind: NameKind) -> Candidate | None:
    """The name of a people or another group; a national adjective is its state."""
    demonym = country_of_adjective(bare.text)
    if not demonym and kind == "other":
        return None
    if demonym and is_before_noun(tree, bare.head):
        text, code = demonym.name, demonym.code
        return replace(bare, form="nominal", kind="state", text=text, country=code, state=text)
    if demonym and not tree.is_plural(bare.head) and tree.child(bare.head, "det") is None:
        return None  # a language ("spoke in Norwegian")
    return replace(bare, kind="group", plural=True, country=demonym.code if demonym else None)


def _with_modifiers(tree: Tree, first: int, head: int) -> int:
    """Where an organisation's name begins when the proper nouns right before it belong to it ("Karsk Grain Board")."""
    while first > 0 and tree.tokens[first - 1].text[:1].isupper():
        word = tree.tokens[first - 1].text
        if country_of_adjective(word) or not first <= (tree.head(first - 1) or 0) <= head:
            break
        if not tree.is_a(first - 1, "compound", "amod", "nmod:unmarked"):
            break
        first -= 1
    return first


def _first_name_gender(name: str) -> Gender | None:
    """What the first of several words tells; a word alone may be a surname."""
    words = normalise(without_address(name)).split()
    return load_first_names().get(words[0]) if len(words) > 1 else None


def _title_gender(tree: Tree, head: int) -> Gender | None:
    for kid in tree.children(head, "nmod:desc", "compound", "flat", "appos"):
        found = noun_gender(tree.lemma(kid).rstrip("."))
        if found:
            return found
    return None
