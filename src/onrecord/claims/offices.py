"""Offices: who holds, held, will hold or lost which office, as titles beside names, verbs and nouns tell it."""

from collections.abc import Iterator
from dataclasses import replace

from onrecord.claims.draft import OfficeDraft
from onrecord.claims.for_offices.bodies import Bodies
from onrecord.claims.for_offices.careers import (
    find_candidacies,
    find_counterparts,
    find_turns,
    is_told_better,
)
from onrecord.claims.for_offices.deaths import find_dead
from onrecord.claims.for_offices.holders import find_holdings
from onrecord.claims.for_offices.holding import LIKELY, SURE, Holding
from onrecord.claims.for_offices.reigns import find_reigns
from onrecord.claims.for_offices.results import find_results
from onrecord.claims.for_offices.rosters import find_rosters, with_own_countries
from onrecord.claims.for_offices.seats import find_seats
from onrecord.claims.for_offices.stations import find_stations
from onrecord.claims.for_offices.successions import find_successions
from onrecord.claims.for_offices.tenures import office_words, tenure_of
from onrecord.claims.for_offices.title_links import find_phrases
from onrecord.claims.for_offices.title_phrase import TitlePhrase
from onrecord.claims.for_offices.titles import Reader
from onrecord.claims.tree import Tree
from onrecord.claims.who import Cast
from onrecord.lexicon.bodies import load_body_words
from onrecord.lexicon.first_names import load_first_names
from onrecord.lexicon.nouns import load_nouns
from onrecord.lexicon.ties import load_ties
from onrecord.lexicon.titles import load_titles
from onrecord.model import Change, Office, Tenure

Seen = dict[tuple[str, frozenset[str]], set[tuple[Tenure, Change | None, str | None, int]]]
"""What is told of a person and the words of a title: tenure, change, body and sentence."""
VAGUE = (("leader",), ("head",), ("chief",), ("founder",), ("manager",))
CALLINGS = (("advocate",), ("analyst",), ("researcher",), ("political", "scientist"))
"""What people do for a living, and an office only at a body."""
JUDICIAL = (("judge",), ("prosecutor",))
VOICES = ("press secretary", "press officer")
"""Titles of those who speak for others, beside the nouns for them."""
STYLES = ("majesty", "highness", "excellency", "holiness", "honour", "honor")


def find_offices(tree: Tree, cast: Cast) -> Iterator[OfficeDraft]:
    """One draft for each person, title, tenure and change that the document tells, in the order of the text."""
    reader = Reader(tree, cast, load_titles())
    phrases = tuple(find_phrases(reader))
    seen: Seen = {}
    beside = with_own_countries(reader, phrases, tuple(find_holdings(reader, phrases)))
    stations = (*beside, *find_stations(reader, phrases, beside))
    found = (*stations, *find_rosters(reader, phrases, stations))
    held = sorted(found, key=lambda one: (one.score < LIKELY, one.first, one.last, one.person))
    dead = frozenset(find_dead(reader, held))
    bodies = Bodies(reader, held, dead)
    former = frozenset((one.person, office_words(reader, one.phrase)) for one in held if one.phrase.tenure == "former")
    drafts = [draft for holding in held if (draft := _draft(bodies, holding, former)) is not None]
    drafts.extend(find_counterparts(reader, held))
    drafts.extend(find_candidacies(reader, held, bodies.home()))
    drafts.extend(find_results(reader, held, bodies.home()))
    drafts.extend(find_seats(reader, held, bodies.home()))
    drafts.extend(find_reigns(reader, held, bodies.home()))
    drafts = [draft for draft in drafts if not is_told_better(reader, draft, drafts)]
    drafts = [_outlived(draft, dead) for draft in drafts]
    told = [draft for draft in drafts if _is_new(draft, reader, seen)]
    told = [_tried(draft, tree) for draft in find_successions(reader, held, told)]
    yield from sorted(find_turns(reader, held, told), key=lambda draft: draft.evidence)


def find_spoken_for(tree: Tree, cast: Cast) -> dict[str, str]:
    """For each person who speaks for a body as a spokesman does, that body (entity ids)."""
    nouns, lemmas = load_nouns(), {token.lemma.lower() for token in tree.tokens}
    if "press" not in lemmas and not any(nouns.denotes(lemma, "voice") for lemma in lemmas):
        return {}
    found: dict[str, str] = {}
    for draft in find_offices(tree, cast):
        office = draft.what
        if office.tenure == "current" and office.body is not None:
            title = office.title.lower()
            if nouns.denotes(title.split()[-1], "voice") or title in VOICES:
                found[office.person] = office.body
    return found


