"""Every admin view of ours opens for those whom the table of decisions names."""

from functools import cache
from urllib.parse import urlsplit

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.core.files.base import ContentFile
from django.test import Client
from django.urls import reverse
from wagtail import hooks
from wagtail.admin.viewsets import viewsets

from pages.drafting.models import Amendment
from pages.frontpage.handbook.chapters import SLUGS
from pages.papers.models import AnswerSheet, PaperJob
from pages.programmes.models import Clause
from snippets.models import (
    CityUnit,
    Organisation,
    OrganisationMerge,
    Place,
    PriorityArea,
    Project,
    Sphere,
)
from tests.admin_rights import (
    DECISIONS,
    OF_ONE_IMPORT,
    OF_ONE_PAPER,
    OF_ONE_SHEET,
    STAFF,
    WHO,
)
from tests.factories.comments import AnswerFactory, PublicCommentFactory
from tests.factories.directory import DataErrorReportFactory
from tests.factories.importing import ImportBatchFactory
from tests.factories.pages import City, FindingFactory, translate
from tests.factories.positions import OrganisationCodeFactory
from tests.factories.search import SynonymFactory
from tests.factories.webhooks import WebhookDeliveryFactory
from tests.pages.programmes.closed import consulted

pytestmark = pytest.mark.django_db
ROOMS = ("snippets", "pages", "search")
# Reordering answers POST only; a GET of it says so to those it lets in.
OPENED = {200, 405}


@cache
def own_views():
    """Every admin view of ours: namespace, name, whether it asks for a key."""
    reverse("wagtailadmin_home")
    views = []
    for viewset in viewsets.viewsets:
        if type(viewset).__module__.split(".")[0] not in ROOMS:
            continue
        for pattern in viewset.get_urlpatterns():
            has_key = "<" in str(pattern.pattern)
            views.append((viewset.url_namespace, pattern.name, has_key))
    for register in hooks.get_hooks("register_admin_urls"):
        if register.__module__.split(".")[0] in ROOMS:
            views.extend(("", pattern.name, True) for pattern in register())
    return views


@pytest.fixture
def things():
    unit = CityUnit.objects.create(name="Biuro Kultury")
    rows = {
        "organisation": Organisation.objects.create(name="Fundacja Przykład"),
        "cityunit": unit,
        "place": Place.objects.create(name="Sala"),
        "priorityarea": PriorityArea.objects.create(name="Kultura"),
        "project": Project.objects.create(name="Projekt"),
        "sphere": Sphere.objects.first(),
        "clause_chooser": Clause.objects.create(
            uid="5a0c0f4e-8f9b-4a53-9c8d-0d3c1f1f6d11"
        ),
    }
    merged = Organisation.objects.create(
        name="Przykład", merged_into=rows["organisation"]
    )
    rows["organisation_mergers"] = OrganisationMerge.objects.create(
        kept=rows["organisation"],
        merged=merged,
        before={"kept": {}, "merged": {}, "after": {}},
    )
    city = City()
    programme = city.programme
    rows["finding_chooser"] = FindingFactory(page=city.meeting())
    rows["drafting_amendment"] = Amendment.objects.create(
        programme=programme, operation="add", text_after="nowe zadanie"
    )
    comment = PublicCommentFactory(
        consultation__draft=consulted(city),
        channel="paper",
        entered_by=get_user_model().objects.create_user("kancelaria"),
        scan=ContentFile(b"%PDF-1.7", "list.pdf"),
    )
    rows["public_comments_publiccomment"] = comment
    rows["public_comments_officialanswer"] = AnswerFactory(comments=[comment])
    rows["public_comments_consultation"] = comment.consultation
    rows["public_comments_notice"] = comment.notices.create(kind="receipt")
    rows["organisation_positions_organisationcode"] = OrganisationCodeFactory(
        consultation=comment.consultation
    )
    rows["directory_dataerrorreport"] = DataErrorReportFactory()
    rows["participation_search_synonym"] = SynonymFactory()
    delivery = WebhookDeliveryFactory()
    rows["participation_webhooks_webhook"] = delivery.webhook
    rows["participation_webhooks_webhookdelivery"] = delivery
    # Adopted, so that the next year can begin, and not yet closed to changes.
    draft = city.draft(status="adopted", unpublished=True)
    rows |= dict.fromkeys(OF_ONE_IMPORT, ImportBatchFactory(imported=True))
    own = {"consultation": comment.consultation, "user": comment.entered_by}
    job = PaperJob.objects.create(paper="table", form="pdf", language="pl", **own)
    rows |= dict.fromkeys(OF_ONE_PAPER, job)
    rows |= dict.fromkeys(OF_ONE_SHEET, AnswerSheet.objects.create(**own))
    rows |= dict.fromkeys(
        ("consultation_papers", "answer_sheet_upload"), comment.consultation
    )
    keys = {name: row.pk for name, row in rows.items()}
    return keys | {"handbook": SLUGS[0], "": draft.pk}


