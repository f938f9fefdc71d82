"""Ties: standing relations that a text states, from relational nouns, verbs, parties and compounds."""

from collections.abc import Iterator
from dataclasses import replace

from onrecord.claims.draft import Draft
from onrecord.claims.for_ties.aims import find_aims, find_resolves
from onrecord.claims.for_ties.bearers import find_bearers
from onrecord.claims.for_ties.bonds import (
    SIBLINGS,
    SYMMETRIC,
    find_bonds,
    find_coalitions,
    find_couples,
    find_mutual,
)  # fmt: skip
from onrecord.claims.for_ties.compounds import find_compounds, find_leanings, find_state_owned
from onrecord.claims.for_ties.doubts import is_doubtful
from onrecord.claims.for_ties.heads import find_heads
from onrecord.claims.for_ties.kin import behind_whole, find_kin_of, is_figure
from onrecord.claims.for_ties.members import find_houses, find_own_parties, find_parties, is_party
from onrecord.claims.for_ties.rule import find_rule
from onrecord.claims.for_ties.sides import LIKELY, OF_STATES, SURE, Sides
from onrecord.claims.status import find_status
from onrecord.claims.tree import Tree
from onrecord.claims.who import Cast
from onrecord.lexicon.ties import TieWord, load_ties
from onrecord.model import Relation, Status, Tie

OWNER_CASES = ("of", "to", "with", "for", "at", "in", "from", "on")
PERSONAL_CASES = ("of", "to", "with", "for")
HEDGES = ("alleged", "suspected", "purported", "would-be", "potential", "possible", "presumed", "accused")
BEHIND = ("amod", "acl", "appos")
BELONGING = TieWord("belong", "owner", "", "", "", reverse=True, bought=True)
HEADS = ("president", "chairman", "chairwoman", "chair", "leader", "head", "director", "chief")
COMMITTEES = frozenset(("committee", "subcommittee", "caucus", "commission"))
LAND = ("territory", "province", "colony", "region", "dependency", "part")
"""Parts of states; the "Iranian" of "Iranian news agency Fars" is no whole of which Fars is a part."""
STATES = ("state", "country", "nation")
INNER = ("board", "leadership", "faction", "delegation", "wing", "bureau", "presidency", "staff")


def find_ties(tree: Tree, cast: Cast) -> Iterator[Draft]:
    """One draft for each tie and each word that the document states it with, in the order of the text."""
    reader = Sides(tree, cast, load_ties())
    seen: set[tuple[str, str, Relation, str]] = set()
    finders = (
        _nouns, _verbs, find_bonds, find_coalitions, find_mutual, find_couples, find_aims,
        find_resolves, find_parties, find_own_parties, find_houses, find_heads, find_rule, find_compounds,
        find_leanings, find_state_owned,
    )  # fmt: skip
    drafts = [draft for find in finders for draft in find(reader)]
    for draft in sorted(drafts, key=lambda draft: (draft.evidence[0], -draft.score)):
        tie = draft.what
        if not isinstance(tie, Tie):
            continue
        a, b = sorted((tie.a, tie.b)) if tie.relation in SYMMETRIC else (tie.a, tie.b)
        if (a, b, tie.relation, tree.lemma(draft.predicate)) not in seen:
            seen.add((a, b, tie.relation, tree.lemma(draft.predicate)))
            yield draft


# --- nouns: "an ally of", "his wife", "is a member of" --------------------------------------------------------------


def _nouns(reader: Sides) -> Iterator[Draft]:
    tree = reader.tree
    for token in tree.tokens:
        lemma = token.lemma.lower()
        if lemma in STATES and any(tree.lemma(kid) == "member" for kid in tree.children(token.index, "compound")):
            lemma = "member"  # "is a member state of NATO", "EU member countries such as Norway"
        word = _in_two_words(reader, token.index) or reader.ties.nouns.get(lemma)
        word = word or reader.ties.nouns.get(lemma.rpartition("-")[2])  # "arch-enemy"
        if word is None or not _is_noun(reader, token.index) or is_figure(reader, word, token.index):
            continue
        seat = _is_seat(reader, word, token.index)
        owners = tuple(_owners(reader, word, token.index))
        for bearer in find_bearers(reader, word, token.index):
            if seat and not _is_state(reader, bearer):
                continue  # a member of the Senate, but not one of the Council of Europe
            for owner in owners or _contrasted(reader, word, (bearer, token.index)):
                if word.relation == "opponent" and is_doubtful(reader, owner):
                    continue
                family = word.relation == "member" and lemma == "member"
                for draft in reader.draft(word, (bearer, owner), token.index, SURE, unnamed=family):
                    yield replace(draft, status=_presupposed(tree, token.index))


