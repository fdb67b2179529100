"""Real times of the programme's items"""

from alembic import op
import sqlalchemy as sa


revision = "0062_agenda_actuals"
down_revision = "0061_agenda_releases"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "agenda_actual",
        sa.Column("congress_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("item_id", sa.Uuid(), nullable=False),
        sa.Column("title", sa.String(length=300), nullable=False),
        sa.Column("started_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("finished_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("tapped_by", sa.String(length=120), nullable=False),
        sa.ForeignKeyConstraint(["congress_id"], ["congress.id"], name=op.f("fk_agenda_actual_congress_id")),
        sa.PrimaryKeyConstraint("congress_id", "id", name=op.f("pk_agenda_actual")),
        sa.UniqueConstraint("congress_id", "item_id", name=op.f("uq_agenda_actual_congress_id_item_id")),
    )


def downgrade() -> None:
    op.drop_table("agenda_actual")
