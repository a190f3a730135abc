"""The scans of letters: kept apart, handed out to few, and never what they are not."""

from pathlib import Path

import pytest
from django.conf import settings
from django.core.files.storage import storages
from wagtail.log_actions import registry

from pages.comments.models import PublicComment
from tests.factories.comments import PublicCommentFactory
from tests.pages.comments.staff import COMMENT, Office, address

from .letters import JPEG, PDF, PNG, TIFF, enter, errors, file, letter

pytestmark = pytest.mark.django_db


@pytest.fixture
def office():
    return Office()


@pytest.fixture
def clerk(office):
    return office.browser("Redakcja")


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("list.pdf", PDF),
        ("LIST.PDF", PDF),
        ("a.png", PNG),
        ("a.jpg", JPEG),
        ("a.jpeg", JPEG),
        ("a.tif", TIFF),
        ("a.tiff", TIFF),
    ],
)
def test_scan_is_kept_apart_under_a_name_that_says_nothing(
    clerk, consultation, name, content
):
    enter(clerk, consultation, scan=file(content, f"Kowalska {name}"))

    comment = PublicComment.objects.get()
    path = Path(comment.scan.path)
    assert path.read_bytes() == content
    assert "Kowalska" not in comment.scan.name
    assert path.suffix == Path(name.lower()).suffix
    assert path.is_relative_to(storages["private"].location)
    assert not path.is_relative_to(settings.MEDIA_ROOT)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("list.pdf", PNG),
        ("list.png", PDF),
        ("list.pdf", b"<html><script>alert(1)</script></html>"),
        ("list.jpg", b"MZ" + b"\x00" * 300),
        ("list.exe", b"MZ" + b"\x00" * 300),
        ("list.svg", b"<svg xmlns='http://www.w3.org/2000/svg'/>"),
        ("list.pdf.html", PDF),
        ("list", PDF),
        ("list.pdf", b""),
    ],
)
def test_file_that_is_not_what_its_name_says_is_refused(
    clerk, consultation, name, content
):
    assert errors(clerk, consultation, scan=file(content, name)) == {"scan"}


def test_file_that_is_too_large_is_refused(clerk, consultation, settings):
    settings.PUBLIC_COMMENTS = {"largest_scan": 100}

    assert errors(clerk, consultation, scan=file(PDF)) == {"scan"}


def test_scan_is_handed_out_to_those_with_the_right_only(office, clerk, consultation):
    enter(clerk, consultation, scan=file(PDF))
    comment = PublicComment.objects.get()
    url = address(COMMENT, "scan", comment.pk)

    for group in ("Redakcja", "Jednostki", "Tłumacze"):
        assert office.browser(group).get(url).status_code == 302
    response = office.browser("Wydawca").get(url)

    assert b"".join(response.streaming_content) == PDF
    assert response["Content-Disposition"] == ('attachment; filename="U1-2014.pdf"')
    assert response["X-Content-Type-Options"] == "nosniff"
    assert "no-store" in response["Cache-Control"]
    last = registry.get_logs_for_instance(comment).first()
    assert (last.action, last.user) == (
        "public_comments.open_scan",
        office.publisher,
    )


def test_comment_without_a_scan_and_a_lost_file_are_not_found(office, consultation):
    client = office.browser("Wydawca")
    client.post(address(COMMENT, "add"), letter(consultation, scan=file(PDF)))
    comment = PublicComment.objects.get()
    Path(comment.scan.path).unlink()
    bare = PublicCommentFactory(consultation=consultation)

    for one in (comment, bare):
        url = f"/pl{address(COMMENT, 'scan', one.pk)}"
        assert client.get(url).status_code == 404
