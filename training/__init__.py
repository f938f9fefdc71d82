"""How the language model's weights are made: corpora in, weights and their accuracy card out."""
