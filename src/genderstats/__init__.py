"""Gender indicators from personnel rosters."""
