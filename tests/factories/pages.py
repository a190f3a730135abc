"""Pages of every type; states are traits. `City` is a whole small site of them."""

import datetime
from functools import cached_property

import factory
import wagtail_factories
from wagtail.models import Locale, Page, PageViewRestriction, Site

from pages.base.models import ContentPage
from pages.frontpage.models import HomePage
from pages.meetings.models import (
    AgendaItem,
    CommentChannel,
    Correction,
    Finding,
    MeetingIndexPage,
    MeetingPage,
    OrganisationAttendance,
    UnitAttendance,
)
from pages.programmes.models import (
    PriorityTaskPage,
    ProgrammeDraftPage,
    ProgrammeIndexPage,
    ProgrammePage,
)

from .snippets import CityUnitFactory, OrganisationFactory, PriorityAreaFactory


class BasePageFactory(wagtail_factories.PageFactory):
    """A page below `parent`, in its language; `published` gives it a revision too."""

    class Meta:
        abstract = True
        skip_postgeneration_save = True

    locale = factory.LazyAttribute(
        lambda page: page.parent.locale if page.parent else Locale.get_default()
    )

    class Params:
        unpublished = factory.Trait(live=False)

    @factory.post_generation
    def published(self, create, is_published, **kwargs):
        if create and is_published:
            self.save_revision().publish()
            self.refresh_from_db()

    @factory.post_generation
    def restricted(self, create, is_restricted, **kwargs):
        if create and is_restricted:
            PageViewRestriction.objects.create(
                page=self, restriction_type=PageViewRestriction.LOGIN
            )


class HomePageFactory(BasePageFactory):
    class Meta:
        model = HomePage

    parent = factory.LazyFunction(Page.get_first_root_node)
    locale = factory.LazyFunction(Locale.get_default)
    title = "Współtworzymy program współpracy"
    slug = "strona-glowna"
    lead = "Przeczytaj projekt, przyjdź na spotkanie, powiedz, co zmienić."
    site_name = "Laboratorium"
    tagline = "Piszemy program razem"
    contact_email = "centrum@example.org"


class ContentPageFactory(BasePageFactory):
    class Meta:
        model = ContentPage

    title = factory.Sequence(lambda n: f"Deklaracja dostępności {n}")
    lead = "Zapewniamy dostępność tej strony."


class MeetingIndexPageFactory(BasePageFactory):
    class Meta:
        model = MeetingIndexPage

    title = "Spotkania"
    slug = "spotkania"
    lead = "Terminy spotkań i sprawozdania z nich."
    show_in_menus = True


class MeetingPageFactory(BasePageFactory):
    class Meta:
        model = MeetingPage

    title = factory.Sequence(lambda n: f"Warsztaty numer {n}")
    lead = "Spotkanie grupy roboczej."
    date = datetime.date(2013, 7, 26)
    status = "held"

    class Params:
        with_hours = factory.Trait(
            start_time=datetime.time(12, 0), end_time=datetime.time(15, 30)
        )
        announced = factory.Trait(status="announced")
        cancelled = factory.Trait(status="cancelled")


class ProgrammeIndexPageFactory(BasePageFactory):
    class Meta:
        model = ProgrammeIndexPage

    title = "Programy współpracy"
    slug = "programy"
    lead = "Co roku nowy."
    show_in_menus = True


class ProgrammePageFactory(BasePageFactory):
    class Meta:
        model = ProgrammePage

    year = factory.Sequence(lambda n: 2014 + n)
    title = factory.LazyAttribute(lambda page: f"Program na rok {page.year}")
    slug = factory.LazyAttribute(lambda page: str(page.year))
    lead = "Program współpracy miasta z organizacjami."


class ProgrammeDraftPageFactory(BasePageFactory):
    class Meta:
        model = ProgrammeDraftPage

    number = factory.Sequence(lambda n: n + 1)
    title = factory.LazyAttribute(lambda page: f"Wersja {page.number}")
    date = datetime.date(2013, 7, 29)
    lead = "Zapisy po spotkaniu."


class PriorityTaskPageFactory(BasePageFactory):
    class Meta:
        model = PriorityTaskPage

    title = factory.Sequence(lambda n: f"Zadanie priorytetowe {n}")
    lead = "Nowe zadanie."
    area = factory.SubFactory(PriorityAreaFactory)


class RowFactory(factory.django.DjangoModelFactory):
    """A row of a meeting; translated rows know their language."""

    class Meta:
        abstract = True

    sort_order = factory.Sequence(lambda n: n)


class TranslatedRowFactory(RowFactory):
    class Meta:
        abstract = True

    locale = factory.SelfAttribute("page.locale")


class AttendanceFactory(RowFactory):
    class Meta:
        model = OrganisationAttendance

    organisation = factory.SubFactory(OrganisationFactory)


class UnitAttendanceFactory(RowFactory):
    class Meta:
        model = UnitAttendance

    unit = factory.SubFactory(CityUnitFactory)


class FindingFactory(TranslatedRowFactory):
    class Meta:
        model = Finding

    text = factory.Sequence(lambda n: f"zaproponowano zadanie numer {n}.")


class AgendaItemFactory(TranslatedRowFactory):
    class Meta:
        model = AgendaItem

    topic = factory.Sequence(lambda n: f"zadania z obszaru numer {n}")


class CommentChannelFactory(TranslatedRowFactory):
    class Meta:
        model = CommentChannel

    name = "Centrum Współpracy"
    email = "uwagi@example.org"


class CorrectionFactory(TranslatedRowFactory):
    class Meta:
        model = Correction

    date = datetime.date(2013, 8, 1)
    text = "Poprawiono liczbę osób."


class City:
    """A site with one home page and, made when first asked for, what is below it."""

    def __init__(self, **home):
        site = Site.objects.get(is_default_site=True)
        welcome = site.root_page
        self.home = HomePageFactory(**home)
        site.root_page = self.home
        site.hostname, site.port = "localhost", 80
        site.save()
        welcome.delete()
        self.home.refresh_from_db()

    @cached_property
    def meetings(self):
        return MeetingIndexPageFactory(parent=self.home)

    @cached_property
    def programmes(self):
        return ProgrammeIndexPageFactory(parent=self.home)

    @cached_property
    def programme(self):
        return ProgrammePageFactory(parent=self.programmes, year=2014)

    def meeting(self, **values):
        return MeetingPageFactory(parent=self.meetings, **values)

    def draft(self, body=(), **values):
        return ProgrammeDraftPageFactory(
            parent=self.programme, body=list(body), **values
        )

    def task(self, **values):
        return PriorityTaskPageFactory(parent=self.programme, **values)

    def plain(self, **values):
        return ContentPageFactory(parent=self.home, **values)


def translate(page, code, **values):
    """Return a published translation of a page, its ancestors made before it."""
    locale, _ = Locale.objects.get_or_create(language_code=code)
    parent = page.get_parent()
    if not parent.is_root() and not parent.has_translation(locale):
        translate(parent.specific, code)
    copy = page.copy_for_translation(locale)
    for name, value in values.items():
        setattr(copy, name, value)
    copy.save_revision().publish()
    copy.refresh_from_db()
    return copy


def mirror(page, code):
    """Return an alias in another language, as wagtail-localize's sync makes it."""
    locale, _ = Locale.objects.get_or_create(language_code=code)
    parent = page.get_parent()
    if not parent.is_root() and not parent.has_translation(locale):
        mirror(parent.specific, code)
    alias = page.copy_for_translation(locale, alias=True)
    alias.refresh_from_db()
    return alias
