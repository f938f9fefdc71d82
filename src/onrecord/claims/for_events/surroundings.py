"""Tell what stands around a word where one of its senses asks for more than its sides (`with`, `without`)."""

from onrecord.claims.for_events.authored import TEXTS
from onrecord.claims.for_events.parts import Parts
from onrecord.claims.for_listings.topic import is_listed, is_near_sanctions
from onrecord.lexicon.cues import load_cues
from onrecord.lexicon.word_lists import word_list

# The class of cues that call somebody something: "calling him weak", not "citing" or "saying".
WORDS = ("quote",)
# Kinds of common nouns, by the language model, that nobody meets and nobody strikes.
IDEAS = frozenset({"abstract", "event"})
TOPICAL = ("on", "over", "for")
# Taken for ideas, but these can be struck.
STRUCK = frozenset({"position", "target", "line", "defence", "defense", "stronghold", "patrol", "deployment"})
COURTS = word_list("courts")


def stands(parts: Parts, token: int, relation: str) -> bool:
    """True when something, entity or not, stands in the relation to the word."""
    tree = parts.tree
    if relation.startswith(("obl:", "nmod:")) and relation != "nmod:poss":
        found = parts.verb_tokens(token, relation)
        if tree.is_a(token, "obj"):  # "renewed her call for an inquiry", where the phrase was given to the verb
            found += tuple(kid for kid in tree.obliques(tree.tokens[token].head, relation[5:]) if kid > token)
        return any(tree.tokens[one].noun_kind != "time" for one in found)  # not "on Friday"
    if relation == "obj":
        return bool(parts.verb_tokens(token, "obj"))
    if relation == "xcomp":
        return any(parts.is_infinitive(kid) for kid in parts.clauses(token))
    if relation == "ccomp" and token in parts.told:
        return True
    return SPECIAL[relation](parts, token) if relation in SPECIAL else bool(tree.children(token, relation))


def _is_done_to_an_idea(parts: Parts, verb: int) -> bool:
    things = parts.objects(verb)
    return bool(things) and all(_is_idea(parts, thing) for thing in things)


def _is_done_to_what_can_be_touched(parts: Parts, verb: int) -> bool:
    """True for "backed his car into a wall"."""
    words = [parts.tree.tokens[thing] for thing in parts.objects(verb)]
    return bool(words) and all(word.upos == "NOUN" and word.noun_kind == "object" for word in words)


def _is_done_to_a_named_person(parts: Parts, verb: int) -> bool:
    """True for "handed Orten over", not for "handed over two hostages"."""
    named, struck = parts.named, parts.who(parts.verb_tokens(verb, "obj"), owners=False)
    return any(named.cast.kind(one) == "person" and named.has_name(one) for one in struck)


def _is_idea(parts: Parts, token: int) -> bool:
    """True for a noun for what can be thought or happen, which stands for nobody."""
    word = parts.tree.tokens[token]
    idea = word.noun_kind in IDEAS and parts.tree.lemma(token) not in STRUCK
    return word.upos == "NOUN" and idea and parts.named.entity_at(token) is None


def _has_words(parts: Parts, verb: int) -> bool:
    """True for "attacked the court, calling it biased"."""
    tree = parts.tree
    bare = (kid for kid in tree.children(verb, "advcl") if not tree.children(kid, "mark", "nsubj"))
    clauses = [kid for kid in bare if not tree.is_passive(kid) and kid > verb]  # not "the man, identified as Orten,"
    if any(load_cues().reports(tree.lemma(kid), *WORDS) for kid in clauses):
        return True
    struck = set(parts.who(parts.objects(verb), owners=True))  # "attacked Orten, saying he had lied"
    said = [kid for kid in clauses if load_cues().reports(tree.lemma(kid), "say")]
    return any(struck & set(parts.who(parts.verb_tokens(kid, "ccomp"), owners=True)) for kid in said)


def _is_written(parts: Parts, verb: int) -> bool:
    """True for "a statement attacking the court"."""
    return parts.tree.is_a(verb, "acl") and parts.tree.lemma_above(verb) in TEXTS | {"article", "speech"}


def _is_wished(parts: Parts, verb: int) -> bool:
    """True for a clause that says what is to be: "insisted that Norland pay", "that he should resign"."""
    tree = parts.tree
    for clause in tree.children(verb, "ccomp"):
        subjects = [tree.tokens[kid] for kid in tree.children(clause, "nsubj")]
        singular = any(word.feats.get("Number") == "Sing" or word.upos == "PROPN" for word in subjects)
        auxiliaries = tree.children(clause, "aux")
        word = tree.tokens[clause]
        bare = word.upos == "VERB" and word.text == word.lemma and word.feats.get("Tense") != "Past"
        if singular and bare and not auxiliaries and not tree.children(clause, "cop"):
            return True
        if {tree.lemma(kid) for kid in auxiliaries} & {"must", "should"}:
            return True
    return False


