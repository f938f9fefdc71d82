"""The titles lexicon loads whole, and each of its examples holds the words that it is for."""

from onrecord.lexicon.titles import load_titles


def test_every_entry_has_an_example_with_its_words() -> None:
    titles = load_titles()
    for entry in titles.words:
        kept = entry.example[entry.example.index("[") + 1 : entry.example.index("]")].lower().replace("-", " ")
        assert kept.endswith(" ".join(entry.words)) or " ".join(entry.words) in kept, entry
    tables = (titles.prefixes, titles.suffixes, titles.verbs, titles.roles)
    assert all("[" in entry.example for table in tables for entry in table.values())


def test_longer_titles_come_first() -> None:
    titles = load_titles()
    assert [entry.words for entry in titles.by_first["secretary"]][-1] == ("secretary",)


def test_no_title_is_entered_twice() -> None:
    words = [entry.words for entry in load_titles().words]
    assert len(words) == len(set(words))
