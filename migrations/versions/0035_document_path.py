"""The way of a document: its level, its state, the steps it took"""

from alembic import op
import sqlalchemy as sa


revision = "0035_document_path"
down_revision = "0050_subcommittee_files"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("document", schema=None) as batch_op:
        batch_op.add_column(sa.Column("level", sa.String(length=40), nullable=False, server_default="level_own"))
        batch_op.add_column(sa.Column("state", sa.String(length=40), nullable=True))
    op.execute("UPDATE document SET level = 'level_province' WHERE kind = 'superior_document'")
    op.execute(
        "UPDATE document SET level = 'level_central' WHERE kind = 'superior_document'"
        " AND (title LIKE '%XIV%' OR title LIKE '%toàn quốc%' OR title LIKE '%Trung ương%')"
    )
    with op.batch_alter_table("document", schema=None) as batch_op:
        batch_op.alter_column("level", existing_type=sa.String(length=40), server_default=None)
    op.create_table(
        "document_step",
        sa.Column("congress_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("document_id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(length=40), nullable=False),
        sa.Column("day", sa.Date(), nullable=True),
        sa.Column("draft_id", sa.Uuid(), nullable=True),
        sa.Column("body", sa.String(length=200), nullable=False),
        sa.Column("paper", sa.String(length=80), nullable=False),
        sa.Column("paper_on", sa.Date(), nullable=True),
        sa.Column("note", sa.String(length=500), nullable=False),
        sa.Column("reason", sa.String(length=500), nullable=False),
        sa.Column("recorded_by", sa.String(length=200), nullable=False),
        sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["congress_id", "document_id"],
            ["document.congress_id", "document.id"],
            name=op.f("fk_document_step_congress_id_document_id"),
        ),
        sa.ForeignKeyConstraint(
            ["congress_id", "draft_id"],
            ["draft_version.congress_id", "draft_version.id"],
            name=op.f("fk_document_step_congress_id_draft_id"),
        ),
        sa.ForeignKeyConstraint(["congress_id"], ["congress.id"], name=op.f("fk_document_step_congress_id")),
        sa.PrimaryKeyConstraint("congress_id", "id", name=op.f("pk_document_step")),
        sa.UniqueConstraint(
            "congress_id", "document_id", "number", name=op.f("uq_document_step_congress_id_document_id_number")
        ),
    )
    with op.batch_alter_table("document_step", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_document_step_congress_id_draft_id"), ["congress_id", "draft_id"], unique=False
        )


def downgrade() -> None:
    op.drop_table("document_step")
    with op.batch_alter_table("document", schema=None) as batch_op:
        batch_op.drop_column("state")
        batch_op.drop_column("level")
