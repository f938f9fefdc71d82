"""Offices: who holds, held, will hold or lost which office, as titles beside names, verbs and nouns tell it."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from onrecord.claims.careers import find_candidacies, find_losses
from onrecord.claims.draft import Draft
from onrecord.claims.titles import HONORIFICS, Reader, TitlePhrase
from onrecord.claims.tree import Tree
from onrecord.claims.who import Cast
from onrecord.lexicon.ties import load_ties
from onrecord.lexicon.titles import Turn, load_titles
from onrecord.model import Change, Name, Office, Tenure
from onrecord.places import country_of_place

CLOSERS = (",", ".", ";", ":", ")", "—", "–", "--", "?", "!", "and", "who", "whose")
OPENERS = (",", "(", "—", "–", "--")
PARENTHESIS_TOKENS = 4
SURE, LIKELY, FAIR = 0.95, 0.85, 0.7


@dataclass(frozen=True, slots=True)
class Holding:
    """A person with a title: the word it hangs on, the tokens that carry it, tenure and change where told."""

    person: str
    phrase: TitlePhrase
    predicate: int
    first: int
    last: int
    score: float
    tenure: Tenure | None = None
    change: Change | None = None


def find_offices(tree: Tree, cast: Cast) -> Iterator[Draft]:
    """One draft for each person, title, tenure and change that the document tells, in the order of the text."""
    reader = Reader(tree, cast, load_titles())
    phrases = tuple(reader.phrases())
    dead = frozenset(_dead(reader))
    home = _home(tree)
    seen: dict[tuple[str, frozenset[str]], set[tuple[Tenure, Change | None]]] = {}
    held = sorted(_holdings(reader, phrases), key=lambda one: (one.score < LIKELY, one.first, one.last, one.person))
    drafts = [draft for holding in held if (draft := _draft(reader, holding, dead, home)) is not None]
    drafts.extend(find_candidacies(reader, home))
    told = [draft for draft in drafts if isinstance(draft.what, Office) and _is_new(draft.what, seen)]
    yield from sorted((*told, *find_losses(reader, told)), key=lambda draft: draft.evidence)


# --- what becomes a claim -------------------------------------------------------------------------------------------


def _draft(reader: Reader, holding: Holding, dead: frozenset[str], home: str | None) -> Draft | None:
    phrase = holding.phrase
    if not reader.names.has_name(holding.person) or not _names_an_office(phrase, holding, reader):
        return None
    tenure = holding.tenure or phrase.tenure or "current"
    if phrase.word.kind == "candidate":
        tenure = phrase.tenure or "candidate"
    if tenure == "current" and holding.person in dead:
        tenure = "former"
    body = phrase.body
    country = phrase.country or (reader.cast.country(body) if body else None)
    if country is None and not (body and reader.cast.kind(body) == "organization"):
        country = reader.cast.country(holding.person) or home
    title = _title_text(reader, phrase)
    office = Office(holding.person, title, body, country, tenure, holding.change)
    return Draft(office, holding.predicate, (reader.tree.span(holding.first, holding.last),), holding.score)


def _title_text(reader: Reader, phrase: TitlePhrase) -> str:
    """The title's words in the singular, without a prefix that is joined to them with a hyphen."""
    tree = reader.tree
    words = tree.words(phrase.title_first, phrase.title_last)
    if phrase.plural:
        noun, start = tree.tokens[phrase.head], tree.tokens[phrase.title_first].span.start
        one = noun.lemma.capitalize() if noun.text[:1].isupper() else noun.lemma
        words = words[: noun.span.start - start] + one + words[noun.span.end - start :]
    words = " ".join(words.split())
    head, dash, rest = words.partition("-")
    return rest if dash and head.lower() in reader.titles.prefixes and phrase.tenure != "acting" else words


def _names_an_office(phrase: TitlePhrase, holding: Holding, reader: Reader) -> bool:
    """A "leader" or a "director" is an office only with a body, a country or a modifier beside it."""
    if phrase.word.words == ("member",):
        name = reader.cast.entities[phrase.body].name if phrase.body else ""
        return bool(load_ties().chambers & set(name.lower().split()))
    if phrase.word.alone or phrase.body or phrase.country or phrase.title_first < phrase.head:
        return True
    if phrase.word.kind in ("rank", "seat"):
        return holding.score >= SURE
    return phrase.word.kind == "portfolio" and phrase.title_last > phrase.head


