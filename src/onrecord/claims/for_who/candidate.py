"""Words that may stand for an entity, as the finders of names, nouns and pronouns hand them on."""

from dataclasses import dataclass
from typing import Literal

from onrecord.lexicon.nouns import load_nouns
from onrecord.model import EntityKind, MentionForm

Gender = Literal["female", "male", "neuter"]


@dataclass(frozen=True, slots=True)
class Candidate:
    """Words that may stand for an entity. `kind` is None for a thing that is none of the six kinds.

    `first` and `last` bound the name, or the nominal with its modifiers; `country` is what the words themselves tell.
    """

    head: int
    first: int
    last: int
    form: MentionForm
    kind: EntityKind | None
    text: str
    plural: bool = False
    gender: Gender | None = None
    country: str | None = None
    state: str | None = None


def noun_gender(lemma: str) -> Gender | None:
    """Female or male where the noun itself tells, else None."""
    nouns = load_nouns()
    if nouns.denotes(lemma, "female"):
        return "female"
    return "male" if nouns.denotes(lemma, "male") else None
