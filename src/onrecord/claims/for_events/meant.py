"""Whom a word stands for: its own entity, or those listed, counted, sent or described by it; whose a thing is."""

from onrecord.claims.for_who.named import Named
from onrecord.claims.tree import Tree
from onrecord.claims.who import ACTING
from onrecord.lexicon.word_lists import word_list
from onrecord.model import EntityKind

OWNER_CASES = ("of", "by", "from", "against", "for")
BUNDLES = word_list("bundles")
ILL_WILL = word_list("ill_will")
LIKENESSES = word_list("likenesses")
OFFERS = word_list("offers")
# Where somebody lives or works, and no body: "the house of Orten was burned down".
PREMISES = frozenset({"house", "home", "residence", "apartment", "flat", "villa", "mansion"})
# Where bodies work, which are bodies as well: "raided the offices of the Herald", but "the office of Orten said".
OFFICES = frozenset({"office", "headquarters", "premises"})
ENTERING = word_list("entering")
SPEAKING_OF = word_list("speaking_of")
NAMING = frozenset({"call", "describe", "see", "term", "dub", "consider"})
REPORTS = frozenset({"report", "survey", "study", "audit"})
TOWNS = ("town", "city", "village", "region", "province", "district", "island", "capital", "port", "state")
SENT = word_list("sent")
SIDE_KINDS: frozenset[EntityKind] = ACTING | {"place"}


def stands_for(named: Named, token: int) -> tuple[str, ...]:
    """Whom the word stands for; a group whose members are listed beside it stands for them."""
    own = acting(named, token, SIDE_KINDS)
    if own and named.cast.kind(own[0]) == "place" and _is_dateline(named.tree, token):
        return ()
    if own and not named.has_name(own[0]) and _is_premises(named.tree, token):
        return ()
    if own and not named.has_name(own[0]):
        meant = _listed(named, token) or _sent_by(named, token) or _described(named, token) or _written_by(named, token)
        return meant or (*own, *_included(named, token))
    return own or _counted(named, token) or _beside(named, token) or _before(named, token) or _described(named, token)


def _is_dateline(tree: Tree, token: int) -> bool:
    """True for the "VELMARK" of "VELMARK, Norland, May 3 — Rebels attacked", with which a line begins."""
    span = tree.tokens[token].span
    opens = not tree.text[: span.start].rstrip(" ") or tree.text[: span.start].rstrip(" ").endswith("\n")
    return opens and tree.tokens[token].text.isupper() and tree.text_at(token + 1) in (",", "(", "-", "–", "—", "--")


def without_titles(tree: Tree, tokens: tuple[int, ...]) -> tuple[int, ...]:
    """The tokens without titles taken for somebody beside the name that follows: "arrested rebel leader Lars Orten"."""
    words = tree.tokens
    names = {token for token in tokens if words[token].noun_kind == "person"}  # or another part of the title
    titles = {name - 1 for name in names if words[name - 1].upos == "NOUN" and words[name - 1].noun_kind == "person"}
    for token in tokens:  # "the singer and lawmaker Lars Orten"
        first, after = tree.conjuncts(token)[0], token + 1
        if first != token and after < len(words) and words[after].upos == "PROPN" and tree.is_a(after, "appos", "flat"):
            titles |= {token} if words[after].head == first and words[token].upos == "NOUN" else set()
    return tuple(token for token in tokens if token not in titles)


def _described(named: Named, token: int) -> tuple[str, ...]:
    """Who is meant by a noun that is said of somebody: "Orten became the first president to be impeached"."""
    tree = named.tree
    if not (tree.children(token, "cop") or tree.is_a(token, "xcomp")) or tree.tokens[token].upos != "NOUN":
        return ()
    subjects = [kid for kid in tree.subjects(token) if kid != token]
    return tuple(entity for kid in subjects for entity in acting(named, kid, SIDE_KINDS))


