"""A marker in every private field, and in all that is not public: no file has it."""

from uuid import uuid4

import pytest

from pages.comments.models import CommentPlacement
from pages.drafting.models import AmendmentOrganisation
from pages.open_data.publishing import publish
from snippets.models import Organisation
from tests.factories.clauses import clause
from tests.factories.comments import AnswerFactory
from tests.factories.drafting import AmendmentFactory
from tests.factories.pages import AttendanceFactory, FindingFactory
from tests.factories.snippets import ContactPersonFactory, OrganisationFactory
from tests.pages.comments.privacy.test_places import MARKED, MarkerCase
from tests.pages.comments.test_privacy import PERSONAL, WRITTEN
from tests.pages.programmes.closed import FIRST
from tests.pages.public_places import SECRET

from .written import all_text, read_json


class TestPrivacy(MarkerCase):
    @pytest.fixture(autouse=True)
    def _take_open_folder(self, tmp_path):
        self.open_folder = tmp_path / "open"

    def files_with_marker(self):
        publish(self.open_folder)
        found = all_text(self.open_folder)
        assert "Jawna uwaga." in found["comments.csv"]
        return sorted(
            name for name, text in found.items() if SECRET.lower() in text.lower()
        )

    def test_names_mails_scans_notes_and_codes_are_in_no_file(self):
        self.plant()

        assert self.files_with_marker() == []

    def test_marker_that_is_public_is_found(self):
        self.plant(name_is_public=True)

        assert self.files_with_marker() == ["comments.csv", "comments.json"]

    def test_words_of_comments_that_are_not_shown_are_in_no_file(self):
        for state in ("unconfirmed", "registered", "incomplete", "withdrawn", "hidden"):
            values = {**WRITTEN, "name_is_public": True, "state": state}
            comment = self.comment(published=False, **values)
            self.amend(AnswerFactory(comments=[comment], published=True))
            CommentPlacement.objects.filter(comment=comment).delete()

        assert self.files_with_marker() == []

    def test_person_who_speaks_for_an_organisation_is_not_named(self):
        self.comment(
            on_behalf="organisation",
            organisation=self.organisation,
            name_is_public=True,
            **PERSONAL,
        )

        assert self.files_with_marker() == []

    def test_organisation_that_a_resident_named_does_not_speak(self):
        named = OrganisationFactory(name=f"{SECRET} fundacja", status="struck_off")
        self.comment(on_behalf="resident", organisation=named)

        assert self.files_with_marker() == []

    def test_drafted_and_approved_answers_are_in_no_file(self):
        for state in ("draft", "approved"):
            AnswerFactory(
                comments=[self.comment(state="drafted")], state=state, reasons=SECRET
            )

        assert self.files_with_marker() == []

    def test_private_parts_of_organisations_are_in_no_file(self):
        self.organisation.private_note = f"{SECRET} notatka"
        self.organisation.save()
        ContactPersonFactory(
            organisation=self.organisation,
            name=MARKED["name"],
            email=MARKED["email"],
            phone=SECRET,
            role=SECRET,
        )
        OrganisationFactory(name=f"{SECRET} wykreślona", status="struck_off")
        OrganisationFactory(name=f"{SECRET} scalona", merged_into=self.organisation)

        assert self.files_with_marker() == []

    def test_pages_that_are_not_published_are_in_no_file(self):
        self.hide(live=False)
        assert self.files_with_marker() == []

    def test_closed_pages_are_in_no_file(self):
        self.hide(restricted=True)

        assert self.files_with_marker() == []

    def test_pages_below_a_closed_one_are_in_no_file(self):
        self.city.meetings.view_restrictions.create(restriction_type="login")
        publish(self.open_folder)

        for name in ("meetings", "attendance", "findings"):
            assert read_json(self.open_folder, name) == []

    def test_new_text_that_is_not_published_is_in_no_file(self):
        self.report.title = f"{SECRET} tytuł"
        self.report.save_revision()
        draft = self.draft
        draft.body = [clause(text=f"{SECRET} zapis", uid=self.uid)]
        draft.save_revision()

        assert self.files_with_marker() == []

    def test_amendments_that_no_published_version_has_are_in_no_file(self):
        hidden = self.city.draft([clause()], title="Ukryta", live=False)
        texts = {"text_after": SECRET, "rationale": SECRET, "text_before": SECRET}
        programme = self.city.programme
        for values in (
            {"status": "proposed"},
            {"status": "agreed"},
            {"status": "applied", "applied_in": hidden},
        ):
            AmendmentFactory(programme=programme, **texts, **values)

        assert self.files_with_marker() == []

    def applied(self, **values):
        """Make an amendment of the first clause that a published version has."""
        return AmendmentFactory(
            programme=self.city.programme,
            status="applied",
            applied_in=self.later,
            clause_id=FIRST,
            **values,
        )

    def test_words_of_an_amendment_that_no_published_version_has_are_in_no_file(self):
        self.city.draft([clause(text=f"{SECRET} zapis", uid=FIRST)], live=False)
        self.applied(
            operation="replace", text_before=SECRET, text_after=f"{SECRET} nowy"
        )
        public = self.later.wordings.get(clause=FIRST).text
        self.applied(operation="agree", text_before="", text_after=public)

        assert self.files_with_marker() == []
        rows = read_json(self.open_folder, "amendments")
        assert [row["text_after"] for row in rows] == [None, public]

    def test_rationale_is_told_where_no_report_tells_of_the_amendment(self):
        report = FindingFactory(page=self.report)
        self.applied(findings=[report], rationale=SECRET)
        self.applied(rationale="Jawny powód.")

        assert self.files_with_marker() == []
        rows = read_json(self.open_folder, "amendments")
        assert [row["rationale"] for row in rows] == [None, "Jawny powód."]

    def test_sources_of_an_amendment_that_are_not_public_are_in_no_file(self):
        meeting = self.city.meeting(title=SECRET, live=False)
        finding = FindingFactory(page=meeting, text=SECRET)
        other = self.city.draft([clause(uid=uuid4())], live=False)
        amendment = AmendmentFactory(
            programme=self.city.programme,
            status="applied",
            applied_in=self.later,
            agreed_at=meeting,
            clause_id=other.clauses[0].uid,
            findings=[finding],
        )
        AmendmentOrganisation.objects.create(
            amendment=amendment, organisation=self.organisation
        )

        assert self.files_with_marker() == []
        [row] = read_json(self.open_folder, "amendments")
        assert row["proposed_by"] == [self.organisation.name]
        assert (row["meeting_id"], row["finding_ids"], row["clause_id"]) == (
            None,
            [],
            None,
        )

    def test_struck_off_organisation_at_a_meeting_keeps_the_name_of_the_report(self):
        gone = OrganisationFactory(name="Dawna fundacja", status="struck_off")
        AttendanceFactory(page=self.report, organisation=gone)
        publish(self.open_folder)

        rows = read_json(self.open_folder, "attendance")
        came = [row["organisation_id"] for row in rows]
        assert came == [self.organisation.slug, None]
        known = {row["id"] for row in read_json(self.open_folder, "organisations")}
        assert Organisation.objects.get(pk=gone.pk).slug not in known
