"""Whether two profiles, each gathered from one article or from many, are the same person, body or state, and why.

A name says how likely that is at all; what stands around it (office, country, bodies, who else is named) decides
between namesakes. The points are added up as in nomenklatura's logic-v2 (one score for the names, then what speaks for
and against it), and every point comes with a reason that people can read. In doubt two profiles are kept apart.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import TypeVar

from onrecord.model import EntityKind
from onrecord.names import normalise
from onrecord.places import country_of_code
from onrecord.resolve.bodies import body_keys, compare_bodies
from onrecord.resolve.evidence import Evidence
from onrecord.resolve.persons import compare_persons, person_keys
from onrecord.resolve.territories import compare_places, compare_states, place_keys, state_keys

SAME = 0.7
"""From this score on two profiles are taken for one; `python -m benchmarks.identity` measures what that means."""
SAME_OFFICE, SAME_TITLE, SAME_BODY, SAME_COUNTRY = 0.35, 0.12, 0.15, 0.06
OTHER_COUNTRY, OTHER_OFFICE = {"person": -0.22, "organization": -0.05}, -0.25
MANY_OFFICES, ANOTHER_OFFICE = 3, -0.15
"""Who is known by so many offices goes from one to the next: another one speaks less against it."""
MANY_FELLOWS, FELLOWS_SHARE, FELLOWS_POINTS = 3, 0.25, 0.3
"""So many people and bodies named beside both, if they are that share of the fewer, count in full; else in part."""


@dataclass(frozen=True, slots=True, order=True)
class Title:
    """An office: its words in lower case ("deputy prime minister"), country (ISO code) and body; "" where untold."""

    words: str
    country: str = ""
    body: str = ""


Fact = TypeVar("Fact", str, Title)


@dataclass(frozen=True, slots=True)
class Profile:
    """What is known of an entity: all its names, offices and bodies, and the others named in the same articles.

    The names of these fellows stand as `normalise` gives them.
    """

    kind: EntityKind
    names: tuple[str, ...]
    country: str | None = None
    titles: tuple[Title, ...] = ()
    bodies: tuple[str, ...] = ()
    fellows: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Verdict:
    """How sure it is, from 0 to 1, that two profiles are the same, and what speaks for and against it."""

    score: float
    reasons: tuple[str, ...]

    @property
    def same(self) -> bool:
        """True when the score is enough to take the profiles for one."""
        return self.score >= SAME


def keys(profile: Profile) -> tuple[str, ...]:
    """The keys under which to look for profiles that may be the same; those that share none are never compared."""
    found: Iterable[str]
    match profile.kind:
        case "person":
            found = person_keys(profile.names)
        case "organization":
            found = body_keys(profile.names)
        case "state":
            found = state_keys(profile.names, profile.country)
        case "place":
            found = place_keys(profile.names)
        case _:
            found = ()
    return tuple(sorted({f"{profile.kind}/{key}" for key in found}))


def compare(one: Profile, other: Profile) -> Verdict:
    """Whether two profiles are the same, the same either way."""
    if one.kind != other.kind:
        return Verdict(0.0, (" and ".join(sorted((one.kind, other.kind))),))
    match one.kind:
        case "person":
            named = compare_persons(one.names, other.names)
        case "organization":
            named = compare_bodies(one.names, one.country, other.names, other.country)
        case "state":
            named = compare_states(one.names, one.country, other.names, other.country)
            return Verdict(named.points, (named.reason,))
        case "place":
            named = compare_places(one.names, one.country, other.names, other.country)
            return Verdict(named.points, (named.reason,))
        case _:
            return Verdict(0.0, (f"each {one.kind} is of one article only",))
    return _verdict([named, *_context(one, other)]) if named.points else Verdict(0.0, (named.reason,))


def merge(*profiles: Profile) -> Profile:
    """The profile of one thing of which all tell; the order does not matter, except for whose country is kept."""
    if len(profiles) == 1:
        return profiles[0]
    return Profile(
        profiles[0].kind,
        _union(each.names for each in profiles),
        next((each.country for each in profiles if each.country), None),
        _union(each.titles for each in profiles),
        _union(each.bodies for each in profiles),
        _union(each.fellows for each in profiles),
    )


def _union(facts: Iterable[tuple[Fact, ...]]) -> tuple[Fact, ...]:
    return tuple(sorted({fact for some in facts for fact in some}))


def _verdict(evidence: Iterable[Evidence]) -> Verdict:
    told = list(evidence)
    score = min(1.0, max(0.0, sum(each.points for each in told)))
    return Verdict(round(score, 3), tuple(each.reason for each in told))


def _context(one: Profile, other: Profile) -> Iterable[Evidence]:
    if one.country and other.country:
        if one.country == other.country:
            yield Evidence(SAME_COUNTRY, f"same country: {_country(one.country)}")
        else:
            countries = " and ".join(_country(code) for code in sorted((one.country, other.country)))
            yield Evidence(OTHER_COUNTRY[one.kind], f"different countries: {countries}")
    yield from _offices(one, other)
    if shared := _folded(one.bodies).keys() & _folded(other.bodies).keys():
        yield Evidence(SAME_BODY, f"both of {_folded(one.bodies)[min(shared)]}")
    yield from _fellows(one.fellows, other.fellows)


def _offices(one: Profile, other: Profile) -> Iterable[Evidence]:
    if not one.titles or not other.titles:
        return
    by_words: dict[str, list[Title]] = defaultdict(list)
    for title in other.titles:
        by_words[title.words].append(title)
    alike = [(title, other_title) for title in one.titles for other_title in by_words.get(title.words, ())]
    same = sorted(_fuller(*pair) for pair in alike if _is_one_office(*pair))
    if same:
        yield Evidence(SAME_OFFICE, f"both {_told(same[0])}")
    elif fitting := sorted(title.words for title, other_title in alike if not _is_apart(title, other_title)):
        yield Evidence(SAME_TITLE, f"both {fitting[0]}")
    elif not alike:
        many = max(len({title.words for title in profile.titles}) for profile in (one, other)) >= MANY_OFFICES
        yield Evidence(ANOTHER_OFFICE if many else OTHER_OFFICE, "different offices")


def _fuller(one: Title, other: Title) -> Title:
    """Of two ways to tell an office the one that names its body."""
    return max(one, other, key=lambda title: (title.body, title.country))


def _is_one_office(one: Title, other: Title) -> bool:
    """The same title in the same country or body, and not in another one."""
    told = bool(one.country and one.country == other.country) or bool(one.body and one.body == other.body)
    return told and not _is_apart(one, other)


def _is_apart(one: Title, other: Title) -> bool:
    countries = bool(one.country and other.country and one.country != other.country)
    return countries or bool(one.body and other.body and one.body != other.body and one.country != other.country)


def _told(title: Title) -> str:
    where = title.body or (_country(title.country) if title.country else "")
    return f"{title.words} of {where}" if where else title.words


def _fellows(ones: tuple[str, ...], others: tuple[str, ...]) -> Iterable[Evidence]:
    shared = sorted(set(ones).intersection(others))
    if not shared:
        return
    share = len(shared) / min(len(ones), len(others))
    points = FELLOWS_POINTS * min(1.0, len(shared) / MANY_FELLOWS * min(1.0, share / FELLOWS_SHARE))
    told = ", ".join(name.title() for name in shared[:MANY_FELLOWS])
    more = f" and {len(shared) - MANY_FELLOWS} more" if len(shared) > MANY_FELLOWS else ""
    yield Evidence(points, f"named beside {told}{more}")


@lru_cache(maxsize=4096)
def _folded(names: tuple[str, ...]) -> dict[str, str]:
    """The names by their normal form; of several that fold into one, the first in the order of the alphabet."""
    return {normalise(name): name for name in sorted(names, reverse=True)}


def _country(code: str) -> str:
    known = country_of_code(code)
    return known.name if known else code
