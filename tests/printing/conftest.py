"""One press for all printing tests, and the small templates the tests print."""

import io

import pypdf
import pytest
from jinja2 import ChoiceLoader, DictLoader

from congress.printing import html
from congress.printing.html import DEFAULT_FAMILY
from congress.printing.pool import Pool
from congress.printing.render import Press

PATIENCE = 200  # seconds: what is tested is the paper, not how busy the machine is
TEMPLATES = {
    "decision.html": """{% extends "printing/page.html" %}{% block content %}
        {% for text in paragraphs %}<p>{{ text }}</p>{% endfor %}{% endblock %}""",
    "text.html": """{% extends "printing/page.html" %}{% block content %}<p>Mở đầu.</p>
        <!--text-->
        {% for tag, text in blocks %}<{{ tag }}>{{ text }}</{{ tag }}>
        {% endfor %}<!--text-->
        <p class="small italic">Ghi chú cuối.</p>{% endblock %}""",
    "list.html": """{% extends "printing/page.html" %}{% import "printing/table.html" as tables %}
        {% block content %}{{ tables.grid(table, table_width) }}{% endblock %}""",
    "nowhere.html": """{% extends "printing/page.html" %}
        {% block content %}<p>{{ nobody_set_this }}</p>{% endblock %}""",
    "letters.html": """{% extends "printing/page.html" %}
        {% block heading %}{% endblock %}{% block title %}{% endblock %}
        {% block content %}{% for style in ("", "bold", "italic", "bold italic") %}
        <p class="plain {{ style }}">{{ letters }}</p>{% endfor %}{% endblock %}{% block signature %}{% endblock %}""",
}


@pytest.fixture(autouse=True, scope="session")
def test_templates():
    environment = html._environment()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(environment, "loader", ChoiceLoader([environment.loader, DictLoader(TEMPLATES)]))
        yield


@pytest.fixture(scope="session")
def press(test_templates):
    press = Press(pool=Pool(DEFAULT_FAMILY, processes=2, seconds=PATIENCE))
    yield press
    press.pool.close()


@pytest.fixture
def read():
    return lambda data: pypdf.PdfReader(io.BytesIO(data))
