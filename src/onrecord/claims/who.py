"""Who is meant: every mention of a document resolved to an entity (the question that all claims ask first)."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from onrecord.claims.for_statements.back_matter import find_asides
from onrecord.claims.for_who.kinds import Candidate, counted_by
from onrecord.claims.for_who.main_figure import SHARE, find_main_figure, may_mean, opens_item
from onrecord.claims.for_who.mentions import FIRST_PERSON, find_candidates
from onrecord.claims.for_who.name_mentions import UNION_SEAT
from onrecord.claims.for_who.nouns import LOOSE, called_loosely, may_be_called_so, others_beside
from onrecord.claims.for_who.profiles import Profile, Profiles, describe, gather_names, is_same_body, role_of
from onrecord.claims.for_who.prominence import Referent
from onrecord.claims.for_who.pronouns import REFERENTS_BACK, Choice, find_choices, resolve_pronoun, speakers_around
from onrecord.claims.grammar import DEFINITE
from onrecord.claims.tree import Tree
from onrecord.lexicon.nouns import load_nouns
from onrecord.lexicon.titles import load_titles
from onrecord.lexicon.word_lists import word_list
from onrecord.model import Entity, EntityKind, Mention, Span
from onrecord.names import normalise

# Log-odds: what a nominal needs to take up something told before (chosen on GUM dev), and what a far one has.
LEAST_SCORE = -1.0
CALLED = 1.0
"""What an antecedent gains that the article has called by the noun (log-odds, as the next)."""
FORGETTING = 0.3
"""What a nominal's antecedent loses for each sentence that lies between: log-odds, by gold articles and blind ones."""
UNLIKELY = -2.0
REBELLIOUS = word_list("of_rebels")
NEAR = 2
"""So many sentences behind a title may be what tells its holder's land."""
BENEATH = ("obj", "iobj", "obl", "xcomp")
"""What stands in the clause of its subject and beneath it."""
ACTING: frozenset[EntityKind] = frozenset({"person", "organization", "state", "group"})
"""Kinds of those who act and speak; places and occasions do neither."""


@dataclass(frozen=True, slots=True)
class Cast:
    """The entities of a document, and which of them each head token stands for."""

    entities: Mapping[str, Entity]
    at: Mapping[int, str]

    def entity_at(self, token: int) -> str | None:
        """The entity whose mention has this token as its head, or None."""
        return self.at.get(token)

    def heads(self, entity: str) -> tuple[int, ...]:
        """The head tokens of all that stands for an entity."""
        return tuple(token for token, found in self.at.items() if found == entity)

    def kind(self, entity: str) -> EntityKind:
        """The kind of an entity."""
        return self.entities[entity].kind

    def country(self, entity: str) -> str | None:
        """The country code of an entity, or None."""
        return self.entities[entity].country

    def with_speakers(self, tree: Tree, speakers: Mapping[int, str]) -> "Cast":
        """The cast with first-person pronouns resolved: `speakers` maps their tokens to who says them."""
        at = {**self.at, **speakers}
        entities = dict(self.entities)
        for token, entity in sorted(speakers.items()):
            mention = Mention(tree.tokens[token].span, "pronoun")
            known = entities[entity]
            entities[entity] = replace(known, mentions=tuple(sorted({*known.mentions, mention}, key=lambda m: m.span)))
        return Cast(entities, at)


def find_cast(tree: Tree) -> Cast:
    """All entities of a document. First-person pronouns are left open: who speaks is not known yet."""
    profiles, candidates = find_named(tree)
    for _ in walk(profiles, candidates):
        pass
    _relatives(profiles)
    order = sorted(profiles.all, key=lambda p: min(m.first for m in p.mentions))
    ids = {profile.number: f"e{number}" for number, profile in enumerate(order, 1)}
    beside = tuple(find_asides(tree.text))
    at = {token: ids[profile.number] for token, profile in sorted(profiles.at.items())}
    return Cast({ids[p.number]: _entity(tree, p, ids[p.number], beside) for p in order}, at)


def find_named(tree: Tree) -> tuple[Profiles, Sequence[Candidate]]:
    """The profiles of all who are named, with what describes them, and all words that may stand for anybody."""
    candidates = find_candidates(tree)
    profiles = Profiles(tree)
    gather_names(profiles, candidates)
    describe(profiles, candidates)
    return profiles, candidates


