"""Cut raw text into sentences of words: abbreviations, quotations, headlines, lists and hard-wrapped lines included."""

import re
from collections.abc import Sequence

from onrecord.language.words import find_words, is_dotted

Place = tuple[int, int]

_NEWLINE = re.compile(r"\r\n|[\n\r\u2028\u2029\x0b\x0c\x85]")
_BULLET = re.compile(r"\s*(?:[-–—*•·▪●◦‣>]|\(?\d{1,3}[.)]|\(?[A-Za-z][.)])\s")
_TERMINAL = ".!?…।。؟۔"
_END = re.compile(rf"[{_TERMINAL}]+")
_CLOSING = frozenset({'"', "”", "’", "'", "''", "’’", ")", "]", "}", "»", "›"})
_OPENING = frozenset({'"', "“", "‘", "'", "``", "‘‘", "(", "[", "{", "«", "‹", "„"})
_GOING_ON = frozenset({",", ";", ":", ")", "]", "%", "-", "–", "—", "--", "/", ".", "?", "!"})
_DATELINE = re.compile(
    r"""(?:[A-Z][A-Z.'’-]+(?:\ [A-Z][A-Z.'’-]+){0,3} (?:,\ [A-Z][\w.]+(?:\ [A-Z][\w.]+){0,2}){0,2}
        (?:,\ (?:[A-Z][a-z]+\.?\ \d{1,2}|\d{1,2}\ [A-Z][a-z]+\.?)(?:,?\ \d{4})?)?
        \ ?(?:\([A-Z][\w\ /-]{1,30}\))? | [A-Z][\w.'’-]+(?:,?\ [A-Z][\w.'’-]+){0,3}\ \([A-Z][\w\ /-]{1,30}\))
        \ ?(?:--|—|–|-|:)\ (?=["“‘']?[A-Z])""",
    re.VERBOSE,
)
_WRAP_WIDTHS = range(40, 121)
_WRAPPED_SHARE = 0.6

# Abbreviations that are always followed by what they belong to.
_BEFORE = frozenset(
    """
    adm art asst brig capt cf cmdr col comdr dr eds fig ft gen gov govt hon insp lt maj mlle mme mr mrs ms msgr
    messrs mt no nos op prof pvt rep reps rev sec sen sens sgt spc st ste supt viz vs v e.g i.e ca approx
    """.split()
)
# Abbreviations that may well be the last word, whatever capitalised word comes next.
_AFTER = frozenset({"etc", "a.m", "p.m"})
_DIVIDED_AT_END = frozenset({"etc", "a.m", "p.m", "inc", "corp", "co", "ltd"})
_NOT_AFTER_HOUR = frozenset(
    """
    est edt cst cdt mst mdt pst pdt et ct mt pt gmt utc bst cet cest ist jst msk eastern central pacific mountain
    greenwich local monday tuesday wednesday thursday friday saturday sunday january february march april may june july
    august september october november december jan feb mar apr jun jul aug sept sep oct nov dec
    """.split()
)
# Words that open a sentence far more often than they go on with a name.
_STARTERS = frozenset(
    """
    a about according after all also although among an and another any around as at because before both but by despite
    during each earlier even every few finally following for four from further he her here his how however i if in
    instead it its last later like many meanwhile more moreover most much my neither never nevertheless no nobody none
    not nothing now of on once one only other others our over several she similarly since so some still such
    that the their then there therefore these they this those though three through thus to today two under unlike
    until we what when where whether which while who why with within without yet you your
    """.split()
)
_REPORTING = frozenset(
    """
    said says asked asks added replied answered wrote writes shouted cried told declared exclaimed wondered continued
    tweeted posted demanded insisted remarked
    """.split()
)


def split(text: str) -> list[list[Place]]:
    """The sentences of a text, each as the places `[start, end)` of its words; no word is in two, none is lost."""
    words = find_words(text)
    if not words:
        return []
    starts = [*_find_starts(text, words), len(words)]
    sentences = []
    for number, first in enumerate(starts[:-1]):
        sentences.append(_finish(text, words[first : starts[number + 1]]))
    return sentences


