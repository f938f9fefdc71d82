"""How firmly a text puts a claim: asserted, planned, possible, alleged or denied, read off the tree.

From the predicate outwards: what stands beside it (negation, modal verb, adverb), then what governs it (planned to,
refused to, is said to, a plan for), with the governing word's own status, up to the clause that is reported or stated.
"""

from collections.abc import Mapping

from onrecord.claims.tree import Tree
from onrecord.lexicon.status import STATUS_OF_EFFECT, Effect, Part, StatusWord, status_words
from onrecord.model import Status

_NEGATIVE = frozenset({"not", "n't", "n’t", "never", "neither", "nor", "nowhere"})
_NOBODY = frozenset({"nobody", "none", "nothing", "no-one", "neither"})
# "not only met": no negation at all.
_ONLY = frozenset({"only", "just", "merely", "simply", "necessarily"})
# Nouns that count or bundle what follows with "of".
_BUNDLES = frozenset(
    {"series", "round", "number", "kind", "sort", "set", "wave", "string", "lot", "range", "spate", "act"}
)
_AFTERWARDS = frozenset({"before", "after", "when", "until", "till", "once"})
_CONDITIONS = frozenset({"if", "unless", "provided", "should"})
_AHEAD = frozenset({"tomorrow", "tonight", "next", "later", "soon", "upcoming"})
_DEPTH = 12
_EFFECTS: Mapping[Status, Effect] = {
    "asserted": "pass", "planned": "plan", "possible": "possible", "alleged": "alleged", "denied": "deny",
}  # fmt: skip


def find_status(tree: Tree, predicate: int) -> Status:
    """How firmly the text puts the claim that hangs on the token `predicate` (a verb, a noun or a title)."""
    return _status(tree, predicate, _DEPTH)


def _status(tree: Tree, node: int, depth: int) -> Status:
    own = _own(tree, node)
    if depth == 0:
        return own
    return _governed(tree, node, own, depth - 1)


# What stands beside the predicate


def _own(tree: Tree, node: int) -> Status:
    """The status that the predicate's own clause or phrase gives it."""
    negated = _is_negated(tree, node)
    effect = _modal(tree, node) or _modifier(tree, node)
    if effect == "possible" and negated:
        return "possible" if _lemmas(tree, node, "aux") & {"may", "might", "should"} else "denied"
    if negated or effect in ("deny", "fail"):
        return "denied"
    if effect is None:
        effect = _of_its_clause(tree, node)
    if effect is None and _is_question(tree, node):
        return "possible"
    if effect in (None, "plan") and _has_condition(tree, node):
        return "possible"
    if effect is None and _is_ahead(tree, node):
        return "planned"
    return "asserted" if effect is None else STATUS_OF_EFFECT[effect]


def _of_its_clause(tree: Tree, node: int) -> Effect | None:
    """What a clause after the noun says of it: "talks that will be held", "a meeting scheduled for Monday"."""
    if tree.tokens[node].upos != "NOUN":
        return None
    for kid in tree.children(node, "acl"):
        entry = _entry(tree, kid, nominal=True)
        if entry is not None and entry.nouns and (tree.is_passive(kid) or entry.subjects):
            own = _own(tree, kid)
            if own == "asserted":
                return entry.effect if entry.effect in ("plan", "deny", "alleged") else None
            return _EFFECTS[own]
    return None


def _lemmas(tree: Tree, node: int, *deprels: str) -> set[str]:
    return {tree.lemma(kid) for kid in tree.children(node, *deprels)}


def _is_negated(tree: Tree, node: int) -> bool:
    tokens = tree.tokens
    for kid in tree.kids[node]:
        lemma = tree.lemma(kid)
        if lemma in _NEGATIVE and tree.is_a(kid, "advmod", "aux", "cc", "det", "neg"):
            after = tree.lemma(kid + 1) if kid + 1 < len(tokens) else ""
            until = any(_opens_with(tree, other, "until", "till") for other in tree.kids[node])
            if after not in _ONLY and not (until and lemma != "never"):
                return True
        if (
            tree.is_a(kid, "advmod")
            and tree.tokens[kid].text.lower() == "longer"
            and "no" in _lemmas(tree, kid, "advmod", "det")
        ):
            return True
        if tree.is_a(kid, "det") and lemma in ("no", "neither"):
            return True
        if tree.is_a(kid, "nsubj", "obj") and _is_nobody(tree, kid):
            return True
    return _is_second_of_neither(tree, node)