def _draft(bodies: Bodies, holding: Holding, former: frozenset[tuple[str, tuple[str, ...]]]) -> OfficeDraft | None:
    phrase, reader = holding.phrase, bodies.reader
    name = reader.cast.entities[holding.person].name.lower()
    if not reader.names.has_name(holding.person) or name in reader.titles.by_first:
        return None  # nobody, or a title that was taken for a name
    if (phrase.title_first == phrase.title_last and reader.lower(phrase.head) == name.split()[-1]) or name in STYLES:
        return None  # the surname of "Lars Dean" and "Ana Mayor", or "Her Majesty"
    if _is_first_name(reader, phrase) or not _names_an_office(phrase, holding, reader):
        return None
    tenure = tenure_of(bodies, holding, former)
    if tenure is None:
        return None
    body = bodies.body(phrase) or bodies.appointing(phrase, holding.predicate)
    given = bodies.of_giver(phrase, holding.predicate) if holding.change and not (phrase.country or body) else None
    country = given or bodies.country(phrase, body, holding.person, now=tenure == "current")
    title = _title_text(reader, phrase)
    change = holding.change or _change_before(reader, phrase, tenure)
    office = Office(holding.person, title, body, country, tenure, change)
    return OfficeDraft(office, holding.predicate, (reader.tree.span(holding.first, holding.last),), holding.score)


def _is_first_name(reader: Reader, phrase: TitlePhrase) -> bool:
    """True for the "Dean" of "Dean Torvald", who need not be a dean."""
    alone = phrase.first == phrase.title_last and phrase.body is None and phrase.country is None
    return alone and reader.lower(phrase.head) in load_first_names()


def _change_before(reader: Reader, phrase: TitlePhrase, tenure: Tenure) -> Change | None:
    """The change that a participle before the title tells: "newly elected president", "ousted president"."""
    words = (reader.tree.lemma(token) for token in range(phrase.first, phrase.title_first))
    words = (word.rpartition("-")[2] for word in words)
    turns = (reader.titles.verbs.get(word.removesuffix("ed")) for word in words)
    told = (turn for turn in turns if turn is not None and not turn.subject_holds and turn.change is not None)
    return next((turn.change for turn in told if turn.tenure != "former" or tenure == "former"), None)


def _tried(draft: OfficeDraft, tree: Tree) -> OfficeDraft:
    """The draft; who "ran unsuccessfully" did run."""
    office = draft.what
    tried = "unsuccessfully" in tree.lemmas_under(draft.predicate, "advmod")
    return draft if not tried or office.tenure != "candidate" else replace(draft, status="asserted")


def _outlived(draft: OfficeDraft, dead: frozenset[str]) -> OfficeDraft:
    """The draft, of a former office when its holder is told to be dead."""
    office = draft.what
    if office.tenure != "current" or office.person not in dead:
        return draft
    return replace(draft, what=replace(office, tenure="former"))


def _title_text(reader: Reader, phrase: TitlePhrase) -> str:
    """The title's words in the singular, without a prefix that is joined to them with a hyphen."""
    tree = reader.tree
    words = tree.words(phrase.title_first, phrase.title_last)
    if phrase.plural:
        noun, start = tree.tokens[phrase.head], tree.tokens[phrase.title_first].span.start
        one = noun.text.removesuffix("s.") + "." if noun.text.endswith("s.") else noun.lemma
        one = one.upper() if noun.text[:2].isupper() else one.capitalize() if noun.text[:1].isupper() else one
        words = words[: noun.span.start - start] + one + words[noun.span.end - start :]
    words = " ".join(words.split())
    head, dash, rest = words.partition("-")
    return rest if dash and head.lower() in reader.titles.prefixes and phrase.tenure != "acting" else words


