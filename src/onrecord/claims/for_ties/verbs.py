"""Ties told by verbs and adjectives: "belongs to", "leads", "is backed by", "loyal to"."""

from collections.abc import Iterator

from onrecord.claims.draft import Draft
from onrecord.claims.for_ties.members import LED, is_party
from onrecord.claims.for_ties.sides import LIKELY, Sides
from onrecord.claims.status import find_status
from onrecord.claims.tree import Tree
from onrecord.lexicon.nouns import load_nouns
from onrecord.lexicon.ties import TieWord
from onrecord.lexicon.word_lists import word_list

COUNSEL = TieWord("represent", "employee", "", "", "", personal=True)
BELONGING = TieWord("belong", "owner", "", "", "", reverse=True, bought=True)
HEADS = ("president", "chairman", "chairwoman", "chair", "leader", "head", "director", "chief")
DESCRIBING = ("supporter", "ally", "opponent", "partner", "member")
FIGHTERS = word_list("fighters")
PAYING = ("sponsor", "fund", "finance")
INNER = ("board", "leadership", "faction", "delegation", "wing", "bureau", "presidency", "staff")


def find_verbs(reader: Sides) -> Iterator[Draft]:
    """Ties told by verbs and adjectives: "belongs to", "leads", "is backed by", "loyal to"."""
    for token in reader.tree.tokens:
        if token.upos in ("VERB", "ADJ"):
            yield from _by_object(reader, token.index)
            yield from _by_phrase(reader, token.index)


def _by_object(reader: Sides, verb: int) -> Iterator[Draft]:
    """Ties between who does it and to whom it is done: "Norway backs Sweden", "rebels backed by Norway"."""
    tree = reader.tree
    word = reader.ties.verbs.get(tree.lemma(verb)) or reader.ties.verbs.get(tree.lemma(verb).removeprefix("co-"))
    apart = any(tree.lemma(kid) != "up" for kid in tree.children(verb, "compound:prt"))
    if word is None or apart or not _holds_now(tree, word, verb):
        return  # nor where they "ruled out a coalition"
    leads = word.relation == "leader"
    # "accused Norway of arming them", with Norway taken for whom
    start = min(tree.children(verb, "mark"), default=verb)
    objects = [kid for kid in tree.objects(verb) if tree.is_passive(verb) or kid > start or start == verb]
    accused = tuple(kid for kid in tree.objects(verb) if kid not in objects)
    for a in reader.named_among(accused or tree.doers(verb) or _shared_agents(tree, verb)):
        for b in reader.named_among(tuple(objects) or _bare_obliques(tree, verb)):
            if leads and tree.children(a, "nmod:desc") and _is_in_office(reader, a, b):
                continue
            if leads and tree.lemma(b) in reader.ties.contests:
                continue  # "the polls are led by Torvald"
            persons = reader.kind_at(a) == reader.kind_at(b) == "person"
            if word.word == "represent" and persons and tree.is_a(verb, "acl", "acl:relcl"):
                yield from reader.draft(COUNSEL, (tree.antecedent(a), b), verb, LIKELY)
                continue  # "Torvald, who represents Edmond, said"
            house = a if word.reverse else b
            seated = word.relation == "member" and _is_chamber(reader, house)
            if seated or not _fits_contest(reader, word, verb, (a, b)):
                continue
            # "rebels backed by Norway", "the coalition led by Norway", "rebels fighting Norway"
            passive = word.relation == "supporter" and (tree.is_passive(verb) or tree.lemma(b) in FIGHTERS)
            passive = passive and (word.word not in PAYING or tree.lemma(b) in FIGHTERS or _is_group(reader, b))
            led = leads and reader.named(a) is not None and (tree.is_passive(verb) or _is_group(reader, b))
            groups = passive or led or word.foes or _describes(reader, word, verb)
            yield from reader.draft(word, (a, b), verb, LIKELY, unnamed=groups)


def _shared_agents(tree: Tree, verb: int) -> tuple[int, ...]:
    """The agents of the passive that is joined to this one: "is funded and armed by Norway"."""
    joined = tree.children(verb, "conj") if tree.is_passive(verb) else ()
    return tuple(agent for other in joined if other == verb + 2 for agent in tree.agents(other))


def _by_phrase(reader: Sides, verb: int) -> Iterator[Draft]:
    """Ties between who does it and whom a preposition leads to: "belongs to Hamas", "to which he belongs"."""
    tree = reader.tree
    particles = map(tree.lemma, tree.children(verb, "compound:prt"))
    forms = (" ".join((tree.lemma(verb), *particles)), tree.lemma(verb), *_stems(tree, verb))  # "made up", "affiliated"
    for kid in (*tree.children(verb, "obl"), *_of_objects(tree, verb)):
        if kid < verb and tree.antecedent(kid) == kid:
            continue
        case = tree.case(kid) or tree.lemma(verb + 1)  # parsers now and then hang "to" on an adjective
        word = next(filter(None, (reader.ties.verbs.get(f"{form} {case}") for form in forms)), None)
        subjects = reader.named_among(_subjects(tree, verb)) if word is not None else ()
        for a in subjects:
            inner = tree.obliques(kid, "of") if tree.lemma(kid) in INNER else ()  # "on the board of Microsoft"
            for b in inner or tree.after(kid):
                if word is not None and word.word == "belong to" and reader.names.person_at(b) is not None:
                    yield from reader.draft(BELONGING, (a, b), verb, LIKELY)
                    continue
                if word is None or (word.relation == "member" and _is_chamber(reader, b)):
                    continue
                if word.relation == "employee" and _is_chamber(reader, b) and reader.kind_at(b) == "organization":
                    continue  # "writing for the Court"
                if _holds_now(tree, word, verb) and _fits_contest(reader, word, verb, (a, b)):
                    # "stands with the people of Norway", "troops loyal to Torvald"
                    groups = word.relation == "supporter" or _describes(reader, word, verb)
                    yield from reader.draft(word, (a, b), verb, LIKELY, unnamed=groups)


