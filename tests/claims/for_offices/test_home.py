"""The country that an article is about is that of the titles that name none."""

from told import offices

HEAD = "The two sides met again. Nobody spoke of the harbour. It rained. The talks go on. They will meet in May. "


def countries(text: str, publisher: str | None = None) -> set[str | None]:
    """The countries of the offices of a text."""
    return {row[3] for row in offices(text, publisher)}


def test_the_place_at_the_head_counts_for_more() -> None:
    text = "NAIROBI (Karsk Press) — Justice Minister Musa Orten flew to Peru. Peru and Kenya will talk. Peru is glad."
    assert countries(text) == {"ke"}
    assert countries("By Ana Edmond, Nairobi\n\nJustice Minister Musa Orten met reporters.") == {"ke"}


def test_no_country_that_is_hardly_named_or_named_as_much_as_another() -> None:
    assert countries(HEAD * 2 + "A Chinese contractor paid Justice Minister Musa Orten.") == {None}
    assert countries("Kenya and Peru will talk. Kenya is glad. Peru is glad. Judge Musa Orten was there.") == {None}


def test_a_country_that_is_only_dealt_with_counts_for_less() -> None:
    text = "Kenya broke with Peru. Kenya wrote to Peru. Judge Musa Orten spoke."
    assert countries(text) == {"ke"}


def test_leaders_need_no_country() -> None:
    assert countries("Presidents Putin and Erdogan discussed Peru. Peru is glad.") == {"ru", "tr"}
    assert countries("Senators Lars Edmond and Musa Orten visited Peru. Peru is glad.") == {None}
    text = "Kenya was glad. Kenya wrote to President Obama. Kenya had waited."
    assert countries(text) == {"us"}


def test_bodies_that_one_country_has() -> None:
    text = "Peru was glad. Peru had waited. State Department spokesman Lars Edmond said so in Peru."
    assert countries(text) == {"us"}


def test_titles_that_few_countries_have() -> None:
    assert countries("Britain and Oman talked. Britain is glad. Sultan Musa Orten spoke.") == {"om"}
    assert countries("Kenya is glad. Congresswoman Ana Torvald spoke in Kenya.") == {"us"}
    assert countries("Peru is glad. Congresswoman Ana Torvald spoke in Peru.") == {"pe"}


def test_the_country_behind_the_name() -> None:
    assert countries("Kenya is glad. Kenya hosts President Ana Torvald of Velgia.") == {None}


def test_no_country_for_bodies_of_several() -> None:
    text = "Kenya is glad. Kenya hosted ECOWAS chairman Musa Orten."
    assert countries(text) == {None}


def test_the_capital_that_the_sentence_opens_with_is_that_of_its_spokesmen() -> None:
    text = "Peru is glad. Peru had waited. In Beijing, Foreign Ministry spokesman Lars Edmond criticised Peru."
    assert countries(text) == {"cn"}
    assert countries(text.replace("In Beijing, Foreign", "Later, Foreign")) == {"pe"}


def test_an_envoy_is_of_whom_it_stands_for() -> None:
    text = (
        "China urged them to talk, and its special envoy, Yue Xiaoyong, was due in Islamabad on Saturday. "
        "Pakistan denied it. Pakistan said Pakistan would win."
    )
    assert ("Yue Xiaoyong", "special envoy", None, "cn", "current", None) in offices(text)
    left = "On Friday the union threatened a strike unless President Ana Torvald stepped down."
    assert [row[4:] for row in offices(left)] == [("current", None)]


def test_an_office_is_of_the_country_of_who_takes_it() -> None:
    text = (
        "Ukraine thanked Norway. Ukraine said that Ukraine would win. "
        "Russian President Lars Edmond removed Ana Torvald as defence minister. Ukraine condemned it."
    )
    assert ("Ana Torvald", "defence minister", None, "ru", "former", "dismissed") in offices(text)
