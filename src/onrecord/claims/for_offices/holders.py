"""Holders: who has each title of a text, by names beside it, verbs, nouns and the tree."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from onrecord.claims.for_offices.behind import CLOSERS, names_after
from onrecord.claims.for_offices.holding import (
    FAIR,
    LIKELY,
    SURE,
    Holding,
    appointed_to,
    case_of,
    first_told,
    held_by,
    outermost,
    persons_at,
    put_in_place,
    subjects_of,
    turned,
    verb_words,
)
from onrecord.claims.for_offices.joined import LATER, gapped, joined, share_words
from onrecord.claims.for_offices.roles import by_role
from onrecord.claims.for_offices.rosters import is_counted
from onrecord.claims.for_offices.title_phrase import TitlePhrase
from onrecord.claims.for_offices.titles import Reader
from onrecord.claims.grammar import APPOSING, MARKS
from onrecord.claims.status import find_status
from onrecord.lexicon.titles import Turn
from onrecord.lexicon.word_lists import word_list
from onrecord.model import Name, Tenure

OPENERS = APPOSING | {"("}
GOVERNING = ("state", "portfolio")
ASKING = word_list("pressing")


def find_holdings(reader: Reader, phrases: tuple[TitlePhrase, ...]) -> Iterator[Holding]:
    """For each title the persons it is said of, by the first way that finds any."""
    phrases = tuple(share_words(reader, phrases))
    before: dict[int, tuple[Name, ...]] = {}
    for number in range(len(phrases) - 1, -1, -1):
        before[number] = names_after(reader, phrases, number, before)
    held: dict[int, tuple[Holding, ...]] = {}
    for number, phrase in enumerate(phrases):
        if number and _repeats(reader, phrases[number - 1], phrase):
            held[number] = ()
            continue
        named = _beside(reader, phrase, before[number]) or tuple(_name_before(reader, phrase))
        held[number] = (
            named
            or first_told(reader, phrase, _named_as, _made_so)
            or tuple(gapped(reader, phrases, number, held))
            or tuple(joined(reader, phrases, number, held))
            or first_told(reader, phrase, _by_verb, by_role, _by_tree)
        )
    for number, phrase in enumerate(phrases):
        held[number] = held[number] or tuple(_by_reference(reader, phrase, held))
        if number:
            held[number] = tuple(_of_same_country(reader, one, held[number - 1]) for one in held[number])
        yield from held[number]


def _of_same_country(reader: Reader, holding: Holding, earlier: Sequence[Holding]) -> Holding:
    """The holding; in "Norwegian president A and foreign minister B" both are of one country, or of one body."""
    phrase, last = holding.phrase, earlier[-1].last if earlier else -1
    gap = [reader.lower(token) for token in range(last + 1, phrase.first)]
    if not earlier or gap not in (["and"], [","], [",", "and"]) or phrase.definite or phrase.country or phrase.body:
        return holding
    above = earlier[-1].phrase
    if above.body is not None and phrase.word.words == ("vice", *above.word.words):
        return replace(holding, phrase=replace(phrase, body=above.body, country=above.country))
    if phrase.word.kind not in GOVERNING or above.word.kind not in GOVERNING:
        return holding
    return replace(holding, phrase=replace(phrase, country=earlier[-1].phrase.country))


def _repeats(reader: Reader, earlier: TitlePhrase, phrase: TitlePhrase) -> bool:
    """True for the rank in "Commandant Admiral Torvald" and for the words in "MP (Member of Parliament)"."""
    if phrase.word.kind == "rank" and phrase.first == earlier.last + 1:
        return True
    return phrase.first == earlier.last + 2 and reader.lower(earlier.last + 1) == "("


def _beside(reader: Reader, phrase: TitlePhrase, names: tuple[Name, ...]) -> tuple[Holding, ...]:
    persons = [(name, reader.names.entity_of(name)) for name in names]
    return tuple(
        Holding(who, _with_house(reader, phrase, name), phrase.head, min(phrase.first, name.first), name.last, SURE)
        for name, who in persons
        if who is not None
    )


def _with_house(reader: Reader, phrase: TitlePhrase, name: Name) -> TitlePhrase:
    """The phrase with the body or country told behind the name: "Chief Torvald of the Norland Police"."""
    tokens, token = reader.tree.tokens, name.last + 1
    if phrase.body or reader.lower(token) != "of":
        return phrase
    start = token + 2 if reader.lower(token + 1) == "the" else token + 1
    while start + 1 < len(tokens) and tokens[start].upos == "ADJ" and tokens[start].text.islower():
        start += 1  # "of the conservative Karsk Front"
    house = reader.names.at.get(start)
    entity = reader.names.entity_of(house) if house is not None else None
    return reader.with_entity(phrase, entity) if phrase.word.kind != "seat" else phrase


def _name_before(reader: Reader, phrase: TitlePhrase) -> Iterator[Holding]:
    """The person of "Ana Torvald, the former mayor of London," and of "Ana Torvald of Ohio (a senator)"."""
    tokens, token = reader.tree.tokens, phrase.first - 1
    if phrase.plural and is_counted(reader, phrase):
        return  # "Mayor Ana Torvald, 11 representatives and several officials"
    if token > 1 and reader.lower(token) == "as" and tokens[token - 1].text == ",":
        turns = (reader.titles.verbs.get(verb_words(reader.tree, verb)) for verb in reader.tree.ancestors(phrase.head))
        if any(turn is not None and turn.before is not None for turn in turns):
            return  # "succeeded her father, Lars Edmond, as president"
        before = reader.names.at.get(token - 2)
        if before is not None and any(reader.tree.is_a(at, "nmod", "obl") for at in reader.names.heads_of(before)):
            return  # "joined the coup of Olaf Berg, as a lieutenant"
        token -= 1  # "Torvald, as minister of the interior, had"
    if token < 1 or tokens[token].text not in OPENERS or not (token < phrase.first - 1 or _closes(reader, phrase)):
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
    if reader.tree.is_a(phrase.head, "appos"):
        # "Ana Torvald, Lady Karsk, the Lord President": the tree knows which of the two names is meant.
        joined = phrase.plural or reader.lower(name.first - 1) not in ("and", "&")  # "A and B, the mayor": B alone is
        person = (reader.names.person_at(reader.tree.tokens[phrase.head].head) if joined else None) or person
    if person is not None:
        yield Holding(person, phrase, phrase.head, name.first, phrase.last, SURE)


def _closes(reader: Reader, phrase: TitlePhrase) -> bool:
    """True when the phrase ends as an apposition does, not as the subject of what follows."""
    tokens, end = reader.tree.tokens, phrase.last + 1
    turned_to = [token.upos for token in tokens[end + 1 : end + 2]] if reader.lower(end) == "turned" else []
    if reader.tree.is_a(phrase.head, "appos") or turned_to in (["NOUN"], ["PROPN"], ["ADJ"]):
        return True  # "a judge turned minister", not "turned down"
    if reader.tree.is_a(phrase.head, "nsubj", "obj", "obl"):
        return _is_second_subject(reader, phrase)
    return (
        end >= len(tokens)
        or tokens[end].text in (*CLOSERS, "turned")
        or tokens[end].sentence != tokens[phrase.head].sentence
    )


def _is_second_subject(reader: Reader, phrase: TitlePhrase) -> bool:
    """True for the spokesman of "according to A, B's spokesman, C left", taken for one more subject of the verb."""
    tree, verb, end = reader.tree, reader.tree.head(phrase.head), phrase.last + 1
    enclosed = reader.lower(end) == "," and tree.is_a(phrase.head, "nsubj")
    return enclosed and verb is not None and any(kid != phrase.head for kid in tree.children(verb, "nsubj"))


def _by_verb(reader: Reader, phrase: TitlePhrase) -> Iterator[Holding]:
    """Holders told by "became", "was elected", "served as", "was appointed as"."""
    tree = reader.tree
    base = outermost(tree, phrase)
    verb = tree.head(base)
    if verb is None or tree.tokens[verb].upos in ("NOUN", "PROPN"):
        return  # "his pick for minister" picks nobody by itself
    if phrase.first < verb and tree.is_a(base, "nsubj"):
        return  # "the president appointed her" says that he appoints
    again = tree.is_a(base, "conj") and tree.case(base) in ("for", "as")  # "ran for A, and for B"
    if not again and not tree.is_a(base, "xcomp", "obl", "obj", "advcl", "nsubj", "ccomp", "nmod"):
        return
    turn = reader.titles.verbs.get(verb_words(reader.tree, verb))
    if turn is None or (tree.is_a(base, "obl", "nmod") and case_of(reader, phrase) not in ("as", "for", "to")):
        return
    copula = tree.child(base, "cop")
    within = copula is not None and copula < verb < phrase.head  # so parsers read "was re-elected president", too
    if copula is not None and not within and tree.tokens[copula].feats.get("VerbForm") == "Fin":
        return  # "when Lars Edmond was minister, she ran the agency"
    if copula is not None and "for" in tree.lemmas_under(base, "mark"):
        return  # "was dismissed for being a judge"
    if turn.word == "leave" and not tree.objects(verb) and not tree.is_passive(verb):
        turn = reader.titles.verbs["quit"]  # "left as director"
    above = tree.head(verb)
    if turn.before is not None and above is not None and tree.lemma(above) in ("run", "stand", "campaign", "vie"):
        turn = replace(turn, tenure="candidate", before=None)  # "is running to succeed her as mayor"
    asked = tree.is_a(verb, "xcomp", "ccomp", "advcl") and tree.lemma_above(verb) in ASKING
    if turn.tenure == "candidate" and asked:
        return  # "urged her to run for president"
    if turn.word == "make" and tree.case(phrase.head) is not None:
        return  # "made that clear to the president"
    if turn.word == "make" and phrase.definite:
        turn = replace(turn, change=None)  # "making her the longest-serving member"
    if turn.before is not None and case_of(reader, phrase) != "as":
        return  # "succeeded the president" names no office of the successor
    holders, others = _sides_of(reader, phrase, verb, turn)
    later = again and bool(set(LATER[:5]) & {reader.lower(token) for token in range(verb + 1, phrase.first)})
    for held in turned(reader, phrase, verb, turn, holders):
        yield replace(held, predicate=phrase.head) if later else held  # "and later as leader": at another time
    if turn.before is not None and find_status(tree, verb) == "asserted" and phrase.tenure is None:
        yield from turned(reader, phrase, verb, replace(turn, tenure=turn.before, change=None, past=None), others)


def _named_as(reader: Reader, phrase: TitlePhrase) -> Iterator[Holding]:
    """The person right before "as": "appointed A as minister, B as judge", "with A as minister and B as judge"."""
    name = reader.names.at.get(phrase.first - 2)
    if name is None or name.kind != "person" or reader.lower(phrase.first - 1) != "as":
        return
    if any(reader.tree.case(head) == "by" for head in reader.names.heads_of(name)):
        return  # "was appointed by Lars Edmond as minister"
    verbs = [verb for verb in reader.tree.ancestors(phrase.head) if reader.tree.tokens[verb].upos == "VERB"]
    turns = [reader.titles.verbs.get(verb_words(reader.tree, verb)) for verb in verbs]
    if any(turn is not None and turn.before is not None for turn in turns):
        return  # "succeeded Lars Edmond as president"
    told = next(((verb, turn) for verb, turn in zip(verbs, turns, strict=True) if turn is not None), None)
    if told is not None and not told[1].subject_holds:
        yield from turned(reader, phrase, told[0], told[1], (name.last,))
    elif reader.lower(name.first - 1) == "with":
        told_so = Holding("", phrase, phrase.head, name.first, phrase.last, FAIR)
        yield from held_by(reader, (name.last,), told_so)


def _made_so(reader: Reader, phrase: TitlePhrase) -> Iterator[Holding]:
    """The person of "elected Ana Torvald president", whatever the tree makes of the title behind the name."""
    tree, name = reader.tree, _named_up_to(reader, phrase)
    verb = name.first - 1 if name is not None else -1
    while verb > 0 and tree.tokens[verb].upos in ("PROPN", "NOUN") and reader.word_at(verb) is not None:
        verb -= 1
    if name is None or verb < 0 or tree.tokens[verb].upos != "VERB" or tree.children(verb, "aux:pass"):
        return
    turn = reader.titles.verbs.get(verb_words(tree, verb))
    if turn is not None and not turn.subject_holds:
        yield from turned(reader, phrase, verb, turn, (name.last,))


def _named_up_to(reader: Reader, phrase: TitlePhrase) -> Name | None:
    """The person right before a title, or before the "of Karsk" and the "a" in between."""
    end = phrase.title_first - 1
    if phrase.first == end and reader.lower(end) in ("a", "an"):
        end -= 1
        place = reader.names.at.get(end)
        if place is not None and place.kind == "place" and reader.lower(place.first - 1) in ("of", "from"):
            end = place.first - 2
    name = reader.names.at.get(end)
    return name if name is not None and name.kind == "person" else None


def _sides_of(reader: Reader, phrase: TitlePhrase, verb: int, turn: Turn) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Tokens of who holds the office by the verb, and of those before them ("replaced A", "took over from A")."""
    tree = reader.tree
    if turn.subject_holds:
        if told := appointed_to(reader, verb):
            return told, (*tree.objects(verb), *tree.obliques(verb, "from"))
        if turn.before and (new := put_in_place(reader, verb)):
            return new, tree.objects(verb)
        if tree.is_passive(verb):
            agents = tree.agents(verb) or tree.obliques(phrase.head, "by")
            return (agents, subjects_of(reader, verb)) if turn.before else (subjects_of(reader, verb), ())
        return subjects_of(reader, verb), (*tree.objects(verb), *tree.obliques(verb, "from"))
    if tree.is_passive(verb):
        return subjects_of(reader, verb), ()
    named = reader.names.at.get(phrase.first - 1)  # parsers take "appointed Ana Torvald minister" apart oddly
    beside = (named.last,) if named is not None and named.first > verb else ()
    return beside or tree.objects(verb) or subjects_of(reader, verb), ()


