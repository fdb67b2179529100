"""Comment rounds, sheets and comments"""

from alembic import op
import sqlalchemy as sa


revision = "0004_comments"
down_revision = "0003_drafts"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "comment_round",
        sa.Column("congress_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("title", sa.String(length=200), nullable=False),
        sa.Column("opens_on", sa.Date(), nullable=False),
        sa.Column("closes_on", sa.Date(), nullable=False),
        sa.Column("questions", sa.Text(), nullable=False),
        sa.Column("every_unit", sa.Boolean(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["congress_id"], ["congress.id"], name=op.f("fk_comment_round_congress_id")),
        sa.PrimaryKeyConstraint("congress_id", "id", name=op.f("pk_comment_round")),
        sa.UniqueConstraint("congress_id", "title", name=op.f("uq_comment_round_congress_id_title")),
    )
    with op.batch_alter_table("comment_round", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_comment_round_congress_id_closes_on"), ["congress_id", "closes_on"], unique=False
        )

    op.create_table(
        "comment_sheet",
        sa.Column("congress_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("round_id", sa.Uuid(), nullable=False),
        sa.Column("unit_id", sa.Uuid(), nullable=False),
        sa.Column("channel", sa.String(length=40), nullable=False),
        sa.Column("met_on", sa.Date(), nullable=True),
        sa.Column("chair", sa.String(length=120), nullable=False),
        sa.Column("secretary", sa.String(length=120), nullable=False),
        sa.Column("members", sa.Integer(), nullable=True),
        sa.Column("present", sa.Integer(), nullable=True),
        sa.Column("spoke", sa.Integer(), nullable=True),
        sa.Column("nothing_to_say", sa.Boolean(), nullable=False),
        sa.Column("sent_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("sent_by", sa.String(length=200), nullable=False),
        sa.Column("reopened_until", sa.Date(), nullable=True),
        sa.Column("started_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["congress_id", "round_id"],
            ["comment_round.congress_id", "comment_round.id"],
            name=op.f("fk_comment_sheet_congress_id_round_id"),
        ),
        sa.ForeignKeyConstraint(
            ["congress_id", "unit_id"],
            ["unit.congress_id", "unit.id"],
            name=op.f("fk_comment_sheet_congress_id_unit_id"),
        ),
        sa.ForeignKeyConstraint(["congress_id"], ["congress.id"], name=op.f("fk_comment_sheet_congress_id")),
        sa.PrimaryKeyConstraint("congress_id", "id", name=op.f("pk_comment_sheet")),
        sa.UniqueConstraint(
            "congress_id", "round_id", "unit_id", name=op.f("uq_comment_sheet_congress_id_round_id_unit_id")
        ),
    )
    op.create_table(
        "round_unit",
        sa.Column("congress_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("round_id", sa.Uuid(), nullable=False),
        sa.Column("unit_id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["congress_id", "round_id"],
            ["comment_round.congress_id", "comment_round.id"],
            name=op.f("fk_round_unit_congress_id_round_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["congress_id", "unit_id"], ["unit.congress_id", "unit.id"], name=op.f("fk_round_unit_congress_id_unit_id")
        ),
        sa.ForeignKeyConstraint(["congress_id"], ["congress.id"], name=op.f("fk_round_unit_congress_id")),
        sa.PrimaryKeyConstraint("congress_id", "id", name=op.f("pk_round_unit")),
        sa.UniqueConstraint(
            "congress_id", "round_id", "unit_id", name=op.f("uq_round_unit_congress_id_round_id_unit_id")
        ),
    )
    op.create_table(
        "comment",
        sa.Column("congress_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("sheet_id", sa.Uuid(), nullable=False),
        sa.Column("version_id", sa.Uuid(), nullable=False),
        sa.Column("passage_id", sa.Uuid(), nullable=True),
        sa.Column("stance", sa.String(length=40), nullable=True),
        sa.Column("proposed", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("fold", sa.Text(), nullable=False),
        sa.Column("written_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("changed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["congress_id", "passage_id"],
            ["passage.congress_id", "passage.id"],
            name=op.f("fk_comment_congress_id_passage_id"),
        ),
        sa.ForeignKeyConstraint(
            ["congress_id", "sheet_id"],
            ["comment_sheet.congress_id", "comment_sheet.id"],
            name=op.f("fk_comment_congress_id_sheet_id"),
        ),
        sa.ForeignKeyConstraint(
            ["congress_id", "version_id"],
            ["draft_version.congress_id", "draft_version.id"],
            name=op.f("fk_comment_congress_id_version_id"),
        ),
        sa.ForeignKeyConstraint(["congress_id"], ["congress.id"], name=op.f("fk_comment_congress_id")),
        sa.PrimaryKeyConstraint("congress_id", "id", name=op.f("pk_comment")),
    )
    with op.batch_alter_table("comment", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_comment_congress_id_sheet_id"), ["congress_id", "sheet_id"], unique=False)
        batch_op.create_index(
            batch_op.f("ix_comment_congress_id_version_id_passage_id"),
            ["congress_id", "version_id", "passage_id"],
            unique=False,
        )

    op.create_table(
        "round_draft",
        sa.Column("congress_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("round_id", sa.Uuid(), nullable=False),
        sa.Column("version_id", sa.Uuid(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["congress_id", "round_id"],
            ["comment_round.congress_id", "comment_round.id"],
            name=op.f("fk_round_draft_congress_id_round_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["congress_id", "version_id"],
            ["draft_version.congress_id", "draft_version.id"],
            name=op.f("fk_round_draft_congress_id_version_id"),
        ),
        sa.ForeignKeyConstraint(["congress_id"], ["congress.id"], name=op.f("fk_round_draft_congress_id")),
        sa.PrimaryKeyConstraint("congress_id", "id", name=op.f("pk_round_draft")),
        sa.UniqueConstraint(
            "congress_id", "round_id", "version_id", name=op.f("uq_round_draft_congress_id_round_id_version_id")
        ),
    )
    with op.batch_alter_table("round_draft", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_round_draft_congress_id_version_id"), ["congress_id", "version_id"], unique=False
        )


def downgrade() -> None:
    with op.batch_alter_table("round_draft", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_round_draft_congress_id_version_id"))

    op.drop_table("round_draft")
    with op.batch_alter_table("comment", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_comment_congress_id_version_id_passage_id"))
        batch_op.drop_index(batch_op.f("ix_comment_congress_id_sheet_id"))

    op.drop_table("comment")
    op.drop_table("round_unit")
    op.drop_table("comment_sheet")
    with op.batch_alter_table("comment_round", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_comment_round_congress_id_closes_on"))

    op.drop_table("comment_round")
