"""Before the sum: a roster becomes tallies, and tallies add up."""
