"""Members: who belongs to which party or house, by words beside a name or a title."""

from collections.abc import Iterator

from onrecord.claims.draft import Draft
from onrecord.claims.for_offices.holding import Holding
from onrecord.claims.for_offices.title_phrase import TitlePhrase
from onrecord.claims.for_ties.bearers import is_compared, put_beside
from onrecord.claims.for_ties.sides import LIKELY, SURE, Sides
from onrecord.claims.grammar import POSSESSIVES
from onrecord.claims.tree import Tree
from onrecord.lexicon.ties import TieWord
from onrecord.lexicon.titles import load_titles
from onrecord.lexicon.word_lists import word_list
from onrecord.model import Name, Tie

PARTY_WORDS = frozenset(("party", "democrats", "republicans", "conservatives", "liberals", "greens", "socialists"))
ELECTORATES = frozenset(("constituency", "constituencies", "district", "riding", "ward", "seat"))
"""What follows the name of where somebody was elected: "Torvald of the Social Welfare constituency"."""
CREEDS = ("liberal", "social", "christian")
"""What makes another party of a Democrat."""
COMPANIONS = word_list("companions")
LED = word_list("led")
ARMED = ("army", "force", "militia", "guard", "corps", "battalion", "regiment", "column")
"""Last words in the names of armed bodies, which are called after who leads them too."""
PRESIDING = ("speaker", "judge", "justice", "prosecutor")
"""Who is called by a party and does not head it: "Democratic Speaker Ana Torvald"."""
MEMBER = TieWord("member", "member", "", "", "")
OWNER = TieWord("owner", "owner", "", "", "")
OWN = {"party": MEMBER, "company": OWNER, "firm": OWNER, "conglomerate": OWNER, "business": OWNER, "newspaper": OWNER}
SET_IN = 6
"""So many words before a name may stand the comma of "the founder, with the former judge Lars Torvald, of"."""
EMPLOYEE = TieWord("employee", "employee", "", "", "", houses=True)


def find_parties(reader: Sides) -> Iterator[Draft]:
    """Members told by a party beside their title, their name or in "is a"."""
    tree = reader.tree
    beside = {token for one in reader.holdings for token in range(one.phrase.first, one.phrase.last + 1)}
    for token in tree.tokens:
        if token.index in beside or not is_party(reader, token.index):
            continue
        party = _party_at(reader, token.index)
        for person in dict.fromkeys(_party_members(reader, token.index)):
            entity = reader.named(person)
            apart = any(one.text == ";" for one in tree.tokens[min(person, token.index) : max(person, token.index)])
            if party is not None and entity is not None and not apart and reader.cast.kind(entity) == "person":
                first, last = reader.extent((person, token.index))
                yield Draft(Tie(entity, party, "member"), token.index, (tree.span(first, last),), SURE)
    yield from (draft for holding in reader.holdings for draft in _beside_title(reader, holding))


def _beside_title(reader: Sides, holding: Holding) -> Iterator[Draft]:
    """The party in "Labour MP Ana Torvald"; whoever leads a party is told by the office."""
    phrase, cast = holding.phrase, reader.cast
    known = any(m.form == "name" for m in cast.entities[holding.person].mentions)
    beside = reader.names.person_at(holding.last) or reader.names.person_at(holding.first)
    words = {reader.tree.tokens[number].text for number in range(phrase.first, phrase.head)}
    chosen = phrase.word.kind == "candidate" and (phrase.owner is not None or bool(words & set(POSSESSIVES)))
    if not known or beside is None or chosen:
        return  # "the party's nominee" is told by the office alone
    for party in (*range(phrase.first, phrase.title_first), *_behind(reader, holding)):
        called = is_party(reader, party) or _is_plain_party(reader, party, phrase)
        entity = _party_at(reader, party) if called else _house_of(reader, party, phrase)
        leads = phrase.word.kind == "organization" and phrase.last == phrase.title_last
        leads = leads and phrase.word.words[-1] not in PRESIDING
        if entity is not None and not (leads and phrase.body in (None, entity)):
            span = reader.tree.span(holding.first, holding.last)
            yield Draft(Tie(holding.person, entity, "member"), party, (span,), SURE)


def _is_plain_party(reader: Sides, token: int, phrase: TitlePhrase) -> bool:
    """True for the "Conservative" that opens the sentence in "Conservative MPs A and B"."""
    seat = phrase.word.kind in ("seat", "candidate") and token < phrase.title_first
    return seat and reader.tree.lemma(token) in reader.ties.plain and reader.tree.tokens[token].text[:1].isupper()