def _before(named: Named, token: int) -> tuple[str, ...]:
    """Whom a "who" stands for that the tree leaves without antecedent: the name or noun just before it."""
    if named.tree.lemma(token) != "who":
        return ()
    before = token - 1
    while before >= 0 and named.tree.tokens[before].upos == "PUNCT":
        before -= 1
    return acting(named, before, SIDE_KINDS) if before >= 0 else ()


def _listed(named: Named, token: int) -> tuple[str, ...]:
    """The members of "three candidates, Orten, Vesely and Karad"."""
    listed = named.tree.after(*named.tree.children(token, "appos"))
    found = [entity for member in listed for entity in acting(named, member, SIDE_KINDS)]
    return tuple(found) if len(found) > 1 and all(map(named.has_name, found)) else ()


def _sent_by(named: Named, token: int) -> tuple[str, ...]:
    """The states and bodies for which "the foreign ministers of Norland, Ostland and Westmark" stand."""
    if named.tree.lemma(token) not in SENT or not named.tree.is_plural(token):
        return ()
    senders = list(named.tree.obliques(token, "of", "from"))
    for kid in senders:  # "representatives of the ministers of foreign affairs of Norland and Ostland"
        senders.extend(named.tree.obliques(kid, "of"))
    kinds: frozenset[str] = frozenset({"state", "organization"})
    adjectives = named.tree.after(*named.tree.children(token, "amod", "compound"))
    states = [entity for kid in adjectives for entity in acting(named, kid, frozenset({"state"}))]
    found = tuple(dict.fromkeys([*states, *(e for kid in senders for e in acting(named, kid, kinds))]))
    return found if len(found) > 1 and all(map(named.has_name, found)) else ()


def _written_by(named: Named, token: int) -> tuple[str, ...]:
    """Whose report it is that finds and blames: "the ombudsman's annual report took the ministry to task"."""
    tree = named.tree
    if tree.lemma(token) not in REPORTS:
        return ()
    kids = (*tree.children(token, "nmod:poss", "amod", "compound"), *tree.obliques(token, "by", "from"))
    kinds = frozenset({"organization", "person", "state"})
    return tuple(entity for kid in kids for entity in acting(named, kid, kinds))


def _included(named: Named, token: int) -> tuple[str, ...]:
    """Those named in "several ministers including Orten" and in "dozens of people, including Orten"."""
    tree = named.tree
    hosts = (token, *tree.obliques(token, "of")) if tree.lemma(token) in BUNDLES else (token,)
    listed = (kid for host in hosts for kid in tree.obliques(host, "include", "including", "such as"))
    inner = [acting(named, member, SIDE_KINDS) for kid in listed for member in tree.after(kid)]
    return tuple(entity for found in inner for entity in found if named.has_name(entity))


def _counted(named: Named, token: int) -> tuple[str, ...]:
    """Those who are counted in "dozens of miners"."""
    tree = named.tree
    if tree.lemma(token) not in BUNDLES and tree.tokens[token].upos != "NUM":
        return ()
    inner = [acting(named, kid, SIDE_KINDS) for kid in tree.obliques(token, "of")]
    return tuple(entity for found in inner for entity in found)


def _beside(named: Named, token: int) -> tuple[str, ...]:
    """The name that stands beside a title which is no entity itself."""
    kids = named.tree.children(token, "flat", "appos", "nmod:desc")
    return next((found for kid in kids if (found := acting(named, kid, SIDE_KINDS))), ())


def acting(named: Named, token: int, kinds: frozenset[str]) -> tuple[str, ...]:
    entity = named.entity_at(token)
    return (entity,) if entity is not None and named.cast.kind(entity) in kinds else ()


def _makers(named: Named, clause: int) -> tuple[int, ...]:
    """Who made what the clause describes: "a lawsuit filed by Norland", "the emergency that Orten declared"."""
    tree = named.tree
    if tree.lemma(clause) in SPEAKING_OF:
        return ()
    if tree.is_passive(clause):
        return tree.agents(clause)
    own = [kid for kid in tree.children(clause, "nsubj") if tree.tokens[kid].feats.get("PronType") != "Rel"]
    return () if tree.children(clause, "cop") else tree.after(*own)


