"""The code of an organisation: by it members draft comments for one consultation."""

from typing import Any, ClassVar
from uuid import uuid4

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from pages.comments.models import PublicComment


class CodeState(models.TextChoices):
    """How far an organisation is with its position."""

    ISSUED = "issued", pgettext_lazy("state of a code", "issued")
    INVITED = "invited", pgettext_lazy("state of a code", "invitation sent")
    SUBMITTED = "submitted", pgettext_lazy("state of a code", "position submitted")
    REVOKED = "revoked", pgettext_lazy("state of a code", "revoked")


class CodeKeptError(PermissionDenied):
    """Somebody was about to delete a code, and with it what was drafted under it."""

    def __init__(self) -> None:
        super().__init__(gettext("Codes are never deleted: revoke it instead."))


def language_of_site() -> str:
    """Return the site's own language.

    A function: else a site of another language would miss a migration.
    """
    code: str = settings.LANGUAGE_CODE
    return code


class OrganisationCodeQuerySet(models.QuerySet["OrganisationCode"]):
    """Codes of organisations."""

    def valid(self) -> "OrganisationCodeQuerySet":
        """Those that nobody has revoked."""
        return self.filter(revoked_at=None)

    def delete(self) -> Any:
        """Refuse: drafts and registered comments hang on codes."""
        raise CodeKeptError


class OrganisationCode(models.Model):
    """A code that lets an organisation write one position in one consultation.

    Of the code, and of the contact person's private link, only the SHA-256 is kept.
    `entry` is the organisation that the code was issued for: it stays where entries of
    the directory are merged, so that two codes of what was found to be one organisation
    do not collide, and the work under neither of them is lost.
    """

    # Nobody is to meet what holds a secret among the usages of an organisation.
    wagtail_reference_index_ignore = True

    uid = models.UUIDField(unique=True, default=uuid4, editable=False)
    consultation = models.ForeignKey(
        "public_comments.Consultation",
        models.PROTECT,
        related_name="organisation_codes",
        verbose_name=_("consultation"),
    )
    organisation = models.ForeignKey(
        "snippets.Organisation",
        models.PROTECT,
        related_name="position_codes",
        verbose_name=_("organisation"),
    )
    entry = models.PositiveBigIntegerField(editable=False)
    digest = models.CharField(
        _("SHA-256 of the code"), max_length=64, unique=True, editable=False
    )
    contact_email = models.EmailField(
        _("e-mail of the contact person"),
        blank=True,
        help_text=_(
            "A private link goes there, by which the contact person puts the position "
            "together. It is never published."
        ),
    )
    language = models.CharField(
        _("language of the letters"), max_length=10, default=language_of_site
    )
    link_digest = models.CharField(
        _("SHA-256 of the private link"), max_length=64, blank=True, editable=False
    )
    issued_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        editable=False,
        related_name="+",
        verbose_name=_("issued by"),
    )
    issued_at = models.DateTimeField(
        _("issued at"), default=timezone.now, editable=False
    )
    invited_at = models.DateTimeField(
        _("invitation sent at"), null=True, editable=False
    )
    submitted_at = models.DateTimeField(
        _("position submitted at"), null=True, editable=False
    )
    revoked_at = models.DateTimeField(_("revoked at"), null=True, editable=False)
    revoked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        editable=False,
        related_name="+",
        verbose_name=_("revoked by"),
    )

    objects: ClassVar[Any] = OrganisationCodeQuerySet.as_manager()

    class Meta:
        ordering = ["-issued_at", "-pk"]
        default_permissions = ("add", "change", "view")
        constraints = [
            models.UniqueConstraint(
                fields=["consultation", "entry"],
                condition=Q(revoked_at=None),
                name="organisation_one_valid_code",
            )
        ]
        verbose_name = _("organisation code")
        verbose_name_plural = _("organisation codes")

    def __str__(self) -> str:
        return str(self.organisation)

    def delete(self, *args: Any, **kwargs: Any) -> Any:
        """Refuse: drafts and registered comments hang on codes."""
        raise CodeKeptError

    @property
    def state(self) -> CodeState:
        """How far the organisation is."""
        if self.revoked_at:
            return CodeState.REVOKED
        if self.submitted_at:
            return CodeState.SUBMITTED
        return CodeState.INVITED if self.invited_at else CodeState.ISSUED

    @property
    def comments(self) -> Any:
        """The comments that the position became, in its order."""
        comments = PublicComment.objects.filter(position_item__code=self)
        comments = comments.order_by("position_item__order", "position_item__pk")
        return comments.select_related("organisation", "consultation")

    @property
    def is_open(self) -> bool:
        """Whether anything can be drafted under it now."""
        return (
            not (self.revoked_at or self.submitted_at)
            and self.consultation.closes_at > timezone.now()
        )
