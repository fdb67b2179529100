"""The blueprint all pages of accounts hang on; the door lies at the root, the office's pages inside a congress."""

from flask import Blueprint

blueprint = Blueprint("accounts", __name__)
