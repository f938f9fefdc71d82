"""Tell events worth recording from descriptions, generalities and trips within one's own country."""

from collections.abc import Sequence, Set

from onrecord.claims.for_events.meant import REPORTS
from onrecord.claims.for_events.told_clauses import NEEDED
from onrecord.claims.for_status.governors import find_governor
from onrecord.claims.for_status.own_status import ends_with_question_mark, is_inverted, is_negated
from onrecord.claims.for_status.uttered import is_uttered
from onrecord.claims.for_who.named import Named, country_code, is_publisher, publishing_power, state_of
from onrecord.claims.grammar import DEFINITE
from onrecord.claims.tree import Tree
from onrecord.lexicon.cues import load_cues
from onrecord.lexicon.event_words import EventWord
from onrecord.lexicon.status import StatusWord
from onrecord.lexicon.word_lists import word_list

HYPOTHETICAL = frozenset({"can", "could", "may", "might", "would", "should", "must"})
INDEFINITE = frozenset({"a", "an", "any", "some", "another", "every", "each"})
CAPACITIES = word_list("capacities")
ENABLING = frozenset({"enable", "empower", "equip", "entitle", "authorize", "authorise", "allow", "permit"})
# Protests by those who protest there; a rally and a strike may be anybody's.
UNNAMED_PROTESTS = frozenset({"protest", "demonstration", "march", "riot", "unrest", "uprising"})
OTHERS = frozenset({"earlier", "previous", "prior", "past", "similar"})
NEARBY = 3
# What somebody has to do or is let do is not set about.
MODALS = frozenset({"make", "have", "need", "allow", "permit", "let"})
WISHES = frozenset({"want", "wish", "like", "prefer", "hope"})
# What is aimed at is not yet under way.
AIMS = frozenset({"hope", "aim", "look", "seek", "mean"})
FAVOURING = frozenset({"support", "favour", "favor", "back", "oppose", "advocate", "endorse", "require", "prioritise"})
FAVOURING |= {"compare", "equate", "liken"}
# Whom these would lead to is still at large.
HINTS = frozenset({"information", "tip", "clue", "intelligence"})
ORDINALS = frozenset({"first", "second", "third", "last", "latest", "only"})
LACKING = word_list("lacking")
MIMING = word_list("miming")
TRUCES = frozenset({"ceasefire", "cease-fire", "truce", "armistice"})
FAILING = frozenset({"collapse", "fail", "unravel", "crumble", "break", "falter", "end", "expire", "lapse"})
POLLS = frozenset({"poll", "survey", "study", "percent", "%", "respondent"})
SITES = word_list("sites")
# Though they stand without an article, these are those of the place: "police said they would investigate".
AUTHORITIES = frozenset({"police", "authority", "prosecutor", "official", "investigator", "troop", "lawmaker"})
PROTESTERS = frozenset({"protester", "protestor", "demonstrator", "marcher", "rioter", "striker"})


def bears_name(named: Named, sense: EventWord, actors: Sequence[str], recipients: Sequence[str]) -> bool:
    """True when the parts that the sense wants named are."""
    if sense.named in ("actor", "both") and not any(named.has_name(entity) for entity in actors):
        return False
    return sense.named not in ("recipient", "both") or any(named.has_name(entity) for entity in recipients)


def is_description(named: Named, predicate: int, actors: Sequence[str], recipients: Sequence[str]) -> bool:
    """True when the clause only says which people are meant: "people accused of crimes", "firms that sell arms"."""
    tree = named.tree
    if not tree.is_a(predicate, "acl") or any(tree.lemma(mark) != "to" for mark in tree.children(predicate, "mark")):
        return False
    noun = tree.tokens[predicate].head
    first = tree.subtree(predicate)[0]
    entity = named.entity_at(noun)
    aside = entity is not None and tree.is_a(predicate, "acl:relcl")
    if "," in (tree.tokens[first].text, tree.tokens[first - 1].text) and (aside or tree.agents(predicate)):
        return False  # "the rebels, backed by Norland", "the miners, who met Orten": told, not which are meant
    if tree.head(noun) is None and tree.tokens[predicate].feats.get("VerbForm") == "Fin":
        return False  # a finite clause on the root noun is a sentence whose subject was taken for its head
    return entity is not None and entity in (*actors, *recipients) and not named.has_name(entity)


