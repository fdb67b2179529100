"""Where the pages of the desk hang."""

from flask import Blueprint

blueprint = Blueprint("triage", __name__, url_prefix="/<congress>/triage")
