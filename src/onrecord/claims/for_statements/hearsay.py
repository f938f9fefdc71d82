"""Words of others that are no statements of their own: what is denied, claimed "to be", owned up to, sources cited."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from onrecord.claims.draft import Draft
from onrecord.claims.tree import Tree
from onrecord.claims.who import ACTING, Cast
from onrecord.lexicon.cues import load_cues
from onrecord.lexicon.status import Effect, Part, status_words
from onrecord.lexicon.word_lists import word_list
from onrecord.model import Span, Statement


@dataclass(frozen=True, slots=True)
class Voice:
    """Somebody on whose word all stands that lies in `content`; a source that another one cites stands `within` it."""

    speaker: str
    cue: Span | None
    content: tuple[Span, ...]
    within: bool = False


def find_hearsay(tree: Tree, cast: Cast, statements: Sequence[Draft]) -> Iterator[Voice]:
    """The voices of a document beside those of its statements, in text order."""
    reports: dict[int, list[Draft]] = {}
    for draft in statements:
        reports.setdefault(tree.tokens[draft.predicate].sentence, []).append(draft)
    for token in tree.tokens:
        if token.upos != "VERB":
            continue
        if tree.lemma(token.index) in ("cite", "quote"):
            yield from _cited(tree, cast, token.index, reports.get(token.sentence, ()))
            yield from _quoted(tree, cast, token.index)
            yield from _quoting(tree, cast, token.index, reports.get(token.sentence, ()))
        yield from _of_verb(tree, cast, token.index)


def _effect(tree: Tree, token: int, part: Part) -> Effect | None:
    word = status_words().governors.get((tree.lemma(token), part))
    return word.effect if word is not None else None


def _voices(tree: Tree, cast: Cast, speakers: Sequence[int], cue: int, content: int) -> Iterator[Voice]:
    """The first of the speakers that is an entity who can speak, with all under `content` as the words."""
    for speaker in speakers:
        entity = cast.entity_at(speaker)
        if entity is not None:
            yield Voice(entity, tree.tokens[cue].span, (tree.span(*tree.subtree(content)),))
            return


def _of_verb(tree: Tree, cast: Cast, verb: int) -> Iterator[Voice]:
    """ "claims to have met", "claimed responsibility", "denied any attack", "rejected allegations that …"."""
    effect = _effect(tree, verb, "verb")
    if effect in ("alleged", "deny", "report") and load_cues().reports(tree.lemma(verb), "say"):
        for clause in tree.children(verb, "xcomp"):
            yield from _voices(tree, cast, tree.doers(verb), verb, clause)
    if tree.lemma(verb) == "claim" and tree.children(verb, "obj", "nsubj:pass"):
        for speaker in tree.doers(verb)[:1]:
            entity, cue = cast.entity_at(speaker), tree.tokens[verb].span
            yield from (Voice(one, cue, (cue,)) for one in (entity,) if one is not None)
    if effect != "deny" or tree.children(verb, "iobj"):
        return
    denies = tree.lemma(verb) == "deny"
    for noun in tree.children(verb, "nsubj:pass") if tree.is_passive(verb) else tree.children(verb, "obj"):
        claimed = _effect(tree, noun, "noun") in ("alleged", "deny", "report")
        if claimed or denies and tree.lemma(noun) not in word_list("refused") and tree.tokens[noun].upos == "NOUN":
            yield from _voices(tree, cast, tree.doers(verb), verb, noun)


def _cited(tree: Tree, cast: Cast, verb: int, reports: Sequence[Draft]) -> Iterator[Voice]:
    """ "the paper reported, citing the ministry", "according to the agency, quoting the ministry"."""
    named = tree.is_a(verb, "acl:relcl") and "which" in tree.lemmas_under(verb, "nsubj")
    if not named and (tree.tokens[verb].feats.get("VerbForm") not in ("Ger", "Part") or tree.is_passive(verb)):
        return
    sources = [entity for kid in tree.children(verb, "obj") if (entity := cast.entity_at(kid)) is not None]
    report = _reported_beside(tree, verb, reports)
    if report is None or not sources or cast.kind(sources[0]) not in ACTING:
        return
    yield Voice(sources[0], tree.tokens[verb].span, report.content, within=True)


def _reported_beside(tree: Tree, verb: int, reports: Sequence[Draft]) -> Statement | None:
    """The statement whose cue or source the citing hangs on, or stands beside ("according to the agency, citing …")."""
    for draft in reports:
        said = draft.what
        if not isinstance(said, Statement) or said.cue is None:
            continue
        beside = tree.tokens[verb].head in tree.ancestors(draft.predicate)
        governed = beside or draft.predicate in tree.ancestors(verb)
        before = tree.tokens[verb].head in (draft.predicate, *tree.doers(draft.predicate))
        if governed and (before or said.cue.start < tree.tokens[verb].span.start):
            return said
    return None


def _quoting(tree: Tree, cast: Cast, verb: int, reports: Sequence[Draft]) -> Iterator[Voice]:
    """ "The paper quotes the minister: “…”": the words are the minister's, told by the paper."""
    for draft in reports:
        said = draft.what
        if isinstance(said, Statement) and draft.predicate == verb and said.cue is not None:
            doers = [entity for doer in tree.doers(verb) if (entity := cast.entity_at(doer)) is not None]
            if doers and doers[0] != said.speaker and cast.kind(doers[0]) in ACTING:
                yield Voice(doers[0], said.cue, (Span(said.cue.start, said.content[-1].end),))


def _quoted(tree: Tree, cast: Cast, verb: int) -> Iterator[Voice]:
    """ "The paper quoted the minister as saying that …", "the minister was quoted by the paper as saying that …"."""
    for clause in tree.children(verb, "advcl", "ccomp", "xcomp"):
        if "as" not in tree.lemmas_under(clause, "mark", "case"):
            continue
        yield from _voices(tree, cast, tree.doers(verb), verb, clause)
        words = tree.child(clause, "ccomp")
        if words is not None:
            yield from _voices(tree, cast, tree.objects(verb), clause, words)
