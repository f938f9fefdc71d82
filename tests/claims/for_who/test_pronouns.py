"""Whom a pronoun stands for, where grammar leaves several."""

import pytest
from told import events, ties

from onrecord import read


def first_of(text: str, pronoun: str) -> str | None:
    """The name of whom the first such pronoun of the text stands for."""
    at = text.index(f" {pronoun} ") + 1
    record = read(text)
    found = (e.name for e in record.entities for m in e.mentions if m.span.start == at)
    return next(found, None)


def test_the_wife_of_whom_she_is_named_beside() -> None:
    found = ties("Lars Orel held a dinner for Anton Torvald and his wife, Ana Torvald.")
    assert ("Ana Torvald", "relative", "Anton Torvald") in found


def test_who_is_thanked_or_blamed_has_done_it() -> None:
    text = "President Lars Orel thanked President Anton Torvald for his mediation."
    assert ("CONSULT", "Anton Torvald") in {(kind, actors) for kind, actors, _ in events(text)}


def test_an_object_means_an_object() -> None:
    text = "President Lars Orel called Anton Torvald on Monday. President Jan Vesely also phoned him ."
    assert first_of(text, "him") == "Anton Torvald"


@pytest.mark.parametrize("cue", ["Orel said.", "he said."])
def test_nobody_speaks_of_himself_as_of_another(cue: str) -> None:
    text = f"Lars Orel met Anton Torvald and said talks go on. “We support him as president,” {cue}"
    assert first_of(text, "him") != "Lars Orel"


def test_a_turn_speaks_of_others_as_he() -> None:
    opening = "MR LARS OREL: Good afternoon. I have one announcement at the top.\n\n"
    asked = "QUESTION: Has Minister Anton Torvald been in touch with the companies?\n\n"
    text = f"{opening}{asked}MR OREL: He has not spoken with them. Again, He met Deputy Minister Vesely last month."
    assert first_of(text, "He") != "Lars Orel"
    assert first_of("Lars Orel came late. Note: He met President Jan Vesely on Monday.", "He") == "Lars Orel"


def test_which_party_is_meant_is_left_open_where_another_body_was_named_since() -> None:
    text = "The Green Party met on Monday. The NRM was angry. The commission invited the party to talks."
    assert "Green Party" not in {whom for _, _, whom in events(text)}
    text = "The Green Party met on Monday. The commission invited the party to talks."
    assert "Green Party" in {whom for _, _, whom in events(text)}


def test_who_acts_after_another_spoke_is_quoted() -> None:
    asked = "Spokesman Jan Vesely said the envoy had left.\n\nPremier Anton Torvald rejected the claim."
    assert first_of(f"{asked} “That is false,” he told reporters.", "he") == "Anton Torvald"
    arrested = "Minister Jan Vesely said the envoy had left. Anton Torvald was arrested on Monday."
    assert first_of(f"{arrested} Later he added that talks would go on.", "he") == "Jan Vesely"


@pytest.mark.parametrize("told", ["told Torvald that Norway would send arms.", "accused Torvald of lying."])
def test_nobody_does_to_another_what_he_does_to_whom_he_names(told: str) -> None:
    assert first_of(f"Lars Orel met Anton Torvald, the foreign minister, in Oslo. Then he {told}", "he") == "Lars Orel"
