"""Wagtail's snippets, of which the registers may be read by everybody."""
