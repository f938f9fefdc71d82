"""Verbs that the model took for the adjective of their object: "cut ties with Orsk and restored ties with Kars"."""

from dataclasses import replace

from onrecord.lexicon.event_words import load_event_words
from onrecord.model import Analysis, Token


def with_verbs_apart(analysis: Analysis) -> Analysis:
    """The analysis, with a past participle behind "and" as a second verb, where it governs the noun behind it as a verb
    of the lexicon does and the noun has no article."""
    tokens = list(analysis.tokens)
    for joint in analysis.tokens:
        if joint.lemma.lower() in ("and", "but") and joint.index + 2 < len(tokens):
            _part(tokens, joint.index)
    return analysis if tokens == list(analysis.tokens) else replace(analysis, tokens=tuple(tokens))


def _part(tokens: list[Token], joint: int) -> None:
    second = tokens[joint + 1]
    noun = tokens[second.head]
    if second.upos != "VERB" or second.deprel != "amod" or noun.deprel != "conj" or noun.index != second.index + 1:
        return
    before = tokens[noun.head]
    verb = tokens[before.head] if before.deprel == "obj" else before
    finite = verb.upos == "VERB" and verb.feats.get("VerbForm") == "Fin" and verb.feats.get("Tense") == "Past"
    if not finite or second.feats.get("Tense") != "Past":
        return
    governed = {noun.lemma.lower()} | ({before.lemma.lower()} if before is not verb else set())
    senses = load_event_words().find("verb", second.lemma.lower(), second.text)
    if not any(governed <= sense.objects for sense in senses):
        return
    feats = {"Mood": "Ind", "Tense": "Past", "VerbForm": "Fin"}
    tokens[second.index] = replace(second, head=verb.index, deprel="conj", feats=feats)
    tokens[noun.index] = replace(noun, head=second.index, deprel="obj")
    tokens[joint] = replace(tokens[joint], head=second.index)
