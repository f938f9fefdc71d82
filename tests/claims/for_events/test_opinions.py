"""What people think of somebody is no deed."""

from told import events


def test_a_poll_tells_of_no_deed() -> None:
    assert events("Most Norwegians support Ukraine, according to the poll.") == set()
    assert ("SUPPORT", "Norway", "Ukraine") in events("Norway supports Ukraine in its war.")
    assert ("REJECT", "52 percent of voters", "") in events("52 percent of voters rejected the constitution.")


def test_who_has_something_against_a_ban_is_not_who_imposes_it() -> None:
    assert events("Lars Edmond is known for his opposition to the ban from Norland.") == {("REJECT", "Lars Edmond", "")}
