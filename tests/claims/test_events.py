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


def test_who_only_intends_it_refuses_nothing() -> None:
    text = """
        Norland norland PROPN 4 nsubj
        does do AUX 4 aux
        {} PART 4 advmod
        intend intend VERB 0 root
        to to PART 6 mark
        endorse endorse VERB 4 xcomp
        Orten orten PROPN 6 obj
    """
    refused = told(plant(text.format("not not")), Norland="state", Orten="person")
    assert refused == [("REJECT", None, "Norland", "Orten")]
    meant = told(plant(text.format("indeed indeed")), Norland="state", Orten="person")
    assert meant == [("SUPPORT", None, "Norland", "Orten")]


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


def test_people_met_one_after_the_other_are_meetings_apart() -> None:
    tree = plant("""
        Orten orten PROPN 2 nsubj
        met meet VERB 0 root
        with with ADP 4 case
        Vesely vesely PROPN 2 obl
        then then ADV 7 advmod
        with with ADP 7 case
        Karad karad PROPN 2 obl
    """)
    assert told(tree, Orten="person", Vesely="person", Karad="person") == [
        ("CONSULT", "meet", "Orten Vesely", ""),
        ("CONSULT", "meet", "Orten Karad", ""),
    ]


def test_what_is_asked_for_has_not_happened() -> None:
    tree = plant("""
        Orten orten PROPN 2 nsubj
        demanded demand VERB 0 root
        the the DET 4 det
        resignation resignation NOUN 2 obj
        of of ADP 6 case
        Vesely vesely PROPN 4 nmod
    """)
    assert told(tree, Orten="person", Vesely="person") == [("REQUEST", None, "Orten", "Vesely")]


def test_one_who_is_blamed_is_the_actor_of_what_he_is_blamed_for() -> None:
    tree = plant("""
        Orten orten PROPN 2 nsubj
        accused accuse VERB 0 root
        Vesely vesely PROPN 2 obj
        of of SCONJ 5 mark
        insulting insult VERB 2 advcl VerbForm=Ger
        Karad karad PROPN 5 obj
    """)
    found = told(tree, Orten="person", Vesely="person", Karad="person")
    assert found == [("ACCUSE", None, "Orten", "Vesely"), ("ACCUSE", None, "Vesely", "Karad")]


def test_talks_around_which_somebody_speaks_are_his() -> None:
    tree = plant("""
        After after ADP 2 case
        talks talk NOUN 6 obl
        with with ADP 4 case
        Vesely vesely PROPN 2 nmod
        Orten orten PROPN 6 nsubj
        spoke speak VERB 0 root
    """)
    assert told(tree, Orten="person", Vesely="person") == [("CONSULT", "meet", "Orten Vesely", "")]


def test_a_question_and_a_condition_are_no_events() -> None:
    rows = """
        If if SCONJ 3 mark
        Orten orten PROPN 3 nsubj
        resigned resign VERB 5 advcl
        Vesely vesely PROPN 5 nsubj
        smiled smile VERB 0 root
    """
    assert told(plant(rows), Orten="person", Vesely="person") == []
    question = """
        Has have AUX 3 aux
        Orten orten PROPN 3 nsubj
        resigned resign VERB 0 root
        ? ? PUNCT 3 punct
    """
    assert told(plant(question), Orten="person") == []


def test_people_who_are_only_described() -> None:
    tree = plant("""
        Firms firm NOUN 5 nsubj
        that that PRON 3 nsubj PronType=Rel
        fund fund VERB 1 acl:relcl
        rebels rebel NOUN 3 obj
        failed fail VERB 0 root
    """)
    entities = {"a": Entity("a", "organization", "firms", (), ()), "b": Entity("b", "group", "rebels", (), ())}
    assert list(find_events(tree, Cast(entities, {0: "a", 1: "a", 3: "b"}))) == []