def walk(profiles: Profiles, candidates: Sequence[Candidate]) -> Iterator[tuple[Candidate, Sequence[Choice]]]:
    """Resolve nominals and pronouns in the order of the text, and tell of each pronoun between what it was chosen."""
    seen: list[Referent] = []
    main = find_main_figure(profiles.tree, profiles.all)
    for candidate in candidates:
        profile, share = profiles.at.get(candidate.head), 1.0
        if profile is None:
            if candidate.form == "pronoun":
                choices = _choices(profiles, candidate, candidates, seen)
                yield candidate, choices
                profile, share = resolve_pronoun(candidate, choices)
                if main is not None and opens_item(profiles.tree, main, candidate, profiles.all):
                    profile, share = main, 1.0
                if profile is None and main is not None and may_mean(profiles.tree, main, candidate, choices):
                    profile, share = main, SHARE
                if profile is not None:
                    profiles.put(candidate, profile)
            elif candidate.kind in ("person", "organization", "group", "state"):
                profile = _nominal(profiles, candidate)
        if candidate.form != "pronoun" or profile is not None:
            seen.append(Referent(candidate, profile, share))


def _choices(
    profiles: Profiles, pronoun: Candidate, candidates: Sequence[Candidate], seen: Sequence[Referent]
) -> list[Choice]:
    """What a pronoun of the third person can stand for."""
    if pronoun.text in FIRST_PERSON:
        return []
    told = [
        *_named_in_its_words(profiles, pronoun.head),
        *speakers_around(profiles.tree, pronoun.head, seen, profiles.at),
    ]
    others = [each for each in seen[-REFERENTS_BACK:] if each.profile not in told]
    ahead = [each for each in _ahead(profiles, pronoun.head, candidates) if each.profile not in told]
    return list(find_choices(profiles.tree, pronoun, others, ahead))


def _ahead(profiles: Profiles, pronoun: int, candidates: Sequence[Candidate]) -> list[Referent]:
    """Named subjects behind a pronoun in what depends on their verb: the Orel of "In his speech, Orel said"."""
    tree = profiles.tree
    kids = {kid for verb in tree.ancestors(pronoun) for kid in tree.children(verb, "nsubj") if kid > pronoun}
    return [Referent(one, profiles.at[one.head]) for one in candidates if one.head in kids and one.form == "name"
            and one.head in profiles.at] if kids else []  # fmt: skip


def _named_in_its_words(profiles: Profiles, pronoun: int) -> list[Profile]:
    """Those whom the clause of a subject pronoun calls by name, and who are others (binding principle C): "“Orel lied,”
    he said", "He told Orel that …"; not who says what it tells ("He is ill, Orel said")."""
    tree, verb = profiles.tree, profiles.tree.head(pronoun)
    if verb is None or not tree.is_a(pronoun, "nsubj"):
        return []
    kids = (kid for kid in tree.kids[verb] if tree.is_a(kid, "ccomp") or (kid > pronoun and tree.is_a(kid, *BENEATH)))
    words = (token for kid in kids for token in range(tree.subtree(kid)[0], tree.subtree(kid)[1] + 1))
    words = (token for token in words if token in profiles.at and _is_named_or_own(tree, token))
    return [profiles.at[token] for token in words if not tree.is_a(token, "compound", "appos")]


def _is_named_or_own(tree: Tree, token: int) -> bool:
    """True for a name and for "my father"."""
    own = any(tree.lemma(kid) in FIRST_PERSON for kid in tree.children(token, "nmod:poss"))
    return tree.tokens[token].upos == "PROPN" or own


def _nominal(profiles: Profiles, candidate: Candidate) -> Profile:
    tree = profiles.tree
    found = _voice_of(profiles, candidate)
    if found is not None:
        profiles.at[candidate.head] = found
        return found
    if _is_definite(tree, candidate):
        apart = others_beside(profiles, candidate.head)
        apart += _armies_of_others(profiles) if normalise(candidate.text) == "army" else []
        fitting = [profile for profile in _fitting_by_noun(profiles, candidate) if profile not in apart]
        called = None if _is_somebodys(tree, candidate) else _by_role(profiles, candidate, apart)
        several = candidate.kind == "organization" and len(fitting) > 1  # "the party", where the article names three
        found = called if called and not several else _likeliest(tree, candidate, fitting, called=called)
        found = found or called_loosely(profiles, candidate, apart)
    elif candidate.kind == "organization" and tree.is_a(candidate.head, "compound"):
        fitting = _fitting_by_noun(profiles, candidate)
        named = [p for p in fitting if any(m.text[:1].isupper() for m in p.mentions)]
        capital = tree.tokens[candidate.head].text[:1].isupper()  # "Commission spokesman Ana Orel"
        found = named[0] if capital and len(named) == 1 else None
    else:
        key = normalise(candidate.text)
        found = next((p for p in profiles.all if candidate.plural and p.plural and key in p.forms()), None)
    if found is not None and not _is_overtaken(profiles, candidate, found):
        profiles.put(candidate, found)
        return found
    return profiles.new(candidate, candidate.kind or "group")


