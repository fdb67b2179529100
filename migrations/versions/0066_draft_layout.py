"""Pages and lines of printed drafts; what a text was read as before anybody changed it"""

from alembic import op
import sqlalchemy as sa


revision = "0066_draft_layout"
down_revision = "0065_qr_and_scans"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "draft_layout",
        sa.Column("congress_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("draft_id", sa.Uuid(), nullable=False),
        sa.Column("key", sa.String(length=64), nullable=False),
        sa.Column("pages", sa.Integer(), nullable=False),
        sa.Column("spans", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(
            ["congress_id", "draft_id"],
            ["draft_version.congress_id", "draft_version.id"],
            name=op.f("fk_draft_layout_congress_id_draft_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(["congress_id"], ["congress.id"], name=op.f("fk_draft_layout_congress_id")),
        sa.PrimaryKeyConstraint("congress_id", "id", name=op.f("pk_draft_layout")),
        sa.UniqueConstraint("congress_id", "draft_id", name=op.f("uq_draft_layout_congress_id_draft_id")),
    )
    with op.batch_alter_table("draft_import", schema=None) as batch_op:
        batch_op.add_column(sa.Column("read_as", sa.JSON(), nullable=True))
    op.execute("UPDATE draft_import SET read_as = blocks")
    with op.batch_alter_table("draft_import", schema=None) as batch_op:
        batch_op.alter_column("read_as", existing_type=sa.JSON(), nullable=False)


def downgrade() -> None:
    with op.batch_alter_table("draft_import", schema=None) as batch_op:
        batch_op.drop_column("read_as")
    op.drop_table("draft_layout")
