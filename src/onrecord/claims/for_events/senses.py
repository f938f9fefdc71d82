"""Find which senses of the event lexicon fit a word in its place, and which light verbs carry a noun."""

from collections.abc import Iterator, Mapping
from typing import Literal

from onrecord.claims.for_events.filters import is_glued
from onrecord.claims.for_events.meant import BUNDLES
from onrecord.claims.for_events.parts import Parts
from onrecord.claims.for_events.surroundings import stands
from onrecord.claims.for_events.told_clauses import is_due, told_together
from onrecord.claims.for_status.own_status import is_negated
from onrecord.claims.grammar import MAYBE, OPENING_MARKS, QUESTIONS
from onrecord.claims.tree import Tree
from onrecord.lexicon.event_words import EventWord, LightVerb, WordClass, load_event_words
from onrecord.lexicon.nouns import load_nouns
from onrecord.lexicon.word_lists import word_list

ALLOWING = MAYBE | {"will", "would"}
# With a particle that the lexicon does not know their verbs say something else.
AS_SUCH = frozenset({"REQUEST", "SUPPORT", "CONSULT", "AGREE", "CONCEDE", "COOPERATE", "RETREAT"})
# Attacks by nobody, or with words alone.
NO_FORCE = frozenset({"heart", "panic", "asthma", "anxiety", "cardiac", "verbal", "personal", "rhetorical"})
# Each verb with the prepositions of what it shows: "showed utter contempt for the court", "smacks of hypocrisy".
SHOWING: Mapping[str, tuple[str, ...]] = {
    **dict.fromkeys(("show", "demonstrate", "display", "exhibit", "have", "reveal", "reflect", "betray"), ()),
    **dict.fromkeys(("constitute", "represent"), ()),
    **dict.fromkeys(("treat", "act", "behave", "respond"), ("with",)),
    **dict.fromkeys(("smack", "reek"), ("of",)),
    **dict.fromkeys(("amount",), ("to",)),
    **dict.fromkeys(("engage",), ("in",)),
}
# Fights before judges and voters, and with words.
BATTLES = frozenset({"battle", "fight", "clash", "war", "skirmish", "fighting"})
UNARMED = word_list("unarmed")
PARTICLES = frozenset({"in", "up", "out", "down", "off", "back", "over"})


def event_senses(parts: Parts, token: int, kind: Literal["verb", "noun"]) -> Iterator[EventWord]:
    """The senses whose conditions hold at the token, most specific first; adjectives count as verbs."""
    tree = parts.tree
    words = load_event_words()
    classes: tuple[WordClass, ...] = ("noun",) if kind == "noun" else ("verb",)
    if kind == "verb" and tree.tokens[token].upos == "ADJ":
        classes = ("adjective",)
    for name in classes:
        lemma = "say" if token in parts.tellers else tree.lemma(token)
        senses = words.find(name, lemma, tree.tokens[token].text)
        if not senses:
            continue
        companions = _companions(tree, token)
        nouns = _governed_nouns(tree, token) if any(sense.objects for sense in senses) else set()
        heads = _counted(tree, _governed(tree, token)) if any(s.not_objects for s in senses) else []
        barred = _described(tree, heads)
        near = (s for s in senses if companions.issuperset(s.words[1:]) and _has_particle(tree, token, s))
        yield from (s for s in near if not s.not_objects & barred and _fits(parts, token, s, nouns))


def _fits(parts: Parts, token: int, sense: EventWord, nouns: set[str]) -> bool:
    tree = parts.tree
    if sense.event == "ASSAULT" and _is_of_a_thing(parts, token):
        return False
    if sense.kind == "verb" and _is_done_to_a_thing(parts, token, sense):
        return False
    if (sense.subjects or sense.not_subjects) and not _fits_subject(tree, token, sense):
        return False
    if sense.objects and not sense.objects & nouns or not _fits_clause(parts, token, sense):
        return False
    if sense.case and tree.case(token) not in sense.case:
        return False
    if not all(stands(parts, token, relation) for relation in sense.present):
        return False
    return not any(stands(parts, token, relation) for relation in sense.absent)


def _fits_subject(tree: Tree, token: int, sense: EventWord) -> bool:
    lemmas = {tree.lemma(doer) for doer in _counted(tree, list(tree.doers(token)))}
    lemmas |= {lemma.removesuffix("s") for lemma in lemmas}  # where the model leaves "troops" in the plural
    return not (sense.subjects and not sense.subjects & lemmas) and not sense.not_subjects & lemmas


