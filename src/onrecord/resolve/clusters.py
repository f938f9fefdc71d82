"""Which of the identities that a record already knows an entity of a new article joins, or none.

Entities come one at a time and join at once (as in streaming entity resolution; no pair is compared twice). What people
decided wins over the machine, and where two identities fit as well the entity joins neither: what is wrongly kept
apart can be joined later, what is wrongly joined spoils two histories.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from onrecord.errors import ResolveError
from onrecord.resolve.identity import Profile, Verdict, compare

MARGIN = 0.1
"""How much better the best identity has to fit than the next best."""


@dataclass(frozen=True, slots=True)
class Identity:
    """One thing of the world as the record knows it: what all its entities tell, and the keys of these entities.

    A key is the id of the article, a colon, and the id of the entity in it, as `key_of` makes it.
    """

    id: int
    profile: Profile
    members: frozenset[str] = frozenset()


def key_of(article: str, entity: str) -> str:
    """The key of an entity among all articles."""
    return f"{article}:{entity}"


@dataclass(frozen=True, slots=True)
class Judgements:
    """Pairs of entities, by key, that people said to be the same or different."""

    same: frozenset[frozenset[str]] = frozenset()
    different: frozenset[frozenset[str]] = frozenset()

    def of(self, key: str, members: Iterable[str]) -> bool | None:
        """Whether people said that the entity is one of these (True), is none of them (False), or nothing (None).

        Raises ResolveError when they said both.
        """
        pairs = {frozenset({key, member}) for member in members if member != key}
        if pairs & self.same and pairs & self.different:
            raise ResolveError(f"{key} is judged both the same as and different from one identity: take one back")
        return True if pairs & self.same else False if pairs & self.different else None


NOTHING_JUDGED = Judgements()


@dataclass(frozen=True, slots=True)
class Choice:
    """The identity that an entity joins, or None for a new one, and the verdict on the best of the candidates.

    `merged` are other candidates that turn out to be that same identity, now that more is known of both.
    """

    identity: int | None
    verdict: Verdict
    merged: tuple[int, ...] = ()


def choose(
    key: str, profile: Profile, candidates: Sequence[Identity], judgements: Judgements = NOTHING_JUDGED
) -> Choice:
    """Which candidate the entity with this key joins; the order of the candidates does not matter.

    Raises ResolveError when people said that it is the same as two different candidates.
    """
    judged: Mapping[int, bool | None] = {each.id: judgements.of(key, each.members) for each in candidates}
    decided = [identity for identity, verdict in judged.items() if verdict]
    if len(decided) > 1:
        raise ResolveError(f"{key} is judged the same as identities {sorted(decided)}: join these first")
    if decided:
        return Choice(decided[0], Verdict(1.0, ("people said so",)))
    open_to = [each for each in candidates if judged[each.id] is None and not _is_beside(key, profile, each)]
    return _best([(compare(profile, each.profile), each) for each in open_to], judgements)


def _is_beside(key: str, profile: Profile, identity: Identity) -> bool:
    """True when the identity has another person of the same article: the reader of the article told them apart."""
    article = key_of(key.rpartition(":")[0], "")
    return profile.kind == "person" and any(member.startswith(article) for member in identity.members - {key})


def _best(ranked: list[tuple[Verdict, Identity]], judgements: Judgements) -> Choice:
    """The best candidate, unless another one fits as well and is not the same thing."""
    ranked.sort(key=lambda pair: (-pair[0].score, -len(pair[1].members), pair[1].id))
    if not ranked:
        return Choice(None, Verdict(0.0, ("no candidate",)))
    verdict, best = ranked[0]
    if not verdict.same:
        return Choice(None, verdict)
    rivals = [each for other, each in ranked[1:] if other.same and other.score > verdict.score - MARGIN]
    if all(_is_one(best, rival, judgements) for rival in rivals):
        return Choice(best.id, verdict, tuple(sorted(rival.id for rival in rivals)))
    return Choice(None, Verdict(verdict.score, (*verdict.reasons, "another identity fits as well")))


def _is_one(one: Identity, other: Identity, judgements: Judgements) -> bool:
    """True when two identities that an entity fits are the same, and nobody said otherwise."""
    articles = [{member.rpartition(":")[0] for member in each.members} for each in (one, other)]
    if one.profile.kind == "person" and articles[0] & articles[1]:
        return False
    if any(judgements.of(member, other.members) is False for member in one.members):
        return False
    return compare(one.profile, other.profile).same