def _in_two_words(reader: Sides, noun: int) -> TieWord | None:
    """The entry of a noun and the word before it: "parent company"."""
    tree = reader.tree
    pairs = (f"{tree.lemma(kid)} {tree.lemma(noun)}" for kid in tree.children(noun, "compound", "amod"))
    return next((word for pair in pairs if (word := reader.ties.nouns.get(pair)) is not None), None)


def _is_state(reader: Sides, token: int) -> bool:
    entity = reader.named(token)
    return entity is not None and reader.cast.kind(entity) == "state"


def _is_noun(reader: Sides, token: int) -> bool:
    """True for nouns, and for "rival" as taggers read it in "its rival Saudi Arabia"; not for those in names."""
    tree, head, name = reader.tree, reader.tree.head(token), reader.names.at.get(token)
    if name is not None and name.kind == "person" and name.last > name.first:
        return False  # the "Son" of "Son Sen"
    if tree.tokens[token].upos in ("NOUN", "PROPN"):
        return True
    named = head is not None and head > token and head in reader.names.at
    return tree.tokens[token].upos == "ADJ" and tree.is_a(token, "amod") and named


def _presupposed(tree: Tree, noun: int) -> Status | None:
    """What stands beside a name is told as a fact, whatever its sentence asks, denies or plans."""
    base = tree.conjuncts(noun)[0]
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
    """Whose rival it is where nobody is named beside "rival Ana Torvald": the person that the sentence is about."""
    tree, (bearer, noun) = reader.tree, tokens
    if word.relation != "opponent" or bearer == noun or tree.children(noun, "cop"):
        return
    for verb in tree.ancestors(noun):
        subjects = tree.subjects(verb) if tree.tokens[verb].upos == "VERB" else ()
        persons = [token for token in subjects if reader.names.person_at(token) is not None]
        if persons:
            yield persons[0]
            return


def _owners(reader: Sides, word: TieWord, noun: int) -> Iterator[int]:
    """Tokens of those whose ally or member it is: possessives, of-phrases, names before the noun."""
    tree = reader.tree
    head = tree.head(noun)
    through = tree.children(head, "nmod:poss") if head is not None and tree.is_a(noun, "amod", "compound") else ()
    for kid in (*tree.children(noun, "nmod:poss"), *(kid for kid in through if kid < noun)):
        if tree.tokens[kid].text.lower() == "whose" and kid > 1 and tree.tokens[kid - 1].text == ",":
            yield kid - 2  # "Lars Edmond, whose wife Ana Torvald"
        else:
            yield from tree.after(kid)
    cases = ("of",) if word.places else OWNER_CASES if word.houses else PERSONAL_CASES
    apart = behind_whole(reader, noun) if word.relation == "relative" else ()
    for kid in tree.obliques(noun, *cases):
        inner = tree.obliques(kid, "of") if tree.lemma(kid) in INNER else ()
        topic = word.relation == "employee" and tree.case(kid) == "on" and _is_state(reader, kid)
        if kid not in apart and not topic:  # not "a consultant on Norway"
            yield from inner or (kid,)  # "a member of the board of Microsoft"
    yield from (kid for kid in tree.children(noun, "conj") if tree.case(kid) in cases)  # "critic of A and of B"
    if word.relation == "relative" and not tree.children(noun, "nmod:poss", "nmod"):
        yield from find_kin_of(reader, noun)
    first = tree.conjuncts(noun)[0]
    if first < noun and tree.tokens[first].upos == "NOUN" and not tree.children(noun, "nmod:poss", "nmod", "det"):
        yield from (kid for kid in tree.children(first, "nmod:poss") if word.relation != "relative")
    for kid in tree.children(noun, "compound", "amod"):
        entity = reader.named(kid)
        if (
            kid > noun
            or entity is None
            or not (tree.tokens[kid].text[:1].isupper() or kid in reader.names.at)
            or reader.cast.entity_at(noun) == entity
            or reader.names.at.get(kid, 0) is reader.names.at.get(noun, 1)
        ):
            continue
        # "a China analyst" works on China, "a Reuters reporter" for Reuters, "a Labour rival" is not Labour's rival.
        if word.word in SIBLINGS and tree.tokens[noun].feats.get("Number") == "Plur":
            continue  # "the Torvald brothers, Lars and Erik"
        if word.relation in OF_STATES and tree.is_a(kid, "amod") and tree.children(noun, "nmod:poss"):
            continue  # the "Lebanese" of "its Lebanese ally"
        opens = kid == reader.tree.sentence_of(kid).first and tree.lemma(kid) in reader.ties.plain
        demonym = tree.tokens[kid].upos == "ADJ" and word.relation == "part" and word.word not in LAND
        if opens or demonym or (word.relation == "part" and tree.tokens[noun].upos == "PROPN"):
            continue  # the "Federal" of "Federal Emergency Management Agency"
        house = reader.cast.kind(entity) in ("organization", "group")
        aide = word.personal and reader.cast.kind(entity) == "person"
        if aide or word.relation in ("part", "owner") or house == (word.relation in ("member", "employee")):
            yield kid


