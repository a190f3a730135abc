"""The way in: right codes lead on, and all others get one answer."""

from unittest.mock import patch

from django.test import Client, override_settings
from django.urls import reverse
from django.utils import translation

from pages.comments.models import SubmissionAttempt
from pages.positions.issuing import revoke_code
from tests.factories.comments import ConsultationFactory, today
from tests.pages.comments.visiting import Page
from tests.pages.positions.case import PLAIN, WRITTEN, PositionCase
from tests.pages.programmes.closed import consulted


class TestEntering(PositionCase):
    def setUp(self):
        super().setUp()
        self.client = Client()
        self.address = reverse("position_enter", args=[self.draft.pk])

    def enter(self, code, address=None):
        return self.client.post(address or self.address, {"code": code})

    def test_code_leads_to_the_private_address_however_it_is_typed(self):
        for typed in (WRITTEN, f"  {WRITTEN.lower().replace('-', ' ')} ", PLAIN):
            response = self.enter(typed)
            assert response.status_code == 302
            assert response["Location"] == self.member

    def test_wrong_codes_get_one_answer_and_keep_what_was_typed(self):
        other = ConsultationFactory(draft=consulted(self.here.city, number=4))
        elsewhere = reverse("position_enter", args=[other.draft_id])
        pages = [
            Page(self.enter("ABCD-EFGH-2345-6789")),
            Page(self.enter("nie ma takiego")),
            Page(self.enter(WRITTEN, elsewhere)),
        ]
        revoke_code(code=self.code)
        pages.append(Page(self.enter(WRITTEN)))

        assert {page.status for page in pages} == {200}
        assert len({tuple(page.faults) for page in pages}) == 1
        assert len(pages[0].faults) == 1
        assert [page.value("code") for page in pages] == [
            "ABCD-EFGH-2345-6789",
            "nie ma takiego",
            WRITTEN,
            WRITTEN,
        ]
        assert SubmissionAttempt.objects.count() == 4

    def test_empty_code_is_told_and_does_not_count(self):
        assert len(Page(self.enter("")).faults) == 1
        assert len(Page(self.enter("A" * 5_000)).faults) == 1
        assert not SubmissionAttempt.objects.exists()

    @override_settings(PUBLIC_COMMENTS={"most_an_hour": 2})
    def test_guessing_ends_and_then_the_right_code_is_not_told_apart(self):
        for _ in range(2):
            assert self.enter("ABCD-EFGH-2345-6789").status_code == 200

        for code in ("ABCD-EFGH-2345-6789", WRITTEN):
            response = self.enter(code)
            page = Page(response)
            assert (page.status, len(page.faults)) == (429, 1)
            assert int(response["Retry-After"]) > 0
            assert page.value("code") == code

    def test_forged_form_is_refused_and_kept(self):
        self.client = Client(enforce_csrf_checks=True)

        page = Page(self.enter(WRITTEN))

        assert (page.status, page.value("code")) == (403, WRITTEN)

    def test_huge_body_is_refused(self):
        assert self.enter("A" * 600 * 1024).status_code == 413

    def test_there_is_no_form_once_the_consultation_is_over(self):
        self.consultation.closes_on = today(-1)
        self.consultation.save()

        for response in (self.client.get(self.address), self.enter(WRITTEN)):
            page = Page(response)
            assert page.status == 200
            assert not page.soup.select("main form")

    def test_unknown_version_is_not_found(self):
        assert self.client.get(reverse("position_enter", args=[0])).status_code == 404

    def test_pages_of_the_consultation_lead_here(self):
        form = self.client.get(reverse("comment_form", args=[self.draft.pk]))
        for response in (self.client.get(self.draft.url), form):
            links = [a["href"] for a in Page(response).soup.select("main a[href]")]
            assert self.address in links

    def test_page_is_there_in_every_language_and_not_indexed(self):
        for language in ("pl", "en", "uk", "be"):
            with translation.override(language):
                address = reverse("position_enter", args=[self.draft.pk])
            page = Page(self.client.get(address))
            assert page.soup.html["lang"] == language
            assert page.soup.select_one("meta[name=robots]")["content"] == "noindex"

    def test_comparison_does_not_stop_at_the_first_difference(self):
        with patch(
            "pages.positions.finding.constant_time_compare", return_value=False
        ) as compare:
            assert self.enter(WRITTEN).status_code == 200
            assert self.enter("ABCD-EFGH-2345-6789").status_code == 200

        assert compare.call_count == 2
