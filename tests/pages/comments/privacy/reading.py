"""The words of a file of any kind that the site hands out."""

import zipfile
from io import BytesIO

import pypdf


def text_of(content):
    """Return all text of a file: of a ZIP, each file in it; of a PDF, its pages too."""
    if content.startswith(b"PK"):
        with zipfile.ZipFile(BytesIO(content)) as packed:
            return "\n".join(
                f"{name}\n{packed.read(name).decode(errors='replace')}"
                for name in packed.namelist()
            )
    if content.startswith(b"%PDF"):
        document = pypdf.PdfReader(BytesIO(content))
        pages = "\n".join(page.extract_text() for page in document.pages)
        return f"{pages}\n{document.metadata}\n{content.decode('latin-1')}"
    return content.decode()