# --- verbs: "belongs to", "leads", "is backed by" -------------------------------------------------------------------


def _verbs(reader: Sides) -> Iterator[Draft]:
    tree = reader.tree
    for token in tree.tokens:
        if token.upos not in ("VERB", "ADJ"):
            continue
        verb, lemma = token.index, token.lemma.lower()
        word = reader.ties.verbs.get(lemma)
        if word is not None and _holds_now(tree, word, verb):
            for a in tree.doers(verb):
                for b in tree.objects(verb) or _bare_obliques(tree, verb):
                    if word.relation == "leader" and tree.children(a, "nmod:desc") and _is_in_office(reader, a, b):
                        continue
                    if word.relation == "leader" and tree.lemma(b) in reader.ties.contests:
                        continue  # "the polls are led by Torvald"
                    if not (word.relation == "member" and _is_chamber(reader, b)) and _fits_contest(
                        reader, word, verb, (a, b)
                    ):
                        # "rebels backed by Norway", "the coalition led by Norway"
                        group = word.relation == "leader" and _is_group(reader, b)
                        rebels = group or (word.relation in ("supporter", "leader") and tree.is_passive(verb))
                        yield from reader.draft(word, (a, b), verb, LIKELY, unnamed=rebels)
        for kid in (*tree.children(verb, "obl"), *_of_objects(tree, verb)):
            if kid < verb:
                continue
            case = tree.case(kid) or tree.lemma(verb + 1)  # parsers now and then hang "to" on an adjective
            word = reader.ties.verbs.get(f"{lemma} {case}")
            subjects = _subjects(tree, verb) if word is not None else ()
            for a in subjects:
                for b in _inside(tree, kid):
                    if word is not None and word.word == "belong to" and reader.names.person_at(b) is not None:
                        yield from reader.draft(BELONGING, (a, b), verb, LIKELY)
                        continue
                    if word is None or (word.relation == "member" and _is_chamber(reader, b)):
                        continue
                    if word.relation == "employee" and _is_chamber(reader, b) and _is_organization(reader, b):
                        continue  # "writing for the Court"
                    if _holds_now(tree, word, verb) and _fits_contest(reader, word, verb, (a, b)):
                        people = word.relation == "supporter"  # "stands with the people of Norway"
                        yield from reader.draft(word, (a, b), verb, LIKELY, unnamed=people)


def _is_group(reader: Sides, token: int) -> bool:
    """True for the delegation of "Torvald led a delegation"."""
    entity = reader.names.entity_at(token)
    return entity is not None and reader.cast.kind(entity) == "group"


def _is_in_office(reader: Sides, a: int, b: int) -> bool:
    """True for a leader whom an office at the same body tells of: "the court led by President Torvald"."""
    person, body = reader.named(a), reader.named(b)
    for phrase in (one.phrase for one in reader.holdings if one.person == person):
        found = reader.bodies.body(phrase)
        if found == body or (found is None and reader.tree.lemma(phrase.head) in HEADS):
            return True
    return False


def _subjects(tree: Tree, verb: int) -> tuple[int, ...]:
    """Subjects, or the noun that an adjective stands behind: "troops loyal to Torvald"."""
    head = tree.head(verb)
    behind = head is not None and head < verb and tree.tokens[verb].upos == "ADJ" and tree.is_a(verb, *BEHIND)
    return tree.subjects(verb) or ((head,) if head is not None and behind else ())


def _inside(tree: Tree, kid: int) -> tuple[int, ...]:
    """The token and what is coordinated under it; of "on the board of Microsoft", Microsoft."""
    return (tree.obliques(kid, "of") if tree.lemma(kid) in INNER else ()) or tree.after(kid)


def _of_objects(tree: Tree, verb: int) -> tuple[int, ...]:
    """What stands behind a verb's object and is the verb's in sense: "won the election against Torvald"."""
    if tree.lemma(verb) == "stand":
        beside = [kid for kid in tree.children(verb, "obj", "obl") if tree.lemma(kid) in ("shoulder", "side")]
        below = [kid for thing in beside for kid in tree.children(thing, "nmod", "obl")]
        again = [kid for other in below if other not in beside for kid in tree.children(other, "nmod")]
        return (*below, *(kid for kid in again if tree.lemma(tree.tokens[kid].head) in ("shoulder", "side")))
    if tree.lemma(verb) not in ("win", "lose"):
        return ()
    return tuple(kid for thing in tree.children(verb, "obj") for kid in tree.children(thing, "nmod"))


