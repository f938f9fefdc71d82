"""What finding ties is made of: one file for each way in which a text states a standing relation."""
