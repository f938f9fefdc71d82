"""Swap names for invented ones, most of them not Western, so that the network learns names from their surroundings."""

import random
from collections.abc import Iterator
from dataclasses import replace

from training.corpora import Annotated, Doc

# Onsets, rimes and endings of name-like words of several regions; the names they make belong to nobody.
REGIONS = {
    "Slavic and Romanian": (
        "b d g k l m n r s t z ch sh j v",
        "a e i o u ar an el ir on",
        "ov ev enko ić ski ova eva ina aru escu",
    ),
    "Arabic, Persian, Turkish": (
        "b d f h j k l m n q r s t w y z sh kh gh",
        "a i u aa ee al am ar id iy",
        "i ani awi adi oun eddine ullah zai oğlu zadeh",
    ),
    "Japanese": (
        "k s t n h m y r w g z",
        "a i u e o ai ei ou",
        "moto yama kawa shi ko ro ta mura",
    ),
    "Chinese": (
        "b d ch h j k l m n p s t w x y zh q",
        "a ang eng i ing u ong ao ei un",
        "",
    ),
    "South Asian": (
        "b d g k m n p r s t v j l",
        "a i u ee aa an ar am esh",
        "kar singh nathan reddy walla pal das esh endra",
    ),
    "African": (
        "b d f g k l m n s t w z mb nd ng kw",
        "a e i o u wa ye",
        "mba nga ele oye unde ika ezi obi wale",
    ),
    "Finnish, Baltic, Caucasian": (
        "k l m n p t v r s j h",
        "a e i o u aa ee ai",
        "nen la ainen is as ova iņš dze shvili yan",
    ),
    "Southeast Asian": (
        "b s d r m l t p w k n",
        "a i u e o an ar un",
        "to no wati anto yadi bang puti lan han",
    ),
    "Spanish and Portuguese": (
        "c d f g h l m n p r s t v qu j",
        "a e i o u ia",
        "ez es inho eira ado ito illo quez",
    ),
}


def invent_word(chance: random.Random, region: str = "") -> str:
    """A capitalised word that sounds like a name of a region, or of any of them."""
    onsets, rimes, endings = (sounds.split() for sounds in REGIONS[region or chance.choice(tuple(REGIONS))])
    word = "".join(chance.choice(onsets) + chance.choice(rimes) for _ in range(chance.choice((1, 1, 2, 2, 2, 3))))
    if endings and chance.random() < 0.6:
        word += chance.choice(endings)
    return word[:1].upper() + word[1:]


def swap_names(doc: Doc, chance: random.Random) -> Doc:
    """The document with the words of its person names, and some of its one-word place names, swapped throughout."""
    new: dict[str, str] = {}
    for sentence in doc:
        for word, kind in _named(sentence):
            if kind == "person" or (kind == "place" and chance.random() < 0.5):
                new.setdefault(word, invent_word(chance))
    plain = {word for sentence in doc for word in sentence.words if word[:1].islower()}
    new = {word: other for word, other in new.items() if word.lower() not in plain}
    return tuple(_swap(sentence, new) for sentence in doc)


def _named(sentence: Annotated) -> Iterator[tuple[str, str]]:
    """The words of names that are sure to be of a kind and that stand alone where the kind is a place."""
    tags = sentence.names
    for number, allowed in enumerate(tags):
        if len(allowed) != 1:
            continue
        (tag,) = allowed
        word = sentence.words[number]
        if not (word[:1].isupper() and word.isalpha() and len(word) > 2):
            continue
        if tag.endswith("-person"):
            yield word, "person"
        elif tag == "B-place" and not (number + 1 < len(tags) and "I-place" in tags[number + 1]):
            yield word, "place"


def _swap(sentence: Annotated, new: dict[str, str]) -> Annotated:
    words = list(sentence.words)
    for number, word in enumerate(words):
        allowed = sentence.names[number] if sentence.names else frozenset()
        if word in new and any(tag.endswith(("-person", "-place")) for tag in allowed):
            words[number] = new[word]
    return replace(sentence, words=tuple(words))
