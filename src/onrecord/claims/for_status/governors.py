"""Which word of the status lexicon governs a predicate: a verb, adjective or noun above it that says how firmly."""

from collections.abc import Iterator
from dataclasses import replace

from onrecord.claims.tree import Tree
from onrecord.lexicon.status import Part, StatusWord, status_words

ACTS = ("to", "of", "for", "on", "with")
BLAMED = ("person", "organization", "group", "state")


def find_governor(tree: Tree, node: int, head: int) -> StatusWord | None:
    """The entry of the lexicon by which `head` governs the predicate `node`, or None."""
    relative = tree.is_a(node, "acl:relcl", "advcl:relcl") and not _says_that(tree, node, head)
    clause = tree.is_a(node, "xcomp", "ccomp", "csubj", "advcl", "acl") and not relative
    head = _charging(tree, node, head)
    nominal = tree.is_a(node, "obj", "nsubj", "obl", "nmod", "compound", "iobj")
    if not clause and not nominal:
        return None
    entry = find_entry(tree, head, nominal=nominal, noun=tree.lemma(node) if nominal else None)
    if clause and tree.is_a(node, "xcomp") and (entry is None or entry.effect == "pass"):
        entry = _of_object(tree, node, head) or entry
    if entry is None or not (_takes_clause(tree, node, entry) if clause else _takes_noun(tree, node, entry)):
        return None
    if entry.word == "have" and clause and "yet" in tree.lemmas_under(head, "advmod"):
        return replace(entry, word="have yet", effect="deny")
    if entry.effect == "alleged" and entry.part == "passive" and clause and tree.agents(head):
        # "was reported by local media to have visited": they say so, nobody doubts it.
        return replace(entry, effect="report")
    return entry


def _charging(tree: Tree, node: int, head: int) -> int:
    """The verb of what somebody is accused of, where "the premier of lying" was taken for one; else the head."""
    verb = tree.head(head) if tree.is_a(node, "acl") and tree.is_a(head, "obj", "nsubj:pass") else None
    if verb is None or "of" not in tree.lemmas_under(node, "mark") or tree.tokens[head].noun_kind not in BLAMED:
        return head
    entry = find_entry(tree, verb, nominal=False)
    return verb if entry is not None and "of" in entry.cases else head


def find_entry(tree: Tree, head: int, *, nominal: bool, noun: str | None = None) -> StatusWord | None:
    """The entry for the word at `head`, whether or not it reaches what stands under it; `nominal`: that is a noun.

    An entry that governs only certain nouns gives way to the next one where `noun` is none of them.
    """
    governors = status_words().governors
    for part in _parts(tree, head, nominal=nominal):
        for form in _forms(tree, head):
            entry = governors.get((form, part))
            if entry is not None and (noun is None or not entry.only or noun in entry.only):
                return entry
    return None


def _parts(tree: Tree, head: int, *, nominal: bool) -> tuple[Part, ...]:
    upos = tree.tokens[head].upos
    if upos in ("VERB", "AUX"):
        verb: tuple[Part, ...] = ("passive", "verb", "adj") if tree.is_passive(head) else ("verb",)
        return ("light", *verb) if nominal else verb
    if upos in ("ADJ", "ADV"):
        return ("adj", "verb") if upos == "ADJ" else ("adj",)
    return ("noun",) if upos in ("NOUN", "PROPN") else ()


def _forms(tree: Tree, head: int) -> Iterator[str]:
    """What the lexicon may call the word: with the particle or noun that belongs to it, its lemma, its form."""
    lemma = tree.lemma(head)
    for second in status_words().pairs.get(lemma, ()):
        if second in tree.lemmas_under(head, "compound:prt", "advmod", "obj", "obl", "expl"):
            yield f"{lemma}_{second}"
    yield lemma
    yield tree.tokens[head].text.lower()


def _of_object(tree: Tree, node: int, head: int) -> StatusWord | None:
    """The object's own entry where an infinitive belongs to it: "made plans to meet", "made up his mind to meet"."""
    objects = tree.children(head, "obj")
    if not objects or not _has_to(tree, node):
        return None
    return status_words().governors.get((tree.lemma(objects[0]), "noun"))


def _has_to(tree: Tree, node: int) -> bool:
    return "to" in tree.lemmas_under(node, "mark")


def _says_that(tree: Tree, node: int, head: int) -> bool:
    """True for "the rumour that Orten met Vesely", a full clause that was taken for a relative one."""
    entry = status_words().governors.get((tree.lemma(head), "noun"))
    claims = entry is not None and entry.effect in ("alleged", "deny", "fact", "report", "possible")
    parts = tree.children(node, "nsubj", "nsubj:pass", "obj", "cop")
    full = len([part for part in parts if tree.tokens[part].feats.get("PronType") != "Rel"]) > 1
    return claims and full and tree.lemma(head + 1) == "that" and tree.lemma(tree.subtree(node)[0]) == "that"


def _takes_clause(tree: Tree, node: int, entry: StatusWord) -> bool:
    if tree.is_a(node, "advcl") and not _is_complement(tree, node, entry):
        return False
    bare = tree.is_a(node, "acl") and tree.tokens[node].text.endswith("ing") and not tree.children(node, "mark")
    if entry.part == "noun" and entry.effect == "plan" and bare:
        return False  # "remarks on the agreement, calling it void"
    if entry.effect == "plan" and is_past(tree, node):
        return False
    if tree.is_a(node, "acl") and tree.is_passive(node) and not _has_to(tree, node):
        return False  # "the agreement signed by Norland": that it was signed is told, not planned
    return not entry.infinitive or _has_to(tree, node)


def is_past(tree: Tree, node: int) -> bool:
    """A finite clause about what has happened: it cannot be planned."""
    if "have" in tree.lemmas_under(node, "aux"):
        return not _has_to(tree, node)
    auxiliaries = tree.children(node, "aux")
    feats = tree.tokens[auxiliaries[0] if tree.is_passive(node) and auxiliaries else node].feats
    finite = feats.get("VerbForm") == "Fin" and feats.get("Tense") == "Past"
    return finite and (not auxiliaries or tree.is_passive(node))


def _is_complement(tree: Tree, node: int, entry: StatusWord) -> bool:
    """An adverbial clause that the governing word asks for: "accused of meeting", "barred from visiting"."""
    marks = tree.lemmas_under(node, "mark", "case")
    before = tree.lemma(node - 1) if node else ""
    if (marks | {before}) & {"of", "from", "with", "about", "on"}:
        return entry.effect in ("alleged", "deny", "possible", "plan", "pass")
    verb = tree.tokens[node].head
    if entry.part == "verb" and entry.effect == "alleged" and tree.obliques(verb, "on", "at", "in", "before"):
        return False  # "appeared on television to announce it": there he was
    return "to" in marks and entry.effect in ("plan", "deny", "fail", "possible", "alleged")


def _takes_noun(tree: Tree, node: int, entry: StatusWord) -> bool:
    """Whether the effect reaches a noun in this place: an object, a subject of a passive or of what takes place."""
    if entry.only and tree.lemma(node) not in entry.only:
        return False
    if tree.is_a(node, "obj", "nsubj:pass", "iobj"):
        return entry.nouns
    if tree.is_a(node, "nsubj"):
        return entry.subjects or entry.part == "adj"
    case = tree.case(node)
    if tree.is_a(node, "obl"):
        return case in entry.cases
    return tree.is_a(node, "compound") or case in ACTS or case in ("about", "over") and entry.effect == "alleged"
