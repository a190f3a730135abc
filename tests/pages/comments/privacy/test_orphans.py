"""Files that no comment names do not lie about for ever."""

import os
import time

import pytest

from pages.comments.privacy.orphans import delete_orphans
from tests.factories.comments import PublicCommentFactory
from tests.pages.comments.privacy.author import give_scan, private_place

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("private_place")]
__all__ = ["private_place"]
TWO_DAYS = 2 * 24 * 60 * 60


def age(path, seconds=TWO_DAYS):
    moment = time.time() - seconds
    os.utime(path, (moment, moment))
    return path


def test_scan_that_was_replaced_goes_and_the_new_one_stays():
    comment = PublicCommentFactory()
    old = age(give_scan(comment))
    new = age(give_scan(comment, b"%PDF-1.7 better"))

    assert delete_orphans(dry_run=True) == 1
    assert old.exists()
    assert delete_orphans() == 1

    assert (old.exists(), new.exists()) == (False, True)
    assert delete_orphans() == 0


def test_file_of_a_comment_that_is_just_being_entered_stays():
    comment = PublicCommentFactory()
    old = give_scan(comment)
    give_scan(comment)

    assert delete_orphans() == 0
    assert old.exists()


def test_files_of_other_rooms_are_left_alone(private_place):
    other = private_place / "imports" / "list.xlsx"
    other.parent.mkdir()
    other.touch()
    age(other)

    assert delete_orphans() == 0
    assert other.exists()
