"""Learn the table of lemmas that the rules miss: `python -m training.lemmas --data DATA` (and print the accuracy)."""

import argparse
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from onrecord.language.lemmas import TABLE, by_rule, features_key, find_lemma
from onrecord.language.session import read_features
from training.corpora import Annotated, Doc, read_ewt
from training.gum import read_gum

_CURLY = str.maketrans({"’": "'", "‘": "'", "`": "'"})
_OPEN = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "ADV", "NUM", "X", "SYM"})
_LINE = 118
IRREGULAR = """
arise arose arisen; awake awoke awoken; bear bore borne; beat beat beaten; become became become; befall befell
befallen; begin began begun; behold beheld; bend bent; bet bet; bid bid/bade bid/bidden; bind bound; bite bit
bitten; bleed bled; blow blew blown; break broke broken; breed bred; bring brought; broadcast broadcast; build
built; burn burnt; burst burst; buy bought; cast cast; catch caught; choose chose chosen; cling clung; come
came come; cost cost; creep crept; cut cut; deal dealt; dig dug; do did done; draw drew drawn; dream dreamt;
drink drank drunk; drive drove driven; eat ate eaten; fall fell fallen; feed fed; feel felt; fight fought;
find found; flee fled; fling flung; fly flew flown; forbid forbade/forbad forbidden; forecast forecast;
foresee foresaw foreseen; forget forgot forgotten; forgive forgave forgiven; forgo forwent forgone; forsake
forsook forsaken; freeze froze frozen; get got got/gotten; give gave given; go went gone; grind ground; grow
grew grown; hang hung; hear heard; hide hid hidden; hit hit; hold held; hurt hurt; keep kept; kneel knelt;
know knew known; lay laid; lead led; leap leapt; learn learnt; leave left; lend lent; let let; lie lay lain;
light lit; lose lost; make made; mean meant; meet met; mislead misled; mistake mistook mistaken; mow mowed
mown; offset offset; oust ousted; outdo outdid outdone; outgrow outgrew outgrown; overcome overcame overcome;
overdo overdid overdone; oversee oversaw overseen; overtake overtook overtaken; overthrow overthrew
overthrown; partake partook partaken; pay paid; plead pled; prove proved proven; put put; quit quit; read
read; rebuild rebuilt; redraw redrew redrawn; repay repaid; resend resent; reset reset; retake retook retaken;
rethink rethought; rewrite rewrote rewritten; rid rid; ride rode ridden; ring rang rung; rise rose risen; run
ran run; rerun reran rerun; saw sawed sawn; say said; see saw seen; seek sought; sell sold; send sent; set
set; sew sewed sewn; shake shook shaken; shed shed; shine shone; shoot shot; show showed shown; shrink
shrank/shrunk shrunk; shut shut; sing sang sung; sink sank/sunk sunk; sit sat; sleep slept; slide slid; sling
slung; slit slit; sow sowed sown; speak spoke spoken; speed sped; spell spelt; spend spent; spill spilt; spin
spun; spit spat; split split; spoil spoilt; spread spread; spring sprang/sprung sprung; stand stood; steal
stole stolen; stick stuck; sting stung; stink stank stunk; strike struck struck/stricken; strive strove
striven; swear swore sworn; sweep swept; swell swelled swollen; swim swam swum; swing swung; take took taken;
teach taught; tear tore torn; tell told; think thought; throw threw thrown; thrust thrust; tread trod trodden;
undercut undercut; undergo underwent undergone; understand understood; undertake undertook undertaken;
underwrite underwrote underwritten; undo undid undone; unwind unwound; uphold upheld; upset upset; wake woke
woken; wear wore worn; weave wove woven; wed wed; weep wept; win won; wind wound; withdraw withdrew withdrawn;
withhold withheld; withstand withstood; wring wrung; write wrote written
""".strip()

