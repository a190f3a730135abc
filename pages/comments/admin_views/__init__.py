"""The work on comments and answers in the admin."""
