"""How firmly a text puts a claim: asserted, planned, possible, alleged or denied, read off the tree.

From the predicate outwards: what stands beside it (negation, modal verb, adverb), then what governs it (planned to,
refused to, is said to, a plan for), with the governing word's own status, up to the clause that is reported or stated.
"""

from onrecord.claims.for_status.governors import find_governor, is_past
from onrecord.claims.for_status.own_status import opening_words, own_status
from onrecord.claims.for_status.uttered import is_uttered
from onrecord.claims.tree import Tree
from onrecord.lexicon.status import STATUS_OF_EFFECT, Effect, status_words
from onrecord.lexicon.word_lists import word_list
from onrecord.model import Status

_BUNDLES = word_list("bundles_of_acts")
_FOLLOWING = frozenset({"after", "following"})
# "the first to criticise him", "one of few to meet him": what they are singled out by is no plan.
_SINGLED_OUT = frozenset({"one", "last", "only", "latest", "few", "many", "next"})
# How talks are held.
_HELD = frozenset({"virtual", "online", "private", "public", "televised", "bilateral", "informal", "confidential"})
_SHOWING = frozenset({"show", "depict", "portray", "feature"})
_SAYING = frozenset({"say", "claim", "purport", "allege", "believe", "think", "appear", "seem", "suppose"})
_DEPTH = 12


def find_status(tree: Tree, predicate: int) -> Status:
    """How firmly the text puts the claim that hangs on the token `predicate` (a verb, a noun or a title)."""
    return _status(tree, predicate, _DEPTH)


def _status(tree: Tree, node: int, depth: int) -> Status:
    if is_uttered(tree, node):
        return "asserted"
    own = own_status(tree, node)
    return own if depth == 0 else _governed(tree, node, own, depth - 1)


def _governed(tree: Tree, node: int, own: Status, depth: int) -> Status:
    """The status after what stands above the predicate has had its say."""
    head = tree.head(node)
    opening = _opening(tree, node)
    if opening is not None:
        return _under(own, opening, "asserted")
    if head is None:
        return own
    if tree.is_a(node, "conj"):
        return _coordinated(tree, node, head, own, depth)
    if is_bundle(tree, node, head):
        return _under(own, "pass", _status(tree, head, depth))
    word = find_governor(tree, node, head)
    if word is not None:
        outer = _status(tree, head, depth)
        if word.effect == "pass" and tree.tokens[node].upos == "NOUN" and own == "planned":
            # "carried out the planned raid": it is no plan any more.
            return outer
        return _under(own, word.effect, outer)
    return _unnamed(tree, node, head, own, depth)


def _opening(tree: Tree, node: int) -> Effect | None:
    openings = status_words().openings
    for kid in tree.children(node, "mark", "case", "cc"):
        word = openings.get(tree.lemma(kid)) or openings.get(opening_words(tree, kid))
        if word is not None and not (tree.lemma(kid) == "if" and tree.lemmas_under(node, "advmod") & {"even"}):
            return word.effect
    return None


def is_bundle(tree: Tree, node: int, head: int) -> bool:
    """ "a series of meetings": what is said of the series is said of the meetings."""
    return tree.is_a(node, "nmod", "compound") and tree.case(node) in ("of", None) and tree.lemma(head) in _BUNDLES


def _coordinated(tree: Tree, node: int, head: int, own: Status, depth: int) -> Status:
    """A conjunct shares what governs the first one, and its modal or negation when it has no finite form of its own."""
    if own != "asserted" and tree.children(node, "aux", "cop"):
        return own
    token, first = tree.tokens[node], tree.tokens[head]
    has_own = bool(tree.children(node, "aux", "nsubj", "cop"))
    shares = not has_own and token.upos == first.upos and _form(tree, node) == _form(tree, head)
    shared = own_status(tree, head) if shares and own == "asserted" else own
    return own if has_own and tree.is_a(head, "root", "parataxis") else _governed(tree, head, shared, depth)


def _form(tree: Tree, node: int) -> tuple[str | None, str | None]:
    feats = tree.tokens[node].feats
    return feats.get("VerbForm"), feats.get("Tense")


