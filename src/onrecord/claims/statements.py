"""Find statements: who said or wrote what to whom, in quotation marks or without."""

from collections.abc import Iterator, Sequence

from onrecord.claims.draft import Draft
from onrecord.claims.for_statements.acts import Act
from onrecord.claims.for_status.own_status import is_negated
from onrecord.claims.for_who.named import is_publisher
from onrecord.claims.tree import Tree
from onrecord.claims.who import ACTING, Cast
from onrecord.lexicon.cues import load_cues
from onrecord.lexicon.nouns import load_nouns
from onrecord.lexicon.word_lists import word_list
from onrecord.model import Span, Statement

ISSUING = word_list("issuing")
COURTS = ("court", "tribunal")
PARTS_OF_TEXTS = ("part", "section", "passage", "excerpt", "line", "copy", "version", "draft")
PLATFORMS = ("Twitter", "Facebook", "Instagram", "Telegram", "YouTube", "TikTok", "Weibo", "WhatsApp", "X")
GREETED = ("you", "to", "all", "very", "much", "again", "so", "on", "the")


def find_statements(tree: Tree, cast: Cast, acts: Sequence[Act]) -> tuple[Draft, ...]:
    """The statements of a document in text order, one for each speaker: the acts that are said."""
    told = [act for act in acts if act.kind == "said" and not _is_unsaid(tree, act)]
    drafts: list[Draft] = []
    for act in told:
        drafts.extend(_drafts(tree, cast, act, drafts[-1] if drafts else None))
    return tuple(draft for draft in drafts if not any(_reports_itself(draft, other) for other in drafts))


def _is_unsaid(tree: Tree, act: Act) -> bool:
    """True for what somebody is told not to have said; "reported nobody was hurt", "left no doubt that"
    and said “no comment” are said."""
    cue = act.word
    objects = [tree.tokens[kid].span for kid in tree.children(cue, "obj")]
    if act.form == "direct" and any(part.covers(span) for span in objects for part in act.content):
        return any(tree.lemma(kid) in ("not", "never") for kid in tree.children(cue, "advmod"))
    above = tree.head(cue)
    if above is not None and tree.is_a(cue, "xcomp") and tree.lemma(above) in ("refuse", "decline", "fail", "avoid"):
        return True  # "refused to disclose the records"
    nobody = any(tree.lemma(kid) in ("no", "nobody", "no-one", "none", "doubt") for kid in tree.children(cue, "obj"))
    return is_negated(tree, cue) and not nobody


def _reports_itself(draft: Draft, outer: Draft) -> bool:
    """True for what speakers say of their own saying within their own quotation: “we told them that …”, she said."""
    said, words = draft.what, outer.what
    if not isinstance(said, Statement) or not isinstance(words, Statement) or draft is outer or said.cue is None:
        return False
    return said.speaker == words.speaker and any(s.covers(said.cue) for s in words.content)


def _drafts(tree: Tree, cast: Cast, act: Act, before: Draft | None) -> Iterator[Draft]:
    cue = act.cue
    span = tree.span(cue.first, cue.last) if cue else None
    evidence = _evidence(tree, act, span)
    addressed = (_entities(cast, cue.addressees) if cue else ()) or _thanked(tree, cast, act)
    sources = _texts_meant(tree, cast, act) or act.sources
    for speaker in _speakers(tree, cast, sources) or _spoke_before(tree, cast, act, before):
        if is_publisher(tree, cast, speaker):
            continue  # what the paper says of itself is the article's own word
        addressees = tuple(a for a in addressed if a != speaker)
        said = Statement(speaker, addressees, act.form, act.content, span)
        own = act.form == "direct" and is_negated(tree, act.word)  # said “no comment”: what is negated is quoted
        own = own or _is_conditioned_within(tree, act)
        yield Draft(said, act.word, evidence, act.score, "asserted" if own else None)


def _is_conditioned_within(tree: Tree, act: Act) -> bool:
    """True where the condition on the word of saying is told itself: "If it is true, experts say, it spreads"."""
    clauses = tree.children(act.word, "advcl") if not tree.children(act.word, "aux") else ()
    ifs = (kid for kid in clauses if any(tree.lemma(mark) in ("if", "unless") for mark in tree.children(kid, "mark")))
    return any(part.covers(tree.tokens[kid].span) for kid in ifs for part in act.content)


def _thanked(tree: Tree, cast: Cast, act: Act) -> tuple[str, ...]:
    """To whom a quotation is said that opens with thanks: "Thank you, Ana Torvald, for …", "Congratulations to …"."""
    tokens = tree.tokens_in(act.content[0])
    words = [(token, tree.tokens[token].text.lower()) for token in tokens if tree.tokens[token].upos != "PUNCT"][:9]
    opening = words[0][1] if act.form == "direct" and len(words) > 2 else ""
    if opening not in ("thank", "thanks", "congratulations") or (opening == "thank" and words[1][1] != "you"):
        return ()
    rest = [token for token, word in words[1:] if word not in GREETED][:1]
    heads = [head for token in rest if tree.is_a(token, "compound", "amod") and (head := tree.head(token)) is not None]
    entity = next((found for token in (*rest, *heads) if (found := cast.entity_at(token)) is not None), None)
    return (entity,) if entity is not None else ()


