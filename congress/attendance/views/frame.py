"""The blueprint of all pages about the way to the hall."""

from flask import Blueprint

blueprint = Blueprint("attendance", __name__, url_prefix="/<congress>/attendance")