def _fits_contest(reader: Sides, word: TieWord, verb: int, sides: tuple[int, int]) -> bool:
    """Rivals "face" each other in elections, both persons; one leaves or returns to a party."""
    if word.party:
        if reader.tree.tokens[verb].feats.get("VerbForm") == "Inf":
            return False
        a, b = reader.named(sides[0]), reader.named(sides[1])
        between_states = a is not None and reader.cast.kind(a) == "state" and b is not None
        return between_states or (is_party(reader, sides[1]) and reader.names.person_at(sides[0]) is not None)
    if not word.contest:
        return True
    persons = [reader.names.person_at(side) for side in sides]
    if not all(person is not None and reader.names.has_name(person) for person in persons):
        return False
    inside = [token for token in reader.tree.tokens if token.sentence == reader.tree.tokens[verb].sentence]
    words = {token.lemma.lower() for token in inside} | {token.text.lower() for token in inside}
    off = any(a.text.lower() == "run" and c.text.lower() == "off" for a, c in zip(inside, inside[2:], strict=False))
    return off or bool(words & reader.ties.contests)


def _is_chamber(reader: Sides, token: int) -> bool:
    entity = reader.named(token)
    if entity is None or reader.cast.kind(entity) != "organization":
        return True
    words = set(reader.cast.entities[entity].name.lower().split())
    return reader.ties.names_chamber(words) and not words & COMMITTEES


def _is_organization(reader: Sides, token: int) -> bool:
    entity = reader.named(token)
    return entity is not None and reader.cast.kind(entity) == "organization"


def _bare_obliques(tree: Tree, verb: int) -> tuple[int, ...]:
    """What parsers now and then take for an adverbial: the object of "heads the party"."""
    return tuple(kid for kid in tree.children(verb, "obl") if tree.case(kid) is None and kid > verb)


def _holds_now(tree: Tree, word: TieWord, verb: int) -> bool:
    """For verbs that are a relation only in the present: "supports", "is backed by", not "will back", "backed"."""
    if word.foes and not tree.is_passive(verb):
        told = tree.tokens[verb].feats.get("Tense") == "Pres" or tree.children(verb, "aux")
        return bool(told) and find_status(tree, verb) == "asserted"
    if word.relation == "member" and tree.tokens[verb].feats.get("VerbForm") == "Inf":
        return find_status(tree, verb) == "asserted"  # not "wants to join NATO"
    if word.bought:
        named = all(tree.tokens[b].upos != "PRON" for b in tree.objects(verb))  # "it was bought by Torvald": a thing
        return named and find_status(tree, verb) == "asserted"  # not "agreed to buy"
    if not word.present:
        return True
    if word.close and not any(tree.lemma(kid) in ("closely", "intimately") for kid in tree.children(verb, "advmod")):
        return False
    auxiliaries = tree.children(verb, "aux")
    if any(tree.lemma(kid) == "have" and tree.tokens[kid].feats.get("Tense") == "Pres" for kid in auxiliaries):
        return True  # "has long backed"
    head = tree.head(verb)
    if head is not None and tree.is_a(verb, "xcomp") and tree.lemma(head) in ("continue", "remain", "keep"):
        return tree.tokens[head].feats.get("Tense") == "Pres"  # "continues to stand with"
    if head is not None and tree.is_a(verb, "xcomp") and tree.lemma(head) in ("deny", "admit"):
        return True  # "denies backing"
    progressive = [
        kid for kid in auxiliaries if tree.lemma(kid) == "be" and tree.tokens[kid].feats.get("Tense") == "Pres"
    ]
    if word.relation == "supporter" and len(progressive) == len(auxiliaries) == 1 and not tree.is_passive(verb):
        return not any(tree.lemma(kid) == "not" for kid in tree.children(verb, "advmod"))  # "is supporting"
    present = tree.tokens[verb].feats.get("Tense") == "Pres" and not auxiliaries
    passive = [kid for kid in auxiliaries if tree.tokens[kid].feats.get("Tense") == "Pres"]
    if any(tree.lemma(kid) == "not" for kid in tree.children(verb, "advmod")):
        return False
    if tree.is_passive(verb):
        opening = tree.is_a(verb, "advcl") and not auxiliaries  # "Backed by the Greens, Torvald won"
        return opening or tree.is_a(verb, "acl") or (bool(passive) and len(auxiliaries) == 1)
    return present
