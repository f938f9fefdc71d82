"""Which identity an entity joins: the best, none in doubt, and what people decided before all."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.errors import ResolveError
from onrecord.resolve.clusters import Identity, Judgements, choose, key_of
from onrecord.resolve.identity import Profile, Title


def president(name: str, country: str | None) -> Profile:
    return Profile("person", (name,), country, (Title("president", country),) if country else ())


NORTH = Identity(1, president("Ilan Orel", "no"), frozenset({"a:e1"}))
SOUTH = Identity(2, president("Ilan Orel", "za"), frozenset({"b:e1"}))
OTHER = Identity(3, president("Anton Karad", "no"), frozenset({"a:e2"}))


def judged(*pairs: tuple[str, str]) -> frozenset[frozenset[str]]:
    return frozenset(frozenset(pair) for pair in pairs)


def test_the_identity_that_fits_is_joined() -> None:
    choice = choose("c:e1", president("Orel", "no"), [OTHER, NORTH, SOUTH])
    assert choice.identity == 1
    assert "both president of Norway" in choice.verdict.reasons


def test_in_doubt_none_is_joined() -> None:
    choice = choose("c:e1", president("Ilan Orel", None), [NORTH, SOUTH])
    assert choice.identity is None
    assert choice.verdict.reasons[-1] == "another identity fits as well"


def test_nothing_fits() -> None:
    assert choose("c:e1", president("Vesna Bral", "no"), [NORTH, SOUTH]).identity is None
    assert choose("c:e1", president("Vesna Bral", "no"), []).identity is None


def test_two_identities_that_turn_out_to_be_one_are_merged() -> None:
    early, late = (Identity(number, president("Ilan Orel", "no"), frozenset({f"{number}:e1"})) for number in (4, 5))
    choice = choose("c:e1", president("Ilan Orel", "no"), [late, early])
    assert (choice.identity, choice.merged) == (4, (5,))


def test_two_people_of_one_article_stay_two() -> None:
    assert choose("a:e7", president("Orel", "no"), [NORTH]).identity is None
    assert choose("aa:e7", president("Orel", "no"), [NORTH]).identity == 1


def test_people_decide() -> None:
    stranger = president("Vesna Bral", "za")
    assert choose("c:e1", stranger, [NORTH], Judgements(same=judged(("c:e1", "a:e1")))).identity == 1
    own = president("Ilan Orel", "no")
    assert choose("c:e1", own, [NORTH], Judgements(different=judged(("c:e1", "a:e1")))).identity is None


def test_people_keep_identities_apart() -> None:
    early, late = (Identity(number, president("Ilan Orel", "no"), frozenset({f"{number}:e1"})) for number in (4, 5))
    apart = Judgements(different=judged(("4:e1", "5:e1")))
    assert choose("c:e1", president("Ilan Orel", "no"), [early, late], apart).identity is None


def test_judgements_that_contradict_each_other_are_an_error() -> None:
    both = Judgements(same=judged(("c:e1", "a:e1")), different=judged(("c:e1", "a:e9")))
    with pytest.raises(ResolveError, match="take one back"):
        both.of("c:e1", {"a:e1", "a:e9"})
    two = Judgements(same=judged(("c:e1", "a:e1"), ("c:e1", "b:e1")))
    with pytest.raises(ResolveError, match="join these first"):
        choose("c:e1", president("Ilan Orel", None), [NORTH, SOUTH], two)


@given(st.permutations([NORTH, SOUTH, OTHER]), st.sampled_from([None, "no", "za", "se"]))
def test_the_order_of_candidates_does_not_matter(candidates: list[Identity], country: str | None) -> None:
    profile = president("Orel", country)
    assert choose("c:e1", profile, candidates) == choose("c:e1", profile, [NORTH, SOUTH, OTHER])


def test_a_key_names_article_and_entity() -> None:
    assert key_of("a", "e1") == "a:e1"
