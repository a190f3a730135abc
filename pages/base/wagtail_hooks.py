"""What the room adds to the Wagtail admin."""

from typing import Any

from django.http import HttpRequest
from wagtail import hooks
from wagtail.admin.userbar import ContentCheckerItem

from .checker import HouseCheckerItem


@hooks.register("construct_wagtail_userbar")
def use_house_checker(request: HttpRequest, items: list[Any], page: Any) -> None:
    """Put the project's content checker in the place of Wagtail's."""
    items[:] = [
        HouseCheckerItem() if isinstance(item, ContentCheckerItem) else item
        for item in items
    ]
