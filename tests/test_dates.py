"""Time expressions: what is found, with which words, and what it resolves to."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.dates import find_times, resolve
from onrecord.dates.find import RULES

# A Thursday.
PUBLISHED = "2021-09-16"

FOUND = [
    ("They met on 6 November 2024.", "on 6 November 2024", "2024-11-06", "absolute"),
    ("They met on the 6th of November 2024.", "on the 6th of November 2024", "2024-11-06", "absolute"),
    ("They met on November 6, 2024.", "on November 6, 2024", "2024-11-06", "absolute"),
    ("They met on Nov. 6th, 2024.", "on Nov. 6th, 2024", "2024-11-06", "absolute"),
    ("They met on Wednesday, November 6, 2024.", "on Wednesday, November 6, 2024", "2024-11-06", "absolute"),
    ("They met on Wednesday 6 November 2024.", "on Wednesday 6 November 2024", "2024-11-06", "absolute"),
    ("Signed 2024-11-06.", "2024-11-06", "2024-11-06", "absolute"),
    ("Signed 2024-11-06T15:30:00Z.", "2024-11-06T15:30:00Z", "2024-11-06", "absolute"),
    ("She resigned in September 2019.", "in September 2019", "2019-09", "absolute"),
    ("She resigned in early September 2019.", "in early September 2019", "2019-09", "absolute"),
    ("She resigned in 2012.", "in 2012", "2012", "absolute"),
    ("She has led it since 2012.", "since 2012", "2012/..", "absolute"),
    ("It began around 2012.", "around 2012", "2012~", "absolute"),
    ("It began in late 2018.", "in late 2018", "2018", "absolute"),
    ("The term runs through 2023.", "through 2023", "../2023", "absolute"),
    ("It ruled between 2014 and 2018.", "between 2014 and 2018", "2014/2018", "absolute"),
    ("It ruled from 2014 to 2018.", "from 2014 to 2018", "2014/2018", "absolute"),
    ("It ruled 2014–18.", "2014–18", "2014/2018", "absolute"),
    ("He won in 2014 and 2018.", "in 2014 and 2018", "{2014,2018}", "absolute"),
    ("He won in 2003 and 2004.", "in 2003 and 2004", "2003/2004", "absolute"),
    ("He toured it from 5-6 April 2016.", "from 5-6 April 2016", "2016-04-05/2016-04-06", "absolute"),
    ("It shut on December 5 and 6, 2019.", "on December 5 and 6, 2019", "2019-12-05/2019-12-06", "absolute"),
    ("Talks ran from March to June 2019.", "from March to June 2019", "2019-03/2019-06", "absolute"),
    ("Talks ran in summer 2019.", "in summer 2019", "2019-22", "absolute"),
    ("Talks ran in the spring of 2019.", "in the spring of 2019", "2019-21", "absolute"),
    ("Talks ran between March and June.", "between March and June", "2021-03/2021-06", "relative"),
    ("Talks ran from December to March.", "from December to March", "2020-12/2021-03", "relative"),
    ("Talks ran from May 3 to June 9, 2019.", "from May 3 to June 9, 2019", "2019-05-03/2019-06-09", "relative"),
    ("He grew rich in the 1990s.", "in the 1990s", "199X", "absolute"),
    ("He grew rich in the early 1990s.", "in the early 1990s", "199X", "absolute"),
    ("A treaty of the 19th century.", "19th century", "18XX", "absolute"),
    ("She led it during the Second World War.", "during the Second World War", "1939/1945", "absolute"),
    ("They met on 6 September.", "on 6 September", "2021-09-06", "relative"),
    ("They met on December 14.", "on December 14", "2020-12-14", "relative"),
    ("The final debate is scheduled for October 2.", "October 2", "2021-10-02", "relative"),
    ("They met in June.", "in June", "2021-06", "relative"),
    ("They met in early March.", "in early March", "2021-03", "relative"),
    ("They have met since June.", "since June", "2021-06/..", "relative"),
    ("They met last June.", "last June", "2021-06", "relative"),
    ("They met in June of last year.", "in June of last year", "2020-06", "relative"),
    ("They met on Monday.", "on Monday", "2021-09-13", "relative"),
    ("They met on Thursday.", "on Thursday", "2021-09-16", "relative"),
    ("They met last Friday.", "last Friday", "2021-09-10", "relative"),
    ("They met last Thursday.", "last Thursday", "2021-09-09", "relative"),
    ("They meet next Monday.", "next Monday", "2021-09-20", "relative"),
    ("They will meet on Monday.", "on Monday", "2021-09-20", "relative"),
    ("They met late on Monday.", "late on Monday", "2021-09-13", "relative"),
    ("They met on Monday morning.", "on Monday morning", "2021-09-13", "relative"),
    ("They met Tuesday of last week.", "Tuesday of last week", "2021-09-07", "relative"),
    ("They met today.", "today", "2021-09-16", "relative"),
    ("They met early yesterday afternoon.", "early yesterday afternoon", "2021-09-15", "relative"),
    ("They met last night.", "last night", "2021-09-15", "relative"),
    ("They meet tomorrow.", "tomorrow", "2021-09-17", "relative"),
    ("They meet the day after tomorrow.", "the day after tomorrow", "2021-09-18", "relative"),
    ("They met this week.", "this week", "2021-09-13/2021-09-19", "relative"),
    ("They met earlier this week.", "earlier this week", "2021-09-13/2021-09-16", "relative"),
    ("They met last week.", "last week", "2021-09-06/2021-09-12", "relative"),
    ("They meet next week.", "next week", "2021-09-20/2021-09-26", "relative"),
    ("They met last weekend.", "last weekend", "2021-09-11/2021-09-12", "relative"),
    ("They met earlier this month.", "earlier this month", "2021-09", "relative"),
    ("They met late last month.", "late last month", "2021-08", "relative"),
    ("They meet next month.", "next month", "2021-10", "relative"),
    ("They met earlier this year.", "earlier this year", "2021", "relative"),
    ("They met late last year.", "late last year", "2020", "relative"),
    ("They met at the end of last year.", "at the end of last year", "2020", "relative"),
    ("They leave by the end of the year.", "by the end of the year", "2021", "relative"),
    ("They met this summer.", "this summer", "2021-22", "relative"),
    ("They meet next spring.", "next spring", "2022-21", "relative"),
    ("They met two days ago.", "two days ago", "2021-09-14", "relative"),
    ("They met a week ago.", "a week ago", "2021-09-09~", "relative"),
    ("They met three months ago.", "three months ago", "2021-06", "relative"),
    ("They met three years ago.", "three years ago", "2018", "relative"),
    ("They met nearly two years ago.", "nearly two years ago", "2019~", "relative"),
    ("They met several years ago.", "several years ago", None, "relative"),
    ("It fell over the past two years.", "over the past two years", "2019/2021", "relative"),
    ("They met on Jan. 3 last year.", "on Jan. 3 last year", "2020-01-03", "relative"),
    ("They meet on 3 January next year.", "on 3 January next year", "2022-01-03", "relative"),
    ("It ran from July 13 to 17 of last year.", "from July 13 to 17 of last year", "2020-07-13/2020-07-17", "relative"),
    ("They met in the summer of last year.", "in the summer of last year", "2020-22", "relative"),
    ("They met in the first week of April.", "in the first week of April", "2021-04-01/2021-04-07", "relative"),
    ("They met in the last week of March 2020.", "in the last week of March 2020", "2020-03-25/2020-03-31", "absolute"),
    ("It fell in the fourth quarter of 2019.", "in the fourth quarter of 2019", "2019-36", "absolute"),
    ("He ruled in the seventies.", "in the seventies", "197X", "absolute"),
    ("A treaty of the mid-nineteenth century.", "mid-nineteenth century", "18XX", "absolute"),
    ("Beginning in 2010, he led it.", "Beginning in 2010", "2010/..", "absolute"),
    ("He led it from 2012 until his death in 2016.", "from 2012 until his death in 2016", "2012/2016", "absolute"),
    ("He led it from 2015 onwards.", "from 2015 onwards", "2015/..", "absolute"),
    ("The mayor (2011–present) left.", "2011–present", "2011/..", "absolute"),
    ("He led it in 2019/20.", "in 2019/20", "2019/2020", "absolute"),
    ("He has been ill since last week.", "since last week", "2021-09-06/..", "relative"),
    ("He resigned two days after the vote.", "two days after the vote", None, "order"),
    ("He has since resigned.", "since", None, "order"),
    ("They met the following Monday.", "the following Monday", None, "relative"),
    ("After the September 11 attacks, it closed.", "After the September 11 attacks", "2001-09-11/..", "absolute"),
    ("They recently met.", "recently", None, "relative"),
    ("They had previously met.", "previously", None, "order"),
    ("He subsequently resigned.", "subsequently", None, "order"),
    ("He was formerly a judge.", "formerly", None, "order"),
    ("They met in the past.", "in the past", None, "order"),
    ("Following the visit, he resigned.", "Following the visit", None, "order"),
    ("He left after the Velmark summit.", "after the Velmark summit", None, "order"),
    ("He asked Anne May, then the mayor.", "then", None, "order"),
]


@pytest.mark.parametrize(("text", "words", "value", "anchor"), FOUND)
def test_found_with_its_value(text: str, words: str, value: str | None, anchor: str) -> None:
    times = find_times(text, published=PUBLISHED)
    assert [(time.text, time.value, time.anchor) for time in times] == [(words, value, anchor)]


@pytest.mark.parametrize(
    "text",
    [
        "May said she would go.",
        "The proposal was attacked by May.",
        "May's cabinet met.",
        "He joined the March on Velmark.",
        "He may march again.",
        "The Second Circuit agreed.",
        "The Sun wrote so.",
        "It was after a Friday prayer.",
        "Friday prayers went ahead.",
        "They meet every Monday.",
        "Mondays are quiet.",
        "He left half a year ago.",
        "He is in his seventies.",
        "He was ill on the last three days of it.",
        "It paid 19/20 of it.",
        "Black Friday was quiet.",
        "He told USA Today so.",
        "He was on The Tonight Show.",
        "It moved 2000 troops.",
        "It paid $2012 for it.",
        "Call 555-2012.",
        "He has 2,019 of them.",
        "Resolution 1973 was adopted.",
        "The Sunday Times wrote so.",
        "He wrote sooner rather than later than most.",
        "It met on 31 February 2019.",
        "A report of 12 pages.",
        "He fell.",
        "",
    ],
)
def test_no_time_in(text: str) -> None:
    assert find_times(text, published=PUBLISHED) == ()


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("He left on May 3, 2019. He returned the same day.", ["2019-05-03", "2019-05-03"]),
        ("He left on May 3, 2019. He returned the following day.", ["2019-05-03", "2019-05-04"]),
        ("He left on May 3, 2019. He returned two days later.", ["2019-05-03", "2019-05-05"]),
        ("He left on May 3, 2019. He returned the following Monday.", ["2019-05-03", "2019-05-06"]),
        ("He left on May 3, 2019. They met that Sunday.", ["2019-05-03", "2019-05-05"]),
        ("He left on May 3, 2019. They met that weekend.", ["2019-05-03", "2019-05-04/2019-05-05"]),
        (
            "He left on Monday. He will speak on October 5. He spoke the same day.",
            ["2021-09-13", "2021-10-05", "2021-09-13"],
        ),
        ("He will speak on October 5. The vote is due the following day.", ["2021-10-05", "2021-10-06"]),
        ("He left in 2016. Eight years earlier he won.", ["2016", "2008"]),
        ("He left on Monday. Later in the day he spoke.", ["2021-09-13", "2021-09-13"]),
        ("He left on Monday at 10:30 BST (0930 UTC).", ["2021-09-13"]),
        ("He left on Monday. He spoke at 5 p.m. to us.", ["2021-09-13", "2021-09-13"]),
        ("It ceded it in 1997. Since then, it grew.", ["1997", "1997/.."]),
        ("The protests began in June. It changed since the protests began in June.", ["2021-06", "2021-06/.."]),
    ],
)
def test_read_against_what_came_before(text: str, values: list[str]) -> None:
    assert [time.value for time in find_times(text, published=PUBLISHED)] == values


@pytest.mark.parametrize("published", [None, "", "yesterday", "2021", "2021-13-40"])
def test_without_a_day_of_publication_nothing_relative_is_guessed(published: str | None) -> None:
    text = "On Monday, two days ago, last week, in June, on May 3, this summer and next year. He led it in 2012."
    assert [time.value for time in find_times(text, published=published)][-1] == "2012"
    assert {time.value for time in find_times(text, published=published)[:-1]} == {None}


def test_year_of_the_sentence_serves_a_text_without_date() -> None:
    text = "He went to Velmark on 4 April and to Ost from 5-6 April 2016."
    assert [time.value for time in find_times(text, published=None)] == ["2016-04-04", "2016-04-05/2016-04-06"]


def test_date_and_time_of_publication() -> None:
    (time,) = find_times("They met today.", published="2021-09-16T08:00:00Z")
    assert time.value == "2021-09-16"


@pytest.mark.parametrize(
    ("words", "past", "ahead"),
    [
        ("on Monday", "2021-09-13", "2021-09-20"),
        ("on Thursday", "2021-09-16", "2021-09-16"),
        ("in March", "2021-03", "2022-03"),
        ("on 6 November", "2020-11-06", "2021-11-06"),
        ("next Monday", "2021-09-20", "2021-09-20"),
        ("yesterday", "2021-09-15", "2021-09-15"),
        ("in 2012", "2012", "2012"),
    ],
)
def test_tense_decides(words: str, past: str, ahead: str) -> None:
    (time,) = find_times(f"They met {words}.", published=PUBLISHED)
    assert resolve(time, published=PUBLISHED, future=False).value == past
    assert resolve(time, published=PUBLISHED, future=True).value == ahead
    assert resolve(time, published=PUBLISHED, future=True).span == time.span


def test_what_hangs_on_the_text_keeps_its_value() -> None:
    times = find_times("He left on May 3, 2019. He returned the same day.", published=PUBLISHED)
    assert resolve(times[1], published=PUBLISHED, future=True).value == "2019-05-03"


def test_rules_have_names_of_their_own() -> None:
    assert len({rule.name for rule in RULES}) == len(RULES)


PIECES = st.sampled_from(
    "on in since between and to from May March Monday 31 30 2 2019 0001 9999 last next this week weekend month year "
    "days ago two the same following day later century 1990s 5 p.m. spring : , . - ’s early end of".split()
)
DATES = st.one_of(st.none(), st.dates().map(str), st.text(max_size=12))


@given(st.one_of(st.text(), st.lists(PIECES).map(" ".join)), DATES, st.sampled_from([None, True, False]))
def test_any_text_gives_sorted_exact_spans(text: str, published: str | None, future: bool | None) -> None:
    end = 0
    for time in find_times(text, published=published, future=future):
        assert end <= time.span.start
        end = time.span.end
        assert time.span.of(text) == time.text
        resolve(time, published=published, future=True)


@given(st.dates(min_value=date(1700, 1, 1), max_value=date(2099, 12, 31)))
def test_a_day_in_words_is_read_back(day: date) -> None:
    for words in (f"{day:%B} {day.day}, {day.year}", f"{day.day} {day:%B} {day.year}"):
        (time,) = find_times(f"It met on {words}.", published=None)
        assert (time.text, time.value, time.anchor) == (f"on {words}", str(day), "absolute")


@given(st.dates(min_value=date(1990, 1, 8), max_value=date(2090, 1, 1)), st.integers(1, 6))
def test_a_weekday_is_one_of_the_seven_days_behind_or_ahead(day: date, back: int) -> None:
    past = day - timedelta(days=back)
    (time,) = find_times(f"They met on {past:%A}.", published=str(day))
    assert time.value == str(past)
    (time,) = find_times(f"They met {back} days ago.", published=str(day))
    assert time.value == str(past)
    ahead = day + timedelta(days=back)
    (time,) = find_times(f"They will meet on {ahead:%A}.", published=str(day))
    assert time.value == str(ahead)


@given(st.dates(min_value=date(1700, 1, 1), max_value=date(2090, 1, 1)), st.integers(1, 20))
def test_days_counted_from_a_dated_event(day: date, count: int) -> None:
    text = f"He left on {day:%B} {day.day}, {day.year}. He returned {count} days later."
    assert find_times(text, published="2099-01-01")[-1].value == str(day + timedelta(days=count))


@given(st.integers(1600, 2090), st.integers(1, 9))
def test_years_are_read_back(start: int, length: int) -> None:
    (time,) = find_times(f"He led it from {start} to {start + length}.", published=None)
    assert time.value == f"{start}/{start + length}"
    (time,) = find_times(f"He has led it since {start}.", published=None)
    assert time.value == f"{start}/.."


@given(st.dates())
def test_a_written_day_is_read_back(day: object) -> None:
    (time,) = find_times(f"It met on {day}.", published=None)
    assert time.value == str(day)
