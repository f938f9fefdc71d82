"""Behind a title: the personal names that stand right there, past honorifics, a comma or another title."""

from onrecord.claims.for_offices.rosters import list_of_names
from onrecord.claims.for_offices.title_phrase import TitlePhrase
from onrecord.claims.for_offices.titles import HONORIFICS, Reader
from onrecord.claims.grammar import APPOSING, STOPS
from onrecord.lexicon.nouns import load_nouns
from onrecord.model import Name

CLOSERS = APPOSING | STOPS | {"and", "who", "whose"}
PARENTHESIS_TOKENS = 6
HEADS = (("prime", "minister"), ("premier",), ("chancellor",), ("taoiseach",))


def names_after(
    reader: Reader, phrases: tuple[TitlePhrase, ...], number: int, later: dict[int, tuple[Name, ...]]
) -> tuple[Name, ...]:
    """The personal names that stand after a title: right there, after a comma, or after the next title."""
    phrase, tokens = phrases[number], reader.tree.tokens
    around = reader.names.at.get(phrase.last)
    if around is not None and around.kind == "person" and around.last > phrase.last:
        return (around,)  # the tagger took the title into the name
    token = _past_honorifics(reader, phrase.last + 1)
    if token >= len(tokens) or tokens[token].sentence != tokens[phrase.head].sentence:
        return ()
    name = reader.names.person_from(token)
    if name is not None and phrase.definite and _is_of_aide(reader, phrase, name):
        return ()
    if name is not None:
        return tuple(list_of_names(reader, name)) if phrase.plural else (name,)
    if number + 1 < len(phrases) and later[number + 1] and reader.lower(phrase.first - 1) not in ("for", "as"):
        gap = [reader.lower(between) for between in range(phrase.last + 1, phrases[number + 1].first)]
        one = phrase.definite or phrases[number + 1].definite or _exclude(phrase, phrases[number + 1])
        if (gap in ([], ["and"], ["&"]) and not one) or gap == ["turned"]:
            return later[number + 1]
    if (name := _past_other(reader, phrase)) is not None:
        return (name,)
    if tokens[token].text in APPOSING:
        name = reader.names.person_from(_past_honorifics(reader, token + 1))
        definite = phrase.definite or reader.lower(max(phrase.first - 1, 0)) == "turned"
        if not (definite or phrase.country or _is_apposed(reader, phrase, token)):
            name = name if name is not None and _is_named(reader, phrase, name) else None
        if name is not None and reader.lower(name.last + 1) in ("", *CLOSERS):
            return (name,)
    return ()


def _is_of_aide(reader: Reader, phrase: TitlePhrase, name: Name) -> bool:
    """True for the president of "a former aide to the president Ana Torvald": it is the aide who is named."""
    tree, aide = reader.tree, reader.tree.head(phrase.head)
    below = aide is not None and tree.is_a(phrase.head, "nmod") and tree.tokens[phrase.head].text.islower()
    return below and any(tree.is_a(one, "appos") and tree.head(one) == aide for one in reader.names.heads_of(name))


def _past_other(reader: Reader, phrase: TitlePhrase) -> Name | None:
    """The name of "FBI agent and terrorism specialist Ana Torvald", past a noun that is no title."""
    tokens, start = reader.tree.tokens, phrase.last + 2
    if phrase.plural or phrase.definite or reader.lower(phrase.last + 1) not in ("and", "&"):
        return None
    if phrase.first > 0 and tokens[phrase.first - 1].upos in ("ADP", "SCONJ"):
        return None  # "nominated A for president and teacher B for vice president"
    token = start
    while token + 1 < len(tokens) and token - start < 4 and tokens[token].upos in ("NOUN", "ADJ"):
        token += 1
    known = load_nouns().denotes(reader.tree.lemma(token - 1), "person")
    called = token > start and (known or tokens[token - 1].noun_kind == "person")
    one = called and reader.word_at(token - 1) is None
    return reader.names.person_from(token) if one else None


def _is_apposed(reader: Reader, phrase: TitlePhrase, comma: int) -> bool:
    """True for "A spokesman for the ministry, Ana Torvald, said": a name between commas behind the body."""
    name = reader.names.person_from(_past_honorifics(reader, comma + 1))
    enclosed = name is not None and reader.lower(name.last + 1) == reader.lower(comma)
    first = phrase.first == reader.tree.sentence_of(phrase.first).first
    return enclosed and first and not phrase.plural and phrase.body is not None and phrase.last > phrase.title_last


def _is_named(reader: Reader, phrase: TitlePhrase, name: Name) -> bool:
    """True for the name of "a former senator, Ana Torvald," and where the tree takes it for that of "a senator"."""
    heads = reader.names.heads_of(name)
    hung = any(reader.tree.is_a(head, "appos") and reader.tree.head(head) == phrase.head for head in heads)
    behind_another = phrase.first > 1 and reader.names.at.get(phrase.first - 2) is not None  # "A, a former mayor, B"
    return not phrase.plural and (hung or (phrase.tenure is not None and not behind_another))


def _exclude(one: TitlePhrase, other: TitlePhrase) -> bool:
    """True for "the Prime Minister and President Torvald": nobody is both at once."""
    words = (one.word.words, other.word.words)
    return ("president",) in words and any(title in words for title in HEADS) and one.body is other.body is None


def _past_honorifics(reader: Reader, token: int) -> int:
    """The first token after "(MP)", "Dr", "HE" and the like."""
    tokens = reader.tree.tokens
    if reader.lower(token) == "(":
        for end in range(token + 1, min(token + PARENTHESIS_TOKENS, len(tokens))):
            if tokens[end].text == ")":
                token = end + 1
                break
    while reader.lower(token) in HONORIFICS and reader.names.person_from(token) is None:
        token += 1
    return token
