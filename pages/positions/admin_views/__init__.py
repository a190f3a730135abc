"""Codes of organisations in the admin."""
