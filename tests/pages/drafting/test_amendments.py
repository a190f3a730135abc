"""The register of amendments in the admin, and what starts from a finding."""

from uuid import uuid4

from django.test import TestCase
from django.urls import reverse
from wagtail.models import GroupPagePermission
from wagtail.test.utils.form_data import inline_formset, nested_form_data

from pages.drafting.models import Amendment
from tests.factories.clauses import clause
from tests.factories.drafting import AmendmentFactory
from tests.factories.pages import City, FindingFactory, translate

from .test_applying import log_in

ADD = "wagtailsnippets_drafting_amendment:add"
EDIT = "wagtailsnippets_drafting_amendment:edit"


class TestAmendments(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.city = City()
        cls.uid = uuid4()
        cls.draft = cls.city.draft([clause(text="turnieje", uid=cls.uid)], number=1)
        cls.meeting = cls.city.meeting(programme=cls.city.programme)

    def setUp(self):
        log_in(self.client, "Redakcja")

    def finding(self, **values):
        return FindingFactory(page=self.meeting, clause_id=self.uid, **values)

    def form(self, **values):
        inlines = ("finding_links", "organisations", "units")
        form = {
            "programme": self.city.programme.pk,
            "status": "proposed",
            "operation": "append",
            "clause": self.uid,
            "kind": "task",
            "after": "",
            "group": "",
            "text_before": "",
            "text_after": "i zawody",
            "agreed_text": "",
            "rationale": "",
            "agreed_at": "",
            **{name: inline_formset([]) for name in inlines},
            **values,
        }
        return nested_form_data(form)

    def errors(self, **values):
        response = self.client.post(reverse(ADD), self.form(**values))
        return set(response.context["form"].errors) if response.context else set()

    def test_what_a_finding_says_is_filled_in_and_stays_a_proposal(self):
        cases = [
            ({"wording_after": "bieg"}, "add", "bieg"),
            (
                {"wording_before": "gry", "wording_after": "gry i bieg"},
                "append",
                "i bieg",
            ),
            ({"wording_before": "gry", "wording_after": "bieg"}, "replace", "bieg"),
            ({"wording_before": "gry"}, "delete", ""),
            ({"kind": "structure", "wording_after": "x"}, "restructure", "x"),
        ]
        for values, operation, after in cases:
            finding = self.finding(**values)
            page = self.client.get(f"{reverse(ADD)}?finding={finding.pk}")
            instance = page.context["form"].instance
            assert instance.operation == operation
            assert instance.text_after == after
            assert instance.status == "proposed"
            assert instance.programme.pk == self.city.programme.pk

    def test_agreed_wording_is_an_agreed_amendment_of_its_meeting(self):
        finding = self.finding(kind="agreed_wording", wording_after="całość")

        page = self.client.get(f"{reverse(ADD)}?finding={finding.pk}")

        instance = page.context["form"].instance
        assert (instance.operation, instance.status) == ("agree", "agreed")
        assert instance.agreed_at == self.meeting

    def test_several_findings_may_lead_to_one_amendment(self):
        rows = [{"finding": self.finding().pk}, {"finding": self.finding().pk}]

        self.client.post(reverse(ADD), self.form(finding_links=inline_formset(rows)))

        amendment = Amendment.objects.get()
        assert amendment.code == "P1/2014"
        assert amendment.finding_links.count() == 2

    def test_amendments_of_a_programme_are_numbered(self):
        codes = [
            AmendmentFactory(programme=self.city.programme, clause_id=self.uid).code
            for _ in range(2)
        ]

        assert codes == ["P1/2014", "P2/2014"]

    def test_what_could_never_be_applied_is_refused(self):
        assert self.errors(clause="") == {"clause"}
        assert self.errors(text_after="") == {"text_after"}
        assert self.errors(operation="replace") == {"text_before"}
        assert self.errors(operation="move") == {"after"}
        assert self.errors(operation="delete", clause="") == {"clause"}
        assert self.errors(status="partly") == {"agreed_text"}
        assert self.errors(status="applied") == {"status"}
        assert not Amendment.objects.exists()

    def test_amendment_that_a_version_has_is_changed_no_more(self):
        amendment = AmendmentFactory(
            programme=self.city.programme,
            clause_id=self.uid,
            status="applied",
            applied_in=self.draft,
        )
        url = reverse(EDIT, args=[amendment.pk])

        refused = self.client.post(url, self.form(status="applied", text_after="inne"))
        allowed = self.client.post(
            url, self.form(status="kept", text_after=amendment.text_after)
        )

        assert set(refused.context["form"].errors) == {"text_after"}
        assert allowed.status_code == 302
        amendment.refresh_from_db()
        assert (amendment.status, amendment.text_after) == ("kept", "i seniorów")

    def test_chooser_offers_findings_as_written_not_their_translations(self):
        self.finding(text="dopisać bieg")
        other = translate(self.meeting, "en", title="Workshop")
        FindingFactory(page=other, text="add a race")

        page = self.client.get(reverse("finding_chooser:choose")).json()["html"]

        assert "dopisać bieg" in page
        assert "add a race" not in page
        found = self.client.get(reverse("finding_chooser:choose_results") + "?q=rower")
        assert "dopisać bieg" not in found.content.decode()

    def test_finding_of_a_page_that_the_user_may_not_edit_stays_unseen(self):
        finding = self.finding(text="ZNACZNIK", wording_after="ZNACZNIK")
        self.client.logout()
        user = log_in(self.client, "Wydawca")
        GroupPagePermission.objects.filter(group__in=user.groups.all()).delete()

        page = self.client.get(f"{reverse(ADD)}?finding={finding.pk}")

        assert "ZNACZNIK" not in page.content.decode()
