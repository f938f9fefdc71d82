"""Names by token: which name stands at a token, whom it names, and which country words tell."""

from collections.abc import Mapping, Set
from dataclasses import dataclass, field, replace

from onrecord.claims.tree import Tree
from onrecord.claims.who import Cast
from onrecord.lexicon.nouns import load_nouns
from onrecord.lexicon.word_lists import word_list
from onrecord.model import Name
from onrecord.names import normalise
from onrecord.places import country_of_adjective, country_of_name


@dataclass(frozen=True, slots=True)
class Named:
    """The names of one document, found by any token inside them."""

    tree: Tree
    cast: Cast
    at: Mapping[int, Name] = field(init=False)

    def __post_init__(self) -> None:
        names = map(self._as_meant, self.tree.analysis.names)
        found = {token: name for name in names for token in range(name.first, name.last + 1)}
        object.__setattr__(self, "at", found)

    def _as_meant(self, name: Name) -> Name:
        """The name; what the model took for somebody, and the article tells to be a state or body, is of that kind."""
        entity = self.entity_of(name) if name.kind == "person" else None
        return name if entity is None else replace(name, kind=self.cast.kind(entity))

    def entity_of(self, name: Name) -> str | None:
        """The entity that bears the name."""
        found = (self.cast.entity_at(token) for token in range(name.first, name.last + 1))
        return next((entity for entity in found if entity is not None), None)

    def entity_at(self, token: int) -> str | None:
        """The entity whose mention has the token as its head, or whose name the token stands in."""
        entity = self.cast.entity_at(token)
        return self.entity_of(self.at[token]) if entity is None and token in self.at else entity

    def person_at(self, token: int) -> str | None:
        """The person whom the token stands for, as the head of a mention or inside a name, or None."""
        entity = self.entity_at(token)
        return entity if entity is not None and self.cast.kind(entity) == "person" else None

    def person_from(self, token: int) -> Name | None:
        """The personal name that begins at the token, if one does."""
        name = self.at.get(token)
        return name if name is not None and name.first == token and name.kind == "person" else None

    def heads_of(self, name: Name) -> tuple[int, ...]:
        """The tokens of a name whose governor lies outside it: one, unless the tree is odd."""
        inside = range(name.first, name.last + 1)
        return tuple(token for token in inside if self.tree.head(token) not in inside)

    def is_called(self, entity: str, words: Set[str]) -> bool:
        """True where the document calls an entity by one of these nouns (lemmas)."""
        return any(self.tree.lemma(token) in words for token in self.cast.heads(entity))

    def has_name(self, entity: str) -> bool:
        """True for a state and for whatever the document calls by a name."""
        known = self.cast.entities[entity]
        return known.kind == "state" or any(mention.form == "name" for mention in known.mentions)


def country_code(words: str) -> str | None:
    """The country (alpha-2) that the words name ("Norway") or tell as an adjective ("Norwegian"), or None."""
    country = country_of_name(words) or country_of_adjective(words)
    return country.code if country is not None else None


def state_of(cast: Cast, country: str | None) -> str | None:
    """The state of that country among the entities, and none of its regions."""
    states = (e for e in cast.entities.values() if e.kind == "state" and country and e.country == country)
    return next((state.id for state in states if country_code(state.name) == country), None)


def is_publisher(tree: Tree, cast: Cast, entity: str) -> bool:
    """True for the paper that the article stands in."""
    publisher = tree.analysis.document.publisher
    known = cast.entities[entity]
    return publisher is not None and normalise(publisher) in map(normalise, (known.name, *known.aliases))


def publishing_power(tree: Tree, cast: Cast) -> str | None:
    """The state or union whose government publishes the article ("Norland Foreign Ministry"), where that names it."""
    publisher = tree.analysis.document.publisher or ""
    if not word_list("official") & set(publisher.lower().split()):
        return None
    code, words = country_code(publisher.split()[0]), f" {normalise(publisher)} "
    powers = [entity for entity in cast.entities.values() if entity.kind in ("state", "organization")]
    unions = (e for e in powers if load_nouns().denotes(e.name.lower().replace(" ", "_"), "union"))
    named = (e.id for e in unions if f" {normalise(e.name)} " in words)
    return state_of(cast, code) or next(named, None)
