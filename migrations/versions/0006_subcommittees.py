"""Subcommittees, support groups and their people"""

from alembic import op
import sqlalchemy as sa


revision = "0006_subcommittees"
down_revision = "0004_comments"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "subcommittee",
        sa.Column("congress_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("decision_number", sa.String(length=60), nullable=False),
        sa.Column("decision_date", sa.Date(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["congress_id"], ["congress.id"], name=op.f("fk_subcommittee_congress_id")),
        sa.PrimaryKeyConstraint("congress_id", "id", name=op.f("pk_subcommittee")),
        sa.UniqueConstraint("congress_id", "name", name=op.f("uq_subcommittee_congress_id_name")),
    )
    with op.batch_alter_table("subcommittee", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_subcommittee_congress_id_position"), ["congress_id", "position"], unique=False
        )

    op.create_table(
        "support_group",
        sa.Column("congress_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("subcommittee_id", sa.Uuid(), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("decision_number", sa.String(length=60), nullable=False),
        sa.Column("decision_date", sa.Date(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["congress_id", "subcommittee_id"],
            ["subcommittee.congress_id", "subcommittee.id"],
            name=op.f("fk_support_group_congress_id_subcommittee_id"),
        ),
        sa.ForeignKeyConstraint(["congress_id"], ["congress.id"], name=op.f("fk_support_group_congress_id")),
        sa.PrimaryKeyConstraint("congress_id", "id", name=op.f("pk_support_group")),
        sa.UniqueConstraint(
            "congress_id", "subcommittee_id", "name", name=op.f("uq_support_group_congress_id_subcommittee_id_name")
        ),
    )
    op.create_table(
        "subcommittee_member",
        sa.Column("congress_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("subcommittee_id", sa.Uuid(), nullable=False),
        sa.Column("group_id", sa.Uuid(), nullable=True),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=120), nullable=False),
        sa.Column("name_fold", sa.String(length=120), nullable=False),
        sa.Column("post", sa.String(length=200), nullable=False),
        sa.Column("phone", sa.String(length=60), nullable=False),
        sa.Column("role", sa.String(length=40), nullable=False),
        sa.ForeignKeyConstraint(
            ["congress_id", "group_id"],
            ["support_group.congress_id", "support_group.id"],
            name=op.f("fk_subcommittee_member_congress_id_group_id"),
        ),
        sa.ForeignKeyConstraint(
            ["congress_id", "subcommittee_id"],
            ["subcommittee.congress_id", "subcommittee.id"],
            name=op.f("fk_subcommittee_member_congress_id_subcommittee_id"),
        ),
        sa.ForeignKeyConstraint(["congress_id"], ["congress.id"], name=op.f("fk_subcommittee_member_congress_id")),
        sa.PrimaryKeyConstraint("congress_id", "id", name=op.f("pk_subcommittee_member")),
    )
    with op.batch_alter_table("subcommittee_member", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_subcommittee_member_congress_id_subcommittee_id"),
            ["congress_id", "subcommittee_id"],
            unique=False,
        )


def downgrade() -> None:
    with op.batch_alter_table("subcommittee_member", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_subcommittee_member_congress_id_subcommittee_id"))

    op.drop_table("subcommittee_member")
    op.drop_table("support_group")
    with op.batch_alter_table("subcommittee", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_subcommittee_congress_id_position"))

    op.drop_table("subcommittee")
