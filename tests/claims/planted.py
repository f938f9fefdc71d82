"""Small documents with their trees written out, so that extractors are tested without the language model."""

from onrecord.claims.tree import Tree
from onrecord.model import Analysis, Document, Name, NameKind, Sentence, Span, Token

NO_SPACE_BEFORE = frozenset(".,;:)’'s")


def plant(rows: str, names: dict[str, NameKind] | None = None) -> Tree:
    """The tree of one sentence; each row is `form lemma UPOS head relation [Feature=Value|…]`, heads count from 1."""
    cells = [row.split() for row in rows.strip().splitlines()]
    text, spans = "", []
    for number, (form, *_rest) in enumerate(cells):
        if number and form not in (".", ",", ";", ":", ")", "'s", "-") and not text.endswith("-"):
            text += " "
        spans.append(Span(len(text), len(text) + len(form)))
        text += form
    tokens = []
    for number, (form, lemma, upos, head, relation, *feats) in enumerate(cells):
        features = dict(pair.split("=") for pair in feats[0].split("|")) if feats else {}
        governor = int(head) - 1 if head != "0" else number
        tokens.append(Token(number, spans[number], form, lemma, upos, features, governor, relation, 0))
    sentence = Sentence(0, 0, len(tokens) - 1, Span(0, len(text)))
    found = tuple(name for words, kind in (names or {}).items() for name in _named(text, words, kind, tokens))
    analysis = Analysis(Document(id="planted", text=text), tuple(tokens), (sentence,), found)
    return Tree(analysis)


def _named(text: str, words: str, kind: NameKind, tokens: list[Token]) -> list[Name]:
    found, start = [], text.find(words)
    while start >= 0:
        inside = [t.index for t in tokens if start <= t.span.start and t.span.end <= start + len(words)]
        found.append(Name(inside[0], inside[-1], kind, Span(start, start + len(words)), 1.0))
        start = text.find(words, start + 1)
    return found
