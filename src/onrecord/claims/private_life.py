"""Tell what people do with their own kin from what the public hears of: "met her future husband"."""

from onrecord.claims.named import Named

KIN = frozenset(
    {"mother", "father", "parent", "mum", "mom", "dad", "wife", "husband", "brother", "sister", "sibling", "son"}
    | {"daughter", "child", "family", "cousin", "uncle", "aunt", "grandmother", "grandfather", "grandparent", "nephew"}
    | {"niece", "girlfriend", "boyfriend", "fiancé", "fiancée", "spouse", "classmate", "schoolmate", "roommate"}
)
AMONG_KIN = frozenset({"CONSULT", "COOPERATE", "AID", "AGREE"})


def is_private(named: Named, event: str, sides: tuple[str, ...]) -> bool:
    """True for meetings and help between somebody and his or her own kin, called so and not by name."""
    return event in AMONG_KIN and any(_is_own_kin(named, side) for side in sides)


def _is_own_kin(named: Named, entity: str) -> bool:
    tree = named.tree
    if named.has_name(entity):
        return False
    heads = [token for token, found in named.cast.at.items() if found == entity and tree.lemma(token) in KIN]
    owners = (kid for head in heads for kid in tree.children(head, "nmod:poss"))
    return any(tree.tokens[owner].upos == "PRON" for owner in owners)
