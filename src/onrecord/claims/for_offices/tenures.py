"""Tenures: whether an office is held now, was held or is still to come, by what stands around its title."""

import re
from collections.abc import Iterator

from onrecord.claims.for_offices.bodies import Bodies
from onrecord.claims.for_offices.holding import Holding
from onrecord.claims.for_offices.joined import is_of_now
from onrecord.claims.for_offices.rosters import is_one_of_several
from onrecord.claims.for_offices.title_phrase import TitlePhrase
from onrecord.claims.for_offices.titles import Reader
from onrecord.claims.for_who.profiles import DEPUTIES
from onrecord.claims.status import find_status
from onrecord.lexicon.leaders import is_bygone
from onrecord.model import Status, Tenure

YEAR = re.compile("(?:mid-)?(1[0-9]{3}|20[0-9]{2})s?")
ENDED = re.compile(
    r",? \(?(?:(?:from|in) )?(?:[A-Z][a-z]+ )?(?:1[0-9]|20)[0-9]{2} ?(?:-|–|—|to|until|till) ?(?:[A-Z][a-z]+ )?"
    r"(?:1[0-9]|20)[0-9]{2}\b|,? between (?:[A-Z][a-z]+ )?(?:1[0-9]|20)[0-9]{2}(?: and\b|[-–])"
    r"|,? (?:until|till)(?! (?:now|then)\b)|,? at the time\b|[ -]turned[ -](?!(?:away|down|out|up)\b)"
)
"""What stands behind a title that is held no longer: "from 2001 to 2005", "(1998–2006)", "until 2015"."""
UP_TO_NOW = re.compile(
    r"(?:, |\bwas |\()(?:until (?:recently|(?:last|this) \w+|(?:[A-Z][a-z]+ )?\d{4}|[A-Z][a-z]+|\w+ \w+ ago)"
    r"|for (?:(?:many|several|some|nearly|almost|over|more than) )?(?:\w+ )?(?:years?|decades?|terms)"
    r"|(?:at|by) (?:that|the) time|in those (?:days|years)),? (?:[^,.;:]{0,40} )?$"
)
"""What stands before a title that is held no longer: "until recently the", "for many years its"."""
DECADES = {"fifties": 1950, "sixties": 1960, "seventies": 1970, "eighties": 1980, "nineties": 1990}
BEATING = ("defeat", "beat", "unseat", "oust", "best", "topple")
TO_COME: dict[Status, Tenure] = {"planned": "elect", "possible": "candidate"}
LONG_AGO = 12
"""Years after which hardly anybody holds the same office still."""
SOME_TIME_AGO = 9
"""The same for ministers."""


def tenure_of(bodies: Bodies, holding: Holding, former: frozenset[tuple[str, tuple[str, ...]]]) -> Tenure | None:
    """The tenure of a holding; `former` are persons and titles told to be over. None where it is only imagined."""
    phrase, reader = holding.phrase, bodies.reader
    if _is_imagined(reader, holding.predicate):
        return None
    tenure = holding.tenure or phrase.tenure or "current"
    if phrase.word.kind == "candidate":
        return phrase.tenure or "candidate"
    if tenure != "current":
        return tenure
    if is_of_now(reader, phrase):
        return _yet_to_come(reader, holding.predicate) or tenure
    over = _is_over(reader, holding) or _is_long_ago(reader, holding) or _opened(reader, phrase)
    over = over or is_one_of_several(reader, holding, bodies.holdings) or _is_of_other_days(bodies, holding)
    over = over or _is_bygone(bodies, holding) or _is_leader_of_then(bodies, phrase)
    over = over or _is_aide_of_then(bodies, phrase) or _is_unseated(reader, holding)
    if over or (holding.person, office_words(reader, phrase)) in former:
        return "former"
    return tenure if holding.person in bodies.dead else _yet_to_come(reader, holding.predicate) or tenure


def office_words(reader: Reader, phrase: TitlePhrase) -> tuple[str, ...]:
    """The words of the office, with what makes it another one: a president was a deputy president before."""
    before = (reader.lower(token) for token in range(phrase.title_first, phrase.head))
    return (*(word for word in before if word in DEPUTIES and word not in phrase.word.words), *phrase.word.words)


