"""Credentials reports and the credentials committee"""

from alembic import op
import sqlalchemy as sa


revision = "0013_credentials_reports"
down_revision = "0011_substitutions"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "credentials_report",
        sa.Column("congress_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("moment", sa.String(length=40), nullable=False),
        sa.Column("counted_on", sa.String(length=40), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("hour", sa.Time(), nullable=True),
        sa.Column("bands", sa.String(length=40), nullable=False),
        sa.Column("state", sa.String(length=40), nullable=False),
        sa.Column("figures", sa.JSON(), nullable=False),
        sa.Column("typed", sa.JSON(), nullable=False),
        sa.Column("contradictions", sa.JSON(), nullable=False),
        sa.Column("explanations", sa.JSON(), nullable=False),
        sa.Column("committee", sa.JSON(), nullable=False),
        sa.Column("setting", sa.JSON(), nullable=False),
        sa.Column("not_recognised", sa.Text(), nullable=False),
        sa.Column("complaints", sa.Text(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("seal", sa.String(length=64), nullable=False),
        sa.Column("drawn_up_by", sa.String(length=200), nullable=False),
        sa.Column("drawn_up_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("signed_by", sa.String(length=120), nullable=False),
        sa.Column("adopted_on", sa.Date(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["congress_id"], ["congress.id"], name=op.f("fk_credentials_report_congress_id")),
        sa.PrimaryKeyConstraint("congress_id", "id", name=op.f("pk_credentials_report")),
        sa.UniqueConstraint("congress_id", "number", name=op.f("uq_credentials_report_congress_id_number")),
    )
    op.create_table(
        "credentials_member",
        sa.Column("congress_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("delegate_id", sa.Uuid(), nullable=False),
        sa.Column("role", sa.String(length=40), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["congress_id", "delegate_id"],
            ["delegate.congress_id", "delegate.id"],
            name=op.f("fk_credentials_member_congress_id_delegate_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(["congress_id"], ["congress.id"], name=op.f("fk_credentials_member_congress_id")),
        sa.PrimaryKeyConstraint("congress_id", "id", name=op.f("pk_credentials_member")),
        sa.UniqueConstraint("congress_id", "delegate_id", name=op.f("uq_credentials_member_congress_id_delegate_id")),
    )


def downgrade() -> None:
    op.drop_table("credentials_member")
    op.drop_table("credentials_report")
