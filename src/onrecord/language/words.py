"""Cut raw text into words with their places, as the English treebanks of Universal Dependencies do."""

import re
from functools import lru_cache

Words = tuple[tuple[int, int], ...]

# Blanks, control characters, NUL, zero-width spaces and marks of direction part words and are never part of one.
BLANK = r"\s\x00-\x1f\x7f-\x9f\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff\ufffd\ufff9-\ufffb"
_MARKS = (
    r"\u00ad\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u05bf\u0610-\u061a\u064b-\u065f\u0670\u0900-\u0903\u093a-\u094f"
    r"\u0e31\u0e34-\u0e3a\u0e47-\u0e4e\u1ab0-\u1aff\u1dc0-\u1dff\u200c\u200d\u20d0-\u20ff\ufe00-\ufe0f\ufe20-\ufe2f"
)
_LETTER = rf"[^\W_{_MARKS}]"
_SIGN = r"[\u2190-\u2bff\U0001f000-\U0001faff]"
_W = rf"[\w{_MARKS}]"
_LONGEST_REMEMBERED = 40

ABBREVIATIONS = frozenset(
    """
    adm al approx apr assn assoc asst attn aug ave bros brig c ca capt cf cmdr co col comdr comr corp cpl dec dept
    det dist div dr ed eds enc esp est etc ext feb fig fr fri ft gen gov govt gr hon hr hrs inc insp intl jan jr lt
    ltd maj mass messrs mfg mgr mlle mme mon mr mrs ms msgr mt mts nat nov oct op ph pl plc ppl pp pres prof pt pvt
    rd ref rep reps repr ret rev sen sens sep sept sgt spc sq sr st ste supt thu thur thurs tue tues univ viz vol vs
    wed yr yrs calif conn colo fla ga ill ind kan ky minn mo mont nev okla ore pa penn tenn tex va vt wash wis ala
    ariz ark del
    """.split()
)
_ONLY_CAPITALISED = frozenset(
    """
    adm apr assn assoc ave bros brig calif capt cmdr co col colo conn corp cpl dec del det dist div fig fla fr fri
    ga gen gov hon ill inc ind insp intl jan kan ky lt ltd maj mass minn mo mon mont mt mts nat nev nov oct okla op
    ore pa penn pl pres prof pt pvt rd ref rep reps ret rev sen sens sgt spc ste sun supt tenn tex thu tue univ va
    vol vt wash wed wis ala ariz ark aug feb ed est enc sat
    """.split()
)
_NUMBERED = frozenset({"no", "nos", "art", "sec", "para", "ch", "p", "pp", "v"})
_PREFIXES = frozenset(
    """
    agro ante anti arch bi bio co counter cross cyber de e electro em ex extra hyper inter intra macro mega micro
    mid mini multi neo non para post pre pro pseudo re semi sub super tri u ultra un uni
    """.split()
)
_SPLIT_WHOLE = {
    "cannot": 3, "gonna": 3, "gotta": 3, "wanna": 3, "lemme": 3, "gimme": 3, "dunno": 2, "dont": 2, "didnt": 3,
    "doesnt": 4, "isnt": 2, "wasnt": 3, "couldnt": 5, "wouldnt": 5, "shouldnt": 6, "havent": 4, "hasnt": 3,
    "hadnt": 3, "arent": 3, "werent": 4, "aint": 2, "cant": 2, "wont": 2, "youre": 3, "theyre": 4, "thats": 4,
    "whats": 4, "theres": 5, "youve": 3, "theyve": 4, "alot": 1, "'tis": 2, "'twas": 2, "’tis": 2, "’twas": 2,
}  # fmt: skip
_UNITS = (
    r"a\.m\.?|p\.m\.?|am|pm|AM|PM|mln|bln|mn|bn|tn|m|b|k|K|M|B|mm|cm|km|kg|kt|g|mg|lbs?|ft|sq|mph|kph|kmh|hrs?|mins?"
    r"|secs?|kW|kWh|MW|MWh|GW|TWh|Hz|kHz|MHz|GHz|MB|GB|TB|kb|x|hh|percent|per"
)
_CLITIC = re.compile(r"(?is)(?:n['’`]t|['’`](?:s|m|re|ve|ll|d))$")
_DOTTED_END = re.compile(rf"(?:{_LETTER}\.)+$")

