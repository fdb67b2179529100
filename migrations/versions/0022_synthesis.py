"""Synthesis reports"""

from alembic import op
import sqlalchemy as sa


revision = "0022_synthesis"
down_revision = "0021_triage_release"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "synthesis_report",
        sa.Column("congress_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("round_id", sa.Uuid(), nullable=False),
        sa.Column("thresholds", sa.JSON(), nullable=False),
        sa.Column("base", sa.Integer(), nullable=False),
        sa.Column("opening", sa.Text(), nullable=False),
        sa.Column("comments", sa.Integer(), nullable=False),
        sa.Column("drawn_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("number", sa.Integer(), nullable=True),
        sa.Column("issued_on", sa.Date(), nullable=True),
        sa.Column("authority", sa.String(length=120), nullable=False),
        sa.Column("position", sa.String(length=120), nullable=False),
        sa.Column("signed_by", sa.String(length=120), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["congress_id"], ["congress.id"], name=op.f("fk_synthesis_report_congress_id")),
        sa.ForeignKeyConstraint(
            ["congress_id", "round_id"],
            ["comment_round.congress_id", "comment_round.id"],
            name=op.f("fk_synthesis_report_congress_id_round_id"),
        ),
        sa.PrimaryKeyConstraint("congress_id", "id", name=op.f("pk_synthesis_report")),
    )
    op.create_index(
        op.f("ix_synthesis_report_congress_id_round_id"), "synthesis_report", ["congress_id", "round_id"], unique=False
    )
    op.create_table(
        "synthesis_statement",
        sa.Column("congress_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("report_id", sa.Uuid(), nullable=False),
        sa.Column("key", sa.String(length=120), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("part", sa.String(length=40), nullable=False),
        sa.Column("version_id", sa.Uuid(), nullable=False),
        sa.Column("document", sa.String(length=400), nullable=False),
        sa.Column("heading", sa.Text(), nullable=False),
        sa.Column("written", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("sources", sa.JSON(), nullable=False),
        sa.Column("edited", sa.Boolean(), nullable=False),
        sa.Column("left_out", sa.Boolean(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["congress_id"], ["congress.id"], name=op.f("fk_synthesis_statement_congress_id")),
        sa.ForeignKeyConstraint(
            ["congress_id", "report_id"],
            ["synthesis_report.congress_id", "synthesis_report.id"],
            name=op.f("fk_synthesis_statement_congress_id_report_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["congress_id", "version_id"],
            ["draft_version.congress_id", "draft_version.id"],
            name=op.f("fk_synthesis_statement_congress_id_version_id"),
        ),
        sa.PrimaryKeyConstraint("congress_id", "id", name=op.f("pk_synthesis_statement")),
        sa.UniqueConstraint(
            "congress_id", "report_id", "key", name=op.f("uq_synthesis_statement_congress_id_report_id_key")
        ),
    )
    op.create_index(
        op.f("ix_synthesis_statement_congress_id_report_id_place"),
        "synthesis_statement",
        ["congress_id", "report_id", "place"],
        unique=False,
    )


def downgrade() -> None:
    op.drop_table("synthesis_statement")
    op.drop_table("synthesis_report")
