"""The search: hits, filters, and what may be meant while somebody types."""
