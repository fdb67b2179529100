"""Photographs from outside: what becomes of good ones, and which sentence the others get."""

import struct
import zipfile
import zlib
from io import BytesIO

import pytest
from PIL import Image, ImageDraw

from congress.pictures import albums, portrait
from congress.pictures.albums import Photo, photos_in
from congress.pictures.portrait import Frame
from congress.shared.problems import RuleBroken


def picture(width=900, height=1200, mode="RGB", colour="red"):
    return Image.new(mode, (width, height), colour)


def file_of(image, kind="JPEG", **options):
    written = BytesIO()
    image.save(written, kind, **options)
    return written.getvalue()


def opened(content):
    return Image.open(BytesIO(content))


def refused(data):
    with pytest.raises(RuleBroken) as broken:
        portrait.portrait(data, field="photo")
    assert broken.value.field == "photo"
    return str(broken.value)


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
@pytest.mark.parametrize("size", [(900, 1200), (4000, 3000), (1000, 3000), (700, 700), (150, 200), (601, 799)])
def test_whatever_comes_leaves_as_a_jpeg_of_three_to_four(kind, size):
    result = portrait.portrait(file_of(picture(*size), kind))
    image = opened(result.content)
    assert (image.format, image.mode) == ("JPEG", "RGB")
    assert image.size == (result.width, result.height)
    assert image.width * 4 == image.height * 3 and image.width <= 600
    assert opened(result.small).size == (300, 400)


def test_a_small_photograph_is_not_blown_up():
    assert portrait.portrait(file_of(picture(300, 400))).width == 300


def test_the_same_file_gives_the_same_hash():
    data = file_of(picture())
    assert portrait.portrait(data).hash == portrait.portrait(data).hash
    assert len(portrait.portrait(data).hash) == 64


def test_the_top_of_a_high_photograph_is_kept_unless_told_otherwise():
    image = picture(600, 2400, colour="white")
    draw = ImageDraw.Draw(image)
    draw.rectangle((0, 0, 600, 800), fill=(255, 0, 0))
    draw.rectangle((0, 1600, 600, 2400), fill=(0, 0, 255))
    data = file_of(image, "PNG")

    def middle(frame):
        red, green, blue = opened(portrait.portrait(data, frame).content).getpixel((300, 400))
        return red > 200, green > 200, blue > 200

    assert middle(Frame.TOP) == (True, False, False)
    assert middle(Frame.MIDDLE) == (True, True, True)
    assert middle(Frame.BOTTOM) == (False, False, True)


def test_a_photograph_taken_with_the_telephone_turned_stands_upright():
    image = picture(1200, 900, colour="white")
    ImageDraw.Draw(image).rectangle((0, 0, 400, 900), fill="black")  # the left third is the top once turned by 90°
    exif = Image.Exif()
    exif[0x0112] = 6
    result = opened(portrait.portrait(file_of(image, exif=exif)).content).convert("L")
    assert result.getpixel((300, 100)) < 60 and result.getpixel((300, 700)) > 200


def test_place_camera_and_every_other_word_of_the_file_is_left_behind():
    exif = Image.Exif()
    exif[0x010F] = "SECRETCAMERA"
    exif.get_ifd(0x8825)[1] = "N"
    exif.get_ifd(0x8825)[2] = (10.0, 27.0, 30.0)
    data = file_of(picture(), exif=exif, comment=b"SECRETWORD", icc_profile=b"SECRETPROFILE" * 20)
    assert b"SECRET" in data
    result = portrait.portrait(data)
    for content in (result.content, result.small):
        assert b"SECRET" not in content and b"Exif" not in content
        assert not opened(content).getexif() and "icc_profile" not in opened(content).info


def test_what_hides_behind_the_picture_does_not_come_along():
    result = portrait.portrait(file_of(picture()) + b"<script>alert(1)</script>PK\x03\x04")
    assert b"script" not in result.content and b"PK\x03\x04" not in result.content


def test_what_is_transparent_becomes_white_and_every_mode_becomes_colour():
    clear = Image.new("RGBA", (600, 800), (0, 0, 0, 0))
    assert opened(portrait.portrait(file_of(clear, "PNG")).content).getpixel((300, 400)) == (255, 255, 255)
    for mode, kind in (("L", "JPEG"), ("CMYK", "JPEG"), ("P", "PNG"), ("LA", "PNG"), ("1", "PNG"), ("I;16", "PNG")):
        assert opened(portrait.portrait(file_of(Image.new(mode, (600, 800)), kind)).content).mode == "RGB"


