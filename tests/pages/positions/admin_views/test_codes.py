"""Staff issue codes and see how far organisations are, never what they draft."""

import pytest
from django.contrib.auth.models import Permission
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import NoReverseMatch, reverse
from django.utils import timezone
from wagtail.admin.menu import admin_menu

from pages.positions.finding import find_by_link, find_typed
from pages.positions.models import OrganisationCode
from pages.positions.submitting import stamp_of, submit_position
from tests.factories.comments import ConsultationFactory
from tests.factories.positions import (
    SECRET,
    OrganisationCodeFactory,
    PositionDraftFactory,
    PositionItemFactory,
)
from tests.factories.snippets import OrganisationFactory
from tests.pages.comments.staff import COMMENT, CONSULTATION, address
from tests.pages.comments.visiting import Page
from tests.pages.positions.case import PositionCase, keeper
from tests.pages.programmes.closed import FIRST, consulted

CODE = "wagtailsnippets_organisation_positions_organisationcode"
EMAIL = "kontakt@example.org"


class AdminCase(PositionCase):
    def setUp(self):
        super().setUp()
        self.user = keeper()
        self.client = Client()
        self.client.force_login(self.user)

    def allow(self, *codenames):
        rights = Permission.objects.filter(codename__in=codenames)
        self.user.user_permissions.add(*rights)

    def issue(self, **changes):
        values = {
            "consultation": self.consultation.pk,
            "organisation": OrganisationFactory().pk,
            "contact_email": "nowy@example.org",
            "language": "be",
        }
        return self.client.post(address(CODE, "add"), {**values, **changes})

    def take(self, name, **values):
        return self.client.post(address(CODE, name, self.code.pk), values)

    def page(self, code=None):
        found = self.client.get(address(CODE, "inspect", (code or self.code).pk))
        return Page(found)


class TestIssuing(AdminCase):
    def test_code_is_shown_once(self):
        response = self.issue()

        page = Page(response)
        written = page.soup.select_one("main code").text
        code = find_typed(written, self.consultation)
        assert code.contact_email == "nowy@example.org"
        assert (code.language, code.issued_by) == ("be", self.user)
        assert "no-store" in response["Cache-Control"]
        assert written not in self.page(code).html

    def test_what_is_wrong_is_told(self):
        struck = OrganisationFactory(struck_off=True)
        merged = OrganisationFactory(merged_into=self.organisation)
        for values in (
            {"organisation": self.organisation.pk},
            {"organisation": struck.pk},
            {"organisation": merged.pk},
            {"organisation": ""},
            {"contact_email": ""},
            {"contact_email": "nie adres"},
            {"language": "xx"},
        ):
            response = self.issue(**values)
            assert list(response.context["form"].errors) == list(values)
        assert OrganisationCode.objects.get() == self.code

    def test_codes_are_for_consultations_that_are_not_over(self):
        announced, closed = (
            ConsultationFactory(
                draft=consulted(self.here.city, number=number), **{phase: True}
            )
            for number, phase in ((4, "announced"), (5, "closed"))
        )

        refused = self.issue(consultation=closed.pk)
        self.issue(consultation=announced.pk)

        assert list(refused.context["form"].errors) == ["consultation"]
        assert announced.organisation_codes.count() == 1


