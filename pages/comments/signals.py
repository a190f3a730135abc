"""What other rooms may follow."""

from django.dispatch import Signal

# Sent in the transaction that publishes an official answer, once its comments are
# answered: `answer`.
answer_published = Signal()
