"""Offices told without a title beside the name: candidacies by what is done in contests, losses by a verb alone."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from onrecord.claims.draft import OfficeDraft
from onrecord.claims.for_events.filters import is_only_called
from onrecord.claims.for_offices.holding import SURE, Holding, along_with, is_perfect, verb_words
from onrecord.claims.for_offices.titles import Reader
from onrecord.claims.for_who.named import country_code
from onrecord.claims.status import find_status
from onrecord.claims.tree import Tree
from onrecord.dates.words import WEEKDAYS
from onrecord.lexicon.titles import Turn
from onrecord.model import Change, Office, Span, Tenure

LIKELY, FAIR = 0.75, 0.6
PROVISIONAL = re.compile("^(?:acting|interim|caretaker) ", re.IGNORECASE)
CANDIDATES = ("candidate", "contender", "hopeful")
ENDS = ("end", "suspension", "withdrawal", "termination")
AFTERWARDS = ("after", "following", "when", "since", "once", "upon")
RECENT = frozenset({"today", "yesterday", *WEEKDAYS})
BARE_TURNS = (
    "resign", "step down", "stand down", "abdicate", "fire", "sack", "dismiss", "oust", "depose", "re-elect", "reelect",
    "overthrow", "topple", "drive out", "force out", "vote out", "bring down", "retire", "quit",
)  # fmt: skip
POSTS = ("office", "power", "post", "position", "job")
LEAVING = {
    "remove": ("from", POSTS), "drive": ("from", POSTS), "force": ("from", POSTS),
    "relieve": ("of", DUTIES := ("duty", "post", "command", "position", "responsibility")), "strip": ("of", DUTIES),
}  # fmt: skip
"""Verbs that tell that an office is lost where the noun stands behind them."""
LOSSES = ("resignation", "dismissal", "removal", "ouster", "ousting", "sacking", "firing", "overthrow")


def person_at(reader: Reader, held: Sequence[Holding], token: int) -> str | None:
    """The person at a token; at a title, whoever is told to hold it (parsers take it for the subject)."""
    known = reader.names.person_at(token)
    if known is not None and reader.names.has_name(known):
        return known
    return next((one.person for one in held if one.phrase.head == token and one.score >= SURE), known)


def persons_told(reader: Reader, held: Sequence[Holding], token: int) -> tuple[str | None, ...]:
    """The same; all of several who are named behind the noun: "two ministers, Ana Torvald and Lars Edmond, left"."""
    tree = reader.tree
    many = tree.is_plural(token)
    named = (member for kid in tree.children(token, "appos") for member in tree.after(kid) if many)
    return tuple(person_at(reader, held, member) for member in named) or (person_at(reader, held, token),)


def named_at(reader: Reader, held: Sequence[Holding], token: int) -> str | None:
    """The same, where the document names the person."""
    person = person_at(reader, held, token)
    return person if person is not None and reader.names.has_name(person) else None


def named_among(
    reader: Reader, held: Sequence[Holding], holders: Sequence[int], tokens: Sequence[int]
) -> Iterator[tuple[str, Span]]:
    """Each named person among the holders, with the words from there to all of the tokens."""
    for holder in holders:
        person = named_at(reader, held, holder)
        if person is not None:
            yield person, reader.tree.span(min(holder, *tokens), max(holder, *tokens))


def find_candidacies(reader: Reader, held: Sequence[Holding], home: str | None) -> Iterator[OfficeDraft]:
    """One draft for each candidate that contests tell of, and one more for each who left the race.

    What tells it by delegates alone comes last: others may tell it better.
    """
    usual = contested_office(reader)
    tree, contests, weak = reader.tree, reader.titles.contests, list[OfficeDraft]()
    for token in tree.tokens:
        if usual and token.lemma.lower() in CANDIDATES and token.upos == "NOUN" and tree.children(token.index, "cop"):
            told, noun_at = Office("", usual, None, home, "candidate", None), token.index
            for person, span in named_among(reader, held, tree.subjects(noun_at), (noun_at,)):
                yield OfficeDraft(replace(told, person=person), noun_at, (span,), LIKELY)
        if token.upos != "VERB":
            continue
        lemma, verb = token.lemma.lower(), token.index
        left = lemma in contests.leaving or _announces_end(reader, verb)
        noun = _contest_of(reader, verb, whole=left) if left or lemma in contests.verbs else None
        beaten = lemma == "trail" and bool(tree.objects(verb))
        if noun is None and not beaten and not (lemma in ("come", "finish", "place") and _is_placed(tree, verb)):
            continue
        office = office_of(reader, noun) or usual
        if office is None:
            continue
        change: Change | None = "resigned" if left else None
        last = noun if noun is not None and noun > verb else verb
        told = Office("", office, None, home, "candidate", change)
        if noun is not None and lemma == "win" and tree.lemma(noun) == "election" and office_of(reader, noun):
            if is_of_old(reader, noun):
                continue
            told = replace(told, tenure=won_tenure(reader, verb), change="elected")
        named = named_among(reader, held, tree.subjects(verb), (verb, last))
        drafts = (OfficeDraft(replace(told, person=person), verb, (span,), LIKELY) for person, span in named)
        if noun is not None and tree.lemma(noun) == "delegate":
            weak.extend(drafts)
        else:
            yield from drafts
    yield from weak


def is_told_better(reader: Reader, draft: OfficeDraft, drafts: Sequence[OfficeDraft]) -> bool:
    """True for a candidacy that a bare contest tells ("finished the primary") of somebody who is called "presidential
    nominee", or right behind one for another office ("ran for Congress"): the contest is for that one."""
    office, tree, known = draft.what, reader.tree, reader.titles.contests.offices
    bare = draft.score == LIKELY and tree.tokens[draft.predicate].upos == "VERB"
    if not bare or (office.tenure, office.change) != ("candidate", None):
        return False
    own = any(word in draft.evidence[0].of(tree.text).lower() for word in known)
    for other in drafts:
        told, gap = other.what, tree.tokens[draft.predicate].sentence - tree.tokens[other.predicate].sentence
        if (told.person, told.tenure) != (office.person, "candidate"):
            continue
        words = set(told.title.lower().split())
        called = "vice" not in words and any(known[word] == office.title for word in words & known.keys())
        apart = told.title.lower() != "running mate" and not words & set(office.title.lower().split())
        before = gap in (0, 1) and other.predicate < draft.predicate
        if called or (apart and before and not own and not words & known.keys()):
            return True
    return False


