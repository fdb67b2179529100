"""People, delegates, registration"""

from alembic import op
import sqlalchemy as sa


revision = "0002_delegates"
down_revision = "0005_agenda"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "person",
        sa.Column("congress_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("full_name", sa.String(length=120), nullable=False),
        sa.Column("sort_name", sa.String(length=120), nullable=False),
        sa.Column("name_sort", sa.String().with_variant(sa.String(collation="C"), "postgresql"), nullable=False),
        sa.Column("name_fold", sa.String(length=240), nullable=False),
        sa.Column("name_key", sa.String().with_variant(sa.String(collation="C"), "postgresql"), nullable=False),
        sa.Column("sex", sa.String(length=40), nullable=True),
        sa.Column("birth_year", sa.Integer(), nullable=True),
        sa.Column("birth_month", sa.Integer(), nullable=True),
        sa.Column("birth_day", sa.Integer(), nullable=True),
        sa.Column("ethnicity", sa.String(length=40), nullable=False),
        sa.Column("religion", sa.String(length=60), nullable=False),
        sa.Column("home_place", sa.String(length=200), nullable=False),
        sa.Column("party_admitted_on", sa.Date(), nullable=True),
        sa.Column("party_official_on", sa.Date(), nullable=True),
        sa.Column("general_education", sa.String(length=40), nullable=True),
        sa.Column("qualification", sa.String(length=40), nullable=True),
        sa.Column("profession", sa.String(length=120), nullable=False),
        sa.Column("theory", sa.String(length=40), nullable=True),
        sa.Column("state_management", sa.String(length=80), nullable=False),
        sa.Column("foreign_language", sa.String(length=80), nullable=False),
        sa.Column("informatics", sa.String(length=80), nullable=False),
        sa.Column("post", sa.String(length=200), nullable=False),
        sa.Column("workplace", sa.String(length=200), nullable=False),
        sa.Column("party_card_number", sa.String(length=30), nullable=False),
        sa.Column("card_key", sa.String(length=30), nullable=True),
        sa.Column("phone", sa.String(length=60), nullable=False),
        sa.Column("rewards", sa.Text(), nullable=False),
        sa.Column("discipline", sa.Text(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["congress_id"], ["congress.id"], name=op.f("fk_person_congress_id")),
        sa.PrimaryKeyConstraint("congress_id", "id", name=op.f("pk_person")),
        sa.UniqueConstraint("congress_id", "card_key", name=op.f("uq_person_congress_id_card_key")),
        sa.UniqueConstraint(
            "congress_id",
            "name_key",
            "birth_year",
            "birth_month",
            "birth_day",
            name=op.f("uq_person_congress_id_name_key_birth_year_birth_month_birth_day"),
        ),
    )
    with op.batch_alter_table("person", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_person_congress_id_name_fold"), ["congress_id", "name_fold"], unique=False)
        batch_op.create_index(batch_op.f("ix_person_congress_id_name_sort"), ["congress_id", "name_sort"], unique=False)

    op.create_table(
        "delegate",
        sa.Column("congress_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("unit_id", sa.Uuid(), nullable=False),
        sa.Column("origin", sa.String(length=40), nullable=False),
        sa.Column("standing", sa.String(length=40), nullable=False),
        sa.Column("rank", sa.Integer(), nullable=True),
        sa.Column("votes", sa.Integer(), nullable=True),
        sa.Column("ballots", sa.Integer(), nullable=True),
        sa.Column("review", sa.String(length=40), nullable=False),
        sa.Column("return_reason", sa.Text(), nullable=False),
        sa.Column("status", sa.String(length=40), nullable=False),
        sa.Column("status_reason", sa.String(length=40), nullable=True),
        sa.Column("absent_throughout", sa.Boolean(), nullable=False),
        sa.Column("status_paper", sa.String(length=120), nullable=False),
        sa.Column("confirmed", sa.JSON(), nullable=False),
        sa.Column("changed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint("rank IS NULL OR rank > 0", name=op.f("ck_delegate_rank_from_one")),
        sa.ForeignKeyConstraint(
            ["congress_id", "person_id"],
            ["person.congress_id", "person.id"],
            name=op.f("fk_delegate_congress_id_person_id"),
        ),
        sa.ForeignKeyConstraint(
            ["congress_id", "unit_id"], ["unit.congress_id", "unit.id"], name=op.f("fk_delegate_congress_id_unit_id")
        ),
        sa.ForeignKeyConstraint(["congress_id"], ["congress.id"], name=op.f("fk_delegate_congress_id")),
        sa.PrimaryKeyConstraint("congress_id", "id", name=op.f("pk_delegate")),
        sa.UniqueConstraint("congress_id", "person_id", name=op.f("uq_delegate_congress_id_person_id")),
    )
    with op.batch_alter_table("delegate", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_delegate_congress_id_unit_id"), ["congress_id", "unit_id"], unique=False)

    op.create_table(
        "registration",
        sa.Column("congress_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("unit_id", sa.Uuid(), nullable=False),
        sa.Column("submitted_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("returned_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("return_reason", sa.Text(), nullable=False),
        sa.Column("received_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("reopened_until", sa.Date(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["congress_id", "unit_id"],
            ["unit.congress_id", "unit.id"],
            name=op.f("fk_registration_congress_id_unit_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(["congress_id"], ["congress.id"], name=op.f("fk_registration_congress_id")),
        sa.PrimaryKeyConstraint("congress_id", "id", name=op.f("pk_registration")),
        sa.UniqueConstraint("congress_id", "unit_id", name=op.f("uq_registration_congress_id_unit_id")),
    )


def downgrade() -> None:
    op.drop_table("registration")
    with op.batch_alter_table("delegate", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_delegate_congress_id_unit_id"))

    op.drop_table("delegate")
    with op.batch_alter_table("person", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_person_congress_id_name_sort"))
        batch_op.drop_index(batch_op.f("ix_person_congress_id_name_fold"))

    op.drop_table("person")
