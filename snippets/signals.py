"""What other rooms may follow."""

from django.dispatch import Signal

# Sent after organisations were written many at once, past the signals of their model:
# `pks`, a list of some hundred primary keys. `has_moved` says that what pointed at one
# of them may point at another now, as after a merger.
organisations_changed = Signal()
