"""Files are whole, change only with the data, and fit each other."""

import datetime
import hashlib
import os
import re
from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from pages.open_data import publishing
from pages.open_data.datasets import DATASETS
from pages.open_data.published import read_published
from pages.open_data.publishing import BusyError, alone, file_names, publish
from tests.factories.clauses import clause
from tests.factories.comments import (
    AnswerFactory,
    ConsultationFactory,
    PublicCommentFactory,
)
from tests.factories.drafting import AmendmentFactory
from tests.factories.pages import (
    AgendaItemFactory,
    AttendanceFactory,
    City,
    FindingFactory,
)
from tests.factories.snippets import (
    OrganisationAliasFactory,
    OrganisationFactory,
    PriorityAreaFactory,
)
from tests.pages.programmes.closed import FIRST, consulted

from .written import all_text, read_csv, read_json

pytestmark = pytest.mark.django_db
AWKWARD = '=1+1; "cudzysłów", przecinek\nnowy wiersz\u00a0— ’’’'


@pytest.fixture
def city():
    city = City()
    draft = consulted(city)
    city.consultation = ConsultationFactory(draft=draft)
    grow(city, 1)
    return city


def grow(city, number):
    """Add things of every kind, some of them with texts that files break at."""
    draft = city.consultation.draft
    for _n in range(number):
        organisation = OrganisationFactory(
            about=AWKWARD, phone="+48 85 742", name="'X'"
        )
        OrganisationAliasFactory.create_batch(
            2, organisation=organisation, name=f"-druga nazwa {uuid4()}"
        )
        slug = f"spotkanie-{uuid4()}"
        meeting = city.meeting(slug=slug, lead="@wstęp", published=True)
        AgendaItemFactory(page=meeting, topic="pierwszy\nwiersz")
        AttendanceFactory(page=meeting, organisation=organisation)
        finding = FindingFactory(
            page=meeting, clause_id=FIRST, area=PriorityAreaFactory()
        )
        AmendmentFactory(
            programme=city.programme,
            status="applied",
            applied_in=draft,
            clause_id=FIRST,
            agreed_at=meeting,
            findings=[finding],
        )
        number = 1000 + city.programme.get_children_count()
        city.draft([clause(text=AWKWARD)], number=number, slug=slug, published=True)
        comment = PublicCommentFactory(
            consultation=city.consultation,
            about=FIRST,
            published=True,
            text=AWKWARD,
            of_organisation=True,
        )
        AnswerFactory(comments=[comment], published=True, reasons="+ przyjęto")


def test_csv_read_by_the_dictionary_is_the_json(city, folder):
    publish(folder)

    for name in DATASETS:
        rows = read_csv(folder, name)
        assert rows, name
        assert rows == read_json(folder, name), name


def test_no_cell_of_csv_begins_a_formula(city, folder):
    publish(folder)

    text = (folder / "organisations.csv").read_text(encoding="utf-8")
    assert "\"'=1+1" in text
    assert "''X'" in text
    assert any(row["about"] == AWKWARD for row in read_json(folder, "organisations"))


def test_unchanged_data_leave_every_file_alone(city, folder):
    publish(folder)
    for name in file_names():
        os.utime(folder / name, (1_000_000_000, 1_000_000_000))
    before = all_text(folder)
    outcome = publish(folder)

    assert outcome.changed == []
    assert all_text(folder) == before
    times = {(folder / name).stat().st_mtime for name in file_names()}
    assert times == {1_000_000_000}


def test_change_dates_only_what_it_changes(city, folder, monkeypatch):
    publish(folder)
    before = read_published(folder)
    later = datetime.datetime(2035, 1, 1, tzinfo=datetime.UTC)
    monkeypatch.setattr(publishing.timezone, "now", lambda: later)
    OrganisationFactory()
    outcome = publish(folder)

    after = read_published(folder)
    changed = {name for name in after if after[name] != before[name]}
    assert changed == {"organisations.csv", "organisations.json"}
    assert after["organisations.csv"].modified == later
    assert set(outcome.changed) == changed | {
        "catalog.ttl",
        "catalog.jsonld",
        "SHA256SUMS",
    }


def test_sums_and_catalogue_are_those_of_the_files(city, folder):
    publish(folder)

    lines = (folder / "SHA256SUMS").read_text().splitlines()
    sums = dict(reversed(line.split("  ")) for line in lines)
    assert len(sums) == 2 * len(DATASETS)
    for name, file in read_published(folder).items():
        content = (folder / name).read_bytes()
        assert sums[name] == file.sha256 == hashlib.sha256(content).hexdigest()
        assert file.size == len(content)


def test_run_that_breaks_leaves_what_was_there(city, folder, monkeypatch):
    publish(folder)
    before = all_text(folder)
    OrganisationFactory()

    def broken(graph):
        raise OSError("disk full")

    monkeypatch.setattr(publishing, "turtle", broken)
    with pytest.raises(OSError, match="disk full"):
        publish(folder)

    assert all_text(folder) == before
    assert {path.name for path in folder.iterdir()} == {*file_names(), ".lock"}


def test_data_take_their_place_before_what_tells_of_them():
    names = file_names()

    tables = [name for one in DATASETS.values() for name in (one.csv, one.json)]
    assert names[: len(tables)] == tables
    assert names[-2:] == ["catalog.jsonld", "SHA256SUMS"]


def test_second_run_at_the_same_time_is_refused(folder):
    folder.mkdir()
    with alone(folder), pytest.raises(BusyError):
        publish(folder)

    assert publish(folder).rows["organisations"] == 0


def test_what_a_killed_run_left_is_cleared_away(folder):
    (folder / ".writing-x").mkdir(parents=True)
    (folder / ".writing-x" / "comments.csv").write_text("half")
    publish(folder)

    assert not (folder / ".writing-x").exists()


def test_only_one_dataset_leaves_the_others_in_the_catalogue(city, folder):
    publish(folder, only="comments")
    assert set(read_published(folder)) == {"comments.csv", "comments.json"}
    publish(folder)
    before = read_published(folder)
    OrganisationFactory()
    PublicCommentFactory(consultation=city.consultation, published=True)
    outcome = publish(folder, only="comments")

    after = read_published(folder)
    assert set(outcome.rows) == {"comments"}
    assert after["organisations.csv"] == before["organisations.csv"]
    assert after["comments.csv"] != before["comments.csv"]


def test_catalogue_that_is_broken_is_written_anew(city, folder):
    publish(folder)
    (folder / "catalog.jsonld").write_text("[1]")

    assert read_published(folder) == {}
    assert "catalog.jsonld" in publish(folder).changed


def test_addresses_are_below_the_one_that_is_given(city, folder):
    publish(folder, base_url="https://dane.example.org/")

    text = "".join(all_text(folder).values())
    found = set(re.findall(r"https?://[^/\s\"<>]+/(?:pl|open-data)/", text))
    assert found == {
        "https://dane.example.org/pl/",
        "https://dane.example.org/open-data/",
        "https://example.org/pl/",  # the dictionary's examples
    }


@pytest.mark.parametrize("name", list(DATASETS))
def test_queries_do_not_grow_with_rows(city, folder, name):
    counts = []
    for more in (2, 6):
        grow(city, more)
        publish(folder, only=name)
        with CaptureQueriesContext(connection) as queries:
            publish(folder, only=name)
        counts.append(len(queries))

    grown = 6 if name == "clauses" else 0  # two more a version, of which there are few
    assert counts[1] - counts[0] <= 2 * grown, counts
    assert counts[0] <= 25, counts
