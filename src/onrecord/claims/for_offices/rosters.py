"""Rosters: several holders of one title in a list, behind a colon or "were", each of his own country or of one."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from onrecord.claims.for_offices.holding import LIKELY, SURE, Holding, held_by, persons_at
from onrecord.claims.for_offices.title_phrase import TitlePhrase
from onrecord.claims.for_offices.titles import Reader
from onrecord.claims.for_who.named import country_code
from onrecord.claims.grammar import APPOSING, STOPS
from onrecord.model import Name, Tenure

QUANTIFIERS = frozenset(("several", "some", "many", "other", "various"))
OPENERS = APPOSING | {"(", ":"}
NUMBERS = ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
APART = ("only", "other", "previous", "earlier", "past")
JOINTS = (",", "and")


def list_of_names(reader: Reader, name: Name) -> Iterator[Name]:
    """The names of "A of Ohio, B (Labour), C, in 1990, and D"."""
    current = name
    for _ in range(12):
        yield current
        token = _past_remarks(reader, current.last + 1)
        while reader.lower(token) in (",", "and", "&", "or"):
            token += 1
        following = reader.names.person_from(token)
        if following is None or token == current.last + 1:
            return
        current = following


def _past_remarks(reader: Reader, token: int) -> int:
    """The first token behind "(Labour)", "of Ohio" and ", in 1990" after a name in a list."""
    tokens, names = reader.tree.tokens, reader.names.at
    if reader.lower(token) == "(":
        closing = (end for end in range(token + 1, min(token + 10, len(tokens))) if tokens[end].text == ")")
        token = next(closing, token - 1) + 1
    if reader.lower(token) in ("of", "from"):
        start = token + 1 + (reader.lower(token + 1) == "the")
        token = names[start].last + 1 if start in names else token
    start = token + (reader.lower(token) == ",")
    return start + 2 if reader.lower(start) == "in" and reader.lower(start + 1).isdigit() else token


def is_counted(reader: Reader, phrase: TitlePhrase) -> bool:
    """True for "11 representatives" and "several officials", which are others than who is named before."""
    words = {reader.lower(token) for token in range(phrase.first, phrase.title_first)}
    words.add(reader.lower(phrase.first - 1))
    return bool(reader.tree.children(phrase.head, "nummod")) or bool(words & QUANTIFIERS)


def find_rosters(reader: Reader, phrases: Sequence[TitlePhrase], held: Sequence[Holding]) -> Iterator[Holding]:
    """For each title in the plural that nobody is found to hold, those who are listed in its sentence."""
    known = {one.phrase.head for one in held if reader.names.has_name(one.person)}
    for phrase in phrases:
        if phrase.plural and phrase.head not in known:
            yield from tuple(_behind_verb(reader, phrase)) or tuple(_listed(reader, phrase))


def is_one_of_several(reader: Reader, holding: Holding, held: Sequence[Holding]) -> bool:
    """True for "only two presidents have resigned" where another is told to be president of the country now."""
    phrase, tree = holding.phrase, reader.tree
    if not phrase.plural or phrase.word.kind != "state" or holding.tenure is not None or phrase.tenure is not None:
        return False
    if _count(reader, phrase) and not phrase.definite:
        return True  # "it has had three presidents, A, B and C"
    apart = any(tree.lemma(kid) in APART for kid in tree.children(phrase.head, "amod")) or _count(reader, phrase)
    now = [one for one in held if _holds_now(one, phrase)]
    if any(one.person == holding.person for one in now):
        return False
    same = [one for one in now if one.phrase.country == phrase.country]
    return bool(same if phrase.country else now) and bool(apart or phrase.country)


def _holds_now(one: Holding, phrase: TitlePhrase) -> bool:
    told = one.tenure or one.phrase.tenure or "current"
    return one.phrase.word == phrase.word and not one.phrase.plural and told == "current" and one.score >= SURE


def _count(reader: Reader, phrase: TitlePhrase) -> int | None:
    """The number before the title: 3 for "three presidents"."""
    for kid in reader.tree.children(phrase.head, "nummod"):
        word = reader.lower(kid)
        if word in NUMBERS:
            return NUMBERS.index(word) + 2
        if word.isdigit():
            return int(word)
    return None


def _behind_verb(reader: Reader, phrase: TitlePhrase) -> Iterator[Holding]:
    """ "The only presidents to resign were Lars Edmond and Olaf Berg"."""
    tree, head = reader.tree, reader.tree.head(phrase.head)
    copula = tree.child(head, "cop") if head is not None else None
    if head is None or copula is None or not tree.is_a(phrase.head, "nsubj") or head not in reader.names.at:
        return
    past: Tenure | None = "former" if tree.tokens[copula].feats.get("Tense") == "Past" else None
    told = Holding("", phrase, head, phrase.first, phrase.first, LIKELY, phrase.tenure or past)
    yield from held_by(reader, tree.after(head), told)


def _listed(reader: Reader, phrase: TitlePhrase) -> Iterator[Holding]:
    """ "Three presidents have resigned: Ana Torvald in 1990, Lars Edmond in 1998, and Olaf Berg"."""
    tokens, count = reader.tree.tokens, _count(reader, phrase)
    last = reader.tree.sentence_of(phrase.head).last
    for opener in range(phrase.last + 1, last):
        name = reader.names.person_from(opener + 1) if tokens[opener].text in OPENERS else None
        if name is None:
            continue
        names = tuple(list_of_names(reader, name))
        ends = _ends(reader, names[-1], last)
        fits = len(names) == count if count is not None else len(names) > 1 and tokens[opener].text != ","
        for one in names if ends and fits else ():
            for person in persons_at(reader, (one.first,)):
                yield Holding(person, phrase, phrase.head, phrase.first, one.last, LIKELY)
        return


def _ends(reader: Reader, name: Name, last: int) -> bool:
    """True where the list is over behind the name, as far as a year or a place may follow it."""
    after = [token.text for token in reader.tree.tokens[name.last + 1 : last + 1]]
    return not after or after[0] in APPOSING | STOPS | {"in", "of", "from"}


def with_own_countries(reader: Reader, phrases: Sequence[TitlePhrase], held: Sequence[Holding]) -> tuple[Holding, ...]:
    """The holdings; where as many countries or bodies as names share a plural title, each has that in its place."""
    own = {phrase.head: tuple(_of_each(reader, phrase)) for phrase in phrases if phrase.plural}
    kept = [one for one in held if not own.get(one.phrase.head)]
    return (*kept, *(one for several in own.values() for one in several))


def _of_each(reader: Reader, phrase: TitlePhrase) -> Iterator[Holding]:
    bare = replace(phrase, body=None, country=None)
    own, opener = [replace(bare, country=code) for code in _before(reader, phrase)], phrase.last + 1
    if len(own) < 2:
        own, opener = _behind(reader, bare)
    opens = len(own) > 1 and reader.lower(opener) in OPENERS
    name = reader.names.person_from(opener + 1) if opens else None
    names = tuple(list_of_names(reader, name)) if name is not None else ()
    for other, told in zip(names, own, strict=True) if len(names) == len(own) else ():
        yield from held_by(reader, (other.first,), Holding("", told, phrase.head, phrase.first, other.last, SURE))


def _before(reader: Reader, phrase: TitlePhrase) -> list[str]:
    """The countries of "Greek, Turkish and Cypriot" before the title."""
    codes: list[str] = []
    token = phrase.title_first - 1
    while token >= 0 and (found := country_code(reader.tree.tokens[token].text)) is not None:
        codes.insert(0, found)
        token -= 1
        while token > 0 and reader.lower(token) in JOINTS:
            token -= 1
    return codes


def _behind(reader: Reader, phrase: TitlePhrase) -> tuple[list[TitlePhrase], int]:
    """The title of each of "of Norway, Sweden and Peru" behind it, and the token behind them."""
    own: list[TitlePhrase] = []
    after, token = phrase.title_last + 1, phrase.title_last + 2
    token += reader.lower(token) == "the"
    while (name := reader.names.at.get(token)) is not None:
        told = reader.belonging(name, phrase)
        if name.first != token or name.kind == "person" or (told.country is None and told.body is None):
            break
        own.append(told)
        after, token = name.last + 1, name.last + 1
        while reader.lower(token) in (*JOINTS, "the"):
            token += 1
    return own, after
