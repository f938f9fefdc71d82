"""A person with a title, and what a verb or a noun tells of who gets, holds or loses it."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from onrecord.claims.for_offices.title_phrase import TitlePhrase
from onrecord.claims.for_offices.titles import Reader
from onrecord.claims.tree import Tree
from onrecord.lexicon.titles import Turn
from onrecord.model import Change, Tenure

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


def persons_at(reader: Reader, tokens: Iterable[int]) -> Iterator[str]:
    """The persons whom the tokens stand for, of "both" each of the two."""
    for token in tokens:
        pair = reader.pairs.get(token, ())
        person = reader.names.person_at(token) or _named_behind(reader, token)
        yield from (one for one in pair if reader.cast.kind(one) == "person")
        if person is not None and not pair:
            yield person


def along_with(tree: Tree, verb: int) -> tuple[int, ...]:
    """Tokens of those who share what the verb tells: "resigned along with Ana Torvald"."""
    found = tree.obliques(verb, "with", "along with", "together with")
    opening = ((one, tree.subtree(one)[0]) for one in found)
    return tuple(one for one, first in opening if {tree.lemma(first), tree.lemma(first - 1)} & {"along", "together"})


def appointed_to(reader: Reader, verb: int) -> tuple[int, ...]:
    """Who was appointed in "appointed Ana Torvald to replace Lars Edmond as minister"."""
    tree, above = reader.tree, reader.tree.head(verb)
    if above is None or tree.tokens[verb].feats.get("VerbForm") != "Inf" or not tree.is_a(verb, "xcomp", "advcl"):
        return ()
    turn = reader.titles.verbs.get(verb_words(tree, above))
    return tree.objects(above) if turn is not None and not turn.subject_holds and not tree.is_passive(above) else ()


def put_in_place(reader: Reader, verb: int) -> tuple[int, ...]:
    """Tokens of the persons whom somebody else lets follow: "replaced Minister Lars Edmond with Ana Torvald"."""
    hosts = (verb, *reader.tree.objects(verb))
    found = (one for host in hosts for one in reader.tree.obliques(host, "with"))
    return tuple(one for one in found if reader.names.person_at(one) is not None)


def held_by(reader: Reader, tokens: Iterable[int], told: Holding) -> Iterator[Holding]:
    """The holding, told of each person whom the tokens stand for, in the words from there to its own."""
    for token in tokens:
        first, last = min(token, told.first), max(token, told.last)
        yield from (replace(told, person=one, first=first, last=last) for one in persons_at(reader, (token,)))


def first_told(
    reader: Reader, phrase: TitlePhrase, *ways: Callable[[Reader, TitlePhrase], Iterable[Holding]]
) -> tuple[Holding, ...]:
    """The holdings by the first of these ways that finds any."""
    return next(filter(None, (tuple(way(reader, phrase)) for way in ways)), ())


def _named_behind(reader: Reader, token: int) -> str | None:
    """Whom the pronoun means in "while she was mayor, Ana Torvald built it", where nobody is named before."""
    tree, below = reader.tree, token
    for above in tree.ancestors(token) if tree.tokens[token].upos == "PRON" else ():
        if tree.tokens[above].upos == "VERB" and tree.is_a(below, "advcl", "obl") and below < above:
            behind = (subject for subject in tree.subjects(above) if subject > below)
            return next(filter(None, map(reader.names.person_at, behind)), None)
        below = above
    return None


def case_of(reader: Reader, phrase: TitlePhrase) -> str | None:
    """The preposition before a title, whatever word parsers hang it on."""
    before = phrase.first - 1
    adposition = before >= 0 and reader.tree.tokens[before].upos == "ADP"
    return reader.tree.case(phrase.head) or (reader.lower(before) if adposition else None)


def outermost(tree: Tree, phrase: TitlePhrase) -> int:
    """The word of the title that hangs on what is outside it: parsers let "managing" govern "director"."""
    base = phrase.head
    while (above := tree.head(base)) is not None and phrase.title_first <= above <= phrase.title_last:
        base = above
    return base


def verb_words(tree: Tree, verb: int) -> str:
    """The verb's lemma with the particle that changes its sense ("step down")."""
    particles = map(tree.lemma, tree.children(verb, "compound:prt", "advmod"))
    particle = next((word for word in particles if word in ("down", "over", "aside", "out", "back")), None)
    return f"{tree.lemma(verb)} {particle}" if particle else tree.lemma(verb)


