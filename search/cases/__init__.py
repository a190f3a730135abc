"""Measures the search against a file of cases: queries, with what they shall find."""