def png_of(width, height):
    """The head of a PNG that says it is this large, and next to nothing behind it."""

    def chunk(name, body):
        return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    body = chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(b"\0" * 1000)) + chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + body


@pytest.mark.parametrize("size", [(50_000, 50_000), (9_000, 9_000), (6_000, 6_000), (200_000, 200)])
def test_a_bomb_is_refused_by_what_it_says_of_itself_before_it_unfolds(size):
    assert refused(png_of(*size)) == portrait.TOO_MANY_PIXELS


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"GIF89a" + b"\0" * 100,
        b"%PDF-1.7",
        b"<svg xmlns='http://www.w3.org/2000/svg'/>",
        b"<html><script>alert(1)</script>",
        b"MZ" + b"\0" * 500,
        b"II*\0" + b"\0" * 200,
        file_of(picture(), "BMP"),
        file_of(picture(300, 400), "GIF"),
        file_of(picture(300, 400), "TIFF"),
    ],
)
def test_what_is_no_photograph_by_its_content_is_refused_whatever_it_is_called(data):
    assert refused(data) in (portrait.NO_PICTURE, portrait.BROKEN)


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_a_file_cut_short_or_damaged_gets_a_sentence(kind):
    noise = Image.effect_noise((300, 400), 80).convert("RGB")
    data = file_of(noise, kind)
    assert refused(data[: len(data) // 3]) in (portrait.BROKEN, portrait.NO_PICTURE)
    for place in range(20, 400, 19):
        damaged = data[:place] + b"\xff\x00\xfe" + data[place + 3 :]
        try:
            portrait.portrait(damaged)
        except RuleBroken as broken:
            assert str(broken)


def test_a_file_too_large_and_a_photograph_too_small_say_so():
    assert refused(b"\xff\xd8\xff" + b"\0" * portrait.LARGEST_FILE) == portrait.TOO_LARGE
    assert "120 × 160" in refused(file_of(picture(120, 160)))


def test_a_telephone_of_fifty_megapixels_passes():
    data = file_of(picture(6120, 8160))
    assert portrait.portrait(data).width == 600


def zipped(files, **options):
    written = BytesIO()
    with zipfile.ZipFile(written, "w", **options) as package:
        for name, content in files.items():
            package.writestr(name, content)
    return written.getvalue()


def names(*files):
    """The names of the photographs that are not left out."""
    return [photo.stem for photo in photos_in(files, "files") if not photo.left_out]


def test_photographs_come_as_files_and_inside_zip_files():
    package = zipped({"ảnh/MH-000001.jpg": b"1", "__MACOSX/._x.jpg": b"", "Thumbs.db": b"", "ảnh/Hồ Thị Hòa.png": b"2"})
    assert names(Photo("C:\\Ảnh\\60 012.jpg", b"x"), Photo("tap.zip", package)) == ["60 012", "MH-000001", "Hồ Thị Hòa"]


def test_a_zip_that_swells_lies_is_locked_or_broken_is_refused(monkeypatch):
    def sentence(data):
        with pytest.raises(RuleBroken) as broken:
            list(photos_in([Photo("x.zip", data)], "files"))
        assert broken.value.field == "files"
        return str(broken.value)

    bomb = zipped({f"{n}.jpg": b"\0" * 11_000_000 for n in range(30)}, compression=zipfile.ZIP_DEFLATED)
    assert len(bomb) < 1_000_000 and sentence(bomb) == albums.SWELLS
    assert sentence(zipped({f"{n}.jpg": b"" for n in range(501)})) == albums.TOO_MANY
    assert sentence(b"PK\x03\x04" + b"\0" * 100) == albums.BROKEN
    locked = bytearray(zipped({"a.jpg": b"1"}))
    for mark in (b"PK\x03\x04", b"PK\x01\x02"):
        place = locked.index(mark) + (6 if mark == b"PK\x03\x04" else 8)
        locked[place] |= 1
    assert sentence(bytes(locked)) == albums.LOCKED
    monkeypatch.setattr(albums, "LARGEST_UNPACKED", 5)
    assert sentence(zipped({"a.jpg": b"1234", "b.jpg": b"1234"})) == albums.SWELLS


def test_an_entry_is_read_no_further_than_a_photograph_may_go():
    [photo] = photos_in([Photo("x.zip", zipped({"a.jpg": b"\0" * 30_000_000}))], "files")
    assert portrait.LARGEST_FILE < len(photo.content) < portrait.LARGEST_FILE + 2 * 256 * 1024