def is_of_force(named: Named, event: str, sides: Sequence[str]) -> bool:
    """True for force that names one side, told though it says which people are meant: "officers who shot Orten"."""
    return event == "ASSAULT" and any(map(named.has_name, sides))


def is_condition(tree: Tree, predicate: int) -> bool:
    """True in a question and in the clause of an "if": what would have to happen is no claim, what would follow is."""
    if ends_with_question_mark(tree, predicate):
        return True
    if tree.tokens[predicate].upos == "NOUN" and tree.is_a(predicate, "nsubj", "obj"):
        predicate = tree.tokens[predicate].head  # "if endorsements won elections"
    predicate = tree.conjuncts(predicate)[0]  # "if she is charged or convicted"
    marks = tree.lemmas_under(predicate, "mark")
    verbs = (predicate, *tree.children(predicate, "aux"))
    ahead = any(
        tree.tokens[verb].feats.get("Tense") == "Pres" for verb in verbs if verb != predicate or len(verbs) == 1
    )
    opened = bool({"if", "unless"} & marks) or "until" in marks and ahead  # "vowed to fight on until he is freed"
    return tree.is_a(predicate, "advcl") and (opened or is_inverted(tree, predicate))


def is_intended_good(tree: Tree, predicate: int, sense: EventWord) -> bool:
    """True for support and help that somebody only means to give: "to help the refugees". A planned act counts, and so
    does one that did not come about: "failed to thank them".
    """
    if sense.event in ("RETREAT", "CONCEDE", "COOPERATE") and tree.is_a(predicate, "advcl"):
        return _is_purpose(tree, predicate)  # "worked with Norland to end the war"
    if is_uttered(tree, predicate):
        return False  # "I would like to thank them"
    if sense.event not in ("SUPPORT", "AID") or sense.objects or not tree.is_a(predicate, "advcl", "acl", "xcomp"):
        return False
    head = tree.head(predicate)
    if head is not None and tree.lemma(head) == "go" and "on" in tree.lemmas_under(head, "advmod", "compound"):
        return False  # "went on to help"
    governor = find_governor(tree, predicate, head) if head is not None else None
    if governor is not None and (governor.effect in ("fail", "deny") or _is_set_about(tree, predicate, governor)):
        return False
    return _is_purpose(tree, predicate) and not _is_of_a_first(tree, predicate)


def _is_of_a_first(tree: Tree, predicate: int) -> bool:
    """True for what somebody did before or after others: "became the first country to recognise Norland"."""
    head = tree.tokens[predicate].head
    ordinals = [head, *tree.children(head, "amod")]
    return tree.is_a(predicate, "acl") and any(tree.lemma(kid) in ORDINALS for kid in ordinals)


def _is_set_about(tree: Tree, predicate: int, governor: StatusWord) -> bool:
    """True where a verb says how far one has got with it: "continues to support", "plans to endorse"."""
    told = governor.effect in ("pass", "plan", "fact", "report", "alleged") and governor.part in ("verb", "passive")
    return told and governor.word.partition("_")[0] not in MODALS | WISHES | AIMS and tree.is_a(predicate, "xcomp")


def is_lacked(tree: Tree, noun: int) -> bool:
    """True for support that somebody only needs: "needs support from women", "a lack of support from Norland"."""
    first = tree.conjuncts(noun)[0]
    above = tree.lemma_above(first)
    if tree.is_a(first, "nmod") and tree.case(first) in ("of", "for") and above in LACKING:
        return True
    if tree.is_a(first, "obj", "nsubj") and above in (LACKING if tree.is_a(first, "obj") else NEEDED):
        return True
    return tree.is_a(first, "obl") and tree.case(first) == "on" and above in ("count", "rely", "depend", "bank")


def is_interview(named: Named, predicate: int, event: str, sides: Sequence[str]) -> bool:
    """True where somebody gives an interview, or the article's publisher meets or asks whom it writes about."""
    if event == "CONSULT" and "interview" in map(named.tree.lemma, named.tree.obliques(predicate, "for", "in")):
        return True
    if event not in ("CONSULT", "REQUEST", "AGREE", "AID"):
        return False
    first, last = named.tree.phrase(predicate)
    here = {named.cast.entity_at(token) for token in range(first, last + 1)}
    return any(is_publisher(named.tree, named.cast, entity) for entity in {*sides, *here} if entity is not None)


