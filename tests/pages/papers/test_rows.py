"""Comments as rows: what is told of each, what is not, and what it costs."""

from dataclasses import astuple

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from pages.comments.models import AnswerAmendment
from pages.papers import answers
from pages.papers import rows as paper_rows_module
from pages.papers.answers import answer_state
from pages.papers.keys import read_key
from pages.papers.rows import count_rows, reported_rows
from tests.factories.comments import (
    AnswerFactory,
    ConsultationFactory,
    PublicCommentFactory,
)
from tests.factories.drafting import AmendmentFactory, ChangeReasonFactory
from tests.factories.snippets import OrganisationFactory
from tests.pages.comments.versions import FIRST, SECOND
from tests.pages.programmes.closed import consulted

MARK = "Żółwica"


def told(row):
    """Return all that a row tells, as one text."""
    return " ".join(str(value) for value in astuple(row))


@pytest.fixture
def few(monkeypatch):
    """Let a chunk be two comments."""
    monkeypatch.setattr(answers, "CHUNK", 2)
    monkeypatch.setattr(paper_rows_module, "CHUNK", 2)


class TestWhichComments:
    def test_registered_ones_by_number_whatever_the_day_they_came(
        self, here, say, rows, few
    ):
        made = [say(received_at=f"2026-05-0{9 - day}T12:00Z") for day in range(5)]
        say("unconfirmed", text=MARK)
        other = ConsultationFactory(draft=consulted(here.city, number=4))
        PublicCommentFactory(consultation=other, text=MARK)

        found = rows()

        assert [(row.order, row.comment) for row in found] == [
            (order, comment.pk) for order, comment in enumerate(made, start=1)
        ]
        assert count_rows(here.consultation) == 5
        assert not any(MARK in told(row) for row in found)

    def test_none_where_nobody_spoke(self, here, rows):
        assert rows() == []
        assert count_rows(here.consultation) == 0

    def test_progress_is_told_after_each_chunk_and_at_the_end(self, say, ask, few):
        for _ in range(5):
            say()
        done = []
        assert len(list(reported_rows(ask(), done.append))) == 5
        assert done == [2, 4, 5]


class TestWhoSpeaks:
    def test_a_person_is_told_by_what_they_are(self, say, rows):
        say(name=f"Anna {MARK}", email="anna@example.org")
        (row,) = rows()
        assert (row.author, row.on_behalf, row.contact) == ("resident", "resident", "")
        assert MARK not in told(row)
        assert "@" not in told(row)

    def test_a_person_is_named_who_agreed(self, say, rows):
        say(name="Anna Nowak", name_is_public=True, email="anna@example.org")
        (row,) = rows()
        assert (row.author, row.on_behalf) == ("Anna Nowak", "resident")
        assert "@" not in told(row)

    def test_contacts_are_told_apart_where_they_are_asked_for(self, say, rows):
        say(name="Anna Nowak", email="anna@example.org")
        say(name="Jan Lis")
        (first, second) = rows(with_contacts=True)
        assert first.author == "resident"
        assert first.contact == "Anna Nowak, anna@example.org"
        assert second.contact == "Jan Lis"

    def test_organisations_are_named_on_the_list_or_not(self, say, rows):
        listed = OrganisationFactory(name="Fundacja Soclab")
        say(on_behalf="organisation", organisation=listed)
        say(on_behalf="organisation", organisation_name="Klub Sąsiada")
        assert [row.author for row in rows()] == ["Fundacja Soclab", "Klub Sąsiada"]


class TestHidden:
    @pytest.mark.parametrize("state", ["hidden", "withdrawn"])
    def test_only_that_there_was_one_is_told(self, state, say, rows):
        comment = say(
            state,
            hiding_reason="offence" if state == "hidden" else "",
            hiding_note=f"notatka {MARK}",
            text=f"tekst {MARK}",
            proposed_wording=f"wniosek {MARK}",
            justification=f"powód {MARK}",
            citation=f"strona {MARK}",
            on_behalf="organisation",
            organisation_name=f"Klub {MARK}",
            name=f"Anna {MARK}",
            name_is_public=True,
            email="anna@example.org",
        )
        AnswerFactory(comments=[comment], published=True, reasons=f"bo {MARK}")

        (row,) = rows(with_contacts=True, with_drafts=True)

        assert MARK not in told(row)
        assert "@" not in told(row)
        assert (row.code, row.clause) == (comment.code, "para. 1")
        assert row.quoted == "wspieranie sąsiadów"
        assert row.ruling == ""
        assert row.state_note

    def test_the_reason_of_hiding_is_told(self, say, rows):
        say("hidden", hiding_reason="personal_data")
        (row,) = rows()
        assert "it contains personal data" in row.state_note


