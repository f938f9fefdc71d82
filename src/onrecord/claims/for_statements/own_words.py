"""Own words: where a clause that is told ends, and the article, or who speaks in another act, goes on."""

from onrecord.claims.grammar import CLOSING_MARKS
from onrecord.claims.tree import Tree
from onrecord.lexicon.cues import load_cues
from onrecord.lexicon.word_lists import word_list

GIVING = ("give", "provide", "offer", "release", "disclose")
DETAILS = ("detail", "reason", "evidence", "comment", "date", "figure", "name", "explanation", "information")
THINGS = ("event", "abstract", "object", "place", "time")
AGAINST = ("while", "whereas", "though", "although")
PUT_BACK = ("would", "could", "might", "had")
UNSAID = ("elaborate", "give", "say", "specify", "name", "provide", "identify", "explain", "disclose")
"""What speakers do or do not do beside their words: "said he was ill, but gave no details"."""


def own_words(tree: Tree, verb: int, clause: int) -> tuple[int, int]:
    """The stretch of a content clause without what is the article's: a date before its subject that belongs to the
    cue ("said on Friday he would …"), and a closing relative clause that reports anew (", which she said …").
    """
    first, last = tree.subtree(clause)
    for strayed in strayed_source(tree, verb):
        return first, tree.subtree(strayed)[0] - 2
    for kid in tree.children(clause, "obl"):
        low, high = tree.subtree(kid)
        opens = first == verb + 1 == low and high + 1 < clause
        subject = any(tree.subtree(subject)[0] == high + 1 for subject in tree.children(clause, "nsubj"))
        where = subject and tree.case(kid) in ("after", "before", "during", "following", "at", "in")
        if opens and (tree.tokens[kid].noun_kind == "time" or where or _is_said_in(tree, kid)):
            first = high + 1
    for kid in tree.children(clause, "conj"):
        if tree.subtree(kid)[1] == last and goes_back(tree, kid, clause):
            last = tree.subtree(kid)[0] - 1
    for token in range(first, last + 1):
        low, high = tree.subtree(token)
        if verb < clause < low and high == last and _is_said_in(tree, token):
            last = low - 1
            break
        low += tree.tokens[low].text == ","
        closing = high == last and low > clause and tree.tokens[low - 1].text == ","
        anew = tree.is_a(token, "acl:relcl", "advcl") and (_reports_anew(tree, token) or _rules_too(tree, verb, token))
        anew = anew or _speaks_against(tree, token)
        if (closing and anew) or (high == last and low > clause and _declines(tree, token)):
            last = low - 2 if tree.tokens[low - 1].text == "," else low - 1
            break
    return first, last


def goes_back(tree: Tree, verb: int, clause: int) -> bool:
    """True for a report that goes on from the word that tells the clause, and not from the clause, whose subject is a
    thing: "Orten said that the inquiry was lawful and conceded that mistakes had been made"."""
    teller = tree.head(clause)
    if teller is None or not tree.is_a(verb, "conj") or not tree.is_a(clause, "ccomp") or teller > clause:
        return False
    subjects = tree.children(clause, "nsubj", "csubj")
    things = all(tree.tokens[kid].upos == "NOUN" and tree.tokens[kid].noun_kind in THINGS for kid in subjects)
    tells = load_cues().reports(tree.lemma(verb), "say") and load_cues().reports(tree.lemma(teller), "say")
    told = tree.children(verb, "ccomp") and not tree.children(verb, "nsubj", "aux", "mark")
    alike = tree.tokens[verb].feats.get("Tense") == tree.tokens[teller].feats.get("Tense")
    return bool(subjects) and things and tells and bool(told) and alike


def told_on(tree: Tree, verb: int, last: int) -> int:
    """The end of what is told, with a main clause put back in time as it is: "it would fail but he would not"."""
    for kid in tree.children(verb, "conj"):
        first, end = tree.subtree(kid)
        back = any(tree.tokens[aux].text.lower() in PUT_BACK for aux in tree.children(kid, "aux"))
        past = tree.tokens[verb].feats.get("Tense") == "Past"
        if back and past and first - last in (1, 2) and tree.children(kid, "nsubj"):
            return end
    return last


