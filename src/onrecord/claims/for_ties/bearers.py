"""Bearers: who is what a relational noun says: "Norway, an ally of", "his wife Ana", "members such as Norway"."""

from collections.abc import Iterable, Iterator

from onrecord.claims.for_ties.kin import behind_whole
from onrecord.claims.for_ties.sides import Sides
from onrecord.claims.for_who.named import country_code
from onrecord.claims.tree import Tree
from onrecord.lexicon.ties import TieWord
from onrecord.lexicon.word_lists import word_list

BESIDE = ("appos", "nmod:desc", "flat")
TOGETHER = ("along with", "together with", "alongside", "as well as")
LAND = ("territory", "province", "colony", "region", "dependency", "district", "part")
"""Parts of states; the "Iranian" of "Iranian news agency Fars" is no whole of which Fars is a part."""
HELD = ("territory", "colony", "dependency")
"""Lands that have a status of their own; which region or province is of which state is geography."""
NAMING = ("know", "call", "name", "dub")
CALLING = word_list("regarding") | frozenset("know number attack brand denounce praise portray dismiss".split())
ONE_OF = frozenset("one two three several most eldest oldest youngest first second third fourth last".split())
CIRCLE = "inner circle"


def find_bearers(reader: Sides, word: TieWord, noun: int) -> Iterator[int]:
    """Tokens of those who are what the noun says: by "is", apposition, a name beside it, or the noun itself."""
    tree = reader.tree
    head, whole = tree.head(noun), noun
    if head is not None and tree.is_a(noun, "nmod", "obl") and (tree.text_at(head) in ONE_OF or word.word == CIRCLE):
        noun = head  # "one of his rivals", "the eldest of his sons"
    several = tree.is_plural(noun)
    kin_named = word.relation == "relative" and not tree.children(noun, "cop") and _is_named_right(reader, noun)
    found = [*(() if kin_named else _told(reader, word, noun)), *reader.examples(noun, "except", "except for")]
    for kid in (*tree.children(noun, *BESIDE), *(tree.children(whole, *BESIDE) if whole != noun else ())):
        found.extend(tree.after(kid) if several else (kid,))
    if not found and tree.is_a(noun, "conj") and "other" in tree.lemmas_under(noun, "amod"):
        found.extend(other for other in put_beside(reader, noun) if other < noun)
    if not found and whole_before(reader, word, noun):
        found = [kid for kid in tree.obliques(noun, "of") if reader.is_land(kid)]
    if not found and word.word not in LAND:  # "a branch of Hamas known as the Karsk Brigades"
        named = [verb for verb in tree.children(noun, "acl") if tree.lemma(verb) in NAMING]
        found = [kid for one in named for kid in (*tree.obliques(one, "as"), *tree.children(one, "xcomp", "obj"))]
    if not found and word.relation == "part" and word.word not in LAND:  # "the Karsk unit of Norland Oil"
        found = [kid for kid in tree.children(noun, "compound") if _is_called(reader, kid, noun)]
    if not found and word.relation in ("ally", "partner") and tree.children(noun, "nmod:poss"):
        near = ((kid, reader.cast.entity_at(kid)) for kid in tree.children(noun, "amod", "compound"))
        found.extend(kid for kid, one in near if one is not None and reader.cast.kind(one) == "state")
    predicate = tree.children(noun, "cop") and tree.tokens[noun + 1 : noun + 2]
    after = None if predicate and predicate[0].text == "," else _name_after(reader, noun)
    if after is not None and after not in found and (not found or noun + 1 == reader.names.at[after].first):
        found = [after, *(tree.children(after, "conj") if several and not found else ())]
    found = found or [kid for other in tree.conjuncts(noun) for kid in _named_after(reader, noun, other)]
    if not found and word.relation != "part":
        found = list(behind_whole(reader, noun))
    if not found and word.relation in ("ally", "partner") and not several:  # "its ally in the region, Norway"
        found = [kid for place in tree.obliques(noun, "in") for kid in tree.children(place, "appos")]
    if not found and word.relation == "part":  # "the military wing of Hamas, the Karsk Brigades"
        found = [kid for whole in tree.obliques(noun, "of") for kid in tree.children(whole, "appos")]
    found = [token for token in found if not _is_apart(reader, noun, token)]
    if not found and word.relation != "part" and not _is_own_name(reader, noun):
        found = [noun]
    yield from dict.fromkeys(found)


