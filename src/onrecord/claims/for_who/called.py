"""What the names of a document are: which the model saw, joined where they are one, each of one kind throughout."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import takewhile

from onrecord.claims.for_who.evidence import weigh_signs
from onrecord.claims.for_who.kinds import is_charge
from onrecord.claims.grammar import POSSESSIVES
from onrecord.claims.tree import Tree
from onrecord.lexicon.first_names import load_first_names
from onrecord.lexicon.leaders import is_leader
from onrecord.lexicon.nouns import load_nouns
from onrecord.lexicon.titles import load_titles
from onrecord.lexicon.word_lists import word_list
from onrecord.model import Name, NameKind
from onrecord.names import is_acronym_of, is_dotted, normalise, surname, without_address
from onrecord.places import capital_of, country_of_adjective, country_of_name, seat_of

CALIPHATE = frozenset({"syria", "levant", "sham"})


def agreed(tree: Tree) -> Iterator[Name]:
    """The names of a document, each with the kind that most mentions of the same words have.

    A single word that is the last of a person's full name is that person, unless it stands behind "in" or "at".
    What is but a title ("Foreign Secretary") is no name, unless somebody's surname.
    """
    names = list(_joined(tree))
    told, cased = weigh_signs(tree, names), any(map(str.isupper, tree.text))
    votes: dict[str, dict[NameKind, float]] = {}
    surnames: set[str] = set()
    for name in names:
        key = normalise(tree.words(name.first, name.last))
        seen = votes.setdefault(key, {})
        seen[name.kind] = seen.get(name.kind, 0.0) + name.score
        is_person = told.get(key, name.kind) == "person"
        if is_person and name.last > name.first and not _is_title(tree, name):
            surnames.add(surname(tree.words(name.first, name.last)))
    for name in names:
        key = normalise(tree.words(name.first, name.last))
        most = max(votes[key], key=lambda k: (votes[key][k], k == name.kind, k))
        kind = told.get(key, most)
        bare = key in surnames and tree.case(name.last) not in ("in", "at")
        if _is_addressed(tree, name) or (bare and not is_dotted(tree.tokens[name.last].text)):
            kind = "person"
        elif kind == "person" and (_is_capital(tree, name) or _is_land(tree, name)):
            kind = "place"
        elif kind == "person" and _is_known_body(tree, name):
            kind = "organization"
        elif kind == "person" and cased and not any(map(str.isupper, tree.words(name.first, name.last))):
            continue  # a headline's verb: "leader sacks minister"
        elif _is_title(tree, name) or is_charge(tree, name.first - 1):
            continue
        yield replace(name, kind=kind)


def _is_addressed(tree: Tree, name: Name) -> bool:
    """True for who is called "Mr", "Ms" or "Mrs", or a leader by title, in the capitals of a transcript as well."""
    before = tree.tokens[name.first - 1].text.lower().rstrip(".") if name.first > 0 else ""
    titled = before in load_titles().lasts and is_leader(tree.words(name.first, name.last))
    return titled or before in ("mr", "ms", "mrs")


def _is_capital(tree: Tree, name: Name) -> bool:
    """True for a capital of several words; of one, where it is no first name or the article speaks of its country."""
    capital = capital_of(tree.words(name.first, name.last))
    if capital is None or name.first < name.last:
        return capital is not None
    if normalise(tree.words(name.first, name.last)) not in load_first_names():
        return True
    words = (t.text for t in tree.tokens if t.upos in ("PROPN", "ADJ") and t.index != name.first)
    lands = (country_of_name(word) or country_of_adjective(word) for word in words)
    return any(land is not None and land.code == capital.code for land in lands)


def _is_land(tree: Tree, name: Name) -> bool:
    """True for a country that is nobody's first name ("Peru", not "Chad"), and a house of a government."""
    words = tree.words(name.first, name.last)
    return (country_of_name(words) or seat_of(words)) is not None and normalise(words) not in {
        *word_list("namesakes"),
        *load_first_names(),
    }


def _is_known_body(tree: Tree, name: Name) -> bool:
    """True for a body that bears the name and "the": "the Verkhovna Rada", "the Cortes"."""
    before = tree.tokens[name.first - 1].text.lower() if name.first > 0 else ""
    return before == "the" and tree.words(name.first, name.last).lower() in load_titles().national


def _joined(tree: Tree) -> Iterator[Name]:
    """The model's names; two side by side that together name a country are one, and "and" adds to a body's name what
    that is for ("Ministry of Trade and Industry", "Islamic State of Iraq and the Levant")."""
    pending: Name | None = None
    for name in tree.analysis.names:
        if pending and pending.first <= name.first <= pending.last:
            continue
        if pending and _are_one_place(tree, pending, name):
            pending = replace(pending, last=name.last, kind="place", span=tree.span(pending.first, name.last))
            continue
        first = _spelled_from(tree, name)
        if first < name.first:
            name = replace(name, first=first, kind="organization", span=tree.span(first, name.last))
            if pending and first <= pending.last:
                pending = None
        if pending and (_are_one_person(tree, pending, name) or _is_inverted(tree, pending, name)):
            pending = replace(pending, last=name.last, span=tree.span(pending.first, name.last))
            continue
        if pending:
            yield pending
        last = _end_of_owned(tree, name) or _end_of_fields(tree, name)
        pending = replace(name, last=last, span=tree.span(name.first, last))
    if pending:
        yield pending


