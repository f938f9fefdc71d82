"""How firmly: minimal pairs through the whole language room, and every example of the lexicon."""

import re
from functools import cache

import pytest

from onrecord.claims.status import find_status
from onrecord.claims.tree import Tree
from onrecord.language import analyse
from onrecord.lexicon.status import STATUS_OF_EFFECT, status_words
from onrecord.model import Document

# The word between asterisks is the predicate; the letter the status: asserted, planned, possible, l: alleged, denied.
PAIRS = """
a Orten *met* the Velmark foreign minister in Brno.
p Orten *flies* to Brno on Monday for talks.
a Orten *flew* to Brno on Monday for talks.
l A video said to show Orten *meeting* Vesely was old.
l A post claimed to show police *arresting* Orten.
a A video shows police *arresting* Orten.
m There is no evidence that Orten *met* Vesely.
a Next, Orten *met* the Velmark foreign minister in Brno.
d Orten did not *meet* the Velmark foreign minister in Brno.
p Orten will *meet* the Velmark foreign minister in Brno.
d Orten refused to *meet* the Velmark foreign minister in Brno.
l Orten allegedly *met* the Velmark foreign minister in Brno.
l Orten is said to have *met* the Velmark foreign minister.
d Orten denied having *met* the Velmark foreign minister.
m Orten may *meet* the Velmark foreign minister in Brno.
a Orten appeared on television to *condemn* the Velmark foreign minister.
l Orten appeared to *condemn* the Velmark foreign minister.
p Orten had been due to *meet* the Velmark foreign minister.
p Orten is due to be *released* in June.
p Orten, who was due to *meet* the Velmark foreign minister, fell ill.
m Orten asked to *meet* the Velmark foreign minister.
d Orten never *met* the Velmark foreign minister.
d Orten has not *met* the Velmark foreign minister.
d Orten hasn't *met* the Velmark foreign minister.
d Orten didn’t *meet* the Velmark foreign minister.
d Orten no longer *supports* the Velmark government.
d Neither Orten nor Vesely *met* the minister.
d No minister *met* the rebels in Brno.
d Nobody *met* the rebels in Brno.
d Orten did not take part in the *talks* with Vesely.
d Orten refused to participate in the *debate* with Vesely.
p The *talks* between Orten and Vesely will be virtual.
a Norland and Velmark agreed to revive the pact after *talks* between Orten and Vesely.
p Norland and Velmark plan to revive the pact after *talks* between Orten and Vesely.
a Orten said that he would stay home after Norland *barred* his envoy.
p Orten said that he would leave when Norland *released* his envoy.
p The *meeting* between Orten and Vesely would be the first in years.
a The *killing* of Vesely will be a test for the government.
d Orten left the town without *meeting* the rebels.
d Orten failed to *meet* the rebels.
a Orten did not fail to *meet* the rebels.
d Orten declined to *meet* the rebels.
d Orten was unable to *meet* the rebels.
a Orten was able to *meet* the rebels.
d Orten has yet to *concede* the election.
d Orten could not *agree* with Vesely on a budget.
d Orten will not *meet* the rebels.
a Orten not only *met* the rebels but praised them.
a Orten did not *meet* the rebels until Monday.
p Orten plans to *visit* Velmark next week.
d Orten does not plan to *visit* Velmark.
d Orten has no plans to *visit* Velmark.
d Orten abandoned plans to *visit* Velmark.
p Orten intends to *visit* Velmark.
p Orten is set to *visit* Velmark.
p Orten is due to *visit* Velmark on Monday.
p Orten is scheduled to *visit* Velmark.
p Orten was scheduled to *visit* Velmark.
p Orten is expected to *visit* Velmark.
p Orten is going to *visit* Velmark.
p Orten is to *visit* Velmark on Monday.
p Orten was to *visit* Velmark on Monday.
p Orten agreed to *visit* Velmark.
p Orten vowed to *visit* Velmark.
p Orten promised to *visit* Velmark.
p Orten said he would *visit* Velmark.
p Orten said that he will *visit* Velmark.
p The planned *visit* to Velmark was discussed.
p The upcoming *visit* to Velmark was discussed.
p Orten announced plans to *visit* Velmark.
a Orten decided to *dismiss* Vesely.
a The council voted to *dismiss* Vesely.
a Orten continued to *support* Vesely.
a Orten managed to *meet* Vesely.
a Orten was glad to *meet* Vesely.
a Orten was forced to *resign*.
p Orten will travel to Velmark to *meet* Vesely.
a Orten travelled to Velmark to *meet* Vesely.
p Orten will continue to *support* Vesely.
m Orten might *meet* Vesely.
m Orten could *meet* Vesely.
m Orten is considering *meeting* Vesely.
d Orten is not considering *meeting* Vesely.
m If Orten *meets* Vesely, the talks will go on.
m Orten will *resign* if the council votes against him.
m Orten would *resign* if the council voted against him.
m It is unclear whether Orten *met* Vesely.
m Perhaps Orten *met* Vesely.
m It is possible that Orten *met* Vesely.
d It is unlikely that Orten will *meet* Vesely.
m Did Orten *meet* Vesely?
m Orten is likely to *meet* Vesely.
m A potential *attack* on the town was discussed.
m Orten would like to *meet* Vesely.
m A law that would have *allowed* the extradition was withdrawn.
m Orten offered to *meet* Vesely.
m Orten proposed to *meet* Vesely.
m Orten urged Vesely to *resign*.
m Orten called on Vesely to *resign*.
m Orten invited Vesely to *visit* Velmark.
m Orten threatened to *attack* the town.
m Orten demanded that Vesely *resign*.
m Orten called for *talks* with the rebels.
m Orten has not ruled out *meeting* Vesely.
l Orten reportedly *met* Vesely.
l Orten is accused of *attacking* the town.
l Orten was accused of *meeting* the rebels.
l Orten is suspected of *meeting* the rebels.
l The alleged *attack* on the town was discussed.
a Norland accused Orten of spying, an allegation that Velmark has *rejected*.
l The suspected *attack* on the town was discussed.
l The party claims that Orten *met* the rebels.
l The claim that Orten *met* the rebels was discussed.
l The allegation that Orten *met* the rebels was discussed.
l Orten is believed to have *met* the rebels.
l Orten is reported to have *attacked* the town.
a Orten was reported by the local press to have *visited* the town.
d Orten rejected claims that he *met* the rebels.
d Orten dismissed allegations that he *met* the rebels.
d Orten denied that he *met* the rebels.
a Orten confirmed that he *met* the rebels.
a Orten admitted *meeting* the rebels.
a Orten said that he *met* the rebels.
m Orten did not say that he *met* the rebels.
m Orten did not deny *meeting* the rebels.
m Orten did not deny that he *met* the rebels.
d Orten was banned from *entering* Velmark.
d Orten was prevented from *visiting* Velmark.
d The *visit* to Velmark was cancelled.
p The *visit* to Velmark was postponed.
a The *visit* to Velmark was praised.
a The *talks* with the rebels took place in Brno.
p The *talks* with the rebels will take place in Brno.
d The *talks* with the rebels did not take place.
m The *talks* with the rebels may take place in Brno.
p A series of *meetings* will take place in Brno.
a Orten held *talks* with the rebels.
p Orten will hold *talks* with the rebels.
d Orten did not hold *talks* with the rebels.
d There were no *talks* with the rebels.
d Orten cancelled a *meeting* with the rebels.
p Orten scheduled a *meeting* with the rebels.
d Orten ruled out *talks* with the rebels.
m Orten requested a *meeting* with the rebels.
a Orten condemned the *attack* on the town.
a Orten will condemn the *attack* on the town.
a Orten did not condemn the *attack* on the town.
p Orten and Vesely are to *discuss* the crisis.
p Orten will meet Vesely and *visit* a school.
a Orten will meet Vesely, who *visited* a school.
d Orten did not meet Vesely or *visit* a school.
a Orten did not meet Vesely but *visited* a school.
a Orten *met* Vesely after he refused to resign.
d Orten met Vesely after he refused to *resign*.
d Orten met Vesely, but he refused to *resign*.
p Orten, who plans to *resign*, met Vesely.
a Orten, who plans to resign, *met* Vesely.
a Orten *refused* to meet Vesely.
d Orten did not *refuse* to meet Vesely.
p Orten will *refuse* to meet Vesely.
d Orten will refuse to *meet* Vesely.
a "We *met* the rebels," Orten said.
p "We will *meet* the rebels," Orten said.
d "We did not *meet* the rebels," Orten said.
a The minister who *met* the rebels resigned.
a Before *meeting* Vesely, Orten gave a speech.
a After *meeting* Vesely, Orten gave a speech.
d Instead of *meeting* Vesely, Orten gave a speech.
a Orten was *elected* president.
d Orten was not *elected* president.
p Orten is expected to be *elected* president.
"""
LETTERS = {"a": "asserted", "p": "planned", "m": "possible", "l": "alleged", "d": "denied"}
ROWS = [(LETTERS[line[0]], line[2:]) for line in PAIRS.strip().splitlines()]


