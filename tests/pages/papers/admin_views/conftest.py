"""The office, a consultation that is over, and the page of its papers."""

import pytest
from django.urls import reverse

from tests.factories.comments import ConsultationFactory, PublicCommentFactory
from tests.pages.comments.staff import Office
from tests.pages.programmes.closed import consulted

from .taking import EMAIL, NAME


@pytest.fixture
def office():
    return Office()


@pytest.fixture
def consultation():
    draft = consulted(title="Wersja „3”: łąka")
    consultation = ConsultationFactory(closed=True, draft=draft)
    PublicCommentFactory(
        consultation=consultation, name=NAME, email=EMAIL, published=True
    )
    PublicCommentFactory(consultation=consultation, answered=True)
    return consultation


@pytest.fixture
def url(consultation):
    return reverse("consultation_papers", args=[consultation.pk])
