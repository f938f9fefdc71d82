"""Tell what is true in general, or of nobody in particular, from what happened: "farmers sell the grain"."""

from collections.abc import Sequence

from onrecord.claims.for_events.filters import is_hypothetical, is_indefinite
from onrecord.claims.for_who.kinds import is_share
from onrecord.claims.for_who.named import Named
from onrecord.claims.tree import Tree
from onrecord.lexicon.word_lists import word_list

# Words for a standing relation where a clause beside a noun says by them who is meant.
STANDING = frozenset({"support", "back"})
# What one is for or against, said without a time and of nobody, is a view.
VIEWS = STANDING | {"oppose", "favor", "favour", "advocate", "champion", "defend"}
# Who holds these in the present tense has the right to them: "the president appoints the premier".
APPOINTING = frozenset({"appoint", "elect", "nominate", "confirm", "choose", "select"})
OFTEN = frozenset({"often", "usually", "frequently", "regularly", "sometimes", "typically", "generally", "commonly"})
PUBLIC = word_list("public")
ANYBODY = word_list("anybody")
# Without a doer these are worth recording only when it is known to whom they were done.
DONE_TO_SOMEBODY = frozenset({"ACCUSE", "SUPPORT"})
# What some people or others think of something is no news; that they march is.
OPINIONS = frozenset({"ACCUSE", "REJECT", "REQUEST", "SUPPORT", "RETREAT"})
AT_LARGE = frozenset({"people", "person", "other", "others", "user", "everyone", "somebody", "many", "some"})


def is_general(named: Named, predicate: int, event: str, sides: Sequence[str]) -> bool:
    """True for what anybody does and what people do as a rule."""
    tree = named.tree
    subjects = tree.children(predicate, "nsubj")
    whoever = [tree.antecedent(kid) for kid in subjects]  # "anyone who attacks us"
    if any(tree.lemma(kid) in ANYBODY and not tree.children(kid, "nmod", "det", "nummod") for kid in whoever):
        return True
    if is_opinion(tree, predicate):
        return True
    shared = tree.obliques(predicate, "with") or tree.children(predicate, "ccomp")
    if event == "AGREE" and tree.lemma(predicate) == "agree" and shared and _is_plain_present(tree, predicate):
        return True  # "voters agree with Orten"
    if event == "CONSULT" and _is_now_and_then(tree, predicate):
        return True
    if _is_now_and_again(tree, predicate) and not any(map(named.has_name, sides)):
        return True
    beside = tree.is_a(predicate, "acl:relcl") and _is_habit(tree, predicate)
    if beside and any(is_indefinite(named, side) for side in sides):
        return True  # "the president, who appoints ministers"
    if event == "SUPPORT" and _is_right(named, predicate):
        return True
    unnamed = [one for one in sides if named.cast.kind(one) == "group" and not named.has_name(one)]
    if event == "AID" and _is_habit(tree, predicate) and not all(named.is_called(one, PUBLIC) for one in unnamed):
        return True  # "the hospital provides care to patients"
    told = all(named.entity_at(kid) in sides for kid in subjects)
    return told and _is_habit(tree, predicate) and all(is_indefinite(named, side) for side in sides)


def is_opinion(tree: Tree, predicate: int) -> bool:
    """True for what a poll finds: "48 percent of voters support Orten"."""
    return tree.lemma(predicate) in VIEWS and any(is_share(tree, doer) for doer in tree.doers(predicate))


def _is_right(named: Named, predicate: int) -> bool:
    """True for who appoints or approves whom by right: "the college that elects the president", "the nominee must be
    confirmed by the Senate"; not where somebody is named there.
    """
    tree = named.tree
    if tree.lemma(predicate) not in APPOINTING:
        return False
    nouns = tree.subjects(predicate) if tree.is_passive(predicate) else tree.children(predicate, "obj")
    inside = (named.at.get(at) for noun in nouns for at in range(tree.subtree(noun)[0], tree.subtree(noun)[1] + 1))
    if any(name is not None and name.kind == "person" for name in inside):
        return False
    required = tree.is_passive(predicate) and "must" in tree.lemmas_under(predicate, "aux")
    return required or bool(nouns) and _is_habit(tree, predicate)


def is_standing(tree: Tree, predicate: int, recipients: Sequence[str]) -> bool:
    """True for a bond that only says who is meant, not what happened ("Orten, who is backed by Norland"), and for what
    one is for or against: "Orten supports free trade", "Vesely opposes it".
    """
    if not recipients and tree.lemma(predicate) in VIEWS and _is_plain_present(tree, predicate):
        return True
    beside = tree.is_a(predicate, "acl:relcl") or tree.is_a(predicate, "acl") and not tree.is_passive(predicate)
    return bool(recipients) and tree.lemma(predicate) in STANDING and beside


