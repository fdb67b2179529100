"""The page of the QR code, and scans of sheets"""

import sqlalchemy as sa
from alembic import op

revision = "0065_qr_and_scans"
down_revision = "0064_tasks"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("comment_round", schema=None) as batch_op:
        batch_op.add_column(sa.Column("qr_token", sa.String(length=64), nullable=False, server_default=""))
        batch_op.add_column(sa.Column("qr_open", sa.Boolean(), nullable=False, server_default=sa.false()))
    with op.batch_alter_table("comment_round", schema=None) as batch_op:
        batch_op.alter_column("qr_token", existing_type=sa.String(length=64), server_default=None)
        batch_op.alter_column("qr_open", existing_type=sa.Boolean(), server_default=None)
    op.create_table(
        "sheet_file",
        sa.Column("congress_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("sheet_id", sa.Uuid(), nullable=False),
        sa.Column("name", sa.String(length=160), nullable=False),
        sa.Column("extension", sa.String(length=8), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("added_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("added_by", sa.String(length=200), nullable=False),
        sa.ForeignKeyConstraint(["congress_id"], ["congress.id"], name=op.f("fk_sheet_file_congress_id")),
        sa.ForeignKeyConstraint(
            ["congress_id", "sheet_id"],
            ["comment_sheet.congress_id", "comment_sheet.id"],
            name=op.f("fk_sheet_file_congress_id_sheet_id"),
        ),
        sa.PrimaryKeyConstraint("congress_id", "id", name=op.f("pk_sheet_file")),
    )
    op.create_index(op.f("ix_sheet_file_congress_id_sheet_id"), "sheet_file", ["congress_id", "sheet_id"])
    op.create_table(
        "qr_visit",
        sa.Column("congress_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("round_id", sa.Uuid(), nullable=False),
        sa.Column("address", sa.String(length=60), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["congress_id"], ["congress.id"], name=op.f("fk_qr_visit_congress_id")),
        sa.ForeignKeyConstraint(
            ["congress_id", "round_id"],
            ["comment_round.congress_id", "comment_round.id"],
            name=op.f("fk_qr_visit_congress_id_round_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("congress_id", "id", name=op.f("pk_qr_visit")),
    )
    op.create_index(op.f("ix_qr_visit_congress_id_round_id"), "qr_visit", ["congress_id", "round_id"])


def downgrade() -> None:
    op.drop_table("qr_visit")
    op.drop_table("sheet_file")
    with op.batch_alter_table("comment_round", schema=None) as batch_op:
        batch_op.drop_column("qr_open")
        batch_op.drop_column("qr_token")
