"""Tell what people do in private from what the public hears of: "met her future husband", a guest's own affairs."""

from collections.abc import Iterable, Iterator, Sequence

from onrecord.claims.draft import Draft
from onrecord.claims.for_who.named import Named
from onrecord.claims.who import Cast
from onrecord.lexicon.titles import load_titles
from onrecord.lexicon.word_lists import word_list
from onrecord.model import Event, Office, Statement

# Those who cooperate in public; what persons do together at work is theirs.
POWERS = frozenset({"state", "organization"})
PUBLIC = word_list("public")


def is_private(named: Named, predicate: int, event: str, sides: tuple[str, ...]) -> bool:
    """True for meetings and help between somebody and his or her own kin, and for work that only persons share."""
    if event == "COOPERATE":
        public = any(named.cast.kind(side) in POWERS or named.is_called(side, PUBLIC) for side in sides)
        if not public or any(named.is_called(side, word_list("market")) for side in sides):
            return True
    if event not in ("CONSULT", "COOPERATE", "AID", "AGREE"):
        return False
    if named.tree.lemmas_under(predicate, "obl") & {"holiday", "vacation", "honeymoon", "leisure"}:
        return True
    if any(_is_kin(named, kid) for kid in named.tree.children(predicate, "obj", "obl")):
        return True
    unnamed = (side for side in sides if not named.has_name(side))
    return any(_is_kin(named, token) for side in unnamed for token in named.cast.heads(side))


def _is_kin(named: Named, token: int) -> bool:
    """True for "his wife" and "my family", not for the families of others."""
    tree = named.tree
    owners = tree.children(token, "nmod:poss") if tree.lemma(token) in word_list("kin") else ()
    return any(tree.tokens[owner].upos == "PRON" for owner in owners)


def without_private_talk(cast: Cast, answers: Iterable[Draft], drafts: Sequence[Draft]) -> Iterator[Draft]:
    """The drafts without what guests of interviews who hold no public office tell of themselves and others like them;
    where a state or the holder of an office takes part, it is told."""
    offices = [draft.what for draft in drafts if isinstance(draft.what, Office)]
    lasts = {title.words[-1] for title in load_titles().words if title.kind != "organization"}
    public = {office.person for office in offices if office.title.lower().split()[-1] in lasts}
    private = [
        (said.speaker, span)
        for said, span in ((draft.what, draft.evidence[0]) for draft in answers)
        if isinstance(said, Statement) and said.speaker not in public
    ]
    holders = {office.person for office in offices}
    for draft in drafts:
        told = draft.what
        guest = next((who for who, span in private if span.covers(draft.evidence[0])), None)
        sides = told.actors + told.recipients if isinstance(told, Event) and guest is not None else ()
        if not sides or any(cast.kind(side) == "state" or side in holders - {guest} for side in sides):
            yield draft
