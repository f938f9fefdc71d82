"""Who is meant in found claims: how sides are judged, and the table."""

from types import ModuleType

from benchmarks.who import Side, find_sides, write_table


def scorer() -> ModuleType:
    """A scorer that knows entities by their names alone."""
    module = ModuleType("score")
    words = {
        "entity_map": lambda gold, found: {
            e["id"]: next((g["id"] for g in gold["entities"] if g["name"] == e["name"]), "?" + e["id"])
            for e in found["entities"]
        },
        "rename": lambda claim, ids: claim,
        "overlap": lambda one, other: True,
        "chars": lambda spans: {n for span in spans for n in range(span["start"], span["end"])},
        "jaccard": lambda one, other: len(one & other) / len(one | other),
    }
    for name, value in words.items():
        setattr(module, name, value)
    return module


TEXT = "Orel left. He told Karadova that it rains."


def claim(speaker: str) -> dict[str, object]:
    span = {"start": 34, "end": 42}
    return {
        "kind": "statement",
        "speaker": speaker,
        "content": [span],
        "evidence": [span],
        "cue": {"start": 14, "end": 18},
    }


def person(number: str, name: str, start: int, form: str = "name") -> dict[str, object]:
    return {"id": number, "name": name, "mentions": [{"start": start, "end": start + 2, "form": form}]}


def judged(name: str) -> Side:
    gold = {
        "document": {"id": "a", "text": TEXT},
        "entities": [person("e1", "Orel", 0), person("e2", "Karadova", 19)],
        "claims": [claim("e1")],
    }
    found = {"entities": [person("e7", name, 11, "pronoun")], "claims": [claim("e7")]}
    return next(iter(find_sides(scorer(), gold, found)))


def test_a_side_is_right_another_or_unknown() -> None:
    assert (judged("Orel").verdict, judged("Orel").form) == ("right", "pronoun")
    assert judged("Karadova").verdict == "another"
    assert judged("Norland").verdict == "unknown"
    assert judged("Karadova").words == "He = Karadova, not Orel"


def test_the_table_counts_by_form() -> None:
    rows = write_table([judged("Orel"), judged("Karadova")]).splitlines()
    assert rows[2:] == ["| pronoun | 1 | 1 | 0 | 0.500 |", "| all | 1 | 1 | 0 | 0.500 |"]