def is_wished(tree: Tree, predicate: int) -> bool:
    """True for what somebody wants of others: "the rebels want the army to leave"."""
    if tree.lemma_above(predicate) not in WISHES or not tree.is_a(predicate, "xcomp", "ccomp"):
        return False
    return bool(tree.children(tree.tokens[predicate].head, "obj", "iobj") or tree.children(predicate, "nsubj"))


def is_favoured(tree: Tree, predicate: int) -> bool:
    """True for what somebody is for or against, or a law requires: "supports lifting the ban"."""
    head = tree.tokens[tree.tokens[predicate].head]
    favours = head.upos in ("VERB", "NOUN") and tree.lemma_above(predicate) in FAVOURING
    return favours and tree.is_a(predicate, "xcomp", "ccomp", "acl", "advcl")


def is_paper(named: Named, entity: str, words: Set[str] = REPORTS) -> bool:
    """True for reports and studies, to which nothing is done: "disappointment at reports that he had left"."""
    if named.cast.kind(entity) not in ("group", "person") or named.has_name(entity):
        return False
    heads = named.cast.heads(entity)
    wholes = [whole for token in heads for whole in named.tree.obliques(token, "of")]  # "some of the reports"
    return named.is_called(entity, words) or any(named.tree.lemma(whole) in words for whole in wholes)


def is_idea(named: Named, entity: str) -> bool:
    """True for an idea that was taken for people: "supported social justice"."""
    words = [named.tree.tokens[head] for head in named.cast.heads(entity)]
    return not named.has_name(entity) and all(word.upos == "NOUN" and word.noun_kind == "abstract" for word in words)


def is_setting(tree: Tree, predicate: int) -> bool:
    """True for to whom words were said, and no meeting: "speaking to the Courier, she said", "told a daily call with
    reporters that"."""
    if tree.tokens[predicate].upos == "NOUN" and tree.is_a(predicate, "obj", "iobj"):
        return tree.lemma_above(predicate) == "tell" and tree.lemma(predicate) in ("call", "briefing")
    if tree.lemma(predicate) not in ("speak", "talk") or not tree.is_a(predicate, "advcl"):
        return False
    reports = load_cues().reports(tree.lemma_above(predicate), "say", "state", "quote", "urge")
    return reports and not tree.children(predicate, "nsubj", "aux")


def is_capacity(tree: Tree, predicate: int) -> bool:
    """True for what one may do, not does: "the only way to stop Orten", "the power to veto bills", "lets it arrest"."""
    infinitive = "to" in tree.lemmas_under(predicate, "mark")
    above = tree.head(predicate) if tree.is_a(predicate, "xcomp") else None
    enabled = above is not None and (
        tree.lemma(above) in ENABLING or tree.lemma(above) == "able" and not _was(tree, above)
    )
    return infinitive and (enabled or tree.is_a(predicate, "acl") and tree.lemma_above(predicate) in CAPACITIES)


def _was(tree: Tree, adjective: int) -> bool:
    """True for "was able to", which did it."""
    return any(tree.tokens[kid].feats.get("Tense") == "Past" for kid in tree.children(adjective, "cop", "aux"))


def is_needless(tree: Tree, predicate: int) -> bool:
    """True for what one need not do: "does not have to resign", "there is no need to buy the oil"."""
    head = tree.head(predicate)
    if head is None or not tree.is_a(predicate, "xcomp", "acl") or tree.lemma(head) not in ("need", "have"):
        return False
    return is_negated(tree, head) or "no" in tree.lemmas_under(head, "det")


def is_tasked(tree: Tree, predicate: int) -> bool:
    """True for what somebody only has to do: "a unit tasked with investigating fraud"."""
    return tree.is_a(predicate, "advcl", "xcomp") and tree.lemma_above(predicate) in ("task", "entrust")


def is_counterfactual(tree: Tree, predicate: int) -> bool:
    """True for what should or could have been done, or would: "he should have condemned the attack".

    What would have been done on a condition is possible.
    """
    auxiliaries = tree.lemmas_under(predicate, "aux")
    untrue = {"should", "could"} if tree.children(predicate, "advcl") else {"should", "could", "would"}
    return "have" in auxiliaries and bool(auxiliaries & untrue)


