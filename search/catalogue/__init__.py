"""Makes the catalogue of what the public may find, and keeps it current."""
