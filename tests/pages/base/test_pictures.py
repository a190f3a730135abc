"""No image reaches the public without words or a mark that it needs none."""

from itertools import chain

import pytest
import wagtail_factories
from django.apps import apps
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.test import TestCase
from django.urls import reverse
from wagtail.blocks import RichTextBlock, StructBlockValidationError
from wagtail.fields import RichTextField, StreamField
from wagtail.images import get_image_model
from wagtail.images.blocks import ImageBlock, ImageChooserBlock
from wagtail.test.utils.form_data import inline_formset, nested_form_data, streamfield

from pages.base.blocks import PictureBlock
from snippets.models.logos import WithLogo
from tests.factories.pages import City
from tests.pages.markup import PublicPage

WITHOUT_WORDS = "Napisz, co przedstawia obraz, albo oznacz go jako dekoracyjny."
NAME_OF_A_FILE = "To jest nazwa pliku: napisz, co przedstawia obraz."
OURS = ("snippets", "programmes", "meetings", "drafting", "frontpage")
FIELDS = [
    field
    for model in apps.get_models()
    if model._meta.app_label in (*OURS, "participation_base")
    for field in model._meta.get_fields()
]


def stream_blocks():
    streams = (field for field in FIELDS if isinstance(field, StreamField))
    return chain.from_iterable(all_below(field.stream_block) for field in streams)


def all_below(block):
    """Yield the blocks inside a block, but not those of a picture."""
    yield block
    if isinstance(block, ImageBlock):
        return
    inner = getattr(block, "child_blocks", {}).values()
    for child in (*inner, *filter(None, [getattr(block, "child_block", None)])):
        yield from all_below(child)


def test_register_keeps_an_image_only_as_a_logo():
    keepers = [f.model for f in FIELDS if f.related_model is get_image_model()]

    assert keepers
    assert all(issubclass(model, WithLogo) for model in keepers)


def test_page_takes_an_image_only_as_a_picture():
    kinds = [type(block) for block in stream_blocks()]

    assert PictureBlock in kinds
    assert not [kind for kind in kinds if issubclass(kind, ImageChooserBlock)]
    assert {kind for kind in kinds if issubclass(kind, ImageBlock)} == {PictureBlock}


def test_text_takes_no_image():
    texts = [field for field in FIELDS if isinstance(field, RichTextField)]
    texts += [block for block in stream_blocks() if isinstance(block, RichTextBlock)]

    assert len(texts) > 5
    assert not [
        text
        for text in texts
        if not text.features or {"image", "embed"} & {*text.features}
    ]


class TestPictureBlock(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.image = wagtail_factories.ImageFactory(title="IMG_2034")

    def clean(self, words, *, decorative=False, draft=False):
        block = PictureBlock()
        value = {"image": self.image.pk, "alt_text": words, "decorative": decorative}
        if draft:
            block.defer_required_validation()
        return block.clean(block.to_python(value))

    def error(self, words):
        with pytest.raises(StructBlockValidationError) as caught:
            self.clean(words)
        [error] = caught.value.block_errors["alt_text"].messages
        return error

    def test_words_are_kept(self):
        for words in ("Uczestnicy przy stołach", "Mapa", "Plan nr 2", "Łąka i las"):
            assert self.clean(f" {words} ").contextual_alt_text == words

    def test_picture_without_words_is_refused(self):
        for words in ("", " ", "\n", None):
            assert self.error(words) == WITHOUT_WORDS

    def test_name_of_a_file_says_nothing(self):
        for words in ("IMG_2034", "DSC00123", "20130726_1015", "Sala duża.JPG"):
            assert self.error(words) == NAME_OF_A_FILE

    def test_decorative_picture_needs_no_words(self):
        for words in ("", "IMG_2034"):
            assert self.clean(words, decorative=True).contextual_alt_text == ""

    def test_draft_may_wait_for_its_words(self):
        assert self.clean("", draft=True).pk == self.image.pk


class TestEditor(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.city = City()
        cls.page = cls.city.plain(title="Relacja", slug="relacja", published=True)
        cls.image = wagtail_factories.ImageFactory()
        cls.user = get_user_model().objects.create_user("wydawca", password="x")
        cls.user.groups.add(Group.objects.get(name="Wydawca"))

    def publish(self, **picture):
        self.client.force_login(self.user)
        figure = {"picture": {"image": self.image.pk, **picture}, "caption": ""}
        form = {
            "title": "Relacja",
            "slug": "relacja",
            "lead": "",
            "body": streamfield([("figure", figure)]),
            "comments": inline_formset([]),
            "action-publish": "1",
        }
        url = reverse("wagtailadmin_pages:edit", args=[self.page.pk])
        return self.client.post(url, nested_form_data(form))

    def pictures(self):
        return PublicPage.get(self.client, "/pl/relacja/").soup.main("img")

    def test_picture_without_words_is_an_error_in_polish(self):
        response = self.publish(alt_text="")

        assert set(response.context["form"].errors) == {"body"}
        self.assertContains(response, WITHOUT_WORDS)
        assert self.pictures() == []

    def test_picture_with_words_is_published(self):
        assert self.publish(alt_text="Uczestnicy przy stołach").status_code == 302

        assert [img["alt"] for img in self.pictures()] == ["Uczestnicy przy stołach"]

    def test_decorative_picture_is_published_and_not_read_out(self):
        assert self.publish(alt_text="", decorative="on").status_code == 302

        assert [img["alt"] for img in self.pictures()] == [""]
