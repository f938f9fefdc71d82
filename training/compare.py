"""Compare networks on the dev splits: `python -m training.compare FOLDER … --data DATA` (exported networks)."""

import argparse
import json
from pathlib import Path

from training.corpora import Doc, read_ewt
from training.evaluate import measure_coreference, measure_factuality, measure_trees, measure_uner
from training.gum import read_gum
from training.ontogum import read_documents
from training.reader import Reader, open_reader


def measure_dev(reader: Reader, data: Path) -> dict[str, float]:
    """Figures on the dev splits of EWT and GUM, in percent but for those of factuality."""
    docs = read_ewt(data, "dev")
    out = {f"ewt_{name}": value for name, value in _trees(reader, docs).items()}
    names = measure_uner(reader, docs, data / "uner-ewt" / "dev.iob2")
    out |= {f"uner_{kind.lower()}": 100 * count.f1 for kind, count in names.items()}
    facts = measure_factuality(reader, docs, data / "uds-ih2" / "dev.jsonl")
    out |= {"ih2_mae": facts["mae"], "ih2_r": facts["r"], "gum_las": _trees(reader, read_gum(data, "dev"))["las"]}
    out["gum_coref_conll"] = 100 * measure_coreference(reader, read_documents(data, "dev")).conll
    return {name: round(value, 3) for name, value in out.items()}


def _trees(reader: Reader, docs: list[Doc]) -> dict[str, float]:
    counts = measure_trees(reader, docs)
    parts = {"upos": counts.upos, "uas": counts.heads, "las": counts.labelled}
    return {name: 100 * right / counts.words for name, right in parts.items()}


def main() -> None:
    """Command line of the comparison."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folders", type=Path, nargs="+", help="what `training.export --out` wrote")
    parser.add_argument("--data", type=Path, required=True)
    options = parser.parse_args()
    for folder in options.folders:
        print(json.dumps({"folder": str(folder), **measure_dev(open_reader(folder), options.data)}))


if __name__ == "__main__":
    main()
