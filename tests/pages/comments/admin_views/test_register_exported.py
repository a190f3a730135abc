"""The register as a spreadsheet: what is in it, and what never is."""

import csv
import io

import pytest
from openpyxl import load_workbook

from pages.comments.states import State
from tests.factories.comments import AnswerFactory, PublicCommentFactory
from tests.factories.snippets import CityUnitFactory
from tests.pages.comments.staff import export
from tests.pages.programmes.closed import FIRST

pytestmark = pytest.mark.django_db


class TestExport:
    def rows(self, office, group="Redakcja", query=""):
        text = export(office.browser(group), query).decode()
        return list(csv.reader(io.StringIO(text)))

    def test_csv_has_the_register_and_cannot_run_as_a_formula(
        self, office, consultation
    ):
        comment = PublicCommentFactory(
            consultation=consultation,
            about=FIRST,
            text="=HYPERLINK(1)",
            proposed_wording="+1",
            justification="@x",
            answered=True,
        )
        AnswerFactory(comments=[comment], ruling="noted", reasons="-1", published=True)

        headings, row = self.rows(office)

        assert len(headings) == len(row)
        assert {"U1/2014", "Wersja 3", "ust. 1", "'=HYPERLINK(1)"} <= set(row)
        assert {"'+1", "'@x", "'-1"} <= set(row)

    def test_xlsx_has_text_cells(self, office, consultation):
        PublicCommentFactory(consultation=consultation, text="=1+1")

        content = export(office.browser("Redakcja"), form="xlsx")

        sheet = load_workbook(io.BytesIO(content)).active
        cells = [cell for row in sheet.iter_rows() for cell in row]
        assert {cell.data_type for cell in cells if cell.value == "=1+1"} == {"s"}

    def test_filters_hold_for_the_export(self, office, consultation):
        PublicCommentFactory.create_batch(2, consultation=consultation)

        assert len(self.rows(office, query="q=U2/2014")) == 2

    def test_drafted_answers_and_hidden_texts_are_not_exported(
        self, office, consultation
    ):
        hidden = PublicCommentFactory(
            consultation=consultation, hidden=True, text="ZATAJONE"
        )
        PublicCommentFactory(
            consultation=consultation, state=State.WITHDRAWN, text="ZATAJONE"
        )
        PublicCommentFactory(
            consultation=consultation, unconfirmed=True, text="ZATAJONE"
        )
        AnswerFactory(comments=[hidden], reasons="ZATAJONE")

        text = export(office.browser("Wydawca")).decode()

        assert "ZATAJONE" not in text
        assert len(text.splitlines()) == 4

    def test_long_export_is_read_in_a_fixed_number_of_queries(
        self, office, consultation, django_assert_max_num_queries
    ):
        PublicCommentFactory.create_batch(
            30, consultation=consultation, of_organisation=True, unit=CityUnitFactory()
        )
        client = office.browser("Redakcja")
        export(client)

        with django_assert_max_num_queries(12):
            assert len(export(client).splitlines()) == 31
