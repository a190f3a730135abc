"""What the public says of a version in consultation, and what the office answers."""
