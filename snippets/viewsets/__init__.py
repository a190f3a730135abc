"""The registers in the admin: lists, forms, choosers and exports."""

from django.utils.translation import gettext_lazy as _
from wagtail.snippets.views.snippets import SnippetViewSetGroup

from .areas import PriorityAreaViewSet, SphereViewSet
from .organisations import OrganisationViewSet
from .places import PlaceViewSet
from .projects import ProjectViewSet
from .units import CityUnitViewSet


class RegistersGroup(SnippetViewSetGroup):
    """The menu entry under which staff find every register."""

    items = (
        OrganisationViewSet,
        CityUnitViewSet,
        PlaceViewSet,
        PriorityAreaViewSet,
        SphereViewSet,
        ProjectViewSet,
    )
    menu_label = _("Registers")
    menu_name = "registers"
    menu_icon = "folder-inverse"
    menu_order = 200
    add_to_admin_menu = True


__all__ = [
    "CityUnitViewSet",
    "OrganisationViewSet",
    "PlaceViewSet",
    "PriorityAreaViewSet",
    "ProjectViewSet",
    "RegistersGroup",
    "SphereViewSet",
]
