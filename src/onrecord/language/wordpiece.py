"""Cut words into the pieces of an uncased BERT vocabulary, and tell the shape of their letters' case."""

import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

UNKNOWN, CLS, SEP = "[UNK]", "[CLS]", "[SEP]"
LONGEST_WORD = 80
NO_SHAPE, LOWER, TITLE, UPPER, INITIAL, MIXED, DIGITS, SYMBOL = range(8)
SHAPES = 8


def shape_of(word: str) -> int:
    """The case shape of a word, as a number from 1 to 7 (0 is kept for padding and special pieces).

    The vocabulary is uncased, so this is all that the encoder learns of capitals.
    """
    letters = [ch for ch in word if ch.isalpha()]
    if any(ch.isdigit() for ch in word):
        return DIGITS
    if not letters:
        return SYMBOL
    if not any(ch.isupper() for ch in letters):
        return LOWER
    if len(letters) == 1:
        return INITIAL
    if all(ch.isupper() for ch in letters):
        return UPPER
    if letters[0].isupper() and not any(ch.isupper() for ch in letters[1:]):
        return TITLE
    return MIXED


def _is_punctuation(ch: str) -> bool:
    code = ord(ch)
    ascii_sign = 33 <= code <= 47 or 58 <= code <= 64 or 91 <= code <= 96 or 123 <= code <= 126
    return ascii_sign or unicodedata.category(ch).startswith("P")


def _is_cjk(ch: str) -> bool:
    code = ord(ch)
    return (
        0x4E00 <= code <= 0x9FFF or 0x3400 <= code <= 0x4DBF or 0xF900 <= code <= 0xFAFF or 0x20000 <= code <= 0x2FA1F
    )


def _parts(word: str) -> Iterator[str]:
    """The word lower-cased and without accents, cut at signs, as BERT's own pre-tokeniser does."""
    plain = (ch for ch in unicodedata.normalize("NFD", word.lower()) if unicodedata.category(ch) != "Mn")
    current = ""
    for ch in plain:
        if _is_punctuation(ch) or _is_cjk(ch):
            if current:
                yield current
            yield ch
            current = ""
        elif ch.isspace() or unicodedata.category(ch) in ("Cc", "Cf") or ch == "\ufffd":
            continue
        else:
            current += ch
    if current:
        yield current


class WordPiece:
    """Greedy longest-match pieces of single words (Wu et al. 2016), remembered for words seen before."""

    def __init__(self, vocabulary: Sequence[str]) -> None:
        self.ids: Mapping[str, int] = {piece: number for number, piece in enumerate(vocabulary)}
        self.unknown, self.cls, self.sep = self.ids[UNKNOWN], self.ids[CLS], self.ids[SEP]
        self.pieces_of = cache(self._pieces_of) if len(vocabulary) else self._pieces_of

    def _pieces_of(self, word: str) -> tuple[int, ...]:
        """Piece ids of one word; never empty."""
        ids: list[int] = []
        for part in _parts(word):
            ids.extend(self._match(part))
        return tuple(ids) or (self.unknown,)

    def _match(self, part: str) -> list[int]:
        if len(part) > LONGEST_WORD:
            return [self.unknown]
        found, start = [], 0
        while start < len(part):
            end = len(part)
            while end > start:
                piece = part[start:end] if start == 0 else "##" + part[start:end]
                if piece in self.ids:
                    break
                end -= 1
            if end == start:
                return [self.unknown]
            found.append(self.ids[piece])
            start = end
        return found


def read_vocabulary(text: str) -> tuple[str, ...]:
    """The pieces of a `vocab.txt`, one per line, in the order of their ids."""
    return tuple(text.split("\n")[:-1])