def _is_premises(tree: Tree, token: int) -> bool:
    """True for where somebody lives: "the house of Orten", but neither "the house passed" nor "the White House"."""
    theirs = tree.children(token, "nmod:poss") or tree.obliques(token, "of")
    entered = tree.is_a(token, "obj", "nsubj:pass") and tree.lemma_above(token) in ENTERING
    place = tree.lemma(token) in PREMISES or entered and tree.lemma(token) in OFFICES
    return tree.tokens[token].text.islower() and place and bool(theirs)


def _is_ours(named: Named, owner: int, entity: str) -> bool:
    """True for the "our" of "attacks on our democracy", which is not the speaker's own."""
    return named.tree.tokens[owner].text.lower() == "our" and named.cast.kind(entity) == "person"


def _within(named: Named, token: int) -> tuple[int, ...]:
    """Who is in it, or whose the clause says it is: "a boat carrying migrants", "a house belonging to Orten"."""
    tree = named.tree
    found: list[int] = []
    for clause in tree.children(token, "acl"):
        if tree.lemma(clause) in ("carry", "transport", "ferry", "hold", "bear") and not tree.is_passive(clause):
            found += tree.after(*tree.children(clause, "obj"))
        if tree.lemma(clause) == "belong":
            found += tree.obliques(clause, "to")
    if tree.lemma(token) in word_list("vehicles"):
        found += tree.obliques(token, "with", "of")
    return tuple(found)


def owner_of(named: Named, token: int) -> tuple[str, ...]:
    """Whose the thing is: its possessor, else the name or adjective before it, else who is said to have made it
    ("a bill proposed by"), an of-phrase ("town of"), or whose that is of which it is ("the legality of X's arrest").
    """
    tree = named.tree
    if tree.lemma(token) == "what":  # "condemned what he called Norland's attack"
        called = (kid for kid in tree.children(token, "acl") if tree.lemma(kid) in NAMING)
        things = (thing for kid in called for thing in tree.children(kid, "obj", "xcomp"))
        if whose := next(filter(None, (owner_of(named, thing) for thing in things)), ()):
            return whose
    elif tree.tokens[token].upos not in ("NOUN", "PROPN"):
        return ()
    makers = [maker for kid in tree.children(token, "acl") for maker in _makers(named, kid)]
    for group, kinds in (
        (tree.obliques(token, "with") if tree.lemma(token) in ("border", "frontier", "boundary") else (), ACTING),
        (tree.children(token, "nmod:poss"), SIDE_KINDS),
        (tree.after(*tree.children(token, "amod", "compound")), ACTING),
        (makers, ACTING),
        (_within(named, token), ACTING),
        (tree.obliques(token, *OWNER_CASES) if tree.lemma(token) not in ILL_WILL | LIKENESSES else (), ACTING),
        (tree.obliques(token, "to", "with") if tree.lemma(token) in word_list("traffic") else (), ACTING),
        (tree.obliques(token, "of") if tree.lemma(token) in TOWNS else (), SIDE_KINDS),
    ):
        found = [entity for kid in group for entity in acting(named, kid, kinds) if not _is_ours(named, kid, entity)]
        if found:
            return tuple(found)
    if tree.lemma(token) in OFFERS:
        givers = [giver for kid in tree.obliques(token, "of", "for") for giver in tree.obliques(kid, "from", "by")]
        if found := [entity for kid in givers for entity in acting(named, kid, ACTING)]:
            return tuple(found)
    inner = (owner for kid in tree.obliques(token, "of", "to") for owner in tree.children(kid, "nmod:poss", "amod"))
    return tuple(entity for kid in inner for entity in acting(named, kid, ACTING))
