"""The path of a document through the language room: words, windows, scores, parses, and the analysis put together."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

import numpy as np

from onrecord.language.antecedents import NOMINAL, PRONOUN
from onrecord.language.coreference import find_antecedents
from onrecord.language.counted import name_the_counted
from onrecord.language.decode import Parse, decode
from onrecord.language.governed import name_the_governed
from onrecord.language.lemmas import find_lemmas
from onrecord.language.references import find_references
from onrecord.language.sentences import Place, is_dateline, split
from onrecord.language.session import Labels, Model
from onrecord.language.whole_names import Found
from onrecord.language.windows import Stretch, lay_out, make_batches, make_inputs, pack
from onrecord.model import Analysis, Document, Name, Sentence, Span, Token

TAKEN_UP = frozenset("the this that these those his her its their".split())
"""What opens a nominal that may take up something told before."""


def analyse_with(model: Model, document: Document) -> Analysis:
    """What the language room sees in a document, read with the model given."""
    return analyse_words(model, document, split(document.text))


def analyse_words(model: Model, document: Document, places: Sequence[Sequence[Place]]) -> Analysis:
    """The same for a document whose words are known: for each sentence, where its words begin and end."""
    words = [[document.text[start:end] for start, end in sentence] for sentence in places]
    parses = parse(model, words)
    analysis = _put_together(document, places, words, parses)
    return replace(analysis, antecedents=score_antecedents(words, parses, model.labels))


def parse(model: Model, words: Sequence[Sequence[str]]) -> list[Parse]:
    """The parse of each sentence of a document, given as its words."""
    layout = lay_out(words, model.pieces)
    found: list[tuple[Stretch, Parse]] = []
    for batch in make_batches(pack(layout.sizes)):
        scores = model.run(make_inputs(batch, layout, model.pieces))
        found += decode(batch, words, scores, model.labels)
    found.sort(key=lambda pair: (pair[0].sentence, pair[0].start))
    parses: list[Parse] = []
    for stretch, own in found:
        if stretch.sentence == len(parses):
            parses.append(own)
        else:
            parses[-1].extend(own)
    for own, sentence in zip(parses, words, strict=True):
        name_the_counted(sentence, own)
        name_the_governed(sentence, own)
    return parses


def score_antecedents(
    words: Sequence[Sequence[str]], parses: Sequence[Parse], labels: Labels
) -> Mapping[int, Mapping[int, float]]:
    """How likely each pronoun and each nominal with a determiner goes back to each mention before it (log-odds).

    Heads of mentions, by their place among all words of the document.
    """
    mentions = find_references(words, parses, labels.kinds)
    wanted = [
        number for number, mention in enumerate(mentions)
        if mention.form == PRONOUN or (mention.form == NOMINAL and mention.words[0] in TAKEN_UP)
    ]  # fmt: skip
    if not wanted:
        return {}
    pairing = np.concatenate([own.pairing for own in parses])[[mention.head for mention in mentions]]
    return find_antecedents(mentions, wanted, pairing, labels.coreference)


def _put_together(
    document: Document, places: Sequence[Sequence[Place]], words: Sequence[Sequence[str]], parses: Sequence[Parse]
) -> Analysis:
    tokens: list[Token] = []
    sentences: list[Sentence] = []
    names: list[Name] = []
    lemmas = find_lemmas(
        [form for sentence in words for form in sentence],
        [upos for own in parses for upos in own.upos],
        [feats for own in parses for feats in own.feats],
    )
    for number, own in enumerate(parses):
        base = len(tokens)
        columns = zip(
            places[number], words[number], lemmas[base : base + len(own.upos)], own.upos, own.feats, own.heads,
            own.deprels, own.factuality, own.kinds, own.doubts, strict=True,
        )  # fmt: skip
        for index, ((start, end), form, lemma, upos, feats, head, deprel, fact, kind, doubt) in enumerate(
            columns, base
        ):
            top = base + head - 1 if head else index
            tokens.append(
                Token(index, Span(start, end), form, lemma, upos, feats, top, deprel, number, fact, kind, doubt)
            )
        span = Span(places[number][0][0], places[number][-1][1])
        sentences.append(Sentence(number, base, len(tokens) - 1, span))
        if own.names:
            names += _place_names(document.text, span, tokens[base:], own.names)
    return Analysis(document, tuple(tokens), tuple(sentences), tuple(names))


def _place_names(text: str, span: Span, tokens: Sequence[Token], found: Sequence[Found]) -> Iterator[Name]:
    """The names of a sentence; in a dateline all before the brackets are places, and what is in them an agency."""
    agency = text.find("(", span.start, span.end) if is_dateline(text, span.start, span.end) else None
    for first, last, kind, score in found:
        inside = Span(tokens[first].span.start, tokens[last].span.end)
        if agency is not None:  # a town that few have heard of is taken for a person
            kind = "place" if agency < 0 or inside.start < agency else "organization"
        yield Name(tokens[first].index, tokens[last].index, kind, inside, score)
