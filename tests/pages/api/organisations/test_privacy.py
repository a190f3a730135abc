"""What staff alone know of an organisation is in no answer, and nobody finds it."""

import datetime

import pytest

from tests.factories.comments import ConsultationFactory, PublicCommentFactory
from tests.factories.directory import DataErrorReportFactory
from tests.factories.pages import AttendanceFactory, FindingFactory
from tests.factories.snippets import ContactPersonFactory, OrganisationFactory
from tests.pages.api.asking import API
from tests.pages.programmes.closed import consulted

from .listed import Listed

pytestmark = pytest.mark.django_db

MARK = "ZATAJONE"
QUERIES = [
    *("", "status=active", "status=struck_off", "letter=F", "district=Bema"),
    *("limit=1", "locale=en", "fields=name"),
]


@pytest.fixture
def listed():
    return Listed()


def is_told(client):
    """Whether the marker is in anything that anybody gets of organisations."""
    paths = [f"/organisations/?{query}" for query in QUERIES]
    paths += [f"/organisations/laka/?locale={code}" for code in ("pl", "en")]
    answers = [client.get(f"{API}{path}") for path in paths]
    return any(MARK.lower() in one.content.decode().lower() for one in answers)


def finds(client, words):
    return client.get(f"{API}/organisations/", {"q": words}).json()["count"]


def test_marker_would_be_found(listed, client):
    listed.organisation.about = MARK
    listed.organisation.save()
    OrganisationFactory(name=MARK)

    assert is_told(client)
    assert finds(client, MARK) == 1


def test_what_staff_alone_know_is_neither_told_nor_found(listed, client):
    one = listed.organisation
    one.private_note = f"{MARK} notatka"
    one.save()
    email = f"{MARK}@example.org"
    ContactPersonFactory(
        organisation=one, name=MARK, role=MARK, email=email, phone="500 600 700"
    )
    DataErrorReportFactory(organisation=one, text=MARK, email=email, note=MARK)

    assert not is_told(client)
    for words in (MARK, "notatka", email, "500 600 700"):
        assert finds(client, words) == 0


@pytest.mark.parametrize("values", [{"live": False}, {"restricted": True}])
def test_meetings_that_are_not_public_are_not_told(listed, client, values):
    meeting = listed.city.meeting(
        title=MARK, slug=MARK.lower(), date=datetime.date(2013, 9, 1), **values
    )
    AttendanceFactory(page=meeting, organisation=listed.organisation)
    FindingFactory(page=meeting, text=MARK)

    told = client.get(f"{API}/organisations/laka/?locale=pl").json()

    assert len(told["meetings"]) == 1
    assert not is_told(client)


@pytest.mark.parametrize(
    "values", [{"hidden": True}, {"withdrawn": True}, {"unconfirmed": True}, {}]
)
def test_comments_that_are_not_shown_are_not_counted(listed, client, values):
    PublicCommentFactory(
        consultation=ConsultationFactory(draft=consulted(listed.city)),
        organisation=listed.organisation,
        on_behalf="organisation",
        text=MARK,
        name=MARK,
        **values,
    )

    told = client.get(f"{API}/organisations/laka/").json()["comments"]

    assert told["count"] == 0
    assert client.get(told["api_url"]).json()["count"] == 0
    assert not is_told(client)


@pytest.mark.parametrize("is_merged", [True, False])
def test_relatives_that_are_not_listed_are_not_named(listed, client, is_merged):
    gone = {"merged_into": OrganisationFactory()} if is_merged else {"struck_off": True}
    branch = OrganisationFactory(name=MARK, parent=listed.organisation, **gone)
    branch.member_of.add(listed.organisation)

    told = client.get(f"{API}/organisations/laka/").json()

    assert MARK not in str(told)
    assert told["branches"]["count"] == told["members"]["count"] == 1