_SCANNER = re.compile(
    rf"""
    (?P<url> (?:https?|ftp)://[^\s<>"“”]*[^\s<>"“”.,;:!?)\]}}'’]
           | (?:www\.|mailto:)[^\s<>"“”]*[^\s<>"“”.,;:!?)\]}}'’]
           | [\w.+%-]{{1,64}}@\w[\w-]{{0,62}}(?:\.[\w-]{{1,63}}){{1,8}}
           | (?:\w[\w-]{{0,62}}\.){{1,8}}
             (?:(?:com|org|net|gov|edu|mil|info|biz)(?:\.[a-z]{{2}})?|co\.uk|docx?|xls|pdf|html?|jpe?g|png|txt)(?!\w)
             (?:/[^\s<>"“”]*[^\s<>"“”.,;:!?)\]}}'’])?
           | [@\#][A-Za-z_]\w{{0,100}} )
    | (?P<phone> (?:\+?\d{{1,3}}-)?(?:\(\d{{3}}\)|\d{{3}})[-/]\d{{3}}-\d{{4}}(?!\d) | \d{{3}}-\d{{4}}(?![\d-])
           | \d{{4}}-\d{{2}}-\d{{2}}(?!\d) | \d{{1,2}}-\d{{1,2}}-(?:\d{{4}}|\d\d)(?!\d) )
    | (?P<ordinal> \d[\d,]*(?:st|nd|rd|th|s)(?!{_W}) )
    | (?P<measure> (?:\d+(?:[.,:]\d+)*)(?=(?:{_UNITS})(?!{_W})) )
    | (?P<number> (?:(?<!{_W})\+\d+|\d+|(?<![\w.,])\.\d+)(?:[.,:/]\d+)*(?!{_W}) )
    | (?P<decade> ['’]\d\d(?:s)?(?!{_W}) | ['’](?:em|til|cause|n|tis|twas)(?!{_W}) )
    | (?P<degree> Ph\.D\.?s? | [MB]\.Sc\.? | Lt\.-?(?=Gen|Col|Gov) )
    | (?P<dotted> (?<!{_W})(?:{_LETTER}\.){{2,12}}(?!{_W}) | (?<!{_W})(?:{_LETTER}\.){{1,12}}{_LETTER}(?!{_W}) )
    | (?P<money> (?:US|AU|NZ|HK|[UACNRS])\$ )
    | (?P<word> (?!Yahoo!){_W}+(?:['’`&]{_W}+)* )
    | (?P<brand> Yahoo! )
    | (?P<dots> \.{{2,}}[?!]* | [.!?…]{{2,}} | …+ )
    | (?P<smile> (?<![\w)])[:;=]-?[()DPp](?!\w) )
    | (?P<quotes> ``|''|’’|‘‘ )
    | (?P<run> --+ | \*+ | =+ | _+ | ~+ | <+ | >+ | \++ | \#\#+ )
    | (?P<emoji> [\U0001f1e6-\U0001f1ff]{{2}}
           | {_SIGN}(?:[\ufe0f\U0001f3fb-\U0001f3ff]|\u200d{_SIGN})* )
    | (?P<other> [^{BLANK}] )
    """,
    re.VERBOSE,
)
_AFTER_PREFIX = re.compile(rf"{_W}+(?:['’`]{_W}+)*")
_CHUNK = re.compile(rf"[^{BLANK}]+")


def find_words(text: str) -> list[tuple[int, int]]:
    """The places `[start, end)` of the words of a text, in order, none overlapping; in time linear in its length.

    A period stays with an abbreviation ("U.S.", "Gen."); what it is at the end of a sentence is for `sentences.py`.
    """
    words: list[tuple[int, int]] = []
    for match in _CHUNK.finditer(text):
        chunk, base = match.group(), match.start()
        cut = _cut_known(chunk) if len(chunk) <= _LONGEST_REMEMBERED else _cut(chunk)
        for start, end in cut:
            words.append((base + start, base + end))
    return words


def _cut(chunk: str) -> Words:
    """The words of a stretch without blanks."""
    if chunk.isalpha() and len(chunk) < _LONGEST_REMEMBERED:
        at = _SPLIT_WHOLE.get(chunk.lower())
        return ((0, at), (at, len(chunk))) if at else ((0, len(chunk)),)
    words: list[tuple[int, int]] = []
    position = 0
    while position < len(chunk):
        match = _SCANNER.match(chunk, position)
        if match is None:
            position += 1
            continue
        start, end = match.span()
        if match.lastgroup == "word":
            position = _add_word(chunk, start, end, words)
        else:
            words.append((start, end))
            position = end
    return tuple(words)


_cut_known = lru_cache(maxsize=1 << 16)(_cut)


def _add_word(chunk: str, start: int, end: int, words: list[tuple[int, int]]) -> int:
    """Append a plain word, its clitics and its period apart; where to go on."""
    word = chunk[start:end]
    if (
        chunk[end : end + 1] == "."
        and chunk[end + 1 : end + 2] != "."
        and _takes_period(word, chunk[end + 1 : end + 2])
    ):
        words.append((start, end + 1))
        return end + 1
    if chunk[end : end + 1] == "-" and word.lower() in _PREFIXES:
        following = _AFTER_PREFIX.match(chunk, end + 1)
        if following:
            end = following.end()
            word = chunk[start:end]
    clitic = _CLITIC.search(word)
    if clitic and clitic.start():
        words += ((start, start + clitic.start()), (start + clitic.start(), end))
    elif at := _SPLIT_WHOLE.get(word.lower()):
        words += ((start, start + at), (start + at, end))
    else:
        words.append((start, end))
    return end


def _takes_period(word: str, after: str) -> bool:
    """Whether the period after a word belongs to it as to an abbreviation; `after` is the character behind it."""
    lower = word.lower()
    if len(word) == 1:
        return word.isupper() and word.isalpha() and not after.isdigit()
    if lower in _NUMBERED:
        return False
    if lower not in ABBREVIATIONS:
        return False
    return lower not in _ONLY_CAPITALISED or word[0].isupper()


def is_dotted(word: str) -> bool:
    """True for single letters each with its period, as in "U.S."."""
    return _DOTTED_END.fullmatch(word) is not None
