"""From an analysis to its entities and claims: every extractor, then who, when, where, how firmly, on whose word."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, replace

from onrecord.claims.confidence import Features, find_features, load_model, weigh
from onrecord.claims.draft import Draft
from onrecord.claims.events import find_events
from onrecord.claims.for_events.private_life import without_private_talk
from onrecord.claims.for_events.understood import find_understood, is_claimed
from onrecord.claims.for_events.worth import is_given
from onrecord.claims.for_offices.terms import find_time_held
from onrecord.claims.for_statements.acts import find_acts
from onrecord.claims.for_statements.back_matter import end_of_story, find_asides, find_headline_ends
from onrecord.claims.for_statements.interviews import find_answers, find_asked
from onrecord.claims.for_statements.signed import find_signed
from onrecord.claims.for_statements.when_said import entry_time, find_entry_times, find_time_said
from onrecord.claims.for_status.checked import find_checked
from onrecord.claims.for_status.own_status import is_asked, own_status
from onrecord.claims.grammar import QUESTIONS
from onrecord.claims.listings import find_listings
from onrecord.claims.mending import mended
from onrecord.claims.offices import find_offices, find_spoken_for
from onrecord.claims.statements import find_statements
from onrecord.claims.status import find_status
from onrecord.claims.ties import find_ties
from onrecord.claims.tree import Tree
from onrecord.claims.when import as_said, find_time, in_tense
from onrecord.claims.where import find_place
from onrecord.claims.who import Cast, find_cast
from onrecord.claims.whose_word import (
    Voices,
    find_attribution,
    find_voices,
    first_persons,
    is_beside_name,
    second_persons,
)
from onrecord.dates import find_times
from onrecord.model import Analysis, Claim, Entity, Event, Listing, Office, Span, Statement, Status, Tie, Time
from onrecord.names import normalise

EXTRACTORS: tuple[Callable[[Tree, Cast], Iterable[Draft]], ...] = (find_offices, find_listings, find_ties)
"""What is looked for in an article, beside statements and events: one extractor for each kind of claim."""

OPEN = QUESTIONS | {"whether", "if"}


@dataclass(frozen=True, slots=True)
class Gathered:
    """What the extractors found in one article, in text order, with all that later questions need."""

    tree: Tree
    cast: Cast
    statements: tuple[Draft, ...]
    voices: Voices
    drafts: tuple[Draft, ...]


def find_claims(analysis: Analysis, *, min_confidence: float = 0.0) -> tuple[tuple[Entity, ...], tuple[Claim, ...]]:
    """The entities and claims of an article in text order; claims less sure than `min_confidence` are left out."""
    gathered = gather(analysis)
    model = load_model()
    times = find_times(analysis.document.text, published=analysis.document.published)
    entries = find_entry_times(analysis.document.text, published=analysis.document.published)
    named = [each.span for one in gathered.cast.entities.values() for each in one.mentions if each.form == "name"]
    every = (_in_entry(_complete(gathered, draft, times, model), entries) for draft in gathered.drafts)
    checked = tuple(find_checked(analysis.document.text))
    every = (_as_checked(claim, checked) for claim in every)
    every = (replace(claim, evidence=_to_whole_names(claim.evidence, named)) for claim in every)
    sure = [claim for claim in every if claim.confidence >= min_confidence]
    claims = tuple(replace(claim, id=f"c{number}") for number, claim in enumerate(sure, 1))
    return _used(gathered.cast, claims), claims


def gather(analysis: Analysis) -> Gathered:
    """Who is meant, what is said, and then every other kind of claim; what is found twice is kept once."""
    tree = Tree(mended(analysis))
    cast = find_cast(tree)
    acts = find_acts(tree)
    answers = tuple(find_answers(tree, cast))
    statements = (*find_statements(tree, cast, acts), *answers, *find_signed(tree, cast))
    voices = find_voices(tree, cast, statements)
    speakers = first_persons(voices, cast, find_spoken_for(tree, cast))
    addressed = second_persons(voices, cast)
    cast = cast.with_speakers(tree, {**addressed, **find_asked(tree, cast), **speakers})
    told = [draft for draft in statements if _is_told(tree, cast, draft)]
    found = [*find_events(tree, cast, acts), *(draft for find in EXTRACTORS for draft in find(tree, cast))]
    found = [draft for draft in found if isinstance(draft.what, Event) or not _is_only_asked(tree, draft)]
    drafts = [*told, *(draft for draft in find_understood(tree, voices, found) if is_given(tree, draft))]
    drafts = list(without_private_talk(cast, answers, list(_from_story(tree.text, drafts))))
    drafts.sort(key=lambda d: (d.evidence[0], d.evidence[-1].end, type(d.what).__name__))
    return Gathered(tree, cast, statements, voices, tuple(_once(drafts)))


def _from_story(text: str, drafts: Iterable[Draft]) -> Iterator[Draft]:
    """The drafts without what the page has beside its article, and what would be told over the ends of headlines."""
    story, asides, ends = end_of_story(text), tuple(find_asides(text)), tuple(find_headline_ends(text))
    for draft in drafts:
        first = draft.evidence[0]
        across = any(span.start <= end < span.end for end in ends for span in draft.evidence)
        if first.start < story and not across and not any(aside.covers(first) for aside in asides):
            yield draft


def _is_only_asked(tree: Tree, draft: Draft) -> bool:
    """True for an office, a tie or a listing that a question leaves open; a title beside a name is taken as given."""
    beside = not isinstance(draft.what, Listing) and is_beside_name(tree, draft.predicate)
    return not beside and is_asked(tree, draft.predicate)


def _is_told(tree: Tree, cast: Cast, draft: Draft) -> bool:
    """False for words that somebody only may say, or is asked for, or leaves open ("refused to say whether …"), and for
    what "reports" say: it is on their word, but nobody has said it."""
    said = draft.what
    if isinstance(said, Statement) and normalise(cast.entities[said.speaker].name).endswith("reports"):
        return False
    if not isinstance(said, Statement) or said.form != "indirect":
        return True
    status = _status(tree, draft)
    opening = said.content[0].of(tree.text).split(maxsplit=1)[:1]
    return status != "possible" and not (status in ("denied", "planned") and opening[0].lower() in OPEN)


def _once(drafts: Iterable[Draft]) -> Iterator[Draft]:
    """Drafts without those that say the same of the same words as one before."""
    kept: list[tuple[object, Draft]] = []
    for draft in drafts:
        what = draft.what
        key = (what.event, set(what.actors), set(what.recipients)) if isinstance(what, Event) else what
        if not any(key == other and draft.evidence[0].overlaps(twin.evidence[0]) for other, twin in kept):
            kept.append((key, draft))
            yield draft


def features_of(gathered: Gathered, draft: Draft) -> Features:
    """What the model of confidence looks at in one draft."""
    status = _status(gathered.tree, draft)
    attribution = find_attribution(draft, gathered.voices)
    return find_features(gathered.tree, gathered.cast, draft, status=status, attribution=attribution)


def _complete(gathered: Gathered, draft: Draft, times: Sequence[Time], model: Mapping[str, float]) -> Claim:
    tree, cast = gathered.tree, gathered.cast
    return Claim(
        id="c",
        what=draft.completed(),
        status=_status(tree, draft),
        attribution=find_attribution(draft, gathered.voices),
        time=_time(gathered, draft, times),
        place=_place(tree, cast, draft),
        evidence=draft.evidence,
        confidence=weigh(features_of(gathered, draft), model),
    )


def _to_whole_names(evidence: tuple[Span, ...], named: Sequence[Span]) -> tuple[Span, ...]:
    """The words that carry a claim, begun and ended with a whole name where they would begin or end in the middle."""
    first, last = evidence[0].start, evidence[-1].end
    start = min((name.start for name in named if name.start < first < name.end), default=first)
    end = max((name.end for name in named if name.start < last < name.end), default=last)
    opened = (replace(evidence[0], start=start), *evidence[1:])
    return (*opened[:-1], replace(opened[-1], end=end))


def _place(tree: Tree, cast: Cast, draft: Draft) -> str | None:
    """Where it happened; of several states or towns visited in turn each is the place of its own visit."""
    what = draft.what
    found = find_place(tree, cast, draft.predicate, what.event) if isinstance(what, Event) else None
    if found is None or not isinstance(what, Event) or what.mode != "visit":
        return found
    hosts = [host for host in what.recipients if cast.kind(host) == cast.kind(found)]
    return found if found in hosts or not hosts else hosts[0]


def _in_entry(claim: Claim, entries: Sequence[Time]) -> Claim:
    """The claim, dated by the entry of a live blog that it is told in when it has no time of its own."""
    dated = claim.time is None and claim.status == "asserted" and isinstance(claim.what, Event | Statement)
    return replace(claim, time=entry_time(entries, claim.evidence[0].start)) if dated else claim


def _as_checked(claim: Claim, checked: Sequence[Span]) -> Claim:
    """The claim; what stands in a claim that is checked is only alleged, but for who holds which office."""
    told = claim.status == "asserted" and not isinstance(claim.what, Office)
    inside = told and any(span.covers(claim.evidence[0]) for span in checked)
    return replace(claim, status="alleged") if inside else claim


def _status(tree: Tree, draft: Draft) -> Status:
    """How firmly: a title that stands beside a name is asserted, whatever its holder is said to do or not to do."""
    if draft.status:
        return draft.status
    if isinstance(draft.what, Statement) and _asks(tree, draft.what, draft.predicate):
        return "asserted"
    if isinstance(draft.what, Office) and is_beside_name(tree, draft.predicate):
        return "asserted"
    status = find_status(tree, draft.predicate)
    quoted = isinstance(draft.what, Statement) and draft.what.form != "indirect"
    beside = tree.is_a(draft.predicate, "advcl") and tree.tokens[draft.predicate].text.endswith("ing")  # adding: “…”
    unsure = status == "possible" or (status == "planned" and beside)
    if quoted and unsure and own_status(tree, draft.predicate) == "asserted":
        return "asserted"  # what is in marks was said, however unsure the rest
    answered = isinstance(draft.what, Statement) and tree.tokens[draft.predicate].upos == "NOUN" and status == "denied"
    if answered and own_status(tree, draft.predicate) == "asserted":
        return "asserted"  # "rejected a demand that it leave"
    return status


def _asks(tree: Tree, said: Statement, cue: int) -> bool:
    """True where the question mark at the end of a sentence is the speaker's: “Who knows?” she said."""
    sentence = tree.sentence_of(cue).span
    mark = tree.text.rfind("?", sentence.start, sentence.end)
    return any(span.start <= mark <= span.end for span in said.content)


