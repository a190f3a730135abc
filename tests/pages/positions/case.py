"""An organisation with a code in an open consultation, and who works with it."""

from django.contrib.auth.models import Permission
from django.test import Client, TestCase, override_settings
from django.urls import reverse
from django.utils import timezone, translation

from pages.positions.codes import plain_code
from tests.factories.comments import today
from tests.factories.positions import SECRET, OrganisationCodeFactory
from tests.pages.comments.versions import Consulted
from tests.pages.comments.views.private_case import HEADERS
from tests.pages.comments.visiting import Page
from tests.pages.programmes.closed import staff

WRITTEN = "7KQM-2XWP-9FTC-HB4V"
PLAIN = plain_code(WRITTEN)
DRAFT = {
    "kind": "change",
    "proposed_wording": "wspieranie sąsiadów i seniorów",
    "text": "Dopiszmy seniorów.",
    "justification": "Jest ich coraz więcej.",
    "author": "Anna Próbna",
}
RIGHTS = ("add", "change", "view")


def keeper(name="redaktorka", *, group="Redakcja"):
    """Return somebody who may work with codes, whatever the groups are given."""
    user = staff(name, group)
    names = [f"{right}_organisationcode" for right in RIGHTS]
    user.user_permissions.set(Permission.objects.filter(codename__in=names))
    return type(user).objects.get(pk=user.pk)


class PositionCase(TestCase):
    """The code of one organisation; `desk` and `member` are its private addresses."""

    values = {}

    @classmethod
    def setUpTestData(cls):
        cls.here = Consulted(**cls.values)
        cls.consultation, cls.draft = cls.here.consultation, cls.here.draft
        cls.code = OrganisationCodeFactory(
            consultation=cls.consultation,
            organisation__name="Fundacja Dwie Dłonie",
            written=WRITTEN,
            contact_email="kontakt@example.org",
        )
        cls.organisation = cls.code.organisation

    def setUp(self):
        # What browsers send from a page that has no referrer.
        self.client = Client(enforce_csrf_checks=True, headers={"origin": "null"})
        self.enterContext(override_settings(PUBLIC_COMMENTS={"least_seconds": 0}))
        self.enterContext(translation.override("pl"))

    @property
    def member(self):
        return reverse("position", args=[self.code.uid, PLAIN])

    @property
    def desk(self):
        return reverse("position_desk", args=[self.code.uid, SECRET])

    def own(self, draft):
        return reverse("position_draft", args=[draft.pk, SECRET])

    def read(self, address, status=200):
        return self.check(self.client.get(address), status)

    def press(self, address, data=None, status=200, **more):
        return self.check(self.client.post(address, {**(data or {}), **more}), status)

    def check(self, response, status=200):
        """Return the page, which keeps its address to itself."""
        assert response.status_code == status
        for name, value in HEADERS.items():
            assert response[name] == value
        page = Page(response)
        if page.html:
            assert page.soup.select_one("meta[name=robots]")["content"] == "noindex"
            assert not page.soup.select("link[rel=canonical], script, .langs, .share")
        return page


class ClosingCase(PositionCase):
    """A position that closes: the last day is over, or it is submitted."""

    def end(self):
        self.consultation.closes_on = today(-1)
        self.consultation.save()

    def submit(self):
        self.code.submitted_at = timezone.now()
        self.code.save()