class TestLooking(AdminCase):
    def test_drafts_are_counted_and_not_shown(self):
        draft = PositionDraftFactory(
            code=self.code, text="Tajny szkic.", author="Anna Tajna"
        )
        PositionItemFactory(code=self.code, text="Tajna część.")

        for place in (address(CODE, "list"), address(CODE, "inspect", self.code.pk)):
            html = self.client.get(place).content.decode()
            assert "Fundacja Dwie Dłonie" in html
            assert "Tajn" not in html
            assert str(draft.pk) not in html
            assert self.code.digest not in html

    def test_address_is_for_those_with_the_right(self):
        assert EMAIL not in self.page().html
        self.allow("view_contact_publiccomment")
        assert EMAIL in self.page().html

    def test_page_lists_the_comments_that_the_position_became(self):
        PositionItemFactory(code=self.code, clause_id=FIRST)
        (comment,) = submit_position(
            code=self.code, seen=stamp_of(list(self.code.items.all()))
        )

        links = [a["href"] for a in self.page().soup.select("main a[href]")]

        assert address(COMMENT, "inspect", comment.pk) in links

    def test_what_there_is_not_is_neither_listed_nor_numbered(self):
        page = self.page()
        assert not page.soup.select("#comments-section ol, #mail-section")
        assert page.soup.select_one("#comments-section p")

        self.take("invite", contact_email="")

        assert len(self.page().soup.select("#mail-section li")) == 1

    def test_list_costs_the_same_however_long_it_is(self):
        def grow():
            for code in OrganisationCodeFactory.create_batch(
                3, consultation=self.consultation
            ):
                PositionDraftFactory.create_batch(2, code=code)
                PositionItemFactory(code=code)

        list_ = address(CODE, "list")
        grow()
        self.client.get(list_)
        with CaptureQueriesContext(connection) as few:
            self.client.get(list_)
        grow()
        with CaptureQueriesContext(connection) as many:
            self.client.get(list_)
        assert len(many) == len(few)

    def test_menu_and_consultation_lead_to_codes(self):
        home = self.client.get(reverse("wagtailadmin_home")).content.decode()
        assert address(CODE, "list") in home
        group = next(
            item
            for item in admin_menu.registered_menu_items
            if item.name == "consultations"
        )
        urls = [item.url for item in group.menu.registered_menu_items]
        assert urls.count(address(CODE, "list")) == 1
        page = self.client.get(address(CONSULTATION, "inspect", self.consultation.pk))
        link = f"{address(CODE, 'list')}?consultation={self.consultation.pk}"
        assert link in [a["href"] for a in Page(page).soup.select("a[href]")]

    def test_filter_keeps_the_codes_of_one_consultation(self):
        other = OrganisationCodeFactory(
            consultation=ConsultationFactory(draft=consulted(self.here.city, number=4)),
            organisation__name="Stowarzyszenie Inne",
        )

        link = f"{address(CODE, 'list')}?consultation={other.consultation_id}"
        html = Page(self.client.get(link)).soup.select_one("main").text

        assert "Stowarzyszenie Inne" in html
        assert "Fundacja Dwie Dłonie" not in html


class TestSteps(AdminCase):
    def test_code_is_revoked_when_somebody_is_sure(self):
        self.take("revoke")
        assert find_by_link(self.code.uid, SECRET) == self.code

        self.take("revoke", is_sure="on")

        self.code.refresh_from_db()
        assert self.code.revoked_by == self.user
        assert find_by_link(self.code.uid, SECRET) is None
        assert "revoke" not in str(self.page().soup.select("main #steps-content"))
        self.take("revoke", is_sure="on")
        self.take("invite")
        assert not self.code.mails.exists()

    def test_invitation_is_sent_again_and_failures_are_seen(self):
        self.take("invite", contact_email="lepszy@example.org")

        mail = self.code.mails.get()
        self.code.refresh_from_db()
        assert self.code.contact_email == "lepszy@example.org"
        mail.state, mail.error = "failed", "OSError: serwer nie odpowiada"
        mail.save()
        assert "serwer nie odpowiada" in self.page().main

    def test_refusals_are_told(self):
        self.code.submitted_at = timezone.now()
        self.code.save()

        response = self.take("invite", contact_email="lepszy@example.org")

        page = self.client.get(response["Location"])
        assert [message.level_tag for message in page.context["messages"]] == ["error"]
        self.code.refresh_from_db()
        assert self.code.contact_email == EMAIL

    def test_nothing_deletes_edits_or_copies_a_code(self):
        for name in ("delete", "edit", "copy", "usage"):
            html = self.client.get(address(CODE, "list")).content.decode()
            assert f"/{name}/{self.code.pk}/" not in html
            with pytest.raises(NoReverseMatch):
                reverse(f"{CODE}:{name}", args=[self.code.pk])
