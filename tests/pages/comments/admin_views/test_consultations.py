"""Consultations in the admin: put out, moved on, never taken away."""

import datetime
import re

import pytest
from django.utils.translation import override
from wagtail.models import ModelLogEntry

from pages.comments.admin_views.consultations import SAVED
from pages.comments.models import Consultation, PublicComment
from tests.factories.comments import ConsultationFactory, PublicCommentFactory
from tests.factories.pages import City, translate
from tests.factories.snippets import CityUnitFactory
from tests.pages.comments.staff import COMMENT, CONSULTATION, Office, address
from tests.pages.comments.visiting import moment
from tests.pages.measure import count_queries
from tests.pages.programmes.closed import consulted

pytestmark = pytest.mark.django_db


@pytest.fixture
def office():
    return Office()


@pytest.fixture
def clerk(office):
    return office.browser("Redakcja")


@pytest.fixture
def city():
    return City()


def form(draft, **values):
    return {
        "draft": draft.pk,
        "opens_on": "2013-09-01",
        "closes_on": "2013-09-21",
        "is_moderated": "on",
        "notice": "Zapraszamy.",
        "notice_en": "",
        "notice_uk": "",
        "notice_be": "",
        "legal_basis": "",
        "act": "",
        "act_date": "",
        "contact_unit": "",
        "contact_email": "",
        "contact_address": "",
        "controller": "Prezydent Miasta",
        "data_protection_officer": "iod@example.org",
        "retention": "25 lat",
        **values,
    }


def add(client, draft, **values):
    return client.post(address(CONSULTATION, "add"), form(draft, **values), follow=True)


def said(response):
    return [message.level_tag for message in response.context["messages"]]


def test_closed_version_is_put_out_for_comments(clerk, city):
    response = add(clerk, consulted(city))

    consultation = Consultation.objects.get()
    assert (consultation.year, said(response)) == (2014, ["success"])
    with override("pl"):
        words = str(SAVED)
    assert words in str(next(iter(response.context["messages"])))


def test_new_one_starts_from_what_the_last_one_said(clerk, city):
    unit = CityUnitFactory()
    last = ConsultationFactory(
        draft=consulted(city),
        contact_unit=unit,
        controller="Prezydent",
        data_protection_officer="iod",
        retention="5 lat",
    )

    instance = clerk.get(address(CONSULTATION, "add")).context["form"].instance

    assert instance.contact_unit == unit
    for name in ("controller", "data_protection_officer", "retention", "legal_basis"):
        assert getattr(instance, name) == getattr(last, name)
    assert instance.closes_on is None
    assert instance.notice == ""


def test_only_closed_versions_as_written_are_offered(clerk, city):
    draft = consulted(city)
    translate(draft, "en", title="Version 3", slug="version-3")
    city.draft(number=9, title="Otwarta", published=True)
    taken = ConsultationFactory(draft=consulted(city, number=4, title="Zajęta"))

    def offered(url):
        fields = clerk.get(url).context["form"].fields
        return {page.pk for page in fields["draft"].queryset}

    assert offered(address(CONSULTATION, "add")) == {draft.pk}
    edit = address(CONSULTATION, "edit", taken.pk)
    assert offered(edit) == {draft.pk, taken.draft_id}


def test_open_version_is_refused(clerk, city):
    open_one = city.draft(published=True)

    response = add(clerk, open_one)

    assert set(response.context["form"].errors) == {"draft"}
    assert not Consultation.objects.exists()


@pytest.mark.parametrize(
    ("closes", "tags"),
    [("2013-11-20", ["success"]), ("2013-11-21", ["success", "warning"])],
)
def test_late_end_is_pointed_out_and_kept(clerk, city, closes, tags):
    response = add(clerk, consulted(city), closes_on=closes)

    assert sorted(said(response)) == tags
    assert Consultation.objects.get().closes_on.isoformat() == closes


def test_end_before_the_beginning_is_refused(clerk, city):
    response = add(clerk, consulted(city), closes_on="2013-08-31")

    assert set(response.context["form"].errors) == {"closes_on"}


