"""Plans of the allocation, their lines and decided ties"""

from alembic import op
import sqlalchemy as sa


revision = "0009_allocation"
down_revision = "0010_import_previews"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "allocation_plan",
        sa.Column("congress_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("state", sa.String(length=40), nullable=False),
        sa.Column("official_total", sa.Integer(), nullable=False),
        sa.Column("alternate_total", sa.Integer(), nullable=False),
        sa.Column("reserve", sa.Integer(), nullable=False),
        sa.Column("base", sa.Integer(), nullable=False),
        sa.Column("method", sa.String(length=40), nullable=False),
        sa.Column("frozen_on", sa.Date(), nullable=True),
        sa.Column("amends_id", sa.Uuid(), nullable=True),
        sa.Column("number", sa.Integer(), nullable=True),
        sa.Column("decision_number", sa.String(length=60), nullable=False),
        sa.Column("decision_date", sa.Date(), nullable=True),
        sa.Column("signer", sa.String(length=120), nullable=False),
        sa.Column("position", sa.String(length=120), nullable=False),
        sa.Column("issued_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("issued_by", sa.String(length=200), nullable=False),
        sa.Column("changed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "official_total >= 0 AND alternate_total >= 0 AND reserve >= 0 AND base >= 0",
            name=op.f("ck_allocation_plan_no_negative"),
        ),
        sa.ForeignKeyConstraint(
            ["congress_id", "amends_id"],
            ["allocation_plan.congress_id", "allocation_plan.id"],
            name=op.f("fk_allocation_plan_congress_id_amends_id"),
        ),
        sa.ForeignKeyConstraint(["congress_id"], ["congress.id"], name=op.f("fk_allocation_plan_congress_id")),
        sa.PrimaryKeyConstraint("congress_id", "id", name=op.f("pk_allocation_plan")),
        sa.UniqueConstraint("congress_id", "name", name=op.f("uq_allocation_plan_congress_id_name")),
        sa.UniqueConstraint("congress_id", "number", name=op.f("uq_allocation_plan_congress_id_number")),
    )
    op.create_table(
        "allocation_line",
        sa.Column("congress_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("plan_id", sa.Uuid(), nullable=False),
        sa.Column("unit_id", sa.Uuid(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("members", sa.Integer(), nullable=False),
        sa.Column("ex_officio", sa.Integer(), nullable=False),
        sa.Column("ex_officio_names", sa.Text(), nullable=False),
        sa.Column("appointed", sa.Integer(), nullable=False),
        sa.Column("base", sa.Integer(), nullable=True),
        sa.Column("priority", sa.Integer(), nullable=False),
        sa.Column("priority_reason", sa.String(length=300), nullable=False),
        sa.Column("floor", sa.Integer(), nullable=True),
        sa.Column("cap", sa.Integer(), nullable=True),
        sa.Column("pin", sa.Integer(), nullable=True),
        sa.Column("pin_reason", sa.String(length=300), nullable=False),
        sa.Column("alternate_pin", sa.Integer(), nullable=True),
        sa.Column("alternate_pin_reason", sa.String(length=300), nullable=False),
        sa.Column("pinned_by", sa.String(length=200), nullable=False),
        sa.Column("pinned_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("structure", sa.String(length=300), nullable=False),
        sa.Column("change_reason", sa.String(length=300), nullable=False),
        sa.Column("official", sa.Integer(), nullable=True),
        sa.Column("alternate", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["congress_id", "plan_id"],
            ["allocation_plan.congress_id", "allocation_plan.id"],
            name=op.f("fk_allocation_line_congress_id_plan_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["congress_id", "unit_id"],
            ["unit.congress_id", "unit.id"],
            name=op.f("fk_allocation_line_congress_id_unit_id"),
        ),
        sa.ForeignKeyConstraint(["congress_id"], ["congress.id"], name=op.f("fk_allocation_line_congress_id")),
        sa.PrimaryKeyConstraint("congress_id", "id", name=op.f("pk_allocation_line")),
        sa.UniqueConstraint(
            "congress_id", "plan_id", "unit_id", name=op.f("uq_allocation_line_congress_id_plan_id_unit_id")
        ),
    )
    op.create_table(
        "allocation_tie",
        sa.Column("congress_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("plan_id", sa.Uuid(), nullable=False),
        sa.Column("tie_key", sa.String(length=60), nullable=False),
        sa.Column("winners", sa.JSON(), nullable=False),
        sa.Column("reason", sa.String(length=500), nullable=False),
        sa.Column("decided_by", sa.String(length=200), nullable=False),
        sa.Column("decided_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["congress_id", "plan_id"],
            ["allocation_plan.congress_id", "allocation_plan.id"],
            name=op.f("fk_allocation_tie_congress_id_plan_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(["congress_id"], ["congress.id"], name=op.f("fk_allocation_tie_congress_id")),
        sa.PrimaryKeyConstraint("congress_id", "id", name=op.f("pk_allocation_tie")),
        sa.UniqueConstraint(
            "congress_id", "plan_id", "tie_key", name=op.f("uq_allocation_tie_congress_id_plan_id_tie_key")
        ),
    )


def downgrade() -> None:
    op.drop_table("allocation_tie")
    op.drop_table("allocation_line")
    op.drop_table("allocation_plan")