def _is_overtaken(profiles: Profiles, candidate: Candidate, found: Profile) -> bool:
    """True for "the party" where another body was named since that may be a party: it is left open."""
    if profiles.tree.lemma(candidate.head) not in LOOSE or len(normalise(candidate.text).split()) > 1:
        return False
    last = max((m.head for m in found.mentions if m.head < candidate.head), default=candidate.head)
    for other in profiles.all:
        since = any(last < m.head < candidate.head and m.form == "name" for m in other.mentions)
        if since and other is not found and may_be_called_so(other):
            return True
    return False


def _voice_of(profiles: Profiles, candidate: Candidate) -> Profile | None:
    """The body that an unnamed spokesman speaks for ("a ministry spokesman" is the ministry)."""
    tree = profiles.tree
    if not load_nouns().denotes(tree.lemma(candidate.head), "voice"):
        return None
    owners = [
        *tree.children(candidate.head, "compound", "nmod:poss", "amod"),
        *tree.obliques(candidate.head, "of", "for"),
    ]
    bodies = [profiles.at[owner] for owner in owners if owner in profiles.at]
    return next((body for body in bodies if body.kind in ("organization", "state")), None)


def _is_definite(tree: Tree, candidate: Candidate) -> bool:
    determiner = tree.child(candidate.head, "det")
    if determiner is None:
        return tree.child(candidate.head, "nmod:poss") is not None
    return tree.lemma(determiner) in DEFINITE


def _is_somebodys(tree: Tree, candidate: Candidate) -> bool:
    """True for "his party", which need not be the one that was called a party."""
    owner = tree.child(candidate.head, "nmod:poss")
    return candidate.kind == "organization" and owner is not None and tree.tokens[owner].upos == "PRON"


def _by_role(profiles: Profiles, candidate: Candidate, apart: Sequence[Profile]) -> Profile | None:
    """The named person or body that was described by this noun; countries must not disagree."""
    wanted = role_of(profiles.tree, candidate.head)
    known = [p for p in profiles.all if p.kind == candidate.kind and p not in apart]
    fitting = [p for p in known if any(r.answers(wanted) for r in p.roles)]
    exact = [p for p in fitting if any(r.title == wanted.title and r.bodies & wanted.bodies for r in p.roles)]
    fitting = exact or fitting
    now = [p for p in fitting if any(r.answers(wanted) and r.past == wanted.past for r in p.roles)]
    fitting = now or fitting  # "the president" is not the previous one
    if len(fitting) == 1 and fitting[0].mentions[0].head > candidate.head:
        # The title comes first and its holder's name later; not that of another land's, far behind.
        return None if wanted.country is None and _is_far_abroad(profiles.tree, candidate, fitting[0]) else fitting[0]
    return _likeliest(profiles.tree, candidate, fitting)


def _is_far_abroad(tree: Tree, candidate: Candidate, holder: Profile) -> bool:
    """True for a title's holder who is named sentences later, with the land whose office it is: so one brings in
    another's ("Norland's prime minister, Ana Orel")."""
    apart = tree.tokens[holder.mentions[0].head].sentence - tree.tokens[candidate.head].sentence
    return apart > NEAR and any(role.country for role in holder.roles)


def _fitting_by_noun(profiles: Profiles, candidate: Candidate) -> list[Profile]:
    """Bodies whose name holds the noun ("the court" after "Supreme Court"), and nominals with the same words."""
    tree = profiles.tree
    lemma, key = tree.lemma(candidate.head), normalise(candidate.text)
    bare = len(key.split()) == 1
    fitting = []
    for profile in profiles.all:
        if profile.plural != candidate.plural:
            continue
        same_words = key in profile.forms() or (
            profile.kind == candidate.kind == "organization"
            and " " in candidate.text
            and all(word[0].isupper() for word in candidate.text.split())
            and any(is_same_body(candidate.text, name) and len(name) > len(candidate.text) for name in profile.names)
        )
        nominal = (m.head for m in profile.mentions if m.form == "nominal" and m.head < candidate.head)
        same_noun = bare and any(tree.lemma(head) == lemma for head in nominal)
        bodies = profile.kind == candidate.kind == "organization"
        in_name = bare and bodies and any(lemma in name.split() for name in profile.forms())
        if same_words or same_noun or in_name:
            fitting.append(profile)
    return fitting


