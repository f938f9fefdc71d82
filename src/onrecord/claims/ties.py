"""Ties: standing relations that a text states, from relational nouns, verbs, parties and compounds."""

from collections.abc import Iterator
from dataclasses import replace

from onrecord.claims.draft import Draft
from onrecord.claims.for_events.generality import is_opinion
from onrecord.claims.for_ties.aims import find_aims, find_resolves
from onrecord.claims.for_ties.bearers import LAND, find_bearers, whole_before
from onrecord.claims.for_ties.bonds import (
    SIBLINGS,
    SYMMETRIC,
    find_bonds,
    find_coalitions,
    find_couples,
    find_mutual,
)  # fmt: skip
from onrecord.claims.for_ties.compounds import find_compounds, find_leanings, find_state_owned
from onrecord.claims.for_ties.heads import find_heads, find_rule
from onrecord.claims.for_ties.kin import behind_whole, find_kin_of, find_parents, is_doubtful, is_figure, is_game
from onrecord.claims.for_ties.members import find_houses, find_own_parties, find_parties
from onrecord.claims.for_ties.sides import OF_STATES, SURE, Sides
from onrecord.claims.for_ties.verbs import DESCRIBING, INNER, find_verbs
from onrecord.claims.status import find_status
from onrecord.claims.tree import Tree
from onrecord.claims.who import Cast
from onrecord.lexicon.ties import TieWord, load_ties
from onrecord.lexicon.word_lists import word_list
from onrecord.model import Relation, Status, Tie

OWNER_CASES = ("of", "to", "with", "for", "at", "in", "from", "on", "within")
HEDGES = ("alleged", "suspected", "purported", "would-be", "potential", "possible", "presumed", "accused")
REGARDED = ("ally", "partner", "friend", "rival", "enemy", "foe", "adversary", "competitor", "nemesis")
OUTSIDE = frozenset(("candidate", "applicant", "accession", "partner", "neighbour", "neighbor", "aspirant"))
ALLIANCES = frozenset(("nato",))
"""Bodies whose members call each other allies."""


def find_ties(tree: Tree, cast: Cast) -> Iterator[Draft]:
    """One draft for each tie and each word that the document states it with, in the order of the text."""
    reader = Sides(tree, cast, load_ties())
    seen: dict[tuple[str, str, Relation], list[Draft]] = {}
    finders = (
        _nouns, find_verbs, find_bonds, find_coalitions, find_mutual, find_couples, find_aims,
        find_resolves, find_parties, find_own_parties, find_houses, find_heads, find_rule, find_compounds,
        find_leanings, find_state_owned,
    )  # fmt: skip
    drafts = [draft for find in finders for draft in find(reader)]
    for draft in sorted(drafts, key=lambda draft: (draft.evidence[0], -draft.score)):
        tie = draft.what
        if not isinstance(tie, Tie) or is_opinion(tree, draft.predicate):
            continue
        if tie.relation == "opponent" and is_game(reader, draft.predicate):
            continue
        a, b = sorted((tie.a, tie.b)) if tie.relation in SYMMETRIC else (tie.a, tie.b)
        before = seen.setdefault((a, b, tie.relation), [])
        if not any(_says_the_same(tree, draft, other) for other in before):
            before.append(draft)
            yield draft


def _says_the_same(tree: Tree, draft: Draft, other: Draft) -> bool:
    """True where a tie is told again by the same word, or within the words that tell it already."""
    again = tree.lemma(draft.predicate) == tree.lemma(other.predicate)
    return again or any(a.start < b.end and b.start < a.end for a in draft.evidence for b in other.evidence)


# --- nouns: "an ally of", "his wife", "is a member of" --------------------------------------------------------------