def _behind(reader: Sides, holding: Holding) -> range:
    """The tokens of the name behind "from" or "with" in "a lawmaker with the Green Party"."""
    phrase, tokens = holding.phrase, reader.tree.tokens
    link = phrase.title_last + 1
    stands = phrase.word.words[-1] == "candidate"  # a party's nominee is told by the office alone
    seated = ("from", "with", "of", "for") if phrase.word.words != ("representative",) else ("from", "with", "of")
    links = seated if phrase.word.kind == "seat" else ("of", "for") if stands else ()
    if reader.tree.text_at(link).lower() not in links:
        return range(0)
    for start in range(link + 1, min(link + 5, len(tokens))):
        house = reader.names.at.get(start)
        if house is not None:
            town = reader.tree.text_at(link).lower() == "for" and not is_led_by_one(reader, house.last)
            return range(house.last, house.last + 1) if house.kind == "organization" and not town else range(0)
    return range(0)


def _house_of(reader: Sides, token: int, phrase: TitlePhrase) -> str | None:
    """The party that a lawmaker or a candidate is of, whatever it is called: "Karsk Dawn lawmaker Ana Torvald"."""
    entity = reader.named(token) if phrase.word.kind in ("seat", "candidate") else None
    if entity is None or token not in reader.names.at or reader.names.at[token].last != token:
        return None
    words = set(reader.cast.entities[entity].name.lower().split())
    house = words & (reader.ties.chambers | reader.ties.employers | load_titles().international)
    return entity if reader.cast.kind(entity) == "organization" and not house else None


def _party_at(reader: Sides, token: int) -> str | None:
    """The party that a word names; in "Republican Senate", which taggers take for one name, the party alone."""
    entity, cast = reader.named(token), reader.cast
    name = cast.entities[entity].name.lower() if entity is not None else ""
    word, creed = reader.tree.lemma(token), reader.tree.text_at(token - 1).lower()
    word = f"{creed} {word}" if word == "democrat" and creed in CREEDS else word
    word = f"{word} democrat" if word in CREEDS and reader.tree.text_at(token + 1).startswith("Democrat") else word
    whole = word.partition(" ")[0] in name or " " not in word
    if entity is not None and cast.kind(entity) != "person" and not reader.ties.chambers & set(name.split()) and whole:
        return entity
    houses = (e.id for e in cast.entities.values() if e.kind in ("organization", "group") and e.id != entity)
    named = (house for house in houses if reader.names.has_name(house))
    called = ((house, (cast.entities[house].name, *cast.entities[house].aliases)) for house in named)
    return next((house for house, names in called if any(name.lower().startswith(word) for name in names)), None)


def is_party(reader: Sides, token: int) -> bool:
    """True for a word for members of a party and for the name of one; a "pan-democrat" may be of any."""
    if token > 0 and reader.tree.tokens[token - 1].text == "-" and token - 1 not in reader.names.at:
        return False
    if reader.tree.lemma(token) in reader.ties.parties and reader.tree.tokens[token].text[:1].isupper():
        opens = token == 0 or reader.tree.tokens[token - 1].sentence != reader.tree.tokens[token].sentence
        plain = opens and reader.tree.lemma(token) in reader.ties.plain
        return not plain or (token in reader.names.at and not _is_of_a_kind(reader, token))
    called = (reader.names.at.get(kid) for kid in reader.tree.children(token, "compound"))
    if reader.tree.lemma(token) == "party" and any(name and name.kind == "organization" for name in called):
        return True  # "the Karsk Dawn party"
    entity = reader.cast.entity_at(token)
    if entity is None or reader.cast.kind(entity) != "organization":
        return False
    return bool(PARTY_WORDS & set(reader.cast.entities[entity].name.lower().split()))


def is_led_by_one(reader: Sides, token: int) -> bool:
    """True for a party, a movement or an armed body, which lead and are led: "the Karsk Front", "the Karsk Forces"."""
    called = reader.names.at.get(token)
    body = called is not None and called.kind == "organization" and not reader.is_union(token)
    return is_party(reader, token) or (body and called is not None and reader.tree.lemma(called.last) in (*LED, *ARMED))


def _is_of_a_kind(reader: Sides, token: int) -> bool:
    """True for "Labor activist Ana Torvald" at the start, who may be one of any union."""
    head = reader.tree.head(token)
    before = head == token + 1 and reader.tree.is_a(token, "compound", "amod")
    return before and head is not None and head not in reader.names.at and reader.tree.lemma(head) not in COMPANIONS


