"""Who the entities of a new article are: each joins an identity of the record, or becomes a new one."""

import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import TypeVar

from sqlalchemy import Connection

from onrecord.model import EntityKind, Record
from onrecord.names import normalise
from onrecord.record.identities import Candidate, Join, find_by_keys, link, load_candidates, share_an_article
from onrecord.resolve.clusters import Choice, Identity, Judgements, choose, key_of
from onrecord.resolve.identity import Profile, Title, keys, merge
from onrecord.resolve.profiles import describe

MOST_CANDIDATES = 6
"""So many identities are compared with an entity: those that share its rarest keys."""
LEAST_SHARED = 5
"""Whose shared keys weigh less than the best one's divided by this is not compared: hardly one in a thousand fits."""
MOST_OF_A_KEY = 16
"""A key that so many identities have is given to no more, which get narrower ones: so looking stays cheap."""
MOST_FACTS = 60
"""So many names, offices, bodies and fellows are kept of an identity: enough to tell it, few enough to stay quick."""
NAMED_ALONE = frozenset({"state", "place"})
"""Kinds that are told by their names and countries alone."""

MOST_KEPT = 16_384
"""So many keys that are full are kept in mind, with those who have them."""

Fact = TypeVar("Fact", str, Title)


@dataclass(slots=True)
class KeyFinder:
    """Finds identities by their keys. A key that is full is given to no more, so it is looked up once in a run."""

    _full: dict[str, list[int]] = field(default_factory=dict)

    def find(self, connection: Connection, keys: Collection[str]) -> dict[str, list[int]]:
        """The identities that can be found under each key, the lowest number first."""
        found = {key: self._full[key] for key in keys if key in self._full}
        looked_up = find_by_keys(connection, [key for key in keys if key not in found])
        for key, numbers in looked_up.items():
            if is_full(numbers):
                if len(self._full) >= MOST_KEPT:
                    del self._full[next(iter(self._full))]
                self._full[key] = numbers
        return found | looked_up


def is_full(numbers: Collection[int]) -> bool:
    """True for the identities of a key that no more may get."""
    return len(numbers) >= MOST_OF_A_KEY


def join_entities(
    connection: Connection, record: Record, *, inherited: Mapping[str, Join], finder: KeyFinder
) -> dict[str, Join]:
    """Whom each entity of the record joins, by its local id; those of `inherited` stay with whom they are.

    Identities that turn out to be one are linked.
    """
    profiles = describe(record)
    keys_of, found = _all_keys(connection, profiles, finder)
    near = {entity: _near(found, own) for entity, own in keys_of.items()}
    asked = {number for numbers in near.values() for number in numbers}
    asked |= {join.canonical for join in inherited.values() if join.canonical is not None}
    candidates = load_candidates(connection, sorted(asked))
    known = {each.id: identity_of(each) for each in candidates.values()}
    judged, taken = judgements_of(candidates.values()), {join.canonical for join in inherited.values()}
    joins = dict(inherited)
    for entity, profile in profiles.items():
        if entity not in joins:
            # The reader of an article tells its persons apart: no two of them are one identity.
            met = sorted({candidates[number].id for number in near[entity] if number in candidates})
            free = [number for number in met if profile.kind != "person" or number not in taken]
            choice = choose(key_of(record.document.id, entity), profile, [known[n] for n in free], judged)
            joins[entity] = _join(connection, choice, profile.kind)
            taken.add(joins[entity].canonical)
        given = tuple(key for key in keys_of[entity] if not is_full(found.get(key, ())))
        joins[entity] = _told(joins[entity], profile, known, given)
    return joins


def free_keys(connection: Connection, profile: Profile) -> tuple[str, ...]:
    """The keys that an identity of which this is known is given: none that is full."""
    own, found = _all_keys(connection, {"": profile}, KeyFinder())
    return tuple(key for key in own[""] if not is_full(found.get(key, ())))


def _all_keys(
    connection: Connection, profiles: Mapping[str, Profile], finder: KeyFinder
) -> tuple[dict[str, tuple[str, ...]], dict[str, list[int]]]:
    """The keys of each profile, with narrower ones for those that are full, and who has each of them."""
    own = {entity: (*keys(profile), *full_names(profile)) for entity, profile in profiles.items()}
    found = finder.find(connection, sorted({key for some in own.values() for key in some}))
    full = {key for key, numbers in found.items() if is_full(numbers)}
    own = {entity: (*some, *_narrowed(some, full, profiles[entity])) for entity, some in own.items()}
    return own, found | finder.find(connection, sorted({key for some in own.values() for key in some} - found.keys()))


