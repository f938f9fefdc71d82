"""When: which time expression a claim gets, and its value."""

import pytest

from onrecord.claims import find_claims
from onrecord.claims.tree import Tree
from onrecord.claims.when import find_time
from onrecord.dates import find_times
from onrecord.language import analyse
from onrecord.model import Document, Event, Span

# A Thursday.
PUBLISHED = "2021-09-16"

FOUND = [
    ("Orten *met* Vesely on Monday.", "on Monday", "2021-09-13"),
    ("Orten left on Monday after *toppling* Vesely.", None, None),
    ("Orten met Vesely on Monday and *urged* him to resign.", "on Monday", "2021-09-13"),
    ("Orten met Vesely in 2012 and *urged* him to resign.", None, None),
    ("Orten met Vesely on Monday and later *urged* him to resign.", "later", None),
    ("Orten met Vesely on Monday, and Falk *urged* him to resign.", None, None),
    ("Norway strongly *condemns* the attack on the town on Monday.", None, None),
    ("Norway strongly condemns the *attack* on the town on Monday.", "on Monday", "2021-09-13"),
    ("On Monday Norway *condemned* the attack on the town.", "On Monday", "2021-09-13"),
    ("Norway today *condemns* the attack on the town.", "today", "2021-09-16"),
    ("Orten *congratulates* Norway as it marks the anniversary on Monday.", None, None),
    ("Orten was *convicted* of fraud and of charges involving guns, in 2006.", "in 2006", "2006"),
    ("Miners *protested* by marching through Brno on Monday.", "on Monday", "2021-09-13"),
    ("Orten protested on Monday by *leaving* the council.", "on Monday", "2021-09-13"),
    ("Orten became president in 1970 after *toppling* Vesely.", "in 1970", "1970"),
    ("On Monday, the same day that he resigned, Orten *endorsed* Vesely.", "On Monday", "2021-09-13"),
    ("On Monday, Orten *met* Vesely in Brno.", "On Monday", "2021-09-13"),
    ("Orten will *meet* Vesely on Monday.", "on Monday", "2021-09-20"),
    ("The court said Orten would *meet* Vesely on Monday.", "on Monday", "2021-09-20"),
    ("Orten was *appointed* envoy to lead the mission in February 2007.", "in February 2007", "2007-02"),
    ("Orten was *appointed* envoy in 2001, dismissed in 2003 and elected mayor in 2010.", "in 2001", "2001"),
    ("Orten plans to *meet* Vesely on Monday.", "on Monday", "2021-09-20"),
    ("On Monday, Orten met Vesely and *visited* a school.", "On Monday", "2021-09-13"),
    ("Orten held *talks* with Vesely on Monday.", "on Monday", "2021-09-13"),
    ("The *talks* took place in March.", "in March", "2021-03"),
    ("The *talks* will take place in March.", "in March", "2022-03"),
    ("Orten *resigned* in 2012.", "in 2012", "2012"),
    ("Orten previously *met* Vesely.", "previously", None),
    ("Orten *said* on Friday he can meet Vesely.", "on Friday", "2021-09-10"),
    ("Orten *said* on Friday that he met Vesely in 2012.", "on Friday", "2021-09-10"),
    ("Orten said on Friday that he *met* Vesely in 2012.", "in 2012", "2012"),
    ("Orten travelled to Brno on Monday to *meet* Vesely.", "on Monday", "2021-09-13"),
    ("Orten, who *met* Vesely in 2012, resigned on Monday.", "in 2012", "2012"),
    ("Norway, which hosted talks in Brno in 2012, has *offered* to mediate.", None, None),
    ("Orten, who met Vesely in 2012, *resigned* on Monday.", "on Monday", "2021-09-13"),
    ("On Monday, Orten condemned the *attack* on the town.", None, None),
    ("Orten said on Monday that Vesely *resigned*.", None, None),
    ("Orten will *resign* next month on 2 October.", "on 2 October", "2021-10-02"),
    ("The deputies, who had left in March, on Monday *met* Vesely.", "on Monday", "2021-09-13"),
    ("Orten issued a statement on Monday *condemning* Vesely.", "on Monday", "2021-09-13"),
    ("In a letter sent on Monday, the union *accused* Vesely of lying.", "on Monday", "2021-09-13"),
    ("Orten met the author of a statement *condemning* Vesely on Monday.", None, None),
    ("Unlike in 2016, the union *endorsed* Vesely.", None, None),
    ("Because of the vote in 2012, the party *expelled* Vesely.", None, None),
    ("The rebels *freed* the miners in one week.", None, None),
    ("Orten had previously praised the plan but Vesely *rejected* it.", None, None),
    ("In 1998, the town was the scene of an *attack* by the rebels.", "In 1998", "1998"),
    ("The union *asked* that Vesely be freed in 2014.", "in 2014", "2014"),
    ("The union *decided* not to stand in the 2014 election.", None, None),
    ("Orten flew to Velmark on Monday, where he *met* Vesely.", "on Monday", "2021-09-13"),
    ("Orten flew to Velmark on Monday, where he will *meet* Vesely.", None, None),
    ("The summit on Monday, at which Norland and Sodra *signed* a treaty, ended early.", "on Monday", "2021-09-13"),
    ("At least 20 people were killed in the *bombing* of a market on Monday.", "on Monday", "2021-09-13"),
    ("A May 3 strike *hit* the town.", "May 3", "2021-05-03"),
    ("Police *imposed* a curfew from 9 pm to 5 am in Brno on Monday.", "on Monday", "2021-09-13"),
    ("On Monday, Orten *left* at 5 p.m. local time.", "On Monday", "2021-09-13"),
    ("Orten *resigned*. Vesely met the council on Monday.", None, None),
    ("“We *met* Vesely,” Orten said on Monday.", None, None),
    ("Orten *condemned* last week's attack.", None, None),
    ("On Wednesday, the day of the vote, Orten *met* Vesely.", "On Wednesday", "2021-09-15"),
    ("Orten *met* Vesely, Falk said on Monday.", None, None),
    ("The cabinet *voted* to lift the ban on Saturday.", "on Saturday", "2021-09-11"),
    ("Norland *asked* Vesely to withdraw on Monday.", "on Monday", "2021-09-13"),
    ("Norland *accused* Vesely of lying on Monday.", "on Monday", "2021-09-13"),
    ("Vesely was *convicted* of lying to the council in 2012.", "in 2012", "2012"),
    ("Born in Velmark on June 23, 1951, Orten moved to Brno and *met* Vesely.", None, None),
    ("Orten *named* the party's 2016 nominee Anna Vesely.", None, None),
    ("Twin *bombings* on Monday killed twenty miners.", "on Monday", "2021-09-13"),
    ("The queen dismissed the council on Monday after a *request* by Orten.", None, None),
    ("Orten and Vesely *resigned* prior to Super Tuesday.", "prior to Super Tuesday", None),
    ("Orten has been in office since June 2019, when Norland *attacked* the port.", "since June 2019", "2019-06/.."),
    ("Norland agreed on Monday to *withdraw* its soldiers.", None, None),
    ("Norland *agreed* on Monday to withdraw its soldiers.", "on Monday", "2021-09-13"),
    ("Norland and Ostland *agreed* to meet in October.", None, None),
    ("Norland and Ostland agreed to *meet* in October.", "in October", "2021-10"),
    ("Speaking in Brno on Monday, Orten *thanked* Vesely.", "on Monday", "2021-09-13"),
    ("Talks between Norland and Ostland *resumed* on Monday.", "on Monday", "2021-09-13"),
    ("The king *pardoned* Orten on the eve of the feast.", "on the eve of the feast", None),
    ("Orten *apologised* for the massacres of the nineteenth century.", None, None),
    ("Norland and Ostland, after the funeral, *agreed* to meet.", "after the funeral", None),
    ("The soldiers will *leave* Norland by December.", "by December", "2021-12"),
    (
        "The Norland Union on Monday *imposed* sanctions on Orten over the killing of Vesely last year.",
        "on Monday",
        "2021-09-13",
    ),
    (
        "The Norland Union on Monday imposed sanctions on Orten over the *killing* of Vesely last year.",
        "last year",
        "2020",
    ),
    (
        "A court in Brno on Monday *sentenced* Orten for fraud committed between 2010 and 2014.",
        "on Monday",
        "2021-09-13",
    ),
    (
        "Orten, who visited Brno on Monday, said Norland would *send* troops by the end of the year.",
        "by the end of the year",
        "2021",
    ),
    ("Orten was *killed* in a raid staged by the army on September 2.", "on September 2", "2021-09-02"),
    ("Police *arrested* six miners ahead of a rally on Sunday.", "ahead of a rally", None),
    ("Vesely *confessed* to killing his cousin in 2016.", None, None),
    ("Orten, mayor since 2018, *rejected* the plan.", None, None),
    ("Orten condemned the *attack* that killed three miners in Brno on Monday.", "on Monday", "2021-09-13"),
    ("The forum, held in Brno on September 4, was *attended* by Orten.", "on September 4", "2021-09-04"),
    ("Orten *ordered* Vesely to remain in custody until his appearance on October 5.", None, None),
]


