"""The English catalogue is complete, in step with the source, and compiled; `python -m tests.catalogue` updates it."""

import re

from tests.catalogue import FOLDER, as_mo, as_po, english, fresh, source_sentences

PLACE = re.compile(r"%\(\w+\)[sd]")


def test_the_catalogue_holds_exactly_the_sentences_of_the_source():
    known = {message.id for message in english() if message.id}
    assert source_sentences() == known


def test_no_sentence_is_without_a_translation_or_guessed():
    assert not [message.id for message in english() if message.id and (not message.string or message.fuzzy)]


def test_placeholders_are_the_same_in_both_languages():
    for message in english():
        assert sorted(PLACE.findall(str(message.id))) == sorted(PLACE.findall(str(message.string))), message.id


def test_both_files_are_fresh():
    po = (FOLDER / "messages.po").read_bytes()
    assert po == as_po(fresh(english()))
    assert (FOLDER / "messages.mo").read_bytes() == as_mo(po)
