"""Successions: offices told by who had them before or after: "succeeded President Torvald", "her predecessor"."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from onrecord.claims.draft import OfficeDraft
from onrecord.claims.for_offices.careers import named_at, person_at
from onrecord.claims.for_offices.holding import Holding, appointed_to, put_in_place, verb_words
from onrecord.claims.for_offices.titles import Reader
from onrecord.claims.status import find_status
from onrecord.model import Office, Tenure

FAIR = 0.6
KIN: dict[str, Tenure] = {"successor": "current", "predecessor": "former"}
"""What the person is whom the noun names; the other is told by an office of the same title."""
TO_COME = ("elected", "designated", "chosen", "incoming", "future", "presumptive")
"""What a successor is called who has not taken over yet."""


def find_successions(reader: Reader, held: Sequence[Holding], known: Sequence[OfficeDraft]) -> Iterator[OfficeDraft]:
    """The known drafts, those of who was succeeded as former ones, and one for each successor or predecessor."""
    drafts = list(known)
    ranks = frozenset(" ".join(word.words) for word in reader.titles.words if word.kind == "rank")
    for token in reader.tree.tokens:
        if token.upos == "VERB" and verb_words(reader.tree, token.index) in ("succeed", "replace", "take over"):
            _succeeded(reader, held, drafts, token.index, ranks)
        elif token.upos == "NOUN" and token.lemma.lower() in KIN:
            drafts.extend(_kin(reader, held, drafts, token.index))
    yield from drafts


def _succeeded(
    reader: Reader, held: Sequence[Holding], drafts: list[OfficeDraft], verb: int, ranks: frozenset[str]
) -> None:
    """Turns the draft of "succeeded President Torvald" into a former one and adds that of the successor.

    A rank is kept: who succeeds a general need not be one. "Became mayor, succeeding Torvald" tells that she was mayor.
    """
    tree, status = reader.tree, find_status(reader.tree, verb)
    new = put_in_place(reader, verb) or appointed_to(reader, verb)
    heirs = new or (tree.agents(verb) if tree.is_passive(verb) else tree.subjects(verb))
    old = tree.subjects(verb) if tree.is_passive(verb) else (*tree.objects(verb), *tree.obliques(verb, "from"))
    if status not in ("asserted", "planned"):
        return
    for place, draft in ((n, one) for gone in old for n, one in enumerate(drafts) if _is_beside(reader, one, gone)):
        office = draft.what
        if office.tenure not in ("current", "former") or office.title.lower() in ranks:
            continue
        heirs_named = [(heir, person) for heir in heirs if (person := _named(reader, held, heir, office)) is not None]
        tenure: Tenure = "current" if status == "asserted" else "elect"
        for heir, person in heirs_named:
            if not _is_told(drafts, person, office):
                first, last = min(heir, verb), max(heir, verb, draft.predicate)
                told = replace(office, person=person, tenure=tenure, change=None)
                drafts.append(OfficeDraft(told, verb, (tree.span(first, last),), FAIR))
        if status == "asserted":
            drafts[place] = replace(draft, what=replace(office, tenure="former"))
    if status == "asserted" and tree.tokens[verb].feats.get("VerbForm") in ("Ger", "Part"):
        drafts.extend(_forerunners(reader, held, drafts, verb))


def _forerunners(
    reader: Reader, held: Sequence[Holding], drafts: Sequence[OfficeDraft], verb: int
) -> Iterator[OfficeDraft]:
    """Who had the office of "became mayor in May, succeeding Lars Edmond" before."""
    tree, above = reader.tree, reader.tree.head(verb)
    got = [draft for draft in drafts if draft.predicate == above]
    if above is None or not tree.is_a(verb, "advcl", "xcomp") or tree.tokens[above].upos != "VERB" or len(got) != 1:
        return
    office = got[0].what
    for gone in (*tree.objects(verb), *tree.obliques(verb, "from")):
        person = _named(reader, held, gone, office)
        if person is not None and not _is_told(drafts, person, office):
            told = replace(office, person=person, tenure="former", change=None)
            yield OfficeDraft(told, verb, (tree.span(min(verb, gone), max(verb, gone)),), FAIR)


def _is_beside(reader: Reader, draft: OfficeDraft, token: int) -> bool:
    """True for the draft whose words hold the token: "President Torvald" at "Torvald"."""
    office = draft.what
    span = reader.tree.tokens[token].span
    inside = draft.evidence[0].start <= span.start < draft.evidence[0].end
    lost = office.tenure == "former"
    clause = reader.tree.tokens[draft.predicate].upos == "VERB"
    if clause:  # "succeeds Torvald, who resigned as minister"
        return inside and lost and reader.tree.head(draft.predicate) == token
    return inside and not lost


def _named(reader: Reader, held: Sequence[Holding], token: int, office: Office) -> str | None:
    """The named person at a token, other than the office's holder."""
    person = named_at(reader, held, token)
    return person if person != office.person else None


def _is_told(drafts: Sequence[OfficeDraft], person: str, office: Office) -> bool:
    """True where the same title is told of the person in any way."""
    offices = (draft.what for draft in drafts)
    return any(one.person == person and one.title.lower() == office.title.lower() for one in offices)


def _kin(reader: Reader, held: Sequence[Holding], drafts: Sequence[OfficeDraft], noun: int) -> Iterator[OfficeDraft]:
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
                yield OfficeDraft(told, noun, (span,), FAIR)


def _tenure(reader: Reader, noun: int) -> Tenure:
    """What the person is: "his elected successor" has not taken over yet."""
    coming = any(reader.lower(kid) in TO_COME for kid in reader.tree.children(noun, "amod"))
    return "elect" if coming and reader.tree.lemma(noun) == "successor" else KIN[reader.tree.lemma(noun)]


def _only_office(drafts: Sequence[OfficeDraft], person: str | None) -> Office | None:
    """The one office that the person is told to hold or to have held."""
    offices = [draft.what for draft in drafts if draft.what.person == person]
    offices = [office for office in offices if office.tenure != "candidate"]
    return offices[0] if len({office.title.lower() for office in offices}) == 1 else None
