"""The error book: causes of missed claims, and its page."""

from collections import Counter

from benchmarks.gold import Error, cause_of, write_page


def test_a_claim_that_nothing_read_has_no_rule() -> None:
    assert cause_of({"kind": "event", "event": "CONSULT"}, []) == "no rule found it"


def test_an_event_of_another_type_and_one_with_other_sides_differ() -> None:
    gold = {"kind": "event", "event": "CONSULT"}
    assert cause_of(gold, [{"kind": "event", "event": "ACCUSE"}]) == "type"
    assert cause_of(gold, [{"kind": "event", "event": "CONSULT"}]) == "sides"


def test_a_statement_errs_by_speaker_or_by_extent() -> None:
    gold = {"kind": "statement", "speaker": "e1"}
    assert cause_of(gold, [{"kind": "statement", "speaker": "e2"}]) == "who speaks"
    assert cause_of(gold, [{"kind": "statement", "speaker": "e1"}]) == "extent of the words"


def test_the_page_begins_with_the_most_frequent_cause() -> None:
    errors = [
        Error("a", "tie", "missed", "sides", "words"),
        Error("a", "event", "invented", "nothing there in gold", "words"),
        Error("b", "event", "invented", "nothing there in gold", "words"),
    ]
    page = write_page(errors, Counter({"event: sides": 3}), 2).splitlines()
    assert page[0] == "2 articles, 3 claims missed or invented."
    assert page[4] == "| event | invented | nothing there in gold | 2 |"
    assert page[-1] == "| event: sides | 3 |"
