"""The blueprint all pages of the programme share."""

from flask import Blueprint

blueprint = Blueprint("agenda", __name__, url_prefix="/<congress>/programme")
