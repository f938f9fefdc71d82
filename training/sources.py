"""What the weights are trained on and under which licence, and what others have published on the same tests."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Source:
    """A corpus or model that went into the weights."""

    name: str
    licence: str
    credit: str
    use: str


@dataclass(frozen=True, slots=True)
class Peer:
    """A figure that somebody else has published on the same test, in percent unless `unit` says otherwise."""

    key: str
    system: str
    figure: float
    source: str


SOURCES = (
    Source(
        "all-MiniLM-L6-v2", "Apache-2.0", "sentence-transformers; after MiniLM by Microsoft",
        "the encoder to start from",
    ),
    Source(
        "UD English EWT", "CC BY-SA 4.0", "Universal Dependencies; Silveira et al. 2014",
        "parts of speech, morphology, trees; attributions read off the trees by rule",
    ),
    Source(
        "Universal NER, English EWT", "CC BY-SA 4.0", "Mayhew et al. 2024",
        "names (its train split misses organizations: left open)",
    ),
    Source("UDS It Happened v2", "CC BY-SA 4.0", "Rudinger, White and Van Durme 2018", "factuality"),
    Source(
        "GUM, open genres (academic, court, interview, news, bio, voyage)",
        "annotations CC BY 4.0; texts CC BY 2.5 to 4.0, CC BY-SA 3.0 (bio, voyage)",
        "Zeldes 2017 and the GUM annotators",
        "trees, names, kinds of things, coreference, attributions of the discourse trees",
    ),
    Source(
        "MEANTIME, English", "CC BY 4.0", "Minard et al. 2016; © Fondazione Bruno Kessler, VU Amsterdam, UPV/EHU",
        "names, modality, coreference, who says what",
    ),
    Source("CrossNER, politics", "MIT", "Liu et al. 2021", "names, nine political kinds (train and dev)"),
    Source("Re-DocRED, dev", "MIT", "Tan et al. 2022", "names"),
    Source(
        "re3d without Wikipedia", "CC BY 3.0 AU, OGL v3.0, EEAS legal notice, public domain (by folder)",
        "Defence Science and Technology Laboratory (Dstl), Aleph Insights, Committed Software", "names",
    ),
    Source("GAP", "Apache-2.0", "Webster et al. 2018", "pronouns (development and test)"),
    Source(
        "Onrecord's records of Wikinews articles and public statements", "texts CC BY 2.5, OGL v3.0, public domain",
        "Wikinews; the governments named in the weights' licence", "statements, names",
    ),
)  # fmt: skip

PEERS = (
    Peer("ewt_upos", "spaCy transformer (RoBERTa), UD 2.5", 96.9, "model card of explosion/en_udv25_englishewt_trf"),
    Peer("ewt_uas", "spaCy transformer (RoBERTa), UD 2.5", 91.9, "model card of explosion/en_udv25_englishewt_trf"),
    Peer("ewt_las", "spaCy transformer (RoBERTa), UD 2.5", 89.4, "model card of explosion/en_udv25_englishewt_trf"),
    Peer("uner_f1", "XLM-R large, trained on UNER EWT", 86.0, "Mayhew et al. 2024, arXiv:2311.09122"),
)