def _find_starts(text: str, words: Sequence[Place]) -> list[int]:
    """The numbers of the words that open a sentence."""
    hard = _hard_breaks(text)
    starts = [0]
    number = _add_dateline(text, words, starts) + 1
    while number < len(words):
        before, here = words[number - 1], words[number]
        gap = here[0] - before[1]
        if gap and (gap > 1 or text[before[1]] != " ") and _has_hard_break(text, before[1], here[0], hard):
            starts.append(number)
            number = _add_dateline(text, words, starts)
        elif text[before[1] - 1] in _TERMINAL:
            after = _past_closing(text, words, number)
            ends = after < len(words) and _breaks(text, words, number - 1, after, starts[-1])
            if ends and not _has_hard_break(text, words[after - 1][1], words[after][0], hard):
                starts.append(after)
                number = after
        number += 1
    return starts


def _add_dateline(text: str, words: Sequence[Place], starts: list[int]) -> int:
    """Append the word after a dateline ("PARIS (AP) — ") that opens the last sentence; the number of the last start."""
    dateline = _DATELINE.match(text, words[starts[-1]][0])
    if dateline:
        number = starts[-1]
        while number < len(words) and words[number][0] < dateline.end():
            number += 1
        if number < len(words):
            starts.append(number)
    return starts[-1]


def is_dateline(text: str, start: int, end: int) -> bool:
    """Whether the characters `[start, end)` of a text are nothing but a dateline: "PARIS (AP) —"."""
    dateline = _DATELINE.match(text, start)
    return dateline is not None and dateline.end() >= end


def _hard_breaks(text: str) -> frozenset[int]:
    """The places of single line ends that end a sentence, because the text is not merely wrapped there."""
    hard: set[int] = set()
    block: list[Place] = []
    position = 0
    for match in [*_NEWLINE.finditer(text), None]:
        line = (position, match.start() if match else len(text))
        if text[line[0] : line[1]].strip():
            block.append(line)
        else:
            hard.update(_hard_in_block(text, block))
            block = []
        position = match.end() if match else position
    hard.update(_hard_in_block(text, block))
    return frozenset(hard)


def _hard_in_block(text: str, block: Sequence[Place]) -> list[int]:
    """The ends of those lines of a block (lines with no empty line between) that end a sentence."""
    if len(block) < 2:
        return []
    width = max(end - start for start, end in block)
    full = []
    for number in range(len(block) - 1):
        start, end = block[number]
        next_start, next_end = block[number + 1]
        following = text[next_start : min(next_end, next_start + width)].split(None, 1)
        full.append(end - start + 1 + (len(following[0]) if following else 0) > width)
    wrapped = width in _WRAP_WIDTHS and len(full) > 1 and sum(full) >= _WRAPPED_SHARE * len(full)
    hard = []
    for number, is_full in enumerate(full):
        next_line = text[block[number + 1][0] : block[number + 1][1]][:200]
        soft = (wrapped and is_full) or next_line.lstrip()[:1].islower()
        if not soft or _BULLET.match(next_line):
            hard.append(block[number][1])
    return hard


def _has_hard_break(text: str, start: int, end: int, hard: frozenset[int]) -> bool:
    """Whether the blank between two words ends a sentence: an empty line, or a line end that is no wrapping."""
    if end - start == 1 and text[start] == " ":
        return False
    ends = [match.start() for match in _NEWLINE.finditer(text, start, end)]
    return len(ends) > 1 or bool(ends and ends[0] in hard)


def _past_closing(text: str, words: Sequence[Place], number: int) -> int:
    """The number of the first word that is neither a closing sign nor a "[4]" that points to a source."""
    while number < len(words):
        if _is_reference(text, words, number):
            number += 3
            continue
        if words[number][0] > words[number - 1][1]:
            break
        start, end = words[number]
        if text[start:end] not in _CLOSING:
            break
        glued = number + 1 < len(words) and words[number + 1][0] == end
        if text[start:end] in _OPENING and glued and text[end].isalnum():
            break
        number += 1
    return number


def _is_reference(text: str, words: Sequence[Place], number: int) -> bool:
    """Whether a number in square brackets stands there, as in an encyclopedia."""
    if text[words[number][0]] != "[" or number + 2 >= len(words):
        return False
    return text[slice(*words[number + 1])].isdigit() and text[slice(*words[number + 2])] == "]"


def _is_plain_stop(text: str, words: Sequence[Place], last: int, after: int) -> bool:
    """Whether a full stop between words in small letters ends a sentence all the same, as in careless writing."""
    before = text[slice(*words[last - 1])] if last else ""
    apart = words[after][0] > words[last][1] and after == last + 1
    return apart and text[slice(*words[last])] == "." and len(before) > 2 and before.isalpha() and before.islower()


