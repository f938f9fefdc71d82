"""What telling how firmly a text puts a claim is made of: its own clause, and the words above it."""
