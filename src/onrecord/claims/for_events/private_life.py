"""Tell what people do with their own kin from what the public hears of: "met her future husband"."""

from onrecord.claims.for_who.named import Named
from onrecord.lexicon.word_lists import word_list

KIN = word_list("kin")
AMONG_KIN = frozenset({"CONSULT", "COOPERATE", "AID", "AGREE"})
LEISURE = frozenset({"holiday", "vacation", "honeymoon", "leisure"})
MARKET = word_list("market")
# Those who cooperate in public; what persons do together at work is theirs.
POWERS = frozenset({"state", "organization"})
PUBLIC = word_list("public")


def is_private(named: Named, predicate: int, event: str, sides: tuple[str, ...]) -> bool:
    """True for meetings and help between somebody and his or her own kin, and for work that only persons share."""
    if event == "COOPERATE":
        public = any(named.cast.kind(side) in POWERS or named.is_called(side, PUBLIC) for side in sides)
        if not public or any(named.is_called(side, MARKET) for side in sides):
            return True
    if event not in AMONG_KIN:
        return False
    if event == "CONSULT" and named.tree.lemmas_under(predicate, "obl") & LEISURE:
        return True
    if any(_is_kin(named, kid) for kid in named.tree.children(predicate, "obj", "obl")):
        return True
    return any(_is_own_kin(named, side) for side in sides)


def _is_own_kin(named: Named, entity: str) -> bool:
    if named.has_name(entity):
        return False
    return any(_is_kin(named, token) for token in named.cast.heads(entity))


def _is_kin(named: Named, token: int) -> bool:
    """True for "his wife" and "my family", not for the families of others."""
    tree = named.tree
    owners = tree.children(token, "nmod:poss") if tree.lemma(token) in KIN else ()
    return any(tree.tokens[owner].upos == "PRON" for owner in owners)
