"""Find where a phrase may hang instead of where the tree has it, and sides that it took for something else."""

from collections.abc import Iterator

from onrecord.claims.tree import Tree
from onrecord.lexicon.word_lists import word_list

# Phrases that belong to the event noun even where they hang on the name before them: "the arrest of X by Y".
NESTED_CASES = ("by", "against", "with", "between")
MADE = word_list("concluding")
# "lifted the sanctions imposed on Norland"
IMPOSING = frozenset({"impose", "place", "levy", "slap", "put"})
UNDERTAKINGS = ("process", "verge", "brink", "midst", "favour", "favor")
# Marks of a gerund that says what the object of the verb above does: "accused the rebels of killing".
BLAMING = ("of", "from", "for", "against", "into")


def below_verb(tree: Tree, verb: int, case: str) -> tuple[int, ...]:
    """The verb and the words below it on which a phrase of its own with this preposition may hang."""
    things = tree.after(*tree.children(verb, "obj", "nsubj:pass"))
    inner = [kid for thing in things for kid in tree.obliques(thing, "of", "in")]
    if case == "with":  # "shared its findings on the plot with Norland"
        inner += [kid for host in (verb, *things) for kid in tree.obliques(host, "on", "about", "over", "into", "to")]
    if any(tree.tokens[thing].upos in ("SYM", "NUM") or tree.children(thing, "nummod") for thing in things):
        inner += tree.obliques(verb, "in")  # "$2 million in aid to"
    if any(tree.lemma(thing) == "blame" for thing in things):
        inner += [kid for host in (verb, *things) for kid in tree.obliques(host, "for")]
    back = (kid for kid in tree.children(verb, "advmod") if tree.lemma(kid) == "back")  # "sent it back to Orten"
    placed = (kid for thing in things for kid in tree.children(thing, "acl") if tree.lemma(kid) in IMPOSING)
    return (verb, *things, *inner, *back, *placed, *tree.right_beside(verb))


def jointly(tree: Tree, host: int) -> Iterator[int]:
    """Who does it too: "along with Orten", "together with Orten", "joined Orten in condemning it"."""
    yield from tree.obliques(host, "along with", "together with", "alongside", "jointly with")
    beside = {"together", "along"}.intersection(tree.lemmas_under(host, "advmod"))
    if beside and tree.tokens[host].upos in ("NOUN", "PROPN"):
        yield from tree.obliques(host, "with")
    for kid in tree.children(host, "advmod"):  # "Orten, together with Minister Anna Vesely,"
        yield from tree.obliques(kid, "with") if tree.lemma(kid) in ("together", "along") else ()
    above = tree.head(host)
    if above is not None and tree.lemma(above) == "join" and tree.is_a(host, "advcl"):
        yield from tree.objects(above) if "in" in tree.lemmas_under(host, "mark") else ()


def far_below(tree: Tree, verb: int, case: str) -> Iterator[int]:
    """Phrases with the preposition anywhere in the phrases of the verb: "a suit in a court in Velmark against"."""
    hosts = list(tree.children(verb, "obj", "obl"))
    for host in hosts:
        hosts.extend(tree.children(host, "nmod", "obl"))
        yield from tree.obliques(host, case)


def below_noun(tree: Tree, noun: int, case: str) -> tuple[int, ...]:
    """The noun and the phrases below it on which a phrase of its own with this preposition may hang."""
    phrases = tree.children(noun, "nmod")
    if case in ("to", "on", "into"):  # "a visit by Orten to Norland", taken for an Orten who belongs there
        phrases = tuple(kid for kid in phrases if tree.case(kid) in ("by", "of", "from"))
    elif case == "from":  # "a request to Norland from Ostland"
        phrases = tuple(kid for kid in phrases if tree.case(kid) == "to")
    elif case not in NESTED_CASES:
        phrases = ()
    made = [kid for kid in tree.children(noun, "acl") if case in ("between", "with") and tree.lemma(kid) in MADE]
    named = (name for kid in phrases for name in tree.children(kid, "appos"))  # "of the writer Lars Orten by"
    return (noun, *phrases, *named, *made)


