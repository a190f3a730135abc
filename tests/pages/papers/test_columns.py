"""The columns of the table: their order, their headings, what stands in them."""

import datetime

import pytest
from django.conf import settings
from django.utils import translation

from pages.papers.columns import (
    CLAUSE_COLUMNS,
    CONTACT_COLUMNS,
    KEY_COLUMN,
    TABLE_COLUMNS,
    sheet_columns,
)
from pages.papers.kinds import FileForm, PaperRequest
from pages.papers.rows import PaperRow

EVERY = (*TABLE_COLUMNS, *CLAUSE_COLUMNS[1:], *CONTACT_COLUMNS, KEY_COLUMN)


def row(**values):
    values = {
        "order": 1,
        "comment": 7,
        "code": "U1/2014",
        "received": datetime.datetime(2013, 10, 27, 1, 30, tzinfo=datetime.UTC),
        "channel": "on paper",
        "is_late": False,
        "clause": "para. 29",
        "clause_title": "Sport",
        "version": "Wersja 3",
        "quoted": "",
        "key": "K1",
        **values,
    }
    return PaperRow(**values)


def cell(name, **values):
    """Return what stands in a column of the table, in English."""
    by_name = {column.name: column for column in TABLE_COLUMNS}
    with translation.override("en"):
        return by_name[name].value(row(**values))


def names(columns):
    return [column.name for column in columns]


def request(form, **values):
    return PaperRequest(None, form=form, **values)


class TestOrder:
    def test_on_pages_as_offices_print_it(self):
        assert names(TABLE_COLUMNS) == [
            *("order", "code", "received", "channel", "who", "clause", "quoted"),
            *("text", "proposed_wording", "justification", "ruling", "reasons"),
            "effect",
        ]

    def test_a_spreadsheet_has_the_parts_of_a_clause_apart(self):
        assert names(sheet_columns(request(FileForm.CSV))) == [
            *("order", "code", "received", "channel", "who", "clause"),
            *("clause_title", "version", "quoted", "text", "proposed_wording"),
            *("justification", "ruling", "reasons", "effect"),
        ]

    def test_the_key_is_last_and_only_in_files_that_come_back(self):
        assert names(sheet_columns(request(FileForm.XLSX)))[-1] == "key"
        assert "key" not in names(sheet_columns(request(FileForm.CSV)))

    def test_contacts_stand_beside_who_comments(self):
        assert "contact" not in names(sheet_columns(request(FileForm.XLSX)))
        found = names(sheet_columns(request(FileForm.XLSX, with_contacts=True)))
        assert found[4:6] == ["who", "contact"]

    def test_widths_make_up_the_table(self):
        assert sum(column.width for column in TABLE_COLUMNS) == pytest.approx(1)


@pytest.mark.parametrize("language", [code for code, _name in settings.LANGUAGES])
def test_no_two_columns_have_the_same_heading(language):
    with translation.override(language):
        headings = [str(column.heading) for column in EVERY]
    assert len(set(headings)) == len(headings)


class TestCells:
    def test_the_moment_is_that_of_polish_clocks(self):
        # In this night the clocks go back from three to two.
        assert cell("received") == "2013-10-27 02:30"

    def test_late_ones_say_so(self):
        assert cell("received", is_late=True) == "2013-10-27 02:30\nlate"

    @pytest.mark.parametrize(
        ("author", "on_behalf", "expected"),
        [
            ("resident", "resident", "resident"),
            ("Anna Nowak", "councillor", "Anna Nowak (councillor)"),
            ("Fundacja Soclab", "organisation", "Fundacja Soclab"),
            ("", "", ""),
        ],
    )
    def test_who_speaks_and_in_what_quality(self, author, on_behalf, expected):
        assert cell("who", author=author, on_behalf=on_behalf) == expected

    def test_number_title_and_version_of_the_clause(self):
        assert cell("clause") == "para. 29\nSport\nWersja 3"
        assert cell("clause", clause_title="") == "para. 29\nWersja 3"

    def test_notes_of_the_office_stand_in_brackets(self):
        assert cell("text", text="Tak.") == "Tak."
        assert cell("text", text="Tak.", state_note="Same.") == "Tak.\n[Same.]"
        assert cell("text", state_note="Hidden.") == "[Hidden.]"
