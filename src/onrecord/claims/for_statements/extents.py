"""Extents: which words a cue covers: the clause, infinitive or phrase that holds what was said or thought."""

from collections.abc import Sequence

from onrecord.claims.for_statements.own_words import before_which, own_words, told_on
from onrecord.claims.for_statements.set_in import is_aside, is_inserted, spans_without
from onrecord.claims.grammar import MARKS
from onrecord.claims.tree import Tree
from onrecord.lexicon.cues import load_cues
from onrecord.lexicon.word_lists import word_list
from onrecord.model import Span

PLAIN = ("say", "claim", "argue", "insist", "maintain", "contend", "allege")
"""Verbs that take no object beside what is said."""
PARLIAMENTS = frozenset(("senate", "house", "parliament", "congress", "assembly", "council", "senators", "committee"))
AROUND = frozenset("during since before after until while when amid following throughout ahead".split())
"""What opens the circumstances of speaking or thinking of something, and no part of it."""
ASKING = ("ask", "press", "question", "quiz")
INTENTS = ("intent", "intention", "desire", "wish", "determination")
OWN_CASES = ("for", "to", "with", "about", "of", "as", "against", "between", "toward", "towards")


def clause_of(tree: Tree, verb: int, lemma: str, *, addressed: bool) -> tuple[Span, ...]:
    """What the tree gives as the content of a reporting verb, cut around the cue; empty when there is none."""
    cues = load_cues()
    if cues.reports(lemma, "say"):
        clauses = _clauses(tree, verb, lemma)
        if clauses and lemma == "find" and tree.lemma(tree.subtree(clauses[0])[0]) in ("what", "who", "where", "how"):
            return ()
        if clauses:
            clause = max((kid for kid in clauses if kid < verb), default=clauses[0])
            first, last = _with_topic(tree, verb, clause)
            first = _whole_before(tree, verb, (first, last))
            opening = _set_before(tree, verb, first)
            return (*opening, *spans_without(tree, (first, told_on(tree, verb, last)), verb, clause))
        strayed = _clause_in_phrase(tree, verb)
        if strayed is not None:
            return (tree.span(*own_words(tree, verb, strayed)),)
        admitted = _what_is_admitted(tree, verb, lemma)
        if admitted:
            return admitted
        host = tree.head(verb)
        if host is not None and is_inserted(tree, verb, host):
            return spans_without(tree, tree.subtree(host), verb, host)
        if is_aside(tree, verb):
            *_, host = tree.ancestors(verb)
            return spans_without(tree, tree.subtree(host), verb, host)
    if cues.reports(lemma, "urge") and (urged := _urged(tree, verb, addressed=addressed)):
        return urged
    if (cues.reports(lemma, "state") or lemma == "deny") and tree.is_passive(verb):
        return _made_known(tree, verb)
    if lemma == "confirm" and _appoints(tree, verb):
        return ()
    if lemma == "deny" and not any(tree.lemma(noun) in word_list("denied") for noun in tree.children(verb, "obj")):
        return ()
    if cues.reports(lemma, "state") or lemma == "deny":
        nouns = tree.children(verb, "obj") or (tree.children(verb, "iobj") if lemma == "announce" else ())
        if nouns and tree.tokens[nouns[0]].upos in ("NOUN", "PROPN") and nouns[0] > verb:
            first, last = tree.subtree(nouns[0])[0], end_of_phrases(tree, verb, nouns[0])
            return (tree.span(first, before_which(tree, nouns[0], last)),)
    for noun in tree.children(verb, "obj") if lemma in ("declare", "express", "voice", "state") else ():
        if tree.lemma(noun) in INTENTS and any(_opens_with(tree, kid, "to") for kid in tree.children(noun, "acl")):
            return (tree.span(*tree.subtree(noun)),)
    return ()


def _urged(tree: Tree, verb: int, *, addressed: bool) -> tuple[Span, ...]:
    """What somebody is asked to do; who is asked may be drawn into it: "urged both sides to stop"."""
    clauses = tree.children(verb, "xcomp", "ccomp", "advcl")
    inner = [kid for kid in clauses if "to" in tree.lemmas_under(kid, "mark")]
    if not inner:
        return ()
    if addressed or tree.is_passive(verb):
        return spans_without(tree, tree.subtree(inner[0]), verb, inner[0])
    first, last = tree.subtree(inner[0])
    to = next(mark for mark in tree.children(inner[0], "mark") if tree.lemma(mark) == "to")
    drawn = verb < first < to and tree.tokens[to - 1].upos in ("NOUN", "PROPN", "PRON")
    return (tree.span(to, last),) if drawn else ()


