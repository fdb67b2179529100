"""The blueprint of all pages of drafts."""

from flask import Blueprint

blueprint = Blueprint("drafts", __name__, url_prefix="/<congress>/drafts")