def is_supposed(tree: Tree, noun: int) -> bool:
    """True for what has not come: "any attack", "an attack would cost them dearly", "a defence against attacks", "a
    reward for information leading to the arrest of Orten".
    """
    kinds = tree.lemmas_under(noun, "det")
    leading = tree.tokens[noun].head
    led = tree.case(noun) == "to" and tree.lemma(leading) == "lead" and tree.is_a(leading, "acl")
    if led and tree.lemma_above(leading) in HINTS:  # "information leading to his arrest"
        return True
    if tree.case(noun) == "against" and tree.lemma_above(noun) in word_list("guards") and not kinds & DEFINITE:
        return True
    return "any" in kinds or bool(kinds & INDEFINITE) and is_hypothetical(tree, noun)


def is_mimed(tree: Tree, token: int) -> bool:
    """True for what is only acted or shown: "simulated an attack", "the film depicts the killing of Orten"."""
    mimed = tree.tokens[tree.tokens[token].head].upos == "VERB" and tree.lemma_above(token) in MIMING
    return mimed and tree.is_a(token, "obj", "nsubj:pass", "ccomp", "xcomp")


def is_only_called(tree: Tree, verb: int) -> bool:
    """True for whom somebody only speaks ill of: "dismissed him as a clown", and "as “clueless”"."""
    if tree.lemma(verb) != "dismiss":
        return False
    for kid in tree.children(verb, "obl", "xcomp", "advcl", "ccomp", "nmod"):
        for mark in tree.children(kid, "case", "mark"):
            if tree.lemma(mark) == "as":
                marked = tree.text_at(mark + 1)[:1] in ("“", '"', "‘", "'")
                return marked or bool(tree.lemmas_under(kid, "det") & {"a", "an"})
    return False


def regrets_others(named: Named, predicate: int, event: str, actors: Sequence[str]) -> bool:
    """True for who regrets what others did, which concedes nothing: "expressed regret over Norland's refusal"."""
    tree = named.tree
    if event != "CONCEDE" or "regret" not in map(tree.lemma, tree.objects(predicate)):
        return False
    regretted = [
        kid for word in (predicate, *tree.objects(predicate)) for kid in tree.obliques(word, "over", "at", "about")
    ]
    owners = [named.entity_at(kid) for one in regretted for kid in tree.children(one, "nmod:poss")]
    return any(owner is not None and owner not in actors for owner in owners)


def is_broken_off(tree: Tree, noun: int) -> bool:
    """True for a truce that is no more: "the ceasefire collapsed within hours"."""
    return tree.lemma(noun) in TRUCES and tree.is_a(noun, "nsubj") and tree.lemma_above(noun) in FAILING


def is_bidden(tree: Tree, verb: int) -> bool:
    """True for what others are only told to do: "attack the town!", "don't shoot him", "to kill or overthrow him"."""
    first = tree.conjuncts(verb)[0]
    for member in {verb, first}:
        word = tree.tokens[member]
        told = word.feats.get("VerbForm") == "Inf" or word.feats.get("Mood") == "Imp"
        if word.upos != "VERB" or not told or word.text.lower() != word.lemma:
            return False
        own = [kid for kid in tree.children(member, "nsubj", "mark", "aux:pass") if not tree.is_a(kid, "nsubj:outer")]
        if own or tree.lemmas_under(member, "aux") - {"do"}:
            return False
    return tree.is_a(first, "root", "ccomp", "parataxis")


def is_glued(tree: Tree, token: int) -> bool:
    """True for a word with a hyphen before it: "Norland-supporting voters", "strong-arm"."""
    before = tree.tokens[token - 1] if token else None
    return before is not None and before.text in "-–" and before.span.end == tree.tokens[token].span.start


def is_hypothetical(tree: Tree, predicate: int) -> bool:
    """True for infinitives and for what can, could, may or would happen, or be considered."""
    carried = tree.tokens[predicate].upos == "NOUN" and tree.is_a(predicate, "obj", "nsubj")
    above = tree.head(predicate) if carried or tree.is_a(predicate, "xcomp") else None
    verbs = [predicate] if above is None else [predicate, above]
    if any(tree.lemma(kid) in HYPOTHETICAL for verb in verbs for kid in tree.children(verb, "aux")):
        return True
    return _is_purpose(tree, predicate)


