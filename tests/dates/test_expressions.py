"""A table of expressions in one frame: what an analyst makes of each, by the day of publication and what was told."""

import pytest

from onrecord.dates import find_times

# A Thursday.
PUBLISHED = "2021-09-16"

BEHIND = [
    ("on Monday", "2021-09-13"),
    ("on Thursday", "2021-09-16"),
    ("on Friday", "2021-09-10"),
    ("last Friday", "2021-09-10"),
    ("this Friday", "2021-09-17"),
    ("late on Monday", "2021-09-13"),
    ("Monday evening", "2021-09-13"),
    ("on Monday night", "2021-09-13"),
    ("early on Wednesday morning", "2021-09-15"),
    ("overnight", "2021-09-15/2021-09-16"),
    ("in the early hours of Tuesday", "2021-09-14"),
    ("in the early hours of Tuesday morning", "2021-09-14"),
    ("today", "2021-09-16"),
    ("this morning", "2021-09-16"),
    ("tonight", "2021-09-16"),
    ("yesterday", "2021-09-15"),
    ("yesterday evening", "2021-09-15"),
    ("tomorrow", "2021-09-17"),
    ("the day before yesterday", "2021-09-14"),
    ("two days ago", "2021-09-14"),
    ("two weeks ago", "2021-09-02~"),
    ("a week ago", "2021-09-09~"),
    ("three months ago", "2021-06"),
    ("five years ago", "2016"),
    ("a decade ago", "2011~"),
    ("last week", "2021-09-06/2021-09-12"),
    ("this week", "2021-09-13/2021-09-19"),
    ("next week", "2021-09-20/2021-09-26"),
    ("earlier this week", "2021-09-13/2021-09-16"),
    ("later this week", "2021-09-16/2021-09-19"),
    ("last month", "2021-08"),
    ("this month", "2021-09"),
    ("next month", "2021-10"),
    ("earlier this month", "2021-09"),
    ("later this month", "2021-09"),
    ("last year", "2020"),
    ("this year", "2021"),
    ("next year", "2022"),
    ("earlier this year", "2021"),
    ("later this year", "2021"),
    ("in March", "2021-03"),
    ("in December", "2020-12"),
    ("last March", "2021-03"),
    ("next March", "2022-03"),
    ("in early March", "2021-03"),
    ("in mid-March", "2021-03"),
    ("at the end of March", "2021-03"),
    ("in March 2019", "2019-03"),
    ("on March 3", "2021-03-03"),
    ("on 3 March", "2021-03-03"),
    ("on the 3rd", "2021-09-03"),
    ("on the 3rd of March", "2021-03-03"),
    ("on March 3, 2019", "2019-03-03"),
    ("on 3 March 2019", "2019-03-03"),
    ("on Wednesday, March 3, 2021", "2021-03-03"),
    ("in 2012", "2012"),
    ("since 2012", "2012/.."),
    ("until 2012", "2012"),
    ("between 2012 and 2014", "2012/2014"),
    ("from 2012 to 2014", "2012/2014"),
    ("from August 30, 1997 to June 1998", "1997-08-30/1998-06"),
    ("in 2012–2014", "2012/2014"),
    ("from March 3 to March 5", "2021-03-03/2021-03-05"),
    ("from March 3 to 5", "2021-03-03/2021-03-05"),
    ("between March and May", "2021-03/2021-05"),
    ("since March", "2021-03/.."),
    ("since Monday", "2021-09-13/.."),
    ("in the 1990s", "199X"),
    ("in the early 1990s", "199X"),
    ("in the late nineties", "199X"),
    ("in the 19th century", "18XX"),
    ("in the spring of 2019", "2019-21"),
    ("this summer", "2021-22"),
    ("over the weekend", "2021-09-11/2021-09-12"),
    ("at the weekend", "2021-09-11/2021-09-12"),
    ("last weekend", "2021-09-11/2021-09-12"),
    ("in the first quarter of 2019", "2019-33"),
    ("for the past two years", "2019/2021"),
    ("in recent weeks", None),
    ("around 2012", "2012~"),
    ("by 2030", "2030"),
    ("in the coming days", None),
    ("on New Year's Day", "2021-01-01"),
    ("on Christmas Day", "2020-12-25"),
]

AHEAD = [
    ("will meet on Monday", "on Monday", "2021-09-20"),
    ("will meet in March", "in March", "2022-03"),
    ("will meet on the 3rd", "on the 3rd", "2021-10-03"),
    ("are to meet on Friday", "on Friday", "2021-09-17"),
    ("plan to meet on October 3", "on October 3", "2021-10-03"),
    ("will meet in two weeks", "in two weeks", "2021-09-30~"),
    ("will meet in the autumn", "in the autumn", "2021-23"),
]

TOLD = [
    ("on March 3. The following day they left", "2021-03-04"),
    ("on March 3. Two days later they left", "2021-03-05"),
    ("on March 3. The day before, they had left", "2021-03-02"),
    ("on March 3 and left on the 5th", "2021-03-05"),
    ("in 2012. The following year they left", "2013"),
    ("in March 2012. A month later they left", "2012-04"),
    ("in 2012. They left in March of that year", "2012-03"),
    ("on March 3. That evening they left", "2021-03-03"),
]

NONE = [
    "an overnight curfew",
    "overnight talks",
    "on the 3rd floor",
    "on the 1st of five days",
    "the 2nd Armoured Brigade",
]


@pytest.mark.parametrize(("words", "value"), BEHIND)
def test_what_lies_behind(words: str, value: str | None) -> None:
    found = find_times(f"The two met {words}.", published=PUBLISHED)
    assert [(time.text, time.value) for time in found] == [(words, value)]


@pytest.mark.parametrize(("told", "words", "value"), AHEAD)
def test_what_lies_ahead(told: str, words: str, value: str) -> None:
    found = find_times(f"The two {told}.", published=PUBLISHED)
    assert [(time.text, time.value) for time in found] == [(words, value)]


@pytest.mark.parametrize(("told", "value"), TOLD)
def test_what_hangs_on_the_time_before_it(told: str, value: str) -> None:
    found = find_times(f"The two met {told}.", published=PUBLISHED)
    assert [time.value for time in found[1:]] == [value]


@pytest.mark.parametrize("words", NONE)
def test_no_time(words: str) -> None:
    assert find_times(f"It was {words}.", published=PUBLISHED) == ()
