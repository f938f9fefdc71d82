"""Talks, meetings and joint work: how many take part, and on how many occasions."""

import pytest

from onrecord.claims.events import find_events
from onrecord.claims.tree import Tree
from onrecord.claims.who import find_cast
from onrecord.language import analyse
from onrecord.model import Document, Event


def told(sentence: str) -> list[tuple[str, str | None, str]]:
    """Type, mode and sides of each event, by name."""
    tree = Tree(analyse(Document(id="talks", text=sentence)))
    cast = find_cast(tree)
    events = [draft.what for draft in find_events(tree, cast) if isinstance(draft.what, Event)]
    names = cast.entities
    return [(e.event, e.mode, " + ".join(names[side].name for side in (*e.actors, *e.recipients))) for e in events]


def test_separate_meetings_are_one_each() -> None:
    assert told("Ana Torvald held separate talks with Lars Edmond and Maria Falk.") == [
        ("CONSULT", "meet", "Ana Torvald + Lars Edmond"),
        ("CONSULT", "meet", "Ana Torvald + Maria Falk"),
    ]
    assert told("Norway and Sweden held bilateral talks.") == [("CONSULT", "meet", "Norway + Sweden")]
    assert told("Ana Torvald held talks with Lars Edmond and Maria Falk.") == [
        ("CONSULT", "multilateral", "Ana Torvald + Lars Edmond + Maria Falk")
    ]


@pytest.mark.parametrize(
    ("sentence", "mode"),
    [
        ("Ana Torvald held meetings with Lars Edmond and Maria Falk.", "meet"),
        ("In separate meetings with Lars Edmond and Maria Falk, Ana Torvald promised help.", "meet"),
        ("Ana Torvald met Lars Edmond and, separately, Maria Falk.", "meet"),
        ("Ana Torvald held separate phone calls with Lars Edmond and Maria Falk.", "phone"),
        ("Ana Torvald spoke separately by phone with Lars Edmond and Maria Falk.", "phone"),
    ],
)
def test_several_are_met_one_by_one(sentence: str, mode: str) -> None:
    assert [one for one in told(sentence) if one[0] == "CONSULT"] == [
        ("CONSULT", mode, "Ana Torvald + Lars Edmond"),
        ("CONSULT", mode, "Ana Torvald + Maria Falk"),
    ]


@pytest.mark.parametrize(
    ("sentence", "mode"),
    [
        ("Ana Torvald met her Norwegian, Swedish and Danish counterparts.", "multilateral"),
        ("Ana Torvald met her counterpart from Norway.", "meet"),
        ("The two presidents met in Oslo.", "meet"),
        ("The presidents met in Oslo.", "multilateral"),
        ("In a phone call on Monday, Ana Torvald and Lars Edmond exchanged views on the war.", "phone"),
        ("Ana Torvald discussed the war with Lars Edmond by video link.", "phone"),
    ],
)
def test_how_many_meet(sentence: str, mode: str) -> None:
    assert [found for _, found, _ in told(sentence)] == [mode]


def test_the_forces_of_two_states_work_together() -> None:
    assert told("Norwegian and Swedish police teamed up in January.")[0][0] == "COOPERATE"
    assert told("Norwegian police teamed up in January.") == []


def test_a_charge_that_is_dropped_accuses_nobody() -> None:
    assert [kind for kind, _, _ in told("The prosecutor dropped all charges against Lars Edmond.")] == ["CONCEDE"]


def test_polls_support_nobody() -> None:
    assert told("Opinion polls showed support for Lars Edmond.") == []
    assert told("The miners showed their support for Lars Edmond.")[0][0] == "SUPPORT"


def test_whom_somebody_unknown_met_did_not_meet_each_other() -> None:
    assert told("I have spoken to Ana Torvald and to the envoy Lars Edmond.") == []
    assert told("He held separate meetings with Lars Edmond, Maria Falk and Ilan Orel.") == []
    assert told("Somebody met Ana Torvald and Lars Edmond.") == []


def test_a_region_is_visited_where_a_site_is_not() -> None:
    assert told("Ana Torvald visited the Kurdistan Region of Iraq. Swedish Prime Minister Ana Torvald left.") == [
        ("CONSULT", "visit", "Ana Torvald + Kurdistan Region")
    ]
    assert told("Ana Torvald visited the hospital.") == [("CONSULT", "visit", "Ana Torvald")]


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        ("Ana Torvald and Lars Edmond discussed relations with Norway.", "Ana Torvald + Lars Edmond"),
        ("Ana Torvald and Lars Edmond held talks on trade with Norway.", "Ana Torvald + Lars Edmond"),
        ("Ana Torvald discussed the border with Lars Edmond.", "Ana Torvald + Lars Edmond"),
    ],
)
def test_with_whom_two_have_what_they_talk_of_is_no_side(text: str, sides: str) -> None:
    assert told(text) == [("CONSULT", "meet", sides)]


def test_who_is_handed_over_goes_from_one_state_to_another() -> None:
    assert told("Spain handed Lars Edmond over to France.") == [("COOPERATE", None, "Spain + France")]
    assert told("The rebels handed over two hostages to the army.")[0][0] == "RETREAT"


def test_our_values_are_not_the_speaker() -> None:
    assert told("“Attacks on our values must end,” said Ana Torvald.") == []


def test_who_is_met_on_a_day_of_his_own_is_met_apart() -> None:
    assert told("Ana Torvald met Lars Edmond on Monday and Maria Falk on Friday.") == [
        ("CONSULT", "meet", "Ana Torvald + Lars Edmond"),
        ("CONSULT", "meet", "Ana Torvald + Maria Falk"),
    ]
    assert told("Ana Torvald met Lars Edmond and Maria Falk on Friday.") == [
        ("CONSULT", "multilateral", "Ana Torvald + Lars Edmond + Maria Falk")
    ]


def test_a_group_joins_talks_too() -> None:
    [(event, mode, sides)] = told("Ana Torvald joined Lars Edmond and several ministers in Oslo for talks.")
    assert (event, mode) == ("CONSULT", "multilateral")
    assert sides.startswith("Ana Torvald + Lars Edmond + several ministers")


def test_guests_hosted_for_talks_meet_their_hosts() -> None:
    assert told("Germany hosted the leaders of France and Poland for talks in Oslo.") == [
        ("CONSULT", "multilateral", "Germany + France + Poland")
    ]
    assert told("Norway hosted the foreign minister of Portugal.")[0][1] == "visit"


def test_who_warns_of_what_others_do_threatens_nobody() -> None:
    assert told("Portugal warned Spain about the bank.") == []
    assert told("Portugal warned Spain against the move.")[0][0] == "THREATEN"


def test_who_listens_to_a_call_is_told_and_what_a_bill_requires_nobody_asks() -> None:
    assert [event for event, _mode, _sides in told("Lars Edmond held a call with reporters.")] == ["CONSULT"]
    assert told("“We agree,” Lars Edmond told a call with reporters.") == []
    assert [event for event, _mode, _sides in told("The court required the ministry to act.")] == ["REQUEST"]
    assert told("The bill by Lars Edmond requires the ministry to act.") == []
