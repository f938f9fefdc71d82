"""Find who plays which part in an event: from relations of the tree to entities."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from onrecord.claims.for_events.attached import (
    BLAMING,
    after_particle,
    among,
    asked_to,
    below_noun,
    below_verb,
    given_to,
    jointly,
    late,
    lifted,
)
from onrecord.claims.for_events.authored import DEEDS, OPPOSING, TEXTS, is_law_of, is_word_of_others, writes_to
from onrecord.claims.for_events.meant import OFFERS, acting, owner_of, stands_for, without_titles
from onrecord.claims.for_events.pairs import find_pairs
from onrecord.claims.for_events.told_clauses import told_subjects, what_is_told
from onrecord.claims.for_who.named import Named
from onrecord.claims.grammar import CIRCUMSTANCES
from onrecord.claims.tree import Tree
from onrecord.lexicon.word_lists import word_list

OCCASION_CASES = frozenset(
    {"in", "at", "during", "after", "following", "before", "on", "for", "ahead of", "amid"}
    | {"over", "throughout", "upon", "in conjunction with", "prior to", "as part of", "on the sidelines of"}
)
COUNTS = word_list("counting_acts")
# What somebody else is said to have done follows these: "a charge of rioting".
CHARGES = frozenset({"case", "charge", "count", "accusation", "allegation", "suspicion"})
# What goes through parliaments, for whom it is about: "voted to send his nomination to the Senate".
NOMINATIONS = frozenset({"nomination", "appointment", "candidacy", "confirmation", "bid", "election"})
PAPERWORK = frozenset({"resolution", "bill", "measure", "legislation", "proposal", "budget", "amendment", "article"})
# Of whom something is told as his words: "quoted him as saying".
CITING = frozenset({"quote", "cite", "report"})
# A person before the noun mostly suffers it ("the Orten murder"), a body mostly does it ("a police raid").
BODIES = frozenset({"organization", "state", "group"})
ALONE = frozenset({"separately", "later", "then"})
INHERITED = ("with", "on", "against", "to", "from", "upon", "for", "of")


@dataclass(frozen=True, slots=True)
class Parts:
    """Answers which entities stand in a relation to a word; `named` finds the entity of a token.

    `told` holds, by their verb, clauses that are read as if it governed them instead of its own, `tellers` who tells
    them where no verb of saying does ("according to Orten").
    """

    named: Named
    told: Mapping[int, int] = field(default_factory=dict)
    tellers: Mapping[int, tuple[int, ...]] = field(default_factory=dict)
    known_pairs: Mapping[int, tuple[str, ...]] | None = None
    pairs: Mapping[int, tuple[str, ...]] = field(init=False)

    def __post_init__(self) -> None:
        known = self.known_pairs
        object.__setattr__(self, "pairs", find_pairs(self.named) if known is None else known)

    def telling(self, verb: int, clause: int, tellers: Mapping[int, tuple[int, ...]]) -> "Parts":
        """The same answers, but for the verb, which now says what the clause says."""
        return replace(self, told={verb: clause}, tellers=tellers, known_pairs=self.pairs)

    @property
    def tree(self) -> Tree:
        """The document's tree."""
        return self.named.tree

    def who(self, tokens: Iterable[int], *, owners: bool) -> tuple[str, ...]:
        """The entities of these tokens, without doubles; with `owners`, the owner of what is no entity itself."""
        found: list[str] = []
        for token in without_titles(self.tree, tuple(tokens)):
            if self.tree.tokens[token].text.lower().endswith(("self", "selves")) and self.tree.is_a(token, "obj"):
                continue
            meant = self.pairs.get(token) or stands_for(self.named, token)
            found.extend(meant or (owner_of(self.named, token) if owners else ()))
        return tuple(dict.fromkeys(found))

    def of_verb(self, verb: int, relations: Sequence[str], *, owners: bool) -> tuple[str, ...]:
        """The entities in these relations to a verb or adjective, in the order of the relations."""
        tree = self.tree
        found: list[str] = []
        for relation in relations:
            if relation == "nsubj":
                found.extend(self.doers(verb))
            elif relation == "xcomp":
                found.extend(self._inherited(self.clauses(verb), owners=owners))
            elif relation == "acl":
                found.extend(self._inherited(self.purposes(verb), owners=owners))
            else:
                meant = self.who(self.verb_tokens(verb, relation), owners=owners)
                if not meant and owners and relation == "obj" and self.is_active(verb):
                    meant = self.who(tree.obliques(verb, "by"), owners=False)  # "resisted efforts by Norland to"
                    offers = bool(tree.lemmas_under(verb, "obj") & OFFERS)
                    meant = meant or self.who(tree.obliques(verb, "from") if offers else (), owners=False)
                found.extend(meant)
        return tuple(dict.fromkeys(found))

    def verb_tokens(self, verb: int, relation: str) -> tuple[int, ...]:
        """Head tokens in a relation to a verb; phrases may hang on its object instead."""
        tree = self.tree
        if relation == "obj":
            return self.objects(verb) or self.verb_tokens(verb, "iobj") or lifted(tree, verb) or late(tree, verb)
        if relation == "aimed":
            aims = [aim for kid in tree.children(verb, "obj") for aim in tree.children(kid, "acl")]
            aims += [kid for kid in tree.children(verb, "advcl", "acl") if tree.lemma(kid) == "target"]
            return tree.after(*(thing for aim in aims for thing in tree.children(aim, "obj")))
        if relation in ("iobj", "vocative"):
            found = tree.after(*tree.children(verb, relation))
            found = tuple(member for member in found if tree.tokens[member - 1].text[:1] != "(")  # a speaker's label
            if relation == "iobj" and not found and tree.is_passive(verb) and tree.children(verb, "obj"):
                return tree.subjects(verb)  # "was granted asylum"
            return found or (given_to(tree, verb) if relation == "iobj" else ())
        if relation in ("ccomp", "blamed"):
            heads = (kid for kid in self.clauses(verb) if relation == "ccomp" or not tree.is_passive(kid))
            return tuple(token for kid in heads for token in told_subjects(self.tree, kid))
        if relation in ("xcomp", "advcl"):
            return tree.children(verb, relation)
        case = relation.partition(":")[2]
        phrases = [token for host in below_verb(tree, verb, case) for token in self._phrases(host, case)]
        if case in ("in", "at"):  # "in Moscow, she expressed support for Norland": in front it is told where
            phrases = [token for token in phrases if token > verb]
        return tuple(phrases) or after_particle(tree, verb, case)

    def met_apart(self, verb: int) -> tuple[str, ...]:
        """Those met on occasions of their own: "met with Orten, then with Vesely" (each has its own preposition)."""
        tree = self.tree
        tokens = tree.after(*tree.children(verb, "obl"))
        marked = [(token, tree.case(token)) for token in tokens if tree.case(token)]
        again = [token for at, (token, case) in enumerate(marked) if case in [other for _, other in marked[:at]]]
        if tree.lemmas_under(verb, "advmod") & {"separately", "individually"}:
            again = list(tree.obliques(verb, "with"))
        later = self.objects(verb)[1:]  # "met Orten and, separately, Vesely"
        again += [kid for kid in later if ALONE.intersection(tree.lemmas[kid - 2 : kid])]
        return self.who(again, owners=False)

    def is_active(self, verb: int) -> bool:
        """True for a verb with a subject and an object of its own, whatever its form was taken for."""
        tree = self.tree
        subject = any(tree.tokens[kid].deprel == "nsubj" for kid in tree.children(verb, "nsubj"))
        return subject and bool(tree.children(verb, "obj"))

    def objects(self, verb: int) -> tuple[int, ...]:
        """To whom or what it is done: objects, or the subjects of a passive."""
        tree = self.tree
        if self.is_active(verb):
            objects = tree.children(verb, "obj")
            if len(objects) == 2 and objects[0] > verb and tree.tokens[objects[1]].noun_kind == "person":
                titled = tree.tokens[objects[1]].upos == "PROPN" and objects == (objects[1] - 1, objects[1])
                objects = objects[1:] if titled else objects[:1]  # "named Judge Orten", "appointed her Secretary"
            found = tree.after(*objects)
        elif tree.is_a(verb, "acl") and tree.is_passive(verb) and (meant := among(tree, verb)):
            found = meant
        else:
            found = tree.objects(verb)
        marks = [mark for mark in tree.children(verb, "mark") if tree.lemma(mark) in BLAMING]
        # "accused Orten of lying": what stands before the mark is the object of the verb above
        return tuple(token for token in found if token != verb and not any(token < mark < verb for mark in marks))

    def clauses(self, verb: int) -> tuple[int, ...]:
        """The clauses that a verb governs: "that …", "to …", "for … to …"."""
        tree = self.tree
        if verb in self.told:
            return (what_is_told(tree, self.told[verb]),)
        marked = [kid for kid in tree.children(verb, "advcl") if tree.lemmas_under(kid, "mark") & {"for", "to"}]
        own = (what_is_told(tree, kid) for kid in tree.children(verb, "ccomp"))
        return (*own, *tree.children(verb, "xcomp"), *marked)

    def purposes(self, verb: int) -> tuple[int, ...]:
        """What the object of a verb is for: "sent engineers to help the miners"."""
        purposes = (kid for noun in self.tree.children(verb, "obj") for kid in self.tree.children(noun, "acl"))
        return tuple(filter(self.is_infinitive, purposes))

    def said_that(self, noun: int, relation: str = "ccomp") -> tuple[int, ...]:
        """The clauses that a noun of saying governs: "the demand that Norland leave"."""
        tree = self.tree
        clauses = (kid for kid in tree.children(noun, "acl") if tree.children(kid, "nsubj"))
        full = [kid for kid in clauses if tree.lemma(tree.subtree(kid)[0]) == "that"]
        return tuple(kid for kid in full if relation == "ccomp" or not tree.is_passive(kid))

    def is_infinitive(self, verb: int) -> bool:
        """True for "to" with a verb whose subject is told elsewhere."""
        if self.tree.children(verb, "nsubj"):
            return False
        to = "to" in self.tree.lemmas_under(verb, "mark")
        return to or self.tree.is_a(verb, "xcomp")

    def _inherited(self, verbs: Iterable[int], *, owners: bool) -> tuple[str, ...]:
        """Those to whom the governed verb is done: its objects, or else the phrases that hang on it or its object."""
        for verb in verbs:
            found = self.who(self.objects(verb), owners=False)
            if any(self.tree.lemma(thing) in NOMINATIONS for thing in self.objects(verb)):  # "to advance his bid"
                found = found or self.who(self.objects(verb), owners=True)
            if found and not any(map(self.named.has_name, found)):  # "send troops to Norland"
                found = self.who(self.verb_tokens(verb, "obl:to"), owners=False) or found
            paper = any(self.tree.lemma(thing) in PAPERWORK for thing in self.objects(verb))
            for case in () if paper else INHERITED:
                found = found or self.who(self.verb_tokens(verb, f"obl:{case}"), owners=False)
            for relation in ("obj", "obl:to", "obl:on", "obl:with") if owners and not paper else ():
                found = found or self.who(self.verb_tokens(verb, relation), owners=True)
            if found:
                return found
        return ()

    def doers(self, verb: int) -> tuple[str, ...]:
        """Who does what the verb says, also where a noun stands between ("Norland's decision to attack")."""
        tree, passive = self.tree, self.tree.is_passive(verb)
        if verb in self.tellers:
            return self.who(self.tellers[verb], owners=False)
        if not self.is_active(verb) and (blamed := self._blamed(verb)):
            return blamed
        if tree.is_a(verb, "acl") and not passive and (meant := among(tree, verb)):
            return self.who(meant, owners=False)
        if (writing := writes_to(tree, verb)) is not None:
            return self.doers(writing)
        if tree.is_a(verb, "amod"):
            doing = tree.tokens[verb].text.lower().endswith("ing")  # "protesting miners", not "retired miners"
            return self.who((tree.tokens[verb].head,), owners=False) if doing else ()
        tokens = self._doing(verb)
        found = self.who(tokens, owners=tree.is_a(verb, "acl") and self.is_infinitive(verb))
        found = found or self.who((token for token in tokens if tree.lemma(token) in DEEDS), owners=True)
        if not found and passive and not self.is_active(verb):  # "was condemned in a statement by Norland"
            found = self.who((t for t in tree.obliques(verb, "in") if tree.lemma(t) in TEXTS), owners=True)
        carried = tree.is_a(verb, "acl") and not passive and self._is_carried(verb)
        return found or (self._who_carries(tree.tokens[verb].head) if carried else ())

    def _doing(self, verb: int) -> list[int]:
        """The words for who does it: subjects, phrases with "by" wherever the tree hangs them, and who does it too."""
        tree, passive = self.tree, self.tree.is_passive(verb) and not self.is_active(verb)
        tokens = [token for token in (tree.agents(verb) if passive else tree.subjects(verb)) if token != verb]
        if passive:
            # a name that follows its title ("by the envoy Lars Edmond") may hang beside it
            tokens += [kid for kid in tree.children(verb, "obl:agent") if kid not in tokens and tree.case(kid) is None]
            phrases = [kid for kid in tree.children(verb, "obl") if not tokens and tree.case(kid) not in CIRCUMSTANCES]
            if not phrases and not tokens:  # "was invited to form a government by Orten"
                below = (kid for kid in tree.children(verb, "xcomp", "advcl") if not tree.children(kid, "nsubj"))
                goals = [goal for goal in below if not tree.is_passive(goal)]
                phrases = [host for goal in goals for host in (goal, *tree.children(goal, "obj"))]
            tokens += [kid for phrase in phrases for kid in tree.obliques(phrase, "by")]  # "filed against X by Y"
            hands = [] if tokens else [kid for kid in tree.obliques(verb, "at") if tree.lemma(kid) == "hand"]
            tokens += [who for kid in hands for who in tree.obliques(kid, "of")]  # "at the hands of the rebels"
        hosts = tokens if passive else [verb, *tokens]  # "was hanged along with Orten"
        tokens += [token for host in hosts for token in jointly(tree, host)]
        return [*tokens, *self._named_after(verb, tokens)]

    def _who_carries(self, noun: int) -> tuple[str, ...]:
        """Who does what the noun governs by the verb above it: "made a decision to attack"."""
        tree, above = self.tree, self.tree.head(noun)
        if above is None or not tree.is_a(noun, "obj", "obl") or tree.tokens[above].upos != "VERB":
            return ()
        if tree.tokens[noun].noun_kind == "person":
            return ()  # "assigned a nurse to accompany Orten"
        own = tree.subjects(above)
        return self.who((*own, *(kid for host in (above, *own) for kid in jointly(tree, host))), owners=True)

    def _named_after(self, verb: int, doers: Sequence[int]) -> tuple[int, ...]:
        """Who else does it by what follows: "sued on behalf of the Senate", "officials called, including Orten"."""
        tree = self.tree
        above = (tree.tokens[verb].head,) if tree.is_a(verb, "xcomp") else ()  # "I want to thank them on behalf of"
        behalf = [kid for at in (verb, *above) for kid in tree.obliques(at, "on") if tree.lemma(kid) == "behalf"]
        found = [token for kid in behalf for token in (*tree.obliques(kid, "of"), *tree.children(kid, "nmod:poss"))]
        several = any(tree.is_plural(token) for token in doers if token < verb)
        objects = tree.children(verb, "obj", "iobj", "obl")
        plural = any(tree.is_plural(kid) for kid in objects if tree.tokens[kid].upos == "NOUN")
        if several and not plural and not tree.is_passive(verb):
            below = [kid for kid in (*self.clauses(verb), *objects) if kid > verb]
            found += [token for host in (verb, *below) for token in tree.obliques(host, "including") if token > verb]
        return tuple(found)

    def _is_carried(self, verb: int) -> bool:
        """True where the noun above only carries what somebody does: "a plan to", "a statement condemning"."""
        noun = self.tree.tokens[verb].head
        if self.tree.lemma(noun) in CHARGES:
            return False  # "registered a case of rioting"
        if is_word_of_others(self.tree, noun):
            return False
        if self.is_infinitive(verb) or "of" in self.tree.lemmas_under(verb, "mark") or is_law_of(self.tree, verb):
            return True
        told = self.tree.lemma(noun) in TEXTS and not self.tree.is_a(verb, "acl:relcl")
        return told and self.tree.lemma(self.tree.tokens[noun].head) not in OPPOSING

    def _blamed(self, verb: int) -> tuple[str, ...]:
        """The object of the verb above, where that is blamed or praised for what this verb says."""
        tree = self.tree
        head = tree.head(verb)
        if head is not None and tree.is_a(verb, "acl") and tree.is_a(head, "obl:agent"):
            head = tree.head(head)  # "accused by the prosecutor of lying"
        elif not tree.is_a(verb, "advcl", "xcomp", "ccomp"):
            return ()
        if head is None or tree.children(verb, "nsubj"):
            return ()
        cited = ("as",) if tree.lemma(head) in CITING else ()
        if not any(tree.lemma(mark) in (*BLAMING, *cited) for mark in tree.children(verb, "mark")):
            return ()
        return self.who(self.verb_tokens(head, "obj"), owners=False)

    def of_noun(self, noun: int, relations: Sequence[str], hosts: Sequence[int], *, owners: bool) -> tuple[str, ...]:
        """The entities in these relations to a noun, or to the light verbs that carry it."""
        found: list[str] = []
        for relation in relations:
            if relation == "acl":
                kids = [kid for kid in self.tree.children(noun, "acl") if not self.tree.is_a(kid, "acl:relcl")]
                found.extend(self._inherited(kids, owners=owners))
            elif relation == "above":
                found.extend(self._above(noun))
            elif relation in ("amod", "compound"):
                taken = given_to(self.tree, self.tree.tokens[noun].head)
                tokens = [token for token in self.tree.children(noun, relation) if token not in taken]
                found.extend(e for token in tokens for e in acting(self.named, token, BODIES) or self._alike(token))
            else:
                found.extend(self.who(self.noun_tokens(noun, relation, hosts), owners=owners))
        return tuple(dict.fromkeys(found))

    def _alike(self, token: int) -> tuple[str, ...]:
        """The body that the article calls by the same noun: "police violence" after "the police"."""
        tree, named = self.tree, self.named
        if tree.tokens[token].upos != "NOUN":
            return ()
        for other, entity in sorted(named.cast.at.items()):
            if tree.lemma(other) == tree.lemma(token) and named.cast.kind(entity) in ("organization", "group"):
                return (entity,)
        return ()

    def bundle(self, noun: int) -> int:
        """The noun that counts this one ("two days of talks"), or the noun itself."""
        counted = self.tree.is_a(noun, "nmod") and self.tree.case(noun) == "of"
        return self.bundle(self.tree.tokens[noun].head) if counted and self.tree.lemma_above(noun) in COUNTS else noun

    def around(self, noun: int) -> tuple[str, ...]:
        """Who does what happens at the talks or on the visit: "after talks with Orten, Vesely said"."""
        noun = self.bundle(noun)
        beside = self.tree.is_a(noun, "obl") and self.tree.case(noun) in OCCASION_CASES
        verb = self.tree.tokens[noun].head
        return (self.sent(verb) or self.doers(verb)) if beside else ()

    def sent(self, verb: int) -> tuple[str, ...]:
        """Who goes where somebody sends him: one who is named, or whom a person sends ("sent his aide to Norland")."""
        if self.tree.lemma(verb) not in word_list("sending"):
            return ()
        kind = self.named.cast.kind
        gone = (one for one in self.who(self.objects(verb), owners=False) if kind(one) == "person")
        personal = any(kind(one) == "person" for one in self.doers(verb))
        return tuple(one for one in gone if personal or self.named.has_name(one))

    def _above(self, noun: int) -> tuple[str, ...]:
        """Who does what the noun hangs on: "left at the request of", "the dismissal by Orten at the behest of"."""
        head = self.tree.head(noun)
        if head is None or self.tree.case(noun) == "in" and self.tree.children(noun, "det", "amod", "nmod:poss"):
            return ()  # "was hurt in an earlier protest" is not "left in protest"
        if self.tree.tokens[head].upos in ("VERB", "ADJ"):
            return self.doers(head)
        return self.who(self.tree.obliques(head, "by"), owners=False)

    def noun_tokens(self, noun: int, relation: str, hosts: Sequence[int]) -> tuple[int, ...]:
        """Head tokens in a relation to a noun; phrases may hang on the verbs that carry it instead."""
        tree = self.tree
        if relation == "nmod:poss":
            owners = tree.children(noun, "nmod:poss")
            return tree.after(*owners)
        if relation in ("ccomp", "blamed"):  # "Norland's claim that Ostland had lied"
            told = tuple(token for kid in self.said_that(noun, relation) for token in told_subjects(self.tree, kid))
            return told or asked_to(tree, noun)
        case, head = relation.partition(":")[2], tree.head(noun)
        if case == "on" and tree.lemma_above(noun) == "blame" and tree.is_a(noun, "obj"):
            return ()  # "blamed the attack on Norland"
        if case == "by" and tree.children(noun, "nmod:poss") and tree.obliques(noun, "for"):
            return ()  # "his call for restraint by Norland"
        nested = below_noun(tree, noun, case)
        if case == "from" and tree.children(noun, "nmod:poss"):  # "his opposition to a ban from Norland"
            nested = (noun,)
        places = (*nested, *hosts)
        found = [token for host in places for token in self._phrases(host, case) if token != noun]
        if head is not None and tree.is_a(noun, "nsubj") and tree.children(head, "cop") and tree.case(head) == case:
            found += tree.after(head)  # "our thoughts are with the miners"
        if case == "between":  # "talks involving Norland and Ostland"
            held = (kid for kid in tree.children(noun, "acl") if tree.lemma(kid) == "involve")
            found += [token for kid in held if not tree.is_passive(kid) for token in tree.objects(kid)]
        if case == "between" and len(found) == 1:
            # "between the government of Norland and the rebels": the second side may hang on the first, or beside it
            found += [member for kid in tree.children(found[0], "nmod") for member in tree.after(kid)[1:]]
            found += [kid for kid in tree.children(noun, "nmod") if tree.case(kid) is None and tree.children(kid, "cc")]
        return tuple(found)

    def _phrases(self, host: int, case: str) -> Iterator[int]:
        """Nominals with this case marker; a conjunct with a marker of its own plays another part."""
        return (token for token in self.tree.obliques(host, case) if self.tree.case(token) in (None, case))