def _party_members(reader: Sides, party: int) -> Iterator[int]:
    """Tokens of the persons that a party word stands beside: modifier of a name or title, apposition, "is a"."""
    tree, names = reader.tree, reader.names.at
    last = names[party].last if party in names else party
    after = names.get(last + 1)
    if after is not None and after.kind == "person" and not tree.children(party, "case"):
        several = tree.is_plural(party)
        for one in reader.names.heads_of(after):  # "Democrats A and B", but "Democrat A and Republican B"
            yield from tree.after(one) if several else (one,)
    if tree.children(party, "cop"):
        yield from tree.subjects(party)
    above = tree.head(party)
    if above is not None and tree.is_a(party, "xcomp") and tree.lemma(above) in ("become", "remain", "turn", "stay"):
        yield from tree.subjects(above)  # "became a Republican"
    if not tree.is_plural(party) and not tree.children(party, "case"):
        # "the top Republican, Lars Edmond", "the top Republican on the committee, Lars Edmond"
        hosts = (party, *(tree.children(party, "nmod") if tree.children(party, "det") else ()))
        yield from (kid for host in hosts for kid in tree.children(host, "appos") if kid in names)
        doubled = tree.children(tree.tokens[party].head, "nsubj") if tree.is_a(party, "nsubj") else ()
        yield from (kid for kid in doubled if kid in names and kid > party and tree.text_at(kid - 1) == ",")
    if tree.is_plural(party):  # "Two Democrats, Ana Torvald and Lars Edmond"
        yield from (one for kid in tree.children(party, "appos") if kid in names for one in tree.after(kid))
        if tree.children(party, "appos", "nummod"):
            yield from (kid for kid in tree.children(party, "conj") if kid in names)  # taken for more of them
    yield from _before_comma(reader, party)
    yield from tree.obliques(party, "such as", "including", "like", "except", "other than")
    head = tree.head(party)
    if head is not None:
        yield from _companions(reader, party, head)
    yield from _fellow_of(reader, party, head)
    if head is None or any(tree.tokens[kid].text in POSSESSIVES for kid in tree.children(party, "case")):
        return
    start = names[party].first if party in names else party
    bracketed = start > 0 and tree.tokens[start - 1].text == "("  # "Ana Torvald (Labour Party)"
    told_of_all = any(tree.lemma(kid) in ("both", "all") for kid in tree.children(party, "det"))
    beside = tree.is_a(party, "appos", "nmod:desc") or (told_of_all and tree.is_a(party, "parataxis"))
    if beside and (tree.lemma(party) != "party" or bracketed):
        plural = tree.is_plural(party)
        yield from tree.conjuncts(head) if plural else (head,)
    if tree.is_a(party, "amod", "compound", "nmod", "nmod:desc") and party < head:
        yield head
        yield from tree.children(head, "appos", "nmod:desc", "flat")
        yield from _right_behind(reader, head)
        if tree.is_a(head, "appos", "nmod:desc") and tree.head(head) is not None:
            yield from tree.after(tree.tokens[head].head)
        if tree.children(head, "cop"):
            yield from tree.subjects(head)


def _fellow_of(reader: Sides, party: int, head: int | None) -> Iterator[int]:
    """The first of "Ana Torvald and fellow Democrat Lars Edmond" and "Ana Torvald met fellow Democrat Lars Edmond"."""
    tree = reader.tree
    if head is None or tree.text_at(party - 1).lower() != "fellow":
        return
    noun = head if tree.is_a(party, "compound", "amod", "nmod:desc") and head in reader.names.at else party
    others = [other for other in tree.conjuncts(noun) if other < party]
    yield from others or (tree.subjects(tree.tokens[noun].head) if tree.is_a(noun, "obj") else ())


def _before_comma(reader: Sides, party: int) -> Iterator[int]:
    """The person of "Ana Torvald, a moderate Republican, and", wherever the tree hangs the party."""
    tokens, token = reader.tree.tokens, party - 1
    while token > 0 and party - token < 4 and tokens[token].upos in ("ADJ", "ADV", "NUM"):
        token -= 1
    one_of = [other.text.lower() for other in tokens[max(token - 2, 0) : token + 1]] == ["one", "of", "the"]
    token -= 2 * one_of
    if token < 2 or tokens[token].text.lower() not in ("a", "an", "one") or tokens[token - 1].text != ",":
        return
    name = reader.names.at.get(token - 2)
    closed = one_of or reader.tree.text_at(party + 1) in ("", ",", ".", ";", ")")
    if name is not None and name.kind == "person" and closed:
        yield from reader.names.heads_of(name)


