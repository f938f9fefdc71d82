"""Reading of GUM's layers: entities, ranges of signals, attributions."""

from training.gum import find_acts, gum_entities, read_edges, read_ranges


def row(number: int, word: str, *, misc: str = "_", head: int = 0, pos: str = "NOUN") -> list[str]:
    """A row of CoNLL-U."""
    return [str(number), word, word.lower(), pos, "_", "_", str(head), "dep" if head else "root", "_", misc]


def test_entities_nest_and_keep_their_chain_and_link() -> None:
    rows = [
        row(1, "The", misc="Entity=(7-organization-new-x-coref", head=3),
        row(2, "Norland", misc="Entity=(8-place-giv-x-coref)", head=3),
        row(3, "navy", misc="Entity=7)"),
        row(4, "it", misc="Entity=(7-organization-giv-x-ana)", head=3),
    ]
    found = {(e.first, e.last, e.kind, e.chain, e.link) for e in gum_entities(rows)}
    assert found == {
        (0, 2, "organization", "7", "coref"),
        (1, 1, "place", "8", "coref"),
        (3, 3, "organization", "7", "ana"),
    }


def test_ranges_of_words_may_have_gaps() -> None:
    assert list(read_ranges("4-6,9")) == [4, 5, 6, 9]


def test_edges_carry_their_signals() -> None:
    misc = "Discourse=attribution-positive:2->1:0:sem-atsrc-5-6-_+lex-indwd-7-gold|SpaceAfter=No"
    (edge,) = read_edges(misc)
    assert (edge.own, edge.head, edge.signals["sem-atsrc"], edge.signals["lex-indwd"]) == (2, 1, (5, 6), (7,))


def test_an_attribution_is_a_cue_a_source_and_the_unit_that_it_hangs_on() -> None:
    rows = [
        row(1, "Talks", misc="Discourse=ROOT:1:0"),
        row(2, "failed"),
        row(3, "Karadova", misc="Discourse=attribution-positive:2->1:0:sem-atsrc-3-_+lex-indwd-4-_"),
        row(4, "said"),
    ]
    acts = find_acts([rows])
    (act,) = acts[0]
    assert act.cue == (3,)
    assert act.source == {(0, 2)}
    assert act.content == {(0, 0), (0, 1)}


def test_no_attribution_no_act() -> None:
    assert find_acts([[row(1, "Talks", misc="Discourse=ROOT:1:0"), row(2, "failed")]]) == {}
