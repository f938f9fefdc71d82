"""Tests of who is who in a record: joined on arrival, decided by people, kept through new readings and versions."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

import pytest
from sqlalchemy import Connection, select

from onrecord.errors import RecordError
from onrecord.ingest import ingest
from onrecord.ingest.arrivals import meet
from onrecord.ingest.judging import decide, explain
from onrecord.ingest.who import MOST_OF_A_KEY, KeyFinder
from onrecord.model import Claim, Document, Entity, Mention, Office, Record, Span
from onrecord.record import Store, open_to_write, schema
from onrecord.record.check import check_whole
from onrecord.record.judgements import find_meant, undo
from onrecord.record.write import Arrival, put_reading

NOW = "2031-01-02T03:04:05+00:00"
LATER = "2031-01-03T03:04:05+00:00"


def article(number: int, name: str, title: str, country: str) -> Record:
    """An article of one sentence about somebody with an office."""
    text = f"{title.title()} {name} spoke in hall {number}."
    at, words = text.index(name), Span(0, text.index(" spoke"))
    person = Entity("e1", "person", name, (), (Mention(Span(at, at + len(name)), "name"),), country)
    office = Claim("c1", Office("e1", title, None, country, "current", None), "asserted", (), None, None, (words,), 0.9)
    document = Document(f"d{number}", text, url=f"https://example.org/{number}")
    return Record(document, (person,), (office,))


ARTICLES = (
    article(1, "Stefan Maruk", "grain minister", "rs"),
    article(2, "Stefan Maruk", "grain minister", "rs"),
    article(3, "Stefan Maruk", "police chief", "fr"),
    article(4, "Stefan Maruk", "grain minister", "rs"),
    article(5, "Ilse Dorn", "water minister", "fr"),
)


@pytest.fixture
def store(where: str) -> Iterator[Store]:
    with open_to_write(where, now=NOW) as opened:
        add(opened, *ARTICLES)
        yield opened


def add(store: Store, *records: Record) -> None:
    list(ingest(records, store, jobs=1, now=lambda: NOW))


def groups(store: Store) -> list[int]:
    """Who stands for the entity of each article."""
    with store.reading() as connection:
        check_whole(connection)
        entities, names = schema.entities, schema.identity_names
        joined = connection.execute(select(entities.c.joined_id, entities.c.identity_id).order_by(entities.c.id)).all()
        called = {row.joined_id: row.identity_id for row in connection.execute(select(names))}
        assert all(called[row.joined_id] == row.identity_id for row in joined)
        return [row.identity_id for row in joined]


def say(store: Store, verdict: str, one: str, other: str, now: str = NOW) -> None:
    with store.writing() as connection:
        decide(connection, "same" if verdict == "same" else "different", (one, other), reason="I know them", now=now)


def test_who_is_alike_is_joined_and_namesakes_are_not(store: Store) -> None:
    one, two, three, four, five = groups(store)
    assert one == two == four
    assert len({one, three, five}) == 3


FIRST_NAMES = (
    "Abner Bozena Cyril Dusan Edita Fritz Gunnar Hedda Igor Jolana Kasper Lotte Milos Nadja Oskar Petra Quirin Renata "
    "Sixten Tilda Urban Vlasta Wanda Xaver Yvonne Zoltan Agda Borut Clemens Dagny"
).split()
COUNTRIES = "rs fr no de it at".split()


def test_those_of_a_surname_that_many_have_are_told_apart_and_found(store: Store) -> None:
    """More people than a key of a surname is given to: the later ones are found by country, office or first letter."""
    many = [
        article(number, f"{name} Vesser", f"{name} minister".lower(), COUNTRIES[number % len(COUNTRIES)])
        for number, name in enumerate(FIRST_NAMES, 100)
    ]
    add(store, *many)
    first = groups(store)[len(ARTICLES) :]
    assert len(set(first)) == len(many)
    add(store, *(article(200, "D. Vesser", "dagny minister", "de"), article(201, "Vesser", "spokesman", "de")))
    add(store, article(202, "Dagny Vesser", "dagny minister", "de"))
    initial, bare, whole = groups(store)[len(ARTICLES) + len(many) :]
    assert initial == whole == first[-1]
    assert bare not in first  # a surname that many have tells nobody


def test_a_split_identity_gets_no_key_that_is_full(store: Store) -> None:
    add(
        store,
        *(
            article(number, f"{name} Maruk", f"{name} minister".lower(), "at")
            for number, name in enumerate(FIRST_NAMES, 100)
        ),
    )
    say(store, "different", "1:e1", "2:e1")
    with store.reading() as connection:
        keys = connection.execute(select(schema.identity_keys)).all()
    counts = Counter(row.key for row in keys)
    assert max(counts.values()) == MOST_OF_A_KEY
    split_off = {row.key for row in keys if row.joined_id == groups(store)[1]}
    assert split_off and all(counts[key] < MOST_OF_A_KEY for key in split_off)


def test_a_full_key_is_looked_up_once(store: Store) -> None:
    finder, surname, another = KeyFinder(), "person/mrk", "person/drn"
    with store.writing() as connection:
        assert finder.find(connection, [surname]) == {surname: [1, 2]}
        own = [{"key": surname, "joined_id": number} for number in range(3, MOST_OF_A_KEY + 1)]
        made = [
            {"id": number, "kind": "person", "name": "Maruk", "canonical_id": number}
            for number in range(4, MOST_OF_A_KEY + 1)
        ]
        connection.execute(schema.identities.insert(), made)
        connection.execute(schema.identity_keys.insert(), own)
        full = {surname: list(range(1, MOST_OF_A_KEY + 1))}
        assert finder.find(connection, [surname]) == full
        connection.execute(schema.identity_keys.delete().where(schema.identity_keys.c.key == surname))
        assert finder.find(connection, [surname, another, "person/none"]) == full | {another: [3]}


def test_people_say_that_two_are_the_same_and_take_it_back(store: Store) -> None:
    before = groups(store)
    say(store, "same", "1:e1", "Ilse Dorn")
    assert groups(store)[4] == before[0]
    with store.reading() as connection:
        reasons = explain(connection, "1:e1", "5:e1")
        assert reasons.together and [each.reason for each in reasons.judgements] == ["I know them"]
        assert find_meant(connection, "Ilse Dorn").identity == before[0]
    with store.writing() as connection:
        assert undo(connection, None, now=LATER).verdict == "same"
    assert groups(store) == before


def test_people_split_what_was_joined(store: Store) -> None:
    before = groups(store)
    say(store, "different", "1:e1", "2:e1")
    after = groups(store)
    assert after[0] == after[3] == before[0] and after[1] not in before
    with store.writing() as connection:
        undo(connection, 1, now=LATER)
    assert groups(store) == before


def test_a_later_decision_takes_the_place_of_an_earlier_one(store: Store) -> None:
    before = groups(store)
    numbers = f"#{before[0]}", f"#{before[2]}"
    say(store, "same", *numbers)
    assert groups(store)[2] == before[0]
    say(store, "different", *numbers, LATER)
    assert groups(store) == before
    with store.reading() as connection:
        table = schema.judgements
        kept = connection.execute(select(table.c.verdict, table.c.undone).order_by(table.c.id)).all()
        assert kept == [("same", LATER), ("different", None)]


def test_decisions_that_contradict_each_other_are_refused(store: Store) -> None:
    one, _, three, _, five = (f"#{number}" for number in groups(store))
    say(store, "same", one, three)
    say(store, "same", three, five)
    before = groups(store)
    with pytest.raises(RecordError, match="cannot be different"):
        say(store, "different", one, five)
    assert groups(store) == before


def test_decisions_survive_new_readings_and_versions(store: Store) -> None:
    say(store, "different", "1:e1", "2:e1")
    before = groups(store)
    again = replace(ARTICLES[1], entities=(replace(ARTICLES[1].entities[0], id="e7"),), claims=())
    version = article(2, "Stefan Maruk", "grain minister", "rs")
    longer = replace(version, document=replace(version.document, text=version.document.text + " It rained."))
    with store.writing() as connection:
        from_before = select(schema.entities.c.joined_id).where(schema.entities.c.article_id == 2)
        joined = connection.scalars(from_before).one()
        put_reading(connection, again, 2, meet_again(connection, again))
        assert connection.scalars(from_before).one() == joined
    add(store, longer)
    assert sorted(groups(store)) == sorted([*before, before[1]])


def meet_again(connection: Connection, record: Record) -> Arrival:
    """What comes with a new reading."""
    return meet(connection, record, reader="another", now=NOW, finder=KeyFinder())


def test_whom_nobody_or_several_mean_is_told(store: Store) -> None:
    with store.reading() as connection:
        with pytest.raises(RecordError, match="2 identities are called 'stefan maruk': give the number of one"):
            find_meant(connection, "stefan maruk")
        for words in ("Nobody Known", "#999", "1:e99"):
            with pytest.raises(RecordError, match="nobody in the record is"):
                find_meant(connection, words)


def test_what_speaks_for_and_against_is_told(store: Store) -> None:
    with store.reading() as connection:
        alike, apart = explain(connection, "1:e1", "2:e1"), explain(connection, "1:e1", "5:e1")
    assert alike.together and alike.verdict.same and alike.verdict.reasons
    assert not apart.together and not apart.verdict.same
