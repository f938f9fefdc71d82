"""How sure we are of a claim: a logistic model over what is seen of it, fitted to the gold articles by training/."""

import math
from collections.abc import Iterator, Mapping
from functools import cache

from onrecord.claims.draft import Draft
from onrecord.claims.fitted import read_fitted
from onrecord.claims.tree import Tree
from onrecord.claims.who import Cast
from onrecord.model import Attribution, Event, Listing, Office, Statement, Status, Tie

FILE = "confidence.json"
Features = Mapping[str, float]


def find_features(
    tree: Tree, cast: Cast, draft: Draft, *, status: Status, attribution: tuple[Attribution, ...]
) -> Features:
    """What the model looks at, by name; every value lies between 0 and about 1.

    What claims of every kind have is seen twice: for all kinds together, and for the kind of this one. The penalty of
    the fit lets a kind differ from the rest only as far as its examples show it; one with few is judged as all are.
    """
    kind = type(draft.what).__name__.lower()
    sentence = tree.sentence_of(draft.predicate)
    above = (draft.predicate, *tree.ancestors(draft.predicate))
    own_word = tree.tokens[draft.predicate].span  # "claimed responsibility" lies in no words of others
    shared = {
        "score": draft.score,
        f"status {status}": 1.0,
        f"depth {min(sum(link.cue != own_word for link in attribution), 2)}": 1.0,
        "position": sentence.first / len(tree.tokens),
        "side clause": float(any(tree.is_a(token, "advcl", "acl") for token in above)),
        "doubt": min(tree.tokens[draft.predicate].doubt / 2, 1.0),
    } | dict(_of_sides(tree, cast, draft))
    own = {
        "all": 1.0,
        kind: 1.0,
        "long sentence": min((sentence.last - sentence.first) / 60, 1.5),
        "evidence": min(sum(s.end - s.start for s in draft.evidence) / 300, 1.5),
    }
    twice = {name: value for key, value in shared.items() for name in (f"all {key}", f"{kind} {key}")}
    return own | twice | dict(_of_content(tree, draft))


def _of_content(tree: Tree, draft: Draft) -> Iterator[tuple[str, float]]:
    what = draft.what
    if isinstance(what, Event):
        yield f"event {what.event}", 1.0
        yield f"event {what.event} {tree.lemma(draft.predicate)}", 1.0
        yield f"event sides {min(len(what.actors), 3)} {min(len(what.recipients), 2)}", 1.0
        yield f"event clause {min(sum(1 for _ in tree.ancestors(draft.predicate)), 3)}", 1.0
        yield f"event relation {tree.bases[draft.predicate]}", 1.0
        yield f"event factuality {max(min(round(tree.tokens[draft.predicate].factuality), 3), -2)}", 1.0
    elif isinstance(what, Statement):
        yield f"statement {what.form}", 1.0
        yield f"statement cue {tree.lemma(draft.predicate) if what.cue else 'none'}", 1.0
        yield "statement words", min(sum(s.end - s.start for s in what.content) / 300, 1.5)
    elif isinstance(what, Office):
        yield f"office {what.tenure}", 1.0
        yield f"office body {what.body is not None} country {what.country is not None}", 1.0
    elif isinstance(what, Tie):
        yield f"tie {what.relation}", 1.0


def _of_sides(tree: Tree, cast: Cast, draft: Draft) -> Iterator[tuple[str, float]]:
    """Who takes part: the kinds of entities, whether the article names them, how surely they belong to the claim."""
    what, sides = draft.what, sides_of(draft)
    if isinstance(what, Event):
        yield f"event actor {_form_of(cast, draft, what.actors)}", 1.0
        if what.recipients:
            yield f"event recipient {_form_of(cast, draft, what.recipients)}", 1.0
        yield "event prominence", max((min(len(cast.entities[side].mentions), 6) / 6 for side in sides), default=0.0)
    for side in sides:
        entity = cast.entities[side]
        named = any(mention.form == "name" for mention in entity.mentions)
        yield f"{entity.kind} {'named' if named else 'unnamed'}", 1.0
    yield "doubt of sides", min(_doubt_of_sides(tree, cast, draft.predicate, sides) / 3, 1.0)
    yield "name", min(_name_scores(tree, cast, sides), default=1.0)


def sides_of(draft: Draft) -> tuple[str, ...]:
    """The entities that a claim is about; of a statement, who speaks."""
    what = draft.what
    if isinstance(what, Event):
        return what.actors + what.recipients
    if isinstance(what, Statement):
        return (what.speaker,)
    if isinstance(what, Office):
        return (what.person,)
    return (what.target, what.authority) if isinstance(what, Listing) else (what.a, what.b)


def _doubt_of_sides(tree: Tree, cast: Cast, predicate: int, sides: tuple[str, ...]) -> float:
    """How unsure the arcs are that join a word to a mention of a side in its sentence; of the unsurest side."""
    sentence = tree.sentence_of(predicate)
    above = {predicate, *tree.ancestors(predicate)}
    nearest: dict[str, set[int]] = {}
    for token in range(sentence.first, sentence.last + 1):
        side = cast.at.get(token)
        if side in sides:
            path = above ^ {token, *tree.ancestors(token)}
            if side not in nearest or len(path) < len(nearest[side]):
                nearest[side] = path
    return max((sum(tree.tokens[number].doubt for number in path) for path in nearest.values()), default=0.0)


def _name_scores(tree: Tree, cast: Cast, sides: tuple[str, ...]) -> tuple[float, ...]:
    """Of each side that is named, the highest probability of its names."""
    best: dict[str, float] = {}
    for name in tree.analysis.names:
        for token in range(name.first, name.last + 1):
            side = cast.at.get(token)
            if side in sides and name.score > best.get(side, 0.0):
                best[side] = name.score
    return tuple(best.values())


def _form_of(cast: Cast, draft: Draft, side: tuple[str, ...]) -> str:
    """How the words that carry the event call that side: by name, noun or pronoun, or not at all ("outside")."""
    here = [m.form for one in side for m in cast.entities[one].mentions if draft.evidence[0].covers(m.span)]
    return here[0] if here else "outside"


@cache
def load_model() -> Mapping[str, float]:
    """The weight of each feature. Raises WeightsError when the file is missing or damaged."""
    return {str(name): float(weight) for name, weight in read_fitted(FILE)["weights"].items()}


def weigh(features: Features, model: Mapping[str, float]) -> float:
    """The probability that a careful reader would record the claim so, from 0 to 1, in steps of a thousandth."""
    total = sum(model.get(name, 0.0) * value for name, value in features.items())
    return round(1 / (1 + math.exp(-max(min(total, 30.0), -30.0))), 3)