def _has_particle(tree: Tree, token: int, sense: EventWord) -> bool:
    """False where the particle of a verb with an object is but a preposition: "took his name in his youth"."""
    second = sense.words[1:]
    if sense.kind == "verb" and sense.event in AS_SUCH and not second and tree.children(token, "compound:prt"):
        return False  # "picked up by the police": not picked
    beside = tree.lemmas_under(token, "compound", "advmod")
    cases = [(tree.case(kid) or "").split() for kid in tree.children(token, "obl")]
    beside.update(case[0] for case in cases if len(case) > 1)  # "drove the rebels out of the town"
    if second and f"obl:{second[0]}" in sense.recipient:
        return True  # "swore in Orten"
    if sense.kind == "verb" and second == ("in",) and not sense.objects:
        return "in" in beside  # "were dropped in March": nobody dropped in
    if sense.kind != "verb" or "obj" not in sense.recipient or sense.objects or not PARTICLES.intersection(second):
        return True
    return not beside.isdisjoint(second)


def _is_of_a_thing(parts: Parts, token: int) -> bool:
    """True for "the killing of all pigs", and for who orders it; and for ills and words: "a heart attack"."""
    tree = parts.tree
    kinds = tree.lemmas_under(token, "compound", "amod")
    if kinds & NO_FORCE or kinds & UNARMED and tree.lemma(token) in BATTLES:
        return True
    nouns = (token,) if tree.tokens[token].upos == "NOUN" else parts.objects(token)
    of = (kid for noun in nouns for kid in tree.obliques(noun, "of"))
    return any(load_nouns().denotes(tree.lemma(kid), "thing") for kid in of)


def _is_done_to_a_thing(parts: Parts, verb: int, sense: EventWord) -> bool:
    """True where an idea or a happening stands in the place of somebody: "attacked the inquiry", "met the demands"."""
    somebody = "obj" in sense.recipient and sense.event == "ASSAULT" or "obj" in sense.sides
    return somebody and not sense.objects and stands(parts, verb, "idea")


def _fits_clause(parts: Parts, token: int, sense: EventWord) -> bool:
    """True when the clauses that the word governs have the heads and auxiliaries that the sense wants."""
    tree = parts.tree
    if sense.event == "REQUEST" and any(_is_question(tree, clause) for clause in tree.children(token, "ccomp")):
        return False
    governed = tree.children(token, "xcomp", "advcl")
    if sense.event == "REQUEST" and any(_is_quoted_on(tree, clause) for clause in governed):
        return False
    if not (sense.complement or sense.not_complement or sense.aux):
        return True
    heads = [kid for clause in (*parts.clauses(token), *parts.purposes(token)) for kid in told_together(tree, clause)]
    plain = [head for head in heads if "not" in sense.words or not is_negated(tree, head)]
    if sense.event == "ACCUSE":
        plain = [head for head in plain if not _is_only_possible(tree, head) and not _is_no_fault(tree, head)]
    if sense.event == "THREATEN" and "xcomp" in sense.recipient:
        plain = [head for head in plain if not _is_done_to_an_ill(tree, head)]
    lemmas = _told_of(tree, plain)
    if sense.complement and not sense.complement & lemmas or sense.not_complement & lemmas:
        return False
    bare = [tree.tokens[head].feats for head in plain if not tree.children(head, "aux")]
    past = [feats for feats in bare if feats.get("VerbForm") == "Fin" and feats.get("Tense") == "Past"]
    if sense.event == "REQUEST" and plain and len(past) == len(plain):
        return False  # "suggested that the driver left the road"
    auxiliaries = {tree.lemma(kid) for head in parts.clauses(token) for kid in tree.children(head, "aux")}
    if any(is_due(tree, head) for head in parts.clauses(token)):
        auxiliaries.add("must")
    return not sense.aux or bool(sense.aux & auxiliaries)


