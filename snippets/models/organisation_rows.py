from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey

from .aliases import Alias
from .current import check_is_current
from .organisations import Organisation


class OrganisationAlias(Alias):
    """Another name of an organisation: an earlier one, or one that documents use."""

    once_per = ("folded_name",)  # see `snippets.merging.doubles`

    organisation = ParentalKey(
        Organisation, on_delete=models.CASCADE, related_name="aliases"
    )

    class Meta(Alias.Meta):
        verbose_name = _("other name of an organisation")
        verbose_name_plural = _("other names of organisations")

    @property
    def body(self) -> Organisation:
        return self.organisation


class Membership(models.Model):
    """The membership of an organisation in a federation."""

    organisation = ParentalKey(
        Organisation, on_delete=models.CASCADE, related_name="memberships"
    )
    federation = models.ForeignKey(
        Organisation,
        verbose_name=_("federation"),
        on_delete=models.CASCADE,
        related_name="+",
    )

    class Meta:
        ordering = ["pk"]
        verbose_name = _("membership")
        verbose_name_plural = _("memberships")
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "federation"],
                name="%(app_label)s_%(class)s_once",
                violation_error_message=_("This federation is listed twice."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self._meta.verbose_name} {self.pk}"

    def clean(self) -> None:
        super().clean()
        if self.federation_id and self.federation_id == self.organisation_id:
            raise ValidationError(
                {"federation": _("An organisation cannot be a member of itself.")}
            )
        if self.federation_id:
            check_is_current(self, "federation")


class ContactPerson(models.Model):
    """A person staff may call: never published or searched, exported only on asking."""

    organisation = ParentalKey(
        Organisation, on_delete=models.CASCADE, related_name="contact_persons"
    )
    name = models.CharField(_("name and surname"), max_length=255)
    role = models.CharField(_("role"), max_length=255, blank=True)
    email = models.EmailField(_("e-mail"), blank=True)
    phone = models.CharField(_("phone"), max_length=100, blank=True)

    class Meta:
        ordering = ["pk"]
        verbose_name = _("contact person")
        verbose_name_plural = _("contact persons")

    def __str__(self) -> str:
        # No name: what Wagtail prints in logs and messages must not hold private data.
        return f"{self._meta.verbose_name} {self.pk}"
