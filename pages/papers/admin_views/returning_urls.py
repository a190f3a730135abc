"""The addresses of tables that come back."""

from django.urls import path

from .returning import AgainView, CancelView, ConfirmView, SheetView, UploadSheetView
from .returning.base import SHEET, UPLOAD

STEPS = {"confirm": ConfirmView, "again": AgainView, "cancel": CancelView}

urlpatterns = [
    path(
        "consultations/<int:pk>/papers/bring-back/",
        UploadSheetView.as_view(),
        name=UPLOAD,
    ),
    path("papers/returned/<uuid:uid>/", SheetView.as_view(), name=SHEET),
    *(
        path(
            f"papers/returned/<uuid:uid>/{step}/",
            view.as_view(),
            name=f"{SHEET}_{step}",
        )
        for step, view in STEPS.items()
    ),
]
