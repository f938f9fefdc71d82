"""Home: the country that a document is about, where the words beside a title tell none."""

import re
from collections import Counter
from collections.abc import Container, Iterator
from dataclasses import dataclass, field

from onrecord.claims.for_who.named import Named, country_code
from onrecord.claims.tree import Tree
from onrecord.lexicon.leaders import country_of_fame
from onrecord.lexicon.word_lists import word_list
from onrecord.places import country_of_place, seat_of

LEAST_SHARE = 3
"""A document is about a country that has at least one in so many of all that it says of countries."""
LEAST = 4
"""What a country must at least weigh: once by name and once more."""
NAMED, PASSING, DATELINE = 2, 1, 4
"""What a mention weighs: by name or before a title, as the adjective of something else, at the head of the article."""
OPENED = 2
"""In so many sentences at the head of an article a mention weighs one more."""
OTHERS = frozenset({"to", "with", "against", "from", "toward", "towards", "over", "on", "than", "between"})
"""What stands before another country than one's own."""
HEAD_LINES = 8
CLOSE = 0.8
"""A country that has so large a part of what the first has leaves it open which of the two the document is about."""
OPENING = re.compile(r"(?P<place>[A-Z][^—–:()|0-9]{2,40}?)(?:,? [A-Z][a-z]{2,8}\.? \d{1,2})?,? *(?:\([^)]{1,40}\) *)?"
                     r"(?:[—–:] *|--? |\. */[A-Z]+/|\))")  # fmt: skip
"""How an agency's story opens: "VELMARK (Karsk Press) — ", "VELMARK, March 5 (KP) -- ", "Velmark: "."""
BYLINE = re.compile(r"[^.\"“]{3,60}[,|] *(?P<place>[A-Z][A-Za-z ]+)")
"""A short line of its own that ends with a place: "Staff Correspondent, Velmark"."""
GOING = word_list("travelling")
SENDING = word_list("sending")
TRIPS = frozenset({"visit", "trip", "tour", "stop", "stopover"})
"""What one does in other countries than one's own."""
BESIDE = 5
UNKNOWN = "?"
"""How the key begins of a state that has no code."""


@dataclass(frozen=True, slots=True)
class Home:
    """What the document says of each country, by weight, and the country whose government publishes it."""

    names: Named
    weights: Counter[str] = field(init=False)
    publisher: str | None = field(init=False)

    def __post_init__(self) -> None:
        document = self.names.tree.analysis.document
        publisher = (document.publisher or "").removeprefix("The ").strip()
        official = seat_of(publisher)
        own = country_code(publisher.split()[0]) if publisher else None
        weights = Counter[str]()
        for code, weight in (*self._mentioned(), *self._led(), *_headed(document.text)):
            weights[code] += weight
        object.__setattr__(self, "weights", weights)
        object.__setattr__(self, "publisher", official.code if official is not None else own)

    def among(self, others: Container[str | None], lacking: Container[str | None] = ()) -> str | None:
        """The country spoken of most, but for others and those without the office; None where it is one of many."""
        shortness = len(self.names.tree.analysis.sentences) / 2  # in few sentences even one mention is much
        having = [(code, weight) for code, weight in self.weights.most_common() if code not in lacking]
        least = max(sum(weight for _, weight in having) / LEAST_SHARE, min(LEAST, shortness))
        left = [(code, weight) for code, weight in having if code not in others]
        if not left or left[0][1] < least:
            return None
        close = len(left) > 1 and left[1][1] > CLOSE * left[0][1]
        return None if close or left[0][0].startswith(UNKNOWN) else left[0][0]

    def is_unheard_of(self) -> bool:
        """True where the document speaks most of a state that has no code."""
        return any(code.startswith(UNKNOWN) for code, _weight in self.weights.most_common(1))

    def visited(self, person: str) -> frozenset[str]:
        """The countries where somebody is told to go: "flew to Karsk", "said it on a visit to Norland"."""
        tree, cast = self.names.tree, self.names.cast
        heads = [first for token in cast.heads(person) for first in {token, tree.conjuncts(token)[0]}]
        verbs = {
            verb for token in heads if (verb := tree.head(token)) is not None and tree.is_a(token, "nsubj", "conj")
        }
        near = (at for verb in verbs for at in range(verb + 1, min(verb + BESIDE, len(tree.tokens))))
        trips = [noun for noun in (*near, *(kid for verb in verbs for kid in tree.children(verb, "obl")))
                 if tree.lemma(noun) in TRIPS]  # fmt: skip
        there = [place for trip in trips for place in tree.obliques(trip, "to", "in", "of")]
        for verb in (verb for verb in verbs if tree.lemma(verb) in GOING and not tree.is_passive(verb)):
            there += [*tree.obliques(verb, "to", "in"), *tree.children(verb, "obj")]
        for token in (token for token in heads if tree.is_a(token, "obj", "nsubj:pass")):
            there += tree.obliques(tree.tokens[token].head, "to") if tree.lemma_above(token) in SENDING else ()
        found = (cast.country(entity) or _lies_in(cast.entities[entity].name) for token in there
                 if (entity := cast.at.get(token)) is not None and cast.kind(entity) in ("state", "place"))  # fmt: skip
        return frozenset(code for code in found if code is not None)

    def _mentioned(self) -> Iterator[tuple[str, int]]:
        tree, cast = self.names.tree, self.names.cast
        opened = tree.analysis.sentences[:OPENED][-1].span.end if tree.analysis.sentences else 0
        heads = {token.span: token.index for token in tree.tokens}
        named = {entity.country for entity in cast.entities.values() if entity.kind == "state"}
        for entity in cast.entities.values():
            code, lies_in = entity.country, country_of_place(entity.name) if entity.kind == "place" else None
            if code is None and lies_in is not None and lies_in.code in named:
                code = lies_in.code  # a town bears a name that is borne elsewhere, too
            if code is None and entity.kind == "state":
                code = UNKNOWN + entity.id
            if code is None or entity.kind not in ("state", "place"):
                continue
            for mention in (m for m in entity.mentions if m.form != "pronoun"):
                token = heads.get(mention.span)
                passing = token is not None and _is_passing(tree, token)
                yield code, (PASSING if passing else NAMED) + (mention.span.start < opened)

    def _led(self) -> Iterator[tuple[str, int]]:
        """What leaders whom all the world knows by their full names weigh for their countries."""
        for entity in self.names.cast.entities.values():
            code = country_of_fame(entity.name) if entity.kind == "person" and " " in entity.name else None
            if code is not None:
                yield code, PASSING * sum(mention.form == "name" for mention in entity.mentions)


def _lies_in(place: str) -> str | None:
    country = country_of_place(place)
    return country.code if country is not None else None


def _is_passing(tree: Tree, token: int) -> bool:
    """True for the "Chinese" of "a Chinese contractor", and for a country that others go to, deal with or strike."""
    if tree.tokens[token].upos == "ADJ":
        return tree.is_a(token, "amod") and tree.tokens[token].noun_kind is None
    return tree.is_a(token, "obj") or tree.case(token) in OTHERS


def _headed(text: str) -> Iterator[tuple[str, int]]:
    """The country of the place at the head of the text, with its weight."""
    for line in text.split("\n", HEAD_LINES)[:HEAD_LINES]:
        opened = OPENING.match(line) or BYLINE.fullmatch(line.strip())
        parts = opened["place"].split(",") if opened is not None else ()
        found = next(filter(None, (country_of_place(part.strip().title()) for part in parts)), None)
        if found is not None:
            yield found.code, DATELINE
            return
