"""A marker in every private field, looked for in every place that PLACES names."""

from io import BytesIO

import pytest
from django.core.files.base import ContentFile
from django.core.management import call_command
from django.test import Client
from django.urls import reverse

from pages.comments.models import Consultation, Notice, NoticeState, PublicComment
from pages.comments.sending.intake import change_entered
from pages.comments.sending.links import link_path, make_link
from pages.papers.kinds import FORMS, PaperRequest
from pages.papers.writing import write_paper
from tests.factories.comments import AnswerFactory
from tests.factories.positions import OrganisationCodeFactory, PositionDraftFactory
from tests.pages.comments.privacy.reading import text_of
from tests.pages.comments.staff import COMMENT, CONSULTATION, NOTICE, address, desk
from tests.pages.comments.test_privacy import CommentPlaces
from tests.pages.programmes.closed import FIRST, staff
from tests.pages.public_places import SECRET

LANGUAGES = ("pl", "en", "uk", "be")
MARKED = {
    "name": f"{SECRET} Nazwisko",
    "email": f"{SECRET.lower()}@example.org",
}
STATES = ("registered", "published", "answered", "withdrawn", "hidden", "unconfirmed")
SPEAKERS = ("resident", "organisation", "other")

# Every place that is looked at: what it is, and the method of `MarkerCase` that reads
# it. A place is searched for the marker in any case of letters.
PLACES = {
    "public pages, feeds, calendars, sitemap, API of pages": "read_public",
    "results, suggestions, corrections, catalogue of the search": "search_public",
    "forms: comment, own data, organisation code": "read_forms",
    "differences of versions as DOCX and JSON": "read_redlines",
    "API of snippets, documents, images": "read_api",
    "register of comments as CSV and XLSX": "read_register",
    "admin: register, comments, answers, mail, history": "read_admin",
    "papers as CSV, XLSX, DOCX, PDF, JSON": "read_papers",
    "papers by manage.py export_comments": "export_papers",
    "private links of other authors, with their downloads": "read_private",
}


