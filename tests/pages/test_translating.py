"""What translators get to translate, and what stays the same in every language."""

import re
from io import BytesIO
from uuid import uuid4

import polib
from django.core.files.images import ImageFile
from django.test import TestCase
from wagtail.images import get_image_model
from wagtail.models import Locale
from wagtail_localize.models import Translation, TranslationSource

from demo.logos import draw_logo
from tests.factories import clauses as raw
from tests.factories.pages import AttendanceFactory, City, FindingFactory, translate
from tests.factories.snippets import (
    CityUnitFactory,
    OrganisationFactory,
    PriorityAreaFactory,
)
from tests.pages.markup import PublicPage


def start(page, code="uk"):
    """Return the translation of a page as translators find it."""
    locale, _ = Locale.objects.get_or_create(language_code=code)
    source, _ = TranslationSource.get_or_create_from_instance(page)
    source.update_from_db()
    translation, _ = Translation.objects.get_or_create(
        source=source, target_locale=locale
    )
    return translation


def fill(po):
    """Return the PO file with every text in capitals, its tags as they are."""
    for entry in po:
        parts = re.split(r"(<[^>]*>)", entry.msgid)
        entry.msgstr = "".join(p if p.startswith("<") else p.upper() for p in parts)
    return po


class TestTranslating(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.city = City()
        translate(cls.city.home, "uk", slug="domivka")
        cls.unit = CityUnitFactory(name="Biuro Kultury", name_uk="Бюро культури")
        cls.area = PriorityAreaFactory(name="Kultura", name_uk="Культура")
        cls.uid = uuid4()
        cls.draft = cls.city.draft(
            [
                raw.area(
                    "Obszar kultury",
                    cls.area.pk,
                    raw.clause(
                        text="tworzenie kolekcji",
                        uid=cls.uid,
                        number="29a",
                        authors=[raw.author("unit", cls.unit.pk)],
                    ),
                )
            ],
            slug="wersja-1",
            title="Wersja pierwsza",
            published=True,
        )
        cls.meeting = cls.city.meeting(
            title="Warsztaty", slug="warsztaty", lead="Zapraszamy.", published=True
        )
        FindingFactory(
            page=cls.meeting, area=cls.area, clause_id=cls.uid, text="dopisać"
        )
        AttendanceFactory(
            page=cls.meeting,
            organisation=OrganisationFactory(name="Fundacja Barka", krs="0000019741"),
        )
        cls.meeting.refresh_from_db()

    def texts(self, page):
        return {entry.msgid for entry in start(page).export_po()}

    def round_trip(self, page):
        """Translate a page by its PO file, publish it, and return it."""
        translation = start(page)
        po = polib.pofile(str(fill(translation.export_po())))
        with self.captureOnCommitCallbacks(execute=True):
            warnings = translation.import_po(po, tool_name="test")
            translation.save_target(publish=True)
        assert warnings == []
        return page.get_translation(translation.target_locale).specific

    def test_only_text_is_for_translators(self):
        draft, meeting = self.texts(self.draft), self.texts(self.meeting)

        assert {"Wersja pierwsza", "Obszar kultury", "tworzenie kolekcji"} <= draft
        assert {"Warsztaty", "Zapraszamy.", "dopisać"} <= meeting
        everything = draft | meeting
        for never in (
            *("wersja-1", "warsztaty", "29a", str(self.uid), str(self.area.pk)),
            *("Fundacja Barka", "0000019741", "Biuro Kultury", "working", "proposal"),
        ):
            assert never not in everything

    def test_page_goes_out_and_comes_back_as_a_po_file(self):
        meeting = self.round_trip(self.meeting)

        assert meeting.live
        assert meeting.title == "WARSZTATY"
        assert meeting.findings.get().text == "DOPISAĆ"

    def test_clause_is_the_same_in_every_language(self):
        draft = self.round_trip(self.draft)

        [area, clause] = draft.clauses
        assert clause.uid == str(self.uid)
        assert clause.text == "TWORZENIE KOLEKCJI"
        assert clause.number == "29a"
        assert clause.authors == (("unit", self.unit.pk),)
        assert area.area == self.area.pk
        page = PublicPage.get(self.client, f"/uk/clause/{self.uid}/")
        assert "TWORZENIE KOLEKCJI" in page.main

    def test_names_of_registers_are_in_the_readers_language(self):
        draft = self.round_trip(self.draft)
        meeting = self.round_trip(self.meeting)

        assert "Бюро культури" in PublicPage.get(self.client, draft.url).main
        page = PublicPage.get(self.client, meeting.url).main
        assert "Культура" in page
        assert "Fundacja Barka" in page

    def test_pictures_and_links_lead_to_what_is_there_in_the_language(self):
        file = ImageFile(BytesIO(draw_logo("#335745")), name="obraz.png")
        image = get_image_model().objects.create(title="Obraz", file=file)
        link = f'<p><a linktype="page" id="{self.meeting.pk}">sprawozdanie</a></p>'
        picture = {"image": image.pk, "alt_text": "Sala pełna ludzi"}
        figure = {"picture": picture | {"decorative": False}, "caption": "Sala"}
        page = self.city.plain(
            slug="relacja",
            body=[
                {"type": "paragraph", "value": link, "id": str(uuid4())},
                {"type": "figure", "value": figure, "id": str(uuid4())},
            ],
            published=True,
        )
        meeting = self.round_trip(self.meeting)

        translated = self.round_trip(page)

        shown = PublicPage.get(self.client, translated.url).soup.main
        assert shown.find("img")["alt"] == "SALA PEŁNA LUDZI"
        assert [a["href"] for a in shown.find_all("a") if a.text == "SPRAWOZDANIE"] == [
            meeting.url
        ]