def _armies_of_others(profiles: Profiles) -> list[Profile]:
    """The "Karsk Liberation Army" of rebels, which is not "the army"."""
    forms = ((profile, form.split()) for profile in profiles.all for form in profile.forms())
    return [profile for profile, words in forms if words[-1:] == ["army"] and REBELLIOUS & set(words)]


def _likeliest(
    tree: Tree, candidate: Candidate, fitting: Sequence[Profile], *, called: Profile | None = None
) -> Profile | None:
    """Of the profiles that fit and were spoken of before, the one that the language model finds likeliest, the farther
    back the less, unless it is the only one that fits.

    None when it finds even that one unlikely. What it has not judged goes to the one named last.
    """
    scores = tree.analysis.antecedents.get(candidate.head, {})
    ranked: list[tuple[float, int, Profile]] = []
    for profile in fitting:
        before = [m.head for m in profile.mentions if m.head < candidate.head]
        if before:
            here = tree.tokens[candidate.head].sentence
            forgetting = FORGETTING if len(fitting) > 1 else 0.0
            likely = (scores.get(head, UNLIKELY) - forgetting * (here - tree.tokens[head].sentence) for head in before)
            ranked.append((max(likely) + CALLED * (profile is called), before[-1], profile))
    if not ranked:
        return None
    score, _, best = max(ranked, key=lambda entry: entry[:2])
    return best if score > LEAST_SCORE or not scores else None


def _relatives(profiles: Profiles) -> None:
    """Relative pronouns stand for what their antecedent stands for."""
    tree = profiles.tree
    for token in tree.tokens:
        if token.index not in profiles.at and token.lemma.lower() in ("who", "which", "that", "whom", "whose"):
            antecedent = tree.antecedent(token.index)
            if antecedent != token.index and antecedent in profiles.at:
                profiles.at[token.index] = profiles.at[antecedent]


def _entity(tree: Tree, profile: Profile, name: str, asides: Sequence[Span]) -> Entity:
    """The entity of a profile, by the fullest name that the article itself has for it, and not what lies beside it."""
    forms = [m for m in profile.mentions if m.form == "name"] or profile.mentions
    told = [m for m in forms if not any(aside.covers(tree.tokens[m.head].span) for aside in asides)]
    forms = told or forms
    if profile.kind == "organization":  # "Democrats" rather than "Democratic", "EU" rather than "Brussels"
        forms = [m for m in forms if tree.tokens[m.head].upos != "ADJ" or " " in m.text] or forms
        forms = [m for m in forms if m.text != UNION_SEAT] or forms
    if profile.kind == "state":
        best = profile.names[0]
    else:
        best = max(
            (m.text for m in forms if m.form != "pronoun"),
            key=lambda t: (len(t.split()), len(t)),
            default=profile.names[0],
        )
    if profile.kind in ("group",) and profile.mentions[0].form == "nominal":
        best = profile.mentions[0].text
    nominals = [m for m in profile.mentions if m.form == "nominal"]
    short = (tree.words(m.first, end) for m in nominals for end in _ends(tree, m))
    counted = (text for m in nominals for text in counted_by(tree, m.head, m.last))
    names = (*profile.names, *(short if profile.kind == "group" else ()), *counted)
    aliases = tuple(dict.fromkeys(n for n in names if n != best))
    mentions = sorted({Mention(tree.span(m.first, m.last), m.form) for m in profile.mentions}, key=lambda m: m.span)
    known = (load_titles().national.get(form.lower()) for form in names if profile.kind == "organization")
    country = profile.country or next(filter(None, known), None)
    return Entity(name, profile.kind, best, aliases, tuple(mentions), country)


def _ends(tree: Tree, mention: Candidate) -> Iterator[int]:
    """Where a group's words may end: at their noun, and before the phrases behind it ("leaders of Norland in Oslo")."""
    yield mention.head
    yield from (kid - 1 for kid in range(mention.head + 2, mention.last) if tree.is_a(kid, "case"))
