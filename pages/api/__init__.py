"""The headless API: Wagtail's own, and what front ends need beside it."""
