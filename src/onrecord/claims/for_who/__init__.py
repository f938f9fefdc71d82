"""What telling who is meant is made of: mentions, profiles of entities, pronouns, names by token."""
