"""Respondents besides cells, channels, verdicts on whole drafts, answers to guiding questions"""

import sqlalchemy as sa
from alembic import op

revision = "0051_respondents"
down_revision = "0035_document_path"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "round_respondent",
        sa.Column("congress_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("round_id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("listed", sa.Boolean(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["congress_id"], ["congress.id"], name=op.f("fk_round_respondent_congress_id")),
        sa.ForeignKeyConstraint(
            ["congress_id", "round_id"],
            ["comment_round.congress_id", "comment_round.id"],
            name=op.f("fk_round_respondent_congress_id_round_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("congress_id", "id", name=op.f("pk_round_respondent")),
    )
    op.create_index(op.f("ix_round_respondent_congress_id_round_id"), "round_respondent", ["congress_id", "round_id"])
    with op.batch_alter_table("comment_sheet", schema=None) as batch_op:
        batch_op.alter_column("unit_id", existing_type=sa.Uuid(), nullable=True)
        batch_op.add_column(sa.Column("respondent_id", sa.Uuid(), nullable=True))
        batch_op.add_column(sa.Column("on_paper", sa.Boolean(), nullable=False, server_default=sa.false()))
        batch_op.add_column(sa.Column("received_at", sa.DateTime(timezone=True), nullable=True))
        batch_op.add_column(sa.Column("put_aside", sa.String(length=300), nullable=False, server_default=""))
        batch_op.create_unique_constraint(
            batch_op.f("uq_comment_sheet_congress_id_respondent_id"), ["congress_id", "respondent_id"]
        )
        batch_op.create_check_constraint(
            batch_op.f("ck_comment_sheet_of_one"), "(unit_id IS NULL) <> (respondent_id IS NULL)"
        )
        batch_op.create_foreign_key(
            batch_op.f("fk_comment_sheet_congress_id_respondent_id"),
            "round_respondent",
            ["congress_id", "respondent_id"],
            ["congress_id", "id"],
        )
    op.execute(sa.text("UPDATE comment_sheet SET on_paper = (channel = 'on_paper')"))
    op.execute(sa.text("UPDATE comment_sheet SET channel = 'by_meeting'"))
    with op.batch_alter_table("comment_sheet", schema=None) as batch_op:
        batch_op.alter_column("on_paper", existing_type=sa.Boolean(), server_default=None)
        batch_op.alter_column("put_aside", existing_type=sa.String(length=300), server_default=None)
    op.create_table(
        "draft_verdict",
        sa.Column("congress_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("sheet_id", sa.Uuid(), nullable=False),
        sa.Column("version_id", sa.Uuid(), nullable=False),
        sa.Column("agree", sa.Integer(), nullable=True),
        sa.Column("with_changes", sa.Integer(), nullable=True),
        sa.Column("other", sa.Integer(), nullable=True),
        sa.Column("nothing_to_say", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["congress_id"], ["congress.id"], name=op.f("fk_draft_verdict_congress_id")),
        sa.ForeignKeyConstraint(
            ["congress_id", "sheet_id"],
            ["comment_sheet.congress_id", "comment_sheet.id"],
            name=op.f("fk_draft_verdict_congress_id_sheet_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["congress_id", "version_id"],
            ["draft_version.congress_id", "draft_version.id"],
            name=op.f("fk_draft_verdict_congress_id_version_id"),
        ),
        sa.PrimaryKeyConstraint("congress_id", "id", name=op.f("pk_draft_verdict")),
        sa.UniqueConstraint(
            "congress_id", "sheet_id", "version_id", name=op.f("uq_draft_verdict_congress_id_sheet_id_version_id")
        ),
    )
    op.create_table(
        "question_answer",
        sa.Column("congress_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("sheet_id", sa.Uuid(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("question", sa.Text(), nullable=False),
        sa.Column("answer", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["congress_id"], ["congress.id"], name=op.f("fk_question_answer_congress_id")),
        sa.ForeignKeyConstraint(
            ["congress_id", "sheet_id"],
            ["comment_sheet.congress_id", "comment_sheet.id"],
            name=op.f("fk_question_answer_congress_id_sheet_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("congress_id", "id", name=op.f("pk_question_answer")),
        sa.UniqueConstraint(
            "congress_id", "sheet_id", "position", name=op.f("uq_question_answer_congress_id_sheet_id_position")
        ),
    )


def downgrade() -> None:
    op.drop_table("question_answer")
    op.drop_table("draft_verdict")
    # Only cells had sheets before: what others said cannot be kept in the older tables.
    op.execute(
        sa.text(
            "DELETE FROM comment WHERE EXISTS (SELECT 1 FROM comment_sheet WHERE comment_sheet.unit_id IS NULL"
            " AND comment_sheet.congress_id = comment.congress_id AND comment_sheet.id = comment.sheet_id)"
        )
    )
    op.execute(sa.text("DELETE FROM comment_sheet WHERE unit_id IS NULL"))
    op.execute(sa.text("UPDATE comment_sheet SET channel = CASE WHEN on_paper THEN 'on_paper' ELSE 'online' END"))
    with op.batch_alter_table("comment_sheet", schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f("fk_comment_sheet_congress_id_respondent_id"), type_="foreignkey")
        batch_op.drop_constraint(batch_op.f("ck_comment_sheet_of_one"), type_="check")
        batch_op.drop_constraint(batch_op.f("uq_comment_sheet_congress_id_respondent_id"), type_="unique")
        batch_op.drop_column("put_aside")
        batch_op.drop_column("received_at")
        batch_op.drop_column("on_paper")
        batch_op.drop_column("respondent_id")
        batch_op.alter_column("unit_id", existing_type=sa.Uuid(), nullable=False)
    op.drop_table("round_respondent")
