"""Every field an action notes has a label in words, in its own table."""

from congress import create_app  # noqa: F401 - imports every feature, and with it every label
from congress.database import Base
from congress.shared.labels import FIELD_LABELS


def test_a_label_belongs_to_a_table_that_is_there():
    tables = set(Base.registry.metadata.tables)
    assert {key.partition(".")[0] for key in FIELD_LABELS if "." in key} <= tables


def test_the_same_field_may_have_another_label_in_another_table():
    assert FIELD_LABELS["congress.closes_on"] == "Ngày bế mạc"
    assert FIELD_LABELS["comment_round.closes_on"] == "Đến hết ngày"