PLURALS = """
analysis analyses; axis axes; basis bases; crisis crises; diagnosis diagnoses; hypothesis hypotheses; oasis
oases; parenthesis parentheses; synthesis syntheses; thesis theses; criterion criteria; phenomenon phenomena;
bacterium bacteria; memorandum memoranda; referendum referenda; ultimatum ultimata; addendum addenda; alumnus
alumni; nucleus nuclei; stimulus stimuli; index indices; appendix appendices; matrix matrices; vertex
vertices; child children; grandchild grandchildren; foot feet; tooth teeth; goose geese; mouse mice; ox oxen;
calf calves; half halves; knife knives; leaf leaves; life lives; loaf loaves; self selves; shelf shelves;
thief thieves; wife wives; housewife housewives; wolf wolves; scarf scarves; hero heroes; potato potatoes;
tomato tomatoes; veto vetoes; embargo embargoes; cargo cargoes; echo echoes; torpedo torpedoes; volcano
volcanoes; mosquito mosquitoes; bureau bureaux; plateau plateaux; series series; species species; corps corps;
headquarters headquarters; bus buses; virus viruses; bonus bonuses; census censuses; campus campuses; gas
gases; lens lenses; ski skis; passer-by passers-by; quiz quizzes
""".strip()


def words_of(docs: Iterable[Doc]) -> list[tuple[str, str, str, str]]:
    """Form, part of speech, features and lemma of each word."""
    sentences: list[Annotated] = [sentence for doc in docs for sentence in doc]
    return [row for s in sentences for row in zip(s.words, s.upos, s.feats, s.lemmas, strict=True)]


def irregular_verbs() -> Iterator[tuple[tuple[str, str, str], str]]:
    """Past forms and participles of the strong verbs, as entries of the table."""
    for line in IRREGULAR.split(";"):
        base, *forms = line.split()
        past, participle = (forms * 2)[:2]
        for form, kinds in ((past, ("Fin",)), (participle, ("Part",))):
            for one in form.split("/"):
                for kind in kinds:
                    yield ("VERB", one, f"{kind}|Past"), base


def irregular_plurals() -> Iterator[tuple[tuple[str, str, str], str]]:
    """Plurals that no rule makes, as entries of the table."""
    for line in PLURALS.split(";"):
        singular, plural = line.split()
        yield ("NOUN", plural, "Plur"), singular


def learn(rows: Sequence[tuple[str, str, str, str]]) -> tuple[dict[tuple[str, str, str], str], frozenset[str]]:
    """The words whose lemma the rules get wrong, with the lemma that they mostly have; and the verbs seen."""
    verbs = frozenset(
        lemma for _, upos, feats, lemma in rows if upos == "VERB" and lemma.isalpha() and "Typo" not in feats
    )
    seen: dict[tuple[str, str, str], Counter[str]] = defaultdict(Counter)
    for form, upos, line, lemma in rows:
        if "Typo=Yes" in line or lemma == "_":
            continue
        plain = form.translate(_CURLY)
        written = plain if upos in ("PROPN", "ADJ") else plain.lower()
        own = lemma.lower() if upos == "VERB" else lemma  # verbs in titles of works are written "Break" there
        seen[upos, written, features_key(upos, read_features(line))][own] += 1
    table = dict([*irregular_verbs(), *irregular_plurals()])
    for (upos, form, key), lemmas in seen.items():
        lemma, count = lemmas.most_common(1)[0]
        rare = upos in _OPEN and (not any(ch.isalpha() for ch in form) or count < 2 * sum(lemmas.values()) / 3)
        if lemma != by_rule(form, upos, key, verbs) and not rare:
            table[upos, form, key] = lemma
    return table, verbs


def write(table: dict[tuple[str, str, str], str], verbs: frozenset[str], path: Path) -> None:
    """The table as tab-parted lines, sorted, the verbs several to a line."""
    lines = ["\t".join((*key, lemma)) for key, lemma in sorted(table.items())]
    current = ""
    for verb in [*sorted(verbs), ""]:
        if current and (not verb or len(current) + len(verb) > _LINE):
            lines.append(f"VERB\t{current}")
            current = ""
        current = f"{current} {verb}".strip()
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def accuracy(rows: Sequence[tuple[str, str, str, str]]) -> float:
    """The share of words, given their true tags, whose lemma is right."""
    right = sum(find_lemma(form, upos, read_features(feats)) == lemma for form, upos, feats, lemma in rows)
    return right / len(rows)


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--split", choices=("dev", "test"), default="dev")
    options = parser.parse_args()
    table, verbs = learn(words_of([*read_ewt(options.data, "train"), *read_gum(options.data, "train")]))
    write(table, verbs, TABLE)
    print(f"{TABLE}: {len(table)} words, {len(verbs)} verbs")
    ewt, gum = (words_of(read(options.data, options.split)) for read in (read_ewt, read_gum))
    print(f"accuracy on {options.split}: ewt {100 * accuracy(ewt):.2f}, gum {100 * accuracy(gum):.2f}")


if __name__ == "__main__":
    main()
