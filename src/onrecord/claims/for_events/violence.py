"""Who strikes whom where a noun of violence stands between: "the airstrike by Norland that killed Orten"."""

from onrecord.claims.for_events.culprits import ASCRIBING, ascribed, behind, held_for
from onrecord.claims.for_events.meant import BUNDLES
from onrecord.claims.for_events.parts import Parts
from onrecord.claims.for_events.senses import event_senses
from onrecord.claims.for_events.surroundings import stands
from onrecord.claims.for_events.talks import of_kind
from onrecord.claims.tree import Tree
from onrecord.lexicon.event_words import EventWord, load_event_words
from onrecord.lexicon.nouns import load_nouns
from onrecord.lexicon.word_lists import word_list

# A bomb, a coup and a placard do these in the name of somebody who may go unnamed.
DONE_BY_THINGS = frozenset({"ASSAULT", "COERCE", "REQUEST"})
Sides = tuple[tuple[str, ...], tuple[str, ...]]

HARM = word_list("harm")
HARMED = frozenset({"dead", "wounded", "injured", "wound", "injure", "homeless", "hurt"})
DYING = frozenset({"die", "perish"})
# One "hits two" on the road and "beats three" in a race.
KILLING = frozenset({"kill", "wound", "slaughter", "maim"})
DISASTERS = word_list("disasters")
STRIFE = word_list("strife") | DISASTERS
WITHIN = ("in", "during", "by", "after", "following")
FIGHTS = word_list("fights")
MEANWHILE = ("when", "as", "after", "while")


def complete_by_harm(
    parts: Parts, verb: int, sense: EventWord, actors: tuple[str, ...], recipients: tuple[str, ...]
) -> Sides:
    """The sides of a verb with who strikes through a noun and whom the attack harmed."""
    if sense.event == "ASSAULT" and _is_by_disaster(parts.tree, verb):
        return (), ()
    if sense.event in DONE_BY_THINGS and not actors:
        actors = _strikers(parts, verb) or (held_for(parts, verb) if sense.event == "ASSAULT" else ())
    if sense.event == "ASSAULT" and not recipients:
        recipients = of_kind(parts.named.cast, _harmed(parts, verb), sense.recipient_kinds)
    return actors, recipients


def complete_by_noun(
    parts: Parts, noun: int, sense: EventWord, actors: tuple[str, ...], recipients: tuple[str, ...]
) -> Sides:
    """The sides of a noun of violence with whom it struck and whose attack it happened in."""
    if sense.event in ("ASSAULT", "COERCE") and not recipients:  # "was hit by a cyberattack"
        recipients = of_kind(parts.named.cast, _victims(parts, noun), sense.recipient_kinds)
    if sense.event == "ASSAULT" and not actors:
        actors = _strikers(parts, noun)
    blamed = ascribed(parts, noun)
    known = recipients or blamed or not stands(parts, noun, "nmod:on")
    if sense.event in ("ASSAULT", "COERCE") and not actors and known:
        actors = blamed or behind(parts, noun)
    if sense.event == "ASSAULT" and recipients and not actors:
        actors = held_for(parts, noun)
    if blamed and recipients and set(recipients) <= set(actors):
        recipients = parts.doers(parts.tree.tokens[noun].head)  # "blamed Norland for the attack on its capital"
    return actors, recipients


def strikes_some(parts: Parts, verb: int, sense: EventWord) -> bool:
    """True for "the rebels killed five", where those whom the verb harms are only counted."""
    tree = parts.tree
    harmed = tree.children(verb, "obj", "nsubj:pass")
    counted = [kid for kid in harmed if tree.tokens[kid].upos == "NUM" or tree.lemma(kid) in BUNDLES]
    return sense.event == "ASSAULT" and tree.lemma(verb) in KILLING and bool(counted)


def _is_by_disaster(tree: Tree, verb: int) -> bool:
    """True for the harm that a disaster told of since the verb above did: "joined the search two days after an
    earthquake flattened villages, killing hundreds"."""
    above, own = tree.head(verb), tree.children(verb, "nsubj") if not tree.is_passive(verb) else ()
    if tree.lemma(verb) in HARM and own and all(_is_nobody(tree, kid) for kid in own):
        return True  # "Norland's conflict has killed thousands"
    if above is None or not tree.is_a(verb, "advcl") or tree.lemma(verb) not in HARM or tree.children(verb, "nsubj"):
        return False
    return any(tree.lemma(token) in DISASTERS for token in range(above, verb))


def _is_nobody(tree: Tree, noun: int) -> bool:
    return tree.lemma(noun) in STRIFE or load_nouns().denotes(tree.lemma(noun), "thing")


