"""The use cases: one file each, from what the user names to a value that can be shown."""
