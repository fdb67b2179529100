"""What people do with the programme."""

from congress.agenda.actions.live import finish, start, undo
from congress.agenda.actions.order import arrange, move_item, refuse_stale_order, step_item
from congress.agenda.actions.programme import (
    add_item,
    add_session,
    change_item,
    change_session,
    remove_item,
    remove_session,
    take_template,
)
from congress.agenda.actions.releases import release
from congress.agenda.actions.speeches import (
    change_speech,
    keep_speech_file,
    register_speech,
    remove_speech,
    step_speech,
)

__all__ = [
    "add_item",
    "add_session",
    "arrange",
    "change_item",
    "change_session",
    "change_speech",
    "finish",
    "keep_speech_file",
    "move_item",
    "refuse_stale_order",
    "register_speech",
    "release",
    "remove_item",
    "remove_session",
    "remove_speech",
    "start",
    "step_item",
    "step_speech",
    "take_template",
    "undo",
]
