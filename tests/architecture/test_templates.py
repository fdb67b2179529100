"""Templates: nothing inline, nothing from elsewhere, every form with its token."""

import re
from pathlib import Path

import pytest

TEMPLATES = sorted((Path(__file__).parents[2] / "templates").rglob("*.html"))
FORBIDDEN = {
    "an inline style": re.compile(r"\sstyle\s*="),
    "an inline script": re.compile(r"<script(?![^>]*\bsrc=)"),
    "an event attribute": re.compile(r"\son[a-z]+\s*="),
    "something from another site": re.compile(r"(src|href)=[\"']https?:"),
    "unescaped output": re.compile(r"\|\s*safe\b"),
}


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: str(path.relative_to(path.parents[2])))
def test_a_template_holds_nothing_the_policy_forbids(template):
    text = template.read_text()
    for what, pattern in FORBIDDEN.items():
        assert not pattern.search(text), what


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: str(path.relative_to(path.parents[2])))
def test_every_posting_form_carries_its_token(template):
    text = template.read_text()
    for form in re.findall(r"<form[^>]*method=\"post\".*?</form>", text, re.S):
        assert "csrf_token" in form
