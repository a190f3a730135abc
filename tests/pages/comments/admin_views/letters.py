"""Letters that came to the office, as a clerk types them in."""

from django.core.files.uploadedfile import SimpleUploadedFile

from pages.comments.models import PublicComment
from tests.pages.comments.staff import COMMENT, address
from tests.pages.programmes.closed import FIRST

PDF = b"%PDF-1.7\n" + b"x" * 300
PNG = b"\x89PNG\r\n\x1a\n" + b"\x00" * 300
JPEG = b"\xff\xd8\xff\xe0" + b"\x00" * 300
TIFF = b"II*\x00" + b"\x00" * 300


def letter(consultation, **values):
    return {
        "channel": "paper",
        "received_at": "2013-08-20 10:00",
        "consultation": consultation.pk,
        "kind": "change",
        "clause": FIRST,
        "citation": "",
        "text": "Dopisać seniorów.",
        "proposed_wording": "",
        "justification": "",
        "language": "pl",
        "on_behalf": "resident",
        "organisation": "",
        "organisation_name": "",
        "name": "Anna Kowalska",
        "email": "",
        **values,
    }


def enter(client, consultation, **values):
    return client.post(address(COMMENT, "add"), letter(consultation, **values))


def errors(client, consultation, **values):
    response = enter(client, consultation, **values)
    assert not PublicComment.objects.exists()
    return set(response.context["form"].errors)


def file(content, name="list.pdf"):
    return SimpleUploadedFile(name, content, "application/pdf")