def before_which(tree: Tree, noun: int, last: int) -> int:
    """The last token of a thing announced without what the article tells of it: "a fleet, which Norland joined"."""
    for kid in range(noun + 1, last + 1):
        low, high = tree.subtree(kid)
        if high == last and tree.is_a(kid, "acl:relcl") and tree.lemma(low) in ("which", "who"):
            return low - 1
    return last


def _speaks_against(tree: Tree, verb: int) -> bool:
    """True for what another says in ", while Moscow called it “adventurism”"."""
    while_ = tree.is_a(verb, "advcl") and any(tree.lemma(kid) in AGAINST for kid in tree.children(verb, "mark"))
    if not while_ or not load_cues().reports(tree.lemma(verb), "say", "quote"):
        return False
    subjects = (tree.tokens[kid] for kid in tree.children(verb, "nsubj"))
    return any(word.upos == "PROPN" or word.noun_kind in ("person", "organization") for word in subjects)


def _rules_too(tree: Tree, verb: int, gerund: int) -> bool:
    """True for what a court does beside: "decided that it was lawful, reversing the convictions"."""
    ruling = tree.lemma(verb) == "rule" or load_cues().reports(tree.lemma(verb), "rule")
    return ruling and tree.tokens[gerund].text.endswith("ing") and not tree.children(gerund, "mark", "nsubj")


def _declines(tree: Tree, verb: int) -> bool:
    """True for the "but declined" of "confirmed that he was ill, but declined to say more": who speaks does it."""
    but = "but" in tree.lemmas_under(verb, "cc")
    silent = tree.lemma(verb) in ("decline", "refuse") and bool(tree.children(verb, "xcomp"))
    untold = tree.lemma(verb) in GIVING and any(tree.lemma(kid) in DETAILS for kid in tree.children(verb, "obj"))
    mute = tree.lemma(verb) in UNSAID and "not" in tree.lemmas_under(verb, "advmod")
    own = tree.is_a(verb, "conj") and not tree.children(verb, "nsubj")
    return but and own and (mute or ((silent or untold) and not tree.children(verb, "aux")))


def _is_said_in(tree: Tree, noun: int) -> bool:
    """True for the text in which something is said: "said he was ill in a statement", not "in the statement"."""
    vague = "a" in tree.lemmas_under(noun, "det")
    return tree.case(noun) == "in" and vague and tree.lemma(noun) in word_list("outlets")


def strayed_source(tree: Tree, verb: int) -> tuple[int, ...]:
    """Who speaks where the tree has made it a second subject of what is told: "he left, two people there said", “I am
    ready,” Orten, the mayor, told them."""
    if tree.children(verb, "nsubj"):
        return ()
    for clause in tree.children(verb, "ccomp"):
        for kid in tree.children(clause, "nsubj", "vocative"):
            first, last = tree.subtree(kid)
            marks = [token for token in range(first - 1, verb) if tree.tokens[token].text in CLOSING_MARKS]
            comma = last == verb - 1 and "," in (tree.tokens[first].text, tree.tokens[first - 1].text)
            if clause < first and (comma or marks == [first - 1]):
                return (kid,)
    return ()


def _reports_anew(tree: Tree, verb: int) -> bool:
    if load_cues().reports(tree.lemma(verb), "say") and tree.children(verb, "ccomp"):
        return True
    gerund = tree.is_a(verb, "advcl") and tree.tokens[verb].text.endswith("ing")
    if gerund and any(tree.lemma(kid) in ("before", "after") for kid in tree.children(verb, "mark", "case")):
        return True  # "said he would stay, before leaving": told by the article
    if tree.is_a(verb, "acl:relcl") and tree.lemma(verb) in ("deny", "dispute", "reject"):
        return "which" in tree.lemmas_under(verb, "obj")
    return load_cues().reports(tree.lemma(verb), "judge") and tree.tokens[verb].text.endswith("ing")
