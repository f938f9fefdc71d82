"""Lemmas of English words from their form, part of speech and features."""
from collections.abc import Mapping
def find_lemma(form: str, upos: str, feats: Mapping[str, str]) -> str:
    """The lemma."""
    return form if upos == "PROPN" else form.lower()
