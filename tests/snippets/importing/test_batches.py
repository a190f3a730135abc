"""A batch from upload to report: all or nothing, one step after another."""

import datetime

import pytest
from django.contrib.auth import get_user_model
from django.utils import timezone
from wagtail.models import ModelLogEntry
from wagtail.search.backends import get_search_backend

from snippets.importing import running
from snippets.importing.deciding import decide
from snippets.importing.reading import UnreadableError
from snippets.importing.resource import OrganisationResource
from snippets.importing.running import (
    UnfitColumnsError,
    WrongStateError,
    cancel,
    choose_columns,
    request_check,
    request_import,
    reread,
    start_batch,
)
from snippets.importing.saved import save_mapping
from snippets.models import ColumnMapping, ImportBatch, ImportRow, Organisation
from tests.factories.snippets import OrganisationFactory, made_up_krs

from .lists import TWO, as_csv, checked, imported, outcomes, row_of, uploaded

pytestmark = pytest.mark.django_db
State = ImportBatch.State


def test_check_writes_nothing_into_the_register():
    batch = checked(as_csv(*TWO))

    assert batch.counts["new"] == 2
    assert not Organisation.objects.exists()


def test_import_says_who_took_in_what_and_forgets_the_list():
    user = get_user_model().objects.create_user("biuro")
    content = as_csv(*TWO)

    batch = checked(content, user=user)
    path = batch.file.name
    storage = batch.file.storage
    request_import(batch, user=user)

    assert batch.state == State.IMPORTED
    assert batch.imported_by == user
    assert len(batch.digest) == 64
    assert batch.columns[0]["field"] == "name"
    assert not batch.file
    assert not storage.exists(path)
    entries = ModelLogEntry.objects.filter(action="snippets.import")
    assert entries.count() == 2
    assert {entry.data["batch"] for entry in entries} == {batch.pk}


def test_imported_organisations_have_addresses_places_in_the_list_and_are_found():
    imported(as_csv(["Łąka"], ["Fundacja Łąka"], ["Fundacja Łąka", "", "", "", "Ełk"]))

    slugs = Organisation.objects.values_list("slug", flat=True)
    assert sorted(slugs) == ["fundacja-laka", "fundacja-laka-2", "laka"]
    assert all(Organisation.objects.values_list("sort_key", flat=True))
    found = get_search_backend().search("Łąka", Organisation)
    assert len(found) == 3


def test_refused_rows_do_not_stop_the_others():
    batch = imported(as_csv(["", made_up_krs(5)], *TWO, ["x" * 1000]))

    assert outcomes(batch) == ["refused", "new", "new", "refused"]
    assert Organisation.objects.count() == 2
    assert all(row.notes for row in batch.rows.filter(outcome="refused"))


def test_nothing_is_written_when_writing_breaks_in_the_middle(monkeypatch):
    def break_down(*args):
        raise RuntimeError

    batch = checked(as_csv(*TWO))
    monkeypatch.setattr("snippets.importing.writing.write_listed", break_down)
    with pytest.raises(RuntimeError):
        request_import(batch, user=None)

    batch.refresh_from_db()
    assert batch.state == State.FAILED
    assert not Organisation.objects.exists()
    assert batch.file, "it can be tried again"
    monkeypatch.undo()
    request_check(batch)
    request_import(batch, user=None)
    assert Organisation.objects.count() == 2


def test_second_click_imports_nothing_twice():
    batch = checked(as_csv(*TWO))
    again = ImportBatch.objects.get(pk=batch.pk)
    request_import(batch, user=None)

    with pytest.raises(WrongStateError):
        request_import(again, user=None)

    assert Organisation.objects.count() == 2


def test_two_imports_of_one_list_at_once():
    first, second = checked(as_csv(*TWO)), checked(as_csv(*TWO))

    request_import(first, user=None)
    request_import(second, user=None)

    assert Organisation.objects.count() == 2
    assert second.state == State.CHECKED
    assert second.problem["code"] == "register_changed"
    assert second.problem["params"]["rows"] == [2, 3]
    assert outcomes(second) == ["unchanged", "unchanged"]