def _is_new(office: Office, seen: dict[tuple[str, frozenset[str]], set[tuple[Tenure, Change | None]]]) -> bool:
    """False for an office already told of the same person with the same tenure and change, in fewer or more words."""
    words = frozenset(office.title.lower().replace("-", " ").split()) - {"of", "the", "for", "and", "acting"}
    told = (office.tenure, office.change)
    for (person, other), tellings in seen.items():
        if person != office.person or not (words <= other or other <= words):
            continue
        if told in tellings or (office.change is None and office.tenure == "current"):
            return False
    seen.setdefault((office.person, words), set()).add(told)
    return True


def _home(tree: Tree) -> str | None:
    """The country that most of the document's place names lie in."""
    counted: Counter[str] = Counter()
    for name in tree.analysis.names:
        if name.kind == "place":
            words = tree.words(name.first, name.last)
            country = country_of_place(words)
            if country is not None:
                counted[country.code] += 1
    return counted.most_common(1)[0][0] if counted else None


def _dead(reader: Reader) -> Iterator[str]:
    """Persons whom the document tells to be dead."""
    tree, dead = reader.tree, reader.titles.dead
    for token in tree.tokens:
        lemma, number = token.lemma.lower(), token.index
        told: tuple[int, ...] = ()
        if token.upos == "VERB" and (lemma in dead.verbs or (lemma in dead.passive and tree.is_passive(number))):
            told = tree.subjects(number)
        elif token.upos == "ADJ" and lemma in dead.words:
            told = (token.head,) if tree.is_a(number, "amod") else tree.subjects(number)
        elif token.upos == "NOUN" and lemma in dead.nouns:
            told = (*tree.children(number, "nmod:poss"), *tree.obliques(number, "of"))
        yield from _persons(reader, told)


def _persons(reader: Reader, tokens: Iterable[int]) -> Iterator[str]:
    yield from (person for person in map(reader.names.person_at, tokens) if person is not None)


# --- who holds a title ----------------------------------------------------------------------------------------------


def _holdings(reader: Reader, phrases: tuple[TitlePhrase, ...]) -> Iterator[Holding]:
    """For each title the persons it is said of, by the first way that finds any."""
    before: dict[int, tuple[Name, ...]] = {}
    for number in range(len(phrases) - 1, -1, -1):
        before[number] = _names_after(reader, phrases, number, before)
    held: dict[int, tuple[Holding, ...]] = {}
    for number, phrase in enumerate(phrases):
        named = _beside(reader, phrase, before[number]) or tuple(_name_before(reader, phrase))
        held[number] = (
            named
            or tuple(_joined(reader, phrases, number, held))
            or tuple(_by_verb(reader, phrase))
            or tuple(_by_role(reader, phrase))
            or tuple(_by_tree(reader, phrase))
            or tuple(_by_reference(reader, phrase))
        )
        yield from held[number]


def _names_after(
    reader: Reader, phrases: tuple[TitlePhrase, ...], number: int, later: dict[int, tuple[Name, ...]]
) -> tuple[Name, ...]:
    """The personal names that stand after a title: right there, after a comma, or after the next title."""
    phrase, tokens = phrases[number], reader.tree.tokens
    token = _past_honorifics(reader, phrase.last + 1)
    if token >= len(tokens) or tokens[token].sentence != tokens[phrase.head].sentence:
        return ()
    name = reader.names.person_from(token)
    if name is not None:
        return tuple(_list_of_names(reader, name)) if phrase.plural else (name,)
    if number + 1 < len(phrases) and later[number + 1]:
        gap = [reader.lower(between) for between in range(phrase.last + 1, phrases[number + 1].first)]
        if gap in ([], ["and"], ["&"]) and not phrase.definite | phrases[number + 1].definite:
            return later[number + 1]
    if tokens[token].text == "," and phrase.definite:
        name = reader.names.person_from(_past_honorifics(reader, token + 1))
        end = name.last + 1 if name is not None else len(tokens)
        if name is not None and (end >= len(tokens) or tokens[end].text in CLOSERS):
            return (name,)
    return ()


def _past_honorifics(reader: Reader, token: int) -> int:
    """The first token after "(MP)", "Dr", "HE" and the like."""
    tokens = reader.tree.tokens
    if token < len(tokens) and tokens[token].text == "(":
        for end in range(token + 1, min(token + PARENTHESIS_TOKENS, len(tokens))):
            if tokens[end].text == ")":
                token = end + 1
                break
    while token < len(tokens) and reader.lower(token) in HONORIFICS and reader.names.person_from(token) is None:
        token += 1
    return token


