"""Asks the catalogue what a reader is looking for."""
