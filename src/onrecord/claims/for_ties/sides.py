"""The two sides of a tie: whom words stand for, which kinds a relation takes, and the draft of the tie."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from onrecord.claims.draft import Draft
from onrecord.claims.for_offices.bodies import Bodies
from onrecord.claims.for_offices.holders import find_holdings
from onrecord.claims.for_offices.holding import Holding
from onrecord.claims.for_offices.stations import find_stations
from onrecord.claims.for_offices.title_links import find_phrases
from onrecord.claims.for_offices.titles import Reader as TitleReader
from onrecord.claims.for_who.named import Named, country_code, state_of
from onrecord.claims.grammar import EXAMPLES
from onrecord.claims.tree import Tree
from onrecord.claims.who import Cast
from onrecord.lexicon.nouns import load_nouns
from onrecord.lexicon.ties import Ties, TieWord
from onrecord.lexicon.titles import load_titles
from onrecord.lexicon.word_lists import word_list
from onrecord.model import EntityKind, Relation, Tie
from onrecord.places import capital_of

HOUSES: tuple[EntityKind, ...] = ("organization", "state", "group")
OF_STATES: tuple[Relation, ...] = ("ally", "partner", "supporter", "opponent")
TEXTS = word_list("treaties")
GOVERNMENTS = ("government", "authority", "authorities", "state", "administration")
REGIMES = ("regime", "dictatorship", "junta")
OF_BODIES = ("donor", "staffer", "aide", "lawyer", "attorney", "bodyguard")
"""Words for who works for a person, and for a body as well."""
PROSECUTING = frozenset(("county", "district", "city", "state"))
"""Words for where an attorney prosecutes."""
TELLING = ("source", "people", "voter", "analyst", "observer", "other")
"""Words for those who are asked, or who may be anybody."""
WITH_NAMES = ("NOUN", "ADJ", "CCONJ", "DET")
PAID = ("employee", "staffer", "strategist", "consultant", "aide", "work for", "lawyer", "attorney")
"""Words for those who may be employed by a party."""
SURE, LIKELY, FAIR = 0.9, 0.75, 0.6


@dataclass(frozen=True, slots=True)
class Sides:
    """Answers for one document who stands on either side of a tie, and drafts the tie."""

    tree: Tree
    cast: Cast
    ties: Ties
    names: Named = field(init=False)
    holdings: tuple[Holding, ...] = field(init=False)
    bodies: Bodies = field(init=False)
    pairs: Mapping[int, tuple[str, ...]] = field(init=False)

    def __post_init__(self) -> None:
        titles = TitleReader(self.tree, self.cast, load_titles())
        object.__setattr__(self, "names", Named(self.tree, self.cast))
        phrases = tuple(find_phrases(titles))
        beside = tuple(find_holdings(titles, phrases))
        object.__setattr__(self, "holdings", (*beside, *find_stations(titles, phrases, beside)))
        object.__setattr__(self, "bodies", Bodies(titles, self.holdings))
        object.__setattr__(self, "pairs", titles.pairs)

    def named(self, token: int) -> str | None:
        """The entity at a token, if it is a state or one that the document names.

        A body in capitals is named, whether the model takes it for a name or not.
        """
        entity, word = self.names.entity_at(token), self.tree.tokens[token]
        if entity is not None and self.cast.kind(entity) == "person" and self._is_partisan(entity):
            return None  # "any other Democrat"
        if entity is None or self.names.has_name(entity):
            return entity
        capital = word.upos == "PROPN" and word.text[:1].isupper()
        return entity if capital and self.cast.kind(entity) == "organization" else None

    def _is_partisan(self, entity: str) -> bool:
        return self.cast.entities[entity].name.lower() in self.ties.parties

    def party(self, token: int, relation: Relation) -> str | None:
        """The entity on one side: named, named before a common noun, or for "our" the speaker's state."""
        if relation in OF_STATES and self.tree.tokens[token].text.lower() in ("our", "we", "us"):
            return self._own_state(token)
        token = self.tree.antecedent(token)  # "the party to which Torvald belongs"
        entity = self._beside(token) or self._apposed(token) or self.named(token)
        name = self.names.at.get(token)
        owners = (kid for kid in self.tree.children(token, "nmod:poss") if self.names.at.get(kid, 0) is not name)
        if entity is not None and entity in map(self.named, owners):
            return None  # "Torvald's father" is not Torvald; "the Workers' Party" is the party
        entity = entity or self._modifier(token)
        return self._seated(entity) if entity and relation in OF_STATES else entity

    def _beside(self, noun: int) -> str | None:
        """The person or body named right behind a noun: "the banker Ana Torvald", "the ruling Green Party"."""
        name = self.names.person_from(noun + 1)
        if name is None and self.kind_at(noun) is None:
            name = self.names.at.get(noun + 1)
            name = name if name is not None and name.first == noun + 1 and name.kind == "organization" else None
        if name is None or noun in self.names.at or self.tree.tokens[noun].upos not in ("NOUN", "VERB"):
            return None
        hung = any(self.tree.head(head) == noun for head in self.names.heads_of(name))
        return self.names.entity_of(name) if hung else None

    def _apposed(self, title: int) -> str | None:
        """The person named behind a comma after who is called by a title alone: "the son of the last king, Olaf"."""
        if title in self.names.at and self.names.at[title].first < title:
            return None
        person = load_nouns().denotes(self.tree.lemma(title), "person") or self.tree.tokens[title].noun_kind == "person"
        if not person or not self.tree.tokens[title].text.islower() or title + 1 == len(self.tree.tokens):
            return None
        named = (kid for kid in self.tree.children(title, "appos") if self.tree.tokens[title + 1].text == ",")
        return next((self.names.person_at(kid) for kid in named if self.names.person_from(kid) is not None), None)

    def _seated(self, entity: str) -> str:
        """The state whose capital the place is ("close ties to Oslo"), where the document speaks of the state."""
        known = self.cast.entities[entity]
        capital = capital_of(known.name) if known.kind == "place" else None
        return (self.state_of(capital.code) if capital is not None else None) or entity

    def state_of(self, country: str | None) -> str | None:
        """The state of that country among the document's entities."""
        return state_of(self.cast, country)

    def _own_state(self, token: int) -> str | None:
        """The state that "we" speaks for: that of the speaker, of the speaker's office, or of the publisher."""
        speaker = self.cast.entity_at(token)
        own, find = [one for one in self.holdings if one.person == speaker], self.bodies
        told = (find.country(one.phrase, find.body(one.phrase), one.person) for one in own)
        publisher = (self.tree.analysis.document.publisher or "").split()
        country = (self.cast.country(speaker) if speaker else None) or next(filter(None, told), None)
        country = country or (country_code(publisher[0]) if publisher else None)
        return self.state_of(country)

    def draft(
        self, word: TieWord, sides: tuple[int, int], predicate: int, score: float, *, unnamed: bool = False
    ) -> Iterator[Draft]:
        """The tie between the entities at two tokens, when both are of kinds that the relation takes.

        Both must be named, but for one group where `unnamed` allows it ("Norland-backed rebels", "a militia loyal to
        Torvald") and a relative of whom a clause tells; of "both countries" each is one.
        """
        sides = (sides[1], sides[0]) if word.reverse else sides
        for a in self._each(sides[0], word.relation):
            kin = word.relation == "relative" and not self._apposed(sides[1])  # "the mother of the victim, Ana Torvald"
            a = a or (self._acting_kin(sides[0]) if kin else None)
            named = a is not None
            a = a or (self._described(sides[0]) if unnamed else None)
            for b in self._each(sides[1], word.relation):
                if b is None and unnamed and named:
                    b = self.group_at(sides[1])
                if a is None or b is None or a == b or not self._stand(word, a, b):
                    continue
                first, last = self.extent((*sides, predicate))
                tie = Tie(a, b, self._relation(word, predicate, a, b))
                yield Draft(tie, predicate, (self.tree.span(first, last),), score)

    def _each(self, token: int, relation: Relation) -> tuple[str | None, ...]:
        """Who is on one side: one, or each of "both countries"."""
        return self.pairs.get(token) or (self.party(token, relation),)

    def _stand(self, word: TieWord, a: str, b: str) -> bool:
        """True where the two can stand in the relation: neither is a text, and nobody is employed by partisans."""
        words = set(self.cast.entities[b].name.lower().split())
        party = "party" in words and word.word not in PAID
        if word.word == "attorney" and words & PROSECUTING:
            return False  # "the U.S. Attorney for the Western District of Norland"
        if word.relation == "employee" and (party or self._is_partisan(b)):
            return False  # "Conservative writers" do not work for the party
        bodies = self.cast.kind(a) not in ("person", "state") and self.cast.kind(b) == "organization"
        if word.word == "join" and bodies and not self._unites(b):
            return False  # "the school closed, joining the hospital"
        return not (self._is_text(a) or self._is_text(b)) and self._fits(word, self.cast.kind(a), self.cast.kind(b))

    def _unites(self, body: str) -> bool:
        """True for a body that other bodies are members of, by its name."""
        name = self.cast.entities[body].name
        return _is_known_union(name) or name.isupper() or bool(word_list("uniting") & set(name.lower().split()))

    def kind_at(self, token: int) -> EntityKind | None:
        """The kind of who is named at a token."""
        entity = self.named(token)
        return self.cast.kind(entity) if entity is not None else None

    def is_land(self, token: int) -> bool:
        """True for a named state or place."""
        return self.kind_at(token) in ("state", "place")

    def is_union(self, token: int) -> bool:
        """True for a union of states that is known by its name, such as the European Union."""
        body = self.named(token)
        return body is not None and _is_known_union(self.cast.entities[body].name)

    def _is_text(self, entity: str) -> bool:
        """True for a treaty or a law, which stands in no relation: "his support for the Green New Deal"."""
        words = self.cast.entities[entity].name.lower().split()
        return self.cast.kind(entity) == "organization" and bool(words) and words[-1] in TEXTS

    def _relation(self, word: TieWord, predicate: int, a: str, b: str) -> Relation:
        """The word's relation; a strategic partner is an ally, a state or person that is part of a body its member."""
        if word.word == "partner" and "strategic" in self.tree.lemmas_under(predicate, "amod"):
            return "ally"
        if self.cast.kind(b) != "organization":
            return word.relation
        if word.word == "parent":
            return "owner"
        sovereign = self.cast.kind(a) == "state" and country_code(self.cast.entities[a].name) is not None
        if word.relation == "part" and (sovereign or self.cast.kind(a) == "person"):
            return "member"
        linked = word.relation == "partner" and word.word.partition(" ")[0] in ("link", "affiliate", "associate")
        return "member" if linked and self.cast.kind(a) == "person" else word.relation

    def examples(self, noun: int, *cases: str) -> tuple[int, ...]:
        """The names of "its allies, including Norway and Sweden", "members of NATO such as Norway", "its ally Norway";
        `cases`: what leads to them beside "including" and "such as"."""
        tree, token = self.tree, noun + 1
        whole = (None, "person", "state")  # "critics of Torvald, including Edmond", taken for examples of Torvald
        inner = (kid for kid in tree.children(noun, "nmod") if kid > noun and self.kind_at(kid) in whole)
        for host in (noun, *inner):  # "partners in the region, such as Norway"
            told = tree.obliques(host, *EXAMPLES, *cases)
            opening = tree.subtree(told[0])[0] if told else 0
            if told and "(" not in (tree.tokens[opening].text, tree.tokens[max(opening - 1, 0)].text):
                return told
        behind = tree.phrase(noun)[1] + 1
        if [other.text.lower() for other in tree.tokens[behind : behind + 3]] == [",", "among", "them"]:
            token = behind  # "members of the council, among them Norway"
        words = [other.text.lower() for other in tree.tokens[token : token + 3]]
        if words[:1] == [","]:
            token, words = token + 1, words[1:]
        twofold = words[:2] in (["such", "as"], ["among", "them"])
        step = 1 if words[:1] in (["including"], ["like"], ["notably"]) else 2 if twofold else 0
        first = self._past_titles(token + step) if step else token
        name = self.names.at.get(first)
        if name is None or name.first != first or (step == 0 and (token > noun + 1 or name.kind == "person")):
            return ()
        several = step or tree.is_plural(noun)
        return tuple(each for head in self.names.heads_of(name) for each in (tree.after(head) if several else (head,)))

    def _past_titles(self, token: int) -> int:
        """Where the name begins of "including the computer scientist Lars Edmond"."""
        first = token
        while token - first < 5 and self.tree.text_at(token).islower() and self.tree.tokens[token].upos in WITH_NAMES:
            token += 1
        return token if self.names.person_from(token) is not None else first

    def named_among(self, tokens: tuple[int, ...]) -> tuple[int, ...]:
        """The tokens; for a common noun the names that follow it: "states including Norway and Sweden"."""
        found: list[int] = []
        for token in tokens:
            word = self.tree.tokens[token]  # "Gulf states" may be taken for a name
            plain = word.feats.get("Number") == "Plur" and (self.named(token) is None or word.text.islower())
            found.extend((self.examples(token) if plain else ()) or (token,))
        return tuple(found)

    def _acting_kin(self, token: int) -> str | None:
        """The relative who goes unnamed and of whom a clause tells: "his daughter told them"; not "my daughter"."""
        owners = self.tree.children(token, "nmod:poss")
        own = any(self.tree.tokens[owner].text.lower() in ("my", "our", "your") for owner in owners)
        return self.names.person_at(token) if self.tree.is_a(token, "nsubj", "obl:agent") and not own else None

    def group_at(self, token: int) -> str | None:
        """The body or group that a noun stands for, named or not."""
        entity = self.names.entity_at(token)
        if entity is None or self.tree.lemma(token) in GOVERNMENTS:
            return None
        return entity if self.cast.kind(entity) in ("group", "organization") else None

    def _described(self, token: int) -> str | None:
        """A group on the first side: persons in the plural, or a body that the text has not told of before ("a militia
        loyal to Torvald"); not those who tell ("sources close to Torvald") nor "anyone"."""
        group, word = self.group_at(token), self.tree.tokens[token]
        if group is None or word.upos not in ("NOUN", "PROPN") or self.tree.lemma(token) in TELLING:
            return None
        new = {self.tree.lemma(kid) for kid in self.tree.children(token, "det")} <= {"a", "an", "another", "some"}
        new = new and not self.tree.children(token, "nmod:poss")
        return group if new or self.cast.kind(group) == "group" else None

    def _modifier(self, noun: int) -> str | None:
        """The body named before a common noun: "the Karsk Rovers team"; for "government", the state beside it."""
        if load_nouns().denotes(self.tree.lemma(noun), "person"):
            return None
        if self.tree.lemma(noun) in (*GOVERNMENTS, *REGIMES):
            return self._governed(noun)
        if self.tree.is_plural(noun):
            return None  # "includes Royal Navy assets"
        named = (self.named(kid) for kid in self.tree.children(noun, "compound"))
        return next((entity for entity in named if entity and self.cast.kind(entity) == "organization"), None)

    def _governed(self, noun: int) -> str | None:
        """The state of "the government and people of Norway", the person of "the Torvald regime"."""
        every = self.tree.conjuncts(noun)
        beside = [
            kid for one in every for kid in (*self.tree.obliques(one, "of"), *self.tree.children(one, "nmod:poss"))
        ]
        states = (entity for entity in map(self.named, beside) if entity and self.cast.kind(entity) == "state")
        persons = map(self.names.person_at, (*beside, *self.tree.children(noun, "compound")))
        return next(states, None) or next(filter(None, persons), None)

    def _fits(self, word: TieWord, a: EntityKind, b: EntityKind) -> bool:
        if word.relation == "relative":
            return a == b == "person" or (word.word == "parent" and a == b == "organization")
        if "occasion" in (a, b):
            return False
        if word.houses and b not in HOUSES and not (word.relation == "leader" and b == "place"):
            return False
        if word.relation == "part" and a == "organization" and b == "state":
            return False  # an agency of a state is told by the country of the agency
        if word.relation == "member" and a == "person" and b == "state":
            return False
        if word.personal and b != "person" and not (word.word in OF_BODIES and b == "organization"):
            return False
        if word.foes and "person" in (a, b):
            return False
        if word.bought and (a == "state" or b != "organization"):
            return False
        return not word.places or "person" not in (a, b) or (word.word == "part" and b == "organization")

    def extent(self, tokens: tuple[int, ...]) -> tuple[int, int]:
        """First and last token of the names around some tokens."""
        firsts = [self.names.at[token].first if token in self.names.at else token for token in tokens]
        lasts = [self.names.at[token].last if token in self.names.at else token for token in tokens]
        return min(firsts), max(lasts)


def _is_known_union(name: str) -> bool:
    return any(load_nouns().denotes(part, "union") for part in (name.lower(), name.lower().replace(" ", "_")))
