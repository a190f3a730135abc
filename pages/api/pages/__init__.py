"""Pages: one, many, by their address, and as drafts for a front end to show."""
