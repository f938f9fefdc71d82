"""Titles in a text: the words of each office, its body and country, and the tenure that words beside it tell."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from onrecord.claims.for_events.pairs import find_pairs
from onrecord.claims.for_offices.title_phrase import TitlePhrase
from onrecord.claims.for_who.named import Named, country_code
from onrecord.claims.tree import Tree
from onrecord.claims.who import Cast
from onrecord.lexicon.nouns import load_nouns
from onrecord.lexicon.ties import load_ties
from onrecord.lexicon.titles import Titles, TitleWord
from onrecord.lexicon.word_lists import word_list
from onrecord.model import Name, Tenure
from onrecord.places import capital_of, region_of

FARTHEST_MODIFIER = 14
ARTICLES = ("the", "a", "an", "another", "this", "one", "some", "all", "both")
DASHES = ("-", "–", "‑")
# Abbreviations of several: "Sens. Torvald and Edmond".
PLURALS = {"sens.": "sen.", "reps.": "rep.", "govs.": "gov.", "gens.": "gen."}
HONORIFICS = ("mr", "mr.", "mrs", "mrs.", "ms", "ms.", "dr", "dr.", "he", "h.e.", "sir", "lady", "lord", "hon.", "adm.")
HEADS = (("president",), ("chief", "executive"), ("vice", "president"))
"""Titles of states that bodies have as well: "its president"."""
GENERALS = ("general", "gen.", "admiral", "adm.", "marshal")
FORCES = word_list("forces")
LEANING = ("pro", "anti", "non", "post", "pre")
TOPICAL = ("analyst", "correspondent", "researcher", "economist", "strategist", "historian")
"""Titles before which a country tells what they work on."""
LANDS = ("country", "nation", "republic", "kingdom", "island", "territory")
Step = tuple[TitlePhrase, bool, bool]


@dataclass(frozen=True, slots=True)
class Reader:
    """Looks for titles in one document."""

    tree: Tree
    cast: Cast
    titles: Titles
    names: Named = field(init=False)
    pairs: Mapping[int, tuple[str, ...]] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "names", Named(self.tree, self.cast))
        object.__setattr__(self, "pairs", find_pairs(self.names))

    def lower(self, token: int) -> str:
        """The token's text, small; empty outside of the text."""
        return self.tree.text_at(token).lower()

    # --- the words of the title ---------------------------------------------------------------------------------

    def pieces(self, token: int) -> list[str]:
        """The parts of a token between its hyphens, small, the last in the singular."""
        text = PLURALS.get(self.lower(token), self.lower(token))
        parts = [piece for piece in text.replace("‑", "-").replace("–", "-").split("-") if piece]
        several = len(parts) > 1 and self.tree.is_plural(token)
        return [*parts[:-1], self.tree.lemma(token).rpartition("-")[2]] if several else parts

    def _core(self, token: int, word: TitleWord, pieces: list[str]) -> int | None:
        """The last token of the title's words when they begin here with these pieces of the token."""
        number, wanted = token, list(word.words)
        while True:
            if len(wanted) < len(pieces):
                rest = pieces[len(wanted) :]
                return number if pieces[: len(wanted)] == wanted and rest[0] in self.titles.suffixes else None
            part, wanted = wanted[: len(pieces)], wanted[len(pieces) :]
            if part != pieces and [self.tree.lemma(number)] != part:
                return None
            if not wanted:
                return number
            number += 1
            while self.tree.text_at(number) in DASHES:
                number += 1
            if number >= len(self.tree.tokens) or self.tree.tokens[number].sentence != self.tree.tokens[token].sentence:
                return None
            pieces = self.pieces(number)

    def word_at(self, token: int) -> tuple[TitleWord, int] | None:
        """The longest title whose words begin at the token, with its last token, or None."""
        if token >= len(self.tree.tokens):
            return None
        text, firsts = self.lower(token), self.titles.by_first
        if text.isalpha() and text not in firsts and self.tree.lemma(token) not in firsts:
            return None  # most words: decided at once
        pieces = self.pieces(token)
        if len(pieces) > 1 and pieces[0] in self.titles.prefixes:
            pieces = pieces[1:]
        if not pieces:
            return None
        starts = dict.fromkeys((pieces[0], self.tree.lemma(token)))
        for word in sorted((w for first in starts for w in firsts.get(first, ())), key=lambda w: -len(w.words)):
            singular = pieces if pieces[0] == word.words[0] else [word.words[0], *pieces[1:]]
            last = self._core(token, word, singular)
            if last is not None and self._is_noun(token, last, word) and not self._calls_a_party(word, last):
                return word, last
        return None

    def _calls_a_party(self, word: TitleWord, last: int) -> bool:
        """True for "leader of the opposition" in "leader of the opposition Labour Party"."""
        return word.words[-1] == "opposition" and last + 1 in self.names.at

    def _is_noun(self, first: int, last: int, word: TitleWord) -> bool:
        """Taggers call the words of "Chief Executive" adjectives now and then, but hardly ever verbs."""
        tags = {self.tree.tokens[number].upos for number in range(first, last + 1)}
        if tags & {"NOUN", "PROPN"} or self.tree.is_a(last, "nmod:desc"):
            return True
        return len(word.words) > 1 and "VERB" not in tags

    def phrase_at(self, token: int, floor: int = 0) -> TitlePhrase | None:
        """The title that begins at the token with what stands before it, not farther left than `floor`, or None."""
        found = self.word_at(token)
        if found is None or self._inside_name(token, found[1]):
            return None
        word, last = found
        after = self.word_at(token + 1) if token == last and self.lower(token) in self.titles.modifiers else None
        if after is not None and not self._is_chief(token, after[0]):
            return None  # the "Chief" of "Chief Superintendent"
        if token == last and self._is_field(token):
            return None
        inside = range(token, last + 1)
        head = next((n for n in inside if self.tree.tokens[n].head not in inside or self.tree.head(n) is None), last)
        plural = self.tree.is_plural(head) or self.lower(last) in PLURALS
        phrase = TitlePhrase(token, last, token, last, head, word, country=word.country, plural=plural)
        return self._to_the_left(phrase, floor)

    def _is_chief(self, token: int, word: TitleWord) -> bool:
        """True for the "chief" of "army chief General Torvald", which is no part of the rank."""
        noun = token > 0 and self.tree.tokens[token - 1].upos in ("NOUN", "PROPN")
        beside = noun and self.same_sentence(token - 1, token)
        return self.lower(token) == "chief" and word.kind == "rank" and word.words[-1] in GENERALS and beside

    def _is_field(self, token: int) -> bool:
        """True for the "Justice" of "Justice Minister" and of "Justice and Home Affairs Minister"."""
        after = token
        while self.lower(after) in self.titles.fields | {"and", "&", ","}:
            after += 1
        found = self.word_at(after) if token < after else None
        return found is not None and found[0].kind == "portfolio" and self.same_sentence(token, after)

    def _inside_name(self, first: int, last: int) -> bool:
        """True when the words belong to a name: "Office of the President", "Anna Bishop", not "Pope Clemens"."""
        name = self.names.at.get(first)
        if name is None:
            return False
        if name.kind == "person" or (name.first < first and self.lower(first - 1) == "of"):
            return name.first < first  # not the "Representative" of "House of Representatives"
        return name.last > last

    # --- what stands before -------------------------------------------------------------------------------------

    def _to_the_left(self, phrase: TitlePhrase, floor: int) -> TitlePhrase:
        """The phrase with its modifiers, tenure, body, country and owner as told by the words before it."""
        glued = self._glued_prefix(phrase.first)
        if glued is not None:
            phrase = replace(phrase, tenure=glued)
        token, open_title = phrase.first - 1, True
        while token >= floor and phrase.first - token <= FARTHEST_MODIFIER and self.same_sentence(token, phrase.head):
            step = self._step(token, phrase, open_title)
            if step is None:
                break
            phrase, open_title, done = step
            token = phrase.first - 1
            if done:
                break
        return self._loose_prefix(phrase)

    def _glued_prefix(self, token: int) -> Tenure | None:
        pieces = self.pieces(token)
        prefix = self.titles.prefixes.get(pieces[0]) if len(pieces) > 1 else None
        return prefix.tenure if prefix else None

    def same_sentence(self, one: int, other: int) -> bool:
        """True for two tokens of one sentence."""
        return self.tree.tokens[one].sentence == self.tree.tokens[other].sentence

    def _step(self, token: int, phrase: TitlePhrase, open_title: bool) -> Step | None:
        """One word further left: the new phrase, whether the title may still grow, whether the phrase is complete."""
        word, upos = self.lower(token), self.tree.tokens[token].upos
        if word in ARTICLES:
            return replace(phrase, first=token, definite=word in ("the", "this")), False, True
        if upos == "PRON" and self.tree.tokens[token].feats.get("Poss") == "Yes":
            return self._of_its(replace(phrase, first=token, owner=token, definite=True)), False, True
        if self._is_compound(token, phrase):
            told = self.titles.prefixes.get(self.lower(token - 2) + word)  # "one-time"
            tenure = phrase.tenure or (told.tenure if told else None)
            return replace(phrase, first=token - 2, tenure=tenure), False, False
        if word in DASHES and token > 0 and self._glued(token):
            return replace(phrase, first=token), open_title, False
        if word == ")":
            start = next((n for n in range(token - 1, max(token - 5, 0), -1) if self.lower(n) == "("), None)
            return (replace(phrase, first=start), False, False) if start is not None else None
        prefix = self.titles.prefixes.get(word)
        if prefix is not None:
            start = token if prefix.kept and open_title else phrase.title_first
            return replace(phrase, first=token, title_first=start, tenure=phrase.tenure or prefix.tenure), False, False
        name = self._name_at(token, phrase)
        swallowed = name is not None and name.first < token and word in word_list("swallowed")
        if swallowed and open_title:
            return replace(phrase, first=token, title_first=token), True, False
        if name is not None:
            return self._name_before(name, token, phrase), False, False
        if word in ("'s", "’s", "'", "’") and token > 0:
            return self._possessor(token, phrase), False, True
        if open_title and self._is_modifier(token, phrase):
            tenure = phrase.tenure or self._glued_prefix(token)
            return replace(phrase, first=token, title_first=token, tenure=tenure), True, False
        if word in ("and", "&", ",") and open_title and self._joins_fields(token, phrase):
            return replace(phrase, first=token), True, False
        phrase = replace(phrase, tenure=phrase.tenure or self._glued_prefix(token))  # "ex-police chief"
        return self._other_modifier(token, phrase, open_title)

    def _of_its(self, phrase: TitlePhrase) -> TitlePhrase:
        """The phrase with the body that "its" and "their" stand for: "Amnesty denied it. Its director said"."""
        token = phrase.first
        entity = self.cast.entity_at(token) if self.tree.lemma(token) in ("its", "their", "it", "they") else None
        house = entity is not None and self.cast.kind(entity) == "organization" and self.names.has_name(entity)
        led = phrase.word.kind == "organization" or phrase.word.words in HEADS
        return self.with_entity(phrase, entity) if house and led else phrase

    def _name_at(self, token: int, phrase: TitlePhrase) -> Name | None:
        """The name at the token, but for one of modifiers alone ("Shadow Home" in "Shadow Home Secretary")."""
        name = self.names.at.get(token)
        if name is None or all(self._is_modifier(number, phrase) for number in range(name.first, token + 1)):
            return None
        return name

    def _is_compound(self, token: int, phrase: TitlePhrase) -> bool:
        """True for the end of "long-serving", "two-term" and "Norwegian-born", not of "vice-presidential", "ex-"."""
        if token < 2 or self.lower(token - 1) not in DASHES or not self._glued(token - 1):
            return False
        known = token in self.names.at or self._is_modifier(token, phrase)
        return not known and self.lower(token - 2) not in self.titles.prefixes

    def _glued(self, token: int) -> bool:
        before, dash, after = self.tree.tokens[token - 1 : token + 2]
        return before.span.end == dash.span.start and dash.span.end == after.span.start

    def _is_modifier(self, token: int, phrase: TitlePhrase) -> bool:
        words = self.pieces(token)
        if len(words) > 1 and words[0] in self.titles.prefixes:
            words = words[1:]  # the "Ex-foreign" of "Ex-foreign minister"
        if words == ["first"] and self.tree.tokens[token].text == "first":
            return False
        if self.tree.tokens[token].upos == "VERB" and not self.tree.is_a(token, "amod", "compound"):
            return False  # "to press President Orel"
        if all(word in self.titles.modifiers for word in words) and words:
            return True
        return phrase.word.kind == "portfolio" and all(word in self.titles.fields for word in words) and bool(words)

    def _joins_fields(self, token: int, phrase: TitlePhrase) -> bool:
        grown = phrase.word.kind == "portfolio" and phrase.title_first < phrase.head and token > 0
        return grown and self.lower(token - 1) in self.titles.fields

    def _other_modifier(self, token: int, phrase: TitlePhrase, open_title: bool) -> Step | None:
        word, upos = self.tree.tokens[token].text, self.tree.tokens[token].upos
        whole = country_code(self.tree.words(token - 1, token)) if token and upos != "PUNCT" else None  # "North Korean"
        country = whole or country_code(word)
        if country is not None:
            first = token - 1 if whole is not None else token
            return replace(phrase, first=first, country=phrase.country or country), False, False
        entity = self.cast.entity_at(token)
        named = upos in ("NOUN", "PROPN") or self._is_post_of(token, phrase)
        if entity is not None and named and self.cast.kind(entity) in ("organization", "state"):
            return self.with_entity(replace(phrase, first=token), entity), False, False
        called = self._called(self.tree.lemma(token)) if upos in ("NOUN", "PROPN") else None
        if called is not None:
            country = phrase.country or self.cast.country(called)
            return replace(phrase, first=token, body=called, country=country), False, False
        if upos != "VERB" and load_nouns().denotes(self.tree.lemma(token), "group"):
            return replace(phrase, first=token, owner=token), False, False
        grows = open_title and phrase.word.kind in ("organization", "portfolio", "rank")
        if upos == "NOUN" and grows and self.tree.is_a(token, "compound", "nmod", "amod"):
            return replace(phrase, first=token, title_first=token), True, False
        if upos in ("ADJ", "NUM", "PROPN") and self.tree.is_a(token, "amod", "compound", "nummod", "nmod", "flat"):
            return replace(phrase, first=token), False, False
        newly = upos == "ADV" and self.tree.tokens[token].head == token + 1 == phrase.first
        if newly or (upos == "VERB" and self.tree.is_a(token, "amod")):
            return replace(phrase, first=token), False, False  # "newly elected president"
        return None

    def _called(self, noun: str) -> str | None:
        """The body that the document calls by a bare noun: "police"."""
        if noun != "police" and not load_nouns().denotes(noun, "organization"):
            return None
        named = (e for e in self.cast.entities.values() if e.name.lower() == noun)
        return next((e.id for e in named if len(e.mentions) > 1 or noun in FORCES), None)  # not of any "union leader"

    def _name_before(self, name: Name, last: int, phrase: TitlePhrase) -> TitlePhrase:
        """The phrase with a name before it; `last` is the last token of the name that is not the title's."""
        phrase, text = replace(phrase, first=name.first), self.tree.words(name.first, last)
        if name.kind == "person":
            return replace(phrase, owner=last)
        if (glued := self._glued_prefix(name.first)) is not None:  # "ex-UK prime minister"
            phrase, text = replace(phrase, tenure=phrase.tenure or glued), text.partition("-")[2]
        country = country_code(text)
        leaning = name.first > 1 and self.lower(name.first - 1) in DASHES and self.lower(name.first - 2) in LEANING
        if country and (leaning or phrase.word.words[-1] in TOPICAL):
            return phrase  # "the pro-Norwegian politician", "a China analyst"
        return replace(phrase, country=phrase.country or country) if country else self.belonging(name, phrase)

    def _possessor(self, token: int, phrase: TitlePhrase) -> TitlePhrase:
        name = self.names.at.get(token - 1)
        if name is not None:
            phrase = self._name_before(name, name.last, phrase)
        else:
            entity = self.cast.entity_at(token - 1) if self.tree.lemma(token - 1) not in LANDS else None
            phrase = replace(phrase, first=self.tree.phrase(token - 1)[0] if token - 1 < phrase.first else token - 1)
            phrase = self.with_entity(phrase, entity)
        return replace(phrase, definite=True)

    def belonging(self, name: Name, phrase: TitlePhrase) -> TitlePhrase:
        """The phrase with the country or the body that a name beside the title tells."""
        text = self.tree.words(name.first, name.last)
        country = country_code(text)
        if country is None and phrase.word.words[-1] in ("ambassador", "envoy") and (seat := capital_of(text)):
            country = seat.code  # "Khartoum's envoy"
        if country is not None:
            return replace(phrase, country=phrase.country or country)
        return self.with_entity(phrase, self.names.entity_of(name))

    def with_entity(self, phrase: TitlePhrase, entity: str | None) -> TitlePhrase:
        """The phrase with the body or the country that an entity beside the title is to it."""
        if entity is None:
            return phrase
        kind, name = self.cast.kind(entity), self.cast.entities[entity].name
        seat = phrase.word.kind == "seat" and phrase.word.words != ("member",)
        if seat and kind == "organization" and not load_ties().chambers & set(name.lower().split()):
            return phrase  # "NDP MP": one sits in parliament, not in the party
        governs = phrase.word.kind in ("state", "portfolio")
        local = phrase.word.kind == "place" or (governs and region_of(name) is not None)
        region = kind in ("place", "state") and local and country_code(name) is None
        if region or (kind == "organization" and not self._is_wrong_party(phrase, entity)):
            return replace(phrase, body=phrase.body or entity, country=phrase.country or self.cast.country(entity))
        if kind == "state" and self.cast.country(entity) is None:
            return replace(phrase, body=phrase.body or entity, elsewhere=True)  # a state that has no code
        if kind == "state":
            return replace(phrase, country=phrase.country or self.cast.country(entity))
        unknown = kind == "place" and self.cast.country(entity) is None
        return replace(phrase, elsewhere=unknown and phrase.word.kind in ("state", "portfolio"))

    def _is_post_of(self, token: int, phrase: TitlePhrase) -> bool:
        """True for the party of "the Conservative leader", "the Democratic nominee", not of "a Democratic chairman"."""
        post = phrase.word.kind == "candidate" or phrase.word.words[-1] in ("leader", "co-leader", "whip")
        return post and load_nouns().denotes(self.lower(token), "party")

    def _is_wrong_party(self, phrase: TitlePhrase, entity: str) -> bool:
        """A "Labour MP" sits in parliament, a "Labour leader" leads the party."""
        words = self.cast.entities[entity].name.lower().split()
        name = " ".join(words)
        party = "party" in words or bool({name, name.removesuffix("s")} & set(load_ties().parties))
        alike = bool(word_list("alliances") & set(words)) and phrase.word.words[-1] in ("minister", "governor", "mayor")
        return alike or (party and phrase.word.kind in ("seat", "place", "state", "portfolio"))

    def _loose_prefix(self, phrase: TitlePhrase) -> TitlePhrase:
        """Adverbs before the article: "formerly the mayor", "then the prime minister", "now a senator"."""
        token = phrase.first - 1
        if token > 0 and self.lower(token) in ARTICLES:
            token -= 1
        if token < 0 or phrase.tenure is not None:
            return phrase
        recently = token + 1 if self.lower(token) == "until" else token
        if self.lower(recently) == "recently" and self.lower(recently - 1) == "until":
            return replace(phrase, first=recently - 1, tenure="former")
        prefix = self.titles.prefixes.get(self.lower(token))
        if prefix is None or self.tree.tokens[token].upos not in ("ADV", "ADJ", "SCONJ"):
            return phrase
        return replace(phrase, first=token, tenure=prefix.tenure)
