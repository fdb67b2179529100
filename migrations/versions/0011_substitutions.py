"""Alternates who come up, decisions about equal ranks, delegates who moved under the same superior committee"""

from alembic import op
import sqlalchemy as sa

revision = "0011_substitutions"
down_revision = "0009_allocation"
branch_labels = None
depends_on = None

STANDS = sa.text("undone_at IS NULL")


def upgrade() -> None:
    with op.batch_alter_table("delegate", schema=None) as batch_op:
        batch_op.add_column(sa.Column("moved_to", sa.String(length=200), nullable=False, server_default=""))
        batch_op.add_column(sa.Column("moved_on", sa.Date(), nullable=True))
        batch_op.add_column(sa.Column("moved_paper", sa.String(length=120), nullable=False, server_default=""))
        batch_op.add_column(sa.Column("sits_with", sa.String(length=200), nullable=False, server_default=""))
    with op.batch_alter_table("delegate", schema=None) as batch_op:
        for name in ("moved_to", "moved_paper", "sits_with"):
            batch_op.alter_column(name, server_default=None)

    op.create_table(
        "substitution",
        sa.Column("congress_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("out_delegate_id", sa.Uuid(), nullable=False),
        sa.Column("in_delegate_id", sa.Uuid(), nullable=False),
        sa.Column("reason", sa.String(length=40), nullable=False),
        sa.Column("reason_words", sa.String(length=300), nullable=False),
        sa.Column("paper", sa.String(length=120), nullable=False),
        sa.Column("paper_on", sa.Date(), nullable=True),
        sa.Column("from_day", sa.Date(), nullable=False),
        sa.Column("skipped", sa.JSON(), nullable=False),
        sa.Column("before", sa.JSON(), nullable=False),
        sa.Column("override", sa.Text(), nullable=False),
        sa.Column("decision_number", sa.Integer(), nullable=True),
        sa.Column("decision_on", sa.Date(), nullable=True),
        sa.Column("signer", sa.String(length=120), nullable=False),
        sa.Column("signer_post", sa.String(length=120), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("made_by", sa.String(length=120), nullable=False),
        sa.Column("undone_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("undone_by", sa.String(length=120), nullable=False),
        sa.Column("undone_reason", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["congress_id", "in_delegate_id"],
            ["delegate.congress_id", "delegate.id"],
            name=op.f("fk_substitution_congress_id_in_delegate_id"),
        ),
        sa.ForeignKeyConstraint(
            ["congress_id", "out_delegate_id"],
            ["delegate.congress_id", "delegate.id"],
            name=op.f("fk_substitution_congress_id_out_delegate_id"),
        ),
        sa.ForeignKeyConstraint(["congress_id"], ["congress.id"], name=op.f("fk_substitution_congress_id")),
        sa.PrimaryKeyConstraint("congress_id", "id", name=op.f("pk_substitution")),
    )
    for name, column in (
        ("uq_substitution_in_standing", "in_delegate_id"),
        ("uq_substitution_out_standing", "out_delegate_id"),
    ):
        op.create_index(
            name, "substitution", ["congress_id", column], unique=True, sqlite_where=STANDS, postgresql_where=STANDS
        )

    op.create_table(
        "rank_decision",
        sa.Column("congress_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("unit_id", sa.Uuid(), nullable=False),
        sa.Column("delegates", sa.JSON(), nullable=False),
        sa.Column("decided_by", sa.String(length=120), nullable=False),
        sa.Column("decided_on", sa.Date(), nullable=True),
        sa.Column("paper", sa.String(length=120), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["congress_id", "unit_id"],
            ["unit.congress_id", "unit.id"],
            name=op.f("fk_rank_decision_congress_id_unit_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(["congress_id"], ["congress.id"], name=op.f("fk_rank_decision_congress_id")),
        sa.PrimaryKeyConstraint("congress_id", "id", name=op.f("pk_rank_decision")),
    )
    with op.batch_alter_table("rank_decision", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_rank_decision_congress_id_unit_id"), ["congress_id", "unit_id"], unique=False
        )


def downgrade() -> None:
    op.drop_table("rank_decision")
    op.drop_table("substitution")
    with op.batch_alter_table("delegate", schema=None) as batch_op:
        batch_op.drop_column("sits_with")
        batch_op.drop_column("moved_paper")
        batch_op.drop_column("moved_on")
        batch_op.drop_column("moved_to")
