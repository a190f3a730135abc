"""A town whose API is asked: it has public things of every kind."""

from contextlib import contextmanager
from types import SimpleNamespace
from uuid import UUID

from django.db import transaction
from django.test import TestCase, override_settings
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import APIToken

from pages.comments.models import AnswerAmendment
from tests.factories.clauses import chapter, clause
from tests.factories.comments import (
    AnswerFactory,
    ConsultationFactory,
    PublicCommentFactory,
)
from tests.factories.documents import DocumentFactory
from tests.factories.drafting import AmendmentFactory, ChangeReasonFactory
from tests.factories.pages import (
    AgendaItemFactory,
    AttendanceFactory,
    City,
    CommentChannelFactory,
    CorrectionFactory,
    FindingFactory,
    UnitAttendanceFactory,
    translate,
)
from tests.factories.snippets import (
    CityUnitFactory,
    OrganisationFactory,
    PlaceFactory,
    PriorityAreaFactory,
    ProjectFactory,
)
from tests.pages.programmes.closed import FIRST, consulted, staff

API = "/api/v3/"
GROUPS = {"editor": "Redakcja", "publisher": "Wydawca", "translator": "Tłumacze"}
ADDED = UUID("44444444-4444-4444-8444-444444444444")


def build_town():
    """Make a town of public things."""
    city = City()
    town = SimpleNamespace(city=city, home=city.home, organisation=organisation())
    town.site = city.home.get_site()
    town.area, town.unit = PriorityAreaFactory(), CityUnitFactory()
    town.document = DocumentFactory()
    town.image = OrganisationFactory(with_logo=True).logo
    town.draft = consulted(city, number=1)
    town.consultation = ConsultationFactory(draft=town.draft)
    town.later = later_version(city, town.draft)
    town.task = city.task(clause_id=FIRST, published=True, area=town.area)
    town.plain = city.plain(published=True, show_in_menus=True)
    town.report = report(city, town)
    town.comment = PublicCommentFactory(
        consultation=town.consultation, published=True, about=FIRST, text="Jawna uwaga."
    )
    town.amendment = answered(town)
    town.redirect = Redirect.objects.create(
        old_path="/dawny", redirect_page=town.plain, site=None
    )
    for page in (town.draft, town.report, town.task, town.plain):
        translate(page, "en", title=f"Public {page.pk}", slug=f"public-{page.pk}")
    return town


def organisation():
    """Return one with all that is public of it."""
    return OrganisationFactory(registered=True, public_benefit=True, slug="fundacja")


def later_version(city, draft):
    """Return a version that changes one clause of another and adds one."""
    return city.draft(
        [chapter("Zadania", clause(text="inaczej", uid=FIRST), clause(uid=ADDED))],
        number=2,
        based_on=draft,
        slug="wersja-2",
        published=True,
    )


def report(city, town):
    """Return a meeting of which everything is told."""
    page = city.meeting(
        programme=city.programme,
        discussed_draft=town.draft,
        resulting_draft=town.later,
        place=PlaceFactory(),
        project=ProjectFactory(),
        with_hours=True,
        slug="sprawozdanie",
    )
    AttendanceFactory(page=page, organisation=town.organisation)
    UnitAttendanceFactory(page=page, unit=town.unit)
    AgendaItemFactory(page=page)
    CommentChannelFactory(page=page)
    CorrectionFactory(page=page)
    FindingFactory(page=page, clause_id=FIRST, area=town.area)
    page.save_revision().publish()
    return page


def answered(town):
    """Answer a comment by a change of the text; return the amendment."""
    comment = PublicCommentFactory(
        consultation=town.consultation, answered=True, about=FIRST
    )
    answer = AnswerFactory(published=True, comments=[comment], unit=town.unit)
    amendment = AmendmentFactory(
        programme=town.city.programme,
        clause_id=FIRST,
        applied_in=town.later,
        status="applied",
        findings=[town.report.findings.get()],
    )
    ChangeReasonFactory(draft=town.later, clause_id=FIRST, amendment=amendment)
    AnswerAmendment.objects.create(answer=answer, amendment=amendment)
    return amendment


def tokens():
    """Return a token of a member of each group, by the role."""
    return {
        role: APIToken.create_token(user=staff(role, group), name=role)[1]
        for role, group in GROUPS.items()
    }


def headers_of(token):
    return {"Authorization": f"Bearer {token}"} if token else {}


@override_settings(SEARCH_FOLLOWS=True)
class TownCase(TestCase):
    """Tests that share a town; each takes back what it does to it."""

    @classmethod
    def setUpTestData(cls):
        cls.town = build_town()
        cls.tokens = {"anonymous": None, **tokens()}


@contextmanager
def undone():
    """Take back what is done to the database in this block."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)
