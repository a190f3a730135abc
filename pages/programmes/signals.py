"""What other rooms may follow, and refuse."""

from django.dispatch import Signal

# Sent before a version is closed to changes: `draft` (saved, with the text that is to
# be published), `user` (None where it goes by itself). A receiver that raises
# ValidationError refuses it, and nothing changes. One publishing may send it more than
# once, when the form is checked and when the page is saved: receivers only look.
before_freeze = Signal()
