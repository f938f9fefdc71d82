"""Events: types, sides and what is swallowed or left out, on trees written out by hand."""

from planted import plant

from onrecord.claims.events import find_events
from onrecord.claims.tree import Tree
from onrecord.claims.who import Cast
from onrecord.model import Entity, EntityKind, Event, Mention


def told(tree: Tree, **people: EntityKind) -> list[tuple[str, str | None, str, str]]:
    """Type, mode, actors and recipients; each keyword is a word of the sentence and the kind of its entity."""
    entities, at = {}, {}
    for word, kind in people.items():
        token = next(token for token in tree.tokens if token.text == word)
        entities[word] = Entity(word, kind, word, (), (Mention(token.span, "name"),))
        at.update({other.index: word for other in tree.tokens if other.text == word})
    drafts = find_events(tree, Cast(entities, at))
    return [
        (d.what.event, d.what.mode, " ".join(d.what.actors), " ".join(d.what.recipients))
        for d in drafts
        if isinstance(d.what, Event)
    ]


def test_an_active_verb() -> None:
    tree = plant("""
        Orten orten PROPN 2 nsubj
        condemned condemn VERB 0 root
        Vesely vesely PROPN 2 obj
        . . PUNCT 2 punct
    """)
    assert told(tree, Orten="person", Vesely="person") == [("ACCUSE", None, "Orten", "Vesely")]


def test_a_passive_with_and_without_an_agent() -> None:
    rows = """
        Orten orten PROPN 3 nsubj:pass
        was be AUX 3 aux:pass
        arrested arrest VERB 0 root
        by by ADP 5 case
        police police NOUN 3 obl:agent
    """
    assert told(plant(rows), Orten="person", police="organization") == [("COERCE", None, "police", "Orten")]
    short = "\n".join(rows.strip().splitlines()[:3])
    assert told(plant(short), Orten="person") == [("COERCE", None, "", "Orten")]


def test_talks_list_all_sides_and_three_are_multilateral() -> None:
    rows = """
        Orten orten PROPN 2 nsubj
        met meet VERB 0 root
        Vesely vesely PROPN 2 obj
    """
    assert told(plant(rows), Orten="person", Vesely="person") == [("CONSULT", "meet", "Orten Vesely", "")]
    more = f"""{rows.strip()}
        and and CCONJ 5 cc
        Karad karad PROPN 3 conj
    """
    people: dict[str, EntityKind] = {"Orten": "person", "Vesely": "person", "Karad": "person"}
    assert told(plant(more), **people) == [("CONSULT", "multilateral", "Orten Vesely Karad", "")]


def test_a_light_verb_lends_its_subject() -> None:
    tree = plant("""
        Orten orten PROPN 2 nsubj
        held hold VERB 0 root
        talks talk NOUN 2 obj
        with with ADP 5 case
        Vesely vesely PROPN 3 nmod
    """)
    assert told(tree, Orten="person", Vesely="person") == [("CONSULT", "meet", "Orten Vesely", "")]


def test_the_subject_of_a_light_verb_may_be_the_recipient() -> None:
    tree = plant("""
        Orten orten PROPN 2 nsubj
        drew draw VERB 0 root
        criticism criticism NOUN 2 obj
        from from ADP 5 case
        Vesely vesely PROPN 2 obl
    """)
    assert told(tree, Orten="person", Vesely="person") == [("ACCUSE", None, "Vesely", "Orten")]


REFUSED = """
    Norland norland PROPN 2 nsubj
    refused refuse VERB 0 root
    to to PART 4 mark
    impose impose VERB 2 xcomp
    sanctions sanction NOUN 4 obj
    on on ADP 7 case
    Ostland ostland PROPN 4 obl
"""


def test_a_refusal_is_no_sanction() -> None:
    assert told(plant(REFUSED), Norland="state", Ostland="state") == [("REJECT", None, "Norland", "Ostland")]


def test_a_plan_keeps_its_type_and_takes_the_subject_of_the_verb_above() -> None:
    tree = plant(REFUSED.replace("refused refuse", "planned plan"))
    assert told(tree, Norland="state", Ostland="state") == [("SANCTION", None, "Norland", "Ostland")]


def test_the_commitment_not_to_do_it_is_a_refusal() -> None:
    tree = plant("""
        Norland norland PROPN 4 nsubj
        will will AUX 4 aux
        not not PART 4 advmod
        endorse endorse VERB 0 root
        Orten orten PROPN 4 obj
    """)
    assert told(tree, Norland="state", Orten="person") == [("REJECT", None, "Norland", "Orten")]
    [draft] = find_events(tree, Cast({"e": Entity("e", "state", "Norland", (), ())}, {0: "e"}))
    assert tree.tokens[draft.predicate].text == "not"


def test_a_noun_with_its_possessor_and_object() -> None:
    tree = plant("""
        Norland norland PROPN 3 nmod:poss
        's 's PART 1 case
        invasion invasion NOUN 0 root
        of of ADP 5 case
        Ostland ostland PROPN 3 nmod
    """)
    assert told(tree, Norland="state", Ostland="state") == [("ASSAULT", None, "Norland", "Ostland")]


def test_the_owner_stands_in_for_what_is_no_entity() -> None:
    tree = plant("""
        Orten orten PROPN 2 nsubj
        criticised criticise VERB 0 root
        Vesely vesely PROPN 5 nmod:poss
        's 's PART 3 case
        refusal refusal NOUN 2 obj
    """)
    assert ("ACCUSE", None, "Orten", "Vesely") in told(tree, Orten="person", Vesely="person")


def test_a_relative_clause_is_about_its_antecedent() -> None:
    tree = plant("""
        Orten orten PROPN 0 root
        who who PRON 3 nsubj PronType=Rel
        thanked thank VERB 1 acl:relcl
        Vesely vesely PROPN 3 obj
    """)
    assert told(tree, Orten="person", Vesely="person") == [("SUPPORT", None, "Orten", "Vesely")]


def test_without_sides_there_is_no_event() -> None:
    tree = plant("""
        Storms storm NOUN 2 nsubj
        attacked attack VERB 0 root
        ships ship NOUN 2 obj
    """)
    assert told(tree) == []


def test_a_visit_names_one_host_each_and_not_the_own_country() -> None:
    rows = """
        Orten orten PROPN 2 nsubj
        visited visit VERB 0 root
        Norland norland PROPN 2 obj
        and and CCONJ 5 cc
        Ostland ostland PROPN 3 conj
    """
    people: dict[str, EntityKind] = {"Orten": "person", "Norland": "state", "Ostland": "state"}
    assert told(plant(rows), **people) == [
        ("CONSULT", "visit", "Orten", "Norland"),
        ("CONSULT", "visit", "Orten", "Ostland"),
    ]