def _is_nobody(tree: Tree, noun: int) -> bool:
    """ "nobody", "no minister", "none of them", "neither Orten nor Vesely"."""
    if tree.lemma(noun) in _NOBODY:
        return True
    return bool(_lemmas(tree, noun, "det", "cc:preconj", "cc", "advmod") & {"no", "neither"})


def _is_second_of_neither(tree: Tree, node: int) -> bool:
    return tree.is_a(node, "conj") and bool(_lemmas(tree, node, "cc", "cc:preconj") & {"nor"})


def _opens_with(tree: Tree, node: int, *words: str) -> bool:
    return bool(_lemmas(tree, node, "mark", "case") & set(words))


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
    to = next((kid for kid in tree.children(node, "mark", "aux") if tree.lemma(kid) == "to"), None)
    finite = [kid for kid in tree.children(node, "cop", "aux") if tree.lemma(kid) == "be"]
    return "plan" if to is not None and any(kid < to for kid in finite) else None


def _is_hypothetical(tree: Tree, node: int) -> bool:
    """ "would have met", "would like", "a law that would allow", but not "he said he would meet"."""
    if "have" in _lemmas(tree, node, "aux") or tree.lemma(node) in ("like", "prefer", "love", "want"):
        return True
    return tree.is_a(node, "acl:relcl")


def _modifier(tree: Tree, node: int) -> Effect | None:
    words = status_words().modifiers
    for kid in tree.children(node, "advmod", "amod", "compound"):
        word = words.get(tree.lemma(kid)) or words.get(tree.tokens[kid].text.lower())
        if word is not None and not _is_negated(tree, kid):
            return word.effect
    return None


def _is_question(tree: Tree, node: int) -> bool:
    """True in the main clause of a sentence that ends with a question mark."""
    sentence = tree.sentence_of(node)
    if not any(
        "?" in tree.tokens[index].text for index in range(max(sentence.first, sentence.last - 1), sentence.last + 1)
    ):
        return False
    return tree.tokens[node].upos in ("VERB", "AUX") and all(
        tree.is_a(above, "root", "conj", "parataxis", "ccomp") for above in (node, *tree.ancestors(node))
    )


def _has_condition(tree: Tree, node: int) -> bool:
    """ "will leave if …", "if elected, would …"; "even if" is none."""
    for kid in tree.children(node, "advcl"):
        for mark in tree.children(kid, "mark"):
            if tree.lemma(mark) in _CONDITIONS and not _lemmas(tree, mark, "advmod") & {"even"}:
                return not _lemmas(tree, kid, "advmod") & {"even"}
    return False


def _is_ahead(tree: Tree, node: int) -> bool:
    """A present tense beside a time that lies ahead ("meets him tomorrow", "is meeting him next week")."""
    token = tree.tokens[node]
    auxiliaries = [tree.tokens[kid] for kid in tree.children(node, "aux")]
    present = token.feats.get("Tense") == "Pres" and (
        token.feats.get("VerbForm") == "Fin"
        or any(aux.lemma == "be" and aux.feats.get("Tense") == "Pres" for aux in auxiliaries)
    )
    if not present or any(aux.lemma == "have" for aux in auxiliaries):
        return False
    for kid in tree.children(node, "obl", "advmod"):
        if tree.lemma(kid) in _AHEAD or _lemmas(tree, kid, "amod") & {"next", "coming", "upcoming"}:
            return True
    return False


# What governs it


