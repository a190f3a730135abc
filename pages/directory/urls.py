"""The room's public addresses; they belong inside `i18n_patterns`."""

from django.urls import path

from .views.detail import organisation_detail
from .views.listing import organisation_list
from .views.reporting import report_error, report_sent

urlpatterns = [
    path("organisations/", organisation_list, name="organisations"),
    path("organisations/<slug:slug>/", organisation_detail, name="organisation"),
    path("organisations/<slug:slug>/report-error/", report_error, name="report_error"),
    path(
        "organisations/<slug:slug>/report-error/sent/",
        report_sent,
        name="report_error_sent",
    ),
]