def _time(gathered: Gathered, draft: Draft, times: Sequence[Time]) -> Time | None:
    """When it was: ties have no date of their own, what is said dates no saying, and a bare title only dates
    the office that stands beside its years.

    What a quotation calls "today" is the day on which it was said.
    """
    tree, what = gathered.tree, draft.what
    if isinstance(what, Tie) or is_claimed(tree, draft):  # not the day on which it was claimed
        return None
    if isinstance(what, Statement):
        found = find_time_said(tree, draft.predicate, what, draft.evidence, times)
    elif isinstance(what, Office):
        found = find_time_held(tree, draft, what, times)
    else:
        beside = [t for t in times if draft.beside and draft.beside.covers(t.span) and t.anchor != "order"]
        found = in_tense(tree, draft.predicate, beside[0]) if len(beside) == 1 else None
        found = found or find_time(tree, draft.predicate, draft.evidence, times)
    if found is None or found.anchor != "relative":
        return found
    saying = next((said for said in gathered.statements if said is not draft and _quotes(said, found)), None)
    if saying is None:
        return found
    return as_said(found, _time(gathered, saying, times), ahead=_status(tree, draft) == "planned")


def _quotes(said: Draft, time: Time) -> bool:
    """True for a statement whose own quoted words hold the time."""
    act = said.what
    return isinstance(act, Statement) and act.form == "direct" and any(span.covers(time.span) for span in act.content)


def entities_of(claim: Claim) -> set[str]:
    """The ids of all entities that a claim names."""
    found = {link.entity for link in claim.attribution} | ({claim.place} if claim.place else set())
    for field in fields(claim.what):
        value = getattr(claim.what, field.name)
        if field.name in ENTITY_FIELDS and value:
            found |= set(value) if isinstance(value, tuple) else {value}
    return found


ENTITY_FIELDS = frozenset("actors recipients speaker addressees person body target authority a b".split())


def _used(cast: Cast, claims: Iterable[Claim]) -> tuple[Entity, ...]:
    """Entities that have a name or take part in a claim; ids stay as they are."""
    used = {entity for claim in claims for entity in entities_of(claim)}
    entities: Mapping[str, Entity] = cast.entities
    return tuple(e for e in entities.values() if e.id in used or any(m.form == "name" for m in e.mentions))
