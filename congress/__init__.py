"""Đại hội: the congress of a commune, from the first plan to the printed programme.

`create_app` lives in congress.application and is loaded when it is asked for: what needs no application
(`congress allocate`) starts without it.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from congress.application import create_app as create_app
    from congress.application import templates_folder as templates_folder

FEATURES = (
    "overview",
    "accounts",
    "congresses",
    "journal",
    "units",
    "allocation",
    "drafts",
    "comments",
    "triage",
    "synthesis",
    "agenda",
    "delegates",
    "credentials",
    "attendance",
    "subcommittees",
    "tasks",
)
LANGUAGES = {"vi": "Tiếng Việt", "en": "English"}


def __getattr__(name: str) -> Any:
    if name in ("create_app", "templates_folder"):
        return getattr(import_module("congress.application"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
