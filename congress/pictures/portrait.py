"""One photograph: recognised by its content, turned upright, cropped to 3 × 4, made small, written anew as JPEG."""

import hashlib
import threading
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from io import BytesIO

from PIL import Image, ImageFile, ImageOps, UnidentifiedImageError

from congress.shared.labels import N_, Labelled
from congress.shared.problems import RuleBroken

MEGABYTE = 1024 * 1024
LARGEST_FILE = 12 * MEGABYTE
MOST_PIXELS = 60_000_000
"""A telephone of 50 megapixels passes; a bomb of a few kilobytes that unfolds into gigabytes does not."""
MOST_PIXELS_WHOLE = 25_000_000
"""For kinds that can only be unfolded whole; a JPEG is read at a fraction of its size."""
WIDTH, HEIGHT = 600, 800
SMALL_WIDTH, SMALL_HEIGHT = 300, 400
"""24 × 32 mm at 300 points to the inch: what a badge needs."""
LEAST_WIDTH, LEAST_HEIGHT = 150, 200
KINDS = ("JPEG", "PNG", "WEBP")
MEDIA_TYPE = "image/jpeg"

Image.MAX_IMAGE_PIXELS = MOST_PIXELS
_one_at_a_time = threading.Lock()  # two large photographs unfolded at once would take twice the memory

TOO_LARGE = N_("Tệp ảnh lớn hơn 12 MB. Hãy chọn ảnh nhỏ hơn, hoặc chụp lại ở cỡ vừa.")
NO_PICTURE = N_("Tệp này không phải ảnh JPEG, PNG hoặc WebP. Hãy chọn tệp ảnh khác.")
BROKEN = N_("Tệp ảnh bị hỏng hoặc bị cắt giữa chừng nên không đọc được. Hãy chọn ảnh khác.")
TOO_MANY_PIXELS = N_("Ảnh quá lớn khi mở ra nên không được nhận. Hãy thu nhỏ ảnh rồi thử lại.")
TOO_SMALL = N_("Ảnh chỉ có %(width)s × %(height)s điểm, quá nhỏ để in thẻ. Hãy chọn ảnh ít nhất 150 × 200 điểm.")


class Frame(Labelled):
    """Which part of a photograph that is too high is kept; one that is too wide keeps its middle."""

    TOP = "frame_top", N_("Phần trên (mặc định)")
    MIDDLE = "frame_middle", N_("Phần giữa")
    BOTTOM = "frame_bottom", N_("Phần dưới")


CENTRES = {Frame.TOP: 0.0, Frame.MIDDLE: 0.5, Frame.BOTTOM: 1.0}


@dataclass(frozen=True)
class Portrait:
    """A clean photograph of 3 × 4 and its small twin for the badge, both JPEG."""

    content: bytes
    small: bytes
    width: int
    height: int

    @cached_property
    def hash(self) -> str:
        """SHA-256 of the content: what the photograph is known by."""
        return hashlib.sha256(self.content).hexdigest()


def portrait(data: bytes, frame: Frame = Frame.TOP, *, field: str | None = None) -> Portrait:
    """The photograph in a file from outside; RuleBroken on `field`, in a sentence for the office, where there is none.

    The kind is told from the content, whatever the file is called; metadata (place, camera, thumbnail) is left behind
    once the picture stands upright.
    """
    if len(data) > LARGEST_FILE:
        raise RuleBroken(TOO_LARGE, field)
    with _one_at_a_time, _whole_files_only(), warnings.catch_warnings():
        warnings.simplefilter("error", Image.DecompressionBombWarning)
        try:
            return _drawn(data, CENTRES[frame], field)
        except (Image.DecompressionBombError, Image.DecompressionBombWarning, MemoryError) as bomb:
            raise RuleBroken(TOO_MANY_PIXELS, field) from bomb
        except UnidentifiedImageError as unknown:
            raise RuleBroken(NO_PICTURE, field) from unknown
        except (OSError, ValueError, SyntaxError, EOFError, ArithmeticError, LookupError, TypeError) as broken:
            raise RuleBroken(BROKEN, field) from broken  # whatever a damaged file makes the library stumble over


@contextmanager
def _whole_files_only() -> Iterator[None]:
    """Refuse files cut short. WeasyPrint lets Pillow take them, for everybody in a process that has imported it."""
    before = ImageFile.LOAD_TRUNCATED_IMAGES
    ImageFile.LOAD_TRUNCATED_IMAGES = False
    try:
        yield
    finally:
        ImageFile.LOAD_TRUNCATED_IMAGES = before


def again(content: bytes) -> Portrait:
    """A portrait from its own content, as it was kept; the picture is not drawn anew, its hash stays."""
    with Image.open(BytesIO(content), formats=("JPEG",)) as picture:
        picture.load()
    small = picture.resize((SMALL_WIDTH, SMALL_HEIGHT), Image.Resampling.LANCZOS)
    return Portrait(content, _jpeg(small), picture.width, picture.height)


def thumbnail(portrait: Portrait) -> bytes:
    """The portrait at the size of a stamp, for a page that shows many."""
    with Image.open(BytesIO(portrait.small), formats=("JPEG",)) as picture:
        return _jpeg(picture.resize((72, 96)))


def _drawn(data: bytes, centre: float, field: str | None) -> Portrait:
    with Image.open(BytesIO(data), formats=KINDS) as picture:
        width, height = picture.size
        if width < LEAST_WIDTH or height < LEAST_WIDTH or max(width, height) < LEAST_HEIGHT:
            raise RuleBroken(TOO_SMALL, field, width=width, height=height)
        if picture.format not in ("JPEG", "MPO") and width * height > MOST_PIXELS_WHOLE:
            raise RuleBroken(TOO_MANY_PIXELS, field)
        picture.draft("RGB", (WIDTH * 2, HEIGHT * 2))  # a JPEG is unfolded no larger than needed
        upright = ImageOps.exif_transpose(picture)
    plain = _on_white(upright)
    whole = ImageOps.fit(plain, _size(plain), Image.Resampling.LANCZOS, centering=(0.5, centre))
    small = whole.resize((SMALL_WIDTH, SMALL_HEIGHT), Image.Resampling.LANCZOS)
    return Portrait(_jpeg(whole), _jpeg(small), whole.width, whole.height)


def _size(picture: Image.Image) -> tuple[int, int]:
    """The size to keep: never larger than the photograph itself, always 3 × 4."""
    unit = min(WIDTH // 3, picture.width // 3, picture.height // 4)
    return unit * 3, unit * 4


def _on_white(picture: Image.Image) -> Image.Image:
    """Three colours, what was transparent in white."""
    if picture.mode in ("RGBA", "LA", "PA") or "transparency" in picture.info:
        clear = picture.convert("RGBA")
        ground = Image.new("RGB", clear.size, "white")
        ground.paste(clear, mask=clear.getchannel("A"))
        return ground
    return picture.convert("RGB")


def _jpeg(picture: Image.Image) -> bytes:
    """The picture drawn anew, so that nothing of the file it came from goes along."""
    bare = Image.new("RGB", picture.size)
    bare.paste(picture)
    written = BytesIO()
    bare.save(written, "JPEG", quality=85, optimize=True)
    return written.getvalue()