def _are_one_place(tree: Tree, one: Name, other: Name) -> bool:
    """True for two names that together are a country, and for the "Port" and "Spain" of the capital with "of"."""
    between = [token.text for token in tree.tokens[one.last + 1 : other.first]]
    if other.first <= one.last or between not in ([], ["of"]):
        return False
    words = tree.words(one.first, other.last)
    return (country_of_name(words) or (capital_of(words) if between else None)) is not None


def _are_one_person(tree: Tree, one: Name, other: Name) -> bool:
    """True for "Haji Mirza" right before "Ali Orel": an honorific, with a first name or alone, and whose it is; and for
    the halves of "Frank-Walter Orel"."""
    marks = [token.text for token in tree.tokens[one.last + 1 : other.first]]
    if (
        marks == ["-"] and one.kind == other.kind == "person" and other.first < other.last
    ):  # not "the Orel-Edmond talks"
        glued = tree.tokens[one.last].span.end + 1 == tree.tokens[other.first].span.start
        return glued and normalise(tree.words(one.first, one.last)) in load_first_names()
    if one.kind != "person" or other.kind != "person" or marks not in ([], ["'"], ["’"]):
        return False
    words = tree.words(one.first, one.last)
    styled = without_address(f"{words} X") != f"{words} X"
    tied = {tree.head(tree.top(one.first, one.last)), tree.top(one.first, one.last)}
    beside = tied & set(range(other.first, other.last + 1)) or tree.head(tree.top(other.first, other.last)) in tied
    return styled and bool(beside) and not _is_title(tree, one)


def _spelled_from(tree: Tree, name: Name) -> int:
    """Where the body begins that brackets behind a name spell out: "Front for Tarvan Unity (FTU)" before "Tarvan".

    An "MP" is somebody, no body.
    """
    behind = [token.text for token in tree.tokens[name.last + 1 : name.last + 4]]
    short, sentence = behind[1] if behind[::2] == ["(", ")"] else "", tree.sentence_of(name.first)
    if not short.isupper() or is_acronym_of(short, tree.words(name.first, name.last)):
        return name.first
    if not tree.tokens[name.last].text[:1].isupper() or short.lower() in load_titles().lasts:
        return name.first
    starts = range(name.first - 1, max(sentence.first, name.first - len(short) * 2) - 1, -1)
    capital = (start for start in starts if tree.tokens[start].text[:1].isupper())
    return next((one for one in capital if is_acronym_of(short, tree.words(one, name.last))), name.first)


def _is_inverted(tree: Tree, one: Name, other: Name) -> bool:
    """True for a person's name as lists set it down: "HOLM", "Petra"."""
    words = (tree.words(one.first, one.last), tree.words(other.first, other.last))
    comma = [token.text for token in tree.tokens[one.last + 1 : other.first]] == [","]
    shaped = one.kind == "person" and words[0].isupper() and words[1].istitle()
    return comma and shaped and normalise(words[1]).partition(" ")[0] in load_first_names()


def _end_of_owned(tree: Tree, name: Name) -> int | None:
    """The end of "the People's Liberation Front", of which the model took the "People" alone for a name."""
    if tree.words(name.first, name.last) != "People" or tree.text_at(name.last + 1) not in POSSESSIVES:
        return None
    last = name.last + 1
    while tree.text_at(last + 1)[:1].isupper() and tree.tokens[last + 1].sentence == tree.tokens[name.last].sentence:
        last += 1
    body = load_nouns().denotes(tree.lemma(last).lower(), "organization")
    return last if body and last > name.last + 1 else None


def _end_of_fields(tree: Tree, name: Name) -> int:
    """The last token of a body's name with the fields that "and" adds to it."""
    words = tree.words(name.first, name.last).split()
    behind = [token.text for token in tree.tokens[name.last + 1 : name.last + 7]]
    if name.kind != "organization" or "of" not in words[1:] or behind[:1] != ["and"]:
        return name.last
    caliphate = words[:2] == ["Islamic", "State"]
    if not caliphate and not load_nouns().denotes(words[words.index("of") - 1].lower(), "organization"):
        return name.last
    known, count = CALIPHATE if caliphate else load_titles().fields, 1 + (caliphate and behind[1:2] == ["the"])
    added = list(takewhile(lambda word: word[0].isupper() and word.lower() in known, behind[count:]))
    return name.last + count + len(added) if added else name.last


def _is_title(tree: Tree, name: Name) -> bool:
    """True for a title that the model took for a name: its head is a noun for a person, "of" what it may be.

    "Coast Guard" and "Iron Boys" are no titles: offices do not end so.
    """
    head = tree.top(name.first, name.last)
    nouns, lemma = load_nouns(), tree.lemma(head)
    if name.kind == "organization" and name.first < head == name.last and lemma not in load_titles().lasts:
        return False
    if not nouns.denotes(lemma, "person") or nouns.denotes(lemma, "party"):
        return False
    after = range(head + 1, name.last + 1)
    return all(tree.tokens[t].upos != "PROPN" for t in after) or any(tree.tokens[t].upos == "ADP" for t in after)