def full_names(profile: Profile) -> tuple[str, ...]:
    """Keys of a person's full names: they find who has one of the surnames that too many have."""
    folded = sorted({normalise(name) for name in profile.names if profile.kind == "person"})
    return tuple(f"full/{name}" for name in folded if " " in name)


def _narrowed(own: Iterable[str], full: Collection[str], profile: Profile) -> tuple[str, ...]:
    """In the place of keys that too many have: these with a country, an office, the first letter of a first name."""
    with_what = [f"@{profile.country}"] if profile.country else []
    with_what += sorted({f"@{each.words}" for each in profile.titles})
    if profile.kind == "person":
        with_what += sorted({f"@{name[:1]}." for each in profile.names if " " in (name := normalise(each))})
    return tuple(f"{key}{more}" for key in own if key in full for more in with_what)


def _near(found: Mapping[str, list[int]], own: Iterable[str]) -> list[int]:
    """The identities that it is worth comparing with: a key counts the more the fewer have it."""
    shared: dict[int, int] = defaultdict(int)
    for numbers in filter(None, map(found.get, own)):
        weight = MOST_OF_A_KEY // len(numbers) + 1
        for number in numbers:
            shared[number] += weight
    best = sorted((-weight, number) for number, weight in shared.items())[:MOST_CANDIDATES]
    return [number for weight, number in best if weight * LEAST_SHARED <= best[0][0]]


def identity_of(candidate: Candidate) -> Identity:
    """The candidate as it is compared."""
    return Identity(candidate.id, _together(candidate.profiles), frozenset({_mark(candidate.id)}))


@lru_cache(maxsize=1024)
def _together(profiles: tuple[str, ...]) -> Profile:
    return merge(*map(read_profile, profiles))


def judgements_of(candidates: Iterable[Candidate]) -> Judgements:
    """What people said of these identities as wholes."""
    return Judgements(
        different=frozenset(frozenset({_mark(each.id), _mark(other)}) for each in candidates for other in each.apart)
    )


def _mark(number: int) -> str:
    """An entity that stands for a whole identity, in an article of its own."""
    return key_of(f"identity {number}", "")


def _join(connection: Connection, choice: Choice, kind: EntityKind) -> Join:
    """The join of a choice, once the identities that it shows to be one are linked."""
    if choice.identity is None:
        return Join(None)
    score, canonical = choice.verdict.score, choice.identity
    for other in choice.merged:
        if kind != "person" or not share_an_article(connection, canonical, other):
            canonical = link(connection, canonical, other)
    return Join(None, joined=choice.identity, canonical=canonical, score=score)


def _told(join: Join, profile: Profile, known: dict[int, Identity], own: tuple[str, ...]) -> Join:
    """The join with what is then known of its identity, and the keys that this adds."""
    if join.joined is None:
        return replace(join, profile=write_profile(profile), keys=own)
    before = known.get(join.joined)
    if before is None:
        return replace(join, keys=own)
    by_name = profile.kind in NAMED_ALONE
    after = _grown(before.profile, _alone(profile) if by_name else profile)
    if after == before.profile:
        return replace(join, keys=own) if by_name else join
    known[join.joined] = replace(before, profile=after)
    return replace(join, profile=write_profile(after), keys=own)


def _grown(before: Profile, told: Profile) -> Profile:
    """What is known with what is told anew, but for what would make it too long: what was known before stays."""
    return replace(
        before,
        names=_with_more(before.names, told.names),
        country=before.country or told.country,
        titles=_with_more(before.titles, told.titles),
        bodies=_with_more(before.bodies, told.bodies),
        fellows=_with_more(before.fellows, told.fellows),
    )


def _with_more(before: tuple[Fact, ...], told: tuple[Fact, ...]) -> tuple[Fact, ...]:
    if len(before) >= MOST_FACTS:
        return before[:MOST_FACTS]
    new = sorted(set(told) - set(before))[: MOST_FACTS - len(before)]
    return tuple(sorted(before + tuple(new))) if new else before


def _alone(profile: Profile) -> Profile:
    return Profile(profile.kind, profile.names, profile.country)


def write_profile(profile: Profile) -> str:
    """The profile as JSON."""
    if profile.kind in NAMED_ALONE:
        profile = _alone(profile)
    titles = [[title.words, title.country, title.body] for title in profile.titles]
    return json.dumps(
        [profile.kind, profile.names, profile.country, titles, profile.bodies, "|".join(profile.fellows)],
        ensure_ascii=False,
    )


@lru_cache(maxsize=2048)
def read_profile(told: str) -> Profile:
    """The profile that `write_profile` wrote."""
    kind, names, country, titles, bodies, fellows = json.loads(told)
    beside = tuple(fellows.split("|")) if fellows else ()
    return Profile(kind, tuple(names), country, tuple(Title(*title) for title in titles), tuple(bodies), beside)
