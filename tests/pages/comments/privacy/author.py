"""Somebody who left everything that a comment may keep of a person."""

from pathlib import Path

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import FileSystemStorage

from pages.comments.models import PublicComment

NAME, EMAIL = "Anna Próbna", "anna.probna@example.org"
CONTACT = {"name": NAME, "email": EMAIL}


def give_scan(comment, content=b"%PDF-1.7 list"):
    """Keep a scan of a comment; return where its file lies."""
    comment.scan.save("list.pdf", ContentFile(content))
    return Path(comment.scan.path)


def stored(comment):
    return PublicComment.objects.get(pk=comment.pk)


@pytest.fixture
def private_place(tmp_path, monkeypatch):
    """A folder for the scans of one test's own."""
    storage = FileSystemStorage(location=tmp_path)
    monkeypatch.setattr(PublicComment._meta.get_field("scan"), "storage", storage)
    return tmp_path