def _names_an_office(phrase: TitlePhrase, holding: Holding, reader: Reader) -> bool:
    """A "leader" or a "director" is an office only with a body, a country or a modifier beside it."""
    if phrase.word.words == ("member",):
        name = reader.cast.entities[phrase.body].name if phrase.body else ""
        words = set(name.lower().split())
        return load_ties().names_chamber(words) and not words & {"committee", "caucus"}
    if phrase.word.words in CALLINGS:
        return phrase.body is not None  # "a long-time advocate for reform" holds none
    if phrase.word.words == ("chief",) and _is_style(reader, phrase):
        return False
    if phrase.word.kind == "candidate" and phrase.word.words != ("running", "mate"):
        body = reader.cast.entities[phrase.body].name.lower() if phrase.body else ""
        wanted = phrase.word.words == ("nominee",) or bool(load_ties().chambers & set(body.split()))
        wanted = wanted and (holding.score >= SURE or phrase.word.words == ("nominee",))
        return phrase.title_first < phrase.head or (bool(body) and wanted)  # "Senate candidate Ana Torvald"
    if phrase.word.alone or phrase.body or phrase.country or phrase.title_first < phrase.head:
        return True
    told = holding.score >= LIKELY or phrase.tenure is not None
    if phrase.owner is not None or (told and _has_followers(reader, phrase)):
        return True
    if phrase.first == phrase.title_first and not phrase.plural and reader.tree.children(phrase.head, "cop"):
        return holding.score >= LIKELY and reader.tree.case(phrase.head) is None  # "was speaker from 2007 to 2011"
    article = phrase.first == phrase.title_first - 1 and reader.lower(phrase.first) in ("a", "an")
    bare = (article or phrase.first == phrase.title_first) and phrase.word.words not in VAGUE and not phrase.plural
    got = reader.tree.lemma(holding.predicate)
    if bare and holding.score >= LIKELY and holding.tenure == "former":
        return True  # "was a judge", "was a teacher and a commissioner"
    if bare and holding.score >= LIKELY and (got in ("become", "serve", "spend", "work") or got in reader.titles.roles):
        return True  # "became speaker in May", "his career as a prosecutor"
    if phrase.word.kind in ("rank", "seat"):
        listed = phrase.plural and holding.last > phrase.last  # "Councillors – A, B – voted"
        return holding.score >= SURE or holding.change is not None or listed
    if phrase.word.kind == "portfolio" and phrase.title_last > phrase.head:
        return True
    capital = reader.tree.tokens[phrase.head].text[:1].isupper()
    given = any(reader.tree.lemma(kid) in reader.titles.verbs for kid in reader.tree.children(phrase.head, "amod"))
    if holding.score >= LIKELY and (phrase.tenure is not None or holding.change is not None or given):
        return True  # "a former diplomat", "was elected leader", "newly appointed director"
    called = phrase.definite and phrase.word.words not in VAGUE  # "the judge, Ana Torvald, said"
    called = called or phrase.word.words in JUDICIAL  # "local prosecutor Ana Torvald"
    return holding.score >= SURE and holding.last > phrase.last and (capital or called)


def _is_style(reader: Reader, phrase: TitlePhrase) -> bool:
    """True for the "Chief" or "High Chief" right before a name, of no body: so elders and notables are called."""
    words = [reader.lower(token) for token in range(phrase.first, phrase.title_last + 1)]
    told = phrase.body is not None or phrase.owner is not None or _has_followers(reader, phrase)
    return words in (["chief"], ["high", "chief"]) and not told


def _has_followers(reader: Reader, phrase: TitlePhrase) -> bool:
    """True for "rebel leader" and "leader of the rebels": whom or what the office is for is told by a noun."""
    tree = reader.tree
    before = any(tree.tokens[token].upos in ("NOUN", "PROPN") for token in range(phrase.first, phrase.title_first))
    of = [
        token for token in tree.obliques(phrase.head, "of", "to", "on") if tree.tokens[token].upos in ("NOUN", "PROPN")
    ]
    return phrase.word.kind == "organization" and (before or bool(of))


def _is_new(draft: OfficeDraft, reader: Reader, seen: Seen) -> bool:
    """False for an office already told of the same person in as many or more words, with the same change.

    A verb that dates the office ("served as president until 2017") tells it anew, and so does another body beside it.
    """
    office = draft.what
    words = frozenset(office.title.lower().replace("-", " ").split()) - {"of", "the", "for", "and", "acting"}
    dated = office.tenure != "candidate" and _is_dated(reader.tree, draft.predicate)  # contests are full of numbers
    wanted, sentence = office.tenure == "candidate", reader.tree.tokens[draft.predicate].sentence
    for (person, other), told in seen.items():
        if person != office.person or not words <= other:
            continue
        alike = (one for one in told if one[3] != sentence or not _are_apart(reader, one[2], office))
        tellings = {one for one in alike if (one[0] == "candidate") == wanted}
        if tellings:
            if office.change in {one[1] for one in tellings} and not dated:
                return False
            if office.change is None and office.tenure in ("current", "former") and not dated:
                return False
    seen.setdefault((office.person, words), set()).add((office.tenure, office.change, office.body, sentence))
    return True


def _are_apart(reader: Reader, body: str | None, office: Office) -> bool:
    """True for two bodies that share no word of their names, as in "director of X and director of Y"."""
    if body is None or office.body is None or body == office.body:
        return False
    names = (reader.cast.entities[one].name.lower().split() for one in (body, office.body))
    one, other = (set(name) - load_body_words().small - load_body_words().kinds for name in names)
    return bool(one) and bool(other) and not one & other


def _is_dated(tree: Tree, verb: int) -> bool:
    """True for a verb with a number beside it, as of a day or a year: "served as president until 2017"."""
    numbers = (tree.tokens[kid].upos == "NUM" for kid in tree.children(verb, "obl"))
    return tree.tokens[verb].upos == "VERB" and any(numbers)
