"""Reports of errors in the directory."""

import factory
from factory.django import DjangoModelFactory

from pages.directory.models import DataErrorReport, WrongData

from .snippets import OrganisationFactory


class DataErrorReportFactory(DjangoModelFactory):
    class Meta:
        model = DataErrorReport

    organisation = factory.SubFactory(OrganisationFactory)
    subject = WrongData.SEAT
    text = "Siedziba jest teraz przy ul. Lipowej."
    submission = factory.Sequence("{:064d}".format)