def _is_of_its_own(parts: Parts, verb: int) -> bool:
    """True where the clause says what its teller will do, or those who are his: "warned that it would strike"."""
    tree = parts.tree
    doers = set(parts.doers(verb))
    subjects = [token for clause in parts.clauses(verb) for token in tree.children(clause, "nsubj")]
    owners = [kid for token in subjects for kid in tree.children(token, "nmod:poss")]
    return bool(doers & set(parts.who((*subjects, *owners), owners=False)))


def _has_unless(parts: Parts, verb: int) -> bool:
    """True for "said that they would publish it unless she resigned"."""
    tree = parts.tree
    clauses = [kid for host in (verb, *parts.clauses(verb)) for kid in tree.children(host, "advcl")]
    return any("unless" in tree.lemmas_under(kid, "mark") for kid in clauses)


def _has_topic(parts: Parts, verb: int) -> bool:
    """True for "attacked Orten over his taxes" and "for raising taxes", but not for "attacked him on the bridge"."""
    tree = parts.tree
    topics = tree.obliques(verb, *TOPICAL)
    marks = (tree.lemma(mark) for kid in tree.children(verb, "advcl") for mark in tree.children(kid, "mark"))
    return any(tree.tokens[kid].noun_kind in IDEAS for kid in topics) or not set(TOPICAL).isdisjoint(marks)


def _is_unarmed(parts: Parts, token: int) -> bool:
    """True for "the senator attacked the mayor" and "an attack on the senator" where nothing near tells of force."""
    tree, cast = parts.tree, parts.named.cast
    if tree.tokens[token].upos == "VERB":
        if tree.is_passive(token) or not tree.subjects(token):
            return False
        doers, struck = parts.doers(token), parts.who(parts.objects(token), owners=True)
    else:
        doers = parts.of_noun(token, ("nmod:poss", "nmod:by"), (), owners=False)
        struck = parts.of_noun(token, ("nmod:on", "nmod:against"), (), owners=False)
    people = {cast.kind(one) for one in struck} <= {"person", "group"}
    speakers = {"person"} if not people else {"person", "organization"}
    if not struck or not {cast.kind(one) for one in doers} <= speakers:
        return False
    of_land = any(cast.kind(one) in ("place", "state") for one in struck)
    if of_land or any(_is_bare(parts, one) for one in (*doers, *struck)):
        return False
    near = all(cast.kind(one) == "person" for one in doers)
    return word_list("force").isdisjoint(tree.lemmas_near(token) if near else tree.lemmas)


def _is_bare(parts: Parts, entity: str) -> bool:
    """True for who bears a name of one word, which may be a state's that nobody knows: "Norland attacked"."""
    return parts.named.has_name(entity) and " " not in parts.named.cast.entities[entity].name


def _is_of_a_court(parts: Parts, verb: int) -> bool:
    """True where a court or a judge does it, by title or name: "Judge Orten wrote", "the tribunal held"."""
    tree = parts.tree
    if any(tree.lemma(doer) in COURTS for doer in tree.doers(verb)):
        return True
    return any(_is_court(parts, entity) for entity in parts.doers(verb))


def _is_court(parts: Parts, entity: str) -> bool:
    tree, cast = parts.tree, parts.named.cast
    known = cast.entities[entity]
    if COURTS & {word for name in (known.name, *known.aliases) for word in name.lower().split()}:
        return True
    beside = (kid for token in cast.heads(entity) for kid in tree.children(token, "nmod:desc", "compound", "appos"))
    return any(tree.lemma(kid) in COURTS for kid in beside)


def _is_cry(parts: Parts, token: int) -> bool:
    """True for "Thanks to all!", but not for "thanks to the rain, it grew"."""
    return parts.tree.is_a(token, "root", "ccomp", "parataxis") and not parts.tree.children(token, "nsubj", "cop")


SPECIAL = {
    "bare": _is_cry,
    "listed": lambda parts, token: is_listed(parts.tree, token),
    "person": _is_done_to_a_named_person,
    "sanctions": lambda parts, token: is_near_sanctions(parts.tree, token),
    "unarmed": _is_unarmed,
    "court": _is_of_a_court,
    "purpose": lambda parts, token: bool(parts.purposes(token)),  # "gave the rebels 48 hours to leave"
    "topic": _has_topic,
    "unless": _has_unless,
    "idea": _is_done_to_an_idea,
    "thing": _is_done_to_what_can_be_touched,
    "words": _has_words,
    "text": _is_written,
    "wished": _is_wished,
    "own": _is_of_its_own,
}
