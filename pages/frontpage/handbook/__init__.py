"""The staff's handbook: Markdown in `pl/`, read in the admin and in the repository."""