@pytest.mark.parametrize(
    "missing", ["controller", "data_protection_officer", "retention", "opens_on"]
)
def test_what_the_law_asks_for_is_required(clerk, city, missing):
    response = add(clerk, consulted(city), **{missing: ""})

    assert set(response.context["form"].errors) == {missing}


def test_extension_is_in_the_history(office, clerk, city):
    draft = consulted(city)
    consultation = ConsultationFactory(
        draft=draft,
        opens_on=datetime.date(2013, 9, 1),
        closes_on=datetime.date(2013, 9, 21),
    )

    url = address(CONSULTATION, "edit", consultation.pk)
    clerk.post(url, form(draft, closes_on="2013-09-30"))
    clerk.post(url, form(draft, closes_on="2013-09-30", notice="Dłużej."))

    page = clerk.get(address(CONSULTATION, "history", consultation.pk))
    entries = [entry.action for entry in page.context["object_list"]]
    assert entries.count("public_comments.move_end") == 1
    assert "30 września 2013" in page.content.decode()
    assert "21 września 2013" in page.content.decode()


def test_comments_are_late_by_the_new_last_day(clerk, city):
    draft = consulted(city)
    consultation = ConsultationFactory(
        draft=draft,
        opens_on=datetime.date(2013, 9, 1),
        closes_on=datetime.date(2013, 9, 21),
    )
    at = {day: moment(2013, 9, day, 0) for day in (15, 16, 22, 30)}
    comments = [
        PublicCommentFactory(
            consultation=consultation, received_at=time, is_late=day > 21
        )
        for day, time in at.items()
    ]

    def late_after(closes_on):
        url = address(CONSULTATION, "edit", consultation.pk)
        clerk.post(url, form(draft, closes_on=closes_on))
        rows = PublicComment.objects.filter(pk__in=[c.pk for c in comments])
        moved = ModelLogEntry.objects.filter(action="public_comments.move_end")
        late = list(rows.order_by("received_at").values_list("is_late", flat=True))
        return late, moved.latest("pk").data["comments"]

    assert late_after("2013-09-29") == ([False, False, False, True], 1)
    assert late_after("2013-09-15") == ([False, True, True, True], 2)


def test_version_with_comments_stays(clerk, city):
    consultation = ConsultationFactory(draft=consulted(city))
    PublicCommentFactory(consultation=consultation)
    other = consulted(city, number=4, title="Wersja 4")

    response = clerk.post(address(CONSULTATION, "edit", consultation.pk), form(other))

    assert set(response.context["form"].errors) == {"draft"}


def test_page_of_a_consultation_leads_to_its_comments(clerk, city):
    consultation = ConsultationFactory(draft=consulted(city))

    page = clerk.get(address(CONSULTATION, "inspect", consultation.pk))

    link = f"{address(COMMENT, 'list')}?consultation={consultation.pk}"
    assert link in page.content.decode()


def test_list_costs_the_same_however_long(clerk, city):
    url = address(CONSULTATION, "list")
    ConsultationFactory(draft=consulted(city))
    few = count_queries(clerk, url)
    for number in (4, 5, 6):
        draft = consulted(city, number=number, title=f"Wersja {number}")
        ConsultationFactory(draft=draft)

    assert count_queries(clerk, url) <= few


@pytest.mark.parametrize("group", ["Jednostki", "Tłumacze"])
def test_who_has_no_right_puts_nothing_out(office, city, group):
    add(office.browser(group), consulted(city))

    assert not Consultation.objects.exists()


def test_what_is_not_said_and_what_is_switched_is_told_in_words(clerk):
    consultation = ConsultationFactory(is_moderated=False)

    page = clerk.get(address(CONSULTATION, "inspect", consultation.pk)).content
    values = re.findall(r"<dd>\s*(.*?)\s*</dd>", page.decode(), re.DOTALL)

    assert len(values) > 10
    assert not {"None", "True", "False", ""} & set(values)
