"""Members: who belongs to which party or house, by words beside a name or a title."""

from collections.abc import Iterator

from onrecord.claims.draft import Draft
from onrecord.claims.holders import Holding
from onrecord.claims.sides import LIKELY, SURE, Sides
from onrecord.lexicon.ties import TieWord
from onrecord.model import Tie

POSSESSIVES = ("'s", "’s", "'", "’")
MEMBER = TieWord("member", "member", "", "", "")
EMPLOYEE = TieWord("employee", "employee", "", "", "", houses=True)


def find_parties(reader: Sides) -> Iterator[Draft]:
    """Members told by a party beside their title, their name or in "is a"."""
    tree = reader.tree
    beside = {token for one in reader.holdings for token in range(one.phrase.first, one.phrase.last + 1)}
    for token in tree.tokens:
        if token.index in beside or not _is_party(reader, token.index) or reader.named(token.index) is None:
            continue
        for person in dict.fromkeys(_party_members(reader, token.index)):
            entity = reader.named(person)
            if entity is not None and reader.cast.kind(entity) == "person":
                yield from reader.draft(MEMBER, (person, token.index), token.index, SURE)
    yield from (draft for holding in reader.holdings for draft in _beside_title(reader, holding))


def _beside_title(reader: Sides, holding: Holding) -> Iterator[Draft]:
    """The party in "Labour MP Ana Torvald"; whoever leads or stands for a party is told by the office."""
    kind, of = holding.phrase.word.kind, holding.phrase.last > holding.phrase.title_last
    if kind == "candidate" or (kind == "organization" and not of):
        return
    for party in range(holding.phrase.first, holding.phrase.title_first):
        entity = reader.named(party)
        if entity is not None and _is_party(reader, party):
            span = reader.tree.span(holding.first, holding.last)
            yield Draft(Tie(holding.person, entity, "member"), party, (span,), SURE)


def _is_party(reader: Sides, token: int) -> bool:
    if reader.tree.lemma(token) in reader.ties.parties:
        return True
    entity = reader.cast.entity_at(token)
    if entity is None or reader.cast.kind(entity) != "organization":
        return False
    return reader.cast.entities[entity].name.endswith((" Party", " Democrats"))


def _party_members(reader: Sides, party: int) -> Iterator[int]:
    """Tokens of the persons that a party word stands beside: modifier of a name or title, apposition, "is a"."""
    tree, names = reader.tree, reader.names.at
    last = names[party].last if party in names else party
    after = names.get(last + 1)
    if after is not None and after.kind == "person" and not tree.children(party, "case"):
        yield from (member for head in reader.names.heads_of(after) for member in tree.after(head))
    if tree.children(party, "cop"):
        yield from tree.subjects(party)
    yield from tree.obliques(party, "such as", "including", "like")
    head = tree.head(party)
    if head is None or any(tree.tokens[kid].text in POSSESSIVES for kid in tree.children(party, "case")):
        return
    if tree.is_a(party, "appos", "nmod:desc"):
        plural = tree.tokens[party].feats.get("Number") == "Plur"
        yield from tree.conjuncts(head) if plural else tree.after(head)
    if tree.is_a(party, "amod", "compound", "nmod", "nmod:desc") and party < head:
        yield head
        if any(tree.lemma(kid) == "fellow" for kid in (*tree.children(head, "amod"), *tree.children(party, "amod"))):
            yield tree.conjuncts(head)[0]  # "Ana Torvald and fellow Democrat Lars Edmond"
        yield from tree.children(head, "appos", "nmod:desc", "flat")
        if tree.is_a(head, "appos", "nmod:desc") and tree.head(head) is not None:
            yield from tree.after(tree.tokens[head].head)
        if tree.children(head, "cop"):
            yield from tree.subjects(head)


def find_houses(reader: Sides) -> Iterator[Draft]:
    """Members and employees told by a house behind a name: "Ana Torvald of the University of Karsk"."""
    tree = reader.tree
    for name in tree.analysis.names:
        link = name.last + 1
        if (
            name.kind != "person"
            or link + 1 >= len(tree.tokens)
            or tree.tokens[link].text.lower() not in ("of", "from", "at")
        ):
            continue
        start = link + 1
        while start + 1 < len(tree.tokens) and (
            tree.tokens[start].upos in ("DET",) or (start not in reader.names.at and start - link < 4)
        ):
            start += 1
        house = reader.names.at.get(start)
        if house is None or house.kind != "organization" or house.first != start:
            continue
        words = {tree.tokens[token].text.lower() for token in range(house.first, house.last + 1)}
        entity = reader.named(house.first)
        if words & reader.ties.chambers or entity is None or reader.cast.kind(entity) != "organization":
            continue
        at_work = tree.tokens[link].text.lower() == "at" or bool(words & reader.ties.employers)
        word = EMPLOYEE if at_work else MEMBER
        yield from reader.draft(word, (name.first, house.first), link, LIKELY)