def _is_imagined(reader: Reader, predicate: int) -> bool:
    """True for "if Torvald were president" and "if she became president": nobody says that he is or was."""
    tree = reader.tree
    copula = tree.child(predicate, "cop")
    past = copula is not None and tree.tokens[copula].feats.get("Tense") == "Past"
    become = tree.lemma(predicate) == "become" and tree.tokens[predicate].feats.get("Tense") == "Past"
    past = past or (become and not tree.children(predicate, "aux"))
    return past and "if" in tree.lemmas_under(predicate, "mark")


def _is_over(reader: Reader, holding: Holding) -> bool:
    """True for "president from 2001 to 2005", "mayor until 2015" and "president at the time"."""
    if any(reader.lower(kid) == "longer" for kid in reader.tree.children(holding.predicate, "advmod")):
        return True  # "is no longer the director"
    start = reader.tree.tokens[reader.tree.sentence_of(holding.phrase.first).first].span.start
    title = reader.tree.tokens[holding.phrase.title_first].span.start
    if UP_TO_NOW.search(reader.tree.text[start:title]):
        return True
    return ENDED.match(reader.tree.text, reader.tree.tokens[holding.phrase.last].span.end) is not None


def _yet_to_come(reader: Reader, predicate: int) -> Tenure | None:
    """What who "will become president" or "may be appointed minister" is so far; who is to remain it is so now."""
    tree = reader.tree
    told = tree.tokens[predicate].upos == "VERB" or bool(tree.children(predicate, "cop"))
    if not told or tree.lemma(predicate) in ("remain", "continue", "stay", "act"):
        return None
    return TO_COME.get(find_status(tree, predicate))


def _opened(reader: Reader, phrase: TitlePhrase) -> bool:
    """True for "Norway's first president" and "its last communist leader"; the first woman to be so may be it yet."""
    before = [reader.lower(token) for token in range(phrase.first, phrase.title_first)]
    first = before[-1:] == ["first"] and phrase.word.kind in ("state", "place")
    return phrase.definite and (first or "last" in before)


def _is_long_ago(reader: Reader, holding: Holding) -> bool:
    """True where what the holder did, or got the office, was long before the article: "President Torvald in 1983"."""
    published = reader.tree.analysis.document.published
    if published is None:
        return False
    behind = [*_behind_name(reader, holding)]
    years = [*behind, *_of_verb(reader, holding)]
    bare = (holding.predicate, holding.last, holding.change) == (holding.phrase.head, holding.phrase.last, None)
    got = any(reader.tree.tokens[kid].upos == "VERB" for kid in reader.tree.children(holding.predicate, "amod"))
    if behind and bare and not got and not reader.tree.children(holding.predicate, "cop"):
        return max(behind) < int(published[:4])  # "Ana Torvald, the defence minister in 2014"
    of_a_term = holding.phrase.word.kind == "portfolio" and holding.phrase.body is None  # ministers come and go
    return bool(years) and max(years) <= int(published[:4]) - (SOME_TIME_AGO if of_a_term else LONG_AGO)


def _is_of_other_days(bodies: Bodies, holding: Holding) -> bool:
    """True for "President Torvald" beside a year gone by where another is told to hold the one such office today."""
    reader, phrase = bodies.reader, holding.phrase
    published = reader.tree.analysis.document.published
    if published is None or phrase.word.kind != "state" or phrase.body is not None or holding.tenure is not None:
        return False
    others = (one for one in bodies.holdings if one.person != holding.person and _is_same_now(one, phrase))
    here = _years_beside(reader, holding)
    if not here or max(here) >= int(published[:4]):
        return False
    return any(not _years_beside(reader, one) for one in others)


def _is_aide_of_then(bodies: Bodies, phrase: TitlePhrase) -> bool:
    """True for the aide of "then-Governor Torvald's aide" and "aide to then-Governor Torvald"."""
    reader = bodies.reader
    behind = phrase.last + 2 if reader.tree.text_at(phrase.last + 1) in ("to", "for", "of") else None
    whose = (one for one in bodies.holdings if phrase.owner == one.last or behind == one.phrase.first)
    return any(reader.pieces(one.phrase.first)[:1] == ["then"] for one in whose)


def _is_leader_of_then(bodies: Bodies, phrase: TitlePhrase) -> bool:
    """True for the premier of "was envoy under Premier Torvald"."""
    reader = bodies.reader
    if phrase.word.kind not in ("state", "place") or reader.lower(max(phrase.first - 1, 0)) != "under":
        return False
    above = frozenset(reader.tree.ancestors(phrase.head))
    under = (one for one in bodies.holdings if {one.predicate, one.phrase.head} & above)
    return any((one.tenure or one.phrase.tenure) == "former" for one in under)


