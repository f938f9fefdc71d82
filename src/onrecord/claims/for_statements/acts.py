"""Find acts: who says, judges or thinks what, by the words of the text; statements are those that are said."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from onrecord.claims.for_statements.according import find_according
from onrecord.claims.for_statements.cues import ActKind, Cue, addressees_of, before_or_after, find_cues
from onrecord.claims.for_statements.marked import (
    SHORT_QUOTE_WORDS,
    is_attributive,
    is_deep,
    is_nickname,
    is_of_object,
    is_title,
)
from onrecord.claims.for_statements.quotes import before_mark, find_quotes
from onrecord.claims.for_statements.shapes import EDGES, shape, trim
from onrecord.claims.for_statements.speakers import named_last
from onrecord.claims.for_statements.thoughts import find_thoughts
from onrecord.claims.for_statements.unreported import find_given, only_named, verb_before, whose_quotation
from onrecord.claims.tree import Tree
from onrecord.lexicon.cues import load_cues
from onrecord.model import Span, StatementForm

SET_IN = 120
"""The most characters of a reporting clause that stands between the parts of one quotation."""


@dataclass(frozen=True, slots=True)
class Act:
    """One act of saying, judging or thinking; `sources` are the head tokens of who does it.

    `cue` is None where a quotation carries on the words of the speaker before it. `word` is the token it hangs on.
    """

    kind: ActKind
    cue: Cue | None
    word: int
    sources: tuple[int, ...]
    content: tuple[Span, ...]
    form: StatementForm
    score: float


def find_acts(tree: Tree) -> tuple[Act, ...]:
    """All acts of a document in the order of their content."""
    found = (quote for quote in find_quotes(tree.text) if not is_title(tree, quote))
    quotes = tuple(quote for quote in found if not is_nickname(tree, quote))
    words = sorted((*find_cues(tree), *find_according(tree)), key=lambda cue: cue.word)
    cues = tuple(_speak_outside(tree, words, quotes))
    said = list(_from_cues(tree, cues, quotes))
    said = [_opened(tree, act, quotes, said) for act in said]
    said.extend(_from_quotes(tree, cues, said, quotes))
    given = list(_from_colons(tree, cues, said))
    said = [act for act in said if not any(act.cue is other.cue for other in given)] + given
    said.extend(_introduced(tree, said, quotes))
    said.extend(_floating(tree, said, quotes))
    said = _reopened(tree, _carry_on(tree, said, quotes), quotes)
    taken = {act.cue.word for act in said if act.cue}
    others = [_act(cue, cue.content, "indirect", 0.5) for cue in find_thoughts(tree, taken)]
    return tuple(sorted((*said, *others), key=lambda act: act.content[0]))


def _speak_outside(tree: Tree, cues: Sequence[Cue], quotes: Sequence[Span]) -> Iterator[Cue]:
    """The cues, where a speaker found within a quotation that the cue stands outside of gives way to the one of the
    cue before it in the sentence (“I am ready,” she said, adding …)."""
    before: Cue | None = None
    for cue in cues:
        place = tree.tokens[cue.word].span
        spoken = [q for q in quotes if any(q.covers(tree.tokens[source].span) for source in cue.sources)]
        if spoken and not any(q.overlaps(place) for q in spoken):
            doers = (*cue.sources, *tree.children(cue.word, "nsubj"))
            outside = [s for s in dict.fromkeys(doers) if not any(q.covers(tree.tokens[s].span) for q in spoken)]
            if outside:
                cue = replace(cue, sources=tuple(outside))
            elif before is None or tree.tokens[before.word].sentence != tree.tokens[cue.word].sentence:
                continue
            else:
                cue = replace(cue, sources=before.sources)
        if not any(q.covers(place) for q in quotes):
            before = cue
        yield cue


def _act(cue: Cue, content: tuple[Span, ...], form: StatementForm, score: float) -> Act:
    return Act(cue.kind, cue, cue.word, cue.sources, content, form, score)


def _from_cues(tree: Tree, cues: Sequence[Cue], quotes: Sequence[Span]) -> Iterator[Act]:
    """Acts whose content the tree gives: a clause, an infinitive, a noun phrase."""
    for cue in cues:
        if cue.content:
            own = _before_next_cue(tree, _own_sentence(tree, _within(tree, cue, quotes), cues, quotes), cues, quotes)
            spans, form = shape(tree, own, quotes)
            if spans:
                yield _act(cue, spans, form, 0.8)


def _within(tree: Tree, cue: Cue, quotes: Sequence[Span]) -> Cue:
    """The cue with its content ended with the quotation that it is told in: “We argued that it failed,” said Orten."""
    if not any(quote.covers(tree.tokens[cue.word].span) for quote in quotes):
        return cue
    ends = [(span, next((q.end for q in quotes if q.start <= span.start < q.end), 0)) for span in cue.content]
    return replace(cue, content=tuple(Span(span.start, min(span.end, end)) for span, end in ends if end > span.start))


def _own_sentence(tree: Tree, cue: Cue, cues: Sequence[Cue], quotes: Sequence[Span]) -> Cue:
    """The cue with its content ended where the article goes on in its own words: at a semicolon before another report
    ("said it was lost; Velmark denied that") or right behind the cue, and where it tells who is cited ("citing …")."""
    others = [tree.tokens[other.word].span.start for other in cues if other.word != cue.word]
    kept: list[Span] = []
    for span in cue.content:
        end = span.end
        for token in tree.tokens_in(span):
            start = tree.tokens[token].span.start
            if any(q.covers(tree.tokens[token].span) for q in quotes):
                continue
            anew = tree.tokens[token].text == ";" and any(span.start < start < other < span.end for other in others)
            if anew or _tells_source(tree, token, span) or _takes_up(tree, token, span):
                end = start
                break
        behind = tree.tokens[cue.word].span.end < span.start and ";" in tree.text[span.start - 2 : span.start + 1]
        if end > span.start and not behind:
            kept.append(Span(span.start, end))
    return replace(cue, content=tuple(kept))


def _tells_source(tree: Tree, token: int, span: Span) -> bool:
    """True for a "citing …" that closes the stretch."""
    cites = tree.tokens[token].text in ("citing", "quoting") and tree.is_a(token, "advcl", "acl", "conj", "parataxis")
    return cites and tree.tokens[tree.subtree(token)[1]].span.end >= span.end - 1


def _takes_up(tree: Tree, token: int, span: Span) -> bool:
    """True for the ", a" of a closing ", a claim that Velmark rejects": what the article says of the words told."""
    if tree.tokens[token].text != "," or tree.tokens[token].span.start <= span.start:
        return False
    article, noun = tree.text_at(token + 1), token + 2
    if article not in ("a", "an", "the") or not load_cues().reports(tree.lemma(noun), "speech"):
        return False
    told = bool(tree.children(noun, "acl:relcl", "acl"))
    return told and tree.tokens[tree.subtree(noun)[1]].span.end >= span.end - 1


def _before_next_cue(tree: Tree, cue: Cue, cues: Sequence[Cue], quotes: Sequence[Span]) -> Cue:
    """The cue with its content ended where the same sentence goes on to report anew (“…”, calling it “…”)."""
    touched = [q for q in quotes if any(q.overlaps(c) for c in cue.content)]
    for other in cues if touched else ():
        place = tree.tokens[other.word].span
        if other.word <= cue.word or not any(c.covers(place) for c in cue.content):
            continue
        told = tree.is_a(other.word, "ccomp") and tree.head(other.word) == cue.word
        if told or (tree.children(other.word, "mark") and tree.children(other.word, "nsubj")):
            continue  # because Orten had lied, said the “weak” Orten had
        start = tree.span(*tree.subtree(other.word)).start
        quoted_before = any(q.end <= place.start for q in touched)
        held = any(c.covers(place) and c.start < start for c in cue.content)
        if held and quoted_before and not any(q.covers(place) for q in quotes):
            kept = tuple(Span(c.start, min(c.end, start)) for c in cue.content if c.start < start)
            return replace(cue, content=kept)
    return cue


def _from_quotes(tree: Tree, cues: Sequence[Cue], acts: Sequence[Act], quotes: Sequence[Span]) -> Iterator[Act]:
    """Acts for quotations that no clause has claimed, from the reporting word beside them."""
    grouped: dict[int, list[Span]] = {}
    for quote in quotes:
        if any(_claims(tree, act, quote) for act in acts):
            continue
        cue = before_or_after(tree, cues, quote)
        lemma = tree.lemma(cue.word) if cue is not None else ""
        calls = lemma == "declare" or load_cues().reports(lemma, "quote")
        attributive = cue is not None and is_attributive(tree, quote)
        described = cue is not None and not calls and (attributive or is_deep(tree, cue, quote))
        described = described or (cue is not None and attributive and not is_of_object(tree, cue, quote))
        if cue is not None and not described and not any(act.cue is cue for act in acts):
            grouped.setdefault(cue.word, []).append(quote)
    by_word = {cue.word: cue for cue in cues}
    for word, spans in grouped.items():
        content = tuple(s for q in spans if (s := trim(tree.text, q)))
        begun = _begun_before(tree, by_word[word], spans[0])
        if content and begun is not None:
            yield _act(by_word[word], (Span(begun, content[0].end), *content[1:]), "mixed", 0.75)
        elif content:
            yield _act(by_word[word], content, "direct", 0.75)


def _begun_before(tree: Tree, cue: Cue, quote: Span) -> int | None:
    """Where a clause begins right behind its cue that ends in the quotation, for a cue that the tree gives no clause:
    "said the vote was “a farce”", "vowed to punish “those who lied”"."""
    says = load_cues().reports(tree.lemma(cue.word), "say") and not cue.content and not cue.addressees
    behind = range(cue.last + 1, tree.sentence_of(cue.word).last + 1)
    between = [token for token in behind if tree.tokens[token].span.end < quote.start]
    if not says or not between or len(between) == len(behind):
        return None
    marked = any(tree.tokens[token].upos == "PUNCT" for token in between)
    opens = tree.tokens[between[0]].upos in ("DET", "PROPN", "NOUN", "PRON", "VERB", "ADJ", "NUM", "PART")
    told = "Inf" if tree.tokens[between[0]].text == "to" else "Fin"
    tells = any(tree.tokens[token].feats.get("VerbForm") == told for token in between)
    own = any(source in between for source in cue.sources)
    return tree.tokens[between[0]].span.start if opens and tells and not marked and not own else None


def _opened(tree: Tree, act: Act, quotes: Sequence[Span], acts: Sequence[Act]) -> Act:
    """The act with the quotation before its cue that its sentence begins in: “If they stay,” she said, “we leave.”"""
    first = act.content[0].start
    for quote in quotes:
        gap = tree.text[quote.end : first]
        opens = tree.sentence_of(act.word).span.start >= before_mark(tree.text, quote)
        breaks = opens and (tree.text[quote.end - 1] == "," or gap[1:2] == ",")
        between = act.form == "direct" and quote.end < tree.tokens[act.word].span.start < first
        if between and breaks and len(gap) < SET_IN and not any(_claims(tree, other, quote) for other in acts):
            content = trim(tree.text, quote)
            return replace(act, content=(content, *act.content)) if content else act
    return act


def _from_colons(tree: Tree, cues: Sequence[Cue], acts: Sequence[Act]) -> Iterator[Act]:
    """Acts without quotation marks that fill the paragraphs after "The minister said:"."""
    for cue, words in find_given(tree, cues):
        quoted = [span.start for act in acts for span in act.content if act.form == "direct" and words.overlaps(span)]
        own = tree.sentence_of(cue.word).span.end < words.start  # a block of its own, before others are quoted
        end = words.end if not quoted else tree.text.find("\n", words.start, min(quoted)) if own else -1
        content = trim(tree.text, Span(words.start, end)) if end > words.start else None
        if content:
            yield _act(cue, (content,), "indirect", 0.7)


def _introduced(tree: Tree, acts: Sequence[Act], quotes: Sequence[Span]) -> Iterator[Act]:
    """Acts for quotations behind a colon whose sentence has no reporting word: who acts in it speaks.

    "The mayor took a swipe at her rival: “He never read the bill.”"
    """
    for quote in quotes:
        opening = tree.text[: before_mark(tree.text, quote)].rstrip()
        words = quote.of(tree.text)
        closed = words[:1].isupper() and words[-1:] in (".", "!", "?")  # “Never.”
        whole = closed or _full_sentence(tree, quote)
        if not opening.endswith(":") or not whole or any(_claims(tree, a, quote) for a in acts):
            continue
        colon = next((t.index for t in tree.tokens if t.span.end == len(opening)), 0)
        verb = verb_before(tree, colon) if colon else None
        content = trim(tree.text, quote)
        sources = named_last(tree, verb, tree.doers(verb)) if verb is not None else ()
        texts = tree.children(verb, "obj") if verb is not None and sources else ()
        if verb is not None and texts and load_cues().reports(tree.lemma(texts[0]), "text"):
            sources = tree.obliques(texts[0], "by", "from") or tree.obliques(verb, "from") or sources
        if colon and verb is None and content and (name := only_named(tree, colon)) is not None:
            yield Act("said", None, tree.tokens_in(content)[0], (name,), (content,), "direct", 0.6)
        if verb is not None and sources and content:
            cue = Cue("said", verb, verb, verb, sources, addressees_of(tree, verb), ())
            yield _act(cue, (content,), "direct", 0.6)


def _floating(tree: Tree, acts: Sequence[Act], quotes: Sequence[Span]) -> Iterator[Act]:
    """Acts for quotations that stand alone behind a sentence about one person, where nobody speaks right before."""
    for quote in quotes:
        if any(_claims(tree, act, quote) for act in acts):
            continue
        source, content = whose_quotation(tree, quote), trim(tree.text, quote)
        if source is not None and content is not None:
            yield Act("said", None, tree.tokens_in(content)[0], (source,), (content,), "direct", 0.5)


def _claims(tree: Tree, act: Act, quote: Span) -> bool:
    """True when an act has the quotation as its content; one told inside the quotation itself does not count."""
    inside = act.cue is not None and quote.covers(tree.tokens[act.word].span)
    return not inside and any(quote.overlaps(span) for span in act.content)


def _full_sentence(tree: Tree, quote: Span) -> bool:
    words = re.sub(r"^[\u200b\u200e\u200f\ufeff]*(?:\[?(?:…|\.\.\.)\]?\s*)?\[?", "", quote.of(tree.text))
    begins = words[:1].isupper() or words[1:2] == "]"  # “[w]e cannot accept that …”
    return begins and len(words.split()) > SHORT_QUOTE_WORDS


def _carry_on(tree: Tree, acts: list[Act], quotes: Sequence[Span]) -> list[Act]:
    """Give quotations without a reporting word to the speaker whose words stand right before them.

    In the same paragraph two quotations are one act (“A,” she said. “B.”), and so are the paragraphs of a quotation
    that is reopened in each; a new paragraph, and a quotation after indirect words, are acts of their own.
    """
    out = list(acts)
    for quote in quotes:
        if any(_claims(tree, act, quote) for act in out):
            continue
        place = _act_before(tree, out, quote, quotes)
        beside = place is not None and _goes_on(tree, out[place], quote)
        if not beside and not (_full_sentence(tree, quote) and _is_opened_alone(tree, quote)):
            continue
        content = trim(tree.text, quote)
        if place is None or content is None:
            continue
        before = out[place]
        gap = tree.text[before.content[-1].end : quote.start]
        word = next((t.index for t in tree.tokens if content.covers(t.span)), 0)
        own = replace(before, cue=None, word=word, content=(content,), form="direct", score=0.6)
        if before.form == "indirect":
            if gap.strip(EDGES) in ("", ".") and "\n" not in gap:
                out.append(own)
        elif "\n" not in gap or _is_reopened(gap):
            out[place] = replace(before, content=(*before.content, content))
        else:
            out.append(own)
    return out


def _reopened(tree: Tree, acts: Sequence[Act], quotes: Sequence[Span]) -> list[Act]:
    """The acts with the paragraphs before them that one quotation runs over, told who says it only in the last."""
    out = list(acts)
    for quote, after in zip(reversed(quotes[:-1]), reversed(quotes[1:]), strict=True):
        content = trim(tree.text, quote)
        gap = tree.text[quote.end : after.start]
        if content is None or "\n" not in gap or gap.strip() not in ("“", '"', "«", "''"):
            continue
        if any(_claims(tree, act, quote) for act in out):
            continue
        place = next((n for n, act in enumerate(out) if act.form == "direct" and after.covers(act.content[0])), None)
        if place is not None:
            out[place] = replace(out[place], content=(content, *out[place].content))
    return out


def _is_opened_alone(tree: Tree, quote: Span) -> bool:
    """True for a quotation that begins a sentence, or that a comma, a colon or a word of saying lets begin: not for the
    bill known as the “Safe Roads Act”."""
    opening = tree.text[: before_mark(tree.text, quote)].rstrip()
    starts = any(sentence.span.start == before_mark(tree.text, quote) for sentence in tree.sentences)
    return starts or not opening or opening[-1] in ",:.!?”\"»'’" or "\n" in tree.text[len(opening) : quote.start]


def _goes_on(tree: Tree, act: Act, quote: Span) -> bool:
    """True where a quotation goes on behind its cue in the paragraph: “A,” she said, “b.”, or “A,” she said. “B.”"""
    end = act.content[-1].end
    gap = tree.text[end : before_mark(tree.text, quote)] + "“"
    if act.form != "direct" or "\n" in gap:
        return False
    whole = quote.of(tree.text)[:1].isupper() and quote.of(tree.text)[-1:] in (".", "!", "?")
    return gap.startswith((",”", ',"', "”,", '",', ",''", "'',")) or (whole and gap.rstrip(EDGES)[-1:] == ".")


def _is_reopened(gap: str) -> bool:
    """True between the paragraphs of one quotation: it is opened anew, and was not closed before."""
    return not any(mark in gap[:-1] for mark in '”"»') and gap.strip(" \n.,!?…")[-1:] in ("“", '"', "«")


def _act_before(tree: Tree, acts: Sequence[Act], quote: Span, quotes: Sequence[Span]) -> int | None:
    """The latest act told outside of quotations that ends before the quotation with nothing but its cue in between.

    Of the acts of one sentence by one speaker it is the one that quotes: “A,” she said, stressing that …. “B.”
    """
    best: int | None = None
    for number, act in enumerate(acts):
        place = tree.tokens[act.word].span
        told = act.cue is not None and any(other.covers(place) for other in quotes)
        end = max(act.content[-1].end, place.end)
        if not told and end <= quote.start and (best is None or act.content[-1] > acts[best].content[-1]):
            best = number
    if best is None:
        return None
    act = acts[best]
    sentence = tree.sentence_of(act.word)
    end = max(act.content[-1].end, tree.tokens[act.word].span.end)
    gap = tree.text[end : quote.start]
    between = any(end <= other.span.start < before_mark(tree.text, quote) for other in tree.sentences)
    near = len(gap) < 80 and (gap.count(". ") <= 1 or not between)
    if not near and tree.text[sentence.span.end : before_mark(tree.text, quote)].strip():
        return None
    return next(
        (
            number
            for number, other in enumerate(acts)
            if act.form == "indirect"
            and other.form == "direct"
            and other.sources == act.sources
            and sentence.span.covers(tree.tokens[other.word].span)
        ),
        best,
    )
