"""What the tests of the public form share."""

from django.test import TestCase, override_settings

from pages.comments.models import PublicComment
from tests.factories.comments import ConsultationFactory
from tests.factories.pages import City
from tests.pages.comments.visiting import VALID, Page, form_address, send
from tests.pages.programmes.closed import FIRST, consulted

PATIENT = {"least_seconds": 0}


@override_settings(PUBLIC_COMMENTS=PATIENT)
class FormCase(TestCase):
    """A city whose version 3 can be commented on now."""

    @classmethod
    def setUpTestData(cls):
        cls.city = City()
        cls.draft = consulted(cls.city)
        cls.consultation = ConsultationFactory(draft=cls.draft)
        cls.address = form_address(cls.draft, FIRST)

    def send(self, values=None, **changes):
        return send(self.client, self.address, values, **changes)

    def refused(self, *faults, status=200, **changes):
        """Send what is refused; return the page, on which the text is kept."""
        page = Page(self.send(**changes))
        assert page.status == status
        assert page.faults == list(faults)
        assert page.title.startswith("Błąd: ")
        for name in ("kind", "text", "justification", "proposed_wording", "on_behalf"):
            assert page.value(name) == {**VALID, **changes}[name]
        assert not PublicComment.objects.exists()
        return page
