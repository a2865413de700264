"""Makes the invented rosters of `data/samples` and the exact truth about them."""
