"""Vietnamese text as typed, as stored, as searched and as printed."""

import re
import unicodedata
from typing import Literal

HouseStyle = Literal["ủy", "uỷ"]

# Letters that look like đ, typed or pasted by mistake (legacy fonts, Icelandic eth, African d).
_LIKE_D_STROKE = str.maketrans({"Ð": "Đ", "Ɖ": "Đ"})
_APOSTROPHES = dict.fromkeys(map(ord, "’‘‛ʼʻʹ′´`＇"), "'")
_WITHOUT_STROKE = str.maketrans(
    {"đ": "d", "ð": "d", "ɖ": "d", "ƀ": "b", "ł": "l", "ø": "o", "ı": "i", "æ": "ae", "œ": "oe"}
)
_LINE_ENDS = re.compile("\r\n|[\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029]")


def nfc(text: str) -> str:
    """The composed form, in which every Vietnamese letter is one character (macOS sends it in pieces)."""
    return unicodedata.normalize("NFC", text)


def tidy(text: str) -> str:
    """One line as it is stored: NFC, trimmed, single plain spaces, no line breaks, no invisible or control characters.

    Ð (eth), which prints like Đ and sorts like nothing Vietnamese, becomes Đ.
    """
    visible = text if text.isprintable() else "".join(_kept(character) for character in text)
    return " ".join(nfc(visible).translate(_LIKE_D_STROKE).split())


def tidy_lines(text: str) -> str:
    """Several lines as they are stored: each one tidied, line ends as \\n, blank lines kept inside but not around."""
    return "\n".join(tidy(line) for line in _LINE_ENDS.split(text)).strip("\n")


def _kept(character: str) -> str:
    if character.isspace():
        return " "
    # Cc: control, Cf: zero-width, direction marks, soft hyphens; Cs: half a pair, which no database accepts.
    return "" if unicodedata.category(character) in ("Cc", "Cf", "Cs") else character


def unify_apostrophes(text: str) -> str:
    """K’Brơi, Kʼ Brơi and K'Brơi are written with one sign."""
    return text.translate(_APOSTROPHES)


def fold(text: str) -> str:
    """The search form: lower case, no marks, đ as d, one kind of apostrophe, single spaces.

    "nguyen duc" stands in fold("Nguyễn Đức"); hoà and hòa, uỷ and ủy are the same. Applying it twice changes nothing.
    """
    lowered = unify_apostrophes(tidy(text).casefold())
    pieces = unicodedata.normalize("NFD", lowered).translate(_WITHOUT_STROKE)
    plain = "".join(piece for piece in pieces if unicodedata.category(piece) != "Mn")
    # Without its mark a foreign letter can gain a new lower case or composed form; then once more.
    folded = tidy(plain)
    return folded if folded == lowered else fold(folded)


_ABOUT_APOSTROPHE = re.compile(" ?' ?")


def sought(search: str) -> str:
    """What is typed into a search box, as `searched()` is looked through for it: H'Hen, h’hen and Hhen are the same."""
    return _ABOUT_APOSTROPHE.sub("", fold(search))


def searched(text: str) -> str:
    """What a search looks through: a name with an apostrophe is found without it and with a space in its place.

    `sought("h hen")`, `sought("hhen")` and `sought("h'hen")` all stand in searched("H'Hen Niê").
    """
    folded = fold(text)
    if "'" not in folded:
        return folded
    return "\n".join(_ABOUT_APOSTROPHE.sub(sign, folded) for sign in ("", " "))


# The tone of oa, oe, uy stands on the first vowel (older style, "ủy") or the second ("uỷ"), but only at the end of a
# word; in "quý" the u belongs to the consonant, so nothing moves.
_OLDER = [a + b for a, b in (pair.split() for pair in (
    "ò a", "ó a", "ỏ a", "õ a", "ọ a", "ò e", "ó e", "ỏ e", "õ e", "ọ e", "ù y", "ú y", "ủ y", "ũ y", "ụ y",
))]  # fmt: skip
_NEWER = ["oà", "oá", "oả", "oã", "oạ", "oè", "oé", "oẻ", "oẽ", "oẹ", "uỳ", "uý", "uỷ", "uỹ", "uỵ"]
_PLACEMENTS: dict[str, dict[str, str]] = {
    "ủy": dict(zip(_NEWER, _OLDER, strict=True)),
    "uỷ": dict(zip(_OLDER, _NEWER, strict=True)),
}
_PATTERNS = {
    style: re.compile(f"(?<!q)(?:{'|'.join(pairs)})(?![^\\W\\d_])", re.IGNORECASE)
    for style, pairs in _PLACEMENTS.items()
}


def house_style(text: str, style: HouseStyle) -> str:
    """Put the tones of oa, oe, uy where the office wants them: "ủy" (Đảng ủy, hòa) or "uỷ" (Đảng uỷ, hoà).

    For output only: what is stored stays as typed, and search does not see the difference. Any other style: ValueError.
    Source: 05-HD/VPTW as used by offices, which disagree (domain §7.5, [C]).
    """
    chosen = nfc(style)
    if chosen not in _PLACEMENTS:
        raise ValueError(f"unknown house style: {style!r}")
    pairs = _PLACEMENTS[chosen]
    return _PATTERNS[chosen].sub(lambda found: _like(found[0], pairs[found[0].lower()]), nfc(text))


def _like(pattern: str, text: str) -> str:
    return "".join(new.upper() if old.isupper() else new for old, new in zip(pattern, text, strict=True))


_SLUG_LENGTH = 80
_RESERVED_BY_WINDOWS = {"con", "prn", "aux", "nul"} | {f"{port}{n}" for port in ("com", "lpt") for n in range(1, 10)}


def file_slug(text: str) -> str:
    """A file name without extension that every system takes: "Danh sách đại biểu" becomes "danh-sach-dai-bieu"."""
    slug = re.sub("[^a-z0-9]+", "-", fold(text)).strip("-")
    if len(slug) > _SLUG_LENGTH:
        slug = slug[:_SLUG_LENGTH].rpartition("-")[0] or slug[:_SLUG_LENGTH]
    if not slug:
        return "tai-lieu"
    return f"{slug}-tep" if slug in _RESERVED_BY_WINDOWS else slug