def _speakers(tree: Tree, cast: Cast, sources: Sequence[int]) -> tuple[str, ...]:
    """Who speaks: those named, and for a text ("the statement", "the ruling") its author where the article tells."""
    found: list[int] = []
    for token in (member for source in _bearers(tree, sources) for member in _joined(tree, source)):
        found.extend(_authors(tree, token) if is_text(tree, token) else (token,))
    texts = [token for token in sources if is_text(tree, token) and _is_theirs(tree, token)]
    told = [author for text in texts for author in _told_before(tree, text)]
    return _entities(cast, found) or _entities(cast, told) or _court_of(tree, cast, sources)


def _court_of(tree: Tree, cast: Cast, sources: Sequence[int]) -> tuple[str, ...]:
    """The court for which its ruling speaks, where the article tells of one alone, and before: "the ruling said"."""
    rulings = [token for token in sources if tree.lemma(token) in ("ruling", "verdict", "judgment", "judgement")]
    bodies = (entity.id for entity in cast.entities.values() if entity.kind == "organization")
    heads = {body: [token for token in cast.heads(body) if tree.lemma(token) in COURTS] for body in bodies}
    courts = [body for body, tokens in heads.items() if tokens]
    alone = bool(rulings) and len(courts) == 1 and min(heads[courts[0]]) < rulings[0]
    return tuple(courts) if alone else ()


def _texts_meant(tree: Tree, cast: Cast, act: Act) -> tuple[int, ...]:
    """The text that "it" reads: "The ministry issued a statement on the arrest. It read: “…”"."""
    reads = tree.lemma(act.word) == "read" and len(act.sources) == 1 and tree.lemma(act.sources[0]) == "it"
    if not reads or cast.entity_at(act.sources[0]) is not None or not tree.tokens[act.word].sentence:
        return ()
    before = tree.sentences[tree.tokens[act.word].sentence - 1]
    texts = (token for token in range(before.first, before.last + 1) if is_text(tree, token))
    return tuple(token for token in texts if _own_authors(tree, token))[-1:]


def _spoke_before(tree: Tree, cast: Cast, act: Act, before: Draft | None) -> tuple[str, ...]:
    """The speaker of the statement before in the paragraph, for a "he", "she" or "they" that nobody is found for."""
    pronoun = tree.lemma(act.sources[0]) if len(act.sources) == 1 else ""
    if pronoun not in ("he", "she", "they") or before is None or not isinstance(before.what, Statement):
        return ()
    person = cast.kind(before.what.speaker) == "person"
    start, end = before.evidence[-1].end, tree.tokens[act.word].span.start
    near = start < end and "\n" not in tree.text[start:end] and cast.entity_at(act.sources[0]) is None
    return (before.what.speaker,) if near and person == (pronoun != "they") else ()


def _bearers(tree: Tree, sources: Sequence[int]) -> Iterator[int]:
    """The sources, without second titles of one who is named, and with the whole text for a part of it."""
    sources = [_named_beside(tree, source) for source in _without_second_titles(tree, sources)]
    named = [
        source for source in sources if any(tree.tokens[n].upos == "PROPN" for n in tree.children(source, "appos"))
    ]
    for source in sources:
        title = tree.tokens[source].upos == "NOUN" and tree.tokens[source].noun_kind == "person"
        alone = tree.tokens[source].feats.get("Number") == "Sing" and not tree.children(sources[-1], "det", "nmod:poss")
        if title and alone and len(named) == 1 and source not in named:
            continue
        names = [name for name in sources if name in named or tree.tokens[name].upos == "PROPN"]
        between = [kid for name in names for kid in tree.children(name, "appos") if name < kid < source]
        if title and between and source not in named:
            continue  # "Anton Orel, a professor at the school and the editor of a journal"
        if tree.lemma(source) == "one":
            members = tree.obliques(source, "of")
            names = [name for noun in (source, *members) for name in tree.children(noun, "appos")]
            yield from names or [source]
            continue
        whole = tree.obliques(source, "of") if tree.lemma(source) in PARTS_OF_TEXTS else ()
        yield next((text for text in whole if is_text(tree, text)), source)


def _without_second_titles(tree: Tree, sources: Sequence[int]) -> Sequence[int]:
    """The sources, or the first of them where two titles share an article: "the former minister and senator said"."""
    titles = [tree.tokens[source] for source in sources]
    people = all(t.text.islower() and t.noun_kind == "person" and t.feats.get("Number") == "Sing" for t in titles)
    shared = [bool(tree.children(source, "det", "nmod:poss", "nummod")) for source in sources] == [True, False]
    named = any(tree.children(source, "appos") for source in sources)
    return sources[:1] if people and shared and not named else sources


