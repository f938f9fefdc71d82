"""How firmly its own clause or phrase puts a predicate: negation, modal verb, adverb, mood, condition, question."""

from collections.abc import Mapping

from onrecord.claims.for_status.governors import find_entry
from onrecord.claims.grammar import NEGATIONS, QUESTIONS
from onrecord.claims.tree import Tree
from onrecord.dates.words import WEEKDAYS
from onrecord.lexicon.cues import load_cues
from onrecord.lexicon.status import STATUS_OF_EFFECT, Effect, status_words
from onrecord.model import Status

_NEGATIVE = NEGATIONS | {"neither", "nor", "nowhere"}
# "not only met": no negation at all.
_ONLY = frozenset({"only", "just", "merely", "simply", "necessarily"})
# "at no point", "in no way", "under no circumstances"
_NO_CASE = frozenset("point time stage moment way circumstance condition account mean case".split())
_CONDITIONS = frozenset({"if", "unless", "provided", "provided that", "providing", "providing that", "in case"}
                        | {"as long as", "so long as", "assuming", "assuming that", "supposing"})  # fmt: skip
# Beside these a condition says when what is threatened will be done; the threat is uttered.
_THREATENING = frozenset({"threaten", "warn", "vow", "swear"})
_INVERTED = frozenset({"should", "had", "were"})
_AHEAD = frozenset({"tomorrow", "tonight", "next", "later", "soon", "upcoming"})
_DAYS = frozenset(word.lower() for word in WEEKDAYS)
_ENDS = frozenset('.!?“”"')
EFFECT_OF_STATUS: Mapping[Status, Effect] = {
    "asserted": "pass", "planned": "plan", "possible": "possible", "alleged": "alleged", "denied": "deny",
}  # fmt: skip


def own_status(tree: Tree, node: int) -> Status:
    """The status that the predicate's own clause or phrase gives it, whatever stands above."""
    negated = is_negated(tree, node)
    effect = _modal(tree, node) or _modifier(tree, node)
    if effect == "possible" and negated:
        return "possible" if tree.lemmas_under(node, "aux") & {"may", "might", "should"} else "denied"
    if negated or effect in ("deny", "fail"):
        return "denied"
    if effect is None:
        effect = _of_its_clause(tree, node) or _of_its_source(tree, node)
    order = tree.tokens[node].feats.get("Mood") == "Imp" and not tree.children(node, "nsubj")  # "Attack the town!"
    if effect is None and (order or _is_question(tree, node)):
        return "possible"
    if effect in (None, "plan") and _has_condition(tree, node, told=effect is None):
        return "possible"
    if effect is None and _is_ahead(tree, node):
        return "planned"
    return "asserted" if effect is None else STATUS_OF_EFFECT[effect]


def _of_its_clause(tree: Tree, node: int) -> Effect | None:
    """What a clause after the noun says of it: "talks that will be held", "a meeting scheduled for Monday"."""
    if tree.tokens[node].upos != "NOUN":
        return None
    for kid in tree.children(node, "acl"):
        entry = find_entry(tree, kid, nominal=True)
        if entry is not None and entry.nouns and (tree.is_passive(kid) or entry.subjects):
            own = own_status(tree, kid)
            if own == "asserted":
                return entry.effect if entry.effect in ("plan", "deny", "alleged") else None
            return EFFECT_OF_STATUS[own]
    return None


def _of_its_source(tree: Tree, node: int) -> Effect | None:
    """ "According to unconfirmed reports, …": a source that the text itself doubts."""
    for kid in tree.children(node, "obl"):
        if tree.case(kid) == "according to" and _modifier(tree, kid) == "alleged":
            return "alleged"
    return None


# Negation


def is_negated(tree: Tree, node: int) -> bool:
    """True where the predicate's own clause or phrase says that it was not so."""
    tokens = tree.tokens
    for kid in tree.kids[node]:
        lemma = tree.lemma(kid)
        if lemma in _NEGATIVE and tree.is_a(kid, "advmod", "aux", "cc", "det", "neg"):
            after = tree.lemma(kid + 1) if kid + 1 < len(tokens) else ""
            until = any(tree.lemmas_under(other, "mark", "case") & {"until", "till"} for other in tree.kids[node])
            until = until and not tree.lemmas_under(node, "aux") & {
                "will",
                "would",
                "wo",
            }  # "will not go until they do"
            if after not in _ONLY and not (until and lemma != "never"):
                return True
        no_longer = tokens[kid].text.lower() == "longer" and "no" in tree.lemmas_under(kid, "advmod", "det")
        if tree.is_a(kid, "advmod") and (no_longer or lemma == "yet" and "to" in tree.lemmas_under(node, "mark")):
            return True
        if tree.is_a(kid, "det") and lemma in ("no", "neither"):
            return True
        if tree.is_a(kid, "nsubj", "obj") and _is_nobody(tree, kid):
            return True
        if tree.is_a(kid, "obl") and lemma in _NO_CASE and "no" in tree.lemmas_under(kid, "det"):
            return True
    return tree.is_a(node, "conj") and "nor" in tree.lemmas_under(node, "cc", "cc:preconj")


