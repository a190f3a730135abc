"""What everybody may read of comments and answers."""