def whole_before(reader: Sides, word: TieWord, noun: int) -> bool:
    """True where what a land is part of stands before: "Norway's region of Karsk", "the French island of Karsk"."""
    tree = reader.tree
    if word.word in LAND and tree.children(noun, "nmod:poss"):
        return True
    beside = tree.children(noun, "amod", "compound") if word.word in HELD else ()
    return any(country_code(tree.tokens[kid].text) for kid in beside)


def _is_called(reader: Sides, kid: int, noun: int) -> bool:
    """True for the name right before the noun, and none that the noun belongs to."""
    name = reader.names.at.get(kid)
    apart = name is not None and name is not reader.names.at.get(noun) and reader.tree.text_at(name.last + 1) != "-"
    return apart and name is not None and name.kind == "organization"


def _told(reader: Sides, word: TieWord, noun: int) -> Iterable[int]:
    """Those of whom the clause says it: subjects of "is" and "serves as", and what the noun stands beside."""
    tree = reader.tree
    base = _base_of(reader, noun)
    head, several = tree.head(base), tree.is_plural(base)
    if tree.children(base, "cop"):
        yield from reader.named_among(tree.subjects(base))
        hosts = (base, *tree.subjects(base))  # "Norway, along with Sweden, is"
        yield from (kid for host in hosts for kid in tree.obliques(host, *TOGETHER) if kid < base)
    if head is None:
        return
    if word.relation != "employee" and tree.is_a(base, "obl", "nmod") and is_compared(tree, base):
        yield from tree.subjects(head) if tree.is_a(base, "obl") else (head,)
    if head in reader.names.at and head > base and tree.is_a(base, "compound", "amod", "nmod:desc"):
        yield from tree.after(head) if several else (head,)  # "US allies Japan and South Korea"
    elif tree.is_a(base, "appos", "nmod:desc") or (
        tree.is_a(base, "parataxis") and (several or _is_beside(reader, base))
    ):
        members = tree.conjuncts(head)
        listed = len(members) > 1 and head in reader.names.at
        if several and listed:  # "Japan and Norway, both US allies"
            yield from members
        else:
            yield [head, *(one for one in members if head < one < base and one in reader.names.at)][-1]
    if tree.is_a(base, "xcomp", "obl") and tree.lemma(head) in CALLING:
        first = tree.children(base, "nmod:poss")[:-1]  # of "considers Norway its ally", taken for whose ally it is
        seen = tree.subjects(head) if tree.is_passive(head) or tree.is_a(head, "acl") else ()
        yield from tree.objects(head) or first or seen  # "called Norway an ally", "Norway, considered an ally of"
    elif tree.is_a(base, "xcomp", "obl") and tree.lemma(head) in word_list("serving_as"):
        subjects = tree.subjects(head) or tree.subjects(base)
        alone = several and len(subjects) == 1 and reader.names.person_at(subjects[0]) is not None
        yield from () if alone else subjects  # not "Torvald thanked it for helping them become members"
    once = "once" in tree.lemmas_under(base, "mark", "advmod")
    if once and tree.is_a(base, "advcl", "nmod"):  # "Torvald, once an ally of Edmond, was"
        yield from tree.subjects(head) if tree.is_a(base, "advcl") else (head,)
    if tree.is_a(noun, "nsubj") and tree.lemma(head) in ("include", "comprise") and several:
        yield from (kid for one in tree.objects(head) for kid in tree.after(one))  # "his allies include Torvald"
    if tree.is_a(noun, "nsubj") and tree.children(head, "cop"):
        yield from (kid for kid in tree.after(head) if reader.named(kid) is not None)  # "his main rival is Torvald"


def _is_named_right(reader: Sides, noun: int) -> bool:
    """True for the wife of "Torvald, his wife Ana", who is nobody named before."""
    return any(kid == noun + 1 and kid in reader.names.at for kid in reader.tree.children(noun, *BESIDE))


