"""Holders told by a noun that the title hangs on: "his tenure as", "gave her the post of"."""

from collections.abc import Iterator
from dataclasses import replace

from onrecord.claims.for_offices.holding import Holding, is_perfect, turned, verb_words
from onrecord.claims.for_offices.title_phrase import TitlePhrase
from onrecord.claims.for_offices.titles import Reader
from onrecord.claims.tree import Tree
from onrecord.lexicon.titles import Turn
from onrecord.lexicon.word_lists import word_list

HOLDING = ("hold", "occupy", "perform", "fill", "exercise", "discharge")
ENDING = ("end", "expire", "finish", "conclude")
VOTES = ("election", "re-election", "reelection", "vote", "contest")
DATED = ("take", "assume", "win", "leave", "vacate", "secure")
"""Verbs whose day is that of getting or losing the office: "took office as mayor on 1 January"."""
GIVING = ("give", "hand", "award", "entrust", "assign")


def by_role(reader: Reader, phrase: TitlePhrase) -> Iterator[Holding]:
    """Holders told by "his tenure as", "gave her the post of", "the resignation of Torvald as"."""
    tree = reader.tree
    base, noun = phrase.head, tree.head(phrase.head)
    while noun is not None and tree.is_a(base, "conj", "appos"):
        base, noun = noun, tree.head(noun)  # of "the functions of X, Y and Z" all hang on the first
    if noun is None or tree.tokens[noun].upos != "NOUN" or tree.lemma(noun) not in reader.titles.roles:
        base, noun = phrase.head, phrase.first - 2  # where the parser hung the title elsewhere
    beside = noun == phrase.first - 2  # "the functions of Minister of Defence", whatever the tree makes of the words
    hung = beside or tree.is_a(base, "nmod", "obl", "appos", "acl")
    if noun < 0 or not hung or tree.tokens[noun].upos != "NOUN":
        return
    turn = reader.titles.roles.get(tree.lemma(noun))
    case = tree.case(base) or reader.lower(phrase.first - 1)  # parsers now and then hang "as" on the verb
    if turn is None or case not in (("as",) if tree.lemma(noun) in ("year", "decade") else ("as", "of", "for", "to")):
        return
    verb = tree.head(noun)
    told = _as_told(reader, noun, turn)
    light = verb is not None and tree.is_a(noun, "obj") and verb_words(tree, verb) in DATED
    light = light or (told.change is not None and turn.change is None)  # "was stripped of his post"
    for held in turned(reader, phrase, noun, told, _of_role(reader, phrase, noun, turn)):
        yield replace(held, predicate=verb) if verb is not None and light else held


def _as_told(reader: Reader, noun: int, turn: Turn) -> Turn:
    """The role as its verb tells it: what was held is former, "gave him the post" appoints, "during his tenure"."""
    tree, verb = reader.tree, reader.tree.head(noun)
    past = verb is not None and tree.tokens[verb].feats.get("Tense") == "Past" and not tree.children(verb, "aux")
    case = tree.case(noun)
    spans = tree.lemma(noun) in ("tenure", "term", "year", "decade", "career", "work", "reign")
    if spans and (case in ("during", "throughout", "after", "following") or (case == "in" and past)):
        return replace(turn, tenure="former")
    if verb is not None and tree.is_a(noun, "obl") and case in ("to", "for"):
        return _appointing(reader, noun, turn)
    if verb is not None and tree.is_a(noun, "obl") and tree.lemma(verb) in ("strip", "relieve"):
        return replace(turn, tenure="former", change="dismissed")
    if verb is not None and tree.is_a(noun, "obl") and case == "from":
        known = reader.titles.verbs.get(verb_words(tree, verb))
        lost = known is not None and known.tenure == "former" and turn.change is None
        return replace(turn, tenure="former", change=known.change) if known is not None and lost else turn
    if past and verb is not None and tree.lemma(verb) in ENDING and tree.is_a(noun, "nsubj") and turn.change is None:
        return replace(turn, tenure="former")
    if verb is None or not tree.is_a(noun, "obj", "nsubj:pass"):
        return turn
    if tree.lemma(verb) in ("seek", "want", "contest", "face", "lose") and tree.lemma(noun) in VOTES:
        return replace(turn, tenure="candidate", change=None)  # who lost an election had not got the office by it
    if tree.lemma(verb) in ("leave", "vacate", "relinquish", "lose", "quit") and turn.change is None:
        return replace(turn, tenure="former")
    if tree.lemma(verb) in ("win", "secure", "earn") and turn.change is None:
        return replace(turn, change="elected")
    if tree.lemma(verb) in HOLDING and tree.tokens[verb].feats.get("Tense") == "Past" and not is_perfect(tree, verb):
        return replace(turn, tenure="former")
    return replace(turn, change="appointed") if tree.lemma(verb) in GIVING and turn.change is None else turn


def _appointing(reader: Reader, noun: int, turn: Turn) -> Turn:
    """The role in "appointed to the post of": got as the verb tells."""
    verb = reader.tree.head(noun)
    known = reader.titles.verbs.get(verb_words(reader.tree, verb)) if verb is not None else None
    if known is None or known.subject_holds or turn.change is not None or not reader.tree.is_a(noun, "obl"):
        return turn
    return replace(turn, tenure=known.tenure, change=known.change)


def _of_role(reader: Reader, phrase: TitlePhrase, noun: int, turn: Turn) -> tuple[int, ...]:
    """Tokens of whose tenure or post it is, or, for "candidate" and the like, of who is called so."""
    tree, verb = reader.tree, reader.tree.head(noun)
    if not turn.subject_holds:
        if verb is not None and tree.is_a(noun, "appos", "nmod:desc"):
            return (verb,)
        if verb is not None and tree.is_a(noun, "obl") and tree.case(noun) == "as":
            return tree.objects(verb)
        if tree.children(noun, "cop") or tree.is_a(noun, "xcomp"):
            return tree.subjects(noun)
        name = reader.names.person_from(phrase.last + 2)  # "his choice for minister, Lars Edmond, declined"
        return (name.last,) if name is not None and reader.lower(phrase.last + 1) == "," else ()
    beside = (kid for kid in tree.obliques(noun, "of", "by") if kid != phrase.head)
    of = tuple(kid for kid in beside if not _is_title(reader, kid))  # "the posts of minister of X and minister of Y"
    owners = tree.children(noun, "nmod:poss") or of
    if owners or verb is None:
        return owners
    if tree.lemma(verb) in ("step", "assume", "fill", "inherit", "take") and _is_only_thought_of(tree, verb):
        return ()  # "is not interested in taking the post of"
    given = tree.children(verb, "iobj") if tree.is_a(noun, "obj") else tree.objects(verb)
    return given or tree.subjects(noun) or tree.subjects(verb)


def _is_only_thought_of(tree: Tree, verb: int) -> bool:
    """True for an infinitive or "-ing" form under words that do not tell that it comes about."""
    head = tree.head(verb)
    if head is None or tree.tokens[verb].feats.get("VerbForm") not in ("Inf", "Ger"):
        return False
    return tree.is_a(verb, "advcl", "acl", "xcomp", "ccomp") and tree.lemma(head) not in word_list("coming_about")


def _is_title(reader: Reader, token: int) -> bool:
    """True for a common noun that is a title and stands for nobody who is named."""
    person = reader.names.person_at(token)
    return reader.word_at(token) is not None and (person is None or not reader.names.has_name(person))