def subjects_of(reader: Reader, verb: int) -> tuple[int, ...]:
    """The verb's subjects, or the person right before it where the tree has none."""
    tree = reader.tree
    found = tuple(whom for token in tree.subjects(verb) for whom in _called(reader, token))
    if found:
        return found
    token = verb - 1
    while token > 0 and tree.tokens[token].upos in ("AUX", "ADV", "PART"):
        token -= 1
    same = token >= 0 and tree.tokens[token].sentence == tree.tokens[verb].sentence
    return (token,) if same and reader.names.person_at(token) is not None else ()


def _called(reader: Reader, token: int) -> tuple[int, ...]:
    """The token, or who is said to be it: "became the first woman to serve as mayor"."""
    tree, person = reader.tree, reader.names.person_at(token)
    if person is not None and reader.names.has_name(person):
        return (token,)
    head = tree.head(token)
    if head is not None and tree.is_a(token, "appos") and reader.names.person_at(head) is not None:
        return (head,)  # "Lars Edmond, a Republican who served as mayor"
    if tree.children(token, "cop"):
        return tree.subjects(token) or (token,)
    if head is not None and tree.is_a(token, "xcomp") and tree.lemma(head) in ("become", "remain", "make"):
        return (tree.objects(head) if tree.lemma(head) == "make" else tree.subjects(head)) or (token,)
    return (token,)


def _told_by(tree: Tree, verb: int) -> int:
    """The word that says how firmly it is told: in "became the first woman to serve as mayor" that is "became"."""
    noun = tree.head(verb)
    if noun is None or not tree.is_a(verb, "acl") or tree.tokens[verb].feats.get("VerbForm") != "Inf":
        return verb
    if tree.children(noun, "cop"):
        return noun
    head = tree.head(noun)
    return head if head is not None and tree.is_a(noun, "xcomp") else verb


def turned(reader: Reader, phrase: TitlePhrase, verb: int, turn: Turn, holders: tuple[int, ...]) -> Iterator[Holding]:
    """One holding for each person among the holders, with the tenure and the change that the turn tells.

    "Has served as mayor" is over unless it tells since when or for how long.
    """
    tree = reader.tree
    lasting = is_perfect(tree, verb) and any(tree.case(kid) in ("since", "for") for kid in tree.children(verb, "obl"))
    told = tree.tokens[verb].feats.get("Tense") == "Past" or is_before_verb(tree, verb)
    past = turn.past if told and not lasting else None
    tenure = phrase.tenure or past or turn.tenure
    others = [token for token in holders if token != phrase.head]  # not of "to elect the president"
    first, last = min(verb, phrase.first), max(verb, phrase.last)
    told_by = _told_by(tree, verb)
    yield from held_by(reader, others, Holding("", phrase, told_by, first, last, LIKELY, tenure, turn.change))


def is_before_verb(tree: Tree, verb: int) -> bool:
    """True for the "serving" of "after serving as mayor, Torvald left" and "while serving as mayor, she left"."""
    marks = [tree.lemma(kid) for kid in (*tree.children(verb, "mark"), *tree.children(verb, "case"))]
    main = tree.head(verb)
    past = main is not None and tree.tokens[main].feats.get("Tense") == "Past" and not tree.children(main, "aux")
    told = "after" in marks or ("while" in marks and past)
    return tree.tokens[verb].feats.get("VerbForm") in ("Ger", "Part") and told


def is_perfect(tree: Tree, verb: int) -> bool:
    """True for "has served", not for "had served"."""
    auxiliaries = (tree.tokens[kid] for kid in tree.children(verb, "aux"))
    return any(token.lemma == "have" and token.feats.get("Tense") == "Pres" for token in auxiliaries)
