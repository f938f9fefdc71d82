"""Successions: offices told by who had them before or after: "succeeded President Torvald", "her predecessor"."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from onrecord.claims.draft import Draft
from onrecord.claims.for_offices.careers import person_at
from onrecord.claims.for_offices.holding import Holding, verb_words
from onrecord.claims.for_offices.titles import Reader
from onrecord.claims.status import find_status
from onrecord.model import Office, Tenure

FAIR = 0.6
SUCCEEDING = ("succeed", "replace", "take over")
KIN: dict[str, Tenure] = {"successor": "current", "predecessor": "former"}
"""What the person is whom the noun names; the other is told by an office of the same title."""
TO_COME = ("elected", "designated", "chosen", "incoming", "future", "presumptive")
"""What a successor is called who has not taken over yet."""


def find_successions(reader: Reader, held: Sequence[Holding], known: Sequence[Draft]) -> Iterator[Draft]:
    """The known drafts, those of who was succeeded as former ones, and one for each successor or predecessor."""
    drafts = list(known)
    for token in reader.tree.tokens:
        if token.upos == "VERB" and verb_words(reader.tree, token.index) in SUCCEEDING:
            _succeeded(reader, held, drafts, token.index)
        elif token.upos == "NOUN" and token.lemma.lower() in KIN:
            drafts.extend(_kin(reader, held, drafts, token.index))
    yield from drafts


def _succeeded(reader: Reader, held: Sequence[Holding], drafts: list[Draft], verb: int) -> None:
    """Turns the draft of "succeeded President Torvald" into a former one and adds that of the successor."""
    tree, status = reader.tree, find_status(reader.tree, verb)
    heirs = tree.agents(verb) if tree.is_passive(verb) else tree.subjects(verb)
    old = tree.subjects(verb) if tree.is_passive(verb) else (*tree.objects(verb), *tree.obliques(verb, "from"))
    if status not in ("asserted", "planned"):
        return
    for place, draft in ((n, one) for gone in old for n, one in enumerate(drafts) if _is_beside(reader, one, gone)):
        office = draft.what
        if not isinstance(office, Office) or office.tenure != "current":
            continue
        heirs_named = [(heir, person) for heir in heirs if (person := _named(reader, held, heir, office)) is not None]
        tenure: Tenure = "current" if status == "asserted" else "elect"
        for heir, person in heirs_named:
            if not _is_told(drafts, person, office):
                first, last = min(heir, verb), max(heir, verb, draft.predicate)
                told = replace(office, person=person, tenure=tenure, change=None)
                drafts.append(Draft(told, verb, (tree.span(first, last),), FAIR))
        if status == "asserted":
            drafts[place] = replace(draft, what=replace(office, tenure="former"))


def _is_beside(reader: Reader, draft: Draft, token: int) -> bool:
    """True for the draft whose words hold the token: "President Torvald" at "Torvald"."""
    office = draft.what
    span = reader.tree.tokens[token].span
    inside = isinstance(office, Office) and draft.evidence[0].start <= span.start < draft.evidence[0].end
    return inside and reader.tree.tokens[draft.predicate].upos != "VERB"


def _named(reader: Reader, held: Sequence[Holding], token: int, office: Office) -> str | None:
    """The named person at a token, other than the office's holder."""
    person = person_at(reader, held, token)
    return person if person != office.person and person is not None and reader.names.has_name(person) else None


def _is_told(drafts: Sequence[Draft], person: str, office: Office) -> bool:
    """True where the same title is told of the person in any way."""
    offices = (draft.what for draft in drafts if isinstance(draft.what, Office))
    return any(one.person == person and one.title.lower() == office.title.lower() for one in offices)


def _kin(reader: Reader, held: Sequence[Holding], drafts: Sequence[Draft], noun: int) -> Iterator[Draft]:
    """ "Torvald's successor, Lars Edmond": the one office that is told of Torvald is his as well."""
    tree = reader.tree
    named = tree.children(noun, "appos", "nmod:desc", "flat")
    for owner in tree.children(noun, "nmod:poss"):
        person = person_at(reader, held, owner)
        office = _only_office(drafts, person)
        for heir in named if office is not None else ():
            other = _named(reader, held, heir, office) if office is not None else None
            if office is not None and other is not None and not _is_told(drafts, other, office):
                told = replace(office, person=other, tenure=_tenure(reader, noun), change=None)
                span = tree.span(min(owner, heir), max(owner, heir))
                yield Draft(told, noun, (span,), FAIR)


def _tenure(reader: Reader, noun: int) -> Tenure:
    """What the person is: "his elected successor" has not taken over yet."""
    coming = any(reader.lower(kid) in TO_COME for kid in reader.tree.children(noun, "amod"))
    return "elect" if coming and reader.tree.lemma(noun) == "successor" else KIN[reader.tree.lemma(noun)]


def _only_office(drafts: Sequence[Draft], person: str | None) -> Office | None:
    """The one office that the person is told to hold or to have held."""
    offices = [draft.what for draft in drafts if isinstance(draft.what, Office) and draft.what.person == person]
    offices = [office for office in offices if office.tenure != "candidate"]
    return offices[0] if len({office.title.lower() for office in offices}) == 1 else None
