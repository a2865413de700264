"""What an indicator is, and the catalogue of them."""
