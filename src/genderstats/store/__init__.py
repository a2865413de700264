"""Periods kept in a DuckDB file: people as columns of codes, without names, staff numbers or free text."""