def _clauses(tree: Tree, verb: int, lemma: str) -> Sequence[int]:
    """The clauses of what is told, which of "made it clear that" and "left no doubt that" may hang on the second word;
    not what somebody was asked: "Asked if it was lost, Orten said no", nor what stands before a semicolon: "the union
    says 40 left; the firm says two"."""
    kids = tree.children(verb, "ccomp") or (tree.children(verb, "csubj") if tree.is_passive(verb) else ())
    taken = [kid for kid in kids if kid < verb and _is_parted(tree, kid, verb)]
    kids = tuple(kid for kid in kids if not taken or kid > verb)
    told = tuple(kid for kid in kids if kid > verb or tree.lemma(kid) not in ASKING or tree.children(kid, "nsubj"))
    if told or " " not in lemma:
        return told
    words = tree.children(verb, "xcomp", "obj", "obl")
    under = (clause for word in words for clause in tree.children(word, "ccomp", "acl", "csubj"))
    return tuple(one for one in under if one > verb and (tree.is_a(one, "ccomp") or _opens_with(tree, one, "that")))


def _is_parted(tree: Tree, clause: int, verb: int) -> bool:
    """True for what another says before a semicolon, without a mark that makes it a quotation."""
    between = [token.text for token in tree.tokens[clause:verb]]
    reports = load_cues().reports(tree.lemma(clause), "say") and bool(tree.children(clause, "nsubj"))
    marked = any(mark in between for mark in MARKS)
    closes = clause > 1 and tree.tokens[clause - 1].text in MARKS  # “We are ready,” said Orten, and Vesely agreed
    return reports and not marked and (";" in between or closes)


def _whole_before(tree: Tree, verb: int, clause: tuple[int, int]) -> int:
    """Where the clause before a closing report begins: with its sentence, whatever the tree hangs elsewhere."""
    first, last = clause
    opening = tree.sentence_of(verb).first
    subjects = tree.children(verb, "nsubj")
    behind = bool(subjects) and last < verb and tree.subtree(subjects[0])[0] == last + 2
    closing = behind and tree.tokens[last + 1].text == ","
    between = range(opening, first)
    verbs = (token for token in between if tree.tokens[token].upos == "VERB")
    reports = any(load_cues().reports(tree.lemma(token), "say") for token in verbs)
    quoted = any(tree.tokens[token].text in MARKS for token in range(opening, verb))
    return opening if closing and not reports and not quoted else first


def _appoints(tree: Tree, verb: int) -> bool:
    """True for the parliament that confirms somebody in an office."""
    words = (tree.words(*tree.phrase(doer)).lower().split() for doer in tree.doers(verb))
    return any(PARLIAMENTS & set(each) for each in words)


def _made_known(tree: Tree, verb: int) -> tuple[Span, ...]:
    """What is made known by somebody: "his death was announced by the court", "was said to be ill by the court"."""
    subjects = [kid for kid in tree.children(verb, "nsubj") if tree.tokens[kid].upos in ("NOUN", "PROPN")]
    if not subjects or not tree.agents(verb) or tree.lemma(verb) == "claim":
        return ()
    spans = [tree.span(*tree.subtree(subjects[0]))]
    spans += [tree.span(*tree.subtree(kid)) for kid in tree.children(verb, "xcomp") if _opens_with(tree, kid, "to")]
    return tuple(spans)


def _set_before(tree: Tree, verb: int, first: int) -> tuple[Span, ...]:
    """What a sentence tells before a reporting clause that is set in between commas, and not only before what is told
    behind it: "If it rains, Orten said, the vote is lost"; not "In a statement, Orten said …"."""
    first += tree.tokens[first].text == ","
    low = min([verb, *(tree.subtree(kid)[0] for kid in tree.children(verb, "nsubj"))])
    opening = tree.sentence_of(verb).first
    opening += tree.tokens[opening].upos == "CCONJ"
    between = first > verb and low >= opening + 2 and tree.tokens[low - 1].text == "," == tree.tokens[first - 1].text
    before = range(opening, low - 1)
    marked = any(tree.tokens[token].text in (*MARKS, ":", ";") for token in range(opening, first + 1))
    if not between or marked:
        return ()
    verbs = [token for token in before if tree.tokens[token].upos == "VERB"]
    own = any(tree.is_a(k, "advcl", "acl") and not tree.children(k, "mark", "nsubj", "advmod") for k in verbs)
    reports = any(load_cues().reports(tree.lemma(token), "say") for token in verbs)
    texts = any(load_cues().reports(tree.lemma(token), "text") for token in before if tree.head(token) == verb)
    return () if own or reports or texts else (tree.span(opening, low - 2),)


