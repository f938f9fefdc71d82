"""Speed and accuracy, measured by hand: no test depends on them."""
