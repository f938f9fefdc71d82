"""Profiles of the entities of one article's record: what the article tells that sets each apart from its namesakes."""

from collections import Counter, defaultdict
from collections.abc import Mapping

from onrecord.lexicon.bodies import load_body_words
from onrecord.model import Entity, Office, Record, Tie
from onrecord.names import normalise
from onrecord.places import country_of_name, government_of
from onrecord.resolve.bodies import country_of_body, is_common_name, is_other_form
from onrecord.resolve.identity import Profile, Title

MOST = 0.75
"""The share of an article's mentions of states from which on one country is what the article is about."""
NAMED_KINDS = frozenset({"person", "organization", "state", "place"})
FELLOW_KINDS = frozenset({"person", "organization"})


def describe(record: Record) -> dict[str, Profile]:
    """The profile of each entity that has a name, by the entity's id; groups and occasions have none.

    A body that is a government by its name is the state.
    """
    named = {entity.id: names for entity in record.entities if (names := _names(record, entity))}
    titles, bodies, offices_in = _offices(record)
    home = _home(record)
    fellows = {
        entity.id: normalise(entity.name)
        for entity in record.entities
        if entity.id in named and entity.kind in FELLOW_KINDS and len(entity.name.split()) > 1
    }
    found = {}
    for entity in record.entities:
        if entity.id not in named:
            continue
        kind, country = entity.kind, _only(titles[entity.id]) or entity.country or _only(offices_in[entity.id])
        if kind in ("organization", "place") and (government := government_of(entity.name)):
            kind, country = "state", government.code
        if country is None and entity.kind == "organization" and is_common_name(entity.name):
            country = home
        found[entity.id] = Profile(
            kind,
            named[entity.id],
            country,
            tuple(sorted(titles[entity.id])),
            tuple(sorted(bodies[entity.id])),
            tuple(sorted({name for key, name in fellows.items() if name and key != entity.id})),
        )
    return found


def _names(record: Record, entity: Entity) -> tuple[str, ...]:
    """The entity's names: the words of its named mentions that have a capital, each once.

    Of a body's, those that are forms of what it is called most: the article may call its parts and products by it, too.
    """
    if entity.kind not in NAMED_KINDS:
        return ()
    told = [mention.span.of(record.document.text) for mention in entity.mentions if mention.form == "name"]
    if not told:
        # A state may be told by its adjective alone ("the Orsovan government").
        return (entity.name,) if entity.kind == "state" and country_of_name(entity.name) else ()
    small = load_body_words().small
    counts = Counter(" ".join(name.split()) for name in told if any(map(str.isupper, name)))
    if not counts and any(map(str.isupper, entity.name)):
        counts[entity.name] = 1
    named = {name: count for name, count in counts.items() if normalise(name) not in small}
    if entity.kind == "organization" and named:
        head = max(named, key=lambda name: (named[name], len(name), name))
        named = {name: count for name, count in named.items() if name == head or is_other_form(head, name)}
    once = {normalise(name): name for name in sorted(named, reverse=True)}
    return tuple(sorted(once.values()))


def _offices(record: Record) -> tuple[Mapping[str, set[Title]], Mapping[str, set[str]], Mapping[str, set[Title]]]:
    """The offices of each person, the bodies that each entity belongs to, and the offices in each body."""
    names = {entity.id: entity.name for entity in record.entities}
    titles: dict[str, set[Title]] = defaultdict(set)
    bodies: dict[str, set[str]] = defaultdict(set)
    offices_in: dict[str, set[Title]] = defaultdict(set)
    for claim in record.claims:
        if claim.status == "denied":
            continue
        match claim.what:
            case Office(person, words, body, country):
                title = Title(words.casefold(), country or "", names.get(body or "", ""))
                titles[person].add(title)
                if body in names:
                    bodies[person].add(names[body])
                    offices_in[body].add(title)
            case Tie(member, body, "member" | "leader" | "employee") if body in names:
                bodies[member].add(names[body])
    return titles, bodies, offices_in


def _only(titles: set[Title]) -> str | None:
    """The country of all these offices, if it is one."""
    countries = {title.country for title in titles if title.country}
    return countries.pop() if len(countries) == 1 else None


def _home(record: Record) -> str | None:
    """The country that the article is about, if it speaks of one by far most: its states, places and offices.

    There is none where more bodies and offices of another country are told: "the Senate" may be that one's.
    """
    counts: Counter[str] = Counter()
    owners: Counter[str] = Counter()
    for entity in record.entities:
        if entity.kind in ("state", "place") and entity.country:
            counts[entity.country] += len(entity.mentions)
        elif entity.kind == "organization" and (told := country_of_body(entity.name)):
            counts[told] += len(entity.mentions)
            owners[told] += 1
    for claim in record.claims:
        if isinstance(claim.what, Office) and claim.what.country:
            counts[claim.what.country] += 1
            owners[claim.what.country] += 1
    if not counts:
        return None
    (country, most), *_ = counts.most_common(1)
    return country if most >= MOST * counts.total() and owners[country] >= max(owners.values(), default=0) else None
