"""Fixed starts, parts, papers and scripts of the programme's items"""

from alembic import op
import sqlalchemy as sa


revision = "0060_agenda_details"
down_revision = "0051_respondents"
branch_labels = None
depends_on = None

LINES = {"introduced_by": 200, "paper": 300, "preparer": 200, "place": 300}
TEXTS = ("script", "vote_wording", "fallback", "internal_note")


def upgrade() -> None:
    with op.batch_alter_table("agenda_item", schema=None) as batch_op:
        batch_op.add_column(sa.Column("parent_id", sa.Uuid(), nullable=True))
        batch_op.add_column(sa.Column("fixed_start", sa.Time(), nullable=True))
        for name, length in LINES.items():
            batch_op.add_column(sa.Column(name, sa.String(length=length), nullable=False, server_default=""))
        for name in TEXTS:
            batch_op.add_column(sa.Column(name, sa.Text(), nullable=False, server_default=""))
        batch_op.add_column(sa.Column("votes", sa.Boolean(), nullable=False, server_default=sa.false()))
        batch_op.create_foreign_key(
            batch_op.f("fk_agenda_item_congress_id_parent_id"),
            "agenda_item",
            ["congress_id", "parent_id"],
            ["congress_id", "id"],
        )
        batch_op.create_index(
            batch_op.f("ix_agenda_item_congress_id_parent_id"), ["congress_id", "parent_id"], unique=False
        )
    op.execute("UPDATE agenda_item SET votes = true WHERE kind = 'vote'")
    with op.batch_alter_table("agenda_item", schema=None) as batch_op:
        for name in (*LINES, *TEXTS, "votes"):
            batch_op.alter_column(name, server_default=None)


def downgrade() -> None:
    op.execute("DELETE FROM agenda_item WHERE parent_id IS NOT NULL")
    with op.batch_alter_table("agenda_item", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_agenda_item_congress_id_parent_id"))
        batch_op.drop_constraint(batch_op.f("fk_agenda_item_congress_id_parent_id"), type_="foreignkey")
        for name in ("votes", *reversed(TEXTS), *reversed(LINES), "fixed_start", "parent_id"):
            batch_op.drop_column(name)
