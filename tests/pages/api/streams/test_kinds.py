"""Blocks are told as the document says they are."""

import datetime
from decimal import Decimal

import pytest
from django.test import RequestFactory
from pydantic import TypeAdapter, ValidationError
from wagtail import blocks
from wagtail.documents.blocks import DocumentChooserBlock
from wagtail.images.blocks import ImageBlock, ImageChooserBlock
from wagtail.models import Page

from pages.api.streams.fields import TOLD, WRITTEN
from pages.api.streams.loading import Loaded
from pages.api.streams.readers import load_stream, tell
from pages.base.blocks import BodyStreamBlock
from pages.programmes.blocks import DraftStreamBlock
from snippets.blocks import OrganisationChooserBlock
from tests.factories.documents import DocumentFactory
from tests.factories.pages import City
from tests.factories.snippets import OrganisationFactory

pytestmark = pytest.mark.django_db


class Everything(blocks.StreamBlock):
    """A stream of all that Wagtail has."""

    words = blocks.CharBlock()
    text = blocks.TextBlock()
    rich = blocks.RichTextBlock()
    raw = blocks.RawHTMLBlock()
    email = blocks.EmailBlock()
    url = blocks.URLBlock()
    truth = blocks.BooleanBlock(required=False)
    whole = blocks.IntegerBlock()
    real = blocks.FloatBlock()
    exact = blocks.DecimalBlock()
    day = blocks.DateBlock()
    hour = blocks.TimeBlock()
    moment = blocks.DateTimeBlock()
    nothing = blocks.StaticBlock()
    one = blocks.ChoiceBlock(choices=[("a", "A"), ("more", [("b", "B")])])
    some = blocks.MultipleChoiceBlock(choices=[("a", "A"), ("b", "B")])
    page = blocks.PageChooserBlock()
    document = DocumentChooserBlock()
    image = ImageChooserBlock()
    picture = ImageBlock()
    organisation = OrganisationChooserBlock()
    items = blocks.ListBlock(blocks.StructBlock([("name", blocks.CharBlock())]))
    inner = blocks.StreamBlock([("word", blocks.CharBlock())])


class OwnBlock(blocks.CharBlock):
    """A host's block that says itself how it is told."""

    def get_api_representation(self, value, context=None):
        return {"shout": value.upper()}


def told(block, raw):
    """Return a stream as it is told, after the document agreed with it."""
    value = block.to_python(raw)
    loaded = Loaded(RequestFactory().get("/"), "html")
    load_stream(loaded, block, value)
    data = tell(loaded, block, value)
    TypeAdapter(TOLD.of(block, "Test")).validate_python(data)
    return data


def stream(**values):
    return [
        {"type": name, "value": value, "id": name} for name, value in values.items()
    ]


def test_everything_is_told_as_the_document_says():
    city = City()
    organisation = OrganisationFactory(with_logo=True, name="Fundacja")
    document, image = DocumentFactory(), organisation.logo
    raw = stream(
        words="a",
        text="b",
        rich=f'<p>c <a linktype="page" id="{city.home.pk}">d</a></p>',
        raw="<hr>",
        email="a@b.example",
        url="https://a.example",
        truth=True,
        whole=1,
        real=1.5,
        exact="1.50",
        day="2013-07-26",
        hour="12:00:00",
        moment="2013-07-26T12:00:00Z",
        nothing=None,
        one="b",
        some=["a", "b"],
        page=city.home.pk,
        document=document.pk,
        image=image.pk,
        picture={"image": image.pk, "alt_text": "Logo", "decorative": False},
        organisation=organisation.pk,
        items=[{"type": "item", "value": {"name": "x"}, "id": "1"}],
        inner=[{"type": "word", "value": "y", "id": "2"}],
    )

    values = {item["type"]: item["value"] for item in told(Everything(), raw)}

    assert values["rich"].startswith("<p>c <a href=")
    assert values["exact"] == Decimal("1.50")
    assert values["day"] == datetime.date(2013, 7, 26)
    assert (values["one"], values["some"]) == ("b", ["a", "b"])
    assert values["page"]["id"] == city.home.pk
    assert values["document"]["title"] == document.title
    assert values["picture"]["alt"] == "Logo"
    widths = [row["width"] for row in values["picture"]["renditions"]]
    assert widths == sorted(set(widths))
    assert values["organisation"]["title"] == "Fundacja"
    assert values["items"] == [{"name": "x"}]
    assert values["inner"] == [{"type": "word", "value": "y", "id": "2"}]


