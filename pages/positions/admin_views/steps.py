"""What staff may do with a code: invite the contact person again, revoke it."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from pages.comments.admin_views.step import Step, table
from pages.comments.admin_views.steps import StepView
from pages.positions.admin_forms import InviteForm, RevokeForm
from pages.positions.issuing import CHANGE, invite_again, revoke_code
from pages.positions.models import OrganisationCode

CODE = "wagtailsnippets_organisation_positions_organisationcode"


@dataclass(frozen=True)
class CodeStep(Step):
    """A step with a code."""

    @property
    def right(self) -> str:
        return CHANGE

    def refusal(self, thing: OrganisationCode, user: Any) -> str:
        if not user.has_perm(CHANGE):
            return _("You may not change codes.")
        if thing.revoked_at:
            return _("This code is revoked: nothing can be done with it.")
        if self.name == "invite" and not thing.contact_email:
            return _("The address of the contact person is erased.")
        return ""


def revoke(*, code: OrganisationCode, user: Any, is_sure: bool) -> OrganisationCode:
    """Revoke a code that somebody is sure about."""
    return revoke_code(code=code, user=user)


STEPS = table(
    CodeStep(
        "invite",
        gettext_lazy("Send the invitation again"),
        gettext_lazy(
            "The contact person gets a new private link; the earlier one stops working "
            "at once."
        ),
        invite_again,
        InviteForm,
        done=gettext_lazy("The invitation is sent as soon as it can be."),
    ),
    CodeStep(
        "revoke",
        gettext_lazy("Revoke the code"),
        gettext_lazy(
            "Members and the contact person cannot get in any more. What is submitted "
            "stays in the register; what is drafted goes on under a new code, if you "
            "issue one."
        ),
        revoke,
        RevokeForm,
        is_serious=True,
        done=gettext_lazy("The code is revoked."),
    ),
)


class CodeStepView(StepView):
    """A step with a code."""

    model = OrganisationCode
    steps = STEPS
    thing = "code"
