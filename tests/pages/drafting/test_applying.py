"""The agreed amendments become the next version, in one step or not at all."""

from uuid import uuid4

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.test import TestCase
from django.urls import reverse
from wagtail.models import PageLogEntry

from pages.drafting.applying import prepare
from pages.drafting.models import Amendment, AmendmentOrganisation, ChangeReason
from pages.programmes.models import ProgrammeDraftPage
from tests.demo.snapshot import put_demo
from tests.factories.clauses import area, clause
from tests.factories.drafting import AmendmentFactory
from tests.factories.pages import City
from tests.factories.snippets import OrganisationFactory, PriorityAreaFactory


def log_in(client, group):
    user = get_user_model().objects.create_user(group.lower(), password="x")
    user.groups.add(Group.objects.get(name=group))
    client.force_login(user)
    return user


class TestSeed(TestCase):
    def test_five_findings_agreed_turn_draft_1_into_draft_2(self):
        put_demo()
        before, after = (
            ProgrammeDraftPage.objects.get(slug=slug, locale__language_code="pl")
            for slug in ("wersja-1", "wersja-2")
        )
        from_findings = Amendment.objects.filter(finding_links__isnull=False)
        assert [a.applied_in_id for a in from_findings] == [after.pk] * 5
        reasons = ChangeReason.objects.filter(draft=after)
        from_findings.update(status="agreed", applied_in=None)

        application = prepare(before)

        assert application.conflicts == []
        assert [node.text for node in application.nodes] == [
            node.text for node in after.clauses
        ]
        assert application.nodes == after.clauses
        changed = {d.uid for d in application.redline.clauses if d.has_change}
        assert {str(row.clause_id) for row in reasons} == changed


class TestApplying(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.city = City()
        cls.uid, cls.other, cls.group = (uuid4() for _ in range(3))
        cls.draft = cls.city.draft(
            [
                area(
                    "Sport",
                    PriorityAreaFactory().pk,
                    clause(text="wsparcie młodzieży", uid=cls.uid, number="29"),
                    clause(text="turnieje", uid=cls.other),
                    uid=cls.group,
                )
            ],
            number=1,
            title="Wersja 1",
        )
        cls.values = {"programme": cls.city.programme}

    def setUp(self):
        self.url = reverse("draft_apply", args=[self.draft.pk])

    def amend(self, **values):
        return AmendmentFactory(**{**self.values, "clause_id": self.uid, **values})

    def form(self, **values):
        digest = prepare(self.draft).digest
        return {"number": "2", "date": "2013-08-01", "label": "", "digest": digest} | (
            values
        )

    def test_version_is_made_and_each_amendment_is_marked_in_it(self):
        organisation = OrganisationFactory(name="Fundacja Barka")
        amendment = self.amend()
        AmendmentOrganisation.objects.create(
            amendment=amendment, organisation=organisation
        )
        added = self.amend(
            operation="add", clause_id=None, text_after="bieg", after_id=self.other
        )
        user = log_in(self.client, "Redakcja")

        page = self.client.get(self.url).content.decode()
        assert "<ins>i seniorów</ins>" in page
        response = self.client.post(self.url, self.form(label="po spotkaniu"))

        made = ProgrammeDraftPage.objects.get(number=2)
        assert response.url == reverse("wagtailadmin_pages:edit", args=[made.pk])
        texts = {node.uid: node.text for node in made.clauses}
        assert texts[str(self.uid)] == "wsparcie młodzieży i seniorów"
        assert (made.based_on, made.live, made.label) == (
            self.draft,
            False,
            "po spotkaniu",
        )
        for row in (amendment, added):
            row.refresh_from_db()
            assert (row.status, row.applied_in) == ("applied", made)
            reason = ChangeReason.objects.get(draft=made, clause=row.clause_id)
            assert (reason.amendment, reason.created_by) == (row, user)
        assert texts[str(added.clause_id)] == "bieg"
        authors = next(n.authors for n in made.clauses if n.uid == str(self.uid))
        assert authors == (("organisation", organisation.pk),)
        assert PageLogEntry.objects.filter(page=made.pk, user=user).exists()

    def test_amendment_that_no_longer_fits_is_named_and_nothing_changes(self):
        fits = self.amend()
        self.amend(operation="replace", text_before="rodzin", text_after="rodziny")
        log_in(self.client, "Redakcja")

        page = self.client.get(self.url).content.decode()
        self.client.post(self.url, self.form())

        assert "P2/2014" in page
        assert "W zapisie ust. 29 nie ma słów „rodzin”." in page
        assert "Utwórz wersję" not in page
        assert ProgrammeDraftPage.objects.count() == 1
        fits.refresh_from_db()
        assert fits.status == "agreed"
        assert not ChangeReason.objects.exists()

    def test_amendment_of_a_clause_that_is_gone_is_named(self):
        gone = self.city.draft([clause(text="dawny")], number=9).clauses[0].uid
        self.amend(clause_id=gone)
        log_in(self.client, "Redakcja")

        assert "Wersja nie ma zapisu" in self.client.get(self.url).content.decode()

    def test_only_what_is_agreed_is_applied_in_the_words_agreed(self):
        for status in ("proposed", "discussed", "postponed", "rejected"):
            self.amend(status=status, text_after=status)
        self.amend(status="partly", text_after="wszystkich", agreed_text="i seniorów")

        [node] = [n for n in prepare(self.draft).nodes if n.uid == str(self.uid)]

        assert node.text == "wsparcie młodzieży i seniorów"

    def test_nothing_but_what_was_shown_is_applied(self):
        self.amend()
        log_in(self.client, "Redakcja")
        form = self.form()
        self.amend(clause_id=self.other, text_after="i zawody")

        response = self.client.post(self.url, form)

        assert "W międzyczasie coś się zmieniło" in response.content.decode()
        assert "i zawody" in response.content.decode()
        assert ProgrammeDraftPage.objects.count() == 1
        again = response.context["form"]["digest"].value()
        self.client.post(self.url, {**form, "digest": again})
        assert ProgrammeDraftPage.objects.count() == 2

    def test_number_that_is_taken_is_refused(self):
        self.amend()
        log_in(self.client, "Redakcja")

        response = self.client.post(self.url, self.form(number="1"))

        assert "number" in response.context["form"].errors
        assert ProgrammeDraftPage.objects.count() == 1

    def test_without_agreed_amendments_there_is_nothing_to_apply(self):
        log_in(self.client, "Redakcja")

        page = self.client.get(self.url).content.decode()
        self.client.post(self.url, self.form())

        assert "Żadna uzgodniona zmiana" in page
        assert ProgrammeDraftPage.objects.count() == 1
