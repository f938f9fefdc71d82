"""A title in a text with all that the words around it tell."""

from dataclasses import dataclass

from onrecord.lexicon.titles import TitleWord
from onrecord.model import Tenure


@dataclass(frozen=True, slots=True)
class TitlePhrase:
    """A title and the noun phrase around it; token numbers are inclusive.

    `owner` is the token of whoever the title is said to belong to ("his spokesman", "Torvald's adviser").
    `elsewhere` says that a place stands beside the title of which the country is not known.
    """

    first: int
    last: int
    title_first: int
    title_last: int
    head: int
    word: TitleWord
    tenure: Tenure | None = None
    body: str | None = None
    country: str | None = None
    owner: int | None = None
    definite: bool = False
    plural: bool = False
    elsewhere: bool = False
