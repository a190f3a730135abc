"""The room's public addresses; they belong inside `i18n_patterns`."""

from django.urls import URLPattern, path

from .views.desk import change_code, desk, follow
from .views.enter import enter
from .views.item import item
from .views.member import add, position
from .views.own import own_draft
from .views.preview import preview

CODE = "position/code/<uuid:uid>/<str:secret>/"
DESK = "position/desk/<uuid:uid>/<str:secret>/"

urlpatterns: list[URLPattern] = [
    path("position/<int:draft_id>/", enter, name="position_enter"),
    path(CODE, position, name="position"),
    path(f"{CODE}draft/", add, name="position_add"),
    path("position/draft/<uuid:uid>/<str:secret>/", own_draft, name="position_draft"),
    path(DESK, desk, name="position_desk"),
    path(f"{DESK}clause/", item, name="position_item"),
    path(f"{DESK}preview/", preview, name="position_preview"),
    path(f"{DESK}code/", change_code, name="position_code"),
    path(f"{DESK}comment/<int:pk>/", follow, name="position_follow"),
]
