"""The stable addresses of the files; they belong outside `i18n_patterns`."""

from django.urls import path

from .views import open_data_file, to_the_page

urlpatterns = [
    path("", to_the_page, name="open_data_files"),
    path("<str:name>", open_data_file, name="open_data_file"),
]
