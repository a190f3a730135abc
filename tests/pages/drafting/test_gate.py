"""No version goes to consultation with a change that has no reason."""

from uuid import uuid4

import pytest
from django.core.exceptions import ValidationError
from django.test import TestCase
from django.urls import reverse
from wagtail.models import PageLogEntry

from pages.drafting.gate import changes_of
from pages.drafting.models import ChangeReason, ReasonsOverride
from pages.programmes.models import FrozenVersion
from tests.factories.clauses import clause
from tests.factories.drafting import AmendmentFactory, ChangeReasonFactory
from tests.factories.pages import City, FindingFactory, ProgrammePageFactory

from .test_applying import log_in


class TestGate(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.city = City()
        cls.changed, cls.added, cls.kept = (uuid4() for _ in range(3))
        cls.base = cls.city.draft(
            [
                clause(text="stary zapis", uid=cls.changed),
                clause(text="bez zmian", uid=cls.kept),
            ],
            number=1,
        )
        cls.draft = cls.city.draft(
            [
                clause(text="nowe zadanie", uid=cls.added),
                clause(text="zmieniony zapis", uid=cls.changed),
                clause(text="bez zmian", uid=cls.kept),
            ],
            number=2,
            title="Wersja 2",
            based_on=cls.base,
            live=False,
        )
        cls.draft.save_revision()

    def setUp(self):
        self.url = reverse("draft_reasons", args=[self.draft.pk])

    def publish(self):
        self.draft.status = "consulted"
        self.draft.save_revision().publish()

    def give(self, *uids):
        for uid in uids:
            ChangeReasonFactory(draft=self.draft, clause_id=uid)

    def test_change_without_a_reason_holds_the_version_back_and_is_named(self):
        self.give(self.added)

        with pytest.raises(ValidationError) as error:
            self.publish()

        assert "1 zmiana nie ma powodu: ust. 2 zmieniony zapis." in str(error.value)
        self.draft.refresh_from_db()
        assert (self.draft.live, self.draft.status) == (False, "working")
        assert not FrozenVersion.objects.exists()

    def test_version_goes_when_every_change_has_a_reason(self):
        self.give(self.added, self.changed)

        self.publish()

        assert FrozenVersion.objects.filter(draft=self.draft).exists()

    def test_clause_that_only_got_another_number_needs_no_reason(self):
        uids = {change.uid for change in changes_of(self.draft)}

        assert uids == {str(self.added), str(self.changed)}

    def test_first_version_needs_no_reasons(self):
        self.base.status = "consulted"
        self.base.save_revision().publish()

        assert FrozenVersion.objects.filter(draft=self.base).exists()

    def test_one_reason_is_given_to_all_changes_that_are_ticked(self):
        user = log_in(self.client, "Redakcja")
        finding = FindingFactory(page=self.city.meeting())
        form = {"changes": [self.added, self.changed], "kind": "finding"}

        page = self.client.get(self.url).content.decode()
        response = self.client.post(self.url, {**form, "finding": finding.pk})

        assert "2 zmiany nie mają powodu" in page
        assert response.status_code == 302
        rows = ChangeReason.objects.filter(draft=self.draft)
        assert {(r.finding, r.created_by) for r in rows} == {(finding, user)}
        assert {r.clause_id for r in rows} == {self.added, self.changed}
        self.publish()

    def test_reason_that_names_nothing_is_refused(self):
        log_in(self.client, "Redakcja")
        cases = {
            "law": "note",
            "editorial": "note",
            "amendment": "amendment",
            "finding": "finding",
        }
        for kind, field in cases.items():
            form = {"changes": [self.added], "kind": kind}
            response = self.client.post(self.url, form)
            assert field in response.context["form"].errors, kind
        untouched = {"kind": "editorial", "note": "literówka"}
        for uids in ([], [self.kept], [uuid4()], ["abc"]):
            response = self.client.post(self.url, {**untouched, "changes": uids})
            assert "changes" in response.context["form"].errors
        assert not ChangeReason.objects.exists()

    def test_amendment_of_another_programme_is_no_reason(self):
        log_in(self.client, "Redakcja")
        other = ProgrammePageFactory(parent=self.city.programmes, year=2020)
        amendment = AmendmentFactory(programme=other, clause_id=self.kept)
        form = {"changes": [self.added], "kind": "amendment"}

        response = self.client.post(self.url, {**form, "amendment": amendment.pk})

        assert "amendment" in response.context["form"].errors

    def test_reason_is_removed_only_from_its_own_version(self):
        log_in(self.client, "Redakcja")
        self.give(self.added)
        own = ChangeReason.objects.get()
        foreign = ChangeReasonFactory(draft=self.base, clause_id=self.kept)

        self.client.post(self.url, {"remove": foreign.pk})
        self.client.post(self.url, {"remove": own.pk})

        assert list(ChangeReason.objects.all()) == [foreign]

    def test_publisher_may_decide_otherwise_says_why_and_it_is_logged(self):
        log_in(self.client, "Wydawca")

        self.client.post(self.url, {"override": "1", "reason": ""})
        assert not ReasonsOverride.objects.exists()
        self.client.post(self.url, {"override": "1", "reason": "termin uchwały"})

        assert ReasonsOverride.objects.get().reason == "termin uchwały"
        entry = PageLogEntry.objects.get(action="drafting.override_reasons")
        assert entry.data["reason"] == "termin uchwały"
        self.publish()

    def test_editor_may_not_decide_otherwise(self):
        log_in(self.client, "Redakcja")

        response = self.client.post(
            self.url, {"override": "1", "reason": "bo tak"}, follow=True
        )

        assert response.redirect_chain or response.status_code == 403
        assert not ReasonsOverride.objects.exists()