def among(tree: Tree, verb: int) -> tuple[int, ...]:
    """Who is meant by "was among those calling for", "is one of the deputies who voted", "is in the process of", and to
    whom it is done by "was among dozens of people arrested", "among those arrested was", "those arrested include"."""
    noun = tree.tokens[verb].head
    whole = tree.head(noun) if tree.is_a(noun, "nmod") and tree.case(noun) == "of" else None
    counted = whole is not None and (tree.lemma(whole) == "one" or tree.case(whole) == "among")
    predicate = noun if whole is None or not counted else whole
    those = tree.tokens[noun].text.lower() == "those"
    if those and tree.is_a(noun, "nsubj") and tree.lemma_above(noun) == "include":
        return tree.after(*tree.children(tree.tokens[noun].head, "obj"))
    if tree.case(predicate) != "among" and tree.lemma(predicate) not in ("one", *UNDERTAKINGS):
        return ()
    subjects, above = tree.children(predicate, "nsubj"), tree.head(predicate)
    if not subjects and above is not None and tree.is_a(predicate, "obl", "nmod") and tree.children(above, "cop"):
        return tree.after(above)
    return tree.after(*subjects)


def after_particle(tree: Tree, verb: int, case: str) -> tuple[int, ...]:
    """What follows a preposition that was taken for a particle of the verb: "called on all ministers to act"."""
    if not any(tree.lemma(kid) == case for kid in tree.children(verb, "compound")):
        return ()
    return tree.after(*tree.children(verb, "obj"))


def lifted(tree: Tree, verb: int) -> tuple[int, ...]:
    """Nouns before the mark of a governed clause, or before its bare verb, that were taken for its subject or object:
    "accused Orten of lying", "demanded Orten make a pledge".
    """
    found: list[int] = []
    for kid in tree.children(verb, "advcl", "xcomp", "ccomp"):
        marks = [mark for mark in tree.children(kid, "mark") if tree.lemma(mark) in (*BLAMING, "to")]
        nouns = tree.children(kid, "nsubj", "obj", "iobj")
        found += [noun for noun in nouns if any(verb < noun < mark < kid for mark in marks)]
        if not tree.children(kid, "mark", "aux"):
            found += [noun for noun in tree.children(kid, "obj") if verb < noun < kid]
    return tree.after(*found)


def late(tree: Tree, verb: int) -> tuple[int, ...]:
    """A name that was taken for a complement: "appointed Lars Orten as minister"; no event word is a copula."""
    names = [kid for kid in tree.children(verb, "xcomp") if tree.tokens[kid].upos == "PROPN" and kid > verb]
    alone = (kid for kid in names if not tree.children(kid, "case", "mark", "cop"))
    return tree.after(*alone)


def asked_to(tree: Tree, word: int) -> tuple[int, ...]:
    """Who is to do it in "the call for Norland to spend more", whichever word it was taken to belong to."""
    found: list[int] = []
    for kid in tree.children(word, "acl", "xcomp", "advcl", "ccomp"):
        marks = {tree.lemma(mark): mark for mark in tree.children(kid, "mark")}
        last = marks.get("to", word) - 1
        for token in range(word + 1, last + 1):
            taken = marks.get("for", last) < token and tree.is_a(token, "nsubj", "nmod", "obl")
            if tree.subtree(token)[1] == last and (taken or tree.case(token) == "for"):
                found.append(token)
    return tree.after(*found)


def given_to(tree: Tree, verb: int) -> tuple[int, ...]:
    """The name that was taken for a part of what is given: "Norland gave Velmark military backing"."""
    if tree.lemma(verb) not in ("give", "offer", "grant", "lend") or tree.obliques(verb, "to"):
        return ()
    things = tree.children(verb, "obj")
    described = [thing for thing in things if len(tree.children(thing, "amod", "compound")) > 1]
    names = (kid for thing in described for kid in tree.children(thing, "compound"))
    return tuple(kid for kid in names if tree.tokens[kid].upos == "PROPN" and tree.subtree(kid)[0] == verb + 1)
