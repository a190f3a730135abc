"""Two organisations become one: what the pages show of them before and after."""

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from django.urls import reverse

from pages.drafting.models import AmendmentOrganisation
from pages.meetings.models import MeetingPage, OrganisationAttendance
from pages.programmes.freezing import read_content
from pages.programmes.models import FrozenVersion, ProgrammeDraftPage
from snippets.merging import merge, plan_merge, undo_merge
from snippets.merging.relations import followed, name_of
from tests.factories.clauses import author, clause
from tests.factories.comments import PublicCommentFactory
from tests.factories.drafting import AmendmentFactory
from tests.factories.pages import AttendanceFactory, City, FindingFactory, translate
from tests.factories.snippets import OrganisationFactory
from tests.pages.programmes.closed import consulted, staff

pytestmark = pytest.mark.django_db
MARK = "ZNACZNIK-SCALONEJ"


@pytest.fixture
def city():
    return City()


@pytest.fixture
def pair():
    return OrganisationFactory(name="Fundacja Łąka"), OrganisationFactory(name=MARK)


def came_to(meeting):
    """The organisations that came, as the database and the newest draft have it."""
    rows = OrganisationAttendance.objects.filter(page=meeting).order_by("pk")
    page = MeetingPage.objects.get(pk=meeting.pk)
    draft = page.get_latest_revision_as_object()
    drafted = sorted(draft.organisations.all(), key=lambda row: row.pk)
    return [row.organisation for row in rows], [row.organisation for row in drafted]


def published_with(city, *bodies, **values):
    meeting = city.meeting(**values)
    for body in bodies:
        AttendanceFactory(page=meeting, organisation=body)
    MeetingPage.objects.get(pk=meeting.pk).save_revision().publish()
    return MeetingPage.objects.get(pk=meeting.pk)


class TestMeetings:
    def test_meeting_moves_with_its_draft(self, city, pair):
        kept, merged = pair
        meeting = published_with(city, merged)

        merge(kept=kept, merged=merged, user=None)

        assert came_to(meeting) == ([kept], [kept])

    def test_where_both_came_one_is_left(self, city, pair):
        kept, merged = pair
        meeting = published_with(city, merged, kept)

        merge(kept=kept, merged=merged, user=None)

        assert came_to(meeting) == ([kept], [kept])

    def test_draft_from_before_is_published_with_the_kept_one(self, city, pair):
        kept, merged = pair
        other = OrganisationFactory()
        meeting = published_with(city, merged, kept, other)
        old = meeting.latest_revision
        merge(kept=kept, merged=merged, user=None)

        old.publish()

        assert came_to(meeting) == ([kept, other], [kept, other])

    @pytest.mark.parametrize("both_came", [False, True])
    def test_undo_reaches_a_draft_saved_since(self, city, pair, both_came):
        kept, merged = pair
        others = [kept] if both_came else []
        meeting = published_with(city, merged, *others)
        record = merge(kept=kept, merged=merged, user=None)
        page = MeetingPage.objects.get(pk=meeting.pk).get_latest_revision_as_object()
        page.lead = "Zmieniony."
        page.save_revision().publish()

        undo_merge(record=record, user=None)

        assert came_to(meeting) == ([merged, *others], [merged, *others])
        MeetingPage.objects.get(pk=meeting.pk).latest_revision.publish()
        assert came_to(meeting) == ([merged, *others], [merged, *others])

    def test_choice_made_before_the_merger_is_refused_with_the_entry_to_choose(
        self, city, pair
    ):
        kept, merged = pair
        merge(kept=kept, merged=merged, user=None)
        merged.refresh_from_db()
        row = OrganisationAttendance(page=city.meeting(), organisation=merged)

        with pytest.raises(ValidationError) as refused:
            row.full_clean()

        (message,) = refused.value.message_dict["organisation"]
        assert kept.name in message

    def test_plan_counts_a_translated_meeting_and_its_findings_once(self, city, pair):
        kept, merged = pair
        meeting = published_with(city, merged, title="Warsztaty")
        FindingFactory(page=meeting)
        translate(MeetingPage.objects.get(pk=meeting.pk), "en")

        (move,) = plan_merge(kept, merged).moves

        assert move.things == ["Warsztaty"]
        assert len(move.rows) == 2
        assert list(move.along.values()) == [1]


