"""The room's public addresses; they belong inside `i18n_patterns`."""

from django.urls import path

from .views.results import results
from .views.suggesting import search_suggest

urlpatterns = [
    path("search/", results, name="search"),
    path("search/suggest/", search_suggest, name="search_suggest"),
]
