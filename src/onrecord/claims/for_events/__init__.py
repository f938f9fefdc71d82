"""What finding events is made of: senses of words, who plays which part, what is no event worth recording."""
