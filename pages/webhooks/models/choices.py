"""What a webhook tells, and why it may not get through."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Event(models.TextChoices):
    """What happened; the values are those of `type` in a message."""

    PAGE_PUBLISHED = "page.published", _("A page is published or can be read again")
    PAGE_UNPUBLISHED = (
        "page.unpublished",
        _("A page is not public any more: unpublished, deleted or made private"),
    )
    PAGE_MOVED = "page.moved", _("A page has another address")
    VERSION_FROZEN = (
        "version.frozen",
        _("A version of a programme is closed to changes"),
    )
    ANSWER_PUBLISHED = "answer.published", _("An answer to comments is published")
    TEST = "webhook.test", pgettext_lazy("message of a webhook", "Test")


# What a person may choose; a test is sent by hand.
CHOOSABLE = [choice for choice in Event.choices if choice[0] != Event.TEST]


class Fault(models.TextChoices):
    """Why a message did not arrive, in words that tell nothing of the own network."""

    ADDRESS = (
        "address",
        _("The address is not allowed: it has to lead to the internet."),
    )
    URL = "url", _("The rules of this site do not allow such an address any more.")
    NAME = "name", _("There is no host of this name.")
    CONNECTION = "connection", _("There was no connection, or it broke off.")
    TLS = "tls", _("The encryption failed; the certificate may be wrong or too old.")
    TIMEOUT = "timeout", _("The receiver took too long.")
    ANSWER = "answer", _("What the receiver answered could not be understood.")
    REDIRECT = "redirect", _("The receiver points to another address: enter that one.")
    STATUS = "status", _("The receiver refused the message.")
    GONE = "gone", _("The receiver does not want any more messages (410).")
    INTERNAL = "internal", _("An error of this site; its log says more.")


# The receiver was not reached, or did not answer: others to it need not be tried now.
AWAY = frozenset({Fault.NAME, Fault.CONNECTION, Fault.TLS, Fault.TIMEOUT})
