"""Pages of the admin: the papers of a consultation, and tables that come back."""
