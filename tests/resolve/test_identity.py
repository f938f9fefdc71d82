"""Whether two profiles are the same, and why: names, offices, countries, bodies, fellows."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.model import EntityKind
from onrecord.resolve.identity import SAME, Profile, Title, compare, keys, merge


def person(*names: str, country: str | None = None, title: str = "", body: str = "", fellows: str = "") -> Profile:
    titles = (Title(title, country or "", body),) if title else ()
    beside = tuple(f"{name} Torvald" for name in fellows.split())
    return Profile("person", names, country, titles, (body,) if body else (), beside)


def body(*names: str, country: str | None = None) -> Profile:
    return Profile("organization", names, country)


def together(one: Profile, other: Profile) -> bool:
    """Compared at all, and taken for one."""
    verdict = compare(one, other)
    assert verdict == compare(other, one)
    return bool(set(keys(one)) & set(keys(other))) and verdict.score >= SAME


@pytest.mark.parametrize(
    ("one", "other", "reason"),
    [
        (person("Ilan Orel"), person("Ilan Orel"), "same name: Ilan Orel"),
        (person("Ilan Orel"), person("Orel Ilan"), "surname first"),
        (person("Ilan Orel"), person("Илан Орел"), "Ilan Orel"),
        (person("Volodymyr Zaritsky"), person("Volodymyr Zaritskyy"), "another spelling"),
        (person("Joseph Karad"), person("Joe Karad"), "short form"),
        (person("Ilan Viktor Orel"), person("Ilan Orel"), "one longer"),
        (person("Wanda Orel Karad"), person("Wanda Orel"), "one longer"),
        (
            person("Wanda II", title="queen", country="no"),
            person("Wanda", title="queen", country="no"),
            "same first name: Wanda",
        ),
        (
            person("Orel", title="president", country="no"),
            person("Ilan Orel", title="president", country="no"),
            "both president of Norway",
        ),
        (
            person("I. Orel", body="Grain Agency", fellows="Ana Bo"),
            person("Ilan Orel", body="Grain Agency", fellows="Ana Bo"),
            "initial",
        ),
        (person("Orel", fellows="Ana Bo Cem"), person("Ilan Orel", fellows="Ana Bo Cem"), "named beside"),
        (
            person("Ilan Orel", title="senator", country="no", fellows="Ana Bo"),
            person("Ilan Orel", title="president", country="no", fellows="Ana Bo"),
            "different offices",
        ),
    ],
)  # fmt: skip
def test_one_person(one: Profile, other: Profile, reason: str) -> None:
    assert together(one, other)
    assert any(reason in told for told in compare(one, other).reasons), compare(one, other).reasons


@pytest.mark.parametrize(
    ("one", "other", "reason"),
    [
        (person("Ilan Orel"), person("Anton Orel"), "different names"),
        (person("Orel"), person("Ilan Orel"), "same surname"),
        (person("Orel"), person("Orel"), "both called Orel"),
        (person("I. Orel"), person("Ilan Orel"), "initial"),
        (person("Ilan Orel Jr."), person("Ilan Orel"), "junior"),
        (person("Ilan W. Orel"), person("Ilan H. W. Orel"), "middle"),
        (
            person("Ilan Orel", country="no"),
            person("Ilan Orel", country="se"),
            "different countries: Norway and Sweden",
        ),
        (person("Mario Karad"), person("Maria Karad"), "different names"),
        (person("Tim Karad"), person("Tom Karad"), "different names"),
        (
            person("Ilan Orel", title="president", country="no"),
            person("Ilan Orel", title="president", country="se"),
            "different countries",
        ),
        (person("Ilan Orel", title="president"), person("Ilan Orel", title="goalkeeper"), "different offices"),
        (
            person("Ilan Orel", title="senator", country="no"),
            person("Ilan Orel", title="goalkeeper", country="no"),
            "different offices",
        ),
    ],
)
def test_two_people(one: Profile, other: Profile, reason: str) -> None:
    assert not together(one, other)
    assert any(reason in told for told in compare(one, other).reasons), compare(one, other).reasons


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (body("Karsk Grain Agency"), body("Karsk Grain Agency")),
        (body("Karsk Grain Organisation"), body("Karsk Grain Organization")),
        (body("Norwegian Supreme Court"), body("Supreme Court", country="no")),
        (body("Greens", country="no"), body("Green Party", country="no")),
        (body("U.S. Senate"), body("United States Senate")),
        (body("Karsk Grain Agency", "KGA"), body("KGA")),
    ],
)
def test_one_body(one: Profile, other: Profile) -> None:
    assert together(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (body("Supreme Court"), body("Supreme Court")),
        (body("Supreme Court", country="no"), body("Supreme Court", country="se")),
        (body("Norwegian Senate"), body("Swedish Senate")),
        (body("Labour Party"), body("Liberal Party")),
        (body("KGA"), body("Karsk Grain Agency")),
        (body("Karsk Grain Fund II"), body("Karsk Grain Fund III")),
        (body("Norwegian Chess Federation", "Chess Federation"), body("Swedish Chess Federation", "Chess Federation")),
        (body("Commission", country="no"), body("Commission", country="no")),
        (body("KGA", country="no"), body("KGA", country="se")),
        (body("Karsk Grain Agency"), person("Karsk Grain Agency")),
    ],
)
def test_two_bodies(one: Profile, other: Profile) -> None:
    assert not together(one, other)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (("Serbia", "rs"), ("Serbian authorities", "rs"), True),
        (("the Kremlin", "ru"), ("Russia", "ru"), True),
        (("Florida", "us"), ("United States", "us"), False),
        (("Florida", "us"), ("Florida", "us"), True),
        (("Georgia", "ge"), ("Georgia", "us"), False),
        (("Orsova", None), ("Orsova", None), True),
        (("Serbia", "rs"), ("Sweden", "se"), False),
    ],
)
def test_states(one: tuple[str, str | None], other: tuple[str, str | None], same: bool) -> None:
    assert together(Profile("state", (one[0],), one[1]), Profile("state", (other[0],), other[1])) is same


def test_places_of_one_name_need_one_country() -> None:
    assert together(Profile("place", ("Karsk",)), Profile("place", ("Karsk",)))
    assert not together(Profile("place", ("Karsk",), "no"), Profile("place", ("Karsk",), "se"))


def test_groups_and_occasions_are_of_one_article() -> None:
    group = Profile("group", ("protesters",))
    assert keys(group) == () and compare(group, group).score == 0.0


def test_merged_profiles_tell_all_that_is_known() -> None:
    one, other = person("Orel", title="senator", country="no"), person("Ilan Orel", fellows="Ana")
    both = merge(one, other)
    assert (both.names, both.country, both.fellows) == (("Ilan Orel", "Orel"), "no", ("Ana Torvald",))
    assert merge(other, one) == both
    assert merge(one, other, both) == merge(both) == both


KINDS: tuple[EntityKind, ...] = ("person", "organization", "state", "place", "group")
WORDS = st.sampled_from(
    ["Ilan", "Orel", "I.", "Ana", "Karsk", "Party", "Norway", "Norwegian", "U.S.", "Jr.", "KP", "bin", "лук"]
)
NAMES = st.lists(st.lists(WORDS, min_size=1, max_size=4).map(" ".join) | st.text(max_size=8), max_size=3).map(tuple)
CODES = st.sampled_from([None, "no", "se", "zz"])
TITLES = st.lists(
    st.builds(Title, st.sampled_from(["president", "senator"]), st.sampled_from(["", "no", "se"])), max_size=2
).map(tuple)


@given(*[st.builds(Profile, st.sampled_from(KINDS), NAMES, CODES, TITLES, NAMES, NAMES)] * 2)
def test_compare_is_the_same_either_way(one: Profile, other: Profile) -> None:
    verdict = compare(one, other)
    assert 0.0 <= verdict.score <= 1.0 and verdict.reasons
    assert verdict == compare(other, one)


@given(st.builds(Profile, st.sampled_from(KINDS), NAMES, CODES))
def test_keys_do_not_depend_on_the_order_of_names(profile: Profile) -> None:
    turned = Profile(profile.kind, profile.names[::-1], profile.country)
    assert keys(turned) == keys(profile)


@pytest.mark.parametrize(
    ("names", "others"),
    [
        (("Associated Press", "AP"), ("Alliance Party", "AP")),
        (("JWK",), ("EWK",)),
        (("Marsh Movement",), ("Marsh Party",)),
    ],
)
def test_bodies_that_share_an_acronym_a_sound_or_a_word_are_two(
    names: tuple[str, ...], others: tuple[str, ...]
) -> None:
    fellows = ("Ana Torvald", "Bo Torvald", "Cem Torvald")
    one, other = (Profile("organization", each, "no", fellows=fellows) for each in (names, others))
    assert not together(one, other)


def test_another_office_of_somebody_with_many_speaks_less_against_it() -> None:
    titles = tuple(Title(words, "no") for words in ("mayor", "minister", "senator"))
    known = Profile("person", ("Ilan Orel",), "no", titles, fellows=("Ana Torvald",))
    seen = person("Ilan Orel", title="president", country="no", fellows="Ana")
    assert together(known, seen)
    assert not together(Profile("person", ("Ilan Orel",), "no", titles[:2], fellows=("Ana Torvald",)), seen)
