"""Which mentions may mean the same as an earlier one: candidates, and what there is to see of each pair."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

NEAREST = 60
ALIKE = 12
WIDTH = 8
PRONOUN, NAME, NOMINAL = range(3)
FEATURES = (
    "same text", "same head", "head within antecedent", "antecedent's head within", "all words within",
    "no words shared", "same kind", "kinds differ", "numbers differ", "names both", "same pronoun",
    "antecedent pronoun", "antecedent name", "definite", "indefinite", "one within the other", "same sentence",
    "next sentence", "within 3", "within 8", "within 20", "far", "nearest", "person pronoun for a thing",
    "thing pronoun for a person", "first name", "subject", "genders differ",
)  # fmt: skip
LITTLE = frozenset(
    """
    the a an this that these those of in for to on at and or , . ' '' `` " ” “ ( ) 's ’s - his her its their our my your
    """.split()
)
PRONOUN_NUMBER = {
    **dict.fromkeys("he him his himself she her hers herself it its itself i me my mine myself".split(), 1),
    **dict.fromkeys("we us our ours ourselves they them their theirs themselves".split(), 2),
}
PERSONAL = frozenset("he him his himself she her hers herself i me my mine myself".split())
NEUTRAL = frozenset("it its itself".split())
PRONOUNS = frozenset(PRONOUN_NUMBER) | frozenset("you your yours yourself who whom whose which that this".split())
GENDERS = {
    **dict.fromkeys("he him his himself man father son brother husband king mr mr. sir boy uncle".split(), 1),
    **dict.fromkeys(
        "she her hers herself woman mother daughter sister wife queen mrs mrs. ms ms. girl aunt".split(), 2
    ),
}
DEFINITE, INDEFINITE = frozenset("the this that these those".split()), frozenset({"a", "an"})
ARTICLES = INDEFINITE | {"the"}
Ints = NDArray[np.int64]
Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Reference:
    """A mention as the pairing sees it: lower-case words, head's place in the text, sentence, form, kind, number.

    `kind` is any number that stands for a kind of thing (-1 unknown); `number` is 0 unknown, 1 singular, 2 plural.
    """

    first: int
    last: int
    head: int
    words: tuple[str, ...]
    sentence: int
    form: int
    kind: int
    number: int
    subject: bool = False

    @property
    def head_word(self) -> str:
        """The head word in lower case."""
        return self.words[self.head - self.first]


@dataclass(frozen=True, slots=True)
class Table:
    """The mentions of a document as columns of numbers, in text order of their heads."""

    head: Ints
    text: Ints
    words: Ints
    form: Ints
    kind: Ints
    number: Ints
    gender: Ints
    sentence: Ints
    start: Ints
    end: Ints
    definite: Ints
    personal: Ints
    subject: Ints


def make_table(mentions: Sequence[Reference]) -> Table:
    """The mentions as numbers; `words` are those that carry meaning, at most eight, the head first, 0 for none."""
    ids: dict[str, int] = {}

    def number(word: str) -> int:
        return ids.setdefault(word, len(ids) + 1)

    heads = [mention.head_word for mention in mentions]
    words = np.zeros((len(mentions), WIDTH), np.int64)
    for row, (mention, head) in enumerate(zip(mentions, heads, strict=True)):
        rest = [word for word in mention.words if word not in LITTLE and word != head]
        own = [number(word) for word in [head, *rest][:WIDTH]]
        words[row, : len(own)] = own

    def column_of(values: Iterable[int]) -> Ints:
        return np.fromiter(values, np.int64, len(mentions))

    return Table(
        head=words[:, 0],
        text=column_of(number(" ".join([w for w in m.words if w not in ARTICLES])) for m in mentions),
        words=words,
        form=column_of(m.form for m in mentions),
        kind=column_of(m.kind for m in mentions),
        number=column_of(PRONOUN_NUMBER.get(head, m.number) for head, m in zip(heads, mentions, strict=True)),
        gender=column_of(_gender(m.words) for m in mentions),
        sentence=column_of(m.sentence for m in mentions),
        start=column_of(m.first for m in mentions),
        end=column_of(m.last for m in mentions),
        definite=column_of(1 if m.words[0] in DEFINITE else 2 if m.words[0] in INDEFINITE else 0 for m in mentions),
        personal=column_of(1 if head in PERSONAL else 2 if head in NEUTRAL else 0 for head in heads),
        subject=column_of(int(m.subject) for m in mentions),
    )


def _gender(words: Sequence[str]) -> int:
    return 0 if GENDERS.keys().isdisjoint(words) else max(GENDERS.get(word, 0) for word in words)


def find_candidates(table: Table, rows: Ints | None = None, *, nearest: int = NEAREST, alike: int = ALIKE) -> Ints:
    """Earlier mentions `[rows, nearest + alike]` that each of these (None: all) may go back to, nearest first; -1 none.

    Beyond the nearest ones, those further up that share the head word, or whose words hold it, are kept: the
    number of pairs grows with the text, not with its square.
    """
    count = len(table.head)
    own = np.arange(count) if rows is None else rows
    found = np.full((len(own), nearest + alike), -1, np.int64)
    found[:, :nearest] = np.maximum(own[:, None] - 1 - np.arange(nearest), -1)
    places = {row: place for place, row in enumerate(own.tolist())}
    last: dict[int, list[int]] = {}
    heads, forms = table.head.tolist(), table.form.tolist()
    for row, words in enumerate(table.words.tolist()):
        if forms[row] == PRONOUN:
            continue
        if row in places and heads[row] in last:
            far = [k for k in reversed(last[heads[row]]) if k < row - nearest][:alike]
            found[places[row], nearest : nearest + len(far)] = far
        for word in words:
            if not word:
                break
            mine = last.setdefault(word, [])
            mine.append(row)
            if len(mine) > 4 * nearest:
                del mine[:nearest]
    return found


def describe_pairs(table: Table, candidates: Ints, rows: Ints | None = None) -> Floats:
    """What there is to see of the pairs of these rows (None: all) with their candidates `[rows, candidates]`.

    Ones and zeros `[rows, candidates, features]`.
    """
    own = np.arange(len(table.head)) if rows is None else rows
    other = np.maximum(candidates, 0)
    out = np.zeros((*candidates.shape, len(FEATURES)), np.float32)
    for name, seen in _see_pairs(table, own[:, None], other):
        out[..., _PLACES[name]] = seen
    full = (table.form[own] != PRONOUN).nonzero()[0]
    for name, seen in _see_words(table, own[full, None], other[full]):
        out[full, :, _PLACES[name]] = seen
    return out


_PLACES = {name: place for place, name in enumerate(FEATURES)}


def _see_pairs(table: Table, own: Ints, other: Ints) -> Iterator[tuple[str, NDArray[np.bool_]]]:
    """What there is to see of pairs, but for the words that they share."""
    kind, their_kind = table.kind[own], table.kind[other]
    number, their_number = table.number[own], table.number[other]
    form, their_form = table.form[own], table.form[other]
    personal, their_personal = table.personal[own], table.personal[other]
    gender, their_gender = table.gender[own], table.gender[other]
    apart = table.sentence[own] - table.sentence[other]
    known = (kind >= 0) & (their_kind >= 0)
    alike = kind == their_kind
    same = table.text[own] == table.text[other]
    yield "same text", same
    yield "same kind", known & alike
    yield "kinds differ", known & ~alike
    yield "numbers differ", (number > 0) & (their_number > 0) & (number != their_number)
    yield "names both", (form == NAME) & (their_form == NAME)
    yield "same pronoun", (form == PRONOUN) & same
    yield "antecedent pronoun", their_form == PRONOUN
    yield "antecedent name", their_form == NAME
    yield "definite", table.definite[own] == 1
    yield "indefinite", table.definite[own] == 2
    yield "one within the other", (table.start[own] <= table.end[other]) & (table.start[other] <= table.end[own])
    yield "same sentence", apart == 0
    yield "next sentence", apart == 1
    yield "within 3", (apart > 1) & (apart <= 3)
    yield "within 8", (apart > 3) & (apart <= 8)
    yield "within 20", (apart > 8) & (apart <= 20)
    yield "far", apart > 20
    yield "nearest", other == own - 1
    yield "person pronoun for a thing", (personal == 1) & (their_personal == 2)
    yield "thing pronoun for a person", (personal == 2) & (their_personal == 1)
    yield "subject", table.subject[other] == 1
    yield "genders differ", (gender > 0) & (their_gender > 0) & (gender != their_gender)


def _see_words(table: Table, own: Ints, other: Ints) -> Iterator[tuple[str, NDArray[np.bool_]]]:
    """Which words pairs share, whose own mentions are no pronouns; with a pronoun nothing is shared."""
    full = table.form[other] != PRONOUN
    words = np.where(table.words, table.words, -1).astype(np.int32).T[:, own]  # what is missing is like nothing
    words = words[: max(1, int((words >= 0).any((1, 2)).sum()))]
    theirs = table.words.astype(np.int32).T[:, other]
    shared = words[:, None] == theirs[None]  # [own words, their words, rows, candidates]
    in_theirs: NDArray[np.bool_] = np.logical_or.reduce(shared, axis=1)
    yield "same head", full & shared[0, 0]
    yield "head within antecedent", full & in_theirs[0]
    yield "antecedent's head within", full & shared[:, 0].any(0)
    yield "all words within", full & (in_theirs | (words < 0)).all(0)
    yield "no words shared", full & ~in_theirs.any(0)
    yield "first name", full & shared[1, 1] if len(words) > 1 else np.zeros_like(full)