class MarkerCase(CommentPlaces):
    """A consultation in which every private field holds the marker."""

    @classmethod
    def setUpTestData(cls):
        super().setUpTestData()
        cls.editor, cls.head = staff("redaktorka", "Redakcja"), staff("szefowa")
        cls.reader = staff("pani-jednostka", "Jednostki")

    def plant(self, **values):
        """Mark what is private of comments of every state and speaker."""
        for state in STATES:
            for speaker in SPEAKERS:
                comment = self.comment(
                    published=False,
                    state=state,
                    on_behalf=speaker,
                    organisation=self.organisation if speaker != "other" else None,
                    **{**MARKED, **values},
                )
                content = ContentFile(f"%PDF-1.7 {SECRET}".encode())
                comment.scan.save(f"{SECRET}.pdf", content)
                if state == "answered":
                    AnswerFactory(comments=[comment], published=True)
        self.plant_letters()
        self.plant_positions()

    def plant_letters(self):
        """Let the office note who wrote: in a note, in mail, and by correcting it."""
        noted = {"hiding_reason": "offence", "hiding_note": f"{SECRET} notatka"}
        self.noted = self.comment(**noted)
        Notice.objects.create(
            comment=self.public,
            kind="receipt",
            state=NoticeState.SENT,
            message=f"Pani {SECRET}, dziękujemy.",
        )
        entered = self.comment(
            published=False, channel="paper", entered_by=self.head, name="Jan"
        )
        for values in (MARKED, {"name": "Jan", "email": ""}):
            for name, value in values.items():
                setattr(entered, name, value)
            change_entered(comment=entered, user=self.head)

    def plant_positions(self):
        """Let an organisation's contact person and members leave the marker."""
        code = OrganisationCodeFactory(
            consultation=self.consultation,
            organisation=self.organisation,
            contact_email=MARKED["email"],
        )
        PositionDraftFactory(code=code, author=SECRET, text=f"{SECRET} szkic")

    def found(self, *names):
        """Return the places with the marker in them, each with what was read there."""
        found = []
        for name in names or PLACES:
            texts = list(getattr(self, PLACES[name])())
            assert any(text for _what, text in texts), f"nothing was read: {name}"
            found += [
                f"{name}: {what}"
                for what, text in texts
                if SECRET.lower() in text.lower()
            ]
        return found

    def get(self, *addresses, user=None):
        """Yield each address with what it answers."""
        client = Client()
        if user:
            client.force_login(user)
        for url in addresses:
            response = client.get(url, follow=True)
            unknown = (422,) if url.startswith("/api/v3/snippets/") else ()
            assert response.status_code in (200, 401, 403, 404, *unknown), url
            content = (
                b"".join(response.streaming_content)
                if response.streaming
                else response.content
            )
            yield url, text_of(content) if response.status_code == 200 else ""

    def read_public(self):
        return self.get(*self.places())

    def search_public(self):
        yield "public word", "the search answers"
        yield from ((part, SECRET) for part in self.found_by_search(SECRET))

    def read_forms(self):
        for code in LANGUAGES:
            yield from self.get(
                f"/{code}/comment/{self.consulted.pk}/",
                f"/{code}/comment/{self.consulted.pk}/?clause={FIRST}",
                f"/{code}/comment/sent/",
                f"/{code}/comments/my-data/",
                f"/{code}/comments/my-data/sent/",
                f"/{code}/position/{self.consulted.pk}/",
                f"/{code}/organisations/{self.organisation.slug}/report-error/",
            )

    def read_redlines(self):
        url = self.later.url
        return self.get(
            f"{url}redline.docx?compare=300", f"{url}redline.json?compare=300"
        )

    def read_api(self):
        models = ("publiccomment", "officialanswer", "consultation", "notice")
        kinds = [f"public_comments.{name}" for name in (*models, "commentlink")]
        kinds += [
            "organisation_positions.organisationcode",
            "organisation_positions.positiondraft",
            "snippets.organisation",
        ]
        urls = [f"/api/v3/snippets/{kind}/" for kind in kinds]
        urls += [f"{url}1/" for url in urls]
        urls += [f"/api/v3/{name}/" for name in ("documents", "images", "schema")]
        return self.get(*urls, "/api/v3/openapi.json")

    def read_register(self):
        for form in ("csv", "xlsx"):
            url = f"{address(COMMENT, 'list')}?export={form}"
            yield from self.get(url, user=self.editor)

    def read_admin(self):
        # The note is the office's own: its staff may read it, the public may not.
        comments = PublicComment.objects.exclude(pk__in=[self.public.pk, self.noted.pk])
        pages = [desk(comment) for comment in comments]
        pages += [f"{address(COMMENT, 'list')}?q={SECRET}x", address(COMMENT, "list")]
        pages += [address(CONSULTATION, "inspect", self.consultation.pk)]
        pages += [address(CONSULTATION, "history", self.consultation.pk)]
        pages += [address(NOTICE, "list"), reverse("wagtailadmin_home")]
        pages += [reverse("wagtailadmin_reports:site_history")]
        for user in (self.editor, self.reader):
            for url, text in self.get(*pages, user=user):
                yield url, text.replace(f"{SECRET}x", "")

    def read_papers(self):
        consultation = Consultation.objects.get()
        for paper, forms in FORMS.items():
            for form in forms:
                output = BytesIO()
                write_paper(output, PaperRequest(consultation, paper, form))
                yield f"{paper} {form}", text_of(output.getvalue())

    def export_papers(self):
        programme, place = self.consultation.programme, self.folder / "paper"
        for form in ("csv", "json", "docx"):
            options = (f"--format={form}", f"--output={place}")
            call_command("export_comments", programme.slug, *options, verbosity=0)
            yield form, text_of(place.read_bytes())
            place.unlink()

    def read_private(self):
        other = self.comment(email="jan@example.org", name="Jan")
        for purpose, tails in (
            ("follow", ("", "correct/", "withdraw/", "data/", "data/file/", "erase/")),
            ("data", ("", "file/", "erase/")),
        ):
            link, secret = make_link(comment=other, purpose=purpose)
            path = link_path(link, secret)
            yield from self.get(*[f"{path}{tail}" for tail in tails])

    @pytest.fixture(autouse=True)
    def _take_folder(self, tmp_path):
        self.folder = tmp_path


class TestPlaces(MarkerCase):
    def test_marker_is_in_no_place(self):
        self.plant()

        assert self.found() == []

    def test_marker_that_may_be_published_is_in_the_places_that_show_it(self):
        self.plant(name_is_public=True)

        found = self.found(
            "public pages, feeds, calendars, sitemap, API of pages",
            "register of comments as CSV and XLSX",
            "papers as CSV, XLSX, DOCX, PDF, JSON",
        )

        kinds = {place.partition(":")[0] for place in found}
        assert len(kinds) == 3
