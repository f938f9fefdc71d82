"""Profiles of an article's entities: their names, offices, countries, bodies and fellows."""

from onrecord.model import Claim, Document, Entity, Mention, Office, Record, Span, Status
from onrecord.resolve.identity import Title
from onrecord.resolve.profiles import describe

TEXT = (
    "President Ilan Orel of Norway met Vesna Bral. Orel thanked protesters, the Supreme Court and Karsk Grain Agency."
)


def entity(key: str, kind: str, *names: str, country: str | None = None, form: str = "name") -> Entity:
    mentions = tuple(Mention(Span(TEXT.index(name), TEXT.index(name) + len(name)), form) for name in names)  # type: ignore[arg-type]
    return Entity(key, kind, names[0], names[1:], mentions, country)  # type: ignore[arg-type]


def record(status: Status = "asserted") -> Record:
    entities = (
        entity("e1", "person", "Ilan Orel", "Orel"),
        entity("e2", "person", "Vesna Bral"),
        entity("e3", "group", "protesters", form="nominal"),
        entity("e4", "organization", "Supreme Court"),
        entity("e5", "organization", "Karsk Grain Agency"),
        entity("e6", "state", "Norway", country="no"),
    )
    office = Office("e1", "President", None, "no", "current", None)
    claim = Claim("c1", office, status, (), None, None, (Span(0, 19),), 0.9)
    return Record(Document(id="d", text=TEXT), entities, (claim,))


def test_an_office_tells_title_and_country() -> None:
    profile = describe(record())["e1"]
    assert profile.names == ("Ilan Orel", "Orel")
    assert (profile.titles, profile.country) == ((Title("president", "no"),), "no")


def test_fellows_are_the_others_that_have_full_names() -> None:
    assert describe(record())["e2"].fellows == ("ilan orel", "karsk grain agency", "supreme court")


def test_a_body_that_every_country_has_is_that_of_the_article() -> None:
    profiles = describe(record())
    assert profiles["e4"].country == "no"
    assert profiles["e5"].country is None


def test_what_has_no_name_has_no_profile() -> None:
    assert "e3" not in describe(record())


def test_a_denied_office_tells_nothing() -> None:
    assert describe(record("denied"))["e1"].titles == ()


def test_a_body_is_no_country_s_where_more_offices_are_another_s() -> None:
    other = record()
    office = Office("e2", "President", None, "se", "current", None)
    claims = [Claim(f"c{n}", office, "asserted", (), None, None, (Span(0, 19),), 0.9) for n in (2, 3)]
    norways = tuple(entity(f"e{n}", "state", "Norway", country="no") for n in range(7, 17))
    told = Record(other.document, (*other.entities, *norways), (*other.claims, *claims))
    assert describe(told)["e4"].country is None


def test_a_state_that_is_told_by_its_adjective_alone_is_known() -> None:
    state = entity("e1", "state", "Norway", country="no", form="nominal")
    told = Record(Document(id="d", text=TEXT), (state, entity("e2", "person", "Orel", form="nominal")), ())
    assert describe(told)["e1"].names == ("Norway",)
    assert "e2" not in describe(told)