def won_tenure(reader: Reader, verb: int) -> Tenure:
    """What who won an election is so far: of an election just held, the office is still to come."""
    news = any(reader.lower(kid) in RECENT for kid in reader.tree.children(verb, "obl", "advmod"))
    return "elect" if news or is_perfect(reader.tree, verb) else "current"


def _announces_end(reader: Reader, verb: int) -> bool:
    """True for "announced the end of her campaign"."""
    tree, nouns = reader.tree, reader.titles.contests.nouns
    ends = (kid for kid in tree.children(verb, "obj") if tree.lemma(kid) in ENDS)
    return any(tree.lemma(contest) in nouns for end in ends for contest in tree.obliques(end, "of", "from"))


def find_counterparts(reader: Reader, held: Sequence[Holding]) -> Iterator[OfficeDraft]:
    """ "Foreign Minister Ana Torvald and her Swedish counterpart Lars Edmond": the same title, of another country."""
    tree = reader.tree
    for token in tree.tokens:
        noun = token.index
        if token.lemma.lower() not in ("counterpart", "counterparts") or token.feats.get("Number") == "Plur":
            continue
        told = (tree.words(kid - size, kid) for kid in tree.kids[noun] for size in (1, 0) if kid >= size)
        country = next(filter(None, map(country_code, told)), None)  # "North Korean" before "Korean"
        behind = map(reader.names.person_from, range(noun + 1, noun + 3))
        name = next((name for name in behind if name is not None), None)
        earlier = [one for one in held if one.last < noun and tree.tokens[one.last].sentence == token.sentence]
        person = reader.names.entity_of(name) if name is not None else None
        if country is None or name is None or person is None or not earlier:
            continue
        title = earlier[-1].phrase
        words = tree.words(title.title_first, title.title_last)
        office = Office(person, words, None, country, "current", None)
        yield OfficeDraft(office, noun, (tree.span(noun, name.last),), FAIR)


def contested_office(reader: Reader) -> str | None:
    """The office that the document's contests are for, or None where it tells of no contest between candidates."""
    contests, lemmas = reader.titles.contests, Counter(token.lemma.lower() for token in reader.tree.tokens)
    if not any(lemmas[noun] for noun in ("primary", "caucus", "caucuses", "nomination", "candidate", "candidacy")):
        return None
    counted = {office: lemmas[word] for word, office in contests.offices.items() if lemmas[word]}
    return max(counted, key=lambda office: counted[office], default=None)


def office_of(reader: Reader, noun: int | None) -> str | None:
    """The office that the contest's own adjective tells: "the vice presidential nomination"."""
    if noun is None:
        return None
    for kid in reader.tree.children(noun, "amod", "compound"):
        first, _, last = reader.tree.tokens[kid].text.lower().rpartition("-")
        office = reader.titles.contests.offices.get(last)
        if office is not None:
            before = (reader.lower(number) for number in (kid - 1, kid - 2) if number >= 0)
            return f"vice {office}" if first == "vice" or "vice" in before else office
    return None


