"""Who is what a relational noun says: names beside it, lists, and the family that a text tells of."""

import pytest
from told import Row, ties


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("Hamza Torvald, the high-ranking al-Qaeda member, was killed.", ("Hamza Torvald", "member", "al-Qaeda")),
        ("Iran and its rival Saudi Arabia denied it.", ("Saudi Arabia", "opponent", "Iran")),
        ("South Korea and Japan, both US allies, agreed.", ("Japan", "ally", "United States")),
        ("US allies Japan and South Korea agreed.", ("South Korea", "ally", "United States")),
        ("Members of the Green Party, including Ana Torvald, voted no.", ("Ana Torvald", "member", "Green Party")),
        (
            "Lars Edmond is survived by his wife, Ana Torvald, and two sons, Olaf and Erik.",
            ("Olaf", "relative", "Lars Edmond"),
        ),
        ("Ana Torvald, a scholar at Harvard University, left.", ("Ana Torvald", "employee", "Harvard University")),
        ("The two sons of President Lars Edmond, Olaf and Erik, own shares.", ("Olaf", "relative", "Lars Edmond")),
        ("Olaf Berg and Ana Torvald, the daughter of Lars Edmond, left.", ("Ana Torvald", "relative", "Lars Edmond")),
        ("Ana Torvald, mother of Interior Minister Lars Edmond, died.", ("Ana Torvald", "relative", "Lars Edmond")),
        ("Lars Edmond died in May. Edmond is survived by wife Ana.", ("Ana", "relative", "Lars Edmond")),
        (
            "Lars Edmond is survived by his wife, Ana Torvald, and a son, Olaf.",
            ("Olaf", "relative", "Lars Edmond"),
        ),
        ("Lars Edmond, his wife Ana, and son Olaf left.", ("Olaf", "relative", "Lars Edmond")),
        ("Lars Edmond died in May. His daughter told the police.", ("His daughter", "relative", "Lars Edmond")),
        ("Oslo's ally in the Balkans, Serbia, abstained.", ("Serbia", "ally", "Norway")),
        ("Georgia's breakaway region of South Ossetia held a vote.", ("South Ossetia", "part", "Georgia")),
        ("The members of the Gulf Council, among them Oman and Kuwait, met.", ("Kuwait", "member", "Gulf Council")),
        ("As a NATO member, Norway must consult its allies.", ("Norway", "member", "NATO")),
        ("Norway, like other NATO members, froze the assets.", ("Norway", "member", "NATO")),
        ("All NATO members except Norway agreed.", ("Norway", "member", "NATO")),
        ("Gulf states, including Qatar and Kuwait, are allies of Norway.", ("Kuwait", "ally", "Norway")),
        ("Norway's partners in the region, such as Sweden, knew of it.", ("Sweden", "partner", "Norway")),
        ("Norway and allies such as Sweden agreed.", ("Sweden", "ally", "Norway")),
        ("Norway is working with partners including Sweden.", ("Sweden", "partner", "Norway")),
        ("Iran, along with Norway, is a backer of Hezbollah.", ("Norway", "supporter", "Hezbollah")),
        ("Lars Edmond, the son of the last king, Olaf Edmond, left.", ("Lars Edmond", "relative", "Olaf Edmond")),
        ("The Karsk Brigade, a faction within Hamas, denied it.", ("Karsk Brigade", "part", "Hamas")),
        ("ByteDance is the Chinese owner of TikTok.", ("ByteDance", "owner", "TikTok")),
        ("Norway is a traditional ally of Moscow.", ("Norway", "ally", "Russia")),
        ("Lars Edmond, a member of the Saudi royal family, left.", ("Lars Edmond", "member", "Saudi royal family")),
    ],
)  # fmt: skip
def test_who_is_what_the_noun_says(text: str, row: Row) -> None:
    assert row in ties(text)


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("Norway considers Sweden its arch-enemy.", ("Sweden", "opponent", "Norway")),
        ("Norway describes Sweden as its arch-enemy.", ("Sweden", "opponent", "Norway")),
        ("Lars Edmond attacked Ana Torvald as an opponent of Norway.", ("Ana Torvald", "opponent", "Norway")),
        ("Chile ranks as Australia's largest trading partner.", ("Chile", "partner", "Australia")),
        ("Norway sees Sweden as an ally.", ("Sweden", "ally", "Norway")),
        ("Norway counts Sweden among its allies.", ("Sweden", "ally", "Norway")),
        ("One of Norway's closest allies, Sweden, agreed.", ("Sweden", "ally", "Norway")),
        ("Ana Torvald, the eldest of Lars Edmond's daughters, left.", ("Ana Torvald", "relative", "Lars Edmond")),
        ("Norway, Sweden's sworn enemy, agreed.", ("Norway", "opponent", "Sweden")),
        ("Norway's allies include Sweden and Finland.", ("Finland", "ally", "Norway")),
        ("Microsoft licensed it from rival Apple.", ("Apple", "opponent", "Microsoft")),
        ("Lars Edmond met ally Ana Torvald in Oslo.", ("Ana Torvald", "ally", "Lars Edmond")),
        ("Microsoft rival Apple agreed.", ("Apple", "opponent", "Microsoft")),
        ("Labour Party loyalist Ana Torvald left.", ("Ana Torvald", "supporter", "Labour Party")),
        ("Lars Edmond, his wife Ana and their son Olaf left.", ("Olaf", "relative", "Lars Edmond")),
        ("Lars Edmond leaves behind his wife, Ana, and a son, Olaf.", ("Olaf", "relative", "Lars Edmond")),
        ("Lars Edmond, the brother-in-law of Ana Torvald, left.", ("Lars Edmond", "relative", "Ana Torvald")),
        ("Critics of Lars Edmond, including Ana Torvald, left.", ("Ana Torvald", "opponent", "Lars Edmond")),
        ("Hezbollah's backers, notably Iran, agreed.", ("Iran", "supporter", "Hezbollah")),
        ("Ana Torvald, considered a protégé of Lars Edmond, left.", ("Ana Torvald", "ally", "Lars Edmond")),
        ("Ana Torvald, a critic of Lars Edmond's government, left.", ("Ana Torvald", "opponent", "Lars Edmond")),
        ("Ana Torvald, an opponent of the ruling Green Party, left.", ("Ana Torvald", "opponent", "Green Party")),
        ("Norway's main ally and trading partner, Sweden, abstained.", ("Sweden", "ally", "Norway")),
        ("Ana Torvald, a friend and ally of Lars Edmond, left.", ("Ana Torvald", "partner", "Lars Edmond")),
        ("Ana Torvald, once an ally of Lars Edmond, left.", ("Ana Torvald", "ally", "Lars Edmond")),
        (
            "Ana Torvald, an ally turned rival of President Lars Edmond, was arrested.",
            ("Ana Torvald", "opponent", "Lars Edmond"),
        ),
        ("Lars Edmond's family, including his wife Ana and son Olaf, left.", ("Olaf", "relative", "Lars Edmond")),
        ("Lars Edmond had two children, including the banker Ana Edmond.", ("Ana Edmond", "relative", "Lars Edmond")),
    ],
)
def test_who_is_regarded_named_beside_or_told_with_kin(text: str, row: Row) -> None:
    assert row in ties(text)