def _nouns(reader: Sides) -> Iterator[Draft]:
    tree = reader.tree
    for token in tree.tokens:
        lemma = token.lemma.lower()
        if _is_member_state(reader, token.index):
            lemma = "member"
        word = _in_two_words(reader, token.index) or reader.ties.noun(lemma)
        if word is None or not _is_noun(reader, token.index) or is_figure(reader, word, token.index):
            continue
        seat = _is_seat(reader, word, token.index)
        owners = tuple(_owners(reader, word, token.index))
        for bearer in find_bearers(reader, word, token.index):
            if seat and reader.kind_at(bearer) != "state":
                continue  # a member of the Senate, but not one of the Council of Europe
            for owner in owners or _contrasted(reader, word, (bearer, token.index)):
                if word.relation == "opponent" and is_doubtful(reader, owner):
                    continue
                family = word.relation == "member" and lemma == "member" and reader.named(bearer) is not None
                described = word.relation in DESCRIBING and bearer != token.index and reader.named(owner) is not None
                for draft in reader.draft(word, (bearer, owner), token.index, SURE, unnamed=family or described):
                    yield replace(draft, status=_presupposed(tree, token.index))


def _is_member_state(reader: Sides, noun: int) -> bool:
    """True for "is a member state of NATO", "EU member countries such as Norway", "EU states", "NATO ally Norway"."""
    tree, lemma = reader.tree, reader.tree.lemma(noun)
    before = tree.children(noun, "compound")
    words = {tree.lemma(kid) for kid in before}
    if lemma in ("state", "country", "nation"):
        return "member" in words or (not words & OUTSIDE and any(map(reader.is_union, before)))
    alone = not tree.is_plural(noun) and not tree.obliques(noun, "of", "to")
    return lemma == "ally" and alone and bool(words & ALLIANCES)


def _in_two_words(reader: Sides, noun: int) -> TieWord | None:
    """The entry of a noun and the word before it: "parent company"."""
    tree = reader.tree
    pairs = (f"{tree.lemma(kid)} {tree.lemma(noun)}" for kid in tree.children(noun, "compound", "amod"))
    return next((word for pair in pairs if (word := reader.ties.nouns.get(pair)) is not None), None)


def _is_noun(reader: Sides, token: int) -> bool:
    """True for nouns, and for "rival" as taggers read it in "its rival Saudi Arabia"; not for those in names."""
    tree, head, name = reader.tree, reader.tree.head(token), reader.names.at.get(token)
    kinds = ("person", "organization", *(("place",) if tree.tokens[token].upos == "PROPN" else ()))
    if name is not None and name.kind in kinds and name.last > name.first:
        return False  # the "Son" of "Son Sen", the "Friends" of "American Friends of Karsk"
    if tree.tokens[token].upos in ("NOUN", "PROPN"):
        return True
    named = head is not None and head > token and head in reader.names.at
    return tree.tokens[token].upos == "ADJ" and tree.is_a(token, "amod", "compound") and named


def _presupposed(tree: Tree, noun: int) -> Status | None:
    """What stands beside a name is told as a fact, whatever its sentence asks, denies or plans."""
    base = tree.conjuncts(noun)[0]
    head = tree.head(base)
    if head is not None and tree.is_a(base, "xcomp", "obl") and tree.lemma(head) in word_list("regarding"):
        return None if tree.is_passive(head) else find_status(tree, head)  # "considers Norway its ally"
    told = tree.children(base, "cop") or tree.is_a(base, "xcomp", "obl", "root", "ccomp", "advcl")
    hedged = any(tree.lemma(kid) in HEDGES for kid in tree.children(noun, "amod"))
    return None if told or hedged else "asserted"


def _is_seat(reader: Sides, word: TieWord, noun: int) -> bool:
    """A member of a parliament holds an office, not a tie."""
    if word.relation != "member":
        return False
    first, last = reader.tree.phrase(noun)
    inside = (reader.tree.tokens[token].text.lower() for token in range(first, last + 1))
    words = set(inside)
    return reader.ties.names_chamber(words) and not words & {"committee", "caucus"}


