"""A slow connection, to find stories that read a page before it has come: every page takes half a second more.

`python -m pytest -p tests.slow_server tests/journeys` – a story that passes here waits for what it reads.
"""

import time
from collections.abc import Callable, Iterable
from typing import Any

from flask import Flask

DELAY = 0.5
SERVED_BY_A_PORT = "waitress.client_disconnected"  # absent where a test calls the application itself

_prompt = Flask.wsgi_app


def _late(app: Flask, environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
    if SERVED_BY_A_PORT in environ and not environ["PATH_INFO"].startswith("/static"):
        time.sleep(DELAY)
    return _prompt(app, environ, start_response)


Flask.wsgi_app = _late  # type: ignore[method-assign,assignment]
