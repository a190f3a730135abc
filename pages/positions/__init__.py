"""Codes by which an organisation writes its comments together, as one position."""
