"""The map of docs/claims.md: what it says is decided somewhere is there."""

import re
from pathlib import Path

import pytest

MAP = Path("docs/claims.md").read_text(encoding="utf-8").split("## Where is it decided?")[1].partition("\n## ")[0]
PLACES = [(file, name) for file, names in re.findall(r"`([\w/]+\.py)`((?:[:,] `\w+`)*)", MAP)
          for name in re.findall(r"\w+", names) or [""]]  # fmt: skip


@pytest.mark.parametrize(("file", "name"), PLACES)
def test_what_the_map_names_is_there(file: str, name: str) -> None:
    code = Path("src/onrecord/claims", file).read_text(encoding="utf-8")
    assert not name or f"def {name}(" in code