def _is_nobody(tree: Tree, noun: int) -> bool:
    """ "nobody", "no minister", "none of them", "neither Orten nor Vesely"."""
    if tree.lemma(noun) in ("nobody", "none", "nothing", "no-one", "neither"):
        return True
    return bool(tree.lemmas_under(noun, "det", "cc:preconj", "cc", "advmod") & {"no", "neither"})


# Modal verbs and adverbs


def _modal(tree: Tree, node: int) -> Effect | None:
    """The effect of the modal verb, or of "is to" before an infinitive."""
    modals = status_words().modals
    auxiliaries = [kid for kid in tree.children(node, "aux") if not tree.is_a(kid, "aux:pass")]
    for kid in auxiliaries:
        lemma, form = tree.lemma(kid), tree.tokens[kid].text.lower()
        if form in ("'d", "’d", "would") or lemma == "would":
            return "possible" if _is_hypothetical(tree, node) else "plan"
        word = modals.get(form) or modals.get(lemma)
        if form in ("'ll", "’ll", "wo", "'ll"):
            word = modals["will"]
        if form == "ca":
            word = modals["can"]
        if word is not None:
            return word.effect
    governors = status_words().governors
    for kid in tree.children(node, "mark"):
        # "had been due to meet", with "due" taken for a particle.
        if (tree.lemma(kid), "adj") in governors:
            return governors[tree.lemma(kid), "adj"].effect
    for kid in tree.children(node, "case", "advcl"):  # "who is due to meet", with "due to" taken for one preposition
        if tree.tokens[node].upos == "VERB" and tree.children(kid, "fixed") and (tree.lemma(kid), "adj") in governors:
            return governors[tree.lemma(kid), "adj"].effect
    to = next((kid for kid in tree.children(node, "mark", "aux") if tree.lemma(kid) == "to"), None)
    finite = [kid for kid in tree.children(node, "cop", "aux") if tree.lemma(kid) == "be"]
    blames = tree.lemma(node) == "blame"  # "is to blame" is no plan
    return "plan" if to is not None and any(kid < to for kid in finite) and not blames else None


def _is_hypothetical(tree: Tree, node: int) -> bool:
    """ "would have met", "would like", "a law that would allow", but not "he said he would meet"."""
    if "have" in tree.lemmas_under(node, "aux") or tree.lemma(node) in ("like", "prefer", "love", "want"):
        return True
    return tree.is_a(node, "acl:relcl")


def _modifier(tree: Tree, node: int) -> Effect | None:
    words = status_words().modifiers
    for kid in tree.children(node, "advmod", "amod", "compound"):
        word = words.get(tree.lemma(kid)) or words.get(tree.tokens[kid].text.lower())
        if word is not None and word.effect == "plan" and tree.tokens[node].feats.get("Tense") == "Past":
            continue  # "Next, she met Orten"
        if word is not None and not is_negated(tree, kid):
            return word.effect
    return None


# Questions, orders, conditions, the near future


def ends_with_question_mark(tree: Tree, node: int) -> bool:
    """True where the sentence does, before a closing mark of a quotation too, and where the words quoted do that the
    predicate stands in: “Why would I go there?” she said."""
    sentence = tree.sentence_of(node)
    closing = tree.tokens[max(sentence.first, sentence.last - 1) : sentence.last + 1]
    if any("?" in token.text for token in closing):
        return True
    behind = (token.text for token in tree.tokens[node + 1 : sentence.last + 1])
    return "?" in next((text for text in behind if text[0] in _ENDS), "")


