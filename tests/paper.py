"""What a printed paper says."""

from io import BytesIO

import pypdf


def text_of(pdf: bytes) -> str:
    """All words of all pages with single spaces between them, as they can be copied from the file."""
    pages = pypdf.PdfReader(BytesIO(pdf)).pages
    return " ".join(" ".join(page.extract_text() for page in pages).split())
