import io
import json

import pytest
from django.utils import translation

from snippets.importing.exporting import FORMATS, write_organisations
from snippets.importing.exporting.resource import exported_fields, heading
from snippets.models import Organisation
from tests.factories.snippets import ContactPersonFactory, OrganisationFactory

from .sheets import READ

pytestmark = pytest.mark.django_db


def written(form, **options):
    output = io.BytesIO()
    write_organisations(
        Organisation.objects.all(), output, form=FORMATS[form], **options
    )
    return output.getvalue()


@pytest.mark.parametrize("form", ["xlsx", "ods", "csv"])
def test_sheets_have_headings_of_the_active_language(form):
    OrganisationFactory(name="Fundacja „Łąka”", krs="0009000001")

    for language in ("pl", "en"):
        with translation.override(language):
            headings, row = READ[form](written(form))
            assert headings == [heading(key) for key in exported_fields(private=False)]
            assert {"Fundacja „Łąka”", "0009000001"} <= set(row)


def test_json_is_a_list_of_objects_by_key():
    OrganisationFactory(name="=1+1")
    OrganisationFactory(name="Łąka", acts_in_city=False)

    first, second = json.loads(written("json"))
    assert set(first) < set(exported_fields(private=False))
    assert (first["name"], first["acts_in_city"]) == ("=1+1", True)
    assert (second["name"], second["acts_in_city"]) == ("Łąka", False)


@pytest.mark.parametrize("form", FORMATS)
def test_private_data_only_when_asked_for(form):
    person = ContactPersonFactory(
        name="ZNACZNIK-OSOBA", organisation__private_note="ZNACZNIK-NOTATKA"
    )
    assert person.organisation.contact_persons.count() == 1

    public, private = written(form), written(form, private=True)
    if form in READ:
        public, private = str(READ[form](public)), str(READ[form](private))
    else:
        public, private = public.decode(), private.decode()

    for marker in ("ZNACZNIK-OSOBA", "ZNACZNIK-NOTATKA", "500 000 000"):
        assert marker not in public
        assert marker in private


def test_empty_register():
    assert json.loads(written("json")) == []
    for form, read in READ.items():
        assert len(read(written(form))) == 1
