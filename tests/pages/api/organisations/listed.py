"""An organisation with something of everything that is public, and what is not."""

import datetime

from snippets.models import LegalForm, Sphere
from tests.factories.pages import AttendanceFactory, City, FindingFactory
from tests.factories.snippets import (
    OrganisationAliasFactory,
    OrganisationFactory,
    PriorityAreaFactory,
)


class Listed:
    """A city with one organisation, its relations and a meeting that it came to."""

    def __init__(self):
        self.city = City()
        self.organisation = OrganisationFactory(
            name="Fundacja Łąka",
            short_name="Łąka",
            slug="laka",
            legal_form=LegalForm.FOUNDATION,
            registered=True,
            public_benefit=True,
            about="Sadzi łąki.",
            street="ul. Bema 60/1",
            postcode="15-370",
            city="Białystok",
            district="Bema",
            website="https://laka.example.org",
            email="biuro@laka.example.org",
            phone="85 000 00 00",
            verified_at=datetime.date(2026, 1, 2),
            parent=OrganisationFactory(name="Związek Łąk", slug="zwiazek"),
        )
        self.fill()

    def fill(self):
        """Add rows of each kind; what was there stays."""
        one = self.organisation
        OrganisationAliasFactory(organisation=one)
        one.member_of.add(OrganisationFactory(federation=True))
        OrganisationFactory(parent=one)
        OrganisationFactory().member_of.add(one)
        number = Sphere.objects.count() + 1
        one.spheres.add(
            Sphere.objects.create(code=f"9{number}", name="Sport", name_en="Sports")
        )
        meeting = self.city.meeting()
        AttendanceFactory(page=meeting, organisation=one)
        FindingFactory(page=meeting, area=PriorityAreaFactory())
