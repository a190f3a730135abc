"""The form by which staff type in a comment that did not come through the site."""

from typing import Any

from django import forms
from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.admin.forms import WagtailAdminModelForm

from pages.comments.models import Channel, Consultation, OnBehalf
from pages.comments.placing import place_of
from pages.comments.sending.cleaning import clean_line, clean_text
from pages.comments.sending.scans import check_scan
from pages.comments.states import SEE_CONTACT

TEXTS = ("text", "proposed_wording", "justification")
LINES = ("citation", "organisation_name", "name")
# What only those with the right may change afterwards: the others do not see it.
PRIVATE = ("name", "name_is_public", "email")


class IntakeForm(WagtailAdminModelForm):
    """Checks what was typed in, and that the scan is one."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        fields: Any = self.fields
        channels = [c for c in Channel.choices if c[0] != Channel.FORM]
        fields["channel"].choices = [("", _("choose…")), *channels]
        fields["language"] = forms.ChoiceField(
            label=fields["language"].label, choices=settings.LANGUAGES
        )
        if self.instance.pk:
            del fields["consultation"]  # its number belongs to the year
        else:
            self._offer_consultations(fields["consultation"])
        if self.instance.pk:
            self._hide_contacts()

    def _hide_contacts(self) -> None:
        """Leave out who wrote: from those without the right, and once it is erased."""
        user, is_erased = self.for_user, bool(self.instance.contacts_erased_at)
        if is_erased or not (user and user.has_perm(SEE_CONTACT)):
            for name in PRIVATE:
                self.fields.pop(name, None)
        if is_erased:
            self.fields.pop("scan", None)

    def _offer_consultations(self, field: Any) -> None:
        rows = Consultation.objects.select_related("draft")
        field.queryset = rows.only("year", "opens_on", "draft__title")
        field.label_from_instance = lambda row: f"{row.year}: {row.draft.title}"

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean()
        for names, clean in ((TEXTS, clean_text), (LINES, clean_line)):
            for name in names:
                if cleaned.get(name):
                    cleaned[name] = clean(cleaned[name])
        if "text" in cleaned and not cleaned["text"]:
            self.add_error("text", _("Write the comment."))
        self._check_place(cleaned)
        self._check_author(cleaned)
        return cleaned

    def clean_received_at(self) -> Any:
        """Refuse a moment that has not come."""
        moment = self.cleaned_data["received_at"]
        if moment and moment > timezone.now():
            raise forms.ValidationError(_("This day or hour has not come yet."))
        return moment

    def clean_scan(self) -> Any:
        """Refuse a file that is no scan."""
        scan = self.cleaned_data.get("scan")
        if scan and self.add_prefix("scan") in self.files:
            check_scan(scan)
        return scan

    def _check_place(self, cleaned: dict[str, Any]) -> None:
        """Refuse a clause that the version does not have."""
        clause = cleaned.get("clause")
        if self.instance.pk:
            consultation: Any = self.instance.consultation
        else:
            consultation = cleaned.get("consultation")
        if not clause or not consultation:
            return
        try:
            place_of(consultation.draft, clause.pk)
        except LookupError:
            message = _("The version in consultation has no such clause.")
            self.add_error("clause", message)

    def _check_author(self, cleaned: dict[str, Any]) -> None:
        organisation = cleaned.get("organisation") or cleaned.get("organisation_name")
        is_one = cleaned.get("on_behalf") == OnBehalf.ORGANISATION
        if is_one and not organisation:
            self.add_error("organisation", _("Say which organisation it is."))
        if organisation and not is_one and "on_behalf" in cleaned:
            message = _("An organisation is named: choose it as the one who comments.")
            self.add_error("on_behalf", message)
        if cleaned.get("name_is_public") and not cleaned.get("name"):
            self.add_error("name", _("Write the name that may be published."))