def test_edit_between_check_and_import_is_not_written_over():
    known = OrganisationFactory(name="Fundacja A", krs=made_up_krs(1), city="")
    batch = checked(as_csv(["Fundacja A", made_up_krs(1), "", "", "Ełk"]))
    known.city = "Łomża"
    known.save()

    request_import(batch, user=None)

    known.refresh_from_db()
    assert known.city == "Łomża"
    assert batch.state == State.CHECKED
    assert row_of(batch, 2).has_conflicts


def test_register_that_changes_while_rows_are_judged_is_judged_again(monkeypatch):
    dataset = OrganisationResource.dataset
    calls = []

    def meddle(resource):
        calls.append(resource)
        if len(calls) == 1:
            OrganisationFactory(name="Fundacja A", krs=made_up_krs(1))
        return dataset(resource)

    batch = uploaded(as_csv(*TWO))
    monkeypatch.setattr(OrganisationResource, "dataset", meddle)
    request_check(batch)

    assert len(calls) == 2
    assert outcomes(batch) == ["unchanged", "new"]


def test_cancelling_forgets_the_list_and_its_rows():
    batch = checked(as_csv(*TWO))
    storage, path = batch.file.storage, batch.file.name

    cancel(batch)

    assert batch.state == State.CANCELLED
    assert not storage.exists(path)
    assert not ImportRow.objects.exists()
    with pytest.raises(WrongStateError):
        request_import(batch, user=None)


def test_lists_left_alone_are_forgotten():
    batch = checked(as_csv(*TWO))
    old = timezone.now() - running.KEPT_FOR - datetime.timedelta(hours=1)
    ImportBatch.objects.update(created_at=old)

    uploaded(as_csv(*TWO))

    batch.refresh_from_db()
    assert batch.state == State.CANCELLED
    assert not batch.file


def test_file_that_cannot_be_read_leaves_nothing():
    with pytest.raises(UnreadableError):
        start_batch(content=b"", filename="pusty.csv", user=None)

    assert not ImportBatch.objects.exists()


def test_list_can_be_read_another_way():
    content = as_csv(["Łąka", made_up_krs(1)], encoding="cp1250")
    batch = uploaded(content)
    assert batch.encoding == "cp1250"

    reread(batch, encoding="iso-8859-2")
    request_check(batch)
    assert batch.rows.get().name != "Łąka"
    reread(batch, encoding="cp1250")

    assert batch.state == State.UPLOADED
    assert not batch.rows.exists()
    request_check(batch)
    assert batch.rows.get().name == "Łąka"


def test_list_without_a_column_of_names_is_not_checked():
    batch = uploaded(as_csv(["a", "b"], ["c", "d"], headings=("Kolor", "KRS")))

    with pytest.raises(UnfitColumnsError) as caught:
        request_check(batch)

    assert [note.code for note in caught.value.notes] == ["no_name_column"]
    choose_columns(batch, {0: "name", 1: "krs"})
    request_check(batch)
    assert batch.state == State.CHECKED


def test_saved_mapping_is_offered_for_a_like_list():
    headings = ("Kto", "Gdzie")
    batch = uploaded(as_csv(["Fundacja A", "Ełk"], headings=headings))
    choose_columns(batch, {0: "name", 1: "city"})
    save_mapping(batch, "Wykaz powiatu", user=None)

    again = uploaded(as_csv(["Fundacja B", "Gołdap"], headings=headings))

    assert again.mapping == ColumnMapping.objects.get()
    assert [column["field"] for column in again.columns] == ["name", "city"]
    other = uploaded(as_csv(["Fundacja B"], headings=("Nazwa",)))
    assert other.mapping is None


def test_decisions_hold_when_the_list_is_checked_again():
    OrganisationFactory(name="Klub Seniora", city="Ełk", krs="")
    batch = checked(as_csv(["Klub „Seniora”", "", "", "", "Ełk"]))
    decide(batch.rows.all(), "skip")

    request_check(batch)

    assert row_of(batch, 2).decision == "skip"


def test_list_without_rows_is_told_so():
    batch = uploaded(as_csv())

    with pytest.raises(UnfitColumnsError) as caught:
        request_check(batch)

    assert [note.code for note in caught.value.notes] == ["no_rows"]
