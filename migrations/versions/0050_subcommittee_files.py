"""Who signed a founding decision; papers of a subcommittee"""

from alembic import op
import sqlalchemy as sa


revision = "0050_subcommittee_files"
down_revision = "0025_passage_links"
branch_labels = None
depends_on = None


def upgrade() -> None:
    for table in ("subcommittee", "support_group"):
        with op.batch_alter_table(table, schema=None) as batch_op:
            batch_op.add_column(sa.Column("decision_signer", sa.String(length=120), nullable=False, server_default=""))
        with op.batch_alter_table(table, schema=None) as batch_op:
            batch_op.alter_column("decision_signer", server_default=None)
    op.create_table(
        "subcommittee_file",
        sa.Column("congress_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("subcommittee_id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("name", sa.String(length=160), nullable=False),
        sa.Column("extension", sa.String(length=8), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("added_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("added_by", sa.String(length=200), nullable=False),
        sa.ForeignKeyConstraint(
            ["congress_id", "subcommittee_id"],
            ["subcommittee.congress_id", "subcommittee.id"],
            name=op.f("fk_subcommittee_file_congress_id_subcommittee_id"),
        ),
        sa.ForeignKeyConstraint(["congress_id"], ["congress.id"], name=op.f("fk_subcommittee_file_congress_id")),
        sa.PrimaryKeyConstraint("congress_id", "id", name=op.f("pk_subcommittee_file")),
    )
    with op.batch_alter_table("subcommittee_file", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_subcommittee_file_congress_id_subcommittee_id"),
            ["congress_id", "subcommittee_id"],
            unique=False,
        )


def downgrade() -> None:
    op.drop_table("subcommittee_file")
    for table in ("support_group", "subcommittee"):
        with op.batch_alter_table(table, schema=None) as batch_op:
            batch_op.drop_column("decision_signer")
