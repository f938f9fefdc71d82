"""What has a mayor or a governor is a place, though few have heard of it: "the mayor of Karsk"."""

from collections.abc import Sequence

from onrecord.language.decode import Parse

GOVERNED = frozenset("mayor mayoress governor town village city province district port".split())
"""Of what these are, in lower case, that is a place."""


def name_the_governed(words: Sequence[str], parse: Parse) -> None:
    """Take a name of one word for a place where it stands behind "mayor of" and the like and was taken for a person."""
    for number, (first, last, kind, score) in enumerate(parse.names):
        title = first - 2
        behind = title >= 0 and words[first - 1] == "of" and words[title].lower() in GOVERNED
        if kind == "person" and first == last and behind and parse.heads[first] == title + 1:
            parse.names[number] = (first, last, "place", score)
            parse.kinds[first] = "place"
