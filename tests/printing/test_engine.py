"""What makes the engine quick changes nothing on the paper."""

import re
from xml.etree import ElementTree

import pytest
import tinyhtml5

from congress.printing.engine import Page, tree_of
from congress.printing.fetching import NothingOutside
from congress.printing.html import html_of
from tests.printing.papers import decision, delegate_list, heading


def flat(element):
    """Tag, attributes and text of every element; line breaks outside the sheet aside, which nobody sees."""
    inside = element.tag not in ("html", "head", "body", "main")
    yield element.tag, dict(element.attrib), element.text if inside else "", element.tail if inside else ""
    for kid in element:
        yield from flat(kid)


PAPERS = {
    "decision": decision(),
    "list": delegate_list(45, first_name="K'Brơi & <b>H'Hen</b> \"Niê\""),
    "for the pen": decision(heading=heading(number=None, date=None, draft_mark="Dự thảo\nlần 2")),
}


@pytest.mark.parametrize("name", PAPERS)
def test_the_quick_parser_reads_a_paper_as_the_forgiving_one_does(name):
    html = html_of(PAPERS[name])
    assert list(flat(tree_of(html))) == list(flat(tinyhtml5.parse(html, namespace_html_elements=False)))


def test_a_page_with_elements_left_open_is_still_read():
    html = "<!DOCTYPE html><html lang=vi><title>-</title><body><p>Một<p>Hai"
    with pytest.raises(ElementTree.ParseError):
        tree_of(html)
    assert re.sub(r"\s", "", "".join(Page(html, url_fetcher=NothingOutside()).etree_element.itertext())) == "-MộtHai"