def _strikers(parts: Parts, verb: int) -> tuple[str, ...]:
    """Whose attack the verb or noun tells of: "was killed in a Norlandic strike", "Norland's bombs killed Orten"."""
    tree = parts.tree
    is_noun = tree.tokens[verb].upos == "NOUN"
    if not is_noun and tree.lemma(verb) not in HARM | DYING:
        return ()
    falls = is_noun or tree.is_passive(verb) or tree.lemma(verb) in DYING
    after = (kid for kid in tree.children(verb, "conj") if tree.lemma(kid) in HARM and tree.is_passive(kid))
    falling = (verb, *(() if is_noun else after))  # "were killed and five wounded in clashes with the rebels"
    nouns = tuple(n for one in falling for n in tree.obliques(one, *WITHIN)) if falls else tree.subjects(verb)
    found: list[str] = []
    for noun in filter(lambda noun: _is_attack(tree, noun), nouns):
        hosts = (verb,) if tree.lemma(verb) in DYING else ()
        found.extend(parts.of_noun(noun, ("nmod:poss", "nmod:by", "nmod:from", "amod", "compound"), hosts, owners=True))
        if tree.lemma(noun) in FIGHTS:
            found.extend(parts.of_noun(noun, ("nmod:with",), (), owners=True))
        for kid in tree.children(noun, "acl"):  # "a bomb planted by them", "for which they claimed responsibility"
            claimed = tree.lemma(kid) == "claim" and not tree.is_passive(kid)
            doers = tree.agents(kid) if tree.is_passive(kid) else tree.children(kid, "nsubj") if claimed else ()
            blamed = tree.obliques(kid, case) if (case := ASCRIBING.get(tree.lemma(kid))) else ()
            found.extend(parts.who(blamed or doers, owners=False))
    if falls and not found:
        found.extend(_attackers(parts, verb))
    return tuple(dict.fromkeys(found))


def _attackers(parts: Parts, verb: int) -> tuple[str, ...]:
    """Who attacks in the side clause: "was killed when the rebels attacked", "died fighting with the army"."""
    tree = parts.tree
    for clause in tree.children(verb, "advcl"):
        if tree.lemma(clause) in ("fight", "clash", "battle") and not tree.children(clause, "nsubj"):
            return parts.who(tree.obliques(clause, "with", "against"), owners=True)
        marks = tree.lemmas_under(clause, "mark", "advmod")
        if marks.intersection(MEANWHILE) and any(s.event == "ASSAULT" for s in event_senses(parts, clause, "verb")):
            return parts.doers(clause)
    return ()


def _harmed(parts: Parts, verb: int) -> tuple[str, ...]:
    """Whom the attack struck by what came of it: "opened fire, killing three of them"."""
    tree = parts.tree
    clauses = [kid for kid in tree.children(verb, "advcl") if kid > verb and tree.lemma(kid) in HARM]
    after = [kid for kid in clauses if not tree.children(kid, "nsubj", "mark") and not tree.is_passive(kid)]
    return tuple(dict.fromkeys(e for kid in after for e in parts.who(parts.objects(kid), owners=True)))


def _victims(parts: Parts, noun: int) -> tuple[str, ...]:
    """Whom the attack struck, told by a verb of harm that hangs on the noun or governs it."""
    tree = parts.tree
    verbs = [kid for kid in tree.children(noun, "acl") if tree.lemma(kid) in HARM and not tree.is_passive(kid)]
    head, above = tree.tokens[noun].head, tree.lemma_above(noun)
    if above == "leave" and tree.is_a(noun, "nsubj") and _leaves_harmed(tree, head):
        verbs.append(head)
    if above in HARM | DYING | HARMED:
        struck = tree.is_a(noun, "nsubj") and above in HARM
        within = tree.is_a(noun, "obl", "obj") and tree.case(noun) in WITHIN
        both = {head, tree.conjuncts(head)[0]} if within else set()  # "were killed and dozens wounded in a bombing"
        verbs += [head] if struck else sorted(verb for verb in both if _befalls(tree, verb))
    fallen = {verb: tree.subjects(verb) if tree.lemma(verb) in DYING else parts.objects(verb) for verb in verbs}
    return tuple(dict.fromkeys(e for verb in verbs for e in parts.who(fallen[verb], owners=True)))


def _befalls(tree: Tree, verb: int) -> bool:
    """True for "were killed" and "died", which befall the subject."""
    return tree.lemma(verb) in DYING or tree.lemma(verb) in HARM and tree.is_passive(verb)


def _leaves_harmed(tree: Tree, verb: int) -> bool:
    """True for "the attack left four soldiers dead"."""
    things = tree.children(verb, "obj")
    described = (kid for host in (verb, *things) for kid in tree.children(host, "xcomp", "amod", "acl", "ccomp"))
    return bool({tree.lemma(kid) for kid in described} & HARMED)


def _is_attack(tree: Tree, noun: int) -> bool:
    types = load_event_words().types("noun", tree.lemma(noun), tree.tokens[noun].text)
    return tree.lemma(noun) in word_list("means_of_attack") | FIGHTS or "ASSAULT" in types
