"""Find words told by a noun for them: "the minister's argument was that …", "in the words of the minister, …"."""

from collections.abc import Iterator

from onrecord.claims.for_statements.cues import Cue
from onrecord.claims.grammar import CLOSING_MARKS, OPENING_MARKS
from onrecord.claims.tree import Tree
from onrecord.lexicon.word_lists import word_list

SPOKEN = word_list("spoken")


def find_worded(tree: Tree) -> Iterator[Cue]:
    """The cues that are nouns, in text order, with whose words they are."""
    for token in tree.tokens:
        if token.upos != "NOUN":
            continue
        if token.lemma.lower() in SPOKEN:
            yield from _was_that(tree, token.index)
        elif token.text == "words":
            yield from _in_words_of(tree, token.index)


def _was_that(tree: Tree, noun: int) -> Iterator[Cue]:
    """ "Orten's answer was that he would stay"."""
    owners = tree.children(noun, "nmod:poss") or tree.obliques(noun, "of", "from")
    be = tree.subtree(owners[0])[1] + 1 if owners and owners[0] > noun else noun + 1
    last = tree.sentence_of(noun).last
    if owners and (_opens_quotation(tree, noun) or _closes_quotation(tree, noun)):
        yield Cue("said", noun, noun, noun, owners, tree.obliques(noun, "to"), ())
    if not owners or be + 2 > last or tree.lemma(be) != "be" or tree.tokens[be + 1].text != "that":
        return
    yield Cue("said", noun, noun, noun, owners, (), (tree.span(be + 1, last),))


def _opens_quotation(tree: Tree, noun: int) -> bool:
    """True for "Orten's message was simple: “…”"."""
    tokens = tree.tokens[noun + 1 : tree.sentence_of(noun).last]
    colon = next((token.index for token in tokens if token.text == ":"), None)
    between = [token.lemma for token in tree.tokens[noun + 1 : colon]] if colon is not None else []
    return colon is not None and "be" in between and tree.tokens[colon + 1].text in OPENING_MARKS


def _closes_quotation(tree: Tree, noun: int) -> bool:
    """True for "“Never,” was Orten's reply"."""
    be = tree.child(noun, "cop")
    return be is not None and 0 < be < noun and tree.tokens[be - 1].text in CLOSING_MARKS


def _in_words_of(tree: Tree, noun: int) -> Iterator[Cue]:
    """ "In the words of Orten, it is over", "It is over, in the words of Orten"."""
    opening, sentence = noun - 2, tree.sentence_of(noun)
    owners = tree.obliques(noun, "of")[:1]
    if opening < 0 or not owners or tree.tokens[opening].text.lower() != "in" or tree.tokens[noun - 1].text != "the":
        return
    end = tree.subtree(owners[0])[1]
    quoted = [token for token in range(owners[0] + 1, end) if tree.tokens[token + 1].text in OPENING_MARKS]
    end = quoted[0] - 1 if quoted and tree.tokens[quoted[0]].text == "," else end  # of X, “impossible to brief”
    closing = all(tree.tokens[token].upos == "PUNCT" for token in range(end + 1, sentence.last + 1))
    behind = [tree.span(end + 2, sentence.last)] if tree.tokens[end + 1].text == "," else []
    inside = opening > sentence.first and tree.tokens[opening - 1].text == ","
    before = [tree.span(sentence.first, opening - 2)] if inside else []
    if (opening == sentence.first and behind) or (before and (closing or behind)):
        yield Cue("said", opening, noun + 1, noun, owners, (), (*before, *(() if closing else behind)))