@pytest.mark.parametrize(
    "text",
    [
        "Non-NATO members Norway and Sweden took part.",
        "Lars Edmond met Green ally Ana Torvald.",
        "Officials consider Norway an ally.",
        "Lars Edmond attacked Ana Torvald as a Kremlin critic.",
        "The American Friends of Karsk, Ana Torvald and Lars Edmond met.",
    ],
)
def test_who_is_nothing_of_the_kind(text: str) -> None:
    assert ties(text) == set()


def test_the_same_words_tell_a_tie_once() -> None:
    text = "Ana Torvald beat her rival for the leadership, Lars Edmond, by ten votes."
    assert len([row for row in ties(text) if row[1] == "opponent"]) == 1


def test_an_adjective_before_an_owner_tells_no_owner() -> None:
    assert ties("TikTok's Chinese owner, ByteDance, sued.") == {("ByteDance", "owner", "TikTok")}


def test_a_semicolon_ends_the_list() -> None:
    text = "The speakers were Ana Torvald's children; Governor Lars Edmond; and Olaf Berg."
    assert not any(relation == "relative" for _, relation, _ in ties(text))


def test_a_part_of_a_name_is_no_owner() -> None:
    assert ties("The Federal Emergency Management Agency denied it.") == set()


def test_who_is_called_an_ally() -> None:
    assert ties("Ana Torvald called Norway an ally of Sweden.") == {("Norway", "ally", "Sweden")}


