"""The pages of a table that comes back: brought, looked through, confirmed."""

import uuid

import pytest
from django.contrib.auth import get_user_model
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone
from wagtail.models import ModelLogEntry

from pages.comments.models import OfficialAnswer
from pages.comments.office.answering import draft_answer
from pages.papers.admin_views.returning.preview import ROWS_AT_ONCE
from pages.papers.forgetting import KEPT_FOR, forget_old_sheets
from pages.papers.models import AnswerSheet, SheetState
from pages.papers.returning.keeping import STALE_AFTER
from pages.papers.returning.logs import RETURN
from tests.pages.papers.returning.conftest import brought, office, taken  # noqa: F401
from tests.pages.programmes.closed import staff
from tests.worker import work_off


@pytest.fixture
def visitor(office):  # noqa: F811 - a fixture of the other folder
    return office.browser("Jednostki")


@pytest.fixture
def upload(here):
    return reverse("answer_sheet_upload", args=[here.consultation.pk])


def address(sheet, step=""):
    return reverse(f"answer_sheet{step and '_'}{step}", args=[sheet.pk])


def send(visitor, url, content, name="tabela.xlsx"):
    return visitor.post(url, {"file": SimpleUploadedFile(name, content)})


@pytest.fixture
def sheet(say, taken, brought):  # noqa: F811
    """A table with one new answer."""
    comment = say()
    table = taken().fill(comment.code, ruling="Noted", reasons="<b>Dziękujemy</b>")
    return brought(table)


def test_table_goes_from_upload_to_answers(
    say,
    taken,  # noqa: F811
    visitor,
    upload,
    django_capture_on_commit_callbacks,
):
    comment = say()
    table = taken().fill(comment.code, ruling="Noted", reasons="Dziękujemy")
    response = send(visitor, upload, table.saved())
    sheet = AnswerSheet.objects.get()
    assert response.url == address(sheet)
    page = visitor.get(response.url)
    assert page.context["may_confirm"]
    assert "Dziękujemy" in page.content.decode()
    assert not OfficialAnswer.objects.exists()
    values = {"seen": page.context["comparison"].seen}
    with django_capture_on_commit_callbacks(execute=True):
        visitor.post(address(sheet, "confirm"), values)
    assert visitor.get(address(sheet))["Refresh"]
    with django_capture_on_commit_callbacks(execute=True):
        work_off()
    page = visitor.get(address(sheet))
    answer = OfficialAnswer.objects.get()
    assert page.context["is_applied"]
    assert [one for one, _url in page.context["answers"]] == [answer]
    assert f"/{answer.pk}/" in page.context["answers"][0][1]
    assert "Refresh" not in page


def test_second_click_does_nothing(sheet, visitor, django_capture_on_commit_callbacks):
    url, step = address(sheet), address(sheet, "confirm")
    values = {"seen": visitor.get(url).context["comparison"].seen}
    with django_capture_on_commit_callbacks(execute=True) as calls:
        first, second = (visitor.post(step, values) for _click in range(2))
    assert len(calls) == 1
    assert first.url == second.url == url
    work_off()
    assert ModelLogEntry.objects.filter(action=RETURN).count() == 1


@pytest.mark.parametrize("content", [b"", b"a;b\n1;2\n", b"PK\x03\x04"])
def test_files_that_are_no_table_are_said_beside_the_field(visitor, upload, content):
    page = send(visitor, upload, content)
    assert page.context["form"].errors["file"]
    assert not AnswerSheet.objects.exists()


def test_old_names_with_paths_are_cut(say, taken, visitor, upload):  # noqa: F811
    say()
    send(visitor, upload, taken().saved(), name="x" * 300 + ".xlsx")
    assert len(AnswerSheet.objects.get().name) <= 255


def test_words_of_the_file_are_printed_as_text(sheet, visitor):
    page = visitor.get(address(sheet)).content.decode()
    assert "<b>Dziękujemy" not in page
    assert "&lt;b&gt;Dziękujemy" in page


def test_problems_come_first_and_cannot_be_confirmed(
    say,
    taken,  # noqa: F811
    brought,  # noqa: F811
    visitor,
):
    one, two = say(), say()
    table = taken().fill(one.code, ruling="Noted", reasons="x")
    sheet = brought(table.fill(two.code, ruling="Perhaps"))
    page = visitor.get(address(sheet))
    assert not page.context["may_confirm"]
    assert [row.comment for row in page.context["rows"]] == [two, one]
    assert page.context["rows"][0].notes
    assert address(sheet, "confirm") not in page.content.decode()


def test_conflicts_ask_to_be_left_out(
    say,
    taken,  # noqa: F811
    brought,  # noqa: F811
    visitor,
    office,  # noqa: F811
):
    one, two = say(), say()
    table = taken().fill(one.code, ruling="Noted", reasons="x")
    sheet = brought(table.fill(two.code, ruling="Noted", reasons="x"))
    draft_answer(comments=[two], user=office.editor)
    page = visitor.get(address(sheet))
    assert page.context["may_confirm"]
    assert 'name="leaves_conflicts"' in page.content.decode()