def _named_beside(tree: Tree, source: int) -> int:
    """The source, or the name set behind it where the tree has lost it: said the speaker, Anton Orel, “…”."""
    title = tree.tokens[source]
    if title.upos != "NOUN" or title.noun_kind != "person" or not tree.children(source, "det"):
        return source
    if tree.text_at(source + 1) != "," or tree.children(source, "appos"):
        return source
    name = next((n for n in tree.analysis.names if n.first == source + 2 and n.kind == "person"), None)
    if name is None or tree.text_at(name.last + 1) not in ("", ",", ".", ":", "“", '"', "«"):
        return source
    return tree.top(name.first, name.last)


def _joined(tree: Tree, source: int) -> tuple[int, ...]:
    """The speaker, with those who are coordinated with its name: "the envoy Anton Orel and minister Ilva Maren"; both
    states of "the Norlandic and Ostlandic governments"."""
    plural = tree.is_plural(source)
    if plural and load_nouns().denotes(tree.lemma(source), "government"):
        states = tree.after(*tree.children(source, "amod", "compound"), *tree.obliques(source, "of", "in"))
        return states if len(states) > 1 else (source,)
    names = [member for name in tree.children(source, "appos") for member in tree.after(name)]
    names = [name for name in names if tree.tokens[name].noun_kind == tree.tokens[names[0]].noun_kind]
    if len(names) < 2 or any(tree.tokens[name].upos != "PROPN" for name in names):
        return (source,)
    return tuple(names) if plural else (source, *names[1:])


def is_text(tree: Tree, token: int) -> bool:
    """True for a noun for what is written or spoken ("statement", "ruling"), not for a name ("the Orvel Post")."""
    return tree.tokens[token].upos == "NOUN" and load_cues().reports(tree.lemma(token), "text")


def _authors(tree: Tree, text: int) -> Sequence[int]:
    """Head tokens of the author of a text: "X's statement", "a statement by X", "X issued a statement that reads".

    A text named before ("the motion") has the author that was told there.
    """
    owners = _own_authors(tree, text)
    if not owners and tree.children(text, "det"):
        owners = _told_before(tree, text)
    return owners or (text,)


def _is_theirs(tree: Tree, text: int) -> bool:
    """True for "their statement", whoever they are."""
    return any(tree.tokens[kid].upos == "PRON" for kid in tree.children(text, "nmod:poss"))


def _told_before(tree: Tree, text: int) -> Sequence[int]:
    """The author that a text was told to have where it was spoken of last before."""
    lemma = tree.lemma(text)
    before = [t.index for t in tree.tokens[:text] if t.upos == "NOUN" and t.lemma.lower() == lemma]
    return next((found for other in reversed(before) if (found := _own_authors(tree, other))), ())


def _can_write(tree: Tree, noun: int) -> bool:
    token = tree.tokens[noun]
    if token.text in PLATFORMS:
        return False
    return token.upos == "PROPN" or (token.noun_kind in ("person", "organization") and tree.lemma(noun) != "press")


def _own_authors(tree: Tree, text: int) -> Sequence[int]:
    sent = [kid for kid in tree.children(text, "acl") if tree.lemma(kid) in ISSUING]
    by = [*tree.obliques(text, "by"), *(owner for kid in sent for owner in tree.obliques(kid, "by", "from"))]
    own = (kid for verb in sent if tree.is_a(verb, "acl:relcl") for kid in tree.children(verb, "nsubj"))
    by += [kid for kid in own if tree.antecedent(kid) == kid]  # "a report that the auditor released"
    whose = [kid for kid in tree.children(text, "nmod:poss") if tree.tokens[kid].noun_kind != "time"]
    makers = [kid for kid in tree.children(text, "compound") if _can_write(tree, kid)]
    owners = by or [*(whose or makers), *tree.obliques(text, "from", "of")]
    head = tree.head(text)
    if owners or head is None:
        return owners
    if tree.is_a(text, "obj") and tree.lemma(head) in ISSUING:
        return tree.subjects(head)
    said_in = tree.is_a(text, "obl") and tree.case(text) == "in" and load_cues().reports(tree.lemma(head), "say")
    return tree.doers(head) if said_in else ()


def _entities(cast: Cast, tokens: Sequence[int]) -> tuple[str, ...]:
    found = (cast.entity_at(token) for token in tokens)
    return tuple(dict.fromkeys(e for e in found if e is not None and cast.kind(e) in ACTING))


def _evidence(tree: Tree, act: Act, cue: Span | None) -> tuple[Span, ...]:
    """From the speaker or the cue to the end of the content, as one stretch where they adjoin."""
    spans = [*act.content]
    if cue:
        spans.append(cue)
        spans.extend(tree.tokens[s].span for s in act.sources if abs(s - act.word) < 25)
    spans.sort()
    merged: list[Span] = []
    for span in spans:
        if merged and span.start - merged[-1].end < 60:
            merged[-1] = Span(merged[-1].start, max(span.end, merged[-1].end))
        else:
            merged.append(span)
    return tuple(merged)
