"""The sides of a tie: each of two that one word stands for, and groups that are led."""

from told import ties


def test_of_both_countries_each_stands_in_the_tie() -> None:
    found = ties("Norway and Sweden met. Both countries are members of NATO.")
    assert found == {("Norway", "member", "NATO"), ("Sweden", "member", "NATO")}


def test_names_before_other_members_are_members() -> None:
    assert ties("Norway and other NATO members met.") == {("Norway", "member", "NATO")}


def test_unnamed_groups_are_led() -> None:
    assert ties("The coalition led by Norway bombed the town.") == {("Norway", "leader", "coalition")}


def test_of_a_family_each_is_a_relative() -> None:
    found = ties("Anton Orten and Clara Orten were away. The Ortens' son Emil was killed.")
    assert found == {("Emil", "relative", "Anton Orten"), ("Emil", "relative", "Clara Orten")}


def test_a_body_joins_an_alliance_and_no_hospital() -> None:
    assert ties("The Karsk Bank joined the Banking Association in May.") == {
        ("Karsk Bank", "member", "Banking Association")
    }
    assert ties("The Karsk Hospital reopened on Sunday, joining the Bergen Hospital.") == set()


def test_a_poll_tells_of_no_tie() -> None:
    assert ties("A poll showed 48 percent of voters support President Ana Torvald.") == set()
