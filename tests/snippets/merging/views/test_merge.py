import pytest
from django.urls import reverse

from snippets.merging import merge
from snippets.models import Organisation, OrganisationMerge
from tests.factories.snippets import (
    OrganisationAliasFactory,
    OrganisationFactory,
    ProjectRoleFactory,
)

from .conftest import RIGHTS

pytestmark = pytest.mark.django_db
REGISTER = "wagtailsnippets_snippets_organisation"


def address(merged, kept=None):
    url = reverse(f"{REGISTER}:merge", args=[merged.pk])
    return f"{url}?into={kept.pk}" if kept else url


def edit_url(entry):
    return reverse(f"{REGISTER}:edit", args=[entry.pk])


def filled(response, **choices):
    """What the form of a preview sends, with some of its choices made."""
    form = response.context["form"]
    return {name: form[name].value() for name in form.fields} | choices


@pytest.mark.parametrize("missing", RIGHTS[1:])
def test_who_may_not_both_change_and_delete_may_not_merge(client, give, pair, missing):
    kept, merged = pair
    give(*(right for right in RIGHTS if right != missing), "add_organisation")

    shown = client.get(address(merged, kept))
    sent = client.post(address(merged, kept))

    assert (shown.status_code, sent.status_code) == (302, 302)
    assert shown["Location"] == sent["Location"] == reverse("wagtailadmin_home")
    assert not OrganisationMerge.objects.exists()


def test_other_entry_is_asked_for_first(client, merger, pair):
    _kept, merged = pair

    response = client.get(address(merged))

    assert response.status_code == 200
    assert "snippets/merging/choose.html" in [t.name for t in response.templates]


@pytest.mark.parametrize("into", ["", "0", "x", "itself"])
def test_wrong_other_entry_is_asked_for_again(client, merger, pair, into):
    _kept, merged = pair
    into = str(merged.pk) if into == "itself" else into

    response = client.get(f"{address(merged)}?into={into}")

    assert response.status_code == 200
    assert response.context["kept_form"].errors


def test_preview_shows_both_and_changes_nothing(client, merger, pair):
    kept, merged = pair
    role = ProjectRoleFactory(of_organisation=True, organisation=merged)
    OrganisationAliasFactory(organisation=merged, name="Dawna Łapka")

    response = client.get(address(merged, kept))

    page = response.content.decode()
    for words in (kept.name, role.project.name, "Dawna Łapka"):
        assert words in page
    assert f'href="{address(kept, merged)}"' in page
    assert Organisation.objects.unmerged().count() == 2


def test_confirmed_merger_is_done_as_chosen_and_offers_its_undo(client, merger, pair):
    kept, merged = pair
    shown = client.get(address(merged, kept))

    response = client.post(
        address(merged, kept), filled(shown, name="merged", short_name="kept")
    )

    record = OrganisationMerge.objects.get()
    assert (response.status_code, response["Location"]) == (302, edit_url(kept))
    assert (record.kept, record.merged, record.merged_by) == (kept, merged, merger)
    kept.refresh_from_db()
    assert (kept.name, kept.short_name) == (merged.name, "")
    told = client.get(edit_url(kept)).content.decode()
    assert reverse("organisation_mergers:undo", args=[record.pk]) in told


def test_entry_changed_since_the_preview_is_shown_again(client, merger, pair):
    kept, merged = pair
    shown = client.get(address(merged, kept))
    Organisation.objects.filter(pk=merged.pk).update(phone="85 222")

    response = client.post(
        address(merged, kept), filled(shown) | {"phone": "merged"}, follow=True
    )

    assert response.redirect_chain == [(address(merged, kept), 302)]
    assert "85 222" in response.content.decode()
    assert len(response.context["messages"]) == 1
    assert not OrganisationMerge.objects.exists()


def test_refused_pair_has_no_button(client, merger):
    pair = OrganisationFactory.create_batch(2, registered=True)

    response = client.get(address(*pair))
    sent = client.post(address(*pair), {"token": "x"})

    assert str(response.context["plan"].obstacles[0].label) in response.content.decode()
    assert 'method="post"' not in response.content.decode().split("<main")[-1].lower()
    assert sent.status_code == 302
    assert not OrganisationMerge.objects.exists()


def test_names_cannot_break_the_page(client, merger):
    merged = OrganisationFactory(name="<script>zło</script>")

    page = client.get(address(merged, OrganisationFactory())).content.decode()

    assert "<script>zło" not in page
    assert "&lt;script&gt;zło" in page


class TestEntry:
    def test_merged_one_is_edited_no_more(self, client, merger, pair):
        kept, merged = pair
        record = merge(kept=kept, merged=merged, user=merger)

        shown = client.get(edit_url(merged))
        sent = client.post(edit_url(merged), {"name": "Nowa"})

        assert shown["Location"] == sent["Location"] == edit_url(kept)
        told = client.get(edit_url(kept)).content.decode()
        assert reverse("organisation_mergers:undo", args=[record.pk]) in told
        merged.refresh_from_db()
        assert merged.name != "Nowa"

    def test_merged_one_says_what_stands_for_it(self, client, merger, pair):
        kept, merged = pair
        merge(kept=kept, merged=merged, user=merger)

        page = client.get(reverse(f"{REGISTER}:inspect", args=[merged.pk]))

        assert edit_url(kept) in page.content.decode()
        assert address(merged) not in page.content.decode()

    @pytest.mark.parametrize("name", ["edit", "inspect", "list"])
    def test_pages_lead_to_the_merger_those_who_may(self, client, give, pair, name):
        kept, _merged = pair
        url = reverse(f"{REGISTER}:{name}", args=[] if name == "list" else [kept.pk])

        give(*RIGHTS)
        assert address(kept) in client.get(url).content.decode()
        give(*RIGHTS[:2])
        assert address(kept) not in client.get(url).content.decode()
