"""Words of raw text: what stays together, what is cut apart, and that the places are exact."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.language.words import find_words


def words(text: str) -> list[str]:
    return [text[start:end] for start, end in find_words(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They don't agree.", "They do n't agree ."),
        ("They don’t agree.", "They do n’t agree ."),
        ("It's Karadova's plan", "It 's Karadova 's plan"),
        ("the ministers’ talks", "the ministers ’ talks"),
        ("We cannot, won't and can't", "We can not , wo n't and ca n't"),
        ("a two-day, pro-Norland visit", "a two - day , pro-Norland visit"),
        ("the anti-corruption co-chair", "the anti-corruption co-chair"),
        ("the U.S.-led force", "the U.S. - led force"),
        ("Mr. Dral and Gen. Osk", "Mr. Dral and Gen. Osk"),
        ("J. Dral met A.B. Osk", "J. Dral met A.B. Osk"),
        ("at 6 p.m. or 7pm", "at 6 p.m. or 7 pm"),
        ("paid $5m, €3.5bn and US$4.5 million", "paid $ 5 m , € 3.5 bn and US$ 4.5 million"),
        ("1,000,000 people, 12% more", "1,000,000 people , 12 % more"),
        ("the 1990s, the 21st, ’98", "the 1990s , the 21st , ’98"),
        ("on 2024-11-06 at 10:30", "on 2024-11-06 at 10:30"),
        ("see https://example.org/a?b=1.", "see https://example.org/a?b=1 ."),
        ("mail press@example.org, or example.com", "mail press@example.org , or example.com"),
        ("@norland_mfa said #peace", "@norland_mfa said #peace"),
        ("“No,” he said", "“ No , ” he said"),
        ("``No,'' he said", "`` No , '' he said"),
        ("wait... what?! No… --", "wait ... what ?! No … --"),
        ("it ended—finally – so", "it ended — finally – so"),
        ("he said.The end", "he said . The end"),
        ("and/or [sic] (AP)", "and / or [ sic ] ( AP )"),
        ("thanks 👍🏽👨‍👩‍👧 🇳🇴", "thanks 👍🏽 👨‍👩‍👧 🇳🇴"),
        ("D’Alba and O'Neil", "D’Alba and O'Neil"),
        ("No. 5", "No . 5"),
        ("Yahoo! News", "Yahoo! News"),
        ("", ""),
        (" \n\t\u200b\ufeff\x00", ""),
    ],
)
def test_words(text: str, expected: str) -> None:
    assert " ".join(words(text)) == expected


def test_marks_that_are_not_seen_part_words_and_are_in_none() -> None:
    assert words("\u200fMinister\u200e met\x00the\u200bking\ufeff") == ["Minister", "met", "the", "king"]


def test_accents_of_their_own_and_soft_hyphens_stay_in_the_word() -> None:
    assert words("Ka\u0301rolyi coope\u00adrates") == ["Ka\u0301rolyi", "coope\u00adrates"]


@given(st.text())
def test_places_are_in_order_and_lose_nothing_that_is_seen(text: str) -> None:
    places = find_words(text)
    last = 0
    for start, end in places:
        assert last <= start < end <= len(text)
        assert not text[last:start].strip() or not any(ch.isalnum() for ch in text[last:start])
        last = end
    assert not any(ch.isalnum() for ch in text[last:])


@given(st.text(alphabet="aB1.-'’`\"@/#$,:;&)(! \n…U\u200d", max_size=60))
def test_places_are_in_order_for_signs(text: str) -> None:
    covered = "".join(text[start:end] for start, end in find_words(text))
    assert covered == "".join(text.split())
