"""The path of a document through the language room: words, windows, scores, parses, and the analysis put together."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

import numpy as np

from onrecord.language.antecedents import NOMINAL, PRONOUN
from onrecord.language.coreference import find_antecedents
from onrecord.language.decode import Parse, decode
from onrecord.language.lemmas import find_lemma
from onrecord.language.references import find_references
from onrecord.language.sentences import Place, is_dateline, split
from onrecord.language.session import Labels, Model
from onrecord.language.windows import Stretch, cut_pieces, make_batches, make_inputs, pack
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
    cut = [cut_pieces(sentence, model.pieces) for sentence in words]
    found: list[tuple[Stretch, Parse]] = []
    for batch in make_batches(pack(cut)):
        scores = model.run(make_inputs(batch, words, cut, model.pieces))
        found += decode(batch, words, scores, model.labels)
    found.sort(key=lambda pair: (pair[0].sentence, pair[0].start))
    parses: list[Parse] = []
    for stretch, own in found:
        if stretch.sentence == len(parses):
            parses.append(own)
        else:
            parses[-1].extend(own)
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
    for number, own in enumerate(parses):
        base = len(tokens)
        for place, (start, end) in enumerate(places[number]):
            form, head = words[number][place], own.heads[place]
            token = Token(
                index=base + place,
                span=Span(start, end),
                text=form,
                lemma=find_lemma(form, own.upos[place], own.feats[place]),
                upos=own.upos[place],
                feats=own.feats[place],
                head=base + (head - 1 if head else place),
                deprel=own.deprels[place],
                sentence=number,
                factuality=own.factuality[place],
                noun_kind=own.kinds[place],
                doubt=own.doubts[place],
            )
            tokens.append(token)
        span = Span(places[number][0][0], places[number][-1][1])
        sentences.append(Sentence(number, base, len(tokens) - 1, span))
        agency = (
            document.text.find("(", span.start, span.end) if is_dateline(document.text, span.start, span.end) else None
        )
        for first, last, kind, score in own.names:
            inside = Span(places[number][first][0], places[number][last][1])
            if agency is not None:  # a town that few have heard of is taken for a person
                kind = "place" if agency < 0 or inside.start < agency else "organization"
            names.append(Name(base + first, base + last, kind, inside, score))
    return Analysis(document, tuple(tokens), tuple(sentences), tuple(names))
