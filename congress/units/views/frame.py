"""The blueprint of the pages of cells."""

from flask import Blueprint

blueprint = Blueprint("units", __name__, url_prefix="/<congress>/units")