def _is_question(tree: Tree, node: int) -> bool:
    """True in the main clause of a question; "why" and "how" take what they ask of as given."""
    if not ends_with_question_mark(tree, node) or tree.lemmas_under(node, "advmod") & {"why", "how"}:
        return False
    main = (tree.is_a(above, "root", "conj", "parataxis", "ccomp") for above in (node, *tree.ancestors(node)))
    return tree.tokens[node].upos in ("VERB", "AUX") and all(main)


def is_asked(tree: Tree, node: int) -> bool:
    """True for what a question leaves open, yes or no: "Is Orel the mayor?", "Will Norland lift the ban?"."""
    sentence = tree.sentence_of(node)
    tokens = tree.tokens[sentence.first : sentence.last + 1]
    if not any("?" in token.text for token in tokens[-2:]):
        return False
    helping = (token for token in tokens if token.upos == "AUX" and token.deprel in ("aux", "aux:pass", "cop"))
    first = next((token for token in helping if any(tree.children(token.head, "nsubj"))), None)
    if first is None or min(tree.children(first.head, "nsubj")) < first.index:
        return False
    return not any(token.lemma.lower() in QUESTIONS for token in tokens[: first.index - sentence.first])


def _has_condition(tree: Tree, node: int, *, told: bool) -> bool:
    """ "will leave if …", "if elected, would …"; "even if" is none, and a past tense tells what happened."""
    feats = tree.tokens[node].feats
    if told and tree.lemma(node) in _THREATENING:
        return False
    if told and feats.get("VerbForm") == "Fin" and feats.get("Tense") == "Past":
        return False
    return any(_is_condition(tree, kid) for kid in tree.children(node, "advcl", "obl"))


def _is_condition(tree: Tree, clause: int) -> bool:
    if tree.is_a(clause, "obl"):
        return tree.case(clause) == "in case of" or tree.lemma(clause) == "event" and bool(tree.obliques(clause, "of"))
    if is_inverted(tree, clause):
        return True
    if tree.tokens[clause].text.lower() in _CONDITIONS and tree.children(clause, "ccomp"):
        return True  # "assuming that the talks go well"
    for mark in tree.children(clause, "mark"):
        if opening_words(tree, mark) in _CONDITIONS:
            return "even" not in tree.lemmas_under(mark, "advmod") | tree.lemmas_under(clause, "advmod")
    return False


def is_inverted(tree: Tree, clause: int) -> bool:
    """True for "should the rebels attack", the condition without an "if"."""
    first = tree.subtree(clause)[0]
    while first < clause and tree.tokens[first].upos == "PUNCT":
        first += 1
    return tree.is_a(first, "aux") and tree.head(first) == clause and tree.tokens[first].text.lower() in _INVERTED


def opening_words(tree: Tree, mark: int) -> str:
    """The words of a subordinator or preposition in lower case, with those that are fixed to it ("in case")."""
    parts = [mark, *tree.children(mark, "fixed")]
    after = mark + 1
    if parts == [mark] and tree.lemma(mark) in ("provide", "assume") and tree.lemma(after) == "that":
        parts.append(after)
    return " ".join(tree.tokens[part].text.lower() for part in parts)


def _is_ahead(tree: Tree, node: int) -> bool:
    """A present tense beside a time that lies ahead ("meets him tomorrow", "is meeting him next week")."""
    token = tree.tokens[node]
    auxiliaries = [tree.tokens[kid] for kid in tree.children(node, "aux")]
    being = any(aux.lemma == "be" and aux.feats.get("Tense") == "Pres" for aux in auxiliaries)
    present = token.feats.get("Tense") == "Pres" and (token.feats.get("VerbForm") == "Fin" or being)
    if not present or any(aux.lemma == "have" for aux in auxiliaries):
        return False
    for kid in tree.children(node, "obl", "advmod"):
        if tree.lemma(kid) in _AHEAD or tree.lemmas_under(kid, "amod") & {"next", "coming", "upcoming"}:
            return True
        if tree.lemma(kid) in _DAYS and _is_timetabled(tree, node, kid):
            return True
    return False


def _is_timetabled(tree: Tree, verb: int, day: int) -> bool:
    """True for "arrives on Friday for talks" in a whole sentence, and not for "says on Friday" nor in a headline."""
    sentence = tree.sentence_of(verb)
    whole = "." in tree.tokens[sentence.last].text or tree.text_at(sentence.last - 1) == "."
    reports = load_cues().reports(tree.lemma(verb), "say", "state", "urge", "quote")
    return whole and tree.case(day) == "on" and tree.is_a(verb, "root", "conj") and not reports
