"""Rosters: several holders told of one title away from it: behind a colon, after "were", "the third to …, after A"."""

from collections.abc import Iterator, Sequence

from onrecord.claims.for_offices.holding import LIKELY, SURE, Holding, persons_at
from onrecord.claims.for_offices.lists import list_of_names
from onrecord.claims.for_offices.title_phrase import TitlePhrase
from onrecord.claims.for_offices.titles import Reader
from onrecord.model import Name, Tenure

OPENERS = (":", "—", "–", "--", "(", ",")
CLOSERS = (".", ")", ";", "—", "–", "--", ",", "!", "?")
NUMBERS = ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
APART = ("only", "other", "previous", "earlier", "past")


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
    for token in tree.after(head):
        for person in persons_at(reader, (token,)):
            yield Holding(person, phrase, head, phrase.first, token, LIKELY, phrase.tenure or past)


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
    return not after or after[0] in CLOSERS or after[0] in ("in", "of", "from")