def _list_of_names(reader: Reader, name: Name) -> Iterator[Name]:
    """The names of "A of Ohio, B of Utah, and C"."""
    tokens, current = reader.tree.tokens, name
    for _ in range(12):
        yield current
        token = current.last + 1
        if token + 1 < len(tokens) and reader.lower(token) in ("of", "from") and token + 1 in reader.names.at:
            token = reader.names.at[token + 1].last + 1
        while token < len(tokens) and reader.lower(token) in (",", "and", "&"):
            token += 1
        following = reader.names.person_from(token)
        if following is None or token == current.last + 1:
            return
        current = following


def _beside(reader: Reader, phrase: TitlePhrase, names: tuple[Name, ...]) -> tuple[Holding, ...]:
    found: list[Holding] = []
    for name in names:
        person = reader.names.entity_of(name)
        if person is not None and reader.cast.kind(person) == "person":
            told = _with_house(reader, phrase, name)
            found.append(Holding(person, told, phrase.head, min(phrase.first, name.first), name.last, SURE))
    return tuple(found)


def _with_house(reader: Reader, phrase: TitlePhrase, name: Name) -> TitlePhrase:
    """The phrase with the body or country told behind the name: "Chief Torvald of the Norland Police"."""
    tokens, token = reader.tree.tokens, name.last + 1
    if phrase.body or token + 1 >= len(tokens) or reader.lower(token) != "of":
        return phrase
    start = token + 2 if reader.lower(token + 1) == "the" and token + 2 < len(tokens) else token + 1
    house = reader.names.at.get(start)
    entity = reader.names.entity_of(house) if house is not None else None
    if entity is None or (phrase.word.kind == "seat" and reader.cast.kind(entity) != "organization"):
        return phrase
    if reader.cast.kind(entity) == "organization" or (
        reader.cast.kind(entity) == "place" and phrase.word.kind == "place"
    ):
        return replace(phrase, body=entity, country=phrase.country or reader.cast.country(entity))
    return phrase


def _name_before(reader: Reader, phrase: TitlePhrase) -> Iterator[Holding]:
    """The person of "Ana Torvald, the former mayor of London," and of "Ana Torvald of Ohio (a senator)"."""
    tokens, token = reader.tree.tokens, phrase.first - 1
    if token < 1 or tokens[token].text not in OPENERS or not _closes(reader, phrase):
        return
    token -= 1
    if tokens[token].upos == "NUM" and tokens[token - 1].text == ",":
        token -= 2
    name = reader.names.at.get(token)
    if name is not None and name.kind == "place" and reader.lower(name.first - 1) in ("of", "from"):
        name = reader.names.at.get(name.first - 2)
    if name is None or name.kind != "person" or tokens[name.first].sentence != tokens[phrase.head].sentence:
        return
    person = reader.names.entity_of(name)
    if person is not None and reader.cast.kind(person) == "person":
        yield Holding(person, phrase, phrase.head, name.first, phrase.last, SURE)


def _closes(reader: Reader, phrase: TitlePhrase) -> bool:
    """True when the phrase ends as an apposition does, not as the subject of what follows."""
    tokens, end = reader.tree.tokens, phrase.last + 1
    if reader.tree.is_a(phrase.head, "appos"):
        return True
    if reader.tree.is_a(phrase.head, "nsubj", "obj", "obl"):
        return False
    return end >= len(tokens) or tokens[end].text in CLOSERS or tokens[end].sentence != tokens[phrase.head].sentence


def _joined(
    reader: Reader, phrases: tuple[TitlePhrase, ...], number: int, held: dict[int, tuple[Holding, ...]]
) -> Iterator[Holding]:
    """The holders of the title before, when only "and" or a comma stands between the two."""
    if number == 0:
        return
    phrase, earlier = phrases[number], phrases[number - 1]
    gap = [reader.lower(between) for between in range(earlier.last + 1, phrase.first)]
    if gap in (["and"], [","], [",", "and"], ["&"]) and reader.tree.is_a(phrase.head, "conj", "appos", "nmod"):
        body = earlier.body if earlier.last == earlier.title_last else None
        shared = replace(phrase, body=phrase.body, country=phrase.country or earlier.country, tenure=phrase.tenure)
        if phrase.tenure is None and not phrase.definite:
            shared = replace(shared, tenure=earlier.tenure, body=phrase.body or body)
        for holding in held[number - 1]:
            yield replace(holding, phrase=shared, last=phrase.last, predicate=phrase.head)


