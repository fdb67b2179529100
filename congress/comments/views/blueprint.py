"""The blueprint of all pages of comments."""

from flask import Blueprint

blueprint = Blueprint("comments", __name__, url_prefix="/<congress>/comments")