def test_what_is_chosen_and_gone_is_told_as_nothing():
    raw = stream(page=999, document=999, image=999, organisation=999)

    assert [item["value"] for item in told(Everything(), raw)] == [None] * 4


def test_page_that_is_not_public_is_told_as_nothing():
    page = City().plain(live=False)

    assert told(Everything(), stream(page=page.pk))[0]["value"] is None


def test_block_that_says_itself_how_it_is_told_is_let():
    block = blocks.StreamBlock([("own", OwnBlock())])

    assert told(block, stream(own="a"))[0]["value"] == {"shout": "A"}


@pytest.mark.parametrize("block", [BodyStreamBlock(), DraftStreamBlock()])
def test_streams_of_ours_are_unions_told_by_their_type(block):
    schema = TypeAdapter(TOLD.of(block, "Test")).json_schema()

    union = schema["items"]
    assert union["discriminator"]["propertyName"] == "type"
    assert set(union["discriminator"]["mapping"]) == set(block.child_blocks)


def test_wrong_block_is_not_what_the_document_says():
    adapter = TypeAdapter(WRITTEN.of(DraftStreamBlock(), "Test"))
    task = {"number": "1", "text": "a", "authors": [], "note": ""}

    adapter.validate_python([{"type": "task", "value": task}])
    with pytest.raises(ValidationError):
        adapter.validate_python([{"type": "nope", "value": task}])


def test_what_is_chosen_is_written_by_its_key():
    schema = TypeAdapter(WRITTEN.of(Everything(), "Test")).json_schema()

    fields = schema["$defs"]["EverythingPageItemInput"]["properties"]
    assert fields["value"]["anyOf"][0] == {"type": "integer"}
    assert "id" not in schema["$defs"]["EverythingPageItemInput"]["required"]


def test_pictures_and_links_take_the_same_queries_however_many(
    django_assert_num_queries,
):
    city = City()
    images = [OrganisationFactory(with_logo=True).logo for _time in range(6)]
    link = f'<p><a linktype="page" id="{city.home.pk}">d</a></p>'
    Page.objects.get(pk=city.home.pk).get_url()

    def raw(count):
        rows = [
            {"type": "picture", "id": str(n), "value": _picture(images[n])}
            for n in range(count)
        ]
        texts = [{"type": "rich", "id": f"r{n}", "value": link} for n in range(count)]
        return [*rows, *texts]

    block = Everything()
    told(block, raw(6))
    with django_assert_num_queries(4):
        told(block, raw(2))
    with django_assert_num_queries(4):
        told(block, raw(6))


def test_chosen_pages_take_the_same_queries_however_many(django_assert_num_queries):
    city, block = City(), Everything()
    pages = [city.plain(published=True) for _time in range(6)]
    told(block, stream(page=pages[0].pk))

    def raw(count):
        keys = enumerate(page.pk for page in pages[:count])
        return [{"type": "page", "id": str(n), "value": key} for n, key in keys]

    for count in (2, 6):
        value = block.to_python(raw(count))
        list(value)
        loaded = Loaded(RequestFactory().get("/"), "html")
        with django_assert_num_queries(1):
            load_stream(loaded, block, value)
        found = [loaded.page(page.pk) for page in pages[:count]]
        assert [page.pk for page in found] == [page.pk for page in pages[:count]]


def _picture(image):
    return {"image": image.pk, "alt_text": "Logo", "decorative": False}
