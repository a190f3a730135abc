"""Measurements against the project's own figures; `make bench` runs them."""