def _clause_in_phrase(tree: Tree, verb: int) -> int | None:
    """A clause that the tree has hung on a phrase before it: "said in a statement that …", "wrote to X that …"."""
    for kid in tree.children(verb, "obl", "obj", "iobj"):
        nouns = [kid, *tree.children(kid, "nmod")]
        told = tree.is_a(kid, "obl") or tree.lemma(verb) in ("tell", "inform", "assure", "warn", "remind")
        for clause in (part for noun in nouns for part in tree.children(noun, "acl", "ccomp") if told and noun > verb):
            if _opens_with(tree, clause, "that"):
                return clause
    return None


def _what_is_admitted(tree: Tree, verb: int, lemma: str) -> tuple[Span, ...]:
    """A gerund, or a noun with a clause set beside it: "admitted taking bribes", "confirmed two ministers had left"."""
    for kid in tree.children(verb, "xcomp"):
        if lemma in word_list("of_deeds") and tree.tokens[tree.subtree(kid)[0]].text.endswith("ing"):
            first, last = tree.subtree(kid)
            aside = [tree.subtree(part)[0] for part in tree.children(kid, "obl", "advcl") if part > kid]
            ends = [start - 2 for start in aside if tree.tokens[start - 1].text == ","]
            ends += [start - 1 for start in aside if tree.tokens[start].text == ","]
            whose = [low for obj in tree.children(verb, "obj") if verb < (low := tree.subtree(obj)[0]) < first]
            return (tree.span(min([first, *whose]), min([last, *ends])),)
    for noun in tree.children(verb, "obj"):
        first, last = tree.subtree(noun)
        for kid in tree.children(verb, "parataxis", "advcl"):
            low, high = tree.subtree(kid)
            finite = not tree.children(kid, "nsubj", "mark") and not tree.tokens[kid].text.endswith("ing")
            finite = finite and tree.lemma(low) not in ("when", "where", "while")
            if verb < first and low == last + 1 and finite:
                return (tree.span(first, high),)
    return ()


def _with_topic(tree: Tree, verb: int, clause: int) -> tuple[int, int]:
    """The own words of a clause, with the noun before it where the tree has made its subject an object of the verb."""
    first, last = own_words(tree, verb, clause)
    subjects = [kid for kid in tree.children(clause, "nsubj", "csubj") if not tree.children(kid, "case")]
    bare = not subjects and not tree.children(clause, "expl", "mark")
    if bare or (tree.lemma(verb) in PLAIN and clause > verb):
        for kid in tree.children(verb, "obj"):
            low, high = tree.subtree(kid)
            if verb < low and high + 1 == first:
                return low, last
    told = told_name(tree, verb)
    return (told + 1 if told is not None else first), last


def told_name(tree: Tree, verb: int) -> int | None:
    """The last token of the name behind "told" that was drawn into what was told ("told her Vesely …")."""
    subjects = [kid for clause in tree.children(verb, "ccomp") for kid in tree.children(clause, "nsubj")]
    if tree.lemma(verb) != "tell" or tree.children(verb, "iobj", "obj") or not subjects:
        return None
    whose = tree.tokens[verb + 1].text == "her" and tree.tokens[verb + 2].upos not in ("PROPN", "PRON", "DET")
    if tree.tokens[verb + 1].text in ("her", "him", "them", "us", "me") and not whose and subjects[0] > verb + 1:
        return verb + 1
    names = [
        n for n in tree.analysis.names if verb < n.first <= verb + 2 and n.last < subjects[0] and n.kind != "place"
    ]
    return names[0].last if names and tree.tokens[names[0].last + 1].text not in ("'s", "’s", ",") else None