def is_of_old(reader: Reader, noun: int) -> bool:
    """True for a contest of a year before that of the article."""
    published = reader.tree.analysis.document.published
    first, last = reader.tree.subtree(noun)
    years = [token.text for token in reader.tree.tokens[first : last + 1] if len(token.text) == 4]
    return any(year.isdigit() and (published is None or year < published[:4]) for year in years)


def _contest_of(reader: Reader, verb: int, *, whole: bool) -> int | None:
    """The noun of a contest among what the verb acts on: "the primary", "all of the delegates", "out of the race".

    With `whole` it is itself what is acted on: to leave "the campaign trail" is to leave no campaign.
    """
    tree, nouns = reader.tree, reader.titles.contests.nouns
    pending = list(tree.children(verb, "obj", "obl", "xcomp"))
    for token in pending:
        words = {tree.lemma(token), reader.lower(token)}
        if nouns & words:
            return token
        pending.extend(tree.children(token, "conj", "nummod", "obj", *(() if whole else ("compound",))))
        pending.extend(tree.obliques(token, "of", "from"))
    return None


def _is_placed(tree: Tree, verb: int) -> bool:
    """True for "came in second", "finished third"."""
    kids = tree.children(verb, "obl", "advmod", "xcomp", "obj")
    return any(tree.tokens[kid].feats.get("NumType") == "Ord" for kid in kids)


def find_turns(reader: Reader, held: Sequence[Holding], known: Sequence[OfficeDraft]) -> Iterator[OfficeDraft]:
    """The known drafts, with what "she resigned" and "his dismissal" tell of the offices in them.

    Said in the sentence that gives the office, it changes that draft; said elsewhere, it makes one of its own.
    """
    tree, drafts = reader.tree, list(known)
    ranks = frozenset(" ".join(word.words) for word in reader.titles.words if word.kind == "rank")
    for token in tree.tokens:
        turns = _turns_at(reader, token.index)
        told = ((turn, at, one) for turn, at in turns for one in persons_told(reader, held, at))
        for turn, holder, person in told:
            here = [draft.what for draft in drafts if draft.predicate == token.index]
            if any(office.person == person and office.change is not None for office in here):
                continue  # "became minister after resigning as director"
            only = _only_title(drafts, person, ranks)
            fitting = (n for n, draft in enumerate(drafts) if _is_held(draft, person, turn, ranks, only=only))
            place = next((n for n in fitting if _is_before(tree, drafts[n], token.index)), None)
            if place is not None and _is_of_another(tree, drafts, place, token.index):
                continue
            if place is None:
                named = person is not None and reader.names.has_name(person)
                drafts.extend(_left_to(tree, drafts, (turn, token.index), (person, holder)) if named else ())
                continue
            span = tree.span(min(holder, token.index), max(holder, token.index))
            old = drafts[place]
            new = _turned(old, turn, token.index, span)
            if not tree.sentence_of(token.index).span.covers(old.evidence[0]):
                drafts.append(new)
            else:
                whole = Span(min(span.start, old.evidence[0].start), max(span.end, old.evidence[0].end))
                drafts[place] = replace(new, evidence=(whole,))
    yield from drafts


def _is_of_another(tree: Tree, drafts: Sequence[OfficeDraft], place: int, verb: int) -> bool:
    """True where the verb's sentence tells of an office of the person, and the draft at that place is not of it.

    "He was made Foreign Secretary, which he was until 2018, resigning": he resigned as no deputy.
    """
    office, sentence = drafts[place].what, tree.sentence_of(verb).span
    here = [d.what for d in drafts if sentence.covers(d.evidence[0])]
    mine = [other for other in here if other.person == office.person]
    return bool(mine) and office not in mine


def _only_title(drafts: Sequence[OfficeDraft], person: str | None, ranks: frozenset[str]) -> str | None:
    """The one title that the person is told to hold or to have held, but for ranks."""
    offices = [draft.what for draft in drafts if draft.what.person == person]
    titles = {office.title.lower() for office in offices if office.tenure != "candidate"} - ranks
    return titles.pop() if len(titles) == 1 else None


def _is_held(draft: OfficeDraft, person: str | None, turn: Turn, ranks: frozenset[str], *, only: str | None) -> bool:
    """True for the draft of an office of the person about which nothing else is told yet; a rank is not lost so.

    What a former holder lost is told of the one office that is told of the person.
    """
    office = draft.what
    if office.person != person or office.tenure == "candidate":
        return False
    if turn.tenure == "former" and office.title.lower() in ranks:
        return False
    past = turn.tenure == "former" and office.tenure == "former" and office.title.lower() != only
    return office.change is None and not past


