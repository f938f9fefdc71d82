"""Ways through the dependency trees of an analysis: children, subjects, phrases, what governs what (UD labels)."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice

from onrecord.claims import control
from onrecord.claims.grammar import POSSESSIVES, SIDE_RELATIONS
from onrecord.lexicon.word_lists import word_list
from onrecord.model import Analysis, Sentence, Span, Token


@dataclass(frozen=True, slots=True)
class Tree:
    """The trees of one document. All token numbers are indices into `tokens`."""

    analysis: Analysis
    tokens: tuple[Token, ...] = field(init=False)
    sentences: tuple[Sentence, ...] = field(init=False)
    kids: tuple[tuple[int, ...], ...] = field(init=False)
    edges: tuple[tuple[int, int], ...] = field(init=False)
    deprels: tuple[str, ...] = field(init=False)
    bases: tuple[str, ...] = field(init=False)
    lemmas: tuple[str, ...] = field(init=False)

    def __post_init__(self) -> None:
        tokens = self.analysis.tokens
        kids: list[list[int]] = [[] for _ in tokens]
        for token in tokens:
            if token.head != token.index:
                kids[token.head].append(token.index)
        object.__setattr__(self, "tokens", tokens)
        object.__setattr__(self, "sentences", self.analysis.sentences)
        object.__setattr__(self, "kids", tuple(map(tuple, kids)))
        object.__setattr__(self, "edges", _find_edges(tokens, kids))
        object.__setattr__(self, "deprels", tuple(token.deprel for token in tokens))
        object.__setattr__(self, "bases", tuple(token.deprel.partition(":")[0] for token in tokens))
        object.__setattr__(self, "lemmas", tuple(token.lemma.lower() for token in tokens))

    @property
    def text(self) -> str:
        """The document's text."""
        return self.analysis.document.text

    def children(self, token: int, *deprels: str) -> tuple[int, ...]:
        """Direct dependents in text order; with `deprels`, those whose relation matches one of them."""
        kids = self.kids[token]
        if not deprels or not kids:
            return kids
        own, bases = self.deprels, self.bases
        return tuple([kid for kid in kids if own[kid] in deprels or bases[kid] in deprels])

    def child(self, token: int, *deprels: str) -> int | None:
        """The first direct dependent with such a relation, or None."""
        return next(iter(self.children(token, *deprels)), None)

    def head(self, token: int) -> int | None:
        """The governor, or None at the root."""
        head = self.tokens[token].head
        return None if head == token else head

    def is_a(self, token: int, *deprels: str) -> bool:
        """True when the token's own relation is one of these; "obl" also takes "obl:agent"."""
        return self.deprels[token] in deprels or self.bases[token] in deprels

    def lemma(self, token: int) -> str:
        """The lemma in lower case; empty behind the last token."""
        return self.lemmas[token] if token < len(self.lemmas) else ""

    def text_at(self, token: int) -> str:
        """The token's text; empty before the first token and behind the last."""
        return self.tokens[token].text if 0 <= token < len(self.tokens) else ""

    def lemma_above(self, token: int) -> str:
        """The lemma of the governor; empty at the root."""
        head = self.tokens[token].head
        return "" if head == token else self.lemmas[head]

    def lemmas_under(self, token: int, *deprels: str) -> set[str]:
        """The lemmas of the direct dependents that stand in one of these relations."""
        return {self.lemmas[kid] for kid in self.children(token, *deprels)}

    def is_plural(self, token: int) -> bool:
        """True for a word in the plural."""
        return self.tokens[token].feats.get("Number") == "Plur"

    def lemmas_near(self, token: int) -> set[str]:
        """The lemmas of the sentence that the token stands in and of the two beside it."""
        here = self.tokens[token].sentence
        near = self.sentences[max(here - 1, 0) : here + 2]
        return set(self.lemmas[near[0].first : near[-1].last + 1])

    def subtree(self, token: int) -> tuple[int, int]:
        """First and last token, both inclusive, of all that hangs under the token."""
        return self.edges[token]

    def phrase(self, token: int, *, without: Sequence[str] = SIDE_RELATIONS) -> tuple[int, int]:
        """First and last token of the phrase around its head, leaving out dependents of the kinds in `without`."""
        low = high = token
        for kid in self.kids[token]:
            if not self.is_a(kid, *without):
                first, last = self.phrase(kid, without=without)
                low, high = min(low, first), max(high, last)
        return low, high

    def top(self, first: int, last: int) -> int:
        """The token of a stretch whose governor lies outside it."""
        inside = range(first, last + 1)
        return next((token for token in inside if self.head(token) not in inside), last)

    def span(self, first: int, last: int) -> Span:
        """The characters from the first to the last of two tokens, both inclusive."""
        return Span(self.tokens[first].span.start, self.tokens[last].span.end)

    def words(self, first: int, last: int) -> str:
        """The text from the first to the last of two tokens, both inclusive."""
        return self.span(first, last).of(self.text)

    def case(self, token: int) -> str | None:
        """The token's case markers in lower case ("with", "according to"), or None."""
        marks = self.children(token, "case")
        if not marks:  # "of Minister Orel", taken for the name with "of Minister" before it
            titles = [kid for kid in self.children(token, "nmod:desc") if kid < token]
            marks = tuple(mark for kid in titles for mark in self.children(kid, "case"))
        parts = (part for kid in marks for part in (kid, *self.children(kid, "fixed")))
        words = (self.tokens[part].text.lower() for part in parts)
        return " ".join(word for word in words if word not in POSSESSIVES) or None

    def conjuncts(self, token: int) -> tuple[int, ...]:
        """The token and all that is coordinated with it, whichever member it is, in text order."""
        first = token
        while self.is_a(first, "conj") and self.tokens[first].head != first:
            first = self.tokens[first].head
        found = [first]
        for number in found:
            found.extend(self.children(number, "conj"))
        return tuple(sorted(found))

    def after(self, *tokens: int) -> tuple[int, ...]:
        """The tokens, each with what is coordinated under it, not what it is itself coordinated with."""
        every: list[int] = []
        for token in tokens:
            found = [token]
            for number in found:
                found.extend(kid for kid in self.children(number, "conj") if not self.is_set_beside(kid))
                found.extend(self._listed(number))
            every.extend(sorted(found))
        return tuple(every)

    def is_set_beside(self, name: int) -> bool:
        """True for somebody behind a place who was taken for a second one: "the mayor of Karsk, Orel, said"."""
        place = self.tokens[name].head
        if not self.is_a(name, "conj") or self.tokens[name].noun_kind != "person":
            return False
        kids = self.children(place, "conj")
        alone = len(kids) == 1 and not any(self.children(kid, "cc") for kid in kids)
        sender = self.is_a(place, "obl:agent") and self.is_a(self.tokens[place].head, "acl")
        return alone and (sender or self.tokens[place].noun_kind == "place")

    def _listed(self, token: int) -> Iterator[int]:
        """Persons taken for an apposition of the first: "President Orel, Prime Minister Vesely and Minister Falk", and
        those joined to the name of one: "his counterpart Orel and Minister Falk"."""
        single = self.tokens[token].noun_kind == "person" and self.tokens[token].feats.get("Number") == "Sing"
        for kid in self.children(token, "appos"):
            names = [n for n in (token, kid, *self.children(kid, "conj")) if self.tokens[n].upos == "PROPN"]
            people = all(self.tokens[number].noun_kind == "person" for number in names)
            if single and people:
                yield from (number for number in names if number not in (token, kid))
            if len(names) > 2 and people:
                yield kid

    def is_passive(self, verb: int) -> bool:
        """True for a passive verb, or a bare past participle that modifies a noun; "have withdrawn" is none."""
        if "have" in self.lemmas_under(verb, "aux") and not self.children(verb, "aux:pass"):
            return False
        if self._is_of_its_object(verb):
            return False
        if self.children(verb, "aux:pass", "nsubj:pass", "csubj:pass"):
            return True
        token = self.tokens[verb]
        if token.feats.get("Voice") == "Pass":
            return True
        if self.is_a(verb, "acl") and self.children(verb, "obl:agent") and not self.children(verb, "obj", "nsubj"):
            return True  # "lawmakers led by Orel", with a participle taken for the past tense
        above = self.head(verb) if self.lemma(verb) in word_list("undergone") and self.is_a(verb, "conj") else None
        if above is not None and not self.children(verb, "nsubj", "obj", "aux", "ccomp") and self.is_passive(above):
            return token.feats.get("Tense") == "Past"  # "was arrested and sentenced to death"
        participle = token.feats.get("VerbForm") == "Part" and token.feats.get("Tense") == "Past"
        return participle and self.is_a(verb, "acl", "amod", "advcl") and not self.children(verb, "aux", "nsubj", "obj")

    def _is_of_its_object(self, verb: int) -> bool:
        """True for a clause without "whom" on the noun to whom it is done: "the reporter the police arrested"."""
        noun = self.tokens[verb].head
        own = [
            kid
            for kid in self.children(verb, "nsubj")
            if noun < kid < verb and not self.tokens[kid].text.lower().endswith(("self", "selves"))
        ]  # not "Orten, himself convicted of fraud"
        if not own or not self.is_a(verb, "acl") or self.children(verb, "aux:pass", "mark", "obj", "xcomp", "ccomp"):
            return False
        return all(self.tokens[kid].feats.get("PronType") != "Rel" for kid in self.kids[verb])

    def agents(self, verb: int) -> tuple[int, ...]:
        """Heads of the by-phrases of a passive verb, coordination unfolded."""
        found = [kid for kid in self.children(verb, "obl") if self.case(kid) == "by"]
        if not found:  # "was threatened with sanctions by the union", taken for sanctions by it
            with_what = [kid for kid in self.children(verb, "obl") if self.case(kid) == "with"]
            found = [kid for noun in with_what for kid in self.children(noun, "nmod") if self.case(kid) == "by"]
        return self.after(*found)

    def subjects(self, verb: int) -> tuple[int, ...]:
        """Surface subjects of a verb, coordination unfolded.

        Where the verb has none of its own it takes that of the verb it is coordinated with, that controls it (xcomp,
        purpose clauses), or the noun that its relative or participial clause modifies. Relative pronouns are
        replaced by their antecedent. At most eight steps up.
        """
        current = verb
        for _ in range(8):
            every = self.children(current, "nsubj", "csubj")
            own = [kid for kid in every if not self.is_a(kid, "nsubj:outer")]
            own = own or [*every] * (self.tokens[current].upos == "VERB")  # "is due to meet", taken for one word
            if own:
                meant = self.antecedent(subject := self._one_subject(current, own))
                beyond = meant != subject and meant < current  # "A, which left, and B": B did not leave
                return tuple(kid for kid in self.after(meant) if not (beyond and kid > current))
            head = self.head(current)
            if head is None:
                return ()
            if (before := control.taken_for_oblique(self, current, head)) is not None:
                return self.after(before)
            if self.is_a(current, "acl"):
                gap = self.is_a(current, "acl:relcl") and self._has_own_gap(current)
                return () if gap else tuple(kid for kid in self.after(head) if kid < current or head > current)
            marks = self.lemmas_under(current, "mark") if self.is_a(current, "advcl") else set()
            if "for" in marks:
                return control.blamed(self, head)
            whom = self.children(head, "obj") if not self.is_passive(head) else ()
            if whom and marks & control.CHARGING:
                return self.after(*whom)
            if called := control.called_on(self, current, head) or control.led_to(self, current, head):
                return called
            if self.is_a(current, "xcomp"):
                whom = self.children(head, "obj", "iobj") if not self.is_passive(head) else ()
                if controllers := [kid for kid in whom if self.lemma(kid) not in control.UNDERTAKEN]:
                    return self.after(*controllers)
            elif not self.is_a(current, "conj", "advcl", "ccomp", "parataxis") or self.is_finite_clause(current):
                return ()
            current = head
        return ()

    def _one_subject(self, verb: int, own: Sequence[int]) -> int:
        """A clause has one subject: of two, a title right before a name gives way to the name, and what stands before
        the mark of the clause to what stands behind it; else the first stays.

        A person's name stays too: what follows it is the end of its own phrase ("Ana Orel of the Peace Party Norland")
        or of the name ("Downing Street").
        """
        chosen, marks = own[0], self.children(verb, "mark")
        for later in own[1:]:
            if any(chosen < mark < later for mark in marks) or self._gives_way(chosen, later):
                chosen = later
        return chosen

    def _gives_way(self, title: int, name: int) -> bool:
        """True for a title right before a name, without a comma."""
        start, word = self.subtree(name)[0], self.tokens[title]
        if start != self.subtree(title)[1] + 1 or self.tokens[start].text == ",":
            return False
        ended = word.upos == "PROPN" and word.noun_kind == "person" and self.tokens[name].noun_kind != "person"
        whole = ended and any(each.first <= title and name <= each.last for each in self.analysis.names)
        return not (whole or ended and self.children(title, "nmod", "appos", "list"))

    def is_finite_clause(self, verb: int) -> bool:
        """A clause with a subordinator and a finite verb does not borrow a subject from outside."""
        if self.is_a(verb, "conj"):
            return False
        passive = [kid for kid in self.children(verb, "aux:pass") if self.tokens[kid].text.lower() != "being"]
        return self.tokens[verb].feats.get("VerbForm") == "Fin" or bool(passive)

    def _has_own_gap(self, verb: int) -> bool:
        """A relative clause with an object or adverbial relative pronoun has its antecedent there, not as subject."""
        relative = (kid for kid in self.kids[verb] if self.tokens[kid].feats.get("PronType") == "Rel")
        return any(not self.is_a(kid, "nsubj") for kid in relative)

    def antecedent(self, token: int) -> int:
        """The noun that a relative pronoun stands for; any other token itself."""
        if self.tokens[token].feats.get("PronType") != "Rel" and self.lemma(token) not in ("who", "which", "that"):
            return token
        for current in (token, *islice(self.ancestors(token), 5)):
            if self.is_a(current, "acl:relcl"):
                return self._who_is_meant(token, self.tokens[current].head)
            if self.is_a(current, "advcl:relcl"):
                noun = self.tokens[current].head  # "it was Orel who left"
                return noun if self.children(noun, "expl") and self.children(noun, "cop") else token
        return token

    def _who_is_meant(self, pronoun: int, noun: int) -> int:
        """The antecedent in the tree; for "who" the name right before it: "the efforts of President Orel, who …"."""
        last = pronoun - 1
        while last > noun and self.tokens[last].upos == "PUNCT":
            last -= 1
        if self.lemma(pronoun) != "who" or last <= noun:  # not "the shooting of six people, which Orel condemned"
            said = self.tokens[noun].upos == "NOUN" or not self.is_a(noun, "nsubj")  # "Norland, which …" is nobody
            which = self.lemma(pronoun) == "which" and self.tokens[noun].noun_kind == "person"
            return pronoun if which and said else noun
        inner = [kid for kid in self.children(noun, "nmod") if self.phrase(kid)[0] <= last <= self.phrase(kid)[1]]
        named = [kid for kid in inner if self.tokens[kid].upos == "PROPN" and self.tokens[kid].noun_kind == "person"]
        return named[0] if named and self.tokens[noun].noun_kind != "person" else noun

    def objects(self, verb: int) -> tuple[int, ...]:
        """Direct objects, coordination unfolded; for a passive, its surface subjects."""
        if self.is_passive(verb):
            return self.subjects(verb)
        found = self.children(verb, "obj") or self._taken_for_subject(verb)
        for kid in () if found else self.children(verb, "xcomp"):
            if kid == verb + 1 and self.lemma(kid) in ("neighbour", "neighbor"):
                found = self.children(kid, "obj")  # "accused neighbouring Norland of lying"
        if self._is_of_its_object(verb):
            found = found or (self.tokens[verb].head,)
        if not found and self.is_a(verb, "conj") and not self.children(verb, "obl", "ccomp", "xcomp"):
            head = self.tokens[verb].head
            found = tuple(kid for kid in self.children(head, "obj") if kid > verb)
        if not found:  # "fired and landed a round on the crowd"
            found = tuple(kid for other in self.right_beside(verb) for kid in self.children(other, "obj"))
        return self.after(*map(self.antecedent, found))

    def _taken_for_subject(self, verb: int) -> tuple[int, ...]:
        """The noun right behind an active verb that was taken for a second subject of it."""
        first, *later = self.children(verb, "nsubj") or (verb,)
        if first >= verb or self.children(verb, "cop", "ccomp", "xcomp"):
            return ()
        return tuple(kid for kid in later if self.subtree(kid)[0] == verb + 1)

    def right_beside(self, verb: int) -> tuple[int, ...]:
        """The verb joined to this one with only "and" between them: what follows belongs to both."""
        own = self.children(verb, "obl", "ccomp", "xcomp", "obj", "compound", "advmod", "advcl")
        nothing = all(self.tokens[kid].deprel == "obl:unmarked" for kid in own)
        joined = (kid for kid in self.children(verb, "conj") if kid == verb + 2 and self.tokens[kid].upos == "VERB")
        return tuple(kid for kid in joined if nothing)

    def obliques(self, token: int, *cases: str) -> tuple[int, ...]:
        """Nominals under a verb or noun with one of these case markers, coordination unfolded."""
        found = [kid for kid in self.children(token, "obl", "nmod", "nsubj") if self.case(kid) in cases]
        return self.after(*map(self.antecedent, found))

    def doers(self, verb: int) -> tuple[int, ...]:
        """Who does it: the subjects of an active verb, the by-phrases of a passive one."""
        return self.agents(verb) if self.is_passive(verb) else self.subjects(verb)

    def tokens_in(self, span: Span) -> range:
        """The tokens that begin within a span."""
        first = bisect_left(self.tokens, span.start, key=lambda token: token.span.start)
        return range(first, bisect_left(self.tokens, span.end, lo=first, key=lambda token: token.span.start))

    def sentence_of(self, token: int) -> Sentence:
        """The sentence that the token stands in."""
        return self.sentences[self.tokens[token].sentence]

    def ancestors(self, token: int) -> Iterator[int]:
        """The governors from the nearest to the root."""
        current = self.head(token)
        while current is not None:
            yield current
            current = self.head(current)


def _find_edges(tokens: Sequence[Token], kids: Sequence[Sequence[int]]) -> tuple[tuple[int, int], ...]:
    """First and last token of the subtree of each token, found leaves first; `kids` are the dependents of each."""
    low = list(range(len(tokens)))
    high = list(range(len(tokens)))
    order = [token.index for token in tokens if token.head == token.index]
    for number in order:
        order.extend(kids[number])
    for number in reversed(order):
        head = tokens[number].head
        low[head] = min(low[head], low[number])
        high[head] = max(high[head], high[number])
    return tuple(zip(low, high, strict=True))
