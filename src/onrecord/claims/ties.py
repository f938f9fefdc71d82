"""Ties: standing relations that a text states, from relational nouns, verbs, parties and compounds."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from onrecord.claims.draft import Draft
from onrecord.claims.holders import Holding, find_holdings
from onrecord.claims.named import Named
from onrecord.claims.titles import Reader as TitleReader
from onrecord.claims.tree import Tree
from onrecord.claims.who import Cast
from onrecord.lexicon.ties import Ties, TieWord, load_ties
from onrecord.lexicon.titles import load_titles
from onrecord.model import EntityKind, Name, Relation, Tie

SYMMETRIC: tuple[Relation, ...] = ("ally", "partner", "opponent", "relative")
OWNER_CASES = ("of", "to", "with", "for", "at", "in", "from", "on")
HOUSES: tuple[EntityKind, ...] = ("organization", "state", "group")
POSSESSIVES = ("'s", "’s", "'", "’")
SURE, LIKELY, FAIR = 0.9, 0.75, 0.6


@dataclass(frozen=True, slots=True)
class Reader:
    """Looks for ties in one document."""

    tree: Tree
    cast: Cast
    ties: Ties
    names: Named = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "names", Named(self.tree, self.cast))

    def named(self, token: int) -> str | None:
        """The entity at a token, if it is a state or one that the document names."""
        entity = self.names.entity_at(token)
        return entity if entity is not None and self.names.has_name(entity) else None

    def draft(self, word: TieWord, sides: tuple[int, int], predicate: int, score: float) -> Iterator[Draft]:
        """The tie between the entities at two tokens, when both are named and of kinds that the relation takes."""
        a, b = self.named(sides[0]), self.named(sides[1]) or self._modifier(sides[1])
        if a is None or b is None or a == b or not self._fits(word, self.cast.kind(a), self.cast.kind(b)):
            return
        first, last = self._extent((*sides, predicate))
        yield Draft(Tie(a, b, word.relation), predicate, (self.tree.span(first, last),), score)

    def _modifier(self, noun: int) -> str | None:
        """The body named before a common noun: "the Karsk Rovers team"."""
        named = (self.named(kid) for kid in self.tree.children(noun, "compound"))
        return next((entity for entity in named if entity and self.cast.kind(entity) == "organization"), None)

    def _fits(self, word: TieWord, a: EntityKind, b: EntityKind) -> bool:
        if word.relation == "relative":
            return a == b == "person"
        if "occasion" in (a, b):
            return False
        if word.houses and b not in HOUSES:
            return False
        if word.relation == "employee" and (a != "person" or b == "group"):
            return False
        return not word.places or "person" not in (a, b)

    def _extent(self, tokens: tuple[int, ...]) -> tuple[int, int]:
        """First and last token of the names around some tokens."""
        firsts = [self.names.at[token].first if token in self.names.at else token for token in tokens]
        lasts = [self.names.at[token].last if token in self.names.at else token for token in tokens]
        return min(firsts), max(lasts)


def find_ties(tree: Tree, cast: Cast) -> Iterator[Draft]:
    """One draft for each tie and relation that the document states, in the order of the text."""
    reader = Reader(tree, cast, load_ties())
    seen: set[tuple[str, str, Relation]] = set()
    finders = (_nouns, _verbs, _bonds, _toward, _parties, _houses, _joined)
    drafts = [draft for find in finders for draft in find(reader)]
    for draft in sorted(drafts, key=lambda draft: (draft.evidence[0], -draft.score)):
        tie = draft.what
        if not isinstance(tie, Tie):
            continue
        a, b = sorted((tie.a, tie.b)) if tie.relation in SYMMETRIC else (tie.a, tie.b)
        if (a, b, tie.relation) not in seen:
            seen.add((a, b, tie.relation))
            yield draft


# --- nouns: "an ally of", "his wife", "is a member of" --------------------------------------------------------------


def _nouns(reader: Reader) -> Iterator[Draft]:
    tree = reader.tree
    for token in tree.tokens:
        word = reader.ties.nouns.get(token.lemma.lower())
        if word is None or token.upos not in ("NOUN", "PROPN") or _is_seat(reader, word, token.index):
            continue
        owners = tuple(_owners(reader, word, token.index))
        for bearer in _bearers(reader, token.index):
            for owner in owners:
                yield from reader.draft(word, (bearer, owner), token.index, SURE)


def _is_seat(reader: Reader, word: TieWord, noun: int) -> bool:
    """A member of a parliament holds an office, not a tie."""
    if word.relation != "member":
        return False
    first, last = reader.tree.phrase(noun)
    inside = (reader.tree.tokens[token].text.lower() for token in range(first, last + 1))
    words = set(inside)
    return bool(words & reader.ties.chambers) and not words & {"committee", "caucus"}


def _bearers(reader: Reader, noun: int) -> Iterator[int]:
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
    if head is not None and tree.is_a(base, "appos", "nmod:desc"):
        found.extend(tree.after(head) if tree.is_a(base, "nmod:desc") else (head,))
    if head is not None and tree.is_a(base, "xcomp", "obl") and tree.lemma(head) in ("become", "remain"):
        found.extend(tree.subjects(head))
    for kid in tree.children(noun, "appos", "nmod:desc", "flat"):
        found.extend(tree.after(kid))
    yield from dict.fromkeys(found or [_name_after(reader, noun) or noun])


def _name_after(reader: Reader, noun: int) -> int | None:
    """The head of the personal name that follows the noun, past a comma and titles ("his wife, First Lady Ana")."""
    tree, token = reader.tree, noun + 1
    while token < len(tree.tokens) and token - noun < 5 and tree.tokens[token].sentence == tree.tokens[noun].sentence:
        name = reader.names.person_from(token)
        if name is not None:
            return next(_heads(tree, name), None)
        if tree.tokens[token].upos not in ("PROPN", "ADJ") and not (
            token == noun + 1 and tree.tokens[token].text == ","
        ):
            return None
        token += 1
    return None


def _owners(reader: Reader, word: TieWord, noun: int) -> Iterator[int]:
    """Tokens of those whose ally or member it is: possessives, of-phrases, names before the noun."""
    tree = reader.tree
    for kid in tree.children(noun, "nmod:poss"):
        yield from tree.after(kid)
    yield from tree.obliques(noun, *(("of",) if word.places else OWNER_CASES))
    for kid in tree.children(noun, "compound", "amod"):
        entity = reader.named(kid)
        if kid > noun or entity is None or reader.cast.entity_at(noun) == entity:
            continue
        # "a China analyst" works on China, "a Reuters reporter" for Reuters, "a Labour rival" is not Labour's rival.
        house = reader.cast.kind(entity) in ("organization", "group")
        if house == (word.relation in ("member", "employee", "part")):
            yield kid


# --- verbs: "belongs to", "leads", "is backed by" -------------------------------------------------------------------


def _verbs(reader: Reader) -> Iterator[Draft]:
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
                    if word.word != "join" or not _is_chamber(reader, b):
                        yield from reader.draft(word, (a, b), verb, LIKELY)
        for kid in tree.children(verb, "obl"):
            word = reader.ties.verbs.get(f"{lemma} {tree.case(kid)}")
            subjects = tree.subjects(verb) if word is not None else ()
            for a in subjects:
                for b in tree.after(kid):
                    yield from reader.draft(word, (a, b), verb, LIKELY) if word else ()


def _is_chamber(reader: Reader, token: int) -> bool:
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
    auxiliaries = tree.children(verb, "aux")
    present = tree.tokens[verb].feats.get("Tense") == "Pres" and not auxiliaries
    passive = [kid for kid in auxiliaries if tree.tokens[kid].feats.get("Tense") == "Pres"]
    if tree.is_passive(verb):
        return tree.is_a(verb, "acl") or (bool(passive) and len(auxiliaries) == 1)
    return present and tree.tokens[verb].feats.get("VerbForm") != "Ger"


# --- bonds: "cooperation between A and B" ---------------------------------------------------------------------------


def _bonds(reader: Reader) -> Iterator[Draft]:
    tree = reader.tree
    for token in tree.tokens:
        word = reader.ties.bonds.get(token.lemma.lower())
        noun = token.index
        if word is None or token.upos != "NOUN" or (word.close and not _is_close(reader, noun)):
            continue
        between = [kid for kid in tree.children(noun, "nmod") if tree.case(kid) == "between"]
        sides = tuple(member for kid in between for member in tree.after(kid))
        if not sides:
            own = (*tree.children(noun, "nmod:poss", "amod", "compound"), *tree.children(noun, "nmod"))
            sides = tuple(kid for kid in own if tree.case(kid) in (None, "'s", "’s", "with", "of"))
        named = [side for side in sides if reader.named(side) is not None]
        for number, a in enumerate(named):
            for b in named[number + 1 :]:
                yield from reader.draft(word, (a, b), noun, LIKELY)


def _toward(reader: Reader) -> Iterator[Draft]:
    """ "Norway's support for Sweden": whose it is, and whom it is for."""
    tree = reader.tree
    for token in tree.tokens:
        word = reader.ties.toward.get(token.lemma.lower())
        if word is None or token.upos != "NOUN":
            continue
        sides = tree.children(token.index, "nmod:poss", "compound", "amod")
        for a in sides:
            for b in tree.obliques(token.index, *word.cases):
                yield from reader.draft(word, (a, b), token.index, FAIR)


def _is_close(reader: Reader, noun: int) -> bool:
    return any(reader.tree.lemma(kid) in reader.ties.close for kid in reader.tree.children(noun, "amod"))


# --- parties: "Labour MP Ana Torvald", "Torvald (R-TX)", "Torvald is a Republican" ----------------------------------

MEMBER = TieWord("member", "member", "", "", "")
EMPLOYEE = TieWord("employee", "employee", "", "", "", houses=True)


def _parties(reader: Reader) -> Iterator[Draft]:
    """Members told by a party beside their title, their name or in "is a"."""
    tree = reader.tree
    titles = TitleReader(tree, reader.cast, load_titles())
    holdings = tuple(find_holdings(titles, tuple(titles.phrases())))
    beside = {token for one in holdings for token in range(one.phrase.first, one.phrase.last + 1)}
    for token in tree.tokens:
        if token.index in beside or not _is_party(reader, token.index) or reader.named(token.index) is None:
            continue
        for person in dict.fromkeys(_party_members(reader, token.index)):
            entity = reader.named(person)
            if entity is not None and reader.cast.kind(entity) == "person":
                yield from reader.draft(MEMBER, (person, token.index), token.index, SURE)
    yield from (draft for holding in holdings for draft in _beside_title(reader, holding))


def _beside_title(reader: Reader, holding: Holding) -> Iterator[Draft]:
    """The party in "Labour MP Ana Torvald"; whoever leads or stands for a party is told by the office."""
    kind, of = holding.phrase.word.kind, holding.phrase.last > holding.phrase.title_last
    if kind == "candidate" or (kind == "organization" and not of):
        return
    for party in range(holding.phrase.first, holding.phrase.title_first):
        entity = reader.named(party)
        if entity is not None and _is_party(reader, party):
            span = reader.tree.span(holding.first, holding.last)
            yield Draft(Tie(holding.person, entity, "member"), party, (span,), SURE)


def _is_party(reader: Reader, token: int) -> bool:
    if reader.tree.lemma(token) in reader.ties.parties:
        return True
    entity = reader.cast.entity_at(token)
    if entity is None or reader.cast.kind(entity) != "organization":
        return False
    return reader.cast.entities[entity].name.endswith((" Party", " Democrats"))


def _party_members(reader: Reader, party: int) -> Iterator[int]:
    """Tokens of the persons that a party word stands beside: modifier of a name or title, apposition, "is a"."""
    tree, names = reader.tree, reader.names.at
    last = names[party].last if party in names else party
    after = names.get(last + 1)
    if after is not None and after.kind == "person" and not tree.children(party, "case"):
        yield from (member for head in _heads(tree, after) for member in tree.after(head))
    if tree.children(party, "cop"):
        yield from tree.subjects(party)
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


def _heads(tree: Tree, name: Name) -> Iterator[int]:
    """The tokens of a name whose governor lies outside it: one, unless the tree is odd."""
    for token in range(name.first, name.last + 1):
        head = tree.head(token)
        if head is None or not name.first <= head <= name.last:
            yield token


# --- houses: "Ana Torvald of the University of Karsk" ---------------------------------------------------------------


def _houses(reader: Reader) -> Iterator[Draft]:
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


# --- compounds: "Norland-backed rebels" -----------------------------------------------------------------------------


def _joined(reader: Reader) -> Iterator[Draft]:
    tree = reader.tree
    for token in tree.tokens:
        word = reader.ties.joined.get(token.lemma.lower()) or reader.ties.joined.get(token.text.lower())
        before = token.index - 2
        if word is None or before < 0 or tree.tokens[token.index - 1].text != "-":
            continue
        head = tree.head(token.index)
        if head is not None and head > token.index:
            yield from reader.draft(word, (before, head), token.index, LIKELY)