@cache
def status_of(marked: str) -> str:
    """The status of the word between asterisks."""
    before, word, after = marked.split("*")
    tree = Tree(analyse(Document(id="d", text=before + word + after)))
    predicate = next(token.index for token in tree.tokens if token.span.start == len(before))
    return find_status(tree, predicate)


def wrong(rows: list[tuple[str, str]]) -> list[str]:
    """The rows that are read otherwise, with what they are read as."""
    return [f"{wanted}, not {got}: {marked}" for wanted, marked in rows if (got := status_of(marked)) != wanted]


def test_at_least_120_pairs() -> None:
    assert len({marked for _, marked in ROWS}) >= 120


def test_minimal_pairs() -> None:
    missed = wrong(ROWS)
    assert len(missed) <= 0.05 * len(ROWS), "\n".join(missed)


def test_examples_of_the_lexicon() -> None:
    rows = [(STATUS_OF_EFFECT[word.effect], word.example) for word in status_words().all()]
    missed = wrong([(str(status), marked) for status, marked in rows])
    assert len(missed) <= 0.05 * len(rows), "\n".join(missed)


@pytest.mark.parametrize("status", sorted(LETTERS.values()))
def test_every_status_is_tried(status: str) -> None:
    assert sum(wanted == status for wanted, _ in ROWS) >= 10


def test_every_word_of_a_text_has_a_status() -> None:
    text = re.sub(r"^. |\*", "", PAIRS.strip(), flags=re.MULTILINE)
    tree = Tree(analyse(Document(id="d", text=text)))
    assert {find_status(tree, token.index) for token in tree.tokens} == set(LETTERS.values())
