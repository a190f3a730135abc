"""The room of organisations that speak with one voice."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PositionsConfig(AppConfig):
    """The room where members draft, and the contact person submits one position."""

    name = "pages.positions"
    label = "organisation_positions"
    verbose_name = _("Positions of organisations")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Tell the room of comments of the codes, and the admin who may do what."""
        from wagtail.permissions import register_permission_policy

        from pages.comments.mail import others
        from pages.comments.office.policies import KeptPolicy
        from pages.comments.privacy import registry
        from pages.comments.public import ways
        from pages.positions.models import OrganisationCode

        from . import checks  # noqa: F401 - registers them
        from .erasing import erase_contacts, forget_contact
        from .inviting import way_by_code
        from .mail.mailing import deliver_due

        registry.register(erase_contacts)
        registry.register_follower(forget_contact)
        ways.register(way_by_code)
        others.register(deliver_due)
        register_permission_policy(OrganisationCode, KeptPolicy(OrganisationCode))
