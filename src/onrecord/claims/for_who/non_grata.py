"""Who is declared "persona non grata": the words say what he is made, and are nobody's name."""

from dataclasses import replace

from onrecord.model import Analysis, Token


def with_non_grata(analysis: Analysis) -> Analysis:
    """The analysis, with each "persona non grata" under the verb that declares it, and no longer among the names."""
    tokens = list(analysis.tokens)
    found = [at for at in range(len(tokens) - 2) if _is_phrase(tokens, at)]
    if not found:
        return analysis
    for at in found:
        _hang(tokens, at)
    names = tuple(n for n in analysis.names if not any(n.first <= at <= n.last for at in found))
    return replace(analysis, tokens=tuple(tokens), names=names)


def _is_phrase(tokens: list[Token], at: int) -> bool:
    words = [token.text.lower() for token in tokens[at : at + 3]]
    return words[0] in ("persona", "personae", "personas") and words[1] == "non" and words[2].startswith("grata")


def _hang(tokens: list[Token], at: int) -> None:
    """What stands before the phrase and was taken for a part of it is who is meant: the object, or its name."""
    verb = _declaring(tokens, at)
    if verb is None:
        return
    theirs = [t.index for t in tokens if t.head == at and verb < t.index < at and t.deprel not in ("det", "punct")]
    objects = [t.index for t in tokens if t.head == verb and t.deprel == "obj" and verb < t.index < at]
    if theirs:
        head = max(theirs)
        for kid in [t.index for t in tokens if t.head == at and t.index < at and t.index != head]:
            tokens[kid] = replace(tokens[kid], head=head)
        of = objects[-1] if objects else verb
        tokens[head] = replace(tokens[head], head=of, deprel="appos" if objects else "obj")
    tokens[at] = replace(tokens[at], head=verb, deprel="xcomp", lemma="persona", upos="X", noun_kind="none")
    for word in (at + 1, at + 2):
        tokens[word] = replace(tokens[word], head=at, deprel="flat", upos="X", noun_kind="none")


def _declaring(tokens: list[Token], at: int) -> int | None:
    """The verb above that declares, or None."""
    current = at
    while tokens[current].head != current:
        current = tokens[current].head
        if tokens[current].lemma.lower() in ("declare", "name", "designate", "pronounce") and current < at:
            return current
    return None
