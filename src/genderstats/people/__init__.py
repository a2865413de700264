"""The person, the code lists and readers of its cells, and the titles."""
