"""What words mean, as data that a political scientist can edit; each kind of word has its own loader module."""
