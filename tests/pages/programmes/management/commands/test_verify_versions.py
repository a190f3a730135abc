"""What `verify_versions` finds of what went past the models."""

import json
from io import StringIO

import pytest
from django.core.management import call_command
from django.db import connection
from wagtail.models import Page

from pages.programmes.freezing import digest_of
from pages.programmes.models import FrozenVersion, ProgrammeDraftPage
from pages.programmes.versions import change_status
from tests.factories.clauses import clause
from tests.factories.pages import City
from tests.pages.programmes.closed import FIRST, SECOND, consulted

pytestmark = pytest.mark.django_db


@pytest.fixture
def city():
    return City()


@pytest.fixture
def draft(city):
    return consulted(city)


def verify():
    """Return the exit code, what the command writes, and its progress."""
    out, err = StringIO(), StringIO()
    try:
        call_command("verify_versions", stdout=out, stderr=err)
    except SystemExit as stopped:
        return stopped.code, out.getvalue(), err.getvalue()
    return 0, out.getvalue(), err.getvalue()


def sql(statement, *values):
    with connection.cursor() as cursor:
        cursor.execute(statement, values)


def rows(draft):
    return ProgrammeDraftPage.objects.filter(pk=draft.pk)


def test_nothing_is_found_where_nothing_was_altered(draft):
    code, out, err = verify()

    assert (code, out) == (0, "1 versions verified\n")
    assert "Wersja 3" in err


def test_nothing_is_found_after_the_status_went_on(draft):
    change_status(draft, status="superseded")

    assert verify()[0] == 0


def test_there_may_be_no_version(db):
    assert verify()[:2] == (0, "0 versions verified\n")


def test_altered_clauses_are_named_by_label_and_uid(draft):
    body = draft.raw_body
    body[0]["value"]["clauses"][1]["value"]["text"] = "rozwój kultury i sztuki"
    rows(draft).update(body=body)

    code, out, _err = verify()

    assert code == 1
    assert f"Wersja 3 (page {draft.pk}): clauses ust. 2 ({SECOND})" in out
    assert str(FIRST) not in out
    assert out.endswith("1 of 1 versions altered\n")


def test_removed_and_added_clauses_are_named(draft):
    body = draft.raw_body
    new = clause(text="dopisany")
    body[0]["value"]["clauses"][0] = new
    rows(draft).update(body=body)

    out = verify()[1]

    assert str(FIRST) in out
    assert new["id"] in out


@pytest.mark.parametrize(
    ("field", "value"),
    [("label", "inna"), ("title", "Inny"), ("live", False), ("number", 9)],
)
def test_altered_fields_are_named(draft, field, value):
    rows(draft).update(**{field: value})

    assert f"fields {field}" in verify()[1]


@pytest.mark.parametrize(
    ("table", "key", "field", "value"),
    [
        ("wagtailcore_page", "id", "title", "Inny"),
        ("wagtailcore_page", "id", "slug", "inny"),
        ("wagtailcore_page", "id", "live", False),
        ("programmes_programmedraftpage", "page_ptr_id", "summary", "<p>inne</p>"),
        ("programmes_programmedraftpage", "page_ptr_id", "date", "2020-01-01"),
    ],
)
def test_fields_altered_in_the_database_are_named(draft, table, key, field, value):
    sql(f"UPDATE {table} SET {field} = %s WHERE {key} = %s", value, draft.pk)  # noqa: S608

    code, out, _err = verify()

    assert code == 1
    assert f"(page {draft.pk}): fields {field}" in out


def test_clause_altered_in_the_database_is_named(draft):
    body = draft.raw_body
    body[0]["value"]["clauses"][0]["value"]["text"] = "wspieranie samotnych"
    sql(
        "UPDATE programmes_programmedraftpage SET body = %s WHERE page_ptr_id = %s",
        json.dumps(body),
        draft.pk,
    )

    assert f"clauses ust. 1 ({FIRST})" in verify()[1]


def test_content_altered_with_its_digest_is_told_by_the_page(draft):
    """Who alters what is kept, and its digest with it, must alter the page as well."""
    frozen = FrozenVersion.objects.get()
    content = {**frozen.content, "lead": "inne"}
    FrozenVersion.objects.update(content=content, digest=digest_of(content))

    assert "fields lead" in verify()[1]


def test_several_versions_are_told_apart(city, draft):
    other = consulted(city, title="Wersja 4", number=4)
    rows(other).update(lead="inne")

    code, out, _err = verify()

    assert code == 1
    assert "Wersja 4" in out
    assert "Wersja 3" not in out
    assert "1 of 2 versions altered" in out


def test_status_that_a_closed_version_cannot_have_is_named(draft):
    rows(draft).update(status="working")

    assert "status working" in verify()[1]


def test_note_of_a_clause_is_part_of_the_text(draft):
    body = draft.raw_body
    body[0]["value"]["clauses"][0]["value"]["note"] = "przykład"
    rows(draft).update(body=body)

    assert verify()[0] == 1


def test_content_and_digest_must_agree(draft):
    frozen = FrozenVersion.objects.get()
    FrozenVersion.objects.update(content={**frozen.content, "lead": "inne"})
    code, out, _err = verify()
    assert code == 1
    assert "SHA-256" in out

    FrozenVersion.objects.update(content=frozen.content, digest="0" * 64)
    assert "SHA-256" in verify()[1]


def test_text_that_cannot_be_read_is_altered(draft):
    for body in (json.dumps("nie"), json.dumps([{"type": "task"}]), json.dumps([3])):
        sql(
            "UPDATE programmes_programmedraftpage SET body = %s WHERE page_ptr_id = %s",
            body,
            draft.pk,
        )
        assert verify()[0] == 1, body


def test_page_that_is_missing_is_named(draft):
    sql("PRAGMA defer_foreign_keys = ON") if connection.vendor == "sqlite" else sql(
        "SET CONSTRAINTS ALL DEFERRED"
    )
    sql("DELETE FROM programmes_programmedraftpage WHERE page_ptr_id = %s", draft.pk)

    code, out, _err = verify()

    sql("DELETE FROM programmes_frozenversion")
    sql("DELETE FROM programmes_clausewording")
    assert code == 1
    assert "the page is missing" in out


def test_another_parent_is_named(city, draft):
    other = city.plain()
    page = Page.objects.get(pk=draft.pk)
    path = other.path + page.path[-4:]
    Page.objects.filter(pk=draft.pk).update(path=path, depth=other.depth + 1)

    assert "fields parent" in verify()[1]


def test_version_of_which_nothing_is_kept_is_named(draft):
    sql("DELETE FROM programmes_frozenversion")

    code, out, _err = verify()

    assert code == 1
    assert "nothing is kept of it" in out


def test_help_says_what_it_does(capsys):
    with pytest.raises(SystemExit):
        call_command("verify_versions", "--help")
    assert "exits with 1" in " ".join(capsys.readouterr().out.split())
