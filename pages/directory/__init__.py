"""The public directory of organisations, and reports of errors in it."""
