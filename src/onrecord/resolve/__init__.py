"""Who is who across articles, and which articles are copies of each other; pure functions that the store calls."""