class TestAnswers:
    def test_the_published_one_is_told(self, say, rows):
        AnswerFactory(
            comments=[say(), say()], published=True, reasons="Nie ma środków."
        )
        assert [(r.ruling, r.ruling_label, r.reasons) for r in rows()] == [
            ("rejected", "not accepted", "Nie ma środków.")
        ] * 2

    @pytest.mark.parametrize("state", ["draft", "approved"])
    def test_one_in_preparation_only_where_it_is_asked_for(self, state, say, rows):
        AnswerFactory(comments=[say()], state=state, ruling="noted", reasons=MARK)
        (row,) = rows()
        assert MARK not in told(row)
        assert row.ruling == ""
        (row,) = rows(with_drafts=True)
        assert (row.ruling, row.reasons) == ("noted", MARK)

    def test_a_new_version_in_preparation_stands_in_for_the_published(self, say, rows):
        comment = say()
        old = AnswerFactory(comments=[comment], published=True, reasons="dawne")
        AnswerFactory(comments=[comment], previous=old, reasons="nowe")
        assert [row.reasons for row in rows()] == ["dawne"]
        assert [row.reasons for row in rows(with_drafts=True)] == ["nowe"]

    def test_one_that_was_replaced_is_not_told(self, say, rows):
        AnswerFactory(comments=[say()], state="revised", reasons=MARK)
        (row,) = rows(with_drafts=True)
        assert MARK not in told(row)


class TestDuplicates:
    def test_the_first_of_the_group_is_named(self, say, rows):
        first = say()
        say(duplicate_of=first)
        plain, duplicate = rows()
        assert plain.state_note == ""
        assert duplicate.state_note == f"Says the same as {first.code}."


class TestClause:
    def test_number_heading_version_and_wording(self, say, rows):
        say()
        (row,) = rows()
        assert (row.clause, row.clause_title, row.version, row.quoted) == (
            "para. 1",
            "Zadania",
            "Wersja 3",
            "wspieranie sąsiadów",
        )

    def test_a_comment_on_the_whole_version(self, say, rows):
        say(about=None)
        say(about=None, citation="preambuła")
        whole, cited = rows()
        assert (whole.clause, whole.clause_title) == ("whole version", "")
        assert cited.clause == "preambuła"


class TestDigest:
    @pytest.fixture
    def comment(self, say):
        return say()

    @pytest.fixture
    def state(self, here, comment):
        return lambda: answer_state(here.consultation, [comment.pk])[comment.pk]

    def test_the_key_of_a_row_has_the_state_that_is_compared_later(
        self, here, say, rows, few
    ):
        made = [say() for _ in range(5)]
        AnswerFactory(comments=made[1:3], published=True)
        AnswerFactory(comments=made[2:4])
        keys = [read_key(row.key) for row in rows()]
        pks = [comment.pk for comment in made]
        assert {key.consultation for key in keys} == {here.consultation.pk}
        assert [key.comment for key in keys] == pks
        states = answer_state(here.consultation, pks)
        assert [key.answer for key in keys] == [states[pk] for pk in pks]

    def test_it_changes_with_each_step_of_an_answer(self, comment, state):
        seen = [state()]
        answer = AnswerFactory(comments=[comment], ruling="", reasons="")
        seen.append(state())
        for name, value in (
            ("ruling", "noted"),
            ("reasons", "Dziękujemy."),
            ("state", "approved"),
            ("state", "published"),
        ):
            setattr(answer, name, value)
            answer.save()
            seen.append(state())
        AnswerFactory(comments=[comment], previous=answer)
        seen.append(state())
        assert len(set(seen)) == len(seen)

    @pytest.mark.parametrize("name", ["text", "proposed_wording", "justification"])
    def test_it_changes_with_the_words_of_the_comment(self, name, comment, state):
        before = state()
        setattr(comment, name, "zupełnie inne słowa")
        comment.save()
        assert state() != before

    def test_it_stays_where_something_else_changes(self, comment, state):
        before = state()
        comment.name = "Anna Nowak"
        comment.save()
        assert state() == before

    def test_line_ends_of_browsers_and_of_spreadsheets_are_the_same(
        self, comment, state
    ):
        answer = AnswerFactory(comments=[comment], reasons="raz\r\ndwa")
        before = state()
        answer.reasons = "raz\ndwa"
        answer.save()
        assert state() == before

    def test_nobody_can_guess_it_without_the_secret(self, state, settings):
        before = state()
        settings.SECRET_KEY = "another"
        assert state() != before

    def test_comments_of_others_have_none(self, here, comment):
        other = ConsultationFactory(draft=consulted(here.city, number=4))
        assert answer_state(other, [comment.pk]) == {}


class TestCost:
    def test_queries_do_not_grow_with_the_comments(self, here, say, rows):
        def answered(about=None):
            first, second = say(of_organisation=True), say()
            say(duplicate_of=second, about=about)
            answer = AnswerFactory(comments=[first, second], published=True)
            for _ in range(2):
                amendment = AmendmentFactory(
                    programme=here.city.programme, applied_in=here.draft
                )
                AnswerAmendment.objects.create(answer=answer, amendment=amendment)
                ChangeReasonFactory(
                    draft=here.draft,
                    clause_id=FIRST,
                    kind="amendment",
                    amendment=amendment,
                )

        answered()
        with CaptureQueriesContext(connection) as few:
            assert len(rows()) == 3
        answered()
        answered(SECOND)
        with CaptureQueriesContext(connection) as many:
            assert len(rows()) == 9
        assert len(many) == len(few) <= 10