def end_of_phrases(tree: Tree, verb: int, noun: int) -> int:
    """The last token of an object and of the phrases after it that belong to it: no comma, time or place between."""
    end = tree.subtree(noun)[1]
    for kid in tree.children(verb, "obl", "advcl", "xcomp"):
        first, last = tree.subtree(kid)
        own = tree.is_a(kid, "xcomp") or tree.case(kid) in OWN_CASES
        if first == end + 1 and own:
            end = last
    return end


def complement_of(tree: Tree, word: int) -> tuple[Span, ...]:
    """The clause or infinitive that a word takes: "hopes to win", "plan to leave", "fear that …"."""
    clauses = [kid for kid in tree.children(word, "ccomp", "xcomp", "acl", "csubj") if _is_content(tree, kid)]
    if not clauses and tree.tokens[word].upos in ("ADJ", "VERB"):
        clauses = [kid for kid in tree.children(word, "advcl") if _opens_with(tree, kid, "to", "that") and kid > word]
    if not clauses:
        return ()
    clause = clauses[0]
    first, last = own_words(tree, word, clause)
    if tree.is_a(clause, "xcomp") and tree.tokens[word].upos == "VERB":
        wanted = [kid for kid in tree.children(word, "obj") if kid > word]
        if wanted:
            first = min(first, tree.subtree(wanted[0])[0])
    return spans_without(tree, (first, last), word, clause)


def _opens_with(tree: Tree, clause: int, *words: str) -> bool:
    return any(tree.lemma(kid) in words for kid in tree.children(clause, "mark"))


def says_that(tree: Tree, noun: int) -> bool:
    """True for a noun with the clause that it reports: "the claim that …"."""
    return any(_opens_with(tree, kid, "that") for kid in tree.children(noun, "acl", "ccomp") if _is_content(tree, kid))


def _is_content(tree: Tree, clause: int) -> bool:
    """An infinitive, gerund or clause that says what is thought; no relative clause."""
    if not tree.is_a(clause, "acl"):
        return True
    return not tree.is_a(clause, "acl:relcl") and _opens_with(tree, clause, "to", "that", "of")


def thing_of(tree: Tree, verb: int) -> tuple[Span, ...]:
    """The thing that a verb speaks or thinks of, with what is said of it: "the plan a mistake", "him for leaving"."""
    passive = tree.is_passive(verb)
    things = [kid for kid in tree.children(verb, "nsubj" if passive else "obj") if tree.antecedent(kid) == kid]
    if not things:
        return ()
    first, last = tree.subtree(things[0])
    if first <= verb <= last:
        return ()
    last = _before_remark(tree, first, last)
    if first > verb:
        last = _end_of_complements(tree, verb, last)
    return (tree.span(first, last),)


def _before_remark(tree: Tree, first: int, last: int) -> int:
    """The last token of a phrase without the remark behind its last comma: "the health of Orten, who is 70"."""
    for token in range(first + 1, last + 1):
        low, high = tree.subtree(token)
        low += tree.tokens[low].text == ","
        closing = tree.is_a(token, "acl:relcl", "appos", "acl", "advcl") and high == last
        if closing and low > first + 1 and tree.tokens[low - 1].text == ",":
            return low - 2
    return last


def topic_of(tree: Tree, word: int, wanted: Sequence[str]) -> tuple[Span, ...]:
    """What a word speaks or thinks of with a preposition: "worried about the vote", "a plan for the coast"."""
    for kid in tree.children(word, "obl", "nmod", "advcl", "acl"):
        first, last = tree.subtree(kid)
        if first <= word or tree.tokens[kid].noun_kind == "time":
            continue
        cases = [c for c in tree.children(kid, "case", "mark") if c < kid]
        if cases and tree.lemma(cases[0]) in wanted:
            return (tree.span(cases[-1] + 1, _end_of_complements(tree, word, last)),)
    return ()


def _end_of_complements(tree: Tree, word: int, end: int) -> int:
    """The last token of what follows a complement without a comma, but for when and where it is spoken of."""
    for kid in tree.children(word, "obl", "advcl", "xcomp", "ccomp"):
        first, last = tree.subtree(kid)
        if {tree.lemma(mark) for mark in tree.children(kid, "mark", "case", "advmod")} & AROUND:
            continue
        if first == end + 1 and tree.tokens[first].upos != "PUNCT" and tree.tokens[kid].noun_kind != "time":
            end = last
    return end