@pytest.fixture
def clients(client_factory):
    return {who: client_factory(who) for who in WHO}


@pytest.fixture
def client_factory():
    def make(who):
        client = Client()
        if who == "nobody":
            return client
        users = get_user_model().objects
        if who == "admin":
            user = users.create_superuser("admin", "", "x")
        else:
            user = users.create_user(who.lower(), password="x")
        if who not in {"admin", "visitor"}:
            user.groups.add(Group.objects.get(name=who))
        client.force_login(user)
        return client

    return make


def thing(namespace):
    """Return what a namespace is about: „wagtailsnippets_drafting_amendment”."""
    return namespace.removeprefix("wagtailsnippetchoosers_").rpartition("snippets_")[2]


def address(namespace, name, has_key, things):
    key = things[name if name in things else thing(namespace)] if has_key else None
    view = f"{namespace}:{name}".lstrip(":")
    return reverse(view, args=[key] if has_key else [])


def leads_to_a_step(response):
    """Whether an import is open, though another of its pages is the one to see."""
    return "/imports/" in urlsplit(response.get("Location", "")).path


def test_every_view_has_a_decision():
    undecided = [
        f"{namespace}:{name}"
        for namespace, name, _ in own_views()
        if name not in DECISIONS.get(namespace, {})
    ]
    assert undecided == []
    assert {namespace for namespace, _, _ in own_views()} == set(DECISIONS)


def test_each_group_opens_what_it_may_and_nothing_else(clients, things):
    wrong = []
    for namespace, name, has_key in own_views():
        url = address(namespace, name, has_key, things)
        if name == "chosen_multiple":
            url += f"?id={things[thing(namespace)]}"
        allowed = DECISIONS[namespace][name]
        for who, client in clients.items():
            response = client.get(url)
            is_open = response.status_code in OPENED or leads_to_a_step(response)
            if is_open != (who in allowed):
                wrong.append(f"{who} {'opens' if is_open else 'is refused'} {url}")
    assert wrong == []


@pytest.mark.parametrize("who", WHO)
def test_dashboard_and_pages_open_for_staff_only(client_factory, who):
    client = client_factory(who)
    response = client.get(reverse("wagtailadmin_home"))
    assert (response.status_code == 200) == (who in STAFF)


def test_translators_edit_pages_of_other_languages_only(client_factory):
    city = City()
    plain = city.plain(published=True)
    english = translate(plain, "en")
    client = client_factory("Tłumacze")

    def edit(page):
        return client.get(reverse("wagtailadmin_pages:edit", args=[page.pk]))

    assert edit(english).status_code == 200
    assert edit(plain).status_code == 302


@pytest.mark.parametrize(
    ("who", "may"), [("Redakcja", False), ("Wydawca", True), ("Tłumacze", False)]
)
def test_publishing_is_for_the_publisher(client_factory, who, may):
    city = City()
    page = city.plain(unpublished=True)
    client_factory(who)
    user = get_user_model().objects.get(username=who.lower())
    assert page.permissions_for_user(user).can_publish() is may


def test_editors_submit_and_publishers_approve():
    workflow = City().plain().get_workflow()
    (task,) = workflow.tasks
    assert [group.name for group in task.specific.groups.all()] == ["Wydawca"]
