"""Who speaks: the subject of a word that reports, wherever the tree has hung it."""

from onrecord.claims.for_statements.own_words import goes_back, strayed_source
from onrecord.claims.grammar import CLOSING_MARKS
from onrecord.claims.tree import Tree
from onrecord.lexicon.cues import load_cues

QUOTING = ("quote", "cite", "report", "hear", "record")


def speakers_of(tree: Tree, verb: int) -> tuple[int, ...]:
    """Head tokens of who speaks by a verb that reports; none where nobody does."""
    return named_last(tree, verb, _speakers(tree, verb))


def _speakers(tree: Tree, verb: int) -> tuple[int, ...]:
    """Who speaks: who does the verb, or whom a verb above it quotes ("cited X as saying …").

    A participle after a comma is of who acts in the clause before it, though the tree hang it on a noun there.
    """
    head = tree.head(verb)
    if tree.lemma(verb) in ("quote", "cite") and (quoted := _before_colon(tree, verb)):
        return quoted  # "The Post quotes Orten: “…”"
    if beside := _with_whom(tree, verb) or _of_teller(tree, verb):
        return beside
    if head is not None and all(tree.case(kid) for kid in tree.children(verb, "nsubj")):  # "as saying by the agency"
        if tree.is_a(verb, "advcl", "xcomp") and tree.lemma(head) in QUOTING and _is_as(tree, verb):
            behind = (kid for kid in tree.children(head, "iobj", "nsubj") if kid > head)  # however the model calls them
            return tree.objects(head) or tuple(behind)
        comma = tree.tokens[verb].text.endswith("ing") and "," in before_clause(tree, verb)
        if comma and tree.is_a(verb, "acl"):
            above = [up for up in tree.ancestors(verb) if tree.tokens[up].upos == "VERB"]
            return tree.doers(above[0]) if above else ()
        if comma and tree.is_a(verb, "advcl") and tree.is_passive(head) and tree.agents(head):
            return tree.agents(head)
        if comma and tree.is_a(verb, "advcl") and tree.is_a(head, "ccomp"):
            doers, teller = tree.doers(verb), tree.tokens[head].head
            if tree.lemma(verb) == "add" or not any(_can_speak(tree, doer) for doer in doers):
                return tree.doers(teller) if load_cues().reports(tree.lemma(teller), "say") else doers
    ways = (Tree.doers, strayed_source, _inverted, _stranded, _by_whom, _text_before)
    return next(filter(None, (way(tree, verb) for way in ways)), ())


def _text_before(tree: Tree, verb: int) -> tuple[int, ...]:
    """The text that the tree takes for what is read: "The ministry's statement on Friday read: “…”"."""
    texts = tree.children(verb, "obj") if tree.lemma(verb) == "read" else ()
    return tuple(kid for kid in texts if kid < verb and load_cues().reports(tree.lemma(kid), "text"))[:1]


def _of_teller(tree: Tree, verb: int) -> tuple[int, ...]:
    """Who tells on in "Orten said that the inquiry was lawful and conceded that …", which no inquiry can."""
    clause = tree.head(verb)
    return () if clause is None or not goes_back(tree, verb, clause) else tree.doers(tree.tokens[clause].head)


def named_last(tree: Tree, verb: int, sources: tuple[int, ...]) -> tuple[int, ...]:
    """The sources, or who is named last right before the verb where they only tell what he is: "longtime aide and
    pollster Rob Orten said", "the Task Force Commander, Gen. Rob Orten, said" taken for the force."""
    whole = [n for n in tree.analysis.names if n.kind == "person" and n.first < n.last]
    if sources and sources[0] > verb and (behind := _named_behind_body(tree, sources)) is not None:
        return (behind,)
    enclosed = tree.tokens[verb - 1].text == ","
    name = next((n for n in whole if n.last == verb - 1 - enclosed), None)
    if name is None or not sources or any(n.first <= source <= n.last for n in whole for source in sources):
        return sources
    head = tree.top(name.first, name.last)
    if enclosed:
        opening = name.first - 1
        while opening > sources[-1] and tree.is_a(opening, "nmod:desc", "compound"):
            opening -= 1
        bodies = all(tree.tokens[source].noun_kind == "organization" for source in sources)
        return (head,) if bodies and tree.tokens[opening].text == "," and opening > sources[-1] else sources
    if tree.tokens[name.first - 1].upos not in ("NOUN", "PROPN"):
        return sources
    bare = not any(tree.children(source, "det", "nmod:poss", "nummod") for source in sources)
    return (head,) if bare and tree.is_a(head, "appos") and tree.head(head) in sources else sources


def _named_behind_body(tree: Tree, sources: tuple[int, ...]) -> int | None:
    """The person of "said Karsk University's chancellor, Ana Orten." where the tree lets the university speak."""
    end = tree.sentence_of(sources[0]).last
    for name in tree.analysis.names:
        if name.kind != "person" or name.first == name.last or not sources[0] < name.first <= end:
            continue
        between = tree.tokens[sources[0] + 1 : name.first]
        head = tree.top(name.first, name.last)
        above = set(tree.ancestors(head))
        apart = bool(between) and between[-1].text == "," and all(word.upos not in ("VERB", "AUX") for word in between)
        closes = name.last == end or tree.tokens[name.last + 1].text in (".", ",", *CLOSING_MARKS)
        bodies = all(tree.tokens[source].noun_kind == "organization" for source in sources)
        return head if apart and closes and bodies and tree.is_a(head, "appos") and sources[0] in above else None
    return None