def _breaks(text: str, words: Sequence[Place], last: int, after: int, first: int) -> bool:
    """Whether a sentence ends between the word `last` (with the closing signs behind it) and the word `after`."""
    token = text[slice(*words[last])]
    following = text[slice(*words[after])]
    lead = _lead(text, words, after)
    if following in _GOING_ON or (lead.islower() and not _is_plain_stop(text, words, last, after)):
        return False
    glued = words[after][0] == words[after - 1][1]
    if glued and not _is_missing_blank(text, words, last, lead):
        return False
    if _END.fullmatch(token) is None:
        return _abbreviation_ends(token, lead, following)
    if token != "." and token[0] in ".…":
        return lead[:1].isupper() or following in _OPENING
    if token == "." and _is_list_number(text, words, first, last):
        return False
    if token == "." and last and _is_number_sign(text, words, last, following):
        return False
    return not (after > last + 1 and token != "." and _reports(text, words, after, first))


def _lead(text: str, words: Sequence[Place], number: int) -> str:
    """The first word from `number` on that is no opening sign, or the sign itself when none follows."""
    for probe in range(number, min(number + 4, len(words))):
        word = text[slice(*words[probe])]
        if word not in _OPENING:
            return word
    return text[slice(*words[number])]


def _is_missing_blank(text: str, words: Sequence[Place], last: int, lead: str) -> bool:
    """Whether a period between two words that touch it is a full stop with its blank forgotten ("said.The")."""
    if last == 0 or not lead[:1].isupper():
        return False
    before = text[slice(*words[last - 1])]
    alone = len(lead) > 1 or lead in ("I", "A")
    return alone and (before in _CLOSING or (len(before) > 1 and before[-1].islower()) or before[-1:].isdigit())


def _abbreviation_ends(token: str, lead: str, following: str) -> bool:
    """Whether a sentence ends with an abbreviation, judged by the word after it."""
    plain = token.rstrip(".").lower()
    if plain in _BEFORE or not (lead[:1].isupper() or lead[:1].isdigit()):
        return False
    if plain in ("a.m", "p.m"):
        return not lead[:1].isdigit() and lead.lower() not in _NOT_AFTER_HOUR
    if plain in _AFTER:
        return True
    return lead.lower() in _STARTERS and not (len(plain) == 1 and lead in ("A", "An", "I"))


def _is_list_number(text: str, words: Sequence[Place], first: int, last: int) -> bool:
    """Whether the period belongs to a number or letter that opens the sentence, as in a list."""
    word = text[slice(*words[last - 1])]
    return last - first == 1 and words[last - 1][1] == words[last][0] and word.isdigit() and len(word) <= 2


def _is_number_sign(text: str, words: Sequence[Place], last: int, following: str) -> bool:
    """Whether the period is that of "No. 5", "p. 12" or "Art. 4"."""
    word = text[slice(*words[last - 1])].lower()
    return word in ("no", "nos", "art", "sec", "para", "ch", "p", "pp", "v") and following[:1].isdigit()


def _reports(text: str, words: Sequence[Place], after: int, first: int) -> bool:
    """Whether the words after a quotation that opens the sentence say who spoke ("Why?" Smith asked)."""
    if text[slice(*words[first])] not in _OPENING:
        return False
    for number in range(after, min(after + 6, len(words))):
        word = text[slice(*words[number])]
        if word in _REPORTING:
            return True
        if not word[:1].isupper() and word not in ("the", "of", "'s", "’s", "-"):
            return False
    return False


def _finish(text: str, words: Sequence[Place]) -> list[Place]:
    """The words of a sentence with the period set apart from a last abbreviation, and put to a list's number."""
    done = list(words)
    if len(done) > 2 and text[slice(*done[1])] == "." and done[0][1] == done[1][0] and done[2][0] > done[1][1]:
        number = text[slice(*done[0])]
        if number.isdigit() and len(number) <= 2:
            done[:2] = [(done[0][0], done[1][1])]
    last = len(done) - 1
    while last > 0 and text[slice(*done[last])] in _CLOSING:
        last -= 1
    start, end = done[last]
    word = text[start:end]
    if end - start > 1 and word[-1] == "." and word[-2].isalpha():
        plain = word[:-1].lower()
        if plain in _DIVIDED_AT_END or not is_dotted(word):
            done[last : last + 1] = [(start, end - 1), (end - 1, end)]
    return done