def _governed(tree: Tree, node: int, own: Status, depth: int) -> Status:
    """The status after what stands above the predicate has had its say."""
    head = tree.head(node)
    opening = _opening(tree, node)
    if opening is not None:
        return _under(own, opening, "asserted")
    if head is None:
        return own
    if tree.is_a(node, "conj"):
        return _coordinated(tree, node, head, own, depth)
    if is_bundle(tree, node, head):
        return _under(own, "pass", _status(tree, head, depth))
    word = _governor(tree, node, head)
    if word is not None:
        outer = _status(tree, head, depth)
        if word.effect == "pass" and tree.tokens[node].upos == "NOUN" and own == "planned":
            # "carried out the planned raid": it is no plan any more.
            return outer
        return _under(own, word.effect, outer)
    return _unnamed(tree, node, head, own, depth)


def _opening(tree: Tree, node: int) -> Effect | None:
    openings = status_words().openings
    for kid in tree.children(node, "mark", "case", "cc"):
        word = openings.get(tree.lemma(kid))
        if word is not None and not (tree.lemma(kid) == "if" and _lemmas(tree, node, "advmod") & {"even"}):
            return word.effect
    return None


def is_bundle(tree: Tree, node: int, head: int) -> bool:
    """ "a series of meetings": what is said of the series is said of the meetings."""
    return tree.is_a(node, "nmod", "compound") and tree.case(node) in ("of", None) and tree.lemma(head) in _BUNDLES


def _coordinated(tree: Tree, node: int, head: int, own: Status, depth: int) -> Status:
    """A conjunct shares what governs the first one, and its modal or negation when it has no finite form of its own."""
    if own != "asserted" and tree.children(node, "aux", "cop"):
        return own
    token, first = tree.tokens[node], tree.tokens[head]
    has_own = bool(tree.children(node, "aux", "nsubj", "cop"))
    shares = not has_own and token.upos == first.upos and _form(tree, node) == _form(tree, head)
    shared = _own(tree, head) if shares and own == "asserted" else own
    if has_own and tree.is_a(head, "root", "parataxis"):
        return own
    return _governed(tree, head, shared, depth)


def _form(tree: Tree, node: int) -> tuple[str | None, str | None]:
    feats = tree.tokens[node].feats
    return feats.get("VerbForm"), feats.get("Tense")


def _governor(tree: Tree, node: int, head: int) -> StatusWord | None:
    """The entry of the lexicon that governs the predicate, or None."""
    clause = tree.is_a(node, "xcomp", "ccomp", "csubj", "advcl", "acl") and not tree.is_a(
        node, "acl:relcl", "advcl:relcl"
    )
    nominal = tree.is_a(node, "obj", "nsubj", "obl", "nmod", "compound", "iobj")
    if not clause and not nominal:
        return None
    entry = _entry(tree, head, nominal=nominal)
    if entry is None:
        return None
    if nominal and not _takes_noun(tree, node, entry):
        return None
    if tree.is_a(node, "advcl") and not _is_complement(tree, node, entry):
        return None
    if entry.effect == "plan" and clause and _is_past(tree, node):
        return None
    if entry.infinitive and clause and "to" not in _lemmas(tree, node, "mark"):
        return None
    if entry.word == "have" and clause and "yet" in _lemmas(tree, head, "advmod"):
        return StatusWord("have yet", "deny", entry.example, "verb")
    if entry.effect == "alleged" and entry.part == "passive" and clause and tree.agents(head):
        # "was reported by local media to have visited": they say so, nobody doubts it.
        return StatusWord(entry.word, "report", entry.example, "verb")
    return entry


def _is_past(tree: Tree, node: int) -> bool:
    """A finite clause about what has happened: it cannot be planned."""
    if "have" in _lemmas(tree, node, "aux"):
        return "to" not in _lemmas(tree, node, "mark")
    feats = tree.tokens[node].feats
    return feats.get("VerbForm") == "Fin" and feats.get("Tense") == "Past" and not tree.children(node, "aux")


def _says_that(tree: Tree, node: int, head: int) -> bool:
    entry = status_words().governors.get((tree.lemma(head), "noun"))
    claims = entry is not None and entry.effect in ("alleged", "deny", "fact")
    return claims and tree.lemma(head + 1) == "that" and bool(tree.children(node, "nsubj"))


