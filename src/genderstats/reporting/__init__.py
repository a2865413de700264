"""Documents before they have a format, and one renderer a format."""
