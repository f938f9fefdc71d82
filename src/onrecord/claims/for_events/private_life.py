"""Tell what people do with their own kin from what the public hears of: "met her future husband"."""

from onrecord.claims.for_who.named import Named

KIN = frozenset(
    {"mother", "father", "parent", "mum", "mom", "dad", "wife", "husband", "brother", "sister", "sibling", "son"}
    | {"daughter", "child", "family", "cousin", "uncle", "aunt", "grandmother", "grandfather", "grandparent", "nephew"}
    | {"niece", "girlfriend", "boyfriend", "fiancé", "fiancée", "spouse", "classmate", "schoolmate", "roommate"}
)
AMONG_KIN = frozenset({"CONSULT", "COOPERATE", "AID", "AGREE"})
LEISURE = frozenset({"holiday", "vacation", "honeymoon", "leisure"})
# Those to whom companies sell, and nobody's partners.
MARKET = frozenset({"consumer", "customer", "client", "buyer", "user", "shopper", "subscriber", "household", "fan"})
# Those who cooperate in public; what persons do together at work is theirs.
POWERS = frozenset({"state", "organization"})
# And people in the service of a state or a cause: "Norlandic investigators".
PUBLIC = frozenset(
    {"police", "army", "navy", "military", "troop", "force", "soldier", "marine", "coastguard", "rebel", "militia"}
    | {"investigator", "prosecutor", "detective", "agent", "authority", "official", "diplomat", "lawmaker", "minister"}
    | {"fighter", "guerrilla", "party", "government", "firefighter", "rescuer", "peacekeeper", "union"}
)


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