def _entry(tree: Tree, head: int, *, nominal: bool) -> StatusWord | None:
    governors = status_words().governors
    token, lemma = tree.tokens[head], tree.lemma(head)
    parts: list[Part] = []
    if token.upos in ("VERB", "AUX"):
        parts = ["passive", "verb", "adj"] if tree.is_passive(head) else ["verb"]
        parts = ["light", *parts] if nominal else parts
    elif token.upos == "ADJ":
        parts = ["adj", "verb"]
    elif token.upos in ("NOUN", "PROPN"):
        parts = ["noun"]
    if lemma == "go":
        lemma = token.text.lower()
    if any(tree.lemma(kid) == "off" for kid in tree.children(head, "compound:prt")):
        lemma = f"{lemma}_off"
    for part in parts:
        for form in (lemma, token.text.lower()):
            if (form, part) in governors:
                return governors[form, part]
    return None


def _takes_noun(tree: Tree, node: int, entry: StatusWord) -> bool:
    """Whether the effect reaches a noun in this place: an object, a subject of a passive or of what takes place."""
    if tree.is_a(node, "obj", "nsubj:pass", "iobj"):
        return entry.nouns and entry.effect != "report"
    if tree.is_a(node, "nsubj"):
        return entry.subjects or entry.part == "adj"
    case = tree.case(node)
    if tree.is_a(node, "obl"):
        return case in entry.cases
    return tree.is_a(node, "compound") or case in ("for", "of", "to", "on", "about", "with")


def _is_complement(tree: Tree, node: int, entry: StatusWord) -> bool:
    """An adverbial clause that the governing word asks for: "accused of meeting", "barred from visiting"."""
    marks = _lemmas(tree, node, "mark", "case")
    before = tree.lemma(node - 1) if node else ""
    if (marks | {before}) & {"of", "from", "with", "about", "on"}:
        return entry.effect in ("alleged", "deny", "possible", "plan", "pass")
    return "to" in marks and entry.effect in ("plan", "deny", "fail", "possible", "alleged")


def _unnamed(tree: Tree, node: int, head: int, own: Status, depth: int) -> Status:
    """What governs is no entry of the lexicon: purposes follow their verb, the rest stands for itself."""
    marks = _lemmas(tree, node, "mark")
    if tree.is_a(node, "xcomp"):
        return _under(own, "pass", _status(tree, head, depth))
    if tree.is_a(node, "advcl"):
        if not marks:
            # "will return to the coast, visiting Velmark", but "did not agree, saying …".
            return "planned" if own == "asserted" and _own(tree, head) == "planned" else own
        if marks <= {"to", "by", "in"}:
            return _under(own, "pass", _status(tree, head, depth))
        above = _status(tree, head, depth) if marks & _AFTERWARDS else "asserted"
        return "planned" if above == "planned" and own == "asserted" else own
    if tree.is_a(node, "acl") and not tree.is_a(node, "acl:relcl") and "to" in marks:
        return _under(own, "plan" if own == "asserted" else "pass", "asserted")
    if tree.is_a(node, "nsubj") and tree.lemma(head) == "be" and tree.children(head, "expl"):
        return _under(own, "pass", _status(tree, head, depth))
    if (
        own == "asserted"
        and tree.is_a(node, "obl", "obj", "nmod")
        and not _lemmas(tree, node, "det", "nmod:poss") - {"a", "an"}
    ):
        # "will lead a delegation to a meeting": what a plan mentions first is part of the plan.
        return "planned" if _status(tree, head, depth) == "planned" else own
    return own


def _under(inner: Status, effect: Effect, outer: Status) -> Status:
    """The status of what is governed: its own, the governing word's effect, and that word's own status."""
    if effect == "fact":
        return inner
    if effect == "report":
        return "possible" if outer == "denied" and inner == "asserted" else inner
    if effect == "pass":
        return outer if inner == "asserted" else "denied" if inner == "denied" else inner
    if effect in ("deny", "fail"):
        if outer == "denied":
            return "asserted" if effect == "fail" else "possible"
        return "possible" if outer == "possible" else "denied"
    if outer == "denied" or inner == "denied":
        return "denied"
    if outer == "possible":
        return "possible"
    return "planned" if outer == "planned" and effect == "possible" and inner == "planned" else STATUS_OF_EFFECT[effect]
