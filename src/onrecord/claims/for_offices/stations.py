"""Stations: holders told where the title is the subject, one of several, behind a name, or what somebody worked as."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from onrecord.claims.for_offices.holding import FAIR, LIKELY, SURE, Holding, first_told, held_by, persons_at
from onrecord.claims.for_offices.rosters import list_of_names
from onrecord.claims.for_offices.title_phrase import TitlePhrase
from onrecord.claims.for_offices.titles import Reader
from onrecord.lexicon.word_lists import word_list
from onrecord.model import Tenure

NAMING = ("nominate", "choose", "select", "pick", "propose", "endorse", "put")
SUCH = ("including", "like", "namely")
REMARKS = ("ADP", "DET", "ADJ", "NOUN", "PROPN", "NUM", "CCONJ")


def find_stations(reader: Reader, phrases: Sequence[TitlePhrase], held: Sequence[Holding]) -> Iterator[Holding]:
    """For each title that nobody is found to hold beside it, the persons it is said of in these ways."""
    known = {one.phrase.head for one in held if reader.names.has_name(one.person)}
    told = {(one.person, one.phrase.head) for one in held}
    for one in held:
        yield from (other for other in _shared_by(reader, one) if (other.person, other.phrase.head) not in told)
    for phrase in (one for one in phrases if one.head not in known):
        yield from first_told(reader, phrase, _examples, _as_subject, _one_of, _worked_as, _as_well, _named_for)


def _examples(reader: Reader, phrase: TitlePhrase) -> Iterator[Holding]:
    """ "Senators such as Lars Edmond and Olaf Berg"."""
    token, tokens = phrase.last + 1, reader.tree.tokens
    if not phrase.plural:
        return
    while token < min(phrase.last + 7, len(tokens)) and tokens[token].upos in REMARKS:
        if reader.lower(token) in (*SUCH, "such", "among") or reader.names.person_from(token) is not None:
            break
        token += 1  # "senators of both parties, including"
    token += reader.lower(token) == ","
    words = (reader.lower(token), reader.lower(token + 1))
    start = token + 1 if words[0] in SUCH else token + 2
    name = reader.names.person_from(start)
    if name is None or (start == token + 2 and words not in (("such", "as"), ("among", "them"))):
        return
    for other in list_of_names(reader, name):
        told = Holding("", phrase, phrase.head, phrase.first, other.last, SURE)
        yield from held_by(reader, (other.first,), told)


def _shared_by(reader: Reader, holding: Holding) -> Iterator[Holding]:
    """The others of "Lars Edmond and Olaf Berg, both former ministers"."""
    phrase, tree = holding.phrase, reader.tree
    name = reader.names.at.get(holding.first if holding.first < phrase.first else holding.last)
    if not phrase.plural or name is None:
        return
    heads = reader.names.heads_of(name)
    for token in dict.fromkeys(other for head in heads for other in tree.conjuncts(head)):
        for person in persons_at(reader, (token,)):
            before = token < phrase.first <= holding.first  # "Nils Falk, and senators Lars Edmond and Olaf Berg"
            apart = before or _apart(reader, phrase, token)
            if person != holding.person and token in reader.names.at and not apart:
                first, last = min(token, holding.first), max(token, holding.last)
                yield replace(holding, person=person, first=first, last=last)


def _apart(reader: Reader, phrase: TitlePhrase, name: int) -> bool:
    """True for the last of "the senators A and B; governor C" and of "the senators A and B and governor C"."""
    between = range(phrase.last + 1, name)
    return any(reader.tree.tokens[token].text == ";" or reader.word_at(token) is not None for token in between)


def _as_subject(reader: Reader, phrase: TitlePhrase) -> Iterator[Holding]:
    """ "The prime minister is Lars Edmond", "Former mayors include Lars Edmond"."""
    tree, head = reader.tree, reader.tree.head(phrase.head)
    if head is not None and phrase.plural and tree.lemma(head) == "include" and tree.is_a(phrase.head, "nsubj"):
        told = Holding("", phrase, head, phrase.first, phrase.first, LIKELY)
        yield from held_by(reader, tree.objects(head), told)
        return
    copula = tree.child(head, "cop") if head is not None else None
    if head is None or copula is None or not tree.is_a(phrase.head, "nsubj") or phrase.plural:
        return
    past: Tenure | None = "former" if tree.tokens[copula].feats.get("Tense") == "Past" else None
    name = reader.names.at.get(head)
    if name is not None and name.kind == "person":
        told = Holding("", phrase, head, phrase.first, name.last, LIKELY, phrase.tenure or past)
        yield from held_by(reader, (head,), told)


def _one_of(reader: Reader, phrase: TitlePhrase) -> Iterator[Holding]:
    """ "Lars Edmond is one of the vice presidents", "Lars Edmond, one of the vice presidents"."""
    tree, one = reader.tree, reader.tree.head(phrase.head)
    if one is None or not phrase.plural or tree.lemma(one) != "one":
        return
    head = tree.head(one)
    found = tree.subjects(one) if tree.children(one, "cop") else ()
    found = found or ((head,) if head is not None and tree.is_a(one, "appos") else tree.children(one, "appos"))
    yield from held_by(reader, found, Holding("", phrase, one, one, phrase.last, LIKELY))


def _worked_as(reader: Reader, phrase: TitlePhrase) -> Iterator[Holding]:
    """ "She worked as an adviser", "She began her career as a judge", "As mayor, Ana Torvald built a bridge"."""
    tree, verb = reader.tree, reader.tree.head(phrase.head)
    if verb is not None and verb in reader.names.at and tree.case(phrase.head) == "as":
        yield from held_by(reader, (verb,), Holding("", phrase, phrase.head, phrase.first, phrase.last, FAIR))
        return
    if verb is not None and tree.lemma(verb) == "career":
        verb = tree.head(verb)
    if verb is None or tree.tokens[verb].upos != "VERB":
        return
    rise = tree.lemma(verb) in ("come", "rise") and any(tree.lemma(to) == "power" for to in tree.obliques(verb, "to"))
    if tree.lemma(verb) not in word_list("working_as") and not rise or tree.case(phrase.head) != "as":
        return
    over = tree.tokens[verb].feats.get("Tense") == "Past" and not tree.children(verb, "aux") and not rise
    tenure: Tenure | None = "former" if over else None
    told = Holding("", phrase, verb, verb, phrase.last, LIKELY, phrase.tenure or tenure)
    yield from held_by(reader, tree.subjects(verb), told)


def _as_well(reader: Reader, phrase: TitlePhrase) -> Iterator[Holding]:
    """ "As finance minister, she cut taxes", "While mayor of Oslo, he cut taxes": said at the head of a sentence."""
    tree, verb = reader.tree, reader.tree.head(phrase.head)
    opens = phrase.first - 1
    if verb is None or opens < 0 or reader.lower(opens) not in ("as", "while") or phrase.head > verb:
        return
    first = opens == 0 or tree.tokens[opens - 1].sentence != tree.tokens[opens].sentence
    if not first or not tree.is_a(phrase.head, "obl", "advcl") or tree.tokens[verb].upos != "VERB":
        return
    while_then = reader.lower(opens) == "while" and tree.tokens[verb].feats.get("Tense") == "Past"
    tenure: Tenure | None = "former" if while_then else None
    told = Holding("", phrase, phrase.head, phrase.first, phrase.first, FAIR, phrase.tenure or tenure)
    yield from held_by(reader, tree.subjects(verb), told)


def _named_for(reader: Reader, phrase: TitlePhrase) -> Iterator[Holding]:
    """ "They nominated Lars Edmond for president and Ana Torvald for vice president"."""
    tree, head = reader.tree, reader.tree.head(phrase.head)
    name = reader.names.at.get(phrase.first - 2)
    if name is not None and name.kind == "person" and reader.lower(phrase.first - 1) == "for":
        above = (*tree.ancestors(phrase.head), *(() if head is None else (head,)))
        if any(tree.lemma(token) in (*NAMING, "ticket", "slate") for token in above):
            told = Holding("", phrase, phrase.head, name.first, phrase.last, LIKELY, "candidate")
            yield from held_by(reader, (name.last,), told)
            return
    if head is None or tree.case(phrase.head) != "for" or not tree.is_a(phrase.head, "obl", "nmod"):
        return
    naming = tree.lemma(head) in NAMING or any(tree.lemma(verb) in NAMING for verb in tree.ancestors(head))
    found = tree.children(head, "obj", "nsubj:pass") if tree.lemma(head) in NAMING else (head,)
    told = Holding("", phrase, head, head, phrase.last, FAIR, "candidate")
    yield from held_by(reader, found if naming else (), told)