def test_a_noun_of_kin_inside_a_name_tells_no_kin() -> None:
    assert ties("The rebels of Pol Pot and Son Sen took the town.") == set()


def test_a_wing_named_behind_its_whole() -> None:
    text = "The military wing of Hamas, the Qassam Brigades, denied it."
    assert ties(text) == {("Qassam Brigades", "part", "Hamas")}


def test_who_remains_an_ally() -> None:
    assert ties("Norway remains an ally of Sweden.") == {("Norway", "ally", "Sweden")}


def test_a_state_is_a_member_of_a_council() -> None:
    assert ties("Norway is a member of the Council of Europe.") == {("Norway", "member", "Council of Europe")}
    assert ties("Ana Torvald is a member of the Norwegian Senate.") == set()


@pytest.mark.parametrize(
    "text",
    [
        "Lars Edmond's father figure in politics was Olaf Berg.",
        "Lars Edmond's sister company was sold to Olaf Berg.",
        "Lars Edmond left for his daughter.",
        "“My daughter left,” Lars Edmond said.",
    ],
)
def test_what_only_sounds_like_kin_or_does_nothing_is_no_relative(text: str) -> None:
    assert not any(relation == "relative" for _, relation, _ in ties(text))


def test_of_two_beside_each_other_the_second_is_the_daughter() -> None:
    text = "Olaf Berg and Ana Torvald, the daughter of Lars Edmond, left."
    assert not any("Olaf Berg" in row for row in ties(text))


def test_who_says_it_is_not_who_it_is_said_of() -> None:
    assert ties("Gas is Russia's ally, Lars Edmond said.") == set()


def test_a_critic_of_one_and_of_another() -> None:
    found = ties("Olaf Berg, a critic of Ana Torvald and of President Lars Edmond, was jailed.")
    assert found == {("Olaf Berg", "opponent", "Ana Torvald"), ("Olaf Berg", "opponent", "Lars Edmond")}


@pytest.mark.parametrize(
    ("text", "tie"),
    [
        ("The UN agency UNICEF agreed.", ("UNICEF", "part", "UN")),
        ("Alphabet's YouTube unit agreed.", ("YouTube", "part", "Alphabet")),
        ("A branch of Hamas known as the Karsk Brigades agreed.", ("Karsk Brigades", "part", "Hamas")),
        ("Ana Torvald performs as part of the Karsk Band.", ("Ana Torvald", "member", "Karsk Band")),
        ("Ana Torvald, a lawyer representing Lars Edmond, agreed.", ("Ana Torvald", "employee", "Lars Edmond")),
        ("France voted, and the French territory of Martinique did too.", ("Martinique", "part", "France")),
    ],
)
def test_bearers_named_beside(text: str, tie: tuple[str, str, str]) -> None:
    assert tie in ties(text)


@pytest.mark.parametrize(
    "text",
    [
        "Greece voted, and the Greek island of Samos did too.",
        "The Dallas chapter of the Karsk Council agreed.",
        "Lars Edmond is a programmer from Norway.",
        "Norway is an island in the Karsk Sea.",
        "Ana Torvald thanked them for helping it to become members of the Karsk Front.",
    ],
)
def test_no_bearers_beside(text: str) -> None:
    assert ties(text) == set()
