"""Consultations with their versions, and papers of them in English."""

from copy import deepcopy
from io import BytesIO

import pytest
from django.utils import translation

from pages.papers.kinds import PaperRequest
from pages.papers.rows import paper_rows
from pages.papers.writing import write_paper
from tests.factories.comments import ConsultationFactory, PublicCommentFactory
from tests.kept import kept_rows
from tests.pages.comments.versions import FIRST, Consulted


@pytest.fixture
def here(consulted, db):
    """The city, its version 3 in consultation, and the consultation."""
    return deepcopy(consulted)


@pytest.fixture(scope="module")
def consulted(django_db_setup, django_db_blocker):
    with kept_rows(django_db_blocker):
        yield Consulted()


@pytest.fixture
def consultation(db):
    """A consultation with three comments."""
    consultation = ConsultationFactory()
    PublicCommentFactory.create_batch(3, consultation=consultation)
    return consultation


@pytest.fixture
def say(here):
    """Make a comment on the first clause."""

    def say_it(state="published", **values):
        values = {"consultation": here.consultation, "about": FIRST, **values}
        return PublicCommentFactory(state=state, **values)

    return say_it


@pytest.fixture
def ask(here):
    """Ask for a paper."""
    return lambda **values: PaperRequest(here.consultation, **values)


@pytest.fixture
def rows(ask):
    """Return the rows of a paper in English."""

    def read(**values):
        with translation.override("en"):
            return list(paper_rows(ask(**values)))

    return read


@pytest.fixture
def written(ask):
    """Return a paper as a file, in English unless asked for otherwise."""

    def write(form, language="en", progress=None, **values):
        output = BytesIO()
        with translation.override(language):
            write_paper(output, ask(form=form, **values), progress)
        return output.getvalue()

    return write
