"""What stands behind a title, and so all title phrases of a document: "-elect", "of Norway", "for Trade"."""

from collections.abc import Iterator
from dataclasses import replace

from onrecord.claims.for_offices.title_phrase import TitlePhrase
from onrecord.claims.for_offices.titles import ARTICLES, DASHES, Reader
from onrecord.claims.for_who.named import country_code
from onrecord.claims.grammar import POSSESSIVES
from onrecord.lexicon.nouns import load_nouns
from onrecord.lexicon.ties import load_ties
from onrecord.lexicon.word_lists import word_list
from onrecord.model import Name
from onrecord.names import address_gender
from onrecord.places import region_of

PORTFOLIO_WORDS = 8
OWNER_WORDS = 6
BASES = ("based", "born", "backed", "headquartered")
# Titles whose "for Yemen" and "to Yemen" tell whom they deal with, not whose they are.
FIELDED = ("commissioner", "rapporteur", "coordinator", "representative")
SENT = ("envoy", "representative", "coordinator", "rapporteur", "ambassador")
TEACHING = ("professor", "lecturer")
BOARDS = frozenset(("committee", "commission", "panel", "board", "bench"))
LINKS = ("of", "for", "to", "at", "in", "on", "with", "from")


def find_phrases(reader: Reader) -> Iterator[TitlePhrase]:
    """All title phrases in the order of the text; no two share a word."""
    token = floor = 0
    while token < len(reader.tree.tokens):
        phrase = reader.phrase_at(token, floor)
        if phrase is None:
            token += 1
        else:
            phrase = _to_the_right(reader, phrase)
            yield phrase
            token = floor = phrase.last + 1


def _to_the_right(reader: Reader, phrase: TitlePhrase) -> TitlePhrase:
    phrase = _suffix(reader, phrase)
    for _ in range(3):
        longer = _link(reader, phrase)
        if longer is None:
            return phrase
        phrase = longer
    return phrase


def _suffix(reader: Reader, phrase: TitlePhrase) -> TitlePhrase:
    token = phrase.last + 1
    if reader.lower(token) in DASHES:
        token += 1
    if reader.lower(token) in reader.titles.suffixes:
        tenure = reader.titles.suffixes[reader.lower(token)].tenure
        return replace(phrase, last=token, title_last=token, tenure=tenure)
    return phrase


def _link(reader: Reader, phrase: TitlePhrase) -> TitlePhrase | None:
    """The phrase with the "of ..." after it, or None where there is none that belongs to it."""
    token = phrase.last + 1
    if reader.lower(token) not in LINKS:
        return _listed(reader, phrase) if reader.lower(token) == "," else None
    start = token + 1
    while reader.lower(start) in ARTICLES:
        start += 1
    if start >= len(reader.tree.tokens) or not reader.same_sentence(start, phrase.head):
        return None
    start, country = _past_owner(reader, start)
    phrase = replace(phrase, country=phrase.country or country)
    if (behind := _past_person(reader, phrase, start)) is not None:
        return behind
    taught = _past_subject(reader, phrase, start) if phrase.word.words[-1] in TEACHING else None
    if taught is not None:
        return taught
    name = _named(reader, start)
    if name is not None and not _is_field(reader, name, reader.lower(token), phrase):
        return _named_link(reader, phrase, token, name)
    if reader.lower(token) in ("in", "on", "with", "from", "at"):
        return None
    if phrase.word.kind == "portfolio" and reader.lower(token) in ("of", "for"):
        return _portfolio(reader, phrase, start)
    longer = _plain_link(reader, phrase, start)
    named = longer is not None and longer.body is not None and reader.names.has_name(longer.body)
    if not named and reader.lower(token) == "of" and phrase.word.kind == "organization":
        longer = _past_subject(reader, phrase, start) or longer  # "head of the bond department at Karsk Bank"
    if longer is None and phrase.word.words[-1] in FIELDED and reader.lower(token) == "for":
        capital = reader.tree.tokens[start].text[:1].isupper()
        return _portfolio(reader, phrase, start) if capital else None  # "High Commissioner for Human Rights"
    return longer


def _past_person(reader: Reader, phrase: TitlePhrase, start: int) -> TitlePhrase | None:
    """The phrase with whom it is for in "a spokesman for Ana Torvald, Lars Edmond, denied it", or behind the name."""
    name, tokens = reader.names.person_from(start), reader.tree.tokens
    if name is None or phrase.word.kind != "organization" or phrase.plural:
        return None
    longer = replace(phrase, last=name.last, owner=name.last, definite=True)
    if phrase.first > 1 and tokens[phrase.first - 1].text == "," and phrase.first - 2 in reader.names.at:
        beside = reader.names.at[phrase.first - 2].kind == "person" and reader.lower(name.last + 1) in (",", ".")
        return longer if beside and reader.lower(phrase.last + 1) != "of" else None
    other = reader.names.person_from(name.last + 2)
    if other is None or reader.lower(name.last + 1) != "," or reader.lower(other.last + 1) != ",":
        return None
    return longer


