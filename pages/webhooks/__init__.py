"""Webhooks: tell other programs what has become public, so that they can rebuild."""
