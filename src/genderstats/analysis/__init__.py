"""After the sum: observations and changes."""
