"""The page about the open data; it belongs inside `i18n_patterns`."""

from django.urls import path

from .views import open_data_page

urlpatterns = [path("open-data/", open_data_page, name="open_data")]