def test_rows_are_shown_by_outcome_and_by_page(
    say,
    taken,  # noqa: F811
    brought,  # noqa: F811
    visitor,
    django_assert_max_num_queries,
):
    comments = [say() for _number in range(ROWS_AT_ONCE + 2)]
    table = taken()
    for comment in comments[1:]:
        table.fill(comment.code, ruling="Noted", reasons="x")
    sheet = brought(table)
    with django_assert_max_num_queries(40):
        page = visitor.get(address(sheet))
    assert {tab.name: tab.count for tab in page.context["tabs"]} == {
        "": ROWS_AT_ONCE + 2,
        "new": ROWS_AT_ONCE + 1,
        "unchanged": 1,
    }
    page = visitor.get(address(sheet) + "?show=new&p=2")
    assert len(page.context["rows"]) == 1
    page = visitor.get(address(sheet) + "?show=nonsense&p=x")
    assert len(page.context["rows"]) == ROWS_AT_ONCE


STEPS = ("", "confirm", "again", "cancel")


@pytest.mark.parametrize("step", STEPS)
def test_tables_are_shown_to_who_brought_them_only(client, sheet, step):
    client.force_login(staff("inny", "Jednostki"))
    admin = get_user_model().objects.create_superuser("admin", "", "x")
    url = address(sheet, step)
    for user in (None, admin):
        if user:
            client.force_login(user)
        method = client.post if step else client.get
        assert method(url, follow=True).status_code == 404
    sheet.refresh_from_db()
    assert sheet.state == SheetState.CHECKED


def test_other_users_are_not_told_of_unfinished_tables(client, sheet, upload):
    client.force_login(staff("inny", "Jednostki"))
    page = client.get(upload)
    assert page.context["unfinished"] == []
    assert sheet.name not in page.content.decode()


def test_who_may_not_draft_answers_opens_nothing(client, sheet, upload):
    client.force_login(staff("tlumacz", "Tłumacze"))
    for url in (upload, address(sheet)):
        assert client.get(url).status_code == 302


def test_unknown_tables_and_consultations_are_not_found(visitor):
    urls = (
        reverse("answer_sheet", args=[uuid.uuid4()]),
        reverse("answer_sheet_upload", args=[999_999]),
    )
    assert [visitor.get(url, follow=True).status_code for url in urls] == [404, 404]


def test_table_that_is_dropped_is_not_kept(sheet, visitor, upload):
    storage, name = sheet.file.storage, sheet.file.name
    assert visitor.post(address(sheet, "cancel")).url == upload
    assert not storage.exists(name)
    assert visitor.get(address(sheet)).status_code == 200
    assert visitor.post(address(sheet, "confirm"), {"seen": "x"}).status_code == 302
    sheet.refresh_from_db()
    assert sheet.state == SheetState.CANCELLED


def test_table_that_was_not_taken_in_can_be_looked_at_again(sheet, visitor):
    AnswerSheet.objects.update(state=SheetState.REFUSED, problem="Somebody wrote.")
    assert "Somebody wrote." in visitor.get(address(sheet)).content.decode()
    visitor.post(address(sheet, "again"))
    sheet.refresh_from_db()
    assert (sheet.state, sheet.problem) == (SheetState.CHECKED, "")


@pytest.mark.parametrize("is_stale", [False, True])
def test_table_that_the_worker_left_can_be_called_back(sheet, visitor, is_stale):
    waited = STALE_AFTER * (2 if is_stale else 0.5)
    AnswerSheet.objects.update(
        state=SheetState.APPLYING, decided_at=timezone.now() - waited
    )
    offers = address(sheet, "again") in visitor.get(address(sheet)).content.decode()
    assert offers == is_stale
    visitor.post(address(sheet, "again"))
    sheet.refresh_from_db()
    assert (sheet.state == SheetState.CHECKED) == is_stale


def test_lost_files_are_said(sheet, visitor):
    sheet.file.storage.delete(sheet.file.name)
    page = visitor.get(address(sheet))
    assert page.context["unreadable"]
    assert "may_confirm" not in page.context


def test_tables_are_forgotten_after_a_week(sheet, django_capture_on_commit_callbacks):
    storage, name = sheet.file.storage, sheet.file.name
    forget_old_sheets()
    assert storage.exists(name)
    AnswerSheet.objects.update(created_at=timezone.now() - KEPT_FOR * 1.1)
    with django_capture_on_commit_callbacks(execute=True):
        forget_old_sheets()
    assert not AnswerSheet.objects.exists()
    assert not storage.exists(name)


def test_tables_are_forgotten_when_contacts_are_erased(sheet, say):
    comment = say()
    forget_old_sheets()
    assert AnswerSheet.objects.exists()
    type(comment).objects.filter(pk=comment.pk).update(
        contacts_erased_at=timezone.now()
    )
    forget_old_sheets()
    assert not AnswerSheet.objects.exists()


@pytest.mark.parametrize("state", SheetState.values)
def test_page_says_which_table_of_which_consultation_it_is(sheet, visitor, here, state):
    """Wagtail folds its breadcrumbs and leaves out the subtitle."""
    AnswerSheet.objects.update(state=state)
    main = visitor.get(address(sheet)).content.decode().split("<main")[1]
    heading = main.index(f">{here.consultation}</h2>")
    assert sheet.name in main[heading:]
