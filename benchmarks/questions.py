"""Measure questions: `python -m benchmarks.questions RECORD`, such as the one that `benchmarks.store --keep` leaves.

Each question is asked many times, of those whom many articles speak of and of those whom few do.
"""

import argparse
import json
import random
import statistics
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from sqlalchemy import func, select

from onrecord.record.inquiry import Inquiry, open_inquiry
from onrecord.record.schema import articles, entities, identities

RESULTS = Path(__file__).parent / "results" / "questions.json"
Figures = dict[str, float]
Question = Callable[[], object]
TIMES = 20
"""So often each question is asked, each time of others."""
WORDS = ("president", "sanctions", "minister said", '"prime minister"', "agreement", "parliament election")


def questions(record: Inquiry, chance: random.Random) -> Mapping[str, Sequence[Question]]:
    """The questions by name, each so many times."""
    with record.store.reading() as connection:
        most = _spoken_of(record, "person", 10), _spoken_of(record, "state", 10)
        latest = connection.scalar(select(func.max(identities.c.id))) or 1
        drawn = [chance.randint(1, latest) for _ in range(50 * TIMES)]
        few = select(identities.c.id).where(identities.c.id.in_(drawn), identities.c.kind == "person")
        people = [f"#{number}" for number in connection.scalars(few)][:TIMES]
        days = [day for day in connection.scalars(select(articles.c.day).distinct()) if day]
        surnames = [name.split()[-1] for name in connection.scalars(select(identities.c.name).where(
            identities.c.id.in_(drawn), identities.c.kind == "person"))][:TIMES]  # fmt: skip
    heads, states = most

    def asked(ask: Callable[[int], object]) -> list[Question]:
        return [lambda turn=turn: ask(turn) for turn in range(TIMES)]  # type: ignore[misc]

    def of(names: Sequence[str], turn: int) -> str:
        return names[turn % len(names)]

    return {
        "who, of a person of few articles": asked(lambda n: record.who(of(people, n))),
        "who, by surname": asked(lambda n: record.who(of(surnames, n))),
        "who, of a person of many articles": asked(lambda n: record.who(of(heads, n))),
        "who, of a state": asked(lambda n: record.who(of(states, n))),
        "meetings": asked(lambda n: record.meetings()),
        "meetings --of a person": asked(lambda n: record.meetings(of=of(heads, n))),
        "meetings --of and --with states": asked(lambda n: record.meetings(of=of(states, n), with_=of(states, n + 1))),
        "statements --by a person": asked(lambda n: record.statements(by=of(heads, n))),
        "statements --about a state": asked(lambda n: record.statements(about=of(states, n))),
        "statements --text": asked(lambda n: record.statements(text=of(WORDS, n))),
        "offices --of a person": asked(lambda n: record.offices(of=of(people, n))),
        "offices --country": asked(lambda n: record.offices(country=of(("us", "gb", "ru", "fr", "de"), n))),
        "offices --text": asked(lambda n: record.offices(title=of(("minister", "president", "envoy"), n))),
        "listings": asked(lambda n: record.listings()),
        "listings --by a state": asked(lambda n: record.listings(by=of(states, n))),
        "between persons": asked(lambda n: record.between(of(heads, n), of(heads, n + 1))),
        "between a person and a state": asked(lambda n: record.between(of(heads, n), of(states, n))),
        "between states": asked(lambda n: record.between(of(states, n), of(states, n + 1))),
        "on": asked(lambda n: record.on(chance.choice(days))),
        "search": asked(lambda n: record.search(of(WORDS, n))),
    }


def _spoken_of(record: Inquiry, kind: str, most: int) -> list[str]:
    """Those of a kind whom most articles speak of."""
    with record.store.reading() as connection:
        rows = (
            select(entities.c.identity_id)
            .join(identities, identities.c.id == entities.c.identity_id)
            .where(identities.c.kind == kind)
            .group_by(entities.c.identity_id)
            .order_by(func.count().desc())
            .limit(most)
        )
        return [f"#{number}" for number in connection.scalars(rows)]


def measure(record: Inquiry) -> dict[str, Figures]:
    """The milliseconds of each question: in the middle, and those which one of twenty exceeds.

    Those of the processor say what it takes on a machine that does nothing else.
    """
    found = {}
    for name, several in questions(record, random.Random(1)).items():
        taken, spent = [], []
        for question in several:
            before, started = time.process_time(), time.perf_counter()
            question()
            taken.append((time.perf_counter() - started) * 1000)
            spent.append((time.process_time() - before) * 1000)
        found[name] = {
            "p50": round(statistics.median(taken), 1),
            "p95": round(sorted(taken)[int(0.95 * len(taken)) - 1], 1),
            "p50 of the processor": round(statistics.median(spent), 1),
            "p95 of the processor": round(sorted(spent)[int(0.95 * len(spent)) - 1], 1),
        }
        print(f"{name:40}", *(f"{each:8.1f}" for each in found[name].values()), flush=True)
    return found


def main(arguments: Sequence[str] | None = None) -> None:
    """Command line of the benchmark."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("record")
    parser.add_argument("--out", type=Path, default=RESULTS)
    options = parser.parse_args(arguments)
    with open_inquiry(options.record) as record:
        held = record.store.count()
        found = {"articles": held.articles, "claims": held.claims, "milliseconds": measure(record)}
    options.out.write_text(json.dumps(found, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
