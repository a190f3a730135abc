"""Who may paste text, and into which versions."""

import pytest
from django.test import Client
from django.urls import reverse

from tests.factories.pages import City, translate
from tests.pages.programmes.closed import consulted, staff

from .pasting import address, signed_in

pytestmark = pytest.mark.django_db


def test_closed_version_takes_no_text():
    base = consulted(City())
    client = signed_in("Wydawca")

    response = client.get(address(base))

    assert response.status_code in {302, 403}
    edit = client.get(reverse("wagtailadmin_pages:edit", args=[base.pk]))
    assert address(base) not in edit.text


def test_open_version_leads_to_it(draft):
    client = signed_in()

    edit = client.get(reverse("wagtailadmin_pages:edit", args=[draft.pk]))

    assert address(draft) in edit.text


@pytest.mark.parametrize("who", ["Tłumacze", None])
def test_others_do_not_open_it(draft, who):
    client = signed_in(who) if who else Client()

    assert client.get(address(draft)).status_code in {302, 403, 404}


def test_translation_is_not_pasted_into(draft):
    english = translate(draft, "en", title="Version 1")

    assert signed_in().get(address(english), follow=True).status_code == 404


def test_version_locked_by_another_is_not_changed(draft):
    draft.locked, draft.locked_by = True, staff("inny", "Wydawca")
    draft.save()

    assert signed_in().get(address(draft)).status_code in {302, 403}
