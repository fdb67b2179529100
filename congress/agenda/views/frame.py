"""The blueprint all pages of the programme share."""

from flask import Blueprint

from congress.agenda.rules.clock import clock_time

blueprint = Blueprint("agenda", __name__, url_prefix="/<congress>/programme")
blueprint.add_app_template_filter(clock_time, "clock_time")
