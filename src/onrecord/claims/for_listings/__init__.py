"""What finding listings is made of: ways of notices to tell who is listed."""
