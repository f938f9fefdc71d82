"""Writes the table of states, territories and regions from rigour, countryinfo, tzdata and the list of leaders.

    python -m training.territories LEADERS.json src/onrecord/lexicon/territories.tsv

Sources: rigour (MIT) for codes, names and regions; countryinfo (MIT) for adjectives; tzdata (public domain) for cities;
LEADERS.json (CC0) for capitals. What they lack or have wrong stands in `lexicon/places.toml`.
"""

import csv
import html
import json
import re
import sys
from collections.abc import Iterator, Mapping
from importlib import resources
from pathlib import Path
from typing import Any

from countryinfo import CountryInfo
from countryinfo.exceptions import CountryNotFoundError
from rigour._core import territories_jsonl
from rigour.territories import lookup_territory

COLUMNS = ("code", "kind", "country", "name", "names", "adjectives", "capitals", "places")
# Territories of rigour that are no place a text speaks of as a state or region.
LEFT_OUT = {"zz", "un", "eu", "ip", "dg", "um", "cp", "aq", "bv", "hm", "ic", "zr"}
# Adjectives that belong to another state first.
BORROWED = {
    "gg",
    "je",
    "hk",
    "io",
    "mo",
    "mp",
    "mq",
    "pm",
    "re",
    "sj",
    "tf",
    "yt",
    "dm",
    "cg",
    "gs",
    "cx",
    "gi",
    "nz",
    "dj",
}
HISTORIC = {"suhh": "su", "yucs": "yu", "cshh": "cs", "dd": "dd", "csxx": "cs", "an": "an"}


def clean(name: str) -> str:
    """The name without a note in brackets and without the mark of a special region."""
    return re.sub(r"\s*\([^)]*\)| SAR$", "", name).strip()


def is_english(name: str) -> bool:
    """True for a name written in Latin letters that begins with a capital."""
    return name[:1].isupper() and all(ord(char) < 0x250 for char in name) and "(" not in name


def capitals(path: Path) -> Mapping[str, list[str]]:
    """Names of the capitals by territory code."""
    found: dict[str, list[str]] = {}
    for entry in json.loads(path.read_text("utf-8")).values():
        territory = lookup_territory(html.unescape(entry["name"])) or lookup_territory(entry.get("long") or "")
        if territory is None or not entry.get("capital"):
            continue
        text = re.sub(r"note\b.*?(?=;|$)", "", html.unescape(entry["capital"]))
        names = [
            re.sub(r"\(.*?\)| is the .*| in Romanian.*", "", part).strip() for part in re.split(r";|\), ", text + ";")
        ]
        good = [name.rstrip(",(") for name in names if name[:1].isupper()]
        found.setdefault(territory.code, []).extend(re.sub(r"\s*\(.*", "", name).strip() for name in good)
    return found


def cities() -> Mapping[str, list[str]]:
    """Names of the cities that stand for time zones, by country code."""
    found: dict[str, list[str]] = {}
    text = resources.files("tzdata").joinpath("zoneinfo/zone.tab").read_text("utf-8")
    for line in text.splitlines():
        if not line.startswith("#"):
            code, _, zone, *_ = line.split("\t")
            if zone.count("/") == 1:
                found.setdefault(code.lower(), []).append(zone.rpartition("/")[2].replace("_", " "))
    return found


def adjectives(code: str) -> list[str]:
    """The adjectives of a state, where they are its own."""
    if code in BORROWED or len(code) != 2:
        return []
    try:
        word = CountryInfo(code.upper()).demonym() or ""
    except CountryNotFoundError:
        return []
    return [part.strip() for part in re.split(r"[,/]| and ", word) if part.strip() and not part.endswith("Islander")]


def rows(leaders: Path) -> Iterator[list[str]]:
    """One row for each state, territory, state of the past and region."""
    capital_names, zone_cities = capitals(leaders), cities()
    for line in territories_jsonl().splitlines():
        entry: dict[str, Any] = json.loads(line)
        code = entry["code"]
        if code in LEFT_OUT or code.startswith("su-"):
            continue
        parent = entry.get("parent") or ""
        name = clean(entry["name"])
        names = [clean(entry["full_name"]), *filter(is_english, map(clean, entry.get("names_strong", [])))]
        kind = "historic" if code in HISTORIC else "region" if "-" in code else "territory" if parent else "state"
        if code == "x-so":
            kind, parent = "region", "ge"
        country = HISTORIC.get(code, code) if kind != "region" else parent or code[:2]
        places = [clean(place) for place in entry.get("places", []) if is_english(place) and "," not in place]
        places += [city for city in zone_cities.get(code, []) if city != name]
        columns = [names, adjectives(code), capital_names.get(code, []), places]
        yield [code, kind, country, name, *("|".join(dict.fromkeys(n for n in column if n)) for column in columns)]


def main(leaders: str, target: str) -> None:
    """Write the table, sorted by code."""
    with open(target, "w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, delimiter="\t", lineterminator="\n", quoting=csv.QUOTE_NONE, quotechar=None)
        writer.writerow(COLUMNS)
        writer.writerows(sorted(rows(Path(leaders))))


if __name__ == "__main__":
    main(*sys.argv[1:3])