def _is_now_and_then(tree: Tree, predicate: int) -> bool:
    """True for what is done "every week", in the present."""
    verb = predicate if tree.tokens[predicate].upos == "VERB" else tree.tokens[predicate].head
    times = (kid for kid in tree.children(verb, "obl") if tree.tokens[kid].noun_kind == "time")
    often = any(tree.lemma(mark) in ("every", "each") for kid in times for mark in tree.children(kid, "det"))
    return often and tree.tokens[verb].feats.get("Tense") == "Pres"


def _is_now_and_again(tree: Tree, predicate: int) -> bool:
    """True for "officers are often hired to lobby": what is done as a rule."""
    head = tree.head(predicate) if tree.is_a(predicate, "advcl", "xcomp") else None
    if tree.lemmas_under(predicate, "advmod") & {"historically", "traditionally", "typically", "usually"}:
        return True  # "historically, ministers were appointed by the king"
    verbs = [verb for verb in (predicate, head) if verb is not None and _is_plain_present(tree, verb)]
    return any(tree.lemma(kid) in OFTEN for verb in verbs for kid in tree.children(verb, "advmod"))


def _is_habit(tree: Tree, predicate: int) -> bool:
    """True for a plain present in a full sentence without a time: "farmers sell the grain"."""
    timed = any(tree.tokens[kid].noun_kind == "time" for kid in tree.children(predicate, "obl", "advmod"))
    return not timed and _is_plain_present(tree, predicate)


def _is_plain_present(tree: Tree, predicate: int) -> bool:
    """True for "they sell" and "they do not sell" in a full sentence, not in a headline."""
    word = tree.tokens[predicate]
    ends = tree.tokens[tree.sentence_of(predicate).last].text in (".", '"', "”")
    if word.upos != "VERB" or word.text.lower() in word_list("same_in_past") or not ends:
        return False
    verbs = [tree.tokens[kid] for kid in tree.children(predicate, "aux")] or [word]
    if any(verb.lemma not in ("do", "be") for verb in verbs if verb is not word):
        return False
    return not word.text.lower().endswith("ing") and all(verb.feats.get("Tense") == "Pres" for verb in verbs)


def is_vague(named: Named, predicate: int, event: str, actors: Sequence[str], recipients: Sequence[str]) -> bool:
    """True when nobody in particular does it or suffers it."""
    tree = named.tree
    charged = tree.tokens[predicate].upos == "VERB" and tree.lemma(predicate) in ("charge", "indict", "arraign")
    charged = charged and not tree.is_a(predicate, "acl")  # not "all men charged", whoever they be
    known = charged or tree.lemma(predicate) in ("thank", "thanks")
    nobody = not actors and not known and not _has_subject(tree, predicate)
    if nobody and event in DONE_TO_SOMEBODY and not any(named.has_name(entity) for entity in recipients):
        return True
    if event == "REQUEST" and nobody and "when" in tree.lemmas_under(predicate, "advmod", "mark"):
        return True  # "when asked, he said that he had"
    if event == "REQUEST" and tree.case(predicate) == "at" and "own" in tree.lemmas_under(predicate, "amod"):
        return True  # "at his own request"
    if event in OPINIONS and actors and all(_may_be_anybody(named, entity) for entity in (*actors, *recipients)):
        return True
    if event == "ASSAULT" and not recipients and any(_is_none(named, entity, predicate) for entity in actors):
        return True  # "no group claimed responsibility"
    if event == "ASSAULT" or not is_hypothetical(tree, predicate):
        return False
    return any(is_indefinite(named, entity) for entity in (*actors, *recipients))


def _is_none(named: Named, entity: str, predicate: int) -> bool:
    """True for "no group", as the subject of this verb."""
    subjects = named.tree.subjects(predicate)
    return any(named.entity_at(kid) == entity and "no" in named.tree.lemmas_under(kid, "det") for kid in subjects)


def _may_be_anybody(named: Named, entity: str) -> bool:
    """True for "some people", "others" and "one user", but not for "a million people" or people of a place."""
    first = min(named.cast.heads(entity))
    counted = named.tree.lemmas_under(first, "nummod") - {"one"}
    told = counted or named.tree.children(first, "compound", "nmod", "acl")
    return not told and not named.has_name(entity) and named.tree.lemma(first) in AT_LARGE


def _has_subject(tree: Tree, predicate: int) -> bool:
    """True for an active verb with a subject of its own, though it be nobody known."""
    own = any(tree.tokens[kid].deprel == "nsubj" for kid in tree.children(predicate, "nsubj"))
    return own and tree.tokens[predicate].upos == "VERB"