def _contrasted(reader: Sides, word: TieWord, tokens: tuple[int, int]) -> Iterator[int]:
    """Whose rival it is where nobody is named beside "rival Ana Torvald": whom the sentence is about, of the same kind;
    whose friend or ally only of "ally Ana Torvald", with nothing before it."""
    tree, (bearer, noun) = reader.tree, tokens
    bare = not tree.children(noun, "det", "nmod:poss", "nummod", "compound")
    bare = bare and all(tree.tokens[kid].text.islower() for kid in tree.children(noun, "amod"))
    kind = reader.kind_at(bearer)
    if word.relation not in OF_STATES or bearer == noun or tree.children(noun, "cop") or kind == "group":
        return
    named = (kid for kid in tree.children(noun, "compound") if tree.tokens[kid].upos == "PROPN")
    if any(tree.lemma(kid) not in reader.ties.parties for kid in named):
        return  # "a Kremlin critic"
    if not bare and (word.relation != "opponent" or kind != "person"):
        return
    for verb in tree.ancestors(noun):
        subjects = tree.subjects(verb) if tree.tokens[verb].upos == "VERB" else ()
        alike = [token for token in subjects if kind is not None and reader.kind_at(token) == kind]
        if alike:
            yield alike[0]
            return


def _is_open(reader: Sides, owner: int) -> bool:
    """True for an "its" behind two bodies that the sentence before names: either may be what somebody owns."""
    tree, here = reader.tree, reader.tree.tokens[owner].sentence
    names = (n for n in tree.analysis.names if n.kind == "organization" and n.last < owner)
    near = {reader.named(name.first) for name in names if here - tree.tokens[name.first].sentence == 1}
    return tree.text_at(owner).lower() == "its" and len(near - {None}) > 1


def _owners(reader: Sides, word: TieWord, noun: int) -> Iterator[int]:
    """Tokens of those whose ally or member it is: possessives, of-phrases, names before the noun."""
    tree = reader.tree
    head = tree.head(noun)
    through = tree.children(head, "nmod:poss") if head is not None and tree.is_a(noun, "amod", "compound") else ()
    yield from _regarding(reader, word, noun)
    for kid in (*tree.children(noun, "nmod:poss"), *(kid for kid in through if kid < noun)):
        if tree.tokens[kid].text.lower() == "whose" and kid > 1 and tree.tokens[kid - 1].text == ",":
            yield kid - 2  # "Lars Edmond, whose wife Ana Torvald"
        elif not (word.relation == "owner" and _is_open(reader, kid)):
            theirs = tree.text_at(kid).lower() == "their" and word.relation == "relative"
            yield from tuple(find_parents(reader, noun)) if theirs else ()
            yield from tree.after(kid)
    cases = ("of", "within") if word.places else OWNER_CASES if word.houses else ("of", "to", "with", "for")
    apart = behind_whole(reader, noun)
    if whole_before(reader, word, noun):
        yield from (kid for kid in tree.children(noun, "amod", "compound") if reader.kind_at(kid) == "state")
        return  # "Norway's region of Karsk"
    if word.personal and word.relation == "employee":  # "a lawyer representing Torvald"
        serving = (verb for verb in tree.children(noun, "acl") if tree.lemma(verb) == "represent")
        yield from (kid for verb in serving for kid in tree.objects(verb))
    in_law = [tree.text_at(noun + step) for step in range(1, 5)] == ["-", "in", "-", "law"]
    for kid in (*tree.obliques(noun, *cases), *(tree.obliques(noun + 4, *cases) if in_law else ())):
        inner = tree.obliques(kid, "of") if tree.lemma(kid) in INNER else ()
        topic = word.relation == "employee" and tree.case(kid) in ("on", "from") and reader.kind_at(kid) == "state"
        if kid not in apart and not topic:  # not "a consultant on Norway", "a programmer from Norway"
            yield from inner or (kid,)  # "a member of the board of Microsoft"
    yield from (kid for kid in tree.children(noun, "conj") if tree.case(kid) in cases)  # "critic of A and of B"
    if not tree.children(noun, "nmod:poss", "nmod") and word.relation != "member":  # "a friend and ally of Edmond"
        near = (one for one in tree.conjuncts(noun) if one == noun + 2)
        joined = (one for one in near if reader.ties.noun(tree.lemma(one)) is not None)
        yield from (kid for one in joined for kid in tree.obliques(one, *cases))
    if word.relation == "relative" and not tree.children(noun, "nmod:poss") and not tree.obliques(noun, "of"):
        yield from find_kin_of(reader, noun)
    first = tree.conjuncts(noun)[0]
    if first < noun and tree.tokens[first].upos == "NOUN" and not tree.children(noun, "nmod:poss", "nmod", "det"):
        yield from (kid for kid in tree.children(first, "nmod:poss") if word.relation != "relative")
    bare = not tree.children(noun, "nmod:poss", "det", "compound")
    if word.relation in ("ally", "partner") and bare and reader.examples(noun):
        yield from _joined(tree, noun)
    yield from _named_before(reader, word, noun)


