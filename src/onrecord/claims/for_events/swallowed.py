"""Tell what is only asked for, refused or threatened, where not doing is refusing, and what words tell twice."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from onrecord.claims.for_events.parts import COUNTS
from onrecord.claims.for_events.told_clauses import what_is_due
from onrecord.claims.for_events.worth import Found
from onrecord.claims.for_status.own_status import is_negated
from onrecord.claims.grammar import NEGATIONS
from onrecord.claims.tree import Tree
from onrecord.lexicon.event_words import EventWord
from onrecord.lexicon.word_lists import word_list

# Saying that one will not do these is a refusal (record format, cases settled).
COMMITMENTS = frozenset({"SUPPORT", "AGREE", "CONCEDE", "AID", "COOPERATE", "RETREAT"})
# Not to have done these is to have refused, though nobody says "will not": "did not comply".
DUTIES = frozenset({"comply", "cooperate", "budge", "relent", "yield", "bow", "recognise"})
FUTURE = frozenset({"will", "wo", "would", "'ll", "shall"})
# Who does not mean to do it will not: "has no intention of resigning", "is not going to resign".
MEANING_TO = frozenset({"intend", "plan", "go", "intention"})
CALLS = frozenset({"call", "demand", "request", "appeal", "plea", "pressure", "petition"})
# What these say is not yet so either, but what an allegation says may have happened.
IDEAS = frozenset({"suggestion", "proposal", "idea"})
PARTS = frozenset({"part", "portion", "half", "most", "all", "some", "much", "bulk"})
SWALLOWED_MARKS = frozenset({"to", "for", "against", "from", "of", "on"})
# What a verb does to these is another event than they are: "lifted sanctions", "withdrew its support".
NAMED = frozenset({"SUPPORT", "SANCTION", "AID", "COERCE", "RETREAT"})
# So they are where they are dropped, and where a note says them: "lodged a protest".
ENDED = frozenset({("ACCUSE", "CONCEDE"), ("REJECT", "CONCEDE"), ("REQUEST", "CONCEDE"), ("PROTEST", "ACCUSE")})


def refusal(tree: Tree, verb: int, sense: EventWord) -> int | None:
    """The negation of a refusal: "will not approve", "did not recognise", "has no intention of approving"; or None."""
    hosts = (verb, *tree.children(verb, "aux"))  # "and never will, accept it"
    beside = (kid for host in hosts for kid in tree.children(host, "advmod", "neg"))
    negations = [kid for kid in beside if tree.lemma(kid) in NEGATIONS]
    if not negations and is_negated(tree, verb):  # "neither side accepted it"
        subjects = tree.children(verb, "nsubj")
        negations = [mark for kid in subjects for mark in tree.children(kid, "det", "cc:preconj") if mark < verb]
    future = any(tree.tokens[kid].text.lower() in FUTURE for kid in tree.children(verb, "aux"))
    meant = tree.head(verb) if tree.is_a(verb, "xcomp", "acl") else None
    if meant is not None and tree.lemma(meant) in MEANING_TO and not negations:
        unmeant = [kid for kid in tree.children(meant, "advmod", "neg", "det") if tree.lemma(kid) in (*NEGATIONS, "no")]
        negations, future = unmeant, sense.event in COMMITMENTS
    if tree.lemmas_under(verb, "aux") & {"can", "could", "ca"}:
        return None
    refuses = sense.negated == "REJECT" != sense.event or future and (sense.event in COMMITMENTS or sense.refused)
    refuses = refuses or sense.refused and tree.lemma(verb) in DUTIES
    return negations[0] if refuses and negations else None


def asked(tree: Tree) -> Iterator[int]:
    """The words for what others ask for, though it be untold who ("dismissed calls for his resignation", "were told to
    leave"), and for what they are kept from: "barred the rebels from meeting him".
    """
    for token in tree.tokens:
        if token.upos == "VERB" and tree.lemma(token.index) in word_list("keeping_from"):
            for kid in tree.children(token.index, "advcl", "xcomp", "ccomp"):
                if "from" in tree.lemmas_under(kid, "mark"):
                    yield from tree.after(kid)
        if token.upos == "VERB" and tree.lemma(token.index) in word_list("telling_to") and tree.is_passive(token.index):
            for kid in tree.children(token.index, "xcomp"):
                yield from tree.after(kid)
        if token.upos == "NOUN" and tree.lemma(token.index) in CALLS:
            clauses = [kid for kid in tree.children(token.index, "acl") if not tree.is_a(kid, "acl:relcl")]
            infinitives = [kid for kid in clauses if _is_infinitive(tree, kid)]
            hosts = (token.index, token.head) if tree.is_a(token.index, "obj") else (token.index,)
            for head in (*infinitives, *(kid for host in hosts for kid in tree.obliques(host, "for"))):
                yield from tree.after(head)


def told_once(tree: Tree, found: Sequence[Found]) -> list[Found]:
    """Without what a verb and its noun tell twice, the one that knows fewer sides: "filed a complaint about Orten"."""
    at: dict[int, Found] = {event.token: event for event in found}
    wholes = {event.token: verb for event in found if (verb := _whose_text_asks(tree, event, at)) is not None}
    for part, whole in wholes.items():
        at[whole.token] = replace(whole, recipients=at[part].recipients)
    found = [at[event.token] if event in wholes.values() else event for event in found if event.token not in wholes]
    pairs = [(event, at[head]) for event in found if (head := _governor(tree, event.token)) in at]
    less: set[int] = set()
    for noun, verb in pairs:
        if noun is not verb and noun.sense.kind == "noun" and _is_means(tree, noun, verb):
            less.add(noun.token)
        if noun is not verb and noun.event == verb.event and noun.sense.kind == "noun" and verb.sense.kind == "verb":
            mine, its = set(noun.actors + noun.recipients), set(verb.actors + verb.recipients)
            less |= {verb.token} if its < mine else {noun.token} if mine <= its else set()
        alone = noun.event == verb.event and set(noun.actors) == set(verb.actors) != set()
        if (
            alone and tree.is_a(noun.token, "advcl") and bool(noun.recipients) != bool(verb.recipients)
        ):  # "filled the square, chanting against Orten"
            less.add(verb.token if noun.recipients else noun.token)
        beside = noun.event == verb.event and noun.sense.kind == "verb" != verb.sense.kind
        if beside and tree.is_a(noun.token, "acl") and not _tells_more(tree, noun, verb):
            less.add(noun.token)  # "an ultimatum issued by"
        dropped = noun.event in NAMED or (noun.event, verb.event) in ENDED  # "dropped the charges"
        kinds = tree.lemmas_under(noun.token, "compound", "amod")
        called = {tree.lemma(noun.token), *(f"{kind}-{tree.lemma(noun.token)}" for kind in kinds)}  # "travel-ban"
        named = noun.sense.kind == "noun" and dropped and bool(called & verb.sense.objects)
        signed = noun.event == "AGREE" and verb.event == "SUPPORT" and tree.lemma(noun.token) in verb.sense.objects
        if noun.event == verb.event == "SUPPORT" and verb.token not in less and verb.actors and verb.recipients:
            less |= {noun.token} if tree.lemma(noun.token) in verb.sense.objects else set()  # "we send our condolences"
        apart = bool(noun.recipients and verb.recipients) and not {*noun.recipients} & {*verb.recipients}
        named = named and not apart  # "switched recognition from Norland to Ostland"
        thing = noun.token if tree.head(noun.token) == verb.token else tree.tokens[noun.token].head  # "part of its aid"
        if (named or signed) and noun.event != verb.event and tree.is_a(thing, "obj", "nsubj:pass"):
            less.add(noun.token)  # "withdrew its support": no support; "signed a deal with Norland": one event
    return [event for event in found if event.token not in less]


def _whose_text_asks(tree: Tree, event: Found, at: Mapping[int, Found]) -> Found | None:
    """The event whose object says to whom it is done: "launched a petition urging Norland to pay" of "launched"."""
    thing = tree.tokens[event.token].head
    verb = at.get(tree.tokens[thing].head) if tree.is_a(thing, "obj", "nsubj:pass") else None
    if verb is None or not tree.is_a(event.token, "acl") or tree.is_a(event.token, "acl:relcl"):
        return None
    same = verb.event == event.event and set(verb.actors) == set(event.actors) != set()
    return verb if same and event.recipients and not verb.recipients else None


def _is_means(tree: Tree, noun: Found, verb: Found) -> bool:
    """True for what the deed is done in or for: "was killed in a raid by them", "flew strikes in support of them"."""
    within = tree.is_a(noun.token, "obl", "nmod") and tree.case(noun.token) in ("in", "during")
    if noun.event == "PROTEST" and not noun.recipients and set(noun.actors) <= set(verb.actors):
        return within and tree.case(noun.token) == "in"  # "recalled its envoy in protest"
    if noun.event == "SUPPORT":
        return within and verb.event in ("ASSAULT", "AID", "MOBILIZE")
    same = set(noun.actors + noun.recipients) <= set(verb.actors + verb.recipients)
    return within and same and verb.event == "ASSAULT" and noun.event in ("ASSAULT", "COERCE")


def _governor(tree: Tree, token: int) -> int:
    """The head of the word, or of what only counts it: "carried out a string of attacks"."""
    head = tree.tokens[token].head
    counted = tree.is_a(token, "nmod") and tree.case(token) == "of" and tree.lemma(head) in COUNTS | PARTS
    return tree.tokens[head].head if counted else head


def _tells_more(tree: Tree, verb: Found, noun: Found) -> bool:
    """True for what was done on the occasion that the noun tells of: "a visit to Norland, where he met Orten"."""
    others = set(verb.actors + verb.recipients) - set(noun.actors + noun.recipients)
    return bool(others) and tree.is_a(verb.token, "acl:relcl") and not tree.is_passive(verb.token)


def is_swallowed(event: Found, by: Found | None) -> bool:
    """True for what is only asked for or threatened, and for what is refused unless somebody else had done it."""
    if by is None:
        return False
    others = set(event.actors) - set(by.actors) or not event.actors  # not "reneged on its promise"
    filed = event.event == "ACCUSE" and event.actors  # "rejected a lawsuit filed by Norland"
    return not (by.event == "REJECT" and (event.own_actor or filed) and others)


def swallows(tree: Tree, event: Found) -> Iterator[int]:
    """The words for the thing asked for, refused or threatened."""
    token = event.token
    relations = ("xcomp", "ccomp") if event.sense.kind != "noun" else ("acl",)
    heads = [due for kid in tree.children(token, *relations) for due in what_is_due(tree, kid)]
    heads += [kid for kid in tree.children(token, "advcl") if tree.lemmas_under(kid, "mark") & SWALLOWED_MARKS]
    heads += tree.obliques(token, "for", "on", "to", "against", "at")
    if event.clause is not None:
        heads = list(what_is_due(tree, event.clause))
    elif event.sense.kind == "verb":
        heads += tree.objects(token)
    for head in heads:
        for member in tree.after(head):
            yield member
            yield from tree.children(member, "obj")
            wished = event.event != "REJECT" or tree.lemma(member) in CALLS | IDEAS
            for kid in tree.children(member, "acl"):
                if _is_infinitive(tree, kid) or wished and "that" in tree.lemmas_under(kid, "mark"):
                    yield kid


def _is_infinitive(tree: Tree, clause: int) -> bool:
    """True for what a request or a plan is about: "an offer to pay"."""
    return not tree.is_a(clause, "acl:relcl") and "to" in tree.lemmas_under(clause, "mark")
