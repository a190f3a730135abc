"""The room's public views."""
