"""Closed classes that rules of many kinds ask for: articles, negations, question words, marks, relations of clauses."""

# Relations of Universal Dependencies: what hangs on a word as a clause, and what is no part of its phrase.
CLAUSE_RELATIONS = ("ccomp", "advcl", "acl", "csubj", "parataxis", "xcomp")
SIDE_RELATIONS = ("punct", "cc", "conj", "appos", "parataxis", "acl", "advcl", "list", "dep", "discourse")

DEFINITE = frozenset({"the", "this", "that", "these", "those"})
"""Articles of what the text takes up, and does not bring up."""
POSSESSIVES = ("'s", "’s", "'", "’")
NEGATIONS = frozenset({"not", "n't", "n’t", "never"})
MAYBE = frozenset({"can", "could", "may", "might"})
CONDITIONS = frozenset({"if", "unless", "until"})
EXAMPLES = ("including", "such as", "like")
"""What leads from a noun to those named of its kind."""
QUESTIONS = frozenset({"what", "who", "whom", "whose", "which", "how", "why", "when", "where"})
SPEAKERS = frozenset({"i", "we"})
"""Who speaks of themselves, as subjects."""

MARKS = ("“", "”", "„", '"', "«", "»", "''")
"""Marks of quotations, as tokens, that are no apostrophes."""
OPENING_MARKS = ("“", "„", '"', "«", "''", "‘", "'")
CLOSING_MARKS = ("”", '"', "»", "''", "’")

ORDERING = frozenset(
    {"before", "after", "once", "following", "follow", "prior to", "ahead of", "in the wake of", "since"}
)
"""What puts something before or after what it opens."""
CIRCUMSTANCES = ORDERING | {"despite", "amid", "due to", "because of", "until"}
"""What opens a deed of others than the verb's: "was elected amid threats by the rebels"."""
APPOSING = frozenset({",", "—", "–", "--"})
"""What sets a name or a title off from what it stands beside."""
STOPS = frozenset({".", ";", ":", ")", "?", "!"})
