"""Tests of the client against the app: it answers as the record does, page by page, and says what is wrong."""

from collections.abc import Iterator

import pytest
from records import RECORD, TEXT
from serving import NOW, Open, served

from onrecord.answers import Filters
from onrecord.client import Client
from onrecord.errors import ProblemError, RecordError
from onrecord.record import open_to_write
from onrecord.record.inquiry import open_inquiry
from onrecord.record.users import User, put_user
from onrecord.serve import Terms
from onrecord.serve.access import HASHER


@pytest.fixture
def client(opened: Open) -> Iterator[Client]:
    with served(opened().app) as address:  # type: ignore[arg-type]
        yield Client(address)


def test_it_answers_as_a_record_at_hand_does(client: Client, where_served: str) -> None:
    with open_inquiry(where_served) as inquiry:
        assert client.who("Ana Belu") == inquiry.who("Ana Belu")
        names = ["Ana Belu", "Anna Belu", "Hald", "Nobody"]
        assert client.screen(names * 30) == inquiry.screen(names * 30)
        assert client.screen(["Hald"], Filters(until="2020-01-01")) == inquiry.screen(
            ["Hald"], Filters(until="2020-01-01")
        )
        assert client.screen([]) == ()
        assert client.statements(to="Hald").first.answers == inquiry.statements(to="Hald")
        assert client.meetings(of="Belu", with_="Hald").first.answers == inquiry.meetings(of="Belu", with_="Hald")
        assert client.statements(text="glad").first.answers == inquiry.statements(text="glad")
        assert client.offices(title="minister").first.answers == inquiry.offices(title="minister")
        assert client.listings(by="Norland").first.answers == inquiry.listings(by="Norland")
        assert client.on("2024-11-08").first.answers == inquiry.on("2024-11-08")
        between, expected = client.between("Belu", "Hald"), inquiry.between("Belu", "Hald")
        assert (between.one, between.other, between.months) == (expected.one, expected.other, expected.months)
        assert between.answers.first.answers == expected.answers
        found, sought = client.search("glad"), inquiry.search("glad")
        assert (found.statements.first.answers, found.passages) == (sought.statements, sought.passages)
        narrow = Filters(since="2024-11-08", statuses=("planned", "denied"), min_confidence=0.75, sources=2)
        assert client.meetings(filters=narrow).first.answers == inquiry.meetings(filters=narrow)
    assert client.meetings().total > 0


def test_it_goes_through_all_pages(client: Client) -> None:
    pages = client.meetings(filters=Filters(limit=1))
    whole = [each.claim for each in client.meetings()]
    assert [each.claim for each in pages] == whole
    assert len(list(pages.pages())) >= len(whole) > 1
    assert [each.claim for each in pages.all()] == whole == list(pages.all().to_pandas()["claim"])


def test_it_has_a_text_read(client: Client) -> None:
    read = client.read(TEXT, title="Talks", published="2031-09-04")
    assert (read.claims, read.entities, read.document.title) == (RECORD.claims, RECORD.entities, "Talks")


def test_it_says_what_is_wrong(client: Client, opened: Open) -> None:
    with pytest.raises(ProblemError, match="nobody in the record is called") as raised:
        client.who("Nobody Atall")
    assert (raised.value.status, raised.value.title) == (404, "Not Found")
    with pytest.raises(ProblemError, match="limit"):
        client.meetings(filters=Filters(limit=501))
    with pytest.raises(RecordError, match="page follows on page"):
        client.meetings(filters=Filters(after=1))
    with served(opened(Terms(readings=1)).app) as address:  # type: ignore[arg-type]
        hurried = Client(address)
        hurried.read(TEXT)
        with pytest.raises(ProblemError) as raised:
            hurried.read(TEXT)
        assert raised.value.wait_seconds
    with pytest.raises(RecordError, match="does not answer"):
        hurried.meetings()
    with pytest.raises(RecordError, match="is no address"):
        Client("news.db").meetings()


def test_it_sends_name_and_password(opened: Open, where_served: str) -> None:
    with open_to_write(where_served, now=NOW.isoformat()) as store, store.writing() as connection:
        put_user(connection, User("maria", HASHER.hash("a long password"), "reader"), now=NOW.isoformat())
    with served(opened(Terms(needs_password=True)).app) as address:  # type: ignore[arg-type]
        assert Client(address, "maria", "a long password").meetings().total > 0
        assert "a long password" not in repr(Client(address, "maria", "a long password"))
        with pytest.raises(ProblemError) as raised:
            Client(address, "maria", "another").meetings()
        assert raised.value.status == 401