def _unnamed(tree: Tree, node: int, head: int, own: Status, depth: int) -> Status:
    """What governs is no entry of the lexicon: purposes follow their verb, the rest stands for itself."""
    marks = tree.lemmas_under(node, "mark")
    if own == "asserted" and _is_said_to_be_seen(tree, node, head):
        return "alleged"
    if tree.is_a(node, "xcomp"):
        return _of_adjective(tree, node, head, own) or _under(own, "pass", _status(tree, head, depth))
    if tree.is_a(node, "advcl"):
        return _beside(tree, node, head, own, depth)
    if tree.is_a(node, "acl") and not tree.is_a(node, "acl:relcl") and "to" in marks:
        return _of_noun(tree, node, head, own)
    if tree.is_a(node, "nsubj"):
        return _as_subject(tree, head, own, depth)
    vague = not tree.lemmas_under(node, "det", "nmod:poss") - {"a", "an"}
    if own == "asserted" and vague and tree.is_a(node, "obl", "obj", "nmod"):
        if tree.case(node) in _FOLLOWING and tree.is_a(head, "xcomp") and own_status(tree, head) == "asserted":
            above = tree.head(head)
            if above is not None and tree.tokens[above].feats.get("Tense") == "Past":
                return own  # "agreed to revive the pact after talks": they were held before it was agreed
        # "will lead a delegation to a meeting": what a plan mentions first is part of the plan.
        return "planned" if _status(tree, head, depth) == "planned" else own
    return own


def _is_said_to_be_seen(tree: Tree, node: int, head: int) -> bool:
    """True for what a picture is only said to show: "a video said to show Orten apologising", however it is joined."""
    while tree.is_a(node, "acl", "obj") and tree.lemma(head) not in _SHOWING and (above := tree.head(head)) is not None:
        node, head = head, above
    said = tree.lemma(head) in _SHOWING and "to" in tree.lemmas_under(head, "mark")
    return said and tree.lemma_above(head) in _SAYING


def _of_adjective(tree: Tree, node: int, head: int, own: Status) -> Status | None:
    """What an adjective makes of its infinitive: "too ill to meet", "eligible to appeal"; None where it is a verb's."""
    if tree.tokens[head].upos != "ADJ" or "to" not in tree.lemmas_under(node, "mark") or own != "asserted":
        return None
    if "have" in tree.lemmas_under(node, "aux"):
        return own
    return "denied" if "too" in tree.lemmas_under(head, "advmod") else "possible"


def _beside(tree: Tree, node: int, head: int, own: Status, depth: int) -> Status:
    """The status of an adverbial clause: free ones and those of time stand for themselves, or share a plan."""
    marks = tree.lemmas_under(node, "mark")
    if not marks:
        # "will return to the coast, visiting Velmark", but "did not agree, saying …".
        return "planned" if own == "asserted" and own_status(tree, head) == "planned" else own
    if marks <= {"to", "by", "in"}:
        return _under(own, "pass", _status(tree, head, depth))
    if marks <= _FOLLOWING and is_past(tree, node):
        return own  # "will stay after they barred his envoy", "is due to visit a day after she met Orten"
    above = _status(tree, head, depth) if marks & {"before", "after", "when", "until", "till", "once"} else "asserted"
    return "planned" if above == "planned" and own == "asserted" else own


def _of_noun(tree: Tree, node: int, head: int, own: Status) -> Status:
    """An infinitive after a noun is ahead ("an order to leave"), but not after what it singles out, nor a gerund."""
    noun = tree.tokens[head]
    single = noun.feats.get("NumType") == "Ord" or tree.lemma(head) in _SINGLED_OUT or tree.case(head) == "among"
    singled = single or any(
        tree.tokens[kid].feats.get("NumType") == "Ord" or tree.lemma(kid) in _SINGLED_OUT
        for kid in tree.children(head, "amod", "nummod", "det")
    )
    gerund = tree.tokens[node].feats.get("VerbForm") in ("Ger", "Part") and not tree.children(node, "aux")
    ahead = own == "asserted" and not singled and not gerund
    return _under(own, "plan" if ahead else "pass", "asserted")


def _as_subject(tree: Tree, head: int, own: Status, depth: int) -> Status:
    """A noun of what happens as the subject: of "there is", of "will be in Velmark", "will be virtual"."""
    if tree.lemma(head) == "be" and tree.children(head, "expl"):
        return _under(own, "pass", _status(tree, head, depth))
    ordinal = tree.tokens[head].feats.get("NumType") == "Ord"
    where_or_how = tree.children(head, "case") or ordinal or tree.lemma(head) in _HELD
    where_or_when = tree.children(head, "cop") and where_or_how or tree.tokens[head].upos == "ADV"
    return "planned" if own == "asserted" and where_or_when and own_status(tree, head) == "planned" else own


def _under(inner: Status, effect: Effect, outer: Status) -> Status:
    """The status of what is governed: its own, the governing word's effect, and that word's own status."""
    if effect == "fact":
        return inner
    if effect == "report":
        return "possible" if outer == "denied" and inner == "asserted" else inner
    if effect == "pass":
        return outer if inner == "asserted" else "denied" if inner == "denied" else inner
    if effect in ("deny", "fail"):
        if outer == "denied":
            return "asserted" if effect == "fail" else "possible"
        return "possible" if outer == "possible" else "denied"
    if outer == "denied" or inner == "denied":
        return "denied"
    if outer == "possible":
        return "possible"
    return "planned" if outer == "planned" and effect == "possible" and inner == "planned" else STATUS_OF_EFFECT[effect]
