"""How Vietnamese names and titles are put in order, whatever the database's collation.

A sort key is plain ASCII (a-z, 0-9) whose binary order is the Vietnamese order. Its pieces:

* a letter: the Latin letter and its place among its sisters (a0 ă1→"a1" â→"a2", d0, đ→"d1", u0, ư→"u1");
* "0" closes the letters of a word and sorts before any letter, so An stands before Anh;
* then the word's tones, 1 ngang, 2 huyền, 3 hỏi, 4 ngã, 5 sắc, 6 nặng, closed by another "0";
* "1" an apostrophe or other sign, "2" a number with its length first, so that 2 stands before 10.

**Letters decide before tones within a word, and an earlier compared word, tone and all, decides before a later one.**
So all Anh come before all Ánh, and only within the Anh the family name counts: Lê Thị Anh, Trần Văn Anh, Bùi Thị Ánh.
This is what lists by tên, họ, đệm mean (state election forms 2021, domain §8.1); a collation over the whole string,
as in CLDR, would mix Anh and Ánh by family name. Where a tone is written (Hòa, Hoà) makes no difference.
"""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import NamedTuple

from congress.shared.vietnamese.text import tidy, unify_apostrophes

_TONES = {"\u0300": "2", "\u0309": "3", "\u0303": "4", "\u0301": "5", "\u0323": "6"}
_LEVEL = "1"
_FOREIGN_MARK = "7"
_VOWELS = frozenset("aeiouy")
_SISTERS = {
    ("a", "\u0306"): "1", ("a", "\u0302"): "2", ("e", "\u0302"): "1",
    ("o", "\u0302"): "1", ("o", "\u031b"): "2", ("u", "\u031b"): "1",
}  # fmt: skip
_END = "0"
_SIGN = "1"
_NUMBER = "2"
_LONGEST_NUMBER = 99
# Letters that do not fall apart into a Latin letter and marks.
_ALONE = {
    "đ": ("d1", ""),
    "ð": ("d1", ""),
    "ɖ": ("d1", ""),
    "ƀ": ("b0", "7"),
    "ł": ("l0", "7"),
    "ø": ("o0", "7"),
    "ı": ("i0", "7"),
}
_BETWEEN_WORDS = re.compile(r"[^\w'\u0300-\u036f]+|_+")


class NameParts(NamedTuple):
    """A full name: family name, middle words (may be several, one string), given name."""

    ho: str
    dem: str
    ten: str


def split_name(full_name: str) -> NameParts:
    """Split into (họ, đệm, tên) by position: first word, last word, everything between. A single word is the tên.

    A remark in brackets stays with the tên ("Lê Anh (B)"). Compound surnames and names of other peoples do not follow
    this; those need a manual sort name.
    """
    name, remark = _name_and_remark(full_name)
    words = name.split(" ")
    ho, dem = (words[0], " ".join(words[1:-1])) if len(words) > 1 else ("", "")
    return NameParts(ho, dem, f"{words[-1]} {remark}".strip())


def name_sort_key(full_name: str, sort_name: str | None = None) -> str:
    """The key by which lists of people are ordered: tên, then họ, then the đệm words.

    A `sort_name` typed by hand wins (K'Brơi, H'Hen Niê, compound surnames). It is read from left to right, so it is
    written in the order of comparison: "An Nguyễn Văn" equals the name Nguyễn Văn An; "H'Hen Niê" sorts under H.
    A remark in brackets behind the name, as in "Lê Anh (B)", is compared last.

    Equal names give equal keys in NFC and NFD, old and new tone placement, any case. An empty name gives "", the first.
    At most 2 characters for a Vietnamese letter and 3 for a word.
    """
    by_hand = tidy(sort_name or "").split()
    if by_hand:
        return _key(by_hand)
    name, remark = _name_and_remark(full_name)
    words = [word for word in name.split() if _says_something(word)]
    key = _key(words[-1:] + words[:-1])
    # A second close sorts before any further word: Lê Anh (B) stands before Lê An Anh.
    return f"{key}{_END}{text_sort_key(remark)}" if remark else key


def text_sort_key(text: str) -> str:
    """The key for names of cells and other titles: word by word in reading order, numbers by value (ấp 2 before ấp 10).

    Dashes, brackets and other signs only separate words.
    """
    return _key(_BETWEEN_WORDS.split(unify_apostrophes(tidy(text))))


def _name_and_remark(full_name: str) -> tuple[str, str]:
    """Part off what stands in brackets behind a name to tell two people apart: "Lê Anh (B)"."""
    tidied = tidy(full_name)
    name, bracket, remark = tidied.partition(" (")
    return (name, "(" + remark) if bracket else (tidied, "")


def _says_something(word: str) -> bool:
    return any(character.isalnum() for character in word)


def _key(words: Sequence[str]) -> str:
    return "".join(_word_key(word) for word in words if word)


def _word_key(word: str) -> str:
    letters: list[str] = []
    tones: list[str] = []
    for is_number, run in groupby(unify_apostrophes(word.casefold()), key=_is_digit):
        if is_number:
            letters.append(_number_key(run))
            continue
        for letter, marks in _letters_with_marks("".join(run)):
            sort_letter, sort_tones = _letter_key(letter, marks)
            letters.append(sort_letter)
            tones.append(sort_tones)
    return "".join(letters) + _END + ("".join(tones) or _LEVEL) + _END


def _is_digit(character: str) -> bool:
    return "0" <= character <= "9"


def _number_key(digits: Iterable[str]) -> str:
    number = "".join(digits).lstrip("0")[:_LONGEST_NUMBER]
    return f"{_NUMBER}{len(number):02d}{number}"


def _letters_with_marks(run: str) -> list[tuple[str, str]]:
    pairs: list[tuple[str, str]] = []
    for piece in unicodedata.normalize("NFD", run):
        if unicodedata.combining(piece) and pairs:
            letter, marks = pairs[-1]
            pairs[-1] = (letter, marks + piece)
        else:
            pairs.append((piece, ""))
    return pairs


def _letter_key(letter: str, marks: str) -> tuple[str, str]:
    """The letter's place in the alphabet, and its tones in the order written."""
    place, tones = "0", ""
    for mark in marks:
        if letter in _VOWELS and mark in _TONES:
            tones += _TONES[mark]
        elif place == "0" and (letter, mark) in _SISTERS:
            place = _SISTERS[letter, mark]
        else:
            tones += _FOREIGN_MARK
    if "a" <= letter <= "z":
        return letter + place, tones
    if letter in _ALONE:
        alone, foreign = _ALONE[letter]
        return alone, foreign + tones
    if letter.isalnum():
        # Other scripts stand after z, in the order of Unicode.
        return f"zz{ord(letter):06x}", tones
    return _SIGN, tones
