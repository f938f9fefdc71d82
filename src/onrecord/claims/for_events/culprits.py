"""Tell who did a deed of violence by what is said of him over it: behind it, blamed, accused, tried or convicted."""

from collections.abc import Mapping

from onrecord.claims.for_events.parts import Parts
from onrecord.claims.status import find_status

# What is said by these of an attack says who did it: "an attack blamed on the rebels", "attributed it to the rebels".
ASCRIBING: Mapping[str, str] = {"blame": "on", "attribute": "to", "ascribe": "to", "pin": "on"}
# Who is called this of an attack did it: "was responsible for the attack", "the perpetrators of the bombing".
AUTHORS = frozenset({"responsible", "perpetrator", "culprit", "mastermind", "attacker", "assailant", "author"})
# Who is so treated over a deed did it, as the law holds, or is only said to have done it.
CONVICTED = frozenset({"convict", "sentence", "jail", "imprison", "execute", "hang", "find"})
SUSPECTED = frozenset({"charge", "arrest", "accuse", "suspect", "indict", "want", "detain", "arraign", "try"})
# Who does these did it: "confessed to the murder of Orten", "is serving a life sentence for killing him".
OWNING = frozenset({"confess", "admit", "plead", "serve"})
CASES = frozenset({"of", "for", "over", "with", "to", "in"})
# What stands between: "on suspicion of", "in connection with", "a sentence for".
BETWEEN = frozenset({"suspicion", "connection", "sentence", "term", "charge", "count", "relation", "trial", "guilty"})


def ascribed(parts: Parts, noun: int) -> tuple[str, ...]:
    """To whom the verb above puts the attack down: "blamed the rebels for it", "attributed it to the rebels"."""
    tree, head = parts.tree, parts.tree.tokens[noun].head
    if (case := ASCRIBING.get(tree.lemma(head))) is not None and tree.is_a(noun, "obj", "nsubj:pass"):
        return parts.who(parts.verb_tokens(head, f"obl:{case}"), owners=False)
    blamed = tree.lemma(head) == "blame" and tree.is_a(noun, "obl") and tree.case(noun) == "for"
    return parts.who(parts.objects(head), owners=False) if blamed else ()


def behind(parts: Parts, noun: int) -> tuple[str, ...]:
    """Who is said to be behind the attack: "the rebels were behind the attack", "the perpetrators of the attack"."""
    tree, head = parts.tree, parts.tree.tokens[noun].head
    if tree.case(noun) == "behind":
        if tree.children(noun, "cop"):
            return parts.doers(noun)
        told = tree.is_a(noun, "nmod") and tree.tokens[head].upos in ("NOUN", "PROPN")
        return parts.who((head,), owners=False) if told else ()
    named = tree.is_a(noun, "obl", "nmod") and tree.case(noun) in ("for", "of", "behind", "in")
    if not named or tree.lemma(head) not in AUTHORS or not tree.children(head, "cop"):
        return ()
    return parts.who(tree.subjects(head), owners=False)


def held_for(parts: Parts, deed: int) -> tuple[str, ...]:
    """Who is held, tried or convicted for the deed that a noun or a gerund tells: "jailed for the murder of Orten"."""
    tree, verb = parts.tree, _over_deed(parts, deed)
    if verb is None:
        return ()
    if tree.lemma(verb) in CONVICTED | SUSPECTED:
        return parts.who(parts.objects(verb), owners=False)
    return parts.doers(verb) if tree.tokens[verb].upos == "VERB" else parts.who(tree.subjects(verb), owners=False)


def is_alleged(parts: Parts, deed: int) -> bool:
    """True where somebody is only said to have done it: "blamed the rebels for it", "claimed responsibility"."""
    verb = _over_deed(parts, deed)
    told = verb is not None and parts.tree.lemma(verb) not in CONVICTED | OWNING
    claimed = parts.tree.lemma(deed) == "claim" and find_status(parts.tree, deed) == "asserted"
    return told or claimed or bool(ascribed(parts, deed))


def _over_deed(parts: Parts, deed: int) -> int | None:
    """The verb, or the trial that somebody is on, over the deed."""
    tree, above = parts.tree, parts.tree.head(deed)
    if tree.tokens[deed].upos == "VERB":
        linked = tree.is_a(deed, "advcl", "acl", "xcomp") and bool(tree.lemmas_under(deed, "mark") & CASES)
    else:
        linked = tree.is_a(deed, "obl", "nmod") and tree.case(deed) in CASES
        linked = linked or tree.is_a(deed, "obj") and tree.lemma_above(deed) == "admit"
    if above is None or not linked:
        return None
    guilty = False
    while tree.lemma(above) in BETWEEN and tree.tokens[above].upos != "VERB" and not tree.children(above, "cop"):
        guilty = guilty or tree.lemma(above) == "guilty"
        if (higher := tree.head(above)) is None:
            return None
        above = higher
    if tree.children(above, "cop"):
        return above if tree.lemma(above) in ("trial", "guilty") else None
    known = CONVICTED | SUSPECTED | OWNING | {"face", "await", "stand"}
    return above if tree.lemma(above) in known and (guilty or tree.lemma(above) != "find") else None