def _by_verb(reader: Reader, phrase: TitlePhrase) -> Iterator[Holding]:
    """Holders told by "became", "was elected", "served as", "was appointed as"."""
    tree = reader.tree
    verb = tree.head(phrase.head)
    if verb is None or not tree.is_a(phrase.head, "xcomp", "obl", "obj", "advcl", "nsubj", "ccomp"):
        return
    turn = reader.titles.verbs.get(reader.verb_words(verb))
    if turn is None or (tree.is_a(phrase.head, "obl") and tree.case(phrase.head) not in ("as", "for", "to")):
        return
    holders, others = tree.subjects(verb), tree.objects(verb)
    if not turn.subject_holds:
        holders, others = others, tree.subjects(verb)
    yield from _turned(reader, phrase, verb, turn, holders)
    if turn.before is not None:
        yield from _turned(reader, phrase, verb, replace(turn, tenure=turn.before, change=None, past=None), others)


def _turned(reader: Reader, phrase: TitlePhrase, verb: int, turn: Turn, holders: tuple[int, ...]) -> Iterator[Holding]:
    tree = reader.tree
    past = turn.past if tree.tokens[verb].feats.get("Tense") == "Past" and not _perfect(tree, verb) else None
    tenure = phrase.tenure or past or turn.tenure
    for token in holders:
        for person in _persons(reader, (token,)):
            first, last = min(token, verb, phrase.first), max(token, verb, phrase.last)
            yield Holding(person, phrase, verb, first, last, LIKELY, tenure, turn.change)


def _perfect(tree: Tree, verb: int) -> bool:
    return any(tree.lemma(kid) == "have" for kid in tree.children(verb, "aux"))


def _by_role(reader: Reader, phrase: TitlePhrase) -> Iterator[Holding]:
    """Holders told by "his tenure as", "gave her the post of", "the resignation of Torvald as"."""
    tree = reader.tree
    noun = tree.head(phrase.head)
    if noun is None or not tree.is_a(phrase.head, "nmod", "obl", "appos", "acl") or tree.tokens[noun].upos != "NOUN":
        return
    turn = reader.titles.roles.get(tree.lemma(noun))
    if turn is None or tree.case(phrase.head) not in ("as", "of", "for", "to"):
        return
    yield from _turned(reader, phrase, noun, turn, _of_role(tree, phrase, noun, turn))


def _of_role(tree: Tree, phrase: TitlePhrase, noun: int, turn: Turn) -> tuple[int, ...]:
    """Tokens of whose tenure or post it is, or, for "candidate" and the like, of who is called so."""
    verb = tree.head(noun)
    if not turn.subject_holds:
        if verb is not None and tree.is_a(noun, "appos", "nmod:desc"):
            return (verb,)
        if verb is not None and tree.is_a(noun, "obl") and tree.case(noun) == "as":
            return tree.objects(verb)
        return tree.subjects(noun) if tree.children(noun, "cop") or tree.is_a(noun, "xcomp") else ()
    of = tuple(kid for kid in tree.obliques(noun, "of", "by") if kid != phrase.head)
    owners = tree.children(noun, "nmod:poss") or of
    if owners or verb is None:
        return owners
    given = tree.children(verb, "iobj") if tree.is_a(noun, "obj") else tree.objects(verb)
    return given or tree.subjects(noun) or tree.subjects(verb)


def _by_tree(reader: Reader, phrase: TitlePhrase) -> Iterator[Holding]:
    """Holders told by "is", by apposition and by a title that the tree hangs on a name."""
    tree, head = reader.tree, phrase.head
    copula = tree.child(head, "cop")
    if copula is not None:
        past: Tenure | None = "former" if tree.tokens[copula].feats.get("Tense") == "Past" else None
        for token in tree.subjects(head):
            for person in _persons(reader, (token,)):
                first, last = min(token, phrase.first), max(token, phrase.last)
                yield Holding(person, phrase, head, first, last, LIKELY, phrase.tenure or past)
        return
    governor = tree.head(head)
    linked = [*tree.children(head, "appos", "nmod:desc", "flat")]
    if governor is not None and tree.is_a(head, "appos", "nmod:desc"):
        linked.append(governor)
    for token in linked:
        for person in _persons(reader, (token,)):
            first, last = min(token, phrase.first), max(token, phrase.last)
            yield Holding(person, phrase, head, first, last, FAIR)


def _by_reference(reader: Reader, phrase: TitlePhrase) -> Iterator[Holding]:
    """A title used for a person who is named elsewhere: "the Foreign Secretary met"."""
    if phrase.plural or not (phrase.definite or reader.tree.tokens[phrase.head].upos == "PROPN"):
        return
    for person in _persons(reader, (phrase.head,)):
        yield Holding(person, phrase, phrase.head, phrase.first, phrase.last, FAIR)
