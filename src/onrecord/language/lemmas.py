"""Lemmas of English words from form, part of speech and features: a table learned from treebanks, then rules."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

TABLE = Path(__file__).parent / "lemmas.tsv"
KEYS: Mapping[str, tuple[str, ...]] = {
    "NOUN": ("Number",), "PROPN": ("Number",), "VERB": ("VerbForm", "Tense"), "AUX": ("VerbForm", "Tense", "Mood"),
    "ADJ": ("Degree",), "ADV": ("Degree",), "PRON": ("Case", "Poss", "Number", "Person", "Reflex", "PronType"),
    "DET": ("Number",),
}  # fmt: skip
_PASTS = ("Fin|Past", "Part|Past")  # where a strong verb's form is found even if its features were misread
_LONGEST_REMEMBERED = 60
_AS_WRITTEN = frozenset({"PROPN", "X"})
_CURLY = str.maketrans({"’": "'", "‘": "'", "`": "'"})
_DOUBLED = re.compile(r"([bdgklmnprtvz])\1$")
_LOST_E = re.compile(
    r"(?:at|iz|ys|[aeiou]s|[aeiou]z|nc|rc|[aeiou]c|v|u|dg|rg|lg|[aeiou]g|[bcdfgkptz]l|[^aeiou]ag|quir|[^aeiou]ur"
    r"|[^aeiouw]ar|lv|[aeiou]th|ns|rs|ls|ps|[^aeiou]il|[sfl]um|scrib)$"
)
_SHORT_WITH_E = re.compile(r"^[^aeiou]*[aeiouy][bcdfgklmnprtvz]$")
# Verbs of news in "-e" that the treebanks lack.
_MORE_VERBS = frozenset(
    """
    accede acquiesce avenge collude condole console conspire convene defame degrade demote deplore deride dissuade
    evade implore intercede lambaste opine override overrule parole preclude preside quarantine rebuke reconvene
    secede underline upgrade
    """.split()
)
_NATIONAL = re.compile(r"(?:an|ese|ish|ic|i|er|ist)$")


@dataclass(frozen=True, slots=True)
class Table:
    """What the rules cannot know: lemmas of single words by part of speech and features, and the verbs there are."""

    exact: Mapping[tuple[str, str, str], str]
    verbs: frozenset[str]


@cache
def read_table(path: Path = TABLE) -> Table:
    """The table of a file with lines "upos, form, features, lemma" and "VERB, base", parted by tabs."""
    exact: dict[tuple[str, str, str], str] = {}
    verbs: set[str] = set()
    for line in path.read_text(encoding="utf-8").splitlines():
        columns = line.split("\t")
        if len(columns) == 2:
            verbs.update(columns[1].split(" "))
        else:
            exact[columns[0], columns[1], columns[2]] = columns[3]
    return Table(exact, frozenset(verbs))


def find_lemma(form: str, upos: str, feats: Mapping[str, str]) -> str:
    """The lemma of a word as the English Web Treebank writes it: "met" → "meet", "us" → "we", "States" → "State"."""
    return find_lemmas([form], [upos], [feats])[0]


def find_lemmas(forms: Sequence[str], upos: Sequence[str], feats: Sequence[Mapping[str, str]]) -> list[str]:
    """The lemmas of the words of a text. Words that share one object for their features are looked up at once."""
    keys: dict[tuple[str, int], str] = {}
    lemmas = []
    for form, tag, own in zip(forms, upos, feats, strict=True):
        known = tag, id(own)
        key = keys.get(known)
        if key is None:
            key = keys[known] = features_key(tag, own)
        lemmas.append(_find(form, tag, key) if len(form) <= _LONGEST_REMEMBERED else form)
    return lemmas


def features_key(upos: str, feats: Mapping[str, str]) -> str:
    """The features that bear on the lemma, as the table writes them."""
    return "|".join(feats.get(name, "") for name in KEYS.get(upos, ()))


@lru_cache(maxsize=1 << 15)
def _find(form: str, upos: str, key: str) -> str:
    table = read_table()
    plain = form.translate(_CURLY)
    lower = plain.lower()
    found = table.exact.get((upos, plain, key)) or table.exact.get((upos, lower, key))
    if found is None and upos == "VERB" and lower not in table.verbs:
        found = next((table.exact[probe] for past in _PASTS if (probe := (upos, lower, past)) in table.exact), None)
    return found or by_rule(plain, upos, key, table.verbs)


def by_rule(form: str, upos: str, key: str, verbs: frozenset[str]) -> str:
    """The lemma of a word that no table lists; `key` as `features_key` gives it."""
    lower = form.lower()
    if upos == "NOUN":
        return _singular(lower) if key == "Plur" else lower
    if upos == "VERB":
        return _base(lower, key, verbs)
    if upos == "PROPN":
        return _singular(form) if key == "Plur" else form
    if upos == "ADJ" and form[:1].isupper() and lower != form and _NATIONAL.search(form) and not form.isupper():
        return form
    if upos in ("ADJ", "ADV") and key in ("Cmp", "Sup"):
        return _positive(lower, "er" if key == "Cmp" else "est")
    if upos == "NUM":
        return lower.replace(",", "")
    if upos == "PUNCT":
        return {"“": '"', "”": '"', "''": '"', "``": '"', "…": "..."}.get(form, form)
    return form if upos in _AS_WRITTEN else lower


def _singular(form: str) -> str:
    lower = form.lower()
    if lower.endswith("men") and len(form) > 4:
        return form[:-2] + ("AN" if form.isupper() else "an")
    if lower.endswith(("'s", "ss", "us", "is")) or not lower.endswith("s") or len(form) < 3:
        return form.removesuffix("'s")
    if lower.endswith("ies") and len(form) > 4:
        return form[:-3] + ("Y" if form.isupper() else "y")
    if lower.endswith(("sses", "shes", "ches", "xes", "zzes")) and lower not in ("caches", "aches", "headaches"):
        return form[:-2]
    return form[:-1]


def _positive(form: str, ending: str) -> str:
    stem = form.removesuffix(ending)
    if stem == form or len(stem) < 2:
        return form
    if stem.endswith("i"):
        return stem[:-1] + "y"
    if _DOUBLED.search(stem) and not stem.endswith("ll"):
        return stem[:-1]
    if re.search(r"(?:[^aeiou][aeiou][cgv]|[aeiou]r|[^aeiou]l|[aeiou]s|[^aeiou][aiou][dtmnkl]|[nr]g|nc)$", stem):
        return stem + "e" if stem + "e" in _WITH_E else stem
    return stem


_WITH_E = frozenset(
    """
    large strange late wide white nice safe close simple brave rare sure pure fine wise able noble gentle rude cute huge
    whole pale free true blue ripe lame sane polite severe remote humble feeble idle subtle loose tense dense fierce
    """.split()
)


def _base(form: str, key: str, verbs: frozenset[str]) -> str:
    kind, _, tense = key.partition("|")
    if form.endswith("ing") and len(form) > 4 and kind in ("Part", "Ger"):
        return _restore(form[:-3], verbs)
    if form.endswith("in'") and len(form) > 4:
        return _restore(form[:-3], verbs)
    if form.endswith("ied") and len(form) > 4 and tense == "Past":
        return form[:-3] + "y"
    if form.endswith("ed") and len(form) > 3 and tense == "Past":
        return _restore(form[:-2], verbs)
    if form.endswith("s") and kind == "Fin" and tense == "Pres" and not form.endswith("ss") and form not in verbs:
        if form.endswith("ies") and len(form) > 4:
            return form[:-3] + "y"
        if (
            form.endswith("es")
            and (form[:-2] in verbs or re.search(r"(?:ss|sh|ch|x|zz|o)es$", form))
            and form[:-1] not in verbs
        ):
            return form[:-2]
        return form[:-1]
    return form


def _restore(stem: str, verbs: frozenset[str]) -> str:
    """The base form of a verb from what "-ed" or "-ing" was put to."""
    single = stem[:-1] if _DOUBLED.search(stem) else stem
    first, second = (stem + "e", stem) if _SHORT_WITH_E.match(stem) else (stem, stem + "e")
    for known in (first, second, single, stem.removesuffix("k")):
        if known in verbs or known in _MORE_VERBS:
            return known
    if single != stem and not stem.endswith(("ll", "zz")):
        return single
    if _LOST_E.search(stem) or _SHORT_WITH_E.match(stem):
        return stem + "e"
    return stem