def _told_of(tree: Tree, heads: list[int]) -> set[str]:
    """Lemmas of what clauses say: their heads, what describes a noun ("is a decent man"), verbs with what they govern
    ("would pay a heavy price", "hold in contempt", "show up"), and what verbs of showing show ("showed contempt").
    """
    heads = [head for head in heads if not is_glued(tree, head)]  # "ground-breaking"
    nouns = (head for head in heads if tree.tokens[head].upos == "NOUN" and not tree.case(head))
    found = {tree.lemma(head) for head in heads}
    kinds = [(tree.lemma(kid), tree.lemma(noun)) for noun in nouns for kid in tree.children(noun, "amod")]
    found |= {word for kind, noun in kinds for word in (kind, f"{kind}-{noun}")}
    for head in heads:
        if tree.children(head, "cop"):  # "was behind the killing", "is to blame"
            found.add(tree.case(head) or "")
            found.update(f"{tree.lemma(mark)}-{tree.lemma(head)}" for mark in tree.children(head, "mark"))
        governed = tree.lemmas_under(head, "obj", "obl", "compound:prt", "advmod")
        found |= {f"{tree.lemma(head)}-{word}" for word in governed}
        if tree.lemma(head) in SHOWING and not tree.is_passive(head):
            shown = (*tree.children(head, "obj"), *tree.obliques(head, *SHOWING[tree.lemma(head)]))
            found |= word_list("shown").intersection(map(tree.lemma, shown))
    return found


def _is_no_fault(tree: Tree, verb: int) -> bool:
    """True for "failed to agree" and "failed to win a majority", for which nobody is blamed."""
    return tree.lemma(verb) == "fail" and bool(tree.lemmas_under(verb, "xcomp") & word_list("endeavours"))


def _is_only_possible(tree: Tree, head: int) -> bool:
    """True for what might be, or is "no more biased than others": nobody is blamed for it."""
    compared = (kid for more in tree.children(head, "advmod") for kid in tree.children(more, "advmod", "det"))
    return any(tree.lemma(kid) == "no" for kid in compared) or bool(tree.lemmas_under(head, "aux") & MAYBE)


def _is_done_to_an_ill(tree: Tree, head: int) -> bool:
    """True where no side is meant: "vowed to fight corruption", "to eliminate tax breaks"."""
    things = [tree.tokens[kid] for kid in tree.children(head, "obj")]
    nobody = all(word.upos == "NOUN" and word.noun_kind == "abstract" for word in things)
    return bool(things) and nobody and not any(tree.children(word.index, "nmod:poss") for word in things)


def _is_question(tree: Tree, clause: int) -> bool:
    """True for what is only to be told: "asked what had happened", but not "asked whether he could leave"."""
    first, last = tree.subtree(clause)
    marks = tree.lemmas_under(clause, "mark")
    if marks & {"if", "whether"}:
        return not tree.lemmas_under(clause, "aux") & ALLOWING
    opening = next((token for token in range(first, last) if tree.tokens[token].upos != "PUNCT"), first)
    return tree.lemma(opening) in QUESTIONS or any(token.text == "?" for token in tree.tokens[first : last + 1])


def _is_quoted_on(tree: Tree, clause: int) -> bool:
    """True where a quotation goes on with "to": “We came,” she told the press, “to show that we can”."""
    first = next((mark for mark in tree.children(clause, "mark") if tree.lemma(mark) == "to"), None)
    if first is None or first < 2 or tree.tokens[first - 1].text not in OPENING_MARKS:
        return False
    return tree.tokens[first - 2].text == ","


def _companions(tree: Tree, token: int) -> frozenset[str]:
    """Lemmas that may belong to the word: particles, adverbs, prepositions, objects, what is compounded with it."""
    found: set[str] = set()
    for kid in tree.children(token, "compound", "amod", "advmod", "xcomp", "obj", "iobj", "nsubj:pass"):
        beside = tree.children(kid, "advmod") if tree.is_a(kid, "xcomp") else ()
        found.update(tree.lemma(word) for word in (kid, *beside) if not _is_not_only(tree, word))
        found.update((tree.case(phrase) or "") for phrase in tree.children(kid, "nmod"))
    found.update(tree.lemma(kid) for kid in tree.children(token, "ccomp") if tree.tokens[kid].upos == "ADJ")
    for kid in tree.children(token, "obl", "nmod"):
        found.update((tree.case(kid) or "").split())
        found.add(tree.case(kid) or "")
    for kid in tree.children(token, "advcl", "ccomp", "xcomp", "acl"):
        found.update(tree.lemma(mark) for mark in tree.children(kid, "mark", "case"))
    return frozenset(found)


def _is_not_only(tree: Tree, word: int) -> bool:
    """True for the "not" of "pledged not only to act but also to pay"."""
    return tree.lemma(word) == "not" and tree.tokens[word + 1].text.lower() in ("only", "just")


