"""Joined titles: what titles beside each other share, and the holders that a title has from the one before it."""

from collections.abc import Iterator
from dataclasses import replace

from onrecord.claims.for_offices.holding import Holding
from onrecord.claims.for_offices.title_phrase import TitlePhrase
from onrecord.claims.for_offices.titles import Reader
from onrecord.model import Tenure

LATER = ("later", "then", "subsequently", "afterwards", "eventually", "also")
NOW = ("now", "currently", "presently", "nowadays")
RUNNERS = ("candidate", "nominee", "contender", "hopeful", "choice", "pick")
GAPS = (["and"], [","], [",", "and"], ["&"])
"""What stands between two titles of one person."""
DATING = ("in", "from", "to", "until", "till", "since", "-", "–")


def share_words(reader: Reader, phrases: tuple[TitlePhrase, ...]) -> Iterator[TitlePhrase]:
    """The phrases; two joined by "and" share the tenure and the body before the first, and the body behind the second.

    "former president and head of X": both are former, both of X; so in "X founder and director".
    """
    tenure: Tenure | None = None
    house: TitlePhrase | None = None
    for number, phrase in enumerate(phrases):
        told = phrase.tenure or ("current" if is_of_now(reader, phrase) else tenure)
        own = replace(phrase, tenure=told or _wanted(reader, phrase) or _carried(reader, phrase))
        other = reader.lower(own.title_first) in ("party", "union", "campaign", "team", "club")  # "party co-founder"
        other = other and own.title_first < own.head
        if house and not other and own.body is None and phrase.tenure is None and own.word.kind == "organization":
            own = replace(own, body=house.body, country=own.country or house.country)
        house = None
        later = phrases[number + 1] if number + 1 < len(phrases) else None
        joined = later is not None and later.first == phrase.last + 2 and reader.lower(phrase.last + 1) == "and"
        if later is None or not joined or later.definite or is_of_now(reader, later):
            tenure = None
        else:
            tenure = own.tenure
            before = own.body is not None and own.last == own.title_last and own.word.kind in ("organization", "state")
            house = own if before else None
            whole = own.title_last > own.head  # "Minister of Defence" lacks no body
            if own.body is None and not whole and later.last > later.title_last:
                own = replace(own, body=later.body, country=own.country or later.country)
        yield own


def is_of_now(reader: Reader, phrase: TitlePhrase) -> bool:
    """True for the second of "then a judge and now the minister"."""
    return any(reader.lower(token) in NOW for token in range(max(phrase.first - 1, 0), phrase.title_first))


def _wanted(reader: Reader, phrase: TitlePhrase) -> Tenure | None:
    """What the governor of "candidate for governor Ana Torvald" is so far, and the minister of "minister nominee"."""
    noun, tree = phrase.first - 2, reader.tree
    run = noun >= 0 and reader.lower(phrase.first - 1) == "for" and tree.lemma(noun) in RUNNERS
    behind = phrase.last + 1 < len(tree.tokens) and reader.lower(phrase.last + 1) in RUNNERS
    return "candidate" if run or (behind and phrase.word.kind != "candidate") else None


def _carried(reader: Reader, phrase: TitlePhrase) -> Tenure | None:
    """What "former" tells of the second of "a former teacher and permanent secretary"."""
    tree = reader.tree
    first = tree.conjuncts(phrase.head)[0]
    alike = not phrase.plural and not tree.is_plural(first)
    if first == phrase.head or not alike or phrase.definite or tree.child(phrase.head, "det") is not None:
        return None
    told = (reader.titles.prefixes.get(reader.lower(kid)) for kid in tree.children(first, "amod"))
    return next((prefix.tenure for prefix in told if prefix is not None), None)


def gapped(
    reader: Reader, phrases: tuple[TitlePhrase, ...], number: int, held: dict[int, tuple[Holding, ...]]
) -> Iterator[Holding]:
    """The second of "Ana Torvald became finance minister and Lars Edmond prime minister", whose verb is left out."""
    phrase = phrases[number]
    name = reader.names.person_from(phrase.first) if phrase.owner is not None else None
    if name is None or name.last + 1 != phrase.title_first or reader.lower(phrase.first - 1) not in ("and", ","):
        return
    person, earlier = reader.names.entity_of(name), held[number - 1] if number else ()
    if person is None or not earlier or not reader.same_sentence(earlier[-1].predicate, phrase.head):
        return
    if reader.tree.tokens[earlier[-1].predicate].upos == "VERB" and earlier[-1].person != person:
        country = phrase.country or earlier[-1].phrase.country
        own = replace(phrase, first=phrase.title_first, owner=None, country=country)
        yield replace(earlier[-1], person=person, phrase=own, first=name.first, last=phrase.last)


def joined(
    reader: Reader, phrases: tuple[TitlePhrase, ...], number: int, held: dict[int, tuple[Holding, ...]]
) -> Iterator[Holding]:
    """The holders of the title before, when only "and" or a comma stands between the two."""
    if number == 0:
        return
    phrase, earlier = phrases[number], phrases[number - 1]
    if phrase.plural and not earlier.plural:
        return  # "Mayor Ana Torvald, 11 representatives and 31 officials"
    gap = [reader.lower(between) for between in range(earlier.last + 1, phrase.first)]
    before_that = gap[-2:] == ["before", "that"]
    gap = _undated([word for word in gap[: -2 if before_that else None] if word not in LATER])
    hung = reader.tree.is_a(phrase.head, "conj", "appos", "nmod")
    as_well = gap in (["and", "as"], ["turned"], ["-", "turned", "-"])
    beside = as_well or (gap in GAPS and (before_that or hung))
    if beside or _is_conjoined(reader, earlier, phrase):
        body = earlier.body if earlier.last == earlier.title_last else None
        shared = replace(phrase, body=phrase.body, country=phrase.country or earlier.country, tenure=phrase.tenure)
        if phrase.tenure is None and not phrase.definite:
            shared = replace(shared, tenure=earlier.tenure, body=phrase.body or body)
        if before_that:
            shared = replace(shared, tenure="former", body=phrase.body)
        for holding in held[number - 1]:
            yield replace(holding, phrase=shared, last=phrase.last, predicate=phrase.head)


def _is_conjoined(reader: Reader, earlier: TitlePhrase, phrase: TitlePhrase) -> bool:
    """True for the titles of "was a senator for two years and a junior minister", whatever lies between."""
    tree, between = reader.tree, range(earlier.last + 1, phrase.first)
    if tree.conjuncts(phrase.head)[0] != earlier.head or phrase.head == earlier.head:
        return False
    return not any(tree.tokens[token].text == ";" or reader.names.person_from(token) for token in between)


def _undated(words: list[str]) -> list[str]:
    """The words without a year or years: "prime minister in 1980 and president in 1987"."""
    dated = any(word.isdigit() and len(word) == 4 for word in words)
    return [word for word in words if not word.isdigit() and word not in DATING] if dated else words
