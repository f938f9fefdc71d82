"""Which corpora teach in which stage, and how much of each an epoch takes."""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from onrecord.language.wordpiece import WordPiece
from training.corpora import Doc, read_crossner, read_ewt, recut
from training.examples import Batch, Labels, batches, epoch_windows, unit_batches
from training.gold import read_gold
from training.gum import read_gum
from training.newswire import read_docred, read_meantime, read_re3d
from training.silver import lay_acts, read_gap

RUN = 400  # windows are sorted by length within runs only, so that batches stay mixed


@dataclass(frozen=True, slots=True)
class Material:
    """Documents of one corpus; an epoch takes `share` of them; `whole` documents are read at once, for coreference."""

    name: str
    docs: tuple[Doc, ...]
    share: float = 1.0
    whole: bool = False

    @property
    def words(self) -> int:
        """About how many words an epoch takes."""
        return round(self.share * sum(len(sentence.words) for doc in self.docs for sentence in doc))


def read_trees(data: Path) -> list[Doc]:
    """The treebanks' train splits; the label sets are counted on them."""
    return read_ewt(data, "train") + read_gum(data, "train")


def first_materials(data: Path) -> tuple[Material, ...]:
    """The first stage: trees, and the names that go with them."""
    politics = data / "crossner-politics"
    names = read_crossner(politics / "train.txt") + read_crossner(politics / "dev.txt")
    return Material("trees", tuple(read_trees(data))), Material("crossner-politics", tuple(names))


def second_materials(data: Path, gold: Path | None) -> tuple[Material, ...]:
    """The second stage: everything that may be trained on."""
    politics = data / "crossner-politics"
    names = read_crossner(politics / "train.txt") + read_crossner(politics / "dev.txt")
    ewt = [tuple(lay_acts(sentence) for sentence in doc) for doc in read_ewt(data, "train")]
    made = (
        Material("ud-ewt", tuple(ewt), 0.6),
        Material("gum", tuple(read_gum(data, "train")), 1.0, whole=True),
        Material("meantime", tuple(read_meantime(data)), 1.5, whole=True),
        Material("gap", tuple(read_gap(data)), 0.12, whole=True),
        Material("crossner-politics", tuple(names)),
        Material("crossner-politics recut", tuple((recut(s),) for (s,) in names)),
        Material("re3d", tuple(read_re3d(data))),
        Material("re-docred", tuple(tuple(map(recut, doc)) for doc in read_docred(data)), 0.5),
    )
    return (*made, Material("records", tuple(read_gold(gold)), 2.0)) if gold else made


def take(material: Material, chance: random.Random) -> list[Doc]:
    """The documents of one epoch: all of them as often as `share` holds 1, and a sample for the rest."""
    whole, rest = divmod(material.share, 1.0)
    return [*material.docs * int(whole), *chance.sample(material.docs, round(rest * len(material.docs)))]


def epoch_batches(
    materials: Sequence[Material], pieces: WordPiece, labels: Labels, chance: random.Random, *, size: int
) -> Iterator[Batch]:
    """The batches of one epoch, those of whole documents strewn among the others."""
    chosen = [w for m in materials if not m.whole for w in epoch_windows(take(m, chance), pieces, chance)]
    chance.shuffle(chosen)
    units = [doc for m in materials if m.whole for doc in take(m, chance)]
    chance.shuffle(units)
    runs = [chosen[start : start + RUN] for start in range(0, len(chosen), RUN)]
    for number, run in enumerate(runs):
        made = list(batches(run, pieces, labels, size=size))
        own = units[len(units) * number // len(runs) : len(units) * (number + 1) // len(runs)]
        made.extend(unit_batches(own, pieces, labels, chance, size=size))
        chance.shuffle(made)
        yield from made
