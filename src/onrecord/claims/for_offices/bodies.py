"""Bodies: which body and country an office belongs to where the words beside the title do not tell."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from onrecord.claims.for_offices.holding import Holding
from onrecord.claims.for_offices.home import Home
from onrecord.claims.for_offices.title_phrase import TitlePhrase
from onrecord.claims.for_offices.titles import Reader
from onrecord.claims.for_who.named import country_code
from onrecord.lexicon.leaders import country_of_fame, country_of_leader
from onrecord.lexicon.word_lists import word_list
from onrecord.places import capital_of, country_of_place, region_of

VOICES = ("spokesman", "spokeswoman", "spokesperson")
SENT = ("ambassador", "envoy", "consul")
SEATED = frozenset(("Court", "Police", "Prosecutor", "Prosecutors", "University", "Tribunal"))
"""Words of names of bodies that open with the town where they are."""
OVERSEEING = frozenset(("court", "senate", "ministry", "government", "cabinet", "department", "council", "police"))
"""Who may appoint to an office of another body."""


@dataclass(frozen=True, slots=True)
class Bodies:
    """Answers for one document, from its places, its publisher and the bodies that it names."""

    reader: Reader
    holdings: Sequence[Holding]
    dead: frozenset[str] = frozenset()
    homes: Home = field(init=False)
    told: Mapping[tuple[str, ...], frozenset[tuple[str, str]]] = field(init=False)

    def __post_init__(self) -> None:
        told: defaultdict[tuple[str, ...], set[tuple[str, str]]] = defaultdict(set)
        for one in self.holdings:
            phrase = one.phrase
            now = phrase.tenure is None and one.tenure is None and one.person not in self.dead
            if phrase.country is not None and now and phrase.word.kind in ("state", "portfolio"):
                told[phrase.word.words].add((phrase.country, one.person))
        object.__setattr__(self, "homes", Home(self.reader.names))
        object.__setattr__(self, "told", {words: frozenset(codes) for words, codes in told.items()})

    def home(self, word: tuple[str, ...] = (), person: str = "", title: str = "", *, now: bool = True) -> str | None:
        """The country that the document is about, of those that have such an office and gave it to nobody else.

        "The Foreign Minister met the Foreign Minister of Norway": the first is not Norway's; a former one may be. A
        government that publishes writes of its own offices.
        """
        kinds = (codes for words, codes in self.reader.titles.lacking.items() if title.endswith(words))
        lacking = frozenset(code for codes in kinds for code in codes)
        own = self.homes.publisher
        if own is not None and own not in lacking:
            return own
        others = {country for country, holder in self.told.get(word, ()) if holder != person and now}
        abroad = self.homes.visited(person) if person else frozenset[str]()
        return self.homes.among(others | abroad, lacking)

    def body(self, phrase: TitlePhrase) -> str | None:
        """The body beside the title, else the chamber of a seat, else the region that a governor governs."""
        if phrase.body is not None:
            return phrase.body
        sent = phrase.last > phrase.title_last and self.reader.lower(phrase.title_last + 1) in ("to", "at", "for", "on")
        if phrase.word.chamber is not None and not sent:  # nor a state's "representative to the Union"
            title = self.reader.tree.words(phrase.title_first, phrase.title_last).lower()
            return self._chamber(phrase.word.chamber, local="state" in title.split())
        if phrase.word.kind == "place" and phrase.country is None:
            return self._town(phrase) or self._region(phrase.head)
        return None

    def appointing(self, phrase: TitlePhrase, verb: int) -> str | None:
        """The body that appointed somebody to an office of its own: "Amnesty named Ana Torvald director"."""
        tree, cast = self.reader.tree, self.reader.cast
        own = phrase.word.kind == "organization" or phrase.word.words == ("chief", "executive")
        if not own or phrase.owner is not None or tree.lemma(verb) not in word_list("of_its_own"):
            return None
        for token in (*tree.agents(verb), *tree.subjects(verb)):
            entity = self.reader.names.entity_at(token)
            words = set(cast.entities[entity].name.lower().split()) if entity is not None else set()
            if entity is not None and cast.kind(entity) == "organization" and not words & OVERSEEING:
                return entity
        return None

    def of_giver(self, phrase: TitlePhrase, verb: int) -> str | None:
        """The country of the person or state who gives or takes an office: "Putin removed Orel as minister"."""
        if phrase.word.kind not in ("state", "portfolio") or self.reader.tree.tokens[verb].upos != "VERB":
            return None
        for token in self.reader.tree.doers(verb):
            person, entity = self.reader.names.person_at(token), self.reader.names.entity_at(token)
            state = entity is not None and self.reader.cast.kind(entity) == "state"
            if code := self.reader.cast.country(entity) if entity and state else self._of_person(person):
                return code
        return None

    def country(self, phrase: TitlePhrase, body: str | None, person: str, *, now: bool = True) -> str | None:
        """The country beside the title, else that of the body or the person, else the one the document is about."""
        cast = self.reader.cast
        known = phrase.country or (cast.country(body) or self._in_name(body) or self._of_known(body) if body else None)
        if known is not None:
            return known
        if phrase.elsewhere or (body is not None and self._is_international(body)):
            return None
        if phrase.word.kind == "rank" and self._serves_many(person):
            return None
        title = self.reader.tree.words(phrase.title_first, phrase.title_last).lower()
        known = cast.country(person) or self._of_leader(phrase, person)
        if known is None and (beside := self._beside(phrase)) is not None:
            return beside or None
        if known is None and self.homes.is_unheard_of():
            return None
        unsaid = body is None and title in VOICES and self.homes.publisher is None  # for whom he speaks
        if known is None and (unsaid or self._is_common(title)):
            return None
        usual = known or self._usual(title, self.home(phrase.word.words, person, title, now=now))
        link = self.reader.lower(min(phrase.title_last + 1, phrase.last))
        if phrase.word.words[-1] in SENT and link in ("to", "for", "in"):  # nobody is ambassador to the own country
            there = self.reader.tree.words(phrase.title_last + 2, phrase.last).removeprefix("the ")
            lies_in = country_of_place(there)
            host = lies_in.code if lies_in else country_code(there)
            return usual if usual is not None and usual != host else self.homes.among({host})
        return usual or self._opened_in(phrase) or self.home(phrase.word.words, person, title, now=now)

    def _is_common(self, title: str) -> bool:
        """True for "Commissioner Torvald" where the document names the Union: she need not be of any of its states."""
        wanted = next((words for end, words in self.reader.titles.common.items() if title.endswith(end)), frozenset())
        bodies = (one for one in self.reader.cast.entities.values() if one.kind == "organization")
        return any(wanted & set(name.lower().split()) for one in bodies for name in (one.name, *one.aliases))

    def _opened_in(self, phrase: TitlePhrase) -> str | None:
        """The country that the sentence opens with right before the title: "In Norway, President Ana Torvald said"."""
        first = self.reader.tree.sentence_of(phrase.head).first
        name = self.reader.names.at.get(first + 1) if self.reader.lower(first) == "in" else None
        beside = name is not None and name.last + 2 == phrase.first
        return country_code(self.reader.tree.words(name.first, name.last)) if name is not None and beside else None

    def _beside(self, phrase: TitlePhrase) -> str | None:
        """The country of whom or what the title is ("his envoy"); "" for none, None where the title is nobody's."""
        tree, names = self.reader.tree, self.reader.names
        if phrase.word.kind == "seat":
            return None
        after = names.at.get(phrase.last + 1)
        is_last = after is not None and after.last + 1 >= len(tree.tokens)
        if after is not None and after.kind == "person" and not is_last and self.reader.lower(after.last + 1) == "of":
            land = names.at.get(after.last + 2)  # "President Ana Torvald of Norland"
            lies_in = country_of_place(tree.words(land.first, land.last)) if land is not None else None
            return lies_in.code if lies_in is not None else "" if land is not None and land.kind == "place" else None
        lands = tree.obliques(phrase.head, "of", "for", "in") if phrase.word.kind != "portfolio" else ()
        for token in lands:
            words = tree.words(*tree.phrase(token)).split()
            lies_in = next(filter(None, map(region_of, words)), None)
            if lies_in is not None:
                return lies_in.code  # "commander of the Xinjiang military district"
        if phrase.word.words[-1] in VOICES and (seat := self._scene(phrase.head)) is not None:
            return seat
        owners = (*tree.children(phrase.head, "nmod:poss"), *tree.obliques(phrase.head, "of", "to"))
        return next(
            filter(None, (self._of_person(names.person_at(owner)) or self._of_it(owner) for owner in owners)), None
        )

    def _of_it(self, owner: int) -> str | None:
        """The country that a pronoun stands for: "China and its special envoy"."""
        entity = self.reader.names.entity_at(owner) if self.reader.tree.tokens[owner].upos == "PRON" else None
        return self.reader.cast.country(entity) if entity and self.reader.cast.kind(entity) == "state" else None

    def _scene(self, token: int) -> str | None:
        """The country of the capital that the sentence opens with: "In Oslo, ministry spokesman Lars Edmond said"."""
        first = self.reader.tree.sentence_of(token).first
        name = self.reader.names.at.get(first + 1) if self.reader.lower(first) == "in" else None
        if name is None or self.reader.lower(name.last + 1) != ",":
            return None
        capital = capital_of(self.reader.tree.words(name.first, name.last))
        return capital.code if capital is not None else None

    def _of_person(self, person: str | None) -> str | None:
        """The country of somebody, as one of his titles or the world tells it."""
        if person is None:
            return None
        told = (one.phrase.country for one in self.holdings if one.person == person and one.phrase.country)
        known = self.reader.cast.entities[person]
        return known.country or next(told, None) or country_of_fame(known.name)

    def _of_leader(self, phrase: TitlePhrase, person: str) -> str | None:
        """The country of a leader whom everybody knows: "President Trump" in an article on Syria."""
        if phrase.word.kind not in ("state", "portfolio"):
            return None
        name, whole = self.reader.cast.entities[person].name, self.reader.pieces(phrase.title_first)[:1]
        words = self.reader.tree.words(phrase.title_first, phrase.title_last)
        if whole == [phrase.word.words[0]] and phrase.word.kind == "state":
            words = " ".join(phrase.word.words)  # "presidents", not "deputy prime minister"
        return country_of_leader(words, name) or country_of_leader(words.removesuffix("s"), name)

    def _usual(self, title: str, home: str | None) -> str | None:
        """The country that has such an office above all, unless the document is about another that has one too."""
        countries = self.reader.titles.usual.get(title, ())
        return home if home in countries else next(iter(countries), None)

    def _of_known(self, body: str) -> str | None:
        """The country of a body that everybody knows: "State Department"."""
        entity = self.reader.cast.entities[body]
        names = (name.lower() for name in (entity.name, *entity.aliases))
        return next((code for name in names if (code := self.reader.titles.national.get(name))), None)

    def _in_name(self, body: str) -> str | None:
        """The country that the body's name tells: "Turkish Foreign Ministry"."""
        words = self.reader.cast.entities[body].name.replace("’s", "").replace("'s", "").split()
        if (region := region_of(" ".join(words[:2]))) is not None:
            return region.code  # "British Columbia Party"
        openings = (*words[:2], " ".join(words[:2]), " ".join(words[1:3]))  # "United Kingdom Treasury"
        told = next(filter(None, map(country_code, openings)), None)
        seat = capital_of(words[0]) if words and set(words[-4:]) & SEATED else None
        if told is None and seat is not None:
            return seat.code  # "Oslo Court of Appeals"
        if told is not None or not set(words[-4:]) & {"of", "in"}:
            return told
        last = max(number for number, word in enumerate(words) if word in ("of", "in"))
        if (code := country_code(" ".join(words[last + 1 :]).removeprefix("the "))) is not None:
            return code  # "Supreme Court of the United Kingdom"
        lies_in = country_of_place(" ".join(words[-2:]).removeprefix("of ").removeprefix("in "))
        return lies_in.code if lies_in else None  # "Central Bank of Kenya"

    def _is_international(self, body: str) -> bool:
        """True for a body that one of its names tells to be of no one country."""
        known = self.reader.cast.entities[body]
        words = {word for name in (known.name, *known.aliases) for word in name.lower().replace("-", " ").split()}
        return bool(self.reader.titles.international & {word.replace(".", "") for word in words})

    def _serves_many(self, person: str) -> bool:
        """True for the general who commands the forces of several countries: he need be of none of the article's."""
        bodies = (one.phrase.body for one in self.holdings if one.person == person)
        return any(body is not None and self._is_international(body) for body in bodies)

    def _chamber(self, chamber: str, *, local: bool) -> str | None:
        """The chamber that the document names, by its shortest name; that of a region for a "state senator" alone."""
        named = [
            (len(entity.name), number)
            for number, entity in self.reader.cast.entities.items()
            if entity.kind == "organization" and chamber in entity.name.lower() and " house" not in f" {entity.name}"
            if not self._is_part(entity.name, chamber)
            if local or not self._is_local(entity.name, chamber)
        ]
        return min(named)[1] if named else None

    def _is_local(self, name: str, chamber: str) -> bool:
        """True for "state Senate" and "Ohio House of Representatives"."""
        before = name[: name.lower().index(chamber)].strip().removesuffix("State").removesuffix("state").strip()
        words = before.split()
        regions = (region_of(" ".join(words[:number])) for number in range(1, len(words) + 1))
        return "state" in name.lower().split() or any(region is not None for region in regions)

    def _is_part(self, name: str, chamber: str) -> bool:
        """True for "Senate Judiciary Committee", "White House" and "House Foreign Affairs"."""
        words = name.lower().replace("’s", "").replace("'s", "").split()
        behind = name.lower().partition(chamber)[2].strip()
        named = bool(behind) and not behind.startswith(("of ", "'", "’"))
        return named or bool({"committee", "caucus", "office", "party", "white"} & set(words))

    def _town(self, phrase: TitlePhrase) -> str | None:
        """The town named last in the sentence of a mayor or in the two before, where the words tell none."""
        tree, here = self.reader.tree, self.reader.tree.tokens[phrase.head].sentence
        if phrase.word.words[-1] not in ("mayor", "mayoress"):
            return None
        near = [
            name for name in tree.analysis.names
            if name.kind == "place" and name.first < phrase.first and here - tree.tokens[name.first].sentence <= 2
        ]  # fmt: skip
        towns = [name for name in near if country_code(words := tree.words(name.first, name.last)) is None
                 and region_of(words) is None]  # fmt: skip
        return self.reader.names.entity_of(towns[-1]) if towns else None

    def _region(self, token: int) -> str | None:
        """The region named last before the token, else the first one after it."""
        tree, names = self.reader.tree, self.reader.tree.analysis.names
        regions = [name for name in names if region_of(tree.words(name.first, name.last)) is not None]
        before = [name for name in regions if name.first < token]
        chosen = before[-1:] or regions[:1]
        return self.reader.names.entity_of(chosen[0]) if chosen else None
