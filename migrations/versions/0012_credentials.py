"""Decisions about the standing of delegates"""

from alembic import op
import sqlalchemy as sa


revision = "0012_credentials"
down_revision = "0013_credentials_reports"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "credentials_decision",
        sa.Column("congress_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("delegate_id", sa.Uuid(), nullable=False),
        sa.Column("verdict", sa.String(length=40), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("paper", sa.String(length=200), nullable=False),
        sa.Column("keys", sa.JSON(), nullable=False),
        sa.Column("decided_by", sa.String(length=200), nullable=False),
        sa.Column("decided_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["congress_id", "delegate_id"],
            ["delegate.congress_id", "delegate.id"],
            name=op.f("fk_credentials_decision_congress_id_delegate_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(["congress_id"], ["congress.id"], name=op.f("fk_credentials_decision_congress_id")),
        sa.PrimaryKeyConstraint("congress_id", "id", name=op.f("pk_credentials_decision")),
        sa.UniqueConstraint("congress_id", "delegate_id", name=op.f("uq_credentials_decision_congress_id_delegate_id")),
    )


def downgrade() -> None:
    op.drop_table("credentials_decision")
