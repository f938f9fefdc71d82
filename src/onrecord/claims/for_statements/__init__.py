"""What finding statements is made of: quotations, words that report, and how far the words reported reach."""