def _by_tree(reader: Reader, phrase: TitlePhrase) -> Iterator[Holding]:
    """Holders told by "is", by apposition and by a title that the tree hangs on a name."""
    tree, head = reader.tree, phrase.head
    copula = tree.child(head, "cop")
    governor = tree.head(head)
    if copula is None and governor is not None and tree.is_a(head, "appos") and governor not in reader.names.at:
        copula, head = tree.child(governor, "cop"), governor  # "was for eight years the mayor", "was at the time mayor"
    if copula is None and (first := tree.conjuncts(head)[0]) != head:
        copula, head = tree.child(first, "cop"), first  # "was a teacher and a senator"
    if copula is not None:
        turns = (reader.titles.verbs.get(tree.lemma(kid)) for kid in tree.children(head, "amod") if kid > copula)
        turn = next((turn for turn in turns if turn is not None and not turn.subject_holds), None)
        if turn is not None and not phrase.definite:  # parsers read "was re-elected president" so
            yield from turned(reader, phrase, head, turn, tree.subjects(head))
            return
        auxiliaries = (tree.tokens[kid].feats for kid in tree.children(head, "aux"))
        perfect = any(feats.get("Tense") == "Pres" and feats.get("VerbForm") == "Fin" for feats in auxiliaries)
        gone = tree.tokens[copula].feats.get("Tense") == "Past" and not perfect  # "has been president since"
        ceased = tree.is_a(head, "xcomp") and tree.lemma_above(head) in ("use", "cease")  # "used to be mayor"
        past: Tenure | None = "former" if gone or ceased else None
        subjects = tree.subjects(head)
        if reader.lower(copula) == "is":  # nobody says "I is"
            subjects = tuple(one for one in subjects if reader.lower(one) != "i")
        before = [one for one in subjects if one < copula]  # "was mayor and Lars Edmond left"
        told = Holding("", phrase, head, phrase.first, phrase.last, LIKELY, phrase.tenure or past)
        yield from held_by(reader, before or subjects, told)
        return
    head = phrase.head
    linked = [*tree.children(head, "appos", "nmod:desc", "flat")]
    base = tree.conjuncts(head)[0]
    governor = tree.head(base)
    others = phrase.plural and not phrase.definite and (base != head or is_counted(reader, phrase))
    if governor is not None and tree.is_a(base, "appos", "nmod:desc") and not others:
        linked.append(governor)  # not of "Ana Torvald, 11 representatives and several officials"
    for token in linked:
        first, last = min(token, phrase.first), max(token, phrase.last)
        if any(tree.tokens[between].text in MARKS for between in range(first, last)):
            continue  # “Mr President,” said Ana Torvald
        for person in persons_at(reader, (token,)):
            yield Holding(person, phrase, head, first, last, FAIR)


def _by_reference(reader: Reader, phrase: TitlePhrase, held: dict[int, tuple[Holding, ...]]) -> Iterator[Holding]:
    """A title used for a person who is named elsewhere ("the Foreign Secretary met").

    Left out where somebody is told to hold that office, or the person one of the same kind: then it tells nothing new.
    """
    if phrase.plural or not (phrase.definite or reader.tree.tokens[phrase.head].upos == "PROPN"):
        return
    known = [holding for holdings in held.values() for holding in holdings]
    if any(one.phrase.word == phrase.word and one.score > FAIR for one in known):
        return
    for person in persons_at(reader, (phrase.head,)):
        if not any(one.person == person and one.phrase.word.kind == phrase.word.kind for one in known):
            yield Holding(person, phrase, phrase.head, phrase.first, phrase.last, FAIR)