def _stems(tree: Tree, verb: int) -> tuple[str, ...]:
    """What the verb may be of a participle that the model takes for an adjective: "allied with", "married to"."""
    stem = tree.lemma(verb).removesuffix("d")
    return () if stem == tree.lemma(verb) else (stem, stem.removesuffix("e"), f"{stem.removesuffix('ie')}y")


def _describes(reader: Sides, word: TieWord, verb: int) -> bool:
    """True where the verb tells what sort of group is meant, not what one does: "militias allied with Norway"."""
    beside = reader.tree.is_a(verb, "acl", "amod") or reader.tree.tokens[verb].upos == "ADJ"
    noun = reader.tree.lemma(reader.tree.tokens[verb].head)
    if word.word == "associate with" and noun not in FIGHTERS and not load_nouns().denotes(noun, "organization"):
        return False  # "relatives associated with Torvald"
    people = noun in FIGHTERS or _is_group(reader, reader.tree.tokens[verb].head)
    if word.word in PAYING and not people:
        return False  # "a school sponsored by Norway"
    return word.relation in DESCRIBING and (beside or word.relation == "member")


def _is_group(reader: Sides, token: int) -> bool:
    """True for the delegation of "Torvald led a delegation"."""
    entity = reader.names.entity_at(token)
    return entity is not None and reader.cast.kind(entity) == "group"


def _is_in_office(reader: Sides, a: int, b: int) -> bool:
    """True for a leader whom an office at the same body tells of: "the court led by President Torvald"."""
    person, body = reader.named(a), reader.named(b)
    for phrase in (one.phrase for one in reader.holdings if one.person == person):
        found = reader.bodies.body(phrase)
        if (found is None and reader.tree.lemma(phrase.head) in HEADS) or (found is not None and found == body):
            return True
    return False


def _subjects(tree: Tree, verb: int) -> tuple[int, ...]:
    """Subjects, or the noun that an adjective stands behind: "troops loyal to Torvald"."""
    head = tree.head(verb)
    if head is None or head > verb or tree.tokens[verb].upos != "ADJ" or not tree.is_a(verb, "amod", "acl", "appos"):
        return tree.subjects(verb)
    above = tree.head(head)
    if above is not None and tree.is_a(head, "appos"):
        return (above,)  # "Torvald, a businessman close to Edmond"
    return tree.subjects(verb) or (head,)


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
        called = reader.names.at.get(sides[1])
        movement = called is not None and called.kind == "organization" and reader.tree.lemma(called.last) in LED
        movement = movement and not reader.is_union(sides[1])
        if reader.tree.tokens[verb].feats.get("VerbForm") == "Inf":
            return False
        a, b = reader.named(sides[0]), reader.named(sides[1])
        between_states = a is not None and reader.cast.kind(a) == "state" and b is not None
        house = movement or is_party(reader, sides[1])
        return between_states or (house and reader.names.person_at(sides[0]) is not None)
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
    entity = reader.party(token, "member")
    if entity is None or reader.cast.kind(entity) != "organization":
        return True
    words = set(reader.cast.entities[entity].name.lower().split())
    return reader.ties.names_chamber(words) and not words & {"committee", "subcommittee", "caucus", "commission"}


def _bare_obliques(tree: Tree, verb: int) -> tuple[int, ...]:
    """What parsers now and then take for an adverbial: the object of "heads the party"."""
    return tuple(kid for kid in tree.children(verb, "obl") if tree.case(kid) is None and kid > verb)


def _holds_now(tree: Tree, word: TieWord, verb: int) -> bool:
    """For verbs that are a relation only in the present: "supports", "is backed by", not "will back", "backed"."""
    if word.foes and not tree.is_passive(verb):
        told = tree.tokens[verb].feats.get("Tense") == "Pres" or tree.children(verb, "aux") or tree.is_a(verb, "acl")
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
    if head is not None and tree.is_a(verb, "xcomp", "ccomp") and tree.lemma(head) in ("deny", "admit"):
        return True  # "denies backing"
    alleged = tree.is_a(verb, "xcomp", "advcl") and find_status(tree, verb) == "alleged"
    if alleged and not tree.is_passive(verb) and not word.close:
        return True  # "is accused of arming"
    progressive = [
        kid for kid in auxiliaries if tree.lemma(kid) == "be" and tree.tokens[kid].feats.get("Tense") == "Pres"
    ]
    if word.relation == "supporter" and len(progressive) == len(auxiliaries) == 1 and not tree.is_passive(verb):
        return "not" not in tree.lemmas_under(verb, "advmod")  # "is supporting"
    present = tree.tokens[verb].feats.get("Tense") == "Pres" and not auxiliaries
    passive = [kid for kid in auxiliaries if tree.tokens[kid].feats.get("Tense") == "Pres"]
    if "not" in tree.lemmas_under(verb, "advmod"):
        return False
    if tree.is_passive(verb):
        opening = tree.is_a(verb, "advcl") and not auxiliaries  # "Backed by the Greens, Torvald won"
        return opening or tree.is_a(verb, "acl") or (bool(passive) and len(auxiliaries) == 1)
    return present
