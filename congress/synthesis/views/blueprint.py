"""Where the pages of the synthesis report hang."""

from flask import Blueprint

blueprint = Blueprint("synthesis", __name__, url_prefix="/<congress>/synthesis")
