"""What is hidden or closed leaves the files before the night."""

import datetime
import time
from threading import Event, Thread

import pytest
from django.core.cache import cache
from django.utils import timezone
from django_tasks_db.models import DBTaskResult
from wagtail.models import PageViewRestriction

from pages.comments.privacy.erasing import erase_contacts
from pages.open_data.publishing import alone, publish
from pages.open_data.tasks import write_again
from tests.factories.comments import PublicCommentFactory
from tests.factories.pages import City, MeetingIndexPageFactory

from .written import read_json

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def queued(folder):
    """Return what waits to be written again since the last time that it was asked."""
    seen = set()

    def ask():
        new = [row for row in DBTaskResult.objects.all() if row.pk not in seen]
        seen.update(row.pk for row in new)
        new = [row for row in new if row.task_path.endswith("write_again")]
        cache.clear()
        return [(row.args_kwargs["args"], row.run_after) for row in new]

    cache.clear()
    return ask


def test_comment_hidden_is_written_out_once_and_a_minute_later(folder, queued):
    comment = PublicCommentFactory(published=True, published_at=timezone.now())
    publish(folder)
    queued()
    comment.state = "hidden"
    comment.save()
    comment.save()

    [(args, at)] = queued()
    assert args == ["comments"]
    assert datetime.timedelta() < at - timezone.now() <= datetime.timedelta(minutes=1)
    write_again.call("comments")
    assert read_json(folder, "comments") == []


def test_name_that_is_erased_is_written_out(folder, queued):
    comment = PublicCommentFactory(
        published=True, published_at=timezone.now(), name="Jan", name_is_public=True
    )
    publish(folder)
    assert read_json(folder, "comments")[0]["author_name"] == "Jan"
    queued()
    erase_contacts(comment=comment, by_author=True, with_public_name=True)

    assert [args for args, _at in queued()] == [["comments"]]
    write_again.call("comments")
    assert read_json(folder, "comments")[0]["author_name"] is None


def test_page_unpublished_closed_or_deleted_is_written_out(folder, queued):
    city = City()
    pages = [city.meeting(published=True, slug=f"spotkanie-{n}") for n in range(3)]
    publish(folder)
    queued()
    pages[0].unpublish()
    assert [args for args, _at in queued()] == [[""]]
    PageViewRestriction.objects.create(page=pages[1], restriction_type="login")
    assert [args for args, _at in queued()] == [[""]]
    pages[2].delete()
    assert [args for args, _at in queued()] == [[""]]
    write_again.call("")
    assert read_json(folder, "meetings") == []


def test_page_moved_into_a_private_section_is_written_out(folder, queued):
    city = City()
    page = city.meeting(published=True)
    closed = MeetingIndexPageFactory(parent=city.home, slug="zamknieta")
    PageViewRestriction.objects.create(page=closed, restriction_type="login")
    publish(folder)
    queued()
    page.move(closed, pos="last-child")

    assert [args for args, _at in queued()] == [[""]]
    write_again.call("")
    assert read_json(folder, "meetings") == []


def test_what_is_hidden_waits_for_a_run_that_began_before(folder):
    comment = PublicCommentFactory(published=True, published_at=timezone.now())
    publish(folder)
    type(comment).objects.filter(pk=comment.pk).update(state="hidden")
    held = Event()

    def run():
        with alone(folder):
            held.set()
            time.sleep(0.5)

    Thread(target=run).start()
    assert held.wait(5)
    write_again.call("comments")

    assert read_json(folder, "comments") == []


def test_nothing_waits_where_there_are_no_files(queued):
    comment = PublicCommentFactory(published=True, published_at=timezone.now())
    queued()
    comment.state = "withdrawn"
    comment.save()

    assert queued() == []


def test_comment_that_stays_public_asks_for_nothing(folder, queued):
    comment = PublicCommentFactory(published=True, published_at=timezone.now())
    publish(folder)
    queued()
    comment.state = "assigned"
    comment.save()

    assert queued() == []
