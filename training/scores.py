"""Scores of spans and of chains: precision, recall and F1, and the CoNLL measure of coreference."""

from collections.abc import Collection, Hashable, Mapping, Sequence
from dataclasses import dataclass

Span = tuple[int, int]
Chain = frozenset[Span]


@dataclass(slots=True)
class Count:
    """Sums over documents of what is right among the found and among the wanted."""

    right: float = 0.0
    found: float = 0.0
    wanted: float = 0.0
    recalled: float = 0.0

    def add(self, found: Collection[Hashable], wanted: Collection[Hashable]) -> None:
        """Count things that are right when they are the same."""
        right = len(set(found) & set(wanted))
        self.add_parts(right, len(set(found)), right, len(set(wanted)))

    def add_parts(self, right: float, found: float, recalled: float, wanted: float) -> None:
        """Add the numerators and denominators of precision and recall."""
        self.right += right
        self.found += found
        self.recalled += recalled
        self.wanted += wanted

    @property
    def precision(self) -> float:
        """Share of the found that is right."""
        return self.right / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        """Share of the wanted that is found."""
        return self.recalled / self.wanted if self.wanted else 0.0

    @property
    def f1(self) -> float:
        """Their harmonic mean, from 0 to 1."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


def find_spans(tags: Sequence[str]) -> list[tuple[int, int, str]]:
    """First word, last word and kind of each name in BIO tags; a name may also begin with an inner tag."""
    found: list[tuple[int, int, str]] = []
    before = "O"
    for word, tag in enumerate(tags):
        if tag != "O":
            if tag[0] == "I" and before != "O" and before[2:] == tag[2:]:
                found[-1] = (found[-1][0], word, tag[2:])
            else:
                found.append((word, word, tag[2:]))
        before = tag
    return found


@dataclass(slots=True)
class ChainCounts:
    """MUC (Vilain et al. 1995), B³ (Bagga and Baldwin 1998) and CEAF-e (Luo 2005) over documents."""

    muc: Count
    cubed: Count
    ceaf: Count
    mentions: Count

    def add(self, found: Sequence[Chain], wanted: Sequence[Chain]) -> None:
        """Count the chains of one document."""
        ours, theirs = _owners(found), _owners(wanted)
        self.mentions.add(ours.keys(), theirs.keys())
        self.muc.add_parts(*_muc(found, theirs), *_muc(wanted, ours))
        self.cubed.add_parts(*_cubed(found, theirs), *_cubed(wanted, ours))
        best = _ceaf(found, wanted)
        self.ceaf.add_parts(best, len(found), best, len(wanted))

    @property
    def conll(self) -> float:
        """The mean of the three F1 scores (Pradhan et al. 2012)."""
        return (self.muc.f1 + self.cubed.f1 + self.ceaf.f1) / 3


def count_chains() -> ChainCounts:
    """Empty counts."""
    return ChainCounts(Count(), Count(), Count(), Count())


def _owners(chains: Sequence[Chain]) -> dict[Span, Chain]:
    return {mention: chain for chain in chains for mention in chain}


def _muc(chains: Sequence[Chain], other: Mapping[Span, Chain]) -> tuple[float, float]:
    right = total = 0
    for chain in chains:
        parts = len({other[m] for m in chain if m in other}) + sum(m not in other for m in chain)
        right += len(chain) - parts
        total += len(chain) - 1
    return right, total


def _cubed(chains: Sequence[Chain], other: Mapping[Span, Chain]) -> tuple[float, float]:
    right = sum(len(chain & other[m]) / len(chain) for chain in chains for m in chain if m in other)
    return right, sum(len(chain) for chain in chains)


def _ceaf(found: Sequence[Chain], wanted: Sequence[Chain]) -> float:
    """The most that chains paired one to one can share (entity-based CEAF, φ4)."""
    if len(found) > len(wanted):
        found, wanted = wanted, found
    if not found:
        return 0.0
    alike = [[2 * len(a & b) / (len(a) + len(b)) for b in wanted] for a in found]
    return sum(alike[row][column] for row, column in enumerate(assign([[-value for value in row] for row in alike])))


def assign(costs: Sequence[Sequence[float]]) -> list[int]:
    """The column of each row such that the sum of costs is least; no more rows than columns (Kuhn 1955)."""
    rows, columns = len(costs), len(costs[0])
    of_row, of_column = [0.0] * (rows + 1), [0.0] * (columns + 1)
    owner = [0] * (columns + 1)
    for row in range(1, rows + 1):
        owner[0], column = row, 0
        least, way, used = [float("inf")] * (columns + 1), [0] * (columns + 1), [False] * (columns + 1)
        while owner[column]:
            used[column] = True
            here, step, following = owner[column], float("inf"), 0
            for other in range(1, columns + 1):
                if used[other]:
                    continue
                cost = costs[here - 1][other - 1] - of_row[here] - of_column[other]
                if cost < least[other]:
                    least[other], way[other] = cost, column
                if least[other] < step:
                    step, following = least[other], other
            for other in range(columns + 1):
                if used[other]:
                    of_row[owner[other]] += step
                    of_column[other] -= step
                else:
                    least[other] -= step
            column = following
        while column:
            owner[column], column = owner[way[column]], way[column]
    found = [0] * rows
    for column in range(1, columns + 1):
        if owner[column]:
            found[owner[column] - 1] = column - 1
    return found