def _right_behind(reader: Sides, noun: int) -> Iterator[int]:
    """The person named right behind the noun, wherever the tree hangs the name: "Republican challenger Ana Torvald"."""
    name = reader.names.person_from(noun + 1)
    if name is not None:
        several = reader.tree.is_plural(noun)
        for one in reader.names.heads_of(name):
            yield from reader.tree.after(one) if several else (one,)


def _companions(reader: Sides, party: int, head: int) -> Iterator[int]:
    """Persons whom others are put beside: "A, a Democrat, and B, a Republican", or who run "as a Republican"."""
    tree = reader.tree
    if tree.is_a(party, "conj") and "a" in tree.lemmas_under(party, "det"):
        yield from [other for other in tree.conjuncts(party) if other < party][-1:]  # "A, a Democrat, and B, a …"
    if tree.is_a(party, "conj") and any(tree.lemma(kid) in ("both", "all") for kid in tree.children(party, "det")):
        yield from (other for other in tree.conjuncts(party) if other < party)  # "A and B, both Republicans"
    called = "the" in tree.lemmas_under(party, "det")
    if tree.is_a(party, "obl") and (is_compared(tree, party) or (tree.case(party) == "as" and not called)):
        yield from tree.subjects(head)  # "ran for mayor as a Republican", "like most Republicans, Torvald voted no"
    elif tree.is_a(party, "nmod") and is_compared(tree, party):
        yield head  # "Torvald, along with other Republicans, voted no"
    if tree.is_a(party, "conj") and "other" in tree.lemmas_under(party, "amod"):
        yield from (one for one in put_beside(reader, party) if one < party)  # "Torvald and other Republicans"
    if tree.is_a(party, "nsubj") and tree.children(head, "cop") and tree.children(party, "det"):
        yield from (head,) if head in reader.names.at else ()  # "the only Republican to agree was Torvald"


def find_own_parties(reader: Sides) -> Iterator[Draft]:
    """Members and owners told by "her party, the Green Union" and "Torvald's company, Karsk Steel"; letters behind a
    name: "Ana Torvald (D-Ohio)"."""
    tree = reader.tree
    for token in tree.tokens:
        word = OWN.get(token.lemma.lower())
        if word is not None and token.index not in reader.names.at:
            whose = (*tree.children(token.index, "nmod:poss"), *tree.obliques(token.index, "of"))
            whose = tuple(kid - 2 if tree.text_at(kid).lower() == "whose" else kid for kid in whose)
            owners = [kid for kid in whose if reader.names.person_at(kid) is not None]
            if word is OWNER and any(tree.tokens[kid].upos == "PRON" for kid in owners):
                continue  # "his company, Karsk Steel" may be where he works
            is_said = tree.children(token.index, "cop")  # "his party is Karsk Dawn"
            called = (*tree.children(token.index, "appos"), *(tree.subjects(token.index) if is_said else ()))
            for house in called if owners else ():
                if (entity := reader.named(house)) is not None and reader.cast.kind(entity) == "organization":
                    yield from reader.draft(word, (owners[0], house), token.index, LIKELY)
    for name in tree.analysis.names:
        if name.kind == "person" and tree.text_at(name.last + 1) in ("(", ","):
            yield from _by_letter(reader, name)


def _by_letter(reader: Sides, name: Name) -> Iterator[Draft]:
    """The party that "(D)", "(R-Ohio)" and ", D-Ohio," stand for, if the document names it."""
    tree, start = reader.tree, name.last + 2
    text, after = tree.text_at(start), tree.text_at(start + 1)
    letter, dash, _ = text.partition("-")
    if not (dash or after[:1] in ("-", "–") or (after == ")" and tree.tokens[start - 1].text == "(")):
        return
    party = reader.ties.letters.get(letter.lower()) if letter.isupper() else None
    houses = (e.id for e in reader.cast.entities.values() if e.kind == "organization" and party is not None)
    house = next((e for e in houses if party and reader.cast.entities[e].name.lower().startswith(party)), None)
    person = reader.names.entity_of(name)
    if house is not None and person is not None:
        yield Draft(Tie(person, house, "member"), start, (tree.span(name.first, start),), SURE)


def find_houses(reader: Sides) -> Iterator[Draft]:
    """Members and employees told by a house beside a name: "Torvald of the University of Karsk", "Labour's Torvald"."""
    tree = reader.tree
    for name in tree.analysis.names:
        if name.kind != "person":
            continue
        house, link = _house_after(reader, name), name.last + 1
        if house is None:
            house, link = _house_before(reader, name), name.first - 1
        if house is None:
            house, link = _house_in_brackets(reader, name), name.last + 1
        if house is not None:
            yield from _of_house(reader, name, house.first, link)
    for token in tree.tokens:
        if token.index in reader.names.at and tree.children(token.index, "cop"):
            yield from _within(reader, token.index)


