"""Registered papers"""

from alembic import op
import sqlalchemy as sa


revision = "0063_agenda_speeches"
down_revision = "0062_agenda_actuals"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "agenda_speech",
        sa.Column("congress_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("unit_id", sa.Uuid(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("title", sa.String(length=300), nullable=False),
        sa.Column("speaker", sa.String(length=200), nullable=False),
        sa.Column("minutes", sa.Integer(), nullable=False),
        sa.Column("spoken", sa.Boolean(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("file_name", sa.String(length=160), nullable=False),
        sa.Column("file_extension", sa.String(length=8), nullable=False),
        sa.Column("file_digest", sa.String(length=64), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint("minutes > 0", name=op.f("ck_agenda_speech_minutes")),
        sa.ForeignKeyConstraint(["congress_id"], ["congress.id"], name=op.f("fk_agenda_speech_congress_id")),
        sa.ForeignKeyConstraint(
            ["congress_id", "unit_id"],
            ["unit.congress_id", "unit.id"],
            name=op.f("fk_agenda_speech_congress_id_unit_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("congress_id", "id", name=op.f("pk_agenda_speech")),
    )
    op.create_index(
        op.f("ix_agenda_speech_congress_id_position"), "agenda_speech", ["congress_id", "position"], unique=False
    )


def downgrade() -> None:
    op.drop_table("agenda_speech")
