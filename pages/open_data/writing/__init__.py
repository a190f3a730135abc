"""Writes datasets and what tells of them, each as a file of its own."""