def _with_whom(tree: Tree, verb: int) -> tuple[int, ...]:
    """Who speaks in ", with Orten calling it a coup and Vesely calling it a farce", however the tree joins them."""
    opening = tree.sentence_of(verb).first
    if not tree.tokens[verb].text.endswith("ing"):
        return ()
    for noun in range(verb - 1, max(opening, verb - 10), -1):
        if tree.tokens[noun].upos not in ("NOUN", "PROPN") or tree.phrase(noun)[1] != verb - 1:
            continue
        above = tree.head(noun)
        if above is not None and tree.is_a(noun, "conj") and tree.tokens[above].text.endswith("ing"):
            return (noun,) if _with_whom(tree, above) else ()
        joined = [one for one in tree.conjuncts(noun) if one <= noun]
        first = tree.phrase(joined[0])[0]
        if first > opening + 1 and [tree.tokens[token].text for token in (first - 2, first - 1)] == [",", "with"]:
            apart = any(tree.tokens[token].upos == "VERB" for token in range(joined[0], noun))
            return (noun,) if apart else tuple(joined)
    return ()


def _by_whom(tree: Tree, verb: int) -> tuple[int, ...]:
    """Who speaks where the tree has hung the "by" on what is said: "was described as “obsessed” by the police"."""
    said = tree.children(verb, "xcomp", "obl") if tree.is_passive(verb) else ()
    return tuple(by for kid in said for by in tree.obliques(kid, "by"))


def _stranded(tree: Tree, verb: int) -> tuple[int, ...]:
    """The person named right before a finite verb that the tree has hung elsewhere, whatever is said of the person in
    between: "In comments at the Post, chairman Anton Orel, whose party lost, writes: …"."""
    finite = tree.tokens[verb].feats.get("VerbForm") == "Fin" and not tree.children(verb, "mark", "aux", "aux:pass")
    if not finite or not tree.is_a(verb, "root", "parataxis"):
        return ()
    opening = tree.sentence_of(verb).first
    people = [n for n in tree.analysis.names if n.kind == "person" and opening <= n.first and n.last < verb]
    for name in reversed(people):
        head = tree.top(name.first, name.last)
        end = tree.subtree(head)[1]
        if end == verb - 1 or (end == verb - 2 and tree.tokens[verb - 1].text == ","):
            return (head,)
    return ()


def _before_colon(tree: Tree, verb: int) -> tuple[int, ...]:
    """The person between the verb and a colon."""
    for name in tree.analysis.names:
        if name.kind == "person" and tree.text_at(name.last + 1) == ":" and verb < name.first <= verb + 5:
            return (tree.top(name.first, name.last),)
    return ()


def _can_speak(tree: Tree, noun: int) -> bool:
    token = tree.tokens[noun]
    return token.upos in ("PRON", "PROPN") or token.noun_kind in ("person", "organization")


def _is_as(tree: Tree, verb: int) -> bool:
    return "as" in tree.lemmas_under(verb, "mark", "case")


def before_clause(tree: Tree, verb: int) -> tuple[str, ...]:
    """The first token of a clause and the one before it."""
    first = tree.subtree(verb)[0]
    return tree.tokens[first].text, tree.tokens[max(0, first - 1)].text


def _inverted(tree: Tree, verb: int) -> tuple[int, ...]:
    """The noun right behind a cue that closes a quotation (“…,” said a minister), where the tree has lost it."""
    before = tree.tokens[verb - 1].text if verb else ""
    if before not in (",", *CLOSING_MARKS) or tree.is_passive(verb):
        return ()
    last = min(verb + 8, tree.sentence_of(verb).last)
    for token in range(verb + 1, last + 1):
        low, _ = tree.phrase(token, without=("punct", "appos", "acl", "nmod", "conj"))
        if tree.tokens[token].upos in ("NOUN", "PROPN", "PRON") and low == verb + 1:
            if tree.is_a(token, "iobj"):
                return ()  # "“They left,” her son, Ilan Orten, told a crowd"
            return () if _acts_behind(tree, token) else tree.after(token)
    return ()


def _acts_behind(tree: Tree, noun: int) -> bool:
    """True for the subject of the clause that is told: the "he" of "Aides, meanwhile, said he was down with fever"."""
    head = tree.tokens[noun].head
    return tree.is_a(noun, "nsubj") and head > noun and tree.text_at(tree.phrase(noun)[1] + 1) != ","


def quotes_others(tree: Tree, verb: int) -> bool:
    """True for the "quoted" of "the paper quoted the minister as saying": the words are the minister's."""
    clauses = tree.children(verb, "advcl", "xcomp") if tree.lemma(verb) in QUOTING else ()
    return any(_is_as(tree, clause) and load_cues().reports(tree.lemma(clause), "say") for clause in clauses)
