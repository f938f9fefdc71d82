"""What finding the time of a claim is made of: the expressions and the words that they date."""
