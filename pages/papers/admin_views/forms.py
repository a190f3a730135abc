"""What is asked before a paper is written."""

from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from pages.comments.models import Consultation
from pages.papers.kinds import FORMS, FileForm, Paper, PaperRequest
from pages.papers.rights import OPTION_RIGHTS, may_have_option

FILES = [
    (f"{paper}-{form}", f"{paper.label}, {form.label}")
    for paper, forms_of_it in FORMS.items()
    for form in forms_of_it
]


class PaperForm(forms.Form):
    """Which paper as which file, and how it is written.

    What the user has no right to is not a field at all.
    """

    file = forms.ChoiceField(choices=FILES, widget=forms.HiddenInput)
    language = forms.ChoiceField(
        label=_("Language of the paper"),
        choices=lambda: settings.LANGUAGES,
        initial=settings.LANGUAGE_CODE,
        help_text=_(
            "Headings and labels are in it; comments stay as they were written."
        ),
    )
    with_drafts = forms.BooleanField(
        label=_("With answers in preparation"),
        required=False,
        help_text=_(
            "Rulings and reasons that are not published yet, for work inside the "
            "office. Without them the paper says what everybody may read."
        ),
    )
    with_contacts = forms.BooleanField(
        label=_("With names and e-mails"),
        required=False,
        help_text=_(
            "Also of people who did not agree to it being public. Such a paper is not "
            "for publication: keep it as you keep other personal data, and delete it "
            "when it is no longer needed. The consultation's history notes that you "
            "took it."
        ),
    )

    def __init__(self, *args: Any, user: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in OPTION_RIGHTS:
            if not may_have_option(user, name):
                del self.fields[name]

    def asked_for(self, consultation: Consultation) -> PaperRequest:
        """Return the paper that was asked for; the paragraph names nobody."""
        data = self.cleaned_data
        paper, form = data["file"].split("-")
        is_text = paper == Paper.PARAGRAPH
        return PaperRequest(
            consultation=consultation,
            paper=Paper(paper),
            form=FileForm(form),
            with_contacts=data.get("with_contacts", False) and not is_text,
            with_drafts=data.get("with_drafts", False),
        )
