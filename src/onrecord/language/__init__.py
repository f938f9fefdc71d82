"""The language room: text in, sentences, words, trees and names out. The only room that knows the model."""

from onrecord.language.analysis import analyse_with
from onrecord.language.session import load_model
from onrecord.model import Analysis, Document

__all__ = ["analyse"]


def analyse(document: Document, *, threads: int = 1) -> Analysis:
    """The sentences, words, trees and names of a document; of an empty text, none.

    The model is loaded at the first call. Raises WeightsError when its files are missing or damaged.
    """
    return analyse_with(load_model(threads=threads), document)