def _is_before(tree: Tree, draft: OfficeDraft, verb: int) -> bool:
    """True for an office told before the verb, not for that of "resigned to become Secretary of State"."""
    if draft.evidence[0].start > tree.sentence_of(verb).span.end:
        return False
    told_by = draft.predicate
    return tree.tokens[told_by].upos != "VERB" or verb not in tree.ancestors(told_by)


def _left_to(
    tree: Tree, drafts: Sequence[OfficeDraft], told: tuple[Turn, int], who: tuple[str | None, int]
) -> Iterator[OfficeDraft]:
    """The office that a successor got: "Torvald became prime minister after Edmond resigned"."""
    (turn, token), (person, holder) = told, who
    after = tree.case(token) in AFTERWARDS or any(tree.lemma(kid) in AFTERWARDS for kid in tree.children(token, "mark"))
    if turn.tenure != "former" or person is None or not after:
        return
    above = frozenset(tree.ancestors(token))
    for draft in sorted(drafts, key=lambda one: one.what.body is not None):
        # "became party leader and prime minister after Edmond resigned"
        office = draft.what
        if office.person == person or draft.predicate not in above:
            continue
        if office.tenure in ("current", "acting", "elect") and tree.tokens[draft.predicate].upos == "VERB":
            title, span = PROVISIONAL.sub("", office.title), tree.span(min(holder, token), max(holder, token))
            left = replace(office, person=person, title=title, tenure="former", change=turn.change)
            same = (one.what for one in drafts if one.what.title.lower() == title.lower())
            if not any((one.person, one.change) == (person, turn.change) for one in same):
                yield OfficeDraft(left, token, (span,), FAIR)
            return


def _turned(draft: OfficeDraft, turn: Turn, predicate: int, span: Span) -> OfficeDraft:
    office = draft.what
    tenure = "former" if turn.tenure == "former" else office.tenure
    return OfficeDraft(replace(office, tenure=tenure, change=turn.change), predicate, (span,), FAIR)


def _from_office(reader: Reader, verb: int) -> Turn | None:
    """What "removed from office" and "relieved of his duties" tell, where the verb alone tells nothing."""
    tree = reader.tree
    case, nouns = LEAVING.get(tree.lemma(verb), ("", ()))
    lost = case and any(tree.lemma(noun) in nouns for noun in tree.obliques(verb, case))
    return reader.titles.verbs["dismiss"] if lost else None


def _is_from_party(reader: Reader, verb: int) -> bool:
    """True for "resigned from the party": no office is lost by that."""
    for place in reader.tree.obliques(verb, "from"):
        entity = reader.names.entity_at(place)
        name = reader.cast.entities[entity].name.lower() if entity is not None else ""
        words = {reader.tree.lemma(place), *name.split()}
        if words & {"party", "conservatives", "liberals", "democrats", "republicans", "labour", "greens"}:
            return True
    return False


def _is_forced(tree: Tree, verb: int) -> bool:
    """True for the infinitives of "was forced to resign" and "helped to overthrow"."""
    above = tree.head(verb)
    forced = above is not None and tree.lemma(above) in ("force", "compel", "oblige") and tree.is_passive(above)
    forced = forced or (above is not None and tree.lemma(above) in ("help", "manage"))
    return forced and tree.is_a(verb, "xcomp", "advcl")


def _turns_at(reader: Reader, token: int) -> Iterator[tuple[Turn, int]]:
    """What a verb or noun tells of an office, and the token of its holder."""
    tree = reader.tree
    if tree.tokens[token].upos == "VERB":
        words = verb_words(tree, token)
        acted_on = words in ("retire", "quit") and tree.objects(token)  # "quit the race"
        turn = reader.titles.verbs.get(words) if words in BARE_TURNS and not acted_on else None
        turn = _from_office(reader, token) or turn
        unlikely = "unless" in tree.lemmas_under(token, "mark")  # "threatened to strike unless he resigned"
        untrue = unlikely or is_only_called(tree, token) or _is_from_party(reader, token)
        turn = None if untrue else turn
        unreal = ("Inf",) if turn is not None and turn.subject_holds else ("Inf", "Ger")
        if turn is not None and (tree.tokens[token].feats.get("VerbForm") not in unreal or _is_forced(tree, token)):
            holders = (tree.subjects if turn.subject_holds else tree.objects)(token)
            yield from ((turn, holder) for holder in (*holders, *along_with(tree, token)))
    elif tree.lemma(token) in LOSSES:
        called_for = any(tree.lemma(above) in ("call", "demand", "request") for above in tree.ancestors(token))
        if called_for or find_status(tree, token) != "asserted":
            return  # "demanded her resignation"
        turn = reader.titles.roles[tree.lemma(token)]
        holders = tree.obliques(token, "of") or tree.children(token, "nmod:poss")
        yield from ((turn, holder) for holder in holders)
