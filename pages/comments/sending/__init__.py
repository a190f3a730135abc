"""How a comment comes in, and what its author may do with it."""
