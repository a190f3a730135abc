"""The status of an organisation where a reader must not miss it."""

from snippets.models import Organisation

# The others go without saying.
_MARKED = (Organisation.Status.IN_LIQUIDATION, Organisation.Status.STRUCK_OFF)


def mark_of(organisation: Organisation) -> str:
    """Return the status in words, nothing for one that is usual."""
    is_marked = organisation.status in _MARKED
    return organisation.get_status_display() if is_marked else ""
