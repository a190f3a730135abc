"""The public form."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from pages.comments.models import PUBLIC_ON_BEHALF, OnBehalf
from pages.comments.sending.organisations import NamedOrganisations, find_organisations
from pages.comments.sending.submitting import Submission
from snippets.models import Organisation

from .correction import CorrectionForm
from .fields import AddressField, LineField, TrapField

NOT_LISTED = "none"


class CommentForm(CorrectionForm):
    """A comment and who makes it, without an account.

    Where the directory has several organisations of the name that is written, or
    only some like it, the form asks which one is meant (`chosen`). The field of the
    trap (`reference`) is seen by programs only.
    """

    on_behalf = forms.ChoiceField(
        label=_("Whom do you speak for?"),
        choices=[(value.value, value.label) for value in PUBLIC_ON_BEHALF],
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose whom you speak for.")},
    )
    organisation = LineField(
        label=_("Name of the organisation (if you speak for one)"),
        required=False,
        max_length=255,
        help_text=_("We look it up in the directory. It is published."),
        widget=forms.TextInput(attrs={"autocomplete": "organization"}),
    )
    name = LineField(
        label=_("Name and surname (optional)"),
        required=False,
        max_length=190,
        help_text=_("Only the office sees it, unless you agree to more."),
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )
    name_is_public = forms.BooleanField(
        label=_(
            "I agree that my name is published with the comment; I may take this back "
            "at any time (optional)"
        ),
        required=False,
    )
    email = AddressField(
        label=_("E-mail (optional)"),
        required=False,
        max_length=254,
        help_text=_(
            "It is never published. Without it you get no receipt by e-mail and no "
            "message about the answer: you follow your comment by a private link, "
            "which is shown once. With it, you confirm the comment by a link that we "
            "send you."
        ),
        error_messages={
            "invalid": _(
                "Write the e-mail like this: name@example.org. Or leave the field "
                "empty."
            )
        },
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )
    reference = TrapField(label=_("Leave this field empty"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.named = self._look_up()
        if self.named.offered:
            self._offer(self.named.offered)

    def _look_up(self) -> NamedOrganisations:
        """Return what the directory has of the organisation that was written."""
        if self.data.get("on_behalf") != OnBehalf.ORGANISATION:
            return NamedOrganisations()
        name = str(self["organisation"].value() or "")
        return find_organisations(name[:255])

    def _offer(self, organisations: Any) -> None:
        """Ask which organisation of the directory is meant."""
        choices = [
            (str(one.pk), ", ".join(filter(None, (one.name, one.city))))
            for one in organisations
        ]
        self.fields["chosen"] = forms.ChoiceField(
            label=_("Which organisation is it?"),
            choices=[*choices, (NOT_LISTED, _("It is not on the list"))],
            widget=forms.RadioSelect,
            error_messages={
                "required": _("Choose your organisation from those found.")
            },
        )
        names = list(self.fields)[:-1]
        names.insert(names.index("organisation") + 1, "chosen")
        self.order_fields(names)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        is_organisation = cleaned.get("on_behalf") == OnBehalf.ORGANISATION
        unnamed = not cleaned.get("organisation") and "organisation" not in self.errors
        if is_organisation and unnamed:
            self.add_error("organisation", _("Write the name of the organisation."))
        return cleaned

    def submission(self, *, clause: Any, language: str) -> Submission:
        """Return what a valid form says."""
        cleaned = self.cleaned_data
        organisation = self._organisation()
        is_organisation = cleaned["on_behalf"] == OnBehalf.ORGANISATION
        is_named = bool(cleaned["name"])
        return Submission(
            kind=cleaned["kind"],
            text=cleaned["text"],
            on_behalf=cleaned["on_behalf"],
            clause=clause,
            proposed_wording=cleaned["proposed_wording"],
            justification=cleaned["justification"],
            organisation=organisation,
            organisation_name=(
                cleaned["organisation"] if is_organisation and not organisation else ""
            ),
            name=cleaned["name"],
            name_is_public=is_named and cleaned["name_is_public"],
            email=cleaned["email"],
            language=language,
        )

    def _organisation(self) -> Organisation | None:
        """Return the organisation of the directory that is meant, if it is there."""
        chosen = self.cleaned_data.get("chosen")
        offered = (one for one in self.named.offered if str(one.pk) == chosen)
        return self.named.exact or next(offered, None)