def _is_purpose(tree: Tree, predicate: int) -> bool:
    """True for an infinitive, but not for what is spoken: "took to Twitter to thank them" thanks them."""
    if tree.is_a(predicate, "advcl", "xcomp") and tree.lemma_above(predicate) in word_list("voicing"):
        return False
    gerund = tree.tokens[predicate].text.lower().endswith("ing")
    if gerund and tree.children(predicate, "nsubj"):
        return False  # "led to the minister resigning"
    return "to" in tree.lemmas_under(predicate, "mark")


def is_indefinite(named: Named, entity: str) -> bool:
    """True for somebody unnamed who is introduced as one of many: "a woman", "any candidate", "voters"."""
    if named.has_name(entity):
        return False
    tree = named.tree
    first = min(named.cast.heads(entity))
    plural = named.cast.kind(entity) == "group" and tree.is_plural(first)
    bare = plural and tree.lemma(first) not in AUTHORITIES
    described = tree.children(first, "det", "nummod", "nmod", "amod", "compound", "acl")
    generic = bare and tree.tokens[first].upos == "NOUN" and not described
    return generic or bool(tree.lemmas_under(first, "det") & INDEFINITE)


def hosts_abroad(named: Named, visitors: Sequence[str], hosts: Sequence[str]) -> tuple[str, ...]:
    """The hosts without the visitors' own country, and without sites and regions that may lie in it; a city gives way
    to its state where the article names that.
    """
    cast = named.cast
    publisher = publishing_power(named.tree, cast)  # sends whom its release tells of, unless the release says whence
    home = {cast.country(visitor) for visitor in visitors} - {None} or {publisher and cast.country(publisher)} - {None}
    found: list[str] = []
    for host in hosts:
        if cast.kind(host) in ("state", "place") and not _is_abroad(named, host, home):
            continue
        found.append(host)
    return states_of(named, found)


def states_of(named: Named, places: Sequence[str]) -> tuple[str, ...]:
    """Each city's state where the article names that: "recalled its ambassador from Velm" is done to Norland."""
    cast, found = named.cast, []
    for place in places:
        country = cast.country(place) if cast.kind(place) == "place" else None
        found.append(state_of(cast, country) or place)
    return tuple(dict.fromkeys(found))


def _is_abroad(named: Named, host: str, home: set[str | None]) -> bool:
    """False for the visitors' own country, a site in no country ("Orten Hospital"), and a region where their home is
    unknown.
    """
    country, known = named.cast.country(host), named.cast.entities[host]
    if country is None:
        return known.name.split()[-1].lower() not in SITES
    region = known.kind == "state" and country_code(known.name) is None
    return country not in home and (bool(home) or not region)


def is_back_reference(tree: Tree, noun: int) -> bool:
    """True for "during the protest", "after last week's march" and "similar protests", told before or elsewhere, for
    the phrase "in protest", and for what is only called so ("known as riots").
    """
    if tree.case(noun) in ("in", "as", "like", "unlike") or tree.lemmas_under(noun, "amod") & OTHERS:
        return True
    definite = bool(tree.lemmas_under(noun, "det") & DEFINITE)
    definite = definite or bool(tree.children(noun, "nmod:poss"))
    return definite and not tree.is_a(noun, "nsubj", "obj", "root")


def protesters_of(named: Named, noun: int) -> tuple[str, ...]:
    """The protesters whose protest the noun tells of, where it can be anybody's who is in the street."""
    unnamed = named.tree.lemma(noun) in UNNAMED_PROTESTS and named.tree.tokens[noun].upos == "NOUN"
    return protesters_near(named, noun) if unnamed else ()


def protesters_near(named: Named, noun: int) -> tuple[str, ...]:
    """The protesters that the article spoke of within three sentences before the noun, or else first after it."""
    tree = named.tree
    here = tree.tokens[noun].sentence
    heads = sorted(at for at in named.cast.at if tree.lemma(at) in PROTESTERS)
    near = [at for at in heads if abs(tree.tokens[at].sentence - here) <= NEARBY]
    before = [at for at in near if at < noun]
    return (named.cast.at[before[-1] if before else near[0]],) if near else ()
