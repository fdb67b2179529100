"""Small pictures in a paper: written into the page itself, as the layout engine may fetch nothing else."""

import base64
import binascii
from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO

import segno

MEDIA_TYPES = ("image/png", "image/jpeg", "image/svg+xml")
LARGEST = 200_000
"""Characters of a data: address; a QR code or a photograph for a badge stays well below."""
QUIET = 4
"""Light modules around a QR code, as ISO/IEC 18004 asks for."""
PIXELS = 4
"""To a module's side: as sharp on paper as lines, and drawn in half the time."""


@dataclass(frozen=True)
class Picture:
    """A picture as a plain value: its kind and its bytes in base64. In a template: `<img src="{{ p.address }}">`."""

    media_type: str
    data: str

    def __post_init__(self) -> None:
        if self.media_type not in MEDIA_TYPES:
            raise ValueError(f"no kind of picture for paper: {self.media_type!r}")
        if len(self.address) > LARGEST:
            raise ValueError(f"a picture of {len(self.data)} characters is too large for paper")
        try:
            base64.b64decode(self.data, validate=True)
        except binascii.Error as error:
            raise ValueError("a picture's bytes are not in base64") from error

    @classmethod
    def of(cls, media_type: str, content: bytes) -> "Picture":
        """From the bytes of a file."""
        return cls(media_type, base64.b64encode(content).decode("ascii"))

    @property
    def address(self) -> str:
        """The data: address, for `src`."""
        return f"data:{self.media_type};base64,{self.data}"


@lru_cache(maxsize=5000)
def qr(text: str) -> Picture:
    """The text as a QR code with a quarter of it spare against dirt and folds; made once and kept."""
    code, written = segno.make(text, error="q", boost_error=False, micro=False), BytesIO()
    code.save(written, kind="png", scale=PIXELS, border=QUIET)
    return Picture.of("image/png", written.getvalue())


@lru_cache(maxsize=20)
def cut_marks(
    width: float, height: float, across: tuple[float, ...], down: tuple[float, ...], length: float
) -> Picture:
    """Short lines in a sheet's margins where it is cut: millimetres `across` from the left, `down` from the top."""
    left, right, top, bottom = across[0], across[-1], down[0], down[-1]
    strokes = [f"M{x} {top - 1}v-{length}M{x} {bottom + 1}v{length}" for x in across]
    strokes += [f"M{left - 1} {y}h-{length}M{right + 1} {y}h{length}" for y in down]
    size = f'width="{width}mm" height="{height}mm" viewBox="0 0 {width} {height}"'
    lines = f'<path d="{"".join(strokes)}" fill="none" stroke="#000" stroke-width=".15"/>'
    drawing = f'<svg xmlns="http://www.w3.org/2000/svg" {size}>{lines}</svg>'
    return Picture.of("image/svg+xml", drawing.encode("ascii"))
