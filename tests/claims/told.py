"""What the extractors tell of a sentence, with names for ids: the whole way from words to claims."""

from onrecord.claims.events import find_events
from onrecord.claims.for_statements.acts import find_acts
from onrecord.claims.listings import find_listings
from onrecord.claims.mending import mended
from onrecord.claims.offices import find_offices
from onrecord.claims.ties import find_ties
from onrecord.claims.tree import Tree
from onrecord.claims.who import find_cast
from onrecord.language import analyse
from onrecord.model import Document, Event, Listing, Office, Tie

OfficeRow = tuple[str, str, str | None, str | None, str, str | None]
Row = tuple[str, str, str]


def offices(text: str, publisher: str | None = None) -> set[OfficeRow]:
    """Person, title, body, country, tenure and change of each office."""
    tree = Tree(mended(analyse(Document(id="told", text=text, publisher=publisher))))
    cast = find_cast(tree)
    names = {None: None, **{entity.id: entity.name for entity in cast.entities.values()}}
    found = [draft.what for draft in find_offices(tree, cast)]
    return {
        (names[o.person] or "", o.title, names[o.body], o.country, o.tenure, o.change)
        for o in found
        if isinstance(o, Office)
    }


def ties(text: str) -> set[Row]:
    """The two sides and the relation of each tie."""
    tree = Tree(mended(analyse(Document(id="told", text=text))))
    cast = find_cast(tree)
    found = [draft.what for draft in find_ties(tree, cast)]
    return {(cast.entities[t.a].name, t.relation, cast.entities[t.b].name) for t in found if isinstance(t, Tie)}


def listings(text: str) -> set[Row]:
    """Target, "on" or "off", and authority of each listing."""
    tree = Tree(mended(analyse(Document(id="told", text=text))))
    cast = find_cast(tree)
    return {
        (
            cast.entities[d.what.target].name,
            "off" if d.status == "denied" else "on",
            cast.entities[d.what.authority].name,
        )
        for d in find_listings(tree, cast)
        if isinstance(d.what, Listing)
    }


def events(text: str, publisher: str | None = None) -> set[tuple[str, str, str]]:
    """Type, actors and recipients of each event."""
    tree = Tree(mended(analyse(Document(id="told", text=text, publisher=publisher))))
    cast = find_cast(tree)

    def names(ids: tuple[str, ...]) -> str:
        return ", ".join(cast.entities[one].name for one in ids)

    found = [draft.what for draft in find_events(tree, cast, find_acts(tree))]
    return {(e.event, names(e.actors), names(e.recipients)) for e in found if isinstance(e, Event)}
