"""What other rooms may follow, and refuse."""

from django.dispatch import Signal

# Sent before a version is closed to changes: `draft`, `user` (None where it goes by
# itself). A receiver that raises ValidationError refuses it.
before_freeze = Signal()
