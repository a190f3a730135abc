"""A receiver of messages."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any, ClassVar
from urllib.parse import urlsplit

from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext, pgettext
from django.utils.translation import gettext_lazy as _

from pages.webhooks.addresses import validate_url
from pages.webhooks.signing import make_secret, sign

from .choices import CHOOSABLE, Event

# For so long a receiver may go on checking with the secret that was replaced.
OLD_SECRET_LASTS = timedelta(days=1)
# The certificate of a receiver may run out on a Friday; after so long nobody cares.
SWITCHED_OFF_AFTER = timedelta(hours=36)


class WebhookQuerySet(models.QuerySet["Webhook"]):
    """Webhooks."""

    def active(self) -> "WebhookQuerySet":
        """Those that want messages."""
        return self.filter(is_active=True)


class Webhook(models.Model):
    """A program that is told when something public changes.

    Its address may hold a secret of the receiver, and its own secret signs what it
    gets: neither is shown to who may not manage webhooks.
    """

    # Nothing refers to it by a page, and its log is not a use of anything.
    wagtail_reference_index_ignore = True

    name = models.CharField(
        _("name"), max_length=100, help_text=_("What it is for: “site of the city”.")
    )
    url = models.CharField(
        _("address"),
        max_length=500,
        validators=[validate_url],
        help_text=_("Where messages are sent, as the receiver names it."),
    )
    events = models.JSONField(_("events"), default=list)
    is_active = models.BooleanField(_("is switched on"), default=True)
    secret = models.CharField(
        _("secret"), max_length=120, default=make_secret, editable=False
    )
    old_secret = models.CharField(max_length=120, blank=True, editable=False)
    rotated_at = models.DateTimeField(null=True, editable=False)
    created_at = models.DateTimeField(_("made at"), auto_now_add=True)
    failing_since = models.DateTimeField(_("failing since"), null=True, editable=False)
    switched_off_at = models.DateTimeField(
        _("switched off by the site at"), null=True, editable=False
    )

    objects: ClassVar[Any] = WebhookQuerySet.as_manager()

    class Meta:
        ordering = ["name", "pk"]
        verbose_name = _("webhook")
        verbose_name_plural = _("webhooks")

    def __str__(self) -> str:
        return self.name

    def clean(self) -> None:
        super().clean()
        known = {value for value, _label in CHOOSABLE}
        chosen = self.events if isinstance(self.events, list) else []
        if not chosen or not all(isinstance(event, str) for event in chosen):
            raise ValidationError({"events": gettext("Choose one event at least.")})
        unknown = sorted(set(chosen) - known)
        if unknown:
            message = gettext("There is no such event: %(events)s")
            message %= {"events": ", ".join(unknown)}
            raise ValidationError({"events": message})

    @property
    def host(self) -> str:
        """Where it leads, without what may be secret."""
        return urlsplit(self.url).hostname or ""

    @property
    def event_labels(self) -> str:
        """What it is told of, to be read by people."""
        labels = dict(Event.choices)
        return "; ".join(str(labels.get(event, event)) for event in self.events)

    def rotate_secret(self) -> None:
        """Make a new secret; for a day messages are signed with both."""
        self.old_secret, self.secret = self.secret, make_secret()
        self.rotated_at = timezone.now()
        self.save(update_fields=["old_secret", "secret", "rotated_at"])

    def sign(self, message_id: str, timestamp: int, body: bytes) -> str:
        """Return the signatures of a message, with spaces between them."""
        return " ".join(
            sign(secret, message_id, timestamp, body) for secret in self._secrets()
        )

    def _secrets(self) -> Sequence[str]:
        now = timezone.now()
        if self.rotated_at and now < self.rotated_at + OLD_SECRET_LASTS:
            return (self.secret, self.old_secret)
        return (self.secret,)

    def note_success(self) -> None:
        """Note that it took a message."""
        if self.failing_since:
            self.failing_since = None
            self.save(update_fields=["failing_since"])

    def note_failure(self) -> None:
        """Note since when it has taken none."""
        if not self.failing_since:
            self.failing_since = timezone.now()
            self.save(update_fields=["failing_since"])

    @property
    def is_hopeless(self) -> bool:
        """Whether it has taken nothing for so long that it is switched off."""
        since = self.failing_since
        return bool(since and timezone.now() - since >= SWITCHED_OFF_AFTER)

    @property
    def state_label(self) -> str:
        """Whether it is told, to be read by people."""
        if self.is_active:
            return pgettext("state of a webhook", "switched on")
        if self.switched_off_at:
            return pgettext("state of a webhook", "switched off: it kept failing")
        return pgettext("state of a webhook", "switched off")
