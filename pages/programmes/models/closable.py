"""A version is closed to changes once it goes to consultation."""

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.functional import cached_property
from django.utils.translation import gettext
from wagtail.locks import BaseLock
from wagtail.models import Locale

from pages.base.models import BasePage
from pages.programmes.freezing import FrozenVersionError, digest_of, read_content
from pages.programmes.locks import FrozenLock
from pages.programmes.signals import before_freeze

from .clause import clause_label
from .frozen import FrozenVersion
from .status import CLOSED, NEXT_STATUSES


class Closable(BasePage):
    """What a version does about its being closed; the page saves through it."""

    status: Any
    clauses: Any

    class Meta:
        abstract = True

    def clean(self) -> None:
        super().clean()
        if self.is_to_freeze and self.frozen_version is None:
            self._refuse_to_freeze()

    def _refuse_to_freeze(self) -> None:
        """Refuse to close a version that would not stay, or that a room objects to."""
        if self.expire_at:
            raise ValidationError(
                {"expire_at": gettext("A version in consultation does not expire.")}
            )
        empty = [node for node in self.clauses if not node.text.strip()]
        if empty:
            labels = ", ".join(clause_label(n.kind, n.number) or "–" for n in empty)
            message = gettext("Clauses without a text: %(labels)s")
            raise ValidationError({"body": message % {"labels": labels}})
        try:
            before_freeze.send(sender=type(self), draft=self)
        except ValidationError as error:
            raise ValidationError({"status": error}) from error

    @property
    def is_to_freeze(self) -> bool:
        """Whether publishing closes the version; its translations stay open."""
        return self.status in CLOSED and self.locale_id == Locale.get_default().pk

    @cached_property
    def frozen_version(self) -> FrozenVersion | None:
        """What the version said when it was closed, None while it is open."""
        if self.pk is None:
            return None
        return FrozenVersion.objects.filter(draft=self.pk).first()

    def get_lock(self) -> BaseLock | None:
        """Return the lock of a closed version; it comes before all others."""
        return FrozenLock(self) if self.frozen_version else super().get_lock()

    def _check_frozen(self) -> None:
        """Refuse other content, or a status that a closed version cannot take."""
        frozen = self.frozen_version
        if frozen is None:
            return
        before = type(self).objects.values_list("status", flat=True).get(pk=self.pk)
        allowed = (before, *NEXT_STATUSES.get(before, ()))
        changed = digest_of(read_content(self)) != digest_of(frozen.content)
        if changed or self.status not in allowed:
            raise FrozenVersionError(frozen.content["title"])

    def save_revision(self, *args: Any, **kwargs: Any) -> Any:
        """Save a revision; of a closed version only with another status."""
        self.__dict__.pop("frozen_version", None)
        self._check_frozen()
        return super().save_revision(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> Any:
        """Delete the page, unless it is closed to changes."""
        if self.frozen_version:
            raise FrozenVersionError(self.title)
        return super().delete(*args, **kwargs)

    def _freeze(self) -> None:
        """Close the version to changes."""
        self._refuse_to_freeze()
        stored = type(self).objects.get(pk=self.pk)
        self.frozen_version = FrozenVersion.objects.create(
            draft=self, content=read_content(stored)
        )