def _governed(tree: Tree, token: int) -> list[int]:
    """The objects and phrases of a word, not the day when it happens ("ordered last week that")."""
    phrases = [kid for kid in tree.children(token, "obl", "nmod") if not tree.is_a(kid, "obl:unmarked")]
    return [
        *tree.objects(token),
        *(tree.children(token, "obj") or tree.children(token, "iobj")),
        *(kid for kid in tree.children(token, "xcomp") if tree.tokens[kid].upos != "VERB"),  # not "ordered to release"
        *(member for kid in phrases for member in tree.after(kid)),
    ]


def _counted(tree: Tree, heads: list[int]) -> list[int]:
    """The nouns with what those count that only count: "thousands of voters"."""
    counting = [head for head in heads if tree.lemma(head) in BUNDLES or tree.tokens[head].upos == "NUM"]
    return [*heads, *(word for head in counting for word in tree.obliques(head, "of"))]


def _governed_nouns(tree: Tree, token: int) -> set[str]:
    """Lemmas of objects and phrases, of what hangs on an object with "of" ("a state of emergency"), and of each with
    what describes it ("peacekeeping-mission").
    """
    heads = _governed(tree, token)
    sums = [head for head in heads if tree.tokens[head].upos in ("SYM", "NUM")]  # "$2 million in aid"
    inner = [word for head in heads for word in tree.obliques(head, "of")]
    inner += [word for count in inner if tree.lemma(count) in BUNDLES for word in tree.obliques(count, "of")]
    return _described(tree, [*heads, *inner, *(word for head in sums for word in tree.obliques(head, "in"))])


def _described(tree: Tree, words: list[int]) -> set[str]:
    """Lemmas of some nouns, alone and with what describes them."""
    nouns = set(words)
    found = {tree.lemma(noun) for noun in nouns}
    found |= {tree.lemma(kid) for noun in nouns for kid in tree.children(noun, "nmod:desc")}  # "sent Minister Orten"
    for noun in nouns:  # "cease-fire" in three tokens
        if noun > 1 and tree.tokens[noun - 1].text == "-" and tree.is_a(noun - 2, "compound"):
            found.add(f"{tree.lemma(noun - 2)}-{tree.lemma(noun)}")
    kinds = [(kid, noun) for noun in nouns for kid in tree.children(noun, "compound", "amod")]
    kinds += [(kid, noun) for noun in nouns for kid in tree.children(noun, "det") if tree.lemma(kid) == "no"]
    styled = (noun for noun in nouns if tree.case(noun) == "as")  # "described him as a great leader"
    found.update(tree.lemma(kid) for noun in styled for kid in tree.children(noun, "amod"))
    found.update(f"{tree.words(*tree.subtree(kid)).lower()}-{tree.lemma(noun)}" for kid, noun in kinds)
    singular = {lemma.removesuffix("s") for lemma in found}
    return found | singular | {f"{lemma[:-3]}y" for lemma in found if lemma.endswith("ies")}


def light_verbs(parts: Parts, noun: int) -> Iterator[tuple[int, LightVerb]]:
    """The light verbs that govern the noun, or that hang on it as a participle, with their entries."""
    tree = parts.tree
    for first in (parts.bundle(tree.conjuncts(noun)[0]),):
        head = tree.head(first)
        if head is not None:
            yield from ((head, entry) for entry in light_entries(tree, head) if governs(tree, head, first, entry))
    for kid in tree.children(noun, "acl"):
        if tree.is_passive(kid) or tree.is_a(kid, "acl:relcl"):
            entries = () if tree.children(kid, "obj") else light_entries(tree, kid)
            yield from ((kid, entry) for entry in entries if "obj" in entry.at)
    if tree.children(noun, "cop"):
        for entry in load_event_words().light.get("be", ()):
            if f"obl:{tree.case(noun)}" in entry.at:
                yield noun, entry


def light_entries(tree: Tree, verb: int) -> tuple[LightVerb, ...]:
    """The entries of a light verb whose particles are there."""
    if tree.tokens[verb].upos != "VERB":
        return ()
    companions = _companions(tree, verb)
    found = load_event_words().light.get(tree.lemma(verb), ())
    return tuple(entry for entry in found if companions.issuperset(entry.words[1:]))


def governs(tree: Tree, verb: int, noun: int, entry: LightVerb) -> bool:
    """True where the noun stands to the verb as the entry says."""
    if tree.is_a(noun, "obj", "nsubj:pass"):
        return "obj" in entry.at
    if "nsubj" in entry.at and tree.is_a(noun, "nsubj"):
        return True
    return tree.is_a(noun, "obl") and f"obl:{tree.case(noun)}" in entry.at