def test_comments_and_amendments_move_and_come_back(city, pair):
    kept, merged = pair
    comment = PublicCommentFactory(
        consultation__draft=consulted(city), organisation=merged
    )
    amendment, both = AmendmentFactory.create_batch(2, programme=city.programme)
    for change, body in [(amendment, merged), (both, merged), (both, kept)]:
        AmendmentOrganisation.objects.create(amendment=change, organisation=body)

    record = merge(kept=kept, merged=merged, user=None)

    comment.refresh_from_db()
    assert comment.organisation == kept
    for change in (amendment, both):
        assert [row.organisation for row in change.organisations.all()] == [kept]
    undo_merge(record=record, user=None)
    comment.refresh_from_db()
    assert comment.organisation == merged
    both.refresh_from_db()
    assert {row.organisation for row in both.organisations.all()} == {kept, merged}


def test_closed_version_stays_as_it_is_and_is_named_in_the_preview(city, pair):
    kept, merged = pair
    authors = [author("organisation", merged.pk)]
    draft = consulted(city, body=[clause(authors=authors)])
    before = FrozenVersion.objects.get(draft=draft).content

    plan = plan_merge(kept, merged)
    merge(kept=kept, merged=merged, user=None)

    assert [text.pk for text in plan.texts] == [draft.pk]
    assert not plan.moves
    stored = ProgrammeDraftPage.objects.get(pk=draft.pk)
    assert read_content(stored) == before
    page = Client().get(stored.url).content.decode()
    assert MARK in page
    assert merged.url in page
    answer = Client().get(merged.url)
    assert (answer.status_code, answer["Location"]) == (301, kept.url)


def test_no_list_shows_a_merged_entry(city, pair):
    kept, merged = pair
    meeting = published_with(city, merged)
    merge(kept=kept, merged=merged, user=None)
    kept.aliases.all().delete()  # the name would be found as another name of it
    directory, word = reverse("organisations"), MARK[:8]
    public = [
        *(directory, f"{directory}?q={word}", "/sitemap.xml"),
        *(city.home.url, meeting.url, kept.url),
    ]
    internal = [
        *(register("list"), f"{register('list_results')}?q={word}"),
        *(chooser("choose"), f"{chooser('choose_results')}?q={word}"),
    ]

    for client, paths in ((Client(), public), (admin(), internal)):
        for path in paths:
            answer = client.get(path)
            assert answer.status_code == 200, path
            assert MARK not in answer.content.decode(), path
            assert merged.slug not in answer.content.decode(), path


def test_lists_show_it_before(city, pair):
    """Else the test above would pass whatever they show."""
    for client, path in (
        (Client(), reverse("organisations")),
        (admin(), register("list")),
        (admin("second"), f"{chooser('choose_results')}?q={MARK[:8]}"),
    ):
        assert MARK in client.get(path).content.decode()


def admin(name="wydawca"):
    client = Client()
    client.force_login(staff(name))
    return client


def register(name):
    return reverse(f"wagtailsnippets_snippets_organisation:{name}")


def chooser(name):
    return reverse(f"wagtailsnippetchoosers_snippets_organisation:{name}")


def test_every_key_of_a_page_to_an_organisation_has_a_decision():
    """A new one is followed by itself: see that it should be, then name it here."""
    keys = {name_of(key) for key in followed()}

    assert {name for name in keys if not name.startswith("snippets.")} == {
        "directory.DataErrorReport.organisation",
        "drafting.AmendmentOrganisation.organisation",
        "meetings.OrganisationAttendance.organisation",
        "organisation_positions.OrganisationCode.organisation",
        "public_comments.PublicComment.organisation",
    }
