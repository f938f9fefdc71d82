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
QUESTIONS = frozenset({"what", "who", "whom", "whose", "which", "how", "why", "when", "where"})
SPEAKERS = frozenset({"i", "we"})
"""Who speaks of themselves, as subjects."""

MARKS = ("“", "”", "„", '"', "«", "»", "''")
"""Marks of quotations, as tokens, that are no apostrophes."""
OPENING_MARKS = ("“", "„", '"', "«", "''", "‘", "'")
CLOSING_MARKS = ("”", '"', "»", "''", "’")

# Objects that are no doers of the infinitive after them: "made up his mind to leave", "took steps to win".
UNDERTAKEN = frozenset({"mind", "effort", "attempt", "step", "move", "decision", "chance", "measure", "time", "care"})
# What opens a clause as well as a phrase.
SUBORDINATORS = ("after", "before", "since", "until", "as")

# With the prepositions of who is to do what follows with "to".
CALLING = {"call": ("on", "upon"), "appeal": ("to",), "plead": ("with",), "prevail": ("on", "upon"), "wait": ("for",)}
# Marks of what the object of the verb above does: "accused Orel of lying", "kept her from leaving".
CHARGING = frozenset({"of", "from", "into"})
# What leads to something with what stands before it: "led to the army leaving", "resulted in him quitting".
LEADING = {"lead": ("to",), "result": ("in",), "end": ("with", "in"), "culminate": ("in", "with")}