@pytest.mark.parametrize(("marked", "words", "value"), FOUND)
def test_time_of_the_claim(marked: str, words: str | None, value: str | None) -> None:
    before, word, after = marked.split("*")
    text = before + word + after
    tree = Tree(analyse(Document(id="d", text=text, published=PUBLISHED)))
    predicate = next(token.index for token in tree.tokens if token.span.start == len(before))
    time = find_time(tree, predicate, (Span(0, len(text)),), find_times(text, published=PUBLISHED))
    assert (time and time.text, time and time.value) == (words, value)


def test_no_times_no_time() -> None:
    tree = Tree(analyse(Document(id="d", text="Orten met Vesely.")))
    assert find_time(tree, 1, (Span(0, 5),), ()) is None


def times_told(text: str) -> dict[str, str | None]:
    """The value of the time of each claim, by the words of its trigger or cue."""
    analysis = analyse(Document(id="d", text=text, published=PUBLISHED))
    found = {}
    for claim in find_claims(analysis)[1]:
        hook = getattr(claim.what, "trigger", None) or getattr(claim.what, "cue", None)
        if hook is not None:
            found[hook.of(text)] = claim.time and claim.time.value
    return found


def test_a_saying_takes_the_time_before_what_is_told() -> None:
    assert times_told("Anton Orten told reporters today the talks will go on.")["told"] == "2021-09-16"
    assert times_told("The council announced the decision on Monday.")["announced"] == "2021-09-13"
    assert times_told("Anton Orten said the council met on Monday.")["said"] is None


