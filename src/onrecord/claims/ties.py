"""Ties: standing relations that a text states, from relational nouns, verbs, parties and compounds."""

from collections.abc import Iterator
from dataclasses import replace

from onrecord.claims.bonds import SYMMETRIC, find_bonds, find_mutual
from onrecord.claims.draft import Draft
from onrecord.claims.heads import find_heads
from onrecord.claims.members import find_houses, find_own_parties, find_parties, is_party
from onrecord.claims.sides import FAIR, LIKELY, SURE, Sides
from onrecord.claims.tree import Tree
from onrecord.claims.who import Cast
from onrecord.lexicon.ties import TieWord, load_ties
from onrecord.model import Relation, Status, Tie

OWNER_CASES = ("of", "to", "with", "for", "at", "in", "from", "on")
PERSONAL_CASES = ("of", "to", "with", "for")
HEDGES = ("alleged", "suspected", "purported", "would-be", "potential", "possible", "presumed", "accused")
AS_VERBS = (
    "serve", "act", "work", "sit", "remain", "become", "continue", "stay",
    "consider", "call", "regard", "describe", "know", "see", "view",
)  # fmt: skip
INNER = ("board", "leadership", "faction", "delegation", "wing", "bureau", "presidency", "staff")


def find_ties(tree: Tree, cast: Cast) -> Iterator[Draft]:
    """One draft for each tie and each word that the document states it with, in the order of the text."""
    reader = Sides(tree, cast, load_ties())
    seen: set[tuple[str, str, Relation, str]] = set()
    finders = (
        _nouns, _verbs, find_bonds, find_mutual, _toward,
        find_parties, find_own_parties, find_houses, find_heads, _joined,
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
        word = reader.ties.nouns.get(lemma) or reader.ties.nouns.get(lemma.rpartition("-")[2])  # "arch-enemy"
        if word is None or token.upos not in ("NOUN", "PROPN") or _is_seat(reader, word, token.index):
            continue
        owners = tuple(_owners(reader, word, token.index))
        for bearer in _bearers(reader, word, token.index):
            for owner in owners or _contrasted(reader, word, (bearer, token.index)):
                for draft in reader.draft(word, (bearer, owner), token.index, SURE):
                    yield replace(draft, status=_presupposed(tree, token.index))


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
    return bool(words & reader.ties.chambers) and not words & {"committee", "caucus"}


def _bearers(reader: Sides, word: TieWord, noun: int) -> Iterator[int]:
    """Tokens of those who are what the noun says: by "is", apposition, a name beside it, or the noun itself."""
    tree = reader.tree
    head = tree.head(noun)
    if head is not None and tree.is_a(noun, "nmod") and tree.lemma(head) == "one":
        noun = head  # "one of his rivals"
    found: list[int] = []
    base = tree.conjuncts(noun)[0]
    if tree.children(base, "cop"):
        found.extend(tree.subjects(base))
    head = tree.head(base)
    named = head in reader.names.at and tree.is_a(base, "compound")  # "US allies Japan and South Korea"
    if head is not None and (named or tree.is_a(base, "appos", "nmod:desc")):
        found.extend(tree.after(head) if tree.is_a(base, "nmod:desc") else (head,))
    if head is not None and tree.is_a(base, "xcomp", "obl") and tree.lemma(head) in AS_VERBS:
        found.extend(tree.subjects(head))
    for kid in tree.children(noun, "appos", "nmod:desc", "flat"):
        found.extend(tree.after(kid))
    if head is not None and tree.is_a(noun, "nsubj") and tree.children(head, "cop"):
        found.extend(kid for kid in tree.after(head) if reader.named(kid) is not None)  # "his main rival is Torvald"
    found.extend(_examples(reader, noun))
    found = found or [kid for other in tree.conjuncts(noun) for kid in _named_after(reader, noun, other)]
    if not found and tree.children(noun, "nmod:poss"):
        found.extend(kid for kid in tree.children(noun, "amod", "compound") if _is_state(reader, kid))
    after = _name_after(reader, noun)
    if after is not None and after not in found and (not found or noun + 1 == reader.names.at[after].first):
        found = [after, *tree.children(after, "conj")] if noun == base and not found else [after]
    yield from dict.fromkeys(found or ([noun] if word.relation != "part" else []))


def _examples(reader: Sides, noun: int) -> Iterator[int]:
    """The names of "its allies, including Norway and Sweden", and that of "its ally Norway"."""
    tree, token = reader.tree, noun + 1
    words = [other.text.lower() for other in tree.tokens[token : token + 3]]
    if words[:1] == [","]:
        token, words = token + 1, words[1:]
    step = 1 if words[:1] in (["including"], ["like"]) else 2 if words[:2] == ["such", "as"] else 0
    name = reader.names.at.get(token + step)
    if name is None or name.first != token + step or (step == 0 and (token > noun + 1 or name.kind == "person")):
        return
    for head in reader.names.heads_of(name):
        yield from tree.after(head) if step else (head,)


def _named_after(reader: Sides, noun: int, other: int) -> tuple[int, ...]:
    """The name at the end of "her son and campaign manager Lars Edmond"."""
    if other <= noun or reader.ties.nouns.get(reader.tree.lemma(other)) is not None:
        return ()
    kids = reader.tree.children(other, "appos", "nmod:desc", "flat")
    return tuple(kid for kid in kids if kid in reader.names.at)


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


def _is_state(reader: Sides, token: int) -> bool:
    """True for the "Turkish" of "our Turkish allies"."""
    entity = reader.cast.entity_at(token)
    return entity is not None and reader.cast.kind(entity) == "state"


def _name_after(reader: Sides, noun: int) -> int | None:
    """The head of the personal name that follows the noun, past a comma and titles ("his wife, First Lady Ana")."""
    tree, token = reader.tree, noun + 1
    if [other.text.lower() for other in tree.tokens[noun + 1 : noun + 5]] == ["-", "in", "-", "law"]:
        token, noun = noun + 5, noun + 4  # "her son-in-law Lars Edmond"
        if tree.tokens[min(token, len(tree.tokens) - 1)].text == "and":
            token += 1
    while token < len(tree.tokens) and token - noun < 5 and tree.tokens[token].sentence == tree.tokens[noun].sentence:
        name = reader.names.person_from(token)
        if name is not None:
            return next(iter(reader.names.heads_of(name)), None)
        if tree.tokens[token].upos not in ("PROPN", "ADJ") and not (
            token == noun + 1 and tree.tokens[token].text == ","
        ):
            return None
        token += 1
    return None


def _owners(reader: Sides, word: TieWord, noun: int) -> Iterator[int]:
    """Tokens of those whose ally or member it is: possessives, of-phrases, names before the noun."""
    tree = reader.tree
    for kid in tree.children(noun, "nmod:poss"):
        if tree.tokens[kid].text.lower() == "whose" and kid > 1 and tree.tokens[kid - 1].text == ",":
            yield kid - 2  # "Lars Edmond, whose wife Ana Torvald"
        else:
            yield from tree.after(kid)
    cases = ("of",) if word.places else OWNER_CASES if word.houses else PERSONAL_CASES
    for kid in tree.obliques(noun, *cases):
        yield kid
        if tree.lemma(kid) in INNER:
            yield from tree.obliques(kid, "of")  # "a member of the board of Microsoft"
    if word.relation == "relative" and not tree.children(noun, "nmod:poss", "nmod"):
        yield from _kin(reader, noun)
    for kid in tree.children(noun, "compound", "amod"):
        entity = reader.named(kid)
        if (
            kid > noun
            or entity is None
            or not tree.tokens[kid].text[:1].isupper()
            or reader.cast.entity_at(noun) == entity
        ):
            continue
        # "a China analyst" works on China, "a Reuters reporter" for Reuters, "a Labour rival" is not Labour's rival.
        house = reader.cast.kind(entity) in ("organization", "group")
        aide = word.personal and reader.cast.kind(entity) == "person"
        if aide or word.relation in ("part", "owner") or house == (word.relation in ("member", "employee")):
            yield kid


def _kin(reader: Sides, noun: int) -> Iterator[int]:
    """Whose relative it is in "Ana Torvald and husband Lars Edmond" and "she had a son, Lars Edmond"."""
    tree, head = reader.tree, reader.tree.head(noun)
    if tree.is_a(noun, "obj") and head is not None and tree.lemma(head) == "have":
        yield from tree.subjects(head)
    elif tree.is_a(noun, "conj") and not tree.children(noun, "det"):
        yield tree.conjuncts(noun)[0]
    elif head is not None and tree.is_a(noun, "nmod:desc") and tree.is_a(head, "conj"):
        yield tree.conjuncts(head)[0]


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
                if word.relation == "leader" and tree.children(a, "nmod:desc"):
                    continue  # a leader with an office is told by the office
                for b in tree.objects(verb) or _bare_obliques(tree, verb):
                    if not (word.relation == "member" and _is_chamber(reader, b)) and _fits_contest(
                        reader, word, verb, (a, b)
                    ):
                        yield from reader.draft(word, (a, b), verb, LIKELY)
        for kid in (*tree.children(verb, "obl"), *_of_objects(tree, verb)):
            case = tree.case(kid) or tree.lemma(verb + 1)  # parsers now and then hang "to" on an adjective
            word = reader.ties.verbs.get(f"{lemma} {case}") if kid > verb else None
            subjects = tree.subjects(verb) if word is not None else ()
            for a in subjects:
                for b in tree.after(kid):
                    if word is None or (word.relation == "member" and _is_chamber(reader, b)):
                        continue
                    if _holds_now(tree, word, verb) and _fits_contest(reader, word, verb, (a, b)):
                        yield from reader.draft(word, (a, b), verb, LIKELY)


def _of_objects(tree: Tree, verb: int) -> tuple[int, ...]:
    """What stands behind a verb's object and is the verb's in sense: "won the election against Torvald"."""
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
    number = reader.tree.tokens[verb].sentence
    return any(token.sentence == number and token.lemma.lower() in reader.ties.contests for token in reader.tree.tokens)


def _is_chamber(reader: Sides, token: int) -> bool:
    entity = reader.named(token)
    if entity is None or reader.cast.kind(entity) != "organization":
        return True
    return bool(reader.ties.chambers & set(reader.cast.entities[entity].name.lower().split()))


def _bare_obliques(tree: Tree, verb: int) -> tuple[int, ...]:
    """What parsers now and then take for an adverbial: the object of "heads the party"."""
    return tuple(kid for kid in tree.children(verb, "obl") if tree.case(kid) is None and kid > verb)


def _holds_now(tree: Tree, word: TieWord, verb: int) -> bool:
    """For verbs that are a relation only in the present: "supports", "is backed by", not "will back", "backed"."""
    if not word.present:
        return True
    if word.close and not any(tree.lemma(kid) in ("closely", "intimately") for kid in tree.children(verb, "advmod")):
        return False
    auxiliaries = tree.children(verb, "aux")
    if any(tree.lemma(kid) == "have" and tree.tokens[kid].feats.get("Tense") == "Pres" for kid in auxiliaries):
        return True  # "has long backed"
    present = tree.tokens[verb].feats.get("Tense") == "Pres" and not auxiliaries
    passive = [kid for kid in auxiliaries if tree.tokens[kid].feats.get("Tense") == "Pres"]
    if any(tree.lemma(kid) == "not" for kid in tree.children(verb, "advmod")):
        return False
    if tree.is_passive(verb):
        return tree.is_a(verb, "acl") or (bool(passive) and len(auxiliaries) == 1)
    return present and tree.tokens[verb].feats.get("VerbForm") != "Ger"


# --- nouns that one side turns to the other -------------------------------------------------------------------------


def _toward(reader: Sides) -> Iterator[Draft]:
    """ "Norway's support for Sweden": whose it is, and whom it is for."""
    tree = reader.tree
    for token in tree.tokens:
        word = reader.ties.toward.get(token.lemma.lower())
        if word is None or token.upos != "NOUN":
            continue
        aimed = tuple(b for verb in tree.children(token.index, "acl") for b in _aims(reader, word, verb))
        for a in tree.children(token.index, "nmod:poss", "compound", "amod"):
            for b in (*tree.obliques(token.index, *word.cases), *aimed):
                yield from reader.draft(word, (a, b), token.index, FAIR)


def _aims(reader: Sides, word: TieWord, verb: int) -> tuple[int, ...]:
    """Whom the "efforts to defeat" and the "commitment to supporting" are about."""
    verbs = [number for number in reader.tree.after(verb) if reader.tree.lemma(number) in word.aims]
    return tuple(b for number in verbs for b in reader.tree.objects(number))


# --- compounds: "Norland-backed rebels" -----------------------------------------------------------------------------


def _joined(reader: Sides) -> Iterator[Draft]:
    tree = reader.tree
    for token in tree.tokens:
        word = reader.ties.joined.get(token.lemma.lower()) or reader.ties.joined.get(token.text.lower())
        before = token.index - 2
        if word is None or before < 0 or tree.tokens[token.index - 1].text != "-":
            continue
        head = tree.head(token.index)
        if head is not None and head > token.index:
            yield from reader.draft(word, (before, head), token.index, LIKELY, unnamed=True)
