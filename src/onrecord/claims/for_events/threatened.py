"""Tell who is threatened where only the condition names them: "threatened to strike unless the ministry gave in"."""

from onrecord.claims.for_events.parts import Parts
from onrecord.claims.grammar import CONDITIONS


def threatened(parts: Parts, verb: int) -> tuple[str, ...]:
    """Who would have to do, or not to do, what the condition of the threat says."""
    tree = parts.tree
    hosts = (verb, *parts.clauses(verb))
    clauses = [kid for host in hosts for kid in tree.children(host, "advcl")]
    bound = [kid for kid in clauses if tree.lemmas_under(kid, "mark") & CONDITIONS]
    return parts.who((token for kid in bound for token in tree.children(kid, "nsubj")), owners=False)
