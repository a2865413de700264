"""The word lists that a law or an agency decides: TOML files, and their loader."""
