"""Answers given to the cells"""

from alembic import op
import sqlalchemy as sa


revision = "0021_triage_release"
down_revision = "0020_triage"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "triage_release",
        sa.Column("congress_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("round_id", sa.Uuid(), nullable=False),
        sa.Column("released_on", sa.Date(), nullable=False),
        sa.Column("released_by", sa.String(length=200), nullable=False),
        sa.ForeignKeyConstraint(["congress_id"], ["congress.id"], name=op.f("fk_triage_release_congress_id")),
        sa.ForeignKeyConstraint(
            ["congress_id", "round_id"],
            ["comment_round.congress_id", "comment_round.id"],
            name=op.f("fk_triage_release_congress_id_round_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("congress_id", "id", name=op.f("pk_triage_release")),
        sa.UniqueConstraint("congress_id", "round_id", name=op.f("uq_triage_release_congress_id_round_id")),
    )


def downgrade() -> None:
    op.drop_table("triage_release")
