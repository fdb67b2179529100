"""Bring the English catalogue in step with the source: `python -m tests.catalogue`.

New sentences appear with an empty translation to fill in, unused ones go, and the file is compiled. Run it again
after filling in. No places and no dates are recorded, so that two people's additions rarely meet.
"""

from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

from babel.messages import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).parents[1]
FOLDER = ROOT / "congress" / "translations" / "en" / "LC_MESSAGES"
KEYWORDS = {"_": None, "_l": None, "gettext": None, "lazy_gettext": None, "N_": None}
METHODS = [("**.py", "python"), ("**.html", "jinja2")]


def source_sentences() -> set[str]:
    """Every Vietnamese sentence marked in code and templates; printed papers are not marked."""
    found = set()
    for folder in ("congress", "templates"):
        for _file, _line, message, _comments, _context in extract_from_dir(ROOT / folder, METHODS, keywords=KEYWORDS):
            assert isinstance(message, str), f"plural forms are not used here: {message}"
            found.add(message)
    return found - {""}


def english() -> Catalog:
    """The catalogue as it lies in the repository."""
    file = FOLDER / "messages.po"
    return read_po(BytesIO(file.read_bytes()), locale="en") if file.exists() else Catalog(locale="en")


def fresh(known: Catalog) -> Catalog:
    """The same catalogue with exactly the sentences of the source, in a fixed order."""
    catalogue = Catalog(locale="en", fuzzy=False)
    for sentence in sorted(source_sentences()):
        message = known.get(sentence)
        catalogue.add(sentence, message.string if message and not message.fuzzy else "")
    return catalogue


def as_po(catalogue: Catalog) -> bytes:
    """The text form, without dates."""
    buffer = BytesIO()
    write_po(buffer, catalogue, omit_header=True, no_location=True, width=0, sort_output=True)
    header = b'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=utf-8\\n"\n"Language: en\\n"\n\n'
    return header + buffer.getvalue()


def as_mo(po: bytes) -> bytes:
    """The compiled form of a text form."""
    buffer = BytesIO()
    catalogue = read_po(BytesIO(po), locale="en")
    catalogue.creation_date = datetime(2025, 1, 1, tzinfo=UTC)  # else the same text gives other bytes a minute later
    write_mo(buffer, catalogue)
    return buffer.getvalue()


def main() -> None:
    """Update both files and say what is left to translate."""
    catalogue = fresh(english())
    po = as_po(catalogue)
    (FOLDER / "messages.po").write_bytes(po)
    (FOLDER / "messages.mo").write_bytes(as_mo(po))
    missing = [message.id for message in catalogue if message.id and not message.string]
    print(f"{len(catalogue)} sentences, {len(missing)} to translate")  # noqa: T201
    for sentence in missing:
        print(f"  {sentence}")  # noqa: T201


if __name__ == "__main__":
    main()