def _past_subject(reader: Reader, phrase: TitlePhrase, start: int) -> TitlePhrase | None:
    """The phrase with the body in "a professor of law at the University of Oslo"."""
    tokens, end = reader.tree.tokens, start
    taught = phrase.word.words[-1] in TEACHING  # "professor of Middle East history at the University of Oslo"
    kinds = ("NOUN", "ADJ", "CCONJ", "PROPN") if taught else ("NOUN", "ADJ", "CCONJ")
    while end < min(start + (7 if taught else 4), len(tokens) - 1) and tokens[end].upos in kinds:
        end += 1
    links = ("at", "with", "for", "of") if reader.lower(end - 1) == "board" else ("at", "with", "for")
    if end == start or reader.lower(end) not in links:
        return None
    field = end - 1 if start == phrase.last + 2 else phrase.title_last  # "director of news", not "of the news"
    longer = _link(reader, replace(phrase, last=end - 1, title_last=field))
    return longer if longer is not None and longer.body is not None else None


def _listed(reader: Reader, phrase: TitlePhrase) -> TitlePhrase | None:
    """The phrase with the body in "Gen. Lars Edmond, commander, Northern Command,"."""
    tokens, start = reader.tree.tokens, phrase.last + 2
    start += reader.lower(start) in ARTICLES
    house = reader.names.at.get(start)
    before = reader.names.at.get(phrase.first - 2)
    if house is None or house.kind != "organization" or phrase.word.kind != "organization":
        return None
    if before is None or before.kind != "person" or phrase.body or tokens[phrase.first - 1].text != ",":
        return None
    return reader.belonging(house, replace(phrase, last=house.last))


def _past_owner(reader: Reader, start: int) -> tuple[int, str | None]:
    """The first token behind the owner in "Norway's Security Agency", "the Torvald administration's Treasury", and the
    owner's country."""
    for token in range(start + 1, min(start + OWNER_WORDS, len(reader.tree.tokens) - 1)):
        if reader.lower(token) in POSSESSIVES:
            return token + 1, country_code(reader.tree.words(start, token - 1))
        if reader.tree.tokens[token].upos not in ("NOUN", "PROPN", "ADJ"):
            break
    return start, None


def _is_field(reader: Reader, name: Name, link: str, phrase: TitlePhrase) -> bool:
    """True for what a minister is minister of or for, whatever it looks like: "for Central Asia", "of Defence"."""
    if phrase.word.kind != "portfolio" or country_code(reader.tree.words(name.first, name.last)) is not None:
        return False
    body = load_nouns().denotes(reader.tree.lemma(name.last), "organization")
    words = set(reader.tree.words(name.first, name.last).lower().split())
    if phrase.word.words == ("secretary",) and not words & reader.titles.fields:
        return link == "for"  # "secretary of the Teachers Guild"
    return link == "for" or (link == "of" and name.kind == "organization" and not body)


def _named(reader: Reader, start: int) -> Name | None:
    """The name that an "of ..." leads to, past words like "city of" and adjectives before it."""
    for token in range(start, min(start + 6, len(reader.tree.tokens))):
        name = reader.names.at.get(token)
        word = reader.lower(token)
        adjective = name is not None and name.first == name.last and reader.tree.tokens[token].upos == "ADJ"
        if name is not None and not adjective and not _is_base(reader, name):
            return name if name.kind in ("place", "organization") else None
        base = name is not None or word in DASHES or word in BASES
        described = reader.tree.tokens[token].upos == "ADJ" or reader.tree.is_a(token, "amod")
        passed = base or word in word_list("towns") or word == "of" or word in ARTICLES or described
        if not passed:
            return None
    return None


def _is_base(reader: Reader, name: Name) -> bool:
    """True for the "Virginia" of "Virginia-based Norland Corporation"."""
    after = [reader.lower(token) for token in range(name.last + 1, min(name.last + 3, len(reader.tree.tokens)))]
    return len(after) == 2 and after[0] in DASHES and after[1] in BASES