def _regarding(reader: Sides, word: TieWord, noun: int) -> Iterator[int]:
    """Whose ally it is in "Norway considers Sweden an ally", or "its ally": who considers."""
    tree, head = reader.tree, reader.tree.head(noun)
    regarded = head is not None and tree.lemma(head) in word_list("regarding") and tree.is_a(noun, "xcomp", "obl")
    if regarded and head is not None and word.word in REGARDED and not tree.obliques(noun, "of", "to"):
        yield from () if tree.is_passive(head) else tree.subjects(head)


def _named_before(reader: Sides, word: TieWord, noun: int) -> Iterator[int]:
    """Names before the noun: the "Reuters" of "a Reuters reporter", the "US" of "US allies"."""
    tree = reader.tree
    for kid in tree.children(noun, "compound", "amod"):
        entity = reader.named(kid)
        if (
            kid > noun
            or entity is None
            or not (tree.tokens[kid].text[:1].isupper() or kid in reader.names.at)
            or (reader.cast.entity_at(noun) == entity and word.relation != "part")
            or tree.tokens[kid].text.lower().startswith("non-")
            or reader.names.at.get(kid, 0) is reader.names.at.get(noun, 1)
        ):
            continue
        # "a China analyst" works on China, "a Reuters reporter" for Reuters, "a Labour rival" is not Labour's rival.
        if word.word in SIBLINGS and tree.is_plural(noun):
            continue  # "the Torvald brothers, Lars and Erik"
        owned = tree.children(noun, "nmod:poss") or (word.relation == "owner" and tree.obliques(noun, "of"))
        if word.relation in (*OF_STATES, "owner") and tree.is_a(kid, "amod") and owned:
            continue  # the "Lebanese" of "its Lebanese ally", the "Chinese owner of TikTok"
        opens = kid == reader.tree.sentence_of(kid).first and tree.lemma(kid) in reader.ties.plain
        demonym = tree.tokens[kid].upos == "ADJ" and word.relation == "part" and word.word not in LAND
        if opens or demonym or (word.relation == "part" and tree.tokens[noun].upos == "PROPN"):
            continue  # the "Federal" of "Federal Emergency Management Agency"
        house = reader.cast.kind(entity) in ("organization", "group")
        if house and word.relation in OF_STATES and reader.kind_at(noun + 1) == "organization":
            yield kid  # "the Norland Oil rival Karsk Gas"
        if house and word.relation == "supporter":
            yield kid  # "the Labour supporter Ana Torvald"
        aide = word.personal and reader.cast.kind(entity) == "person"
        if aide or word.relation in ("part", "owner") or house == (word.relation in ("member", "employee")):
            yield kid


def _joined(tree: Tree, noun: int) -> Iterator[int]:
    """Whose allies they are in "Norway and allies such as Sweden", "Norway works with partners including Sweden"."""
    head, first = tree.head(noun), tree.conjuncts(noun)[0]
    if first < noun and tree.tokens[first].upos == "PROPN":
        yield first
    elif head is not None and tree.case(noun) in ("with", "alongside", "among") and tree.is_a(noun, "obl"):
        yield from tree.subjects(head)
