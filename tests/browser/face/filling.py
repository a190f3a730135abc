"""A report with one block of each kind, which the demo's own report has not."""

from io import BytesIO

from django.core.files.base import ContentFile
from PIL import Image
from wagtail.documents import get_document_model
from wagtail.images import get_image_model

from pages.base.blocks import BodyStreamBlock
from pages.meetings.models import MeetingPage

LANGUAGE = "uk"
ALT = "Учасники за круглим столом"
WIDTHS = ["480", "800", "1200"]
KINDS = set(BodyStreamBlock.base_blocks)


def make_picture():
    """Return a photograph that is larger than its largest rendition."""
    output = BytesIO()
    Image.new("RGB", (1600, 900), "#7a4a2a").save(output, "PNG")
    return get_image_model().objects.create(
        title="Стіл", file=ContentFile(output.getvalue(), "table.png")
    )


def make_file():
    return get_document_model().objects.create(
        title="Протокол", file=ContentFile(b"Protokol", "protocol.txt")
    )


def fill_report():
    """Publish all kinds of blocks in the newest report of a language."""
    reports = MeetingPage.objects.filter(
        locale__language_code=LANGUAGE, status="held"
    ).live()
    page = reports.latest("date")
    link = f'<a linktype="page" id="{page.get_parent().pk}">зустрічі</a>'
    values = {
        "heading": {"text": "Як ми працювали"},
        "paragraph": f"<p>Про всі {link}.</p>",
        "inset": "<p>Наступного разу <b>беремо</b> проєкт.</p>",
        "figure": {
            "picture": {
                "image": make_picture().pk,
                "alt_text": ALT,
                "decorative": False,
            },
            "caption": "Воркшоп",
        },
        "quote": {"text": "Разом краще.", "source": "Учасниця"},
        "documents": {"documents": [make_file().pk]},
    }
    block = page.body.stream_block
    page.body = block.to_python(
        [{"type": kind, "value": value} for kind, value in values.items()]
    )
    page.save_revision().publish()
