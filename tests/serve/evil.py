"""Records whose every field holds what would run in a page that trusts it."""

from onrecord.model import (
    Attribution,
    Claim,
    Content,
    Document,
    Entity,
    Event,
    Listing,
    Mention,
    Office,
    Record,
    Span,
    Statement,
    Tie,
    Time,
)

EVIL = (
    '"><script>alert(1)</script>', "<img src=x onerror=alert(1)>", "javascript:alert(1)", "' onmouseover='alert(1)",
    "{{ 7907*7 }}{% raw %}", "</textarea></style></title><svg onload=alert(1)>", "\u202egnp\x07",
    "--><script>alert(1)</script><!--", "]]><script>alert(1)</script>", "\u2028alert(1)\u2029\x1b[31m\ufeff",
    "&lt;script&gt;&#60;script&#62;", "%3Cscript%3Ealert(1)%3C/script%3E",
)  # fmt: skip


def evil_record(evil: str) -> Record:
    """A record in which every field that an article controls holds the words, with a claim of each kind."""
    document = Document(
        "d", f"{evil} said so.", url=f"javascript:alert('{evil}')", title=evil, publisher=evil, author=evil,
        published="2024-11-06", corrections=(evil,),
    )  # fmt: skip
    first, whole = Span(0, 1), Span(0, len(document.text))
    people = tuple(
        Entity(f"e{n}", "person", f"{evil} {n}", (evil,), (Mention(Span(n, n + 1), "name"),), None) for n in (1, 2, 3)
    )
    contents: tuple[Content, ...] = (
        Office("e1", evil, "e2", None, "current", None),
        Event("ACCUSE", None, ("e1",), ("e2",), first),
        Statement("e1", ("e2",), "indirect", (whole,), first),
        Listing("e1", "e2", (whole,)),
        Tie("e1", "e2", "ally"),
    )
    said = (Attribution("e3", first), Attribution("e1", None))
    time = Time(evil, first, "2024-11", "relative")
    claims = (Claim(f"c{n}", what, "alleged", said, time, "e3", (whole,), 0.5) for n, what in enumerate(contents, 1))
    return Record(document, people, tuple(claims))
