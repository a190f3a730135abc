"""Programmes in the API: versions, clauses, changes, tasks and amendments."""
