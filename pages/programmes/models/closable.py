"""A version is closed to changes once it goes to consultation."""

from collections.abc import Iterable
from contextlib import nullcontext
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.functional import cached_property
from django.utils.translation import gettext
from wagtail.locks import BaseLock
from wagtail.log_actions import LogContext, get_active_log_context, log
from wagtail.models import Locale, Page

from pages.base.models import BasePage
from pages.programmes.forms import DraftForm
from pages.programmes.freezing import (
    FreezeRefusedError,
    FrozenVersionError,
    digest_of,
    read_content,
)
from pages.programmes.locks import FrozenLock
from pages.programmes.signals import before_freeze

from .frozen import FrozenVersion
from .status import CLOSED, NEXT_STATUSES, DraftStatus

# What Wagtail's `publish_scheduled` calls its own publishing.
SCHEDULED = "wagtail.publish.scheduled"


class Closable(BasePage):
    """What a version does about its being closed."""

    base_form_class = DraftForm
    status: Any

    class Meta:
        abstract = True

    @property
    def is_to_freeze(self) -> bool:
        """Whether publishing closes it; translations and aliases stay open."""
        return (
            self.status in CLOSED
            and not self.alias_of_id
            and self.locale_id == Locale.get_default().pk
        )

    @cached_property
    def frozen_version(self) -> FrozenVersion | None:
        """What the version said when it was closed, None while it is open."""
        if self.pk is None:
            return None
        return FrozenVersion.objects.filter(draft=self.pk).first()

    def get_lock(self) -> BaseLock | None:
        """Return the lock of a closed version; it comes before all others."""
        return FrozenLock(self) if self.frozen_version else super().get_lock()

    def check_frozen(self) -> None:
        """Refuse other content, or a status that a closed version cannot take."""
        self.__dict__.pop("frozen_version", None)
        frozen = self.frozen_version
        if frozen is None:
            return
        before = type(self).objects.values_list("status", flat=True).get(pk=self.pk)
        allowed = (before, *NEXT_STATUSES.get(before, ()))
        changed = digest_of(read_content(self)) != digest_of(frozen.content)
        if changed or self.status not in allowed:
            raise FrozenVersionError(frozen.content["title"])

    def check_freeze(self) -> None:
        """Raise FreezeRefusedError unless the version can be closed to changes."""
        self._refuse_expiry()
        self._refuse_empty()
        user = get_active_log_context().user
        try:
            before_freeze.send(sender=type(self), draft=self, user=user)
        except ValidationError as error:
            raise FreezeRefusedError({"status": error.messages}, self) from error

    def _refuse_expiry(self) -> None:
        """Refuse what would unpublish the version by itself."""
        if self.expire_at:
            message = gettext("A version in consultation does not expire.")
            raise FreezeRefusedError({"expire_at": message}, self)
        expiring = self._expiring_ancestor()
        if expiring:
            message = gettext("“%(title)s”, which it is part of, is set to expire.")
            message %= {"title": expiring.title}
            raise FreezeRefusedError({"status": message}, self)

    def _expiring_ancestor(self) -> Page | None:
        if not self.path:
            return None
        return self.get_ancestors().filter(expire_at__isnull=False).first()

    def _refuse_empty(self) -> None:
        """Refuse clauses without a text; the page knows its clauses."""

    def freeze(self) -> None:
        """Close the version, as its row in the database says it, to changes."""
        stored = type(self).objects.get(pk=self.pk)
        self.frozen_version = FrozenVersion.objects.create(
            draft=self,
            content=read_content(stored),
            frozen_by=get_active_log_context().user,
        )

    def save(
        self,
        *args: Any,
        update_fields: Iterable[str] | None = None,
        **kwargs: Any,
    ) -> None:
        """Save; an alias made into a page of its own is open, as a copy is."""
        if update_fields and "alias_of_id" in update_fields and self.is_to_freeze:
            self.status = DraftStatus.WORKING
            update_fields = [*update_fields, "status"]
        super().save(*args, update_fields=update_fields, **kwargs)

    def save_revision(self, *args: Any, **kwargs: Any) -> Any:
        """Save a revision; of a closed version only with another status."""
        self.check_frozen()
        return super().save_revision(*args, **kwargs)

    def publish(
        self, revision: Any, user: Any = None, log_action: Any = True, **kwargs: Any
    ) -> Any:
        """Publish a revision, or change nothing.

        A scheduled one that is refused loses its schedule, and the page's history
        says why: the other pages that wait for their time must still go out.
        """
        context = LogContext(user=user) if user else nullcontext()
        try:
            with context, transaction.atomic():
                return super().publish(
                    revision, user=user, log_action=log_action, **kwargs
                )
        except (ValidationError, FrozenVersionError) as error:
            if log_action == SCHEDULED:
                return self._unschedule(revision, error)
            if isinstance(error, ValidationError):
                raise FreezeRefusedError(error, self) from error
            raise

    def _unschedule(self, revision: Any, error: Exception) -> None:
        """Take a revision's schedule back and note why."""
        self.revisions.filter(pk=revision.pk).update(approved_go_live_at=None)
        said = error.messages if isinstance(error, ValidationError) else [str(error)]
        data = {"reason": " ".join(said)}
        log(self, "programmes.refuse_publishing", data=data, revision=revision)

    def copy(self, *args: Any, **kwargs: Any) -> Any:
        """Copy the page: a copy is open again, a translation has the same status."""
        if kwargs.get("reset_translation_key") is False:
            attributes = kwargs.get("update_attrs") or {}
            kwargs["update_attrs"] = {"status": self.status, **attributes}
        return super().copy(*args, **kwargs)


class VersionHolder(BasePage):
    """A page that versions are below: it cannot be set to expire over closed ones."""

    class Meta:
        abstract = True

    def clean(self) -> None:
        super().clean()
        if not (self.expire_at and self.path):
            return
        frozen = FrozenVersion.objects.filter(draft__path__startswith=self.path).first()
        if frozen:
            message = gettext("It cannot expire: “%(title)s” is closed to changes.")
            message %= {"title": frozen.content["title"]}
            raise ValidationError({"expire_at": message})
