"""Which language a text is in: told by its words, and by what is declared where they are too few to tell."""

import re

from resiliparse.parse.lang import detect_fast

SHORT = 200
"""Below so many characters the language of a text cannot be told."""
LOOKED_AT = 20_000
"""So many characters tell it."""
ENGLISH_SHARE = 0.06
"""Running English has a sixth and more of these words, other languages a fiftieth and less."""
COMMON = frozenset(
    "and are at been but by for from had has have his it its of said she that the their they of this were which who "
    "with would".split()
)
WORD = re.compile(r"[^\W\d_]+")
TAG = re.compile(r"([A-Za-z]{2,3})(?:[-_][A-Za-z0-9]{1,8})*")
UNDETERMINED = "und"


def find_language(text: str, declared: str | None = None) -> str:
    """The language of a text as BCP 47: as `declared` where it is short or agrees, English where nothing is known."""
    declared = read_tag(declared)
    text = text.strip()[:LOOKED_AT]
    words = [word.lower() for word in WORD.findall(text)]
    if len(text) < SHORT or not words:
        return declared or "en"
    common = sum(word in COMMON for word in words)
    # The guess alone takes English full of foreign names for foreign text.
    guess = "en" if common >= ENGLISH_SHARE * len(words) else detect_fast(text)[0]
    if guess == "en":
        return declared if declared and declared.split("-")[0] == "en" else "en"
    if declared and declared.split("-")[0] != "en":
        return declared
    return guess if TAG.fullmatch(guess) else UNDETERMINED


def read_tag(tag: str | None) -> str | None:
    """A language as BCP 47 writes it, from that, "en_GB" or the three letters of ISO 639; None where it is none."""
    found = TAG.fullmatch((tag or "").strip())
    if not found:
        return None
    language, _, rest = found[0].replace("_", "-").partition("-")
    language = language.lower()
    if len(language) == 3:
        # Only files with such codes need the table.
        from babel.core import get_global

        language = str(get_global("language_aliases").get(language, language))
    return None if language in ("xxx", UNDETERMINED, "mis", "mul") else "-".join(filter(None, (language, rest)))
