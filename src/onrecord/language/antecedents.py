"""Which mentions may mean the same as an earlier one: candidates, and what there is to see of each pair."""

from collections.abc import Iterable, Sequence
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

    words = np.zeros((len(mentions), WIDTH), np.int64)
    for row, mention in enumerate(mentions):
        rest = [word for word in mention.words if word not in LITTLE and word != mention.head_word]
        for column, word in enumerate([mention.head_word, *rest][:WIDTH]):
            words[row, column] = number(word)

    def column_of(values: Iterable[int]) -> Ints:
        return np.fromiter(values, np.int64, len(mentions))

    return Table(
        head=words[:, 0],
        text=column_of(number(" ".join(w for w in m.words if w not in ("the", "a", "an"))) for m in mentions),
        words=words,
        form=column_of(m.form for m in mentions),
        kind=column_of(m.kind for m in mentions),
        number=column_of(PRONOUN_NUMBER.get(m.head_word, m.number) for m in mentions),
        gender=column_of(max((GENDERS.get(w, 0) for w in m.words), default=0) for m in mentions),
        sentence=column_of(m.sentence for m in mentions),
        start=column_of(m.first for m in mentions),
        end=column_of(m.last for m in mentions),
        definite=column_of(
            1 if m.words[0] in ("the", "this", "that", "these", "those") else 2 if m.words[0] in ("a", "an") else 0
            for m in mentions
        ),
        personal=column_of(1 if m.head_word in PERSONAL else 2 if m.head_word in NEUTRAL else 0 for m in mentions),
        subject=column_of(int(m.subject) for m in mentions),
    )


def find_candidates(table: Table, *, nearest: int = NEAREST, alike: int = ALIKE) -> Ints:
    """Earlier mentions `[mentions, nearest + alike]` that each may go back to, nearest first; -1 for none.

    Beyond the nearest ones, those further up that share the head word, or whose words hold it, are kept: the
    number of pairs grows with the text, not with its square.
    """
    count = len(table.head)
    found = np.full((count, nearest + alike), -1, np.int64)
    found[:, :nearest] = np.maximum(np.arange(count)[:, None] - 1 - np.arange(nearest), -1)
    last: dict[int, list[int]] = {}
    heads, forms = table.head.tolist(), table.form.tolist()
    for row, words in enumerate(table.words.tolist()):
        if forms[row] == PRONOUN:
            continue
        far = [k for k in reversed(last.get(heads[row], ())) if k < row - nearest][:alike]
        found[row, nearest : nearest + len(far)] = far
        for word in words:
            if word:
                own = last.setdefault(word, [])
                own.append(row)
                if len(own) > 4 * nearest:
                    del own[:nearest]
    return found


def describe_pairs(table: Table, candidates: Ints, rows: Ints | None = None) -> Floats:
    """What there is to see of the pairs of these rows (None: all) with their candidates `[rows, candidates]`.

    Ones and zeros `[rows, candidates, features]`.
    """
    own = (np.arange(len(table.head)) if rows is None else rows)[:, None]
    other = np.maximum(candidates, 0)
    shared, within = _shared_words(table, own, other)
    in_theirs: NDArray[np.bool_] = np.logical_or.reduce(shared, axis=1)
    kind, their_kind = table.kind[own], table.kind[other]
    number, their_number = table.number[own], table.number[other]
    form, their_form = table.form[own], table.form[other]
    personal, their_personal = table.personal[own], table.personal[other]
    apart = table.sentence[own] - table.sentence[other]
    nested = (table.start[own] <= table.end[other]) & (table.start[other] <= table.end[own])
    full = (form != PRONOUN) & (their_form != PRONOUN)
    gender, their_gender = table.gender[own], table.gender[other]
    known = (kind >= 0) & (their_kind >= 0)
    pairs = (
        (table.text[own] == table.text[other]),
        full & (table.head[own] == table.head[other]),
        full & in_theirs[0],
        full & shared[:, 0].any(0),
        full & within,
        full & ~in_theirs.any(0),
        known & (kind == their_kind),
        known & (kind != their_kind),
        (number > 0) & (their_number > 0) & (number != their_number),
        (form == NAME) & (their_form == NAME),
        (form == PRONOUN) & (table.text[own] == table.text[other]),
        np.broadcast_to(their_form == PRONOUN, candidates.shape),
        np.broadcast_to(their_form == NAME, candidates.shape),
        np.broadcast_to(table.definite[own] == 1, candidates.shape),
        np.broadcast_to(table.definite[own] == 2, candidates.shape),
        nested,
        apart == 0,
        apart == 1,
        (apart > 1) & (apart <= 3),
        (apart > 3) & (apart <= 8),
        (apart > 8) & (apart <= 20),
        apart > 20,
        other == own - 1,
        (personal == 1) & (their_personal == 2),
        (personal == 2) & (their_personal == 1),
        full & shared[1, 1],
        np.broadcast_to(table.subject[other] == 1, candidates.shape),
        (gender > 0) & (their_gender > 0) & (gender != their_gender),
    )
    return np.stack(pairs, -1).astype(np.float32)


def _shared_words(table: Table, own: Ints, other: Ints) -> tuple[NDArray[np.bool_], NDArray[np.bool_]]:
    """Which words of pairs are the same `[own words, their words, rows, candidates]`; where all own ones are shared."""
    words = np.where(table.words, table.words, -1).T[:, own]  # what is missing is like nothing
    shared = words[:, None] == table.words.T[:, other][None]
    return shared, (shared.any(1) | (words < 0)).all(0)