def _within(reader: Sides, body: int) -> Iterator[Draft]:
    """ "Norway is not in NATO", "Torvald, who was in the Karsk Front": members of bodies that nobody only works in."""
    house = reader.names.at[body]
    union = reader.is_union(body) or is_party(reader, body) or reader.tree.lemma(house.last) in LED
    for member in reader.tree.subjects(body) if union and reader.tree.case(body) == "in" else ():
        yield from reader.draft(MEMBER, (member, body), body, LIKELY)


def _of_house(reader: Sides, name: Name, house: int, link: int) -> Iterator[Draft]:
    """The person as a member of the body at a token, or as an employee of one that people work for."""
    tree, entity = reader.tree, reader.named(house)
    if entity is None or reader.cast.kind(entity) != "organization":
        return
    last = reader.names.at[house].last if house in reader.names.at else house
    words = {token.text.lower() for token in tree.tokens[house : last + 2]}
    words |= set(reader.cast.entities[entity].name.lower().split())
    if not words & (reader.ties.chambers | ELECTORATES):
        at_work = tree.tokens[link].text.lower() == "at" or bool(words & reader.ties.employers)
        yield from reader.draft(EMPLOYEE if at_work else MEMBER, (name.first, house), link, LIKELY)


def _house_after(reader: Sides, name: Name) -> Name | None:
    """The body of "Torvald of the army's Karsk Command", "Torvald, from the University of Karsk"."""
    tokens, link = reader.tree.tokens, name.last + 1
    if _is_set_in(reader.tree, name):
        return None
    link += reader.tree.text_at(link) in (",", "(")
    link += reader.tree.text_at(link).lower() in ("formerly", "previously", "now", "currently", "once", "late")
    if reader.tree.text_at(link).lower() not in ("of", "from", "at"):
        return None
    start = link + 1
    while start + 1 < len(tokens) and start - link < 6 and tokens[start].sentence == tokens[link].sentence:
        hyphened = tokens[start].text.islower() and reader.tree.text_at(start + 1) == "-"
        described = hyphened or (tokens[start].upos == "ADJ" and tokens[start].text.islower())
        start += 2 * hyphened  # "of the conservative Karsk Front", "of the far-right Karsk Front"
        owner = reader.names.at.get(start) if not described else None
        if owner is not None and owner.kind != "person" and reader.tree.text_at(owner.last + 1) in POSSESSIVES:
            start = owner.last + 2  # "of the UK's Crime Agency"
            continue
        if owner is not None and [token.text.lower() for token in tokens[owner.last + 1 : owner.last + 3]] == [
            "-",
            "based",
        ]:
            start = owner.last + 3  # "of the Oslo-based Karsk Institute"
            continue
        if owner is not None or not (described or tokens[start].upos == "DET" or start - link < 4):
            break
        if tokens[start].upos in ("VERB", "AUX", "ADP", "SCONJ") and not reader.tree.is_a(start, "amod"):
            return None  # "accused Torvald of trying to extort Norland Oil"
        start += 1
    house = reader.names.at.get(start)
    found = house is not None and house.kind == "organization" and house.first == start
    return house if found and tokens[start].sentence == tokens[link].sentence else None


def _is_set_in(tree: Tree, name: Name) -> bool:
    """True for Torvald in "the founder, with Lars Torvald, of the Karsk Front"."""
    before = [token.text.lower() for token in tree.tokens[max(name.first - SET_IN, 0) : name.first]]
    opened = before[len(before) - before[::-1].index(",") :] if "," in before else []
    return tree.text_at(name.last + 1) == "," and not {"with", "alongside"}.isdisjoint(opened[:2])


def _house_in_brackets(reader: Sides, name: Name) -> Name | None:
    """The body of "Ana Torvald (Civic Union)"; parties that are called so are told as such."""
    start = name.last + 2
    house = reader.names.at.get(start)
    if house is None or house.kind != "organization" or is_party(reader, house.last):
        return None
    inside = [reader.tree.text_at(place) for place in (start - 1, house.last + 1)]
    return house if house.first == start and inside == ["(", ")"] else None


def _house_before(reader: Sides, name: Name) -> Name | None:
    """The body of "Labour's Ana Torvald"."""
    before = name.first - 1
    house = reader.names.at.get(before - 1)
    if house is None or house.kind != "organization" or reader.tree.tokens[before].text not in POSSESSIVES:
        return None
    return house
