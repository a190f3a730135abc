"""The admin form of an official answer."""

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from wagtail.admin.forms import WagtailAdminModelForm

from pages.comments.models import PublicComment
from pages.comments.sending.cleaning import clean_line, clean_text
from pages.comments.states import ANSWERABLE


class AnswerForm(WagtailAdminModelForm):
    """Checks what an answer covers: nothing that another answer has."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not self.instance.previous_id:
            self.fields.pop("correction", None)
        self.covered_before = set(
            self.instance.covered.values_list("comment", flat=True)
            if self.instance.pk
            else ()
        )

    def clean_reasons(self) -> str:
        return clean_text(self.cleaned_data["reasons"])

    def clean_correction(self) -> str:
        return clean_line(self.cleaned_data["correction"])

    def is_valid(self) -> bool:
        """Whether all is in order; the rows are read before they are checked."""
        valid: bool = super().is_valid()
        rows = self.formsets.get("covered")
        if not valid or rows is None:
            return valid
        try:
            self._check_covered(rows)
        except ValidationError as error:
            self.add_error(None, error)
            return False
        return True

    @property
    def covered_after(self) -> set[int]:
        """The keys of the comments that the form leaves in the answer."""
        rows = self.formsets["covered"].forms
        return {
            form.cleaned_data["comment"].pk
            for form in rows
            if form.cleaned_data.get("comment") and not form.cleaned_data.get("DELETE")
        }

    def _check_covered(self, rows: Any) -> None:
        """Refuse comments that are not to be answered now, and gaps in a correction."""
        added = self.covered_after - self.covered_before
        others = PublicComment.objects.filter(pk__in=added)
        wrong = others.exclude(state__in=ANSWERABLE).only("number", "year", "state")
        errors = [
            _("%(comment)s cannot be answered here. It is: %(state)s.")
            % {"comment": comment, "state": comment.get_state_display()}
            for comment in wrong
        ]
        if self.instance.previous_id and self.covered_before - self.covered_after:
            errors.append(
                _("A new version leaves out no comment that the earlier one covers.")
            )
        if errors:
            raise ValidationError(errors)
