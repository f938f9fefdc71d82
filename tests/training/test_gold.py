"""Reading of records: names that decide, titles that are no part of a name, statements as words."""

from typing import Any

from training.gold import read_record

TEXT = "Foreign Minister Vesna Karadova met envoys in Norvik. Karadova said talks would resume."


def record(**claim: Any) -> dict[str, Any]:
    """A record with two entities and perhaps one claim."""
    return {
        "document": {"text": TEXT},
        "entities": [
            {
                "id": "e1",
                "kind": "person",
                "name": "Vesna Karadova",
                "aliases": ["Karadova", "Minister Vesna Karadova"],
            },
            {"id": "e2", "kind": "place", "name": "Norvik", "aliases": []},
        ],
        "claims": [claim] if claim else [],
    }


def test_names_decide_and_titles_are_no_persons() -> None:
    first, second = read_record(record())
    assert first.names[2:4] == (frozenset({"B-person"}), frozenset({"I-person"}))
    assert not any(tag.endswith("-person") for tag in first.names[1])
    assert first.names[7] == {"B-place"}
    assert first.names[4] == {"O"}
    assert second.names[0] == {"B-person"}


def test_statements_become_cue_source_and_content() -> None:
    start = TEXT.index("said")
    claim = {
        "kind": "statement",
        "speaker": "e1",
        "cue": {"start": start, "end": start + 4},
        "content": [{"start": start + 5, "end": len(TEXT) - 1}],
    }
    (act,) = read_record(record(**claim))[1].acts
    assert act.cue == (1,)
    assert act.source == {(0, 0)}
    assert act.content == {(0, 2), (0, 3), (0, 4)}
