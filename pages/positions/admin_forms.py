"""The forms by which staff issue codes and invite contact persons."""

from typing import Any

from django import forms
from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.forms import WagtailAdminModelForm

from pages.comments.models import WARSAW, Consultation
from snippets.models import Organisation

from .issuing import has_code


class IssueForm(WagtailAdminModelForm):
    """Whom a code is for: an organisation of the directory, in one consultation."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        fields: Any = self.fields
        today = timezone.now().astimezone(WARSAW).date()
        consultations = Consultation.objects.filter(closes_on__gte=today)
        field = fields["consultation"]
        field.queryset = consultations.select_related("draft").only(
            "year", "opens_on", "draft__title"
        )
        field.label_from_instance = lambda row: f"{row.year}: {row.draft.title}"
        fields["contact_email"].required = True
        fields["language"] = forms.ChoiceField(
            label=fields["language"].label,
            choices=settings.LANGUAGES,
            help_text=_("Mail to the contact person is written in it."),
        )

    def clean_organisation(self) -> Organisation:
        """Refuse what is in the register, but not in the directory any more."""
        organisation: Organisation = self.cleaned_data["organisation"]
        if organisation.merged_into:
            raise forms.ValidationError(
                _("This entry was merged into another one: choose %(name)s.")
                % {"name": organisation.merged_into.name}
            )
        if organisation.status == Organisation.Status.STRUCK_OFF:
            raise forms.ValidationError(
                _("This organisation is struck off: it cannot submit a position.")
            )
        return organisation

    def clean(self) -> dict[str, Any]:
        """Refuse a second code beside one that works."""
        cleaned: dict[str, Any] = super().clean()
        organisation = cleaned.get("organisation")
        consultation = cleaned.get("consultation")
        if organisation and consultation:
            self.instance.organisation = organisation
            self.instance.consultation = consultation
            if has_code(self.instance):
                self.add_error(
                    "organisation",
                    _("It has a code for this consultation already: revoke it first."),
                )
        return cleaned


class InviteForm(forms.Form):
    """Where a new private link goes; the address there is now is not shown."""

    contact_email = forms.EmailField(
        label=gettext_lazy("Another e-mail"),
        required=False,
        help_text=gettext_lazy(
            "Only if the first one was wrong. Empty: the link goes to the same address."
        ),
    )


class RevokeForm(forms.Form):
    """Asks once more; the page of the step says what follows."""

    is_sure = forms.BooleanField(
        label=gettext_lazy("Yes, the code and the private link shall not work any more")
    )
