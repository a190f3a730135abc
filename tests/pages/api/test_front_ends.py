"""What a front end of another host needs of the answers, and of their types."""

import pytest
from ninja.openapi.schema import OpenAPISchema
from wagtail.api.v3.api import api

from tests.factories.pages import City
from tests.pages.api.asking import ask

SURROUNDINGS = {"breadcrumbs", "parent", "children", "siblings", "translations"}


def test_no_two_schemas_have_one_name(monkeypatch):
    """Ninja lets the later one win: the types of the other would be wrong."""
    clashes = []
    add = OpenAPISchema.add_schema_definitions

    def look_and_add(self, definitions):
        for name, schema in definitions.items():
            if self.schemas.get(name, schema) != schema:
                clashes.append(name)
        add(self, definitions)

    monkeypatch.setattr(OpenAPISchema, "add_schema_definitions", look_and_add)
    # Of an address of its own, as the document of each is made once.
    api.get_openapi_schema(path_prefix="/looked/at/")

    assert clashes == []


def test_pages_are_told_apart_by_their_type_in_the_document():
    document = api.get_openapi_schema()
    operation = document["paths"]["/api/v3/pages/{page_id}/"]["get"]
    answer = operation["responses"][200]["content"]["application/json"]["schema"]
    schemas = document["components"]["schemas"]
    members = [schemas[one["$ref"].rpartition("/")[2]] for one in answer["oneOf"]]

    assert answer["discriminator"]["propertyName"] == "type"
    types = {member["properties"]["type"]["const"] for member in members}
    assert types == answer["discriminator"]["mapping"].keys()
    for member in members:
        assert {"type", "content_locale", "expanded"} <= {*member["required"]}
    assert schemas["Expansions"]["properties"].keys() >= SURROUNDINGS


@pytest.mark.django_db
def test_texts_lead_to_the_site_from_anywhere(client):
    city = City()
    link = f'<a linktype="page" id="{city.meetings.pk}">spotkania</a>'
    other = '<a href="https://a.example/x">obcy</a>, <a href="#tu">tu</a>'
    text = f'<p>{link}, {other}, napis href="/nic/"</p>'
    page = city.plain(published=True, body=[{"type": "paragraph", "value": text}])

    [block] = ask(client, f"/pages/{page.pk}/")["body"]

    assert f'<a href="{city.meetings.full_url}">' in block["value"]
    for kept in (*other.split(", "), 'napis href="/nic/"'):
        assert kept in block["value"]


def test_what_is_sent_may_leave_out_what_has_a_default():
    """Generators of types take what has a default for what is always there."""
    schemas = api.get_openapi_schema()["components"]["schemas"]

    for name in ("ContentPageCreateSchema", "ContentPagePatchSchema", "SentComment"):
        properties = schemas[name]["properties"]
        assert [key for key, part in properties.items() if "default" in part] == []
