import pytest
from django.contrib.auth.models import Group, Permission
from django.contrib.messages import get_messages

from snippets.models import ImportBatch
from tests.factories.importing import ImportBatchFactory

from .addresses import address

pytestmark = pytest.mark.django_db
State = ImportBatch.State
STEPS = {
    State.UPLOADED: "import_columns",
    State.CHECKING: "import_progress",
    State.CHECKED: "import_preview",
    State.IMPORTING: "import_progress",
    State.IMPORTED: "import_report",
    State.FAILED: "import_progress",
    State.CANCELLED: "import_report",
    State.UNDONE: "import_report",
}
PAGES = ("columns", "progress", "preview", "report", "undo", "cancel")
POSTS = ("columns", "decide", "run", "cancel", "undo", "progress")


@pytest.mark.parametrize(("state", "step"), STEPS.items())
def test_batch_leads_to_its_step(client, redakcja, state, step):
    batch = ImportBatchFactory(state=state)

    response = client.get(address("import_batch", batch))

    assert response.url == address(step, batch)


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize(("state", "step"), STEPS.items())
def test_page_opens_or_leads_to_the_step(client, redakcja, state, step, page):
    batch = ImportBatchFactory(state=state)

    response = client.get(address(f"import_{page}", batch))

    if response.status_code == 302:
        assert response.url == address(step, batch)
    else:
        assert response.status_code == 200


@pytest.mark.parametrize("action", POSTS)
def test_post_to_an_import_that_is_done_changes_nothing(client, redakcja, action):
    batch = ImportBatchFactory(state=State.CANCELLED)

    response = client.post(address(f"import_{action}", batch))

    assert response.url == address("import_report", batch)
    batch.refresh_from_db()
    assert batch.state == State.CANCELLED


def test_late_post_is_told_of(client, redakcja):
    batch = ImportBatchFactory(imported=True)

    response = client.post(address("import_run", batch))

    (message,) = get_messages(response.wsgi_request)
    assert message.level_tag == "warning"


@pytest.mark.parametrize("action", ["decide", "run"])
def test_get_of_an_action_does_nothing(client, redakcja, action):
    batch = ImportBatchFactory()

    assert client.get(address(f"import_{action}", batch)).status_code == 405


@pytest.mark.parametrize("right", ["add", "change"])
def test_one_right_of_two_is_not_enough(client, django_user_model, right):
    user = django_user_model.objects.create_user("polowa", password="x")
    rights = Permission.objects.filter(
        codename__in=["access_admin", f"{right}_organisation"]
    )
    user.user_permissions.set(rights)
    client.force_login(user)
    batch = ImportBatchFactory()

    for page in PAGES:
        response = client.get(address(f"import_{page}", batch))
        assert response.status_code == 302
        assert "imports" not in response.url


def test_another_importer_sees_the_import(client, redakcja, django_user_model):
    other = django_user_model.objects.create_user("inna", password="x")
    other.groups.add(Group.objects.get(name="Wydawca"))
    batch = ImportBatchFactory(created_by=other)

    response = client.get(address("import_preview", batch))

    assert response.status_code == 200


def test_unknown_import_is_not_found(client, redakcja):
    batch = ImportBatchFactory()
    url = address("import_preview", batch)
    batch.delete()

    assert client.get(url, follow=True).status_code == 404
