"""What a printed paper says."""

import unicodedata
from io import BytesIO

import pypdf


def text_of(pdf: bytes) -> str:
    """All words of all pages, single spaces between them, composed letters."""
    pages = pypdf.PdfReader(BytesIO(pdf)).pages
    return unicodedata.normalize("NFC", " ".join(" ".join(page.extract_text() for page in pages).split()))
