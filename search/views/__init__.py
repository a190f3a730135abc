"""The public views of the search."""
