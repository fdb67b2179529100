"""Triage of comments"""

from alembic import op
import sqlalchemy as sa


revision = "0020_triage"
down_revision = "0015_structure_targets"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "triage_filter",
        sa.Column("congress_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("name", sa.String(length=100), nullable=False),
        sa.Column("query", sa.String(length=1000), nullable=False),
        sa.ForeignKeyConstraint(["congress_id"], ["congress.id"], name=op.f("fk_triage_filter_congress_id")),
        sa.PrimaryKeyConstraint("congress_id", "id", name=op.f("pk_triage_filter")),
        sa.UniqueConstraint("congress_id", "name", name=op.f("uq_triage_filter_congress_id_name")),
    )
    op.create_table(
        "triage_stock_reason",
        sa.Column("congress_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("name", sa.String(length=100), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("disposition", sa.String(length=40), nullable=True),
        sa.ForeignKeyConstraint(["congress_id"], ["congress.id"], name=op.f("fk_triage_stock_reason_congress_id")),
        sa.PrimaryKeyConstraint("congress_id", "id", name=op.f("pk_triage_stock_reason")),
        sa.UniqueConstraint("congress_id", "name", name=op.f("uq_triage_stock_reason_congress_id_name")),
    )
    op.create_table(
        "triage_topic",
        sa.Column("congress_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("name", sa.String(length=100), nullable=False),
        sa.ForeignKeyConstraint(["congress_id"], ["congress.id"], name=op.f("fk_triage_topic_congress_id")),
        sa.PrimaryKeyConstraint("congress_id", "id", name=op.f("pk_triage_topic")),
        sa.UniqueConstraint("congress_id", "name", name=op.f("uq_triage_topic_congress_id_name")),
    )
    op.create_table(
        "triage_point",
        sa.Column("congress_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("round_id", sa.Uuid(), nullable=False),
        sa.Column("version_id", sa.Uuid(), nullable=False),
        sa.Column("passage_id", sa.Uuid(), nullable=True),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("summary", sa.Text(), nullable=False),
        sa.Column("assignee", sa.String(length=200), nullable=False),
        sa.Column("disposition", sa.String(length=40), nullable=True),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("wording", sa.Text(), nullable=False),
        sa.Column("forwarded_to", sa.String(length=200), nullable=False),
        sa.Column("decided_on", sa.Date(), nullable=True),
        sa.Column("decided_by", sa.String(length=200), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["congress_id", "passage_id"],
            ["passage.congress_id", "passage.id"],
            name=op.f("fk_triage_point_congress_id_passage_id"),
        ),
        sa.ForeignKeyConstraint(
            ["congress_id", "round_id"],
            ["comment_round.congress_id", "comment_round.id"],
            name=op.f("fk_triage_point_congress_id_round_id"),
        ),
        sa.ForeignKeyConstraint(
            ["congress_id", "version_id"],
            ["draft_version.congress_id", "draft_version.id"],
            name=op.f("fk_triage_point_congress_id_version_id"),
        ),
        sa.ForeignKeyConstraint(["congress_id"], ["congress.id"], name=op.f("fk_triage_point_congress_id")),
        sa.PrimaryKeyConstraint("congress_id", "id", name=op.f("pk_triage_point")),
    )
    with op.batch_alter_table("triage_point", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_triage_point_congress_id_round_id_version_id_position"),
            ["congress_id", "round_id", "version_id", "position"],
            unique=False,
        )
        batch_op.create_index(
            batch_op.f("ix_triage_point_congress_id_version_id"), ["congress_id", "version_id"], unique=False
        )

    op.create_table(
        "triage_attachment",
        sa.Column("congress_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("comment_id", sa.Uuid(), nullable=False),
        sa.Column("version_id", sa.Uuid(), nullable=False),
        sa.Column("passage_id", sa.Uuid(), nullable=True),
        sa.Column("recorded_by", sa.String(length=200), nullable=False),
        sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["congress_id", "comment_id"],
            ["comment.congress_id", "comment.id"],
            name=op.f("fk_triage_attachment_congress_id_comment_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["congress_id", "passage_id"],
            ["passage.congress_id", "passage.id"],
            name=op.f("fk_triage_attachment_congress_id_passage_id"),
        ),
        sa.ForeignKeyConstraint(
            ["congress_id", "version_id"],
            ["draft_version.congress_id", "draft_version.id"],
            name=op.f("fk_triage_attachment_congress_id_version_id"),
        ),
        sa.ForeignKeyConstraint(["congress_id"], ["congress.id"], name=op.f("fk_triage_attachment_congress_id")),
        sa.PrimaryKeyConstraint("congress_id", "id", name=op.f("pk_triage_attachment")),
        sa.UniqueConstraint(
            "congress_id",
            "comment_id",
            "version_id",
            name=op.f("uq_triage_attachment_congress_id_comment_id_version_id"),
        ),
    )
    op.create_table(
        "triage_landing",
        sa.Column("congress_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("point_id", sa.Uuid(), nullable=False),
        sa.Column("version_id", sa.Uuid(), nullable=False),
        sa.Column("passage_id", sa.Uuid(), nullable=False),
        sa.Column("note", sa.String(length=300), nullable=False),
        sa.Column("recorded_by", sa.String(length=200), nullable=False),
        sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["congress_id", "passage_id"],
            ["passage.congress_id", "passage.id"],
            name=op.f("fk_triage_landing_congress_id_passage_id"),
        ),
        sa.ForeignKeyConstraint(
            ["congress_id", "point_id"],
            ["triage_point.congress_id", "triage_point.id"],
            name=op.f("fk_triage_landing_congress_id_point_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["congress_id", "version_id"],
            ["draft_version.congress_id", "draft_version.id"],
            name=op.f("fk_triage_landing_congress_id_version_id"),
        ),
        sa.ForeignKeyConstraint(["congress_id"], ["congress.id"], name=op.f("fk_triage_landing_congress_id")),
        sa.PrimaryKeyConstraint("congress_id", "id", name=op.f("pk_triage_landing")),
        sa.UniqueConstraint(
            "congress_id",
            "point_id",
            "version_id",
            "passage_id",
            name=op.f("uq_triage_landing_congress_id_point_id_version_id_passage_id"),
        ),
    )
    with op.batch_alter_table("triage_landing", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_triage_landing_congress_id_version_id_passage_id"),
            ["congress_id", "version_id", "passage_id"],
            unique=False,
        )

    op.create_table(
        "triage_member",
        sa.Column("congress_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("point_id", sa.Uuid(), nullable=False),
        sa.Column("comment_id", sa.Uuid(), nullable=False),
        sa.Column("joined_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("joined_by", sa.String(length=200), nullable=False),
        sa.Column("before", sa.JSON(), nullable=True),
        sa.ForeignKeyConstraint(
            ["congress_id", "comment_id"],
            ["comment.congress_id", "comment.id"],
            name=op.f("fk_triage_member_congress_id_comment_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["congress_id", "point_id"],
            ["triage_point.congress_id", "triage_point.id"],
            name=op.f("fk_triage_member_congress_id_point_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(["congress_id"], ["congress.id"], name=op.f("fk_triage_member_congress_id")),
        sa.PrimaryKeyConstraint("congress_id", "id", name=op.f("pk_triage_member")),
        sa.UniqueConstraint("congress_id", "comment_id", name=op.f("uq_triage_member_congress_id_comment_id")),
    )
    with op.batch_alter_table("triage_member", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_triage_member_congress_id_point_id"), ["congress_id", "point_id"], unique=False
        )

    op.create_table(
        "triage_note",
        sa.Column("congress_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("point_id", sa.Uuid(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("written_by", sa.String(length=200), nullable=False),
        sa.Column("written_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["congress_id", "point_id"],
            ["triage_point.congress_id", "triage_point.id"],
            name=op.f("fk_triage_note_congress_id_point_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(["congress_id"], ["congress.id"], name=op.f("fk_triage_note_congress_id")),
        sa.PrimaryKeyConstraint("congress_id", "id", name=op.f("pk_triage_note")),
    )
    with op.batch_alter_table("triage_note", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_triage_note_congress_id_point_id"), ["congress_id", "point_id"], unique=False
        )

    op.create_table(
        "triage_point_topic",
        sa.Column("congress_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("point_id", sa.Uuid(), nullable=False),
        sa.Column("topic_id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["congress_id", "point_id"],
            ["triage_point.congress_id", "triage_point.id"],
            name=op.f("fk_triage_point_topic_congress_id_point_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["congress_id", "topic_id"],
            ["triage_topic.congress_id", "triage_topic.id"],
            name=op.f("fk_triage_point_topic_congress_id_topic_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(["congress_id"], ["congress.id"], name=op.f("fk_triage_point_topic_congress_id")),
        sa.PrimaryKeyConstraint("congress_id", "id", name=op.f("pk_triage_point_topic")),
        sa.UniqueConstraint(
            "congress_id", "point_id", "topic_id", name=op.f("uq_triage_point_topic_congress_id_point_id_topic_id")
        ),
    )
    with op.batch_alter_table("triage_point_topic", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_triage_point_topic_congress_id_topic_id"), ["congress_id", "topic_id"], unique=False
        )

    op.create_table(
        "triage_presence",
        sa.Column("congress_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("point_id", sa.Uuid(), nullable=False),
        sa.Column("account_id", sa.Uuid(), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("seen_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["congress_id", "point_id"],
            ["triage_point.congress_id", "triage_point.id"],
            name=op.f("fk_triage_presence_congress_id_point_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(["congress_id"], ["congress.id"], name=op.f("fk_triage_presence_congress_id")),
        sa.PrimaryKeyConstraint("congress_id", "id", name=op.f("pk_triage_presence")),
        sa.UniqueConstraint(
            "congress_id", "point_id", "account_id", name=op.f("uq_triage_presence_congress_id_point_id_account_id")
        ),
    )
    op.create_table(
        "triage_suggestion",
        sa.Column("congress_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("round_id", sa.Uuid(), nullable=False),
        sa.Column("first_id", sa.Uuid(), nullable=False),
        sa.Column("comment_id", sa.Uuid(), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("percent", sa.Integer(), nullable=False),
        sa.Column("shared", sa.JSON(), nullable=False),
        sa.Column("other_figures", sa.JSON(), nullable=False),
        sa.Column("dismissed", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["congress_id", "comment_id"],
            ["comment.congress_id", "comment.id"],
            name=op.f("fk_triage_suggestion_congress_id_comment_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["congress_id", "first_id"],
            ["comment.congress_id", "comment.id"],
            name=op.f("fk_triage_suggestion_congress_id_first_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["congress_id", "round_id"],
            ["comment_round.congress_id", "comment_round.id"],
            name=op.f("fk_triage_suggestion_congress_id_round_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(["congress_id"], ["congress.id"], name=op.f("fk_triage_suggestion_congress_id")),
        sa.PrimaryKeyConstraint("congress_id", "id", name=op.f("pk_triage_suggestion")),
        sa.UniqueConstraint(
            "congress_id", "first_id", "comment_id", name=op.f("uq_triage_suggestion_congress_id_first_id_comment_id")
        ),
    )
    with op.batch_alter_table("triage_suggestion", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_triage_suggestion_congress_id_round_id_first_id"),
            ["congress_id", "round_id", "first_id"],
            unique=False,
        )


def downgrade() -> None:
    with op.batch_alter_table("triage_suggestion", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_triage_suggestion_congress_id_round_id_first_id"))

    op.drop_table("triage_suggestion")
    op.drop_table("triage_presence")
    with op.batch_alter_table("triage_point_topic", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_triage_point_topic_congress_id_topic_id"))

    op.drop_table("triage_point_topic")
    with op.batch_alter_table("triage_note", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_triage_note_congress_id_point_id"))

    op.drop_table("triage_note")
    with op.batch_alter_table("triage_member", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_triage_member_congress_id_point_id"))

    op.drop_table("triage_member")
    with op.batch_alter_table("triage_landing", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_triage_landing_congress_id_version_id_passage_id"))

    op.drop_table("triage_landing")
    op.drop_table("triage_attachment")
    with op.batch_alter_table("triage_point", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_triage_point_congress_id_version_id"))
        batch_op.drop_index(batch_op.f("ix_triage_point_congress_id_round_id_version_id_position"))

    op.drop_table("triage_point")
    op.drop_table("triage_topic")
    op.drop_table("triage_stock_reason")
    op.drop_table("triage_filter")
