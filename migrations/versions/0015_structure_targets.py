"""Targets of the structure"""

from alembic import op
import sqlalchemy as sa


revision = "0015_structure_targets"
down_revision = "0012_credentials"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "structure_target",
        sa.Column("congress_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("trait", sa.String(length=40), nullable=False),
        sa.Column("scope", sa.String(length=40), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("amount", sa.Integer(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint("amount > 0", name=op.f("ck_structure_target_amount_from_one")),
        sa.ForeignKeyConstraint(["congress_id"], ["congress.id"], name=op.f("fk_structure_target_congress_id")),
        sa.PrimaryKeyConstraint("congress_id", "id", name=op.f("pk_structure_target")),
        sa.UniqueConstraint("congress_id", "trait", "scope", name=op.f("uq_structure_target_congress_id_trait_scope")),
    )


def downgrade() -> None:
    op.drop_table("structure_target")
