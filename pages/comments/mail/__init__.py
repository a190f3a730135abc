"""Mail to the authors of comments."""
