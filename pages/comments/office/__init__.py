"""What staff do with comments and answers."""
