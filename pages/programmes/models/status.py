"""The states of a version."""

from django.db import models
from django.utils.translation import pgettext_lazy


class DraftStatus(models.TextChoices):
    """How far a version of the text has come."""

    WORKING = "working", pgettext_lazy("status of a draft", "working version")
    CIRCULATED = (
        "circulated",
        pgettext_lazy("status of a draft", "sent to the working group"),
    )
    CONSULTED = "consulted", pgettext_lazy("status of a draft", "in consultation")
    FINAL = "final", pgettext_lazy("status of a draft", "final version")
    ADOPTED = "adopted", pgettext_lazy("status of a draft", "adopted")
    SUPERSEDED = "superseded", pgettext_lazy("status of a draft", "superseded")


# Publishing a version in one of these closes it to changes.
CLOSED = (DraftStatus.CONSULTED, DraftStatus.FINAL, DraftStatus.ADOPTED)
# How the status of a closed version goes on.
NEXT_STATUSES: dict[str, tuple[DraftStatus, ...]] = {
    DraftStatus.CONSULTED: (DraftStatus.FINAL, DraftStatus.SUPERSEDED),
    DraftStatus.FINAL: (DraftStatus.ADOPTED, DraftStatus.SUPERSEDED),
    DraftStatus.ADOPTED: (DraftStatus.SUPERSEDED,),
    DraftStatus.SUPERSEDED: (),
}