def _named_link(reader: Reader, phrase: TitlePhrase, link: int, name: Name) -> TitlePhrase | None:
    behind = reader.word_at(name.last + 1)
    if behind is not None and not (behind[0].kind == "rank" and name.kind == "organization"):
        return None  # "adviser for US President Torvald", not "chairman of the Joint Chiefs Gen. Torvald"
    word, kind = reader.lower(link), phrase.word.kind
    longer = replace(phrase, last=name.last)
    if kind == "seat" and name.kind == "place":
        place = reader.tree.words(name.first, name.last)
        country = country_code(place) if region_of(place) is None else None  # "congressman from Georgia"
        return replace(longer, country=phrase.country or country)
    if kind == "seat" and phrase.word.words != ("member",) and not _is_chamber(reader, name):
        return longer  # "MP for Karsk East": where the seat is
    seated = word in ("in", "on") and kind == "organization" and _is_house(reader, name)
    if word in ("in", "on", "with", "from") and not seated and not (kind in ("state", "place") and word == "from"):
        return None
    if phrase.word.words[-1] in SENT and word in ("for", "to") and name.kind == "place":
        return longer
    if word == "to":
        sent = name.kind == "place" or phrase.word.words[0] == "ambassador"
        return longer if sent else reader.belonging(name, longer)
    return None if word == "at" and name.kind != "organization" else reader.belonging(name, longer)


def _is_chamber(reader: Reader, name: Name) -> bool:
    words = reader.tree.words(name.first, name.last).lower().split()
    return bool(load_ties().chambers & set(words))


def _is_house(reader: Reader, name: Name) -> bool:
    """True for what one sits in or on: "majority leader in the Senate", "a judge on the Karsk Court"."""
    words = set(reader.tree.words(name.first, name.last).lower().split())
    return name.kind == "organization" and bool(words & (load_ties().chambers | BOARDS))


def _portfolio(reader: Reader, phrase: TitlePhrase, start: int) -> TitlePhrase | None:
    """ "of Foreign Affairs", "for Trade, Industry and Energy": kept in the title up to the next name or verb."""
    end, token = None, start
    while token < len(reader.tree.tokens) and token - start < PORTFOLIO_WORDS:
        upos, word = reader.tree.tokens[token].upos, reader.lower(token)
        if not reader.same_sentence(token, phrase.head) or reader.names.person_from(token) is not None:
            break
        if address_gender(word) is not None:
            break  # "Minister for Education Mr. Orten"
        if upos in ("NOUN", "PROPN", "ADJ") and not _foreign_to_field(reader, token, start):
            end = token if upos != "ADJ" else end
        elif not (word in ("and", "&", ",", "the") and _field_follows(reader, token)):
            break
        token += 1
    return replace(phrase, last=end, title_last=end) if end is not None else None


def _foreign_to_field(reader: Reader, token: int, start: int) -> bool:
    """A capitalised field ends where small letters begin: "Minister of Defence spokesman"."""
    tokens = reader.tree.tokens
    return tokens[start].text[:1].isupper() != tokens[token].text[:1].isupper()


def _field_follows(reader: Reader, token: int) -> bool:
    after = range(token + 1, min(token + 3, len(reader.tree.tokens)))
    words = [reader.lower(number) for number in after if reader.lower(number) not in ("and", "&", "the")]
    if not words or reader.names.person_from(after[0]) is not None:
        return False
    first = next(number for number in after if reader.lower(number) not in ("and", "&", "the"))
    word = reader.tree.tokens[first]
    name = reader.names.at.get(first)
    capital = word.text[:1].isupper() and word.upos in ("NOUN", "PROPN", "ADJ")
    capital = capital and (name is None or name.kind in ("group", "other"))
    listed = reader.lower(token) in ("and", "&") or reader.lower(first + 1) == "and"
    named = capital and listed and reader.tree.tokens[token - 1].text[:1].isupper()
    named = named and reader.word_at(first) is None
    # not "Minister of Defence and Deputy Prime Minister"
    another = reader.lower(first) in reader.titles.modifiers | reader.titles.prefixes.keys()
    return words[0] in reader.titles.fields or (named and not another)


def _plain_link(reader: Reader, phrase: TitlePhrase, start: int) -> TitlePhrase | None:
    """ "of the committee": a body that is named elsewhere, if the document's cast knows it."""
    for token in range(start, min(start + 5, len(reader.tree.tokens))):
        entity = reader.cast.entity_at(token)
        if entity is not None and reader.cast.kind(entity) in ("organization", "state", "place"):
            phrase = reader.with_entity(replace(phrase, last=token), entity)
            if reader.tree.is_a(token, "amod"):
                continue  # the "Norwegian" of "the Norwegian foreign ministry"
            return phrase
        if reader.tree.tokens[token].upos not in ("ADJ", "NOUN", "PROPN", "NUM"):
            return None
    return None