def test_today_in_a_quotation_is_the_day_on_which_it_was_said() -> None:
    text = "“Today I met Jan Vesely,” Anton Orten said on Monday."
    assert times_told(text)["met"] == "2021-09-13"
    assert times_told("“Today I met Jan Vesely,” Anton Orten said.")["met"] == "2021-09-16"


def test_what_a_quotation_promises_lies_ahead_of_its_day() -> None:
    text = "“We will meet Jan Vesely on Thursday morning,” Anton Orten said on Wednesday."
    assert times_told(text)["meet"] == "2021-09-16"
    text = "“We met Jan Vesely on Thursday morning,” Anton Orten said on Wednesday."
    assert times_told(text)["met"] == "2021-09-09"


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Ana Orten visited Norway on Monday and Sweden on Wednesday.", ["2021-09-13", "2021-09-15"]),
        ("Ana Orten flew to Norway on Monday and to Sweden on Wednesday.", ["2021-09-13", "2021-09-15"]),
        ("Ana Orten visited Norway and Sweden on Monday.", ["2021-09-13", "2021-09-13"]),
        ("Ana Orten met Lars Falk on Monday and Petra Vesely on Wednesday.", ["2021-09-13", "2021-09-15"]),
    ],
)
def test_each_visit_and_meeting_has_the_day_beside_it(text: str, days: list[str]) -> None:
    _, claims = find_claims(analyse(Document(id="each", text=text, published=PUBLISHED)))
    told = [claim.time for claim in claims if isinstance(claim.what, Event)]
    assert [time.value for time in told if time] == days
