"""Texts in the first person whose head or foot tells who speaks: "Statement by X on Y", letters that X signs."""

import re
from collections.abc import Iterator

from onrecord.claims.draft import Draft
from onrecord.claims.for_statements.back_matter import end_of_story
from onrecord.claims.for_statements.shapes import trim
from onrecord.claims.for_statements.unreported import BYLINE, CLOSING_HEADING, FIRST_PERSON
from onrecord.claims.tree import Tree
from onrecord.claims.who import Cast
from onrecord.model import Entity, Span, Statement
from onrecord.names import surname

_HEAD = re.compile(
    r"^[ \t#*]*(?:(?:joint|press|official|public|media|opening|closing|new year[’']?s) )*"
    r"(?:statement|remarks|declaration|message|address|speech|comments|(?:open )?letter)"
    r"(?: (?:issued|made|delivered|given))? (?:by|from|of) (?P<who>[^\n]{3,200}?)(?<![.!?])[ \t*]*$"
    r"|^[ \t#*]*(?P<whose>[^\n]{3,80}?)(?:[’']s?)?(?: (?:press|official))? (?:statement|remarks) (?:on|about|regarding)"
    r" [^\n]{3,100}(?<![.!?])[ \t*]*$",
    re.IGNORECASE | re.MULTILINE,
)
_HEAD_CHARACTERS = 600
"""So far from the start of a text its head may stand."""
_ABOUT = re.compile(
    r",? (?:on(?! behalf)|about|regarding|concerning|following|after|at|to|in response|ahead|during|in|before|as|for)\b"
)
"""What ends the words for who speaks: "by Foreign Minister Lenka Dorn on the vote in Norland"."""
_GREETING = re.compile(r"^[ \t]*Dear [^\n]{2,80}$", re.MULTILINE)
_SIGNATURE = re.compile(
    r"^[ \t]*(?:yours(?: \w+)?|sincerely(?: yours)?|respectfully(?: yours)?|(?:kind |best |warm )?regards"
    r"|best(?: wishes)?|signed|cordially)[,:]?[ \t]*\n\s*(?P<who>[^\n]{3,100})",
    re.IGNORECASE | re.MULTILINE,
)
_WORDS = re.compile(r"^[^\n]*[.!?:,;”\"][ \t]*$", re.MULTILINE)
"""A line that is no heading, date or place, but ends as sentences do."""
_QUOTED = re.compile(r"“[^”]*”|\"[^\"\n]*\"|«[^»]*»")
_SURE = 0.8


def find_signed(tree: Tree, cast: Cast) -> Iterator[Draft]:
    """A statement for a text that speaks in the first person throughout, of who is named at its head or foot."""
    text = tree.text
    found = _headed(tree, cast) or _letter(tree, cast)
    if found is None:
        return
    speaker, words = found
    token = next(iter(tree.tokens_in(words)), None)
    if token is not None and FIRST_PERSON.search(_QUOTED.sub("", words.of(text))):
        yield Draft(Statement(speaker, (), "indirect", (words,), None), token, (words,), _SURE)


def _headed(tree: Tree, cast: Cast) -> tuple[str, Span] | None:
    """Who speaks in a text under "Statement by …", and all that is said up to where the text speaks of the speaker."""
    text = tree.text
    head = _HEAD.search(text, 0, _HEAD_CHARACTERS)
    if head is None:
        return None
    who = Span(*head.span("who" if head["who"] else "whose"))
    about = _ABOUT.search(text, who.start, who.end)
    speaker = _speaker(tree, cast, Span(who.start, about.start() if about else who.end))
    first = _WORDS.search(text, head.end())
    if speaker is None or first is None:
        return None
    closed = (pattern.search(text, first.start()) for pattern in (CLOSING_HEADING, BYLINE))
    end = min([end_of_story(text), *(found.start() for found in closed if found)])
    named = re.search(rf"(?i:\b{re.escape(surname(speaker.name))}\b)", text[first.start() : end])
    if named and speaker.kind == "person":  # bodies speak of themselves by name
        end = max(first.start(), text.rfind("\n", first.start(), first.start() + named.start()))
    words = trim(text, Span(first.start(), end)) if end > first.start() else None
    return (speaker.id, words) if words else None


def _letter(tree: Tree, cast: Cast) -> tuple[str, Span] | None:
    """Who signs a letter, and what stands between its greeting and its end."""
    greeting = _GREETING.search(tree.text, 0, _HEAD_CHARACTERS)
    signature = _SIGNATURE.search(tree.text, greeting.end() + 1) if greeting else None
    if greeting is None or signature is None:
        return None
    speaker = _speaker(tree, cast, Span(*signature.span("who")))
    words = trim(tree.text, Span(greeting.end(), signature.start()))
    return (speaker.id, words) if speaker and words else None


def _speaker(tree: Tree, cast: Cast, words: Span) -> Entity | None:
    """The one person named there, or else the body or the state; None where two people are."""
    ids = dict.fromkeys(entity for token in tree.tokens_in(words) if (entity := cast.entity_at(token)) is not None)
    found = [cast.entities[entity] for entity in ids]
    people = [one for one in found if one.kind == "person" and any(m.form == "name" for m in one.mentions)]
    if people:
        return people[0] if len(people) == 1 else None
    kinds = ("organization", "person", "group", "state")
    return next((one for kind in kinds for one in found if one.kind == kind), None)