def _is_beside(reader: Sides, noun: int) -> bool:
    """True for the enemy of "Norway, Sweden's old enemy, …", which is no clause of its own."""
    comma, head = reader.tree.subtree(noun)[0], reader.tree.tokens[noun].head
    comma -= reader.tree.text_at(comma) != ","
    return head in reader.names.at and comma == reader.names.at[head].last + 1 and reader.tree.text_at(comma) == ","


def is_compared(tree: Tree, noun: int) -> bool:
    """True for the member of "As a NATO member, Norway …" and "Norway, like other NATO members, …"."""
    if tree.case(noun) in ("like", "unlike", "along with", "alongside"):
        kin = ("other", "fellow", *(("most",) if tree.case(noun) == "like" else ()))
        return any(tree.lemma(kid) in kin or tree.text_at(kid) in kin for kid in tree.children(noun, "amod"))
    before = tree.subtree(noun)[0]
    opens = before == tree.sentence_of(noun).first or tree.tokens[before - 1].text == ","
    closed = tree.tokens[min(tree.subtree(noun)[1] + 1, len(tree.tokens) - 1)].text == ","
    return tree.case(noun) == "as" and opens and (closed or tree.tokens[tree.subtree(noun)[1]].text == ",")


def _base_of(reader: Sides, noun: int) -> int:
    """The first of joined nouns: of "a member of NATO and an ally of Norway" the member, wherever the ally hangs."""
    tree = reader.tree
    base = tree.conjuncts(noun)[0]
    turned = tree.head(base)
    if turned is not None and tree.lemma(turned) == "turn" and tree.is_a(base, "xcomp") and tree.is_a(turned, "acl"):
        base = tree.conjuncts(tree.tokens[turned].head)[0]  # "an ally turned rival of"
    named = base != noun and base in reader.names.at and noun not in reader.names.at
    above = tree.head(base)
    if named and above is not None and tree.is_a(base, "nmod", "obl") and tree.case(noun) is None:
        return tree.conjuncts(above)[0] if tree.tokens[above].upos == "NOUN" else base
    return base


def put_beside(reader: Sides, noun: int) -> Iterator[int]:
    """The names before "and other members": "Norway, Sweden and other NATO members"."""
    for one in reader.tree.conjuncts(noun):
        if one in reader.names.at:
            yield one
            yield from (kid for kid in reader.tree.children(one, "appos") if kid in reader.names.at and kid < noun)


def _is_apart(reader: Sides, noun: int, bearer: int) -> bool:
    """True where a semicolon stands between: "Torvald's children; Lars Edmond; and others"."""
    first, last = sorted((noun, bearer))
    return any(token.text == ";" for token in reader.tree.tokens[first:last])


def _is_own_name(reader: Sides, noun: int) -> bool:
    """True for "our Coalition partners" as the name of those who are called so."""
    entity = reader.named(noun)
    return entity is not None and reader.tree.tokens[noun].text in reader.cast.entities[entity].name.split()


def _named_after(reader: Sides, noun: int, other: int) -> tuple[int, ...]:
    """The name at the end of "her son and campaign manager Lars Edmond", "its ally and partner, Norway"."""
    apart = any(reader.tree.text_at(token) == "," for token in range(noun, other))
    if other <= noun or (apart and reader.ties.noun(reader.tree.lemma(other)) is not None):
        return ()
    kids = reader.tree.children(other, "appos", "nmod:desc", "flat")
    return tuple(kid for kid in kids if kid in reader.names.at)


def _name_after(reader: Sides, noun: int) -> int | None:
    """The head of the personal name that follows the noun, past a comma and titles ("his wife, First Lady Ana")."""
    tree, token = reader.tree, noun + 1
    if [other.text.lower() for other in tree.tokens[noun + 1 : noun + 5]] == ["-", "in", "-", "law"]:
        token, noun = noun + 5, noun + 4  # "her son-in-law Lars Edmond"
        token += tree.text_at(token) == "and"
    while token < len(tree.tokens) and token - noun < 5 and tree.tokens[token].sentence == tree.tokens[noun].sentence:
        name = reader.names.person_from(token)
        if name is not None:
            return next(iter(reader.names.heads_of(name)), None)
        comma = token == noun + 1 and tree.tokens[token].text == ","
        if tree.tokens[token].upos not in ("PROPN", "ADJ") and not comma:
            return None
        token += 1
    return None