def _is_bygone(bodies: Bodies, holding: Holding) -> bool:
    """True for "President Abraham Lincoln"."""
    phrase, name = holding.phrase, bodies.reader.cast.entities[holding.person].name
    return phrase.word.kind == "state" and phrase.body is None and is_bygone(" ".join(phrase.word.words), name)


def _is_unseated(reader: Reader, holding: Holding) -> bool:
    """True for the senator of "defeated incumbent Senator Torvald"."""
    tree, phrase = reader.tree, holding.phrase
    if "incumbent" not in (reader.lower(token) for token in range(phrase.first, phrase.title_first)):
        return False
    before = phrase.first - 1 - (reader.lower(phrase.first - 1) in ("the", "then")) if phrase.first > 1 else 0
    told = tree.tokens[before].upos == "VERB" and find_status(tree, before) == "asserted"
    return told and tree.lemma(before) in BEATING and not tree.is_passive(before)


def _is_same_now(one: Holding, phrase: TitlePhrase) -> bool:
    told = one.phrase
    same = told.word == phrase.word and told.body is None and phrase.country in (told.country, None)
    return same and (one.tenure or told.tenure) is None and not told.plural


def _years_beside(reader: Reader, holding: Holding) -> tuple[int, ...]:
    """All years in the sentence of a holding."""
    inside = reader.tree.sentence_of(holding.phrase.head)
    tokens = reader.tree.tokens[inside.first : inside.last + 1]
    return tuple(int(token.text) for token in tokens if YEAR.fullmatch(token.text) and token.text[-1] != "s")


def _behind_name(reader: Reader, holding: Holding) -> Iterator[int]:
    """The year of "President Torvald in 1983" and "in the 1980s"."""
    name = reader.names.at.get(holding.last)
    end = name.last if name is not None else holding.last
    behind = [token.text for token in reader.tree.tokens[end + 1 : end + 4] if token.text != "the"]
    if len(behind) > 1 and behind[0] == "in" and (found := YEAR.fullmatch(behind[1])):
        yield int(found[1])


def _is_when(reader: Reader, clause: int) -> bool:
    """True for "when they came to power in 1895", which tells the time of the verb above."""
    tree = reader.tree
    return any(tree.lemma(kid) in ("when", "after") for kid in tree.children(clause, "mark", "advmod"))


def _with_those_above(reader: Reader, verb: int) -> Iterator[int]:
    """The verb and those whose time is its own: "in 1953 it helped to overthrow President Torvald", "in 1953 she was
    elected after Edmond resigned to become minister"."""
    tree = reader.tree
    yield verb
    for above in tree.ancestors(verb):
        bare = tree.is_a(verb, "advcl") and tree.tokens[verb].feats.get("VerbForm") == "Inf"
        leaving = bare and tree.lemma(above) in ("resign", "leave", "quit", "retire")
        if not (tree.is_a(verb, "xcomp") or leaving or (tree.is_a(verb, "advcl") and _is_when(reader, verb))):
            return
        yield above
        verb = above


def _of_verb(reader: Reader, holding: Holding) -> Iterator[int]:
    """The years that the verb above the holding has beside it, unless it lasts or is still to come."""
    tree = reader.tree
    if tree.children(holding.predicate, "cop"):
        return  # "was elected in 1999 and is a senator today"
    above = (holding.predicate, *tree.ancestors(holding.predicate))
    verb = next((token for token in above if tree.tokens[token].upos == "VERB"), None)
    if verb is None or any(not tree.is_a(kid, "aux:pass") for kid in tree.children(verb, "aux")):
        return
    clauses = (kid for kid in tree.children(verb, "advcl") if _is_when(reader, kid))
    told = [kid for each in _with_those_above(reader, verb) for kid in tree.children(each, "obl")]
    for kid in (*told, *(year for clause in clauses for year in tree.children(clause, "obl"))):
        if tree.case(kid) == "since":
            continue
        if (decade := DECADES.get(tree.tokens[kid].text.lower())) is not None:
            yield decade
        for number in (kid, *tree.children(kid, "nummod", "nmod", "obl")):
            if found := YEAR.fullmatch(tree.tokens[number].text):
                yield int(found[1])
