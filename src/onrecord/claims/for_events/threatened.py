"""Tell who is threatened where only the condition names them: "threatened to strike unless the ministry gave in"."""

from onrecord.claims.for_events.parts import Parts

CONDITIONS = frozenset({"if", "unless", "until"})


def threatened(parts: Parts, verb: int) -> tuple[str, ...]:
    """Who would have to do, or not to do, what the condition of the threat says."""
    tree = parts.tree
    hosts = (verb, *parts.clauses(verb))
    clauses = [kid for host in hosts for kid in tree.children(host, "advcl")]
    bound = [kid for kid in clauses if CONDITIONS.intersection(tree.lemmas_under(kid, "mark"))]
    return parts.who((token for kid in bound for token in tree.children(kid, "nsubj")), owners=False)
