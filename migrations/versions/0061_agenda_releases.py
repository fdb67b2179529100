"""Released programmes"""

from alembic import op
import sqlalchemy as sa


revision = "0061_agenda_releases"
down_revision = "0060_agenda_details"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "agenda_release",
        sa.Column("congress_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("released_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("released_by", sa.String(length=120), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("content", sa.JSON(), nullable=False),
        sa.Column("changes", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(["congress_id"], ["congress.id"], name=op.f("fk_agenda_release_congress_id")),
        sa.PrimaryKeyConstraint("congress_id", "id", name=op.f("pk_agenda_release")),
        sa.UniqueConstraint("congress_id", "number", name=op.f("uq_agenda_release_congress_id_number")),
    )


def downgrade() -> None:
    op.drop_table("agenda_release")
