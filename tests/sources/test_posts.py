"""Tests of live blogs in pages: each post keeps its time on a line of its own, and dates no article."""

import pytest

from onrecord.claims.for_statements.when_said import find_entry_times
from onrecord.sources.article import extract

TOLD = (
    "Foreign Minister Ana Belu said that Velmark would sign no pact before the summer, and that the talks would go on.",
    "President Tomas Berik of Norland arrived in Halvern, where he is to meet the leaders of the parliament.",
    "Hundreds of people gathered before the parliament in Halvern and called on the government to publish the pact.",
)
HOURS = (12, 11, 10)
HEAD = "<title>Talks, live</title><meta property='og:title' content='Talks, live'>"
INTRO = "<h1>Talks, live</h1><p>Our reporters follow the talks on the pact between Velmark and Norland in Halvern.</p>"


def page(layout: str, *, days: tuple[int, int, int] = (12, 12, 12), shown: str = "{hour}:45", head: str = "") -> str:
    posts = "".join(
        layout.format(time=f'<time datetime="2031-03-{day}T{hour}:45:00Z">{shown.format(hour=hour)}</time>', text=text)
        for hour, day, text in zip(HOURS, days, TOLD, strict=True)
    )
    return f"<html><head>{HEAD}{head}</head><body><main><article>{INTRO}{posts}</article></main></body></html>"


LAYOUTS = {
    "divisions": "<div class=post>{time}<h3>Pact</h3><p>{text}</p></div>",
    "items": "<li>{time}<p>{text}</p></li>",
    "items without paragraphs": "<li>{time} {text}</li>",
    "articles": "<li><article><header><h2>Pact</h2><span>{time}</span></header><div><p>{text}</p></div></article></li>",
    "paragraphs": "<p>{time}</p><p>{text}</p>",
    "in paragraphs": "<p>{time} {text}</p>",
    "sections": "<section><div class=meta>Posted at {time}</div><p>{text}</p></section>",
}


@pytest.mark.parametrize("layout", LAYOUTS)
def test_each_post_stands_below_its_time(layout: str) -> None:
    text, said = extract(page(LAYOUTS[layout]), None)
    lines = [line for line in text.split("\n") if line and "Pact" not in line]
    assert lines[1:] == [line for hour, told in zip(HOURS, TOLD, strict=True) for line in (f"{hour}:45", told)]
    assert [time.text for time in find_entry_times(text, published=said.published)] == ["12:45", "11:45", "10:45"]


def test_posts_of_several_days_or_without_an_hour_to_see_have_their_day_and_hour() -> None:
    several, _said = extract(page(LAYOUTS["items"], days=(13, 12, 12)), None)
    ago, _said = extract(page(LAYOUTS["items"], shown="1h ago"), None)
    assert [time.value for time in find_entry_times(several, published="2031-03-12")] == [
        "2031-03-13", "2031-03-12", "2031-03-12",
    ]  # fmt: skip
    assert "13 March 2031, 12:45\n" in several
    assert "12 March 2031, 12:45\n" in ago


def test_the_article_keeps_its_own_time_else_that_of_its_first_post() -> None:
    own = '<meta property="article:published_time" content="2031-03-11T08:00:00Z">'
    assert extract(page(LAYOUTS["items"], head=own), None)[1].published == "2031-03-11T08:00:00Z"
    assert extract(page(LAYOUTS["items"]), None)[1].published == "2031-03-12T10:45:00+00:00"


def test_times_of_an_article_and_of_teasers_make_no_posts() -> None:
    times = "".join(f'<p>{name} <time datetime="2031-03-12T{hour}:00:00Z">{hour}:00</time></p>'
                    for name, hour in (("Published", "09"), ("Updated", "11")))  # fmt: skip
    teasers = "".join(f'<li><a href="/{hour}">{TOLD[0]}</a> <time>{hour}:00</time></li>' for hour in HOURS)
    body = f"<h1>Talks</h1>{times}{''.join(f'<p>{told}</p>' for told in TOLD)}<ul>{teasers}</ul>"
    text, said = extract(f"<html><body><main><article>{body}</article></main></body></html>", None)
    assert find_entry_times(text, published=None) == ()
    assert said.published == "2031-03-12T09:00:00Z"
