"""How drafts are made: amendments, the reasons of changes."""
