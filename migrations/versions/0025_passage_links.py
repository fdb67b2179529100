"""Links between the passages of a version and of the one before it"""

from alembic import op
import sqlalchemy as sa


revision = "0025_passage_links"
down_revision = "0024_comment_details"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "passage_link",
        sa.Column("congress_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("from_version_id", sa.Uuid(), nullable=False),
        sa.Column("to_version_id", sa.Uuid(), nullable=False),
        sa.Column("old_passage_id", sa.Uuid(), nullable=True),
        sa.Column("new_passage_id", sa.Uuid(), nullable=True),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("percent", sa.Integer(), nullable=False),
        sa.Column("by_hand", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["congress_id", "from_version_id"],
            ["draft_version.congress_id", "draft_version.id"],
            name=op.f("fk_passage_link_congress_id_from_version_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["congress_id", "new_passage_id"],
            ["passage.congress_id", "passage.id"],
            name=op.f("fk_passage_link_congress_id_new_passage_id"),
        ),
        sa.ForeignKeyConstraint(
            ["congress_id", "old_passage_id"],
            ["passage.congress_id", "passage.id"],
            name=op.f("fk_passage_link_congress_id_old_passage_id"),
        ),
        sa.ForeignKeyConstraint(
            ["congress_id", "to_version_id"],
            ["draft_version.congress_id", "draft_version.id"],
            name=op.f("fk_passage_link_congress_id_to_version_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(["congress_id"], ["congress.id"], name=op.f("fk_passage_link_congress_id")),
        sa.PrimaryKeyConstraint("congress_id", "id", name=op.f("pk_passage_link")),
        sa.UniqueConstraint(
            "congress_id",
            "to_version_id",
            "old_passage_id",
            "new_passage_id",
            name="uq_passage_link_to_old_new",
        ),
    )
    with op.batch_alter_table("passage_link", schema=None) as batch_op:
        for column in ("from_version_id", "new_passage_id", "old_passage_id"):
            batch_op.create_index(
                batch_op.f(f"ix_passage_link_congress_id_{column}"), ["congress_id", column], unique=False
            )


def downgrade() -> None:
    op.drop_table("passage_link")
