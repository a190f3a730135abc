"""Placeholder logos, drawn: the real ones belong to their owners."""

from collections.abc import Iterator
from io import BytesIO

from django.core.files.images import ImageFile
from PIL import Image as Canvas
from PIL import ImageDraw
from wagtail.images import get_image_model
from wagtail.images.models import AbstractImage

SIZE = (480, 168)
COLOURS = {
    "lab_obywatelskie": "#1d5745",
    "organizator": "#b0740f",
    "wschodzacy_bialystok": "#8a6d00",
    "FIO_MPiPS": "#a3201d",
}


def draw_logo(colour: str) -> bytes:
    """Return a PNG with a disc and two bars, like a mark beside a name."""
    canvas = Canvas.new("RGB", SIZE, "white")
    draw = ImageDraw.Draw(canvas)
    draw.ellipse((36, 36, 132, 132), fill=colour)
    draw.rectangle((162, 54, 438, 78), fill="#3a4640")
    draw.rectangle((162, 96, 354, 114), fill="#8a968e")
    content = BytesIO()
    canvas.save(content, "PNG", optimize=True)
    return content.getvalue()


def load_logos() -> Iterator[tuple[str, AbstractImage]]:
    """Yield each logo by its name, drawn where it is not in the library yet."""
    images = get_image_model()
    for name, colour in COLOURS.items():
        image = images.objects.filter(title=name).first()
        if image is None:
            file = ImageFile(BytesIO(draw_logo(colour)), name=f"{name}.png")
            image = images.objects.create(title=name, file=file)
        yield name, image
