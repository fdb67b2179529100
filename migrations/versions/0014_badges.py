"""Photographs of people, badges and the runs they are printed in"""

from alembic import op
import sqlalchemy as sa

revision = "0014_badges"
down_revision = "0008_credentials_adopted"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "photo",
        sa.Column("congress_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("hash", sa.String(length=64), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("media_type", sa.String(length=40), nullable=False),
        sa.Column("added_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["congress_id", "person_id"],
            ["person.congress_id", "person.id"],
            name=op.f("fk_photo_congress_id_person_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(["congress_id"], ["congress.id"], name=op.f("fk_photo_congress_id")),
        sa.PrimaryKeyConstraint("congress_id", "id", name=op.f("pk_photo")),
        sa.UniqueConstraint("congress_id", "person_id", name=op.f("uq_photo_congress_id_person_id")),
    )
    with op.batch_alter_table("photo", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_photo_congress_id_hash"), ["congress_id", "hash"], unique=False)

    op.create_table(
        "badge_run",
        sa.Column("congress_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("printed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("printed_by", sa.String(length=120), nullable=False),
        sa.Column("badges", sa.Integer(), nullable=False),
        sa.Column("reprints", sa.Integer(), nullable=False),
        sa.Column("reason", sa.String(length=300), nullable=False),
        sa.ForeignKeyConstraint(["congress_id"], ["congress.id"], name=op.f("fk_badge_run_congress_id")),
        sa.PrimaryKeyConstraint("congress_id", "id", name=op.f("pk_badge_run")),
    )
    with op.batch_alter_table("badge_run", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_badge_run_congress_id_printed_at"), ["congress_id", "printed_at"], unique=False
        )

    op.create_table(
        "badge",
        sa.Column("congress_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("delegate_id", sa.Uuid(), nullable=False),
        sa.Column("badge_class", sa.String(length=40), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("token", sa.String(length=26), nullable=False),
        sa.Column("times_printed", sa.Integer(), nullable=False),
        sa.Column("run_id", sa.Uuid(), nullable=True),
        sa.Column("printed", sa.JSON(), nullable=False),
        sa.CheckConstraint("number > 0", name=op.f("ck_badge_number_from_one")),
        sa.ForeignKeyConstraint(
            ["congress_id", "delegate_id"],
            ["delegate.congress_id", "delegate.id"],
            name=op.f("fk_badge_congress_id_delegate_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["congress_id", "run_id"],
            ["badge_run.congress_id", "badge_run.id"],
            name=op.f("fk_badge_congress_id_run_id"),
        ),
        sa.ForeignKeyConstraint(["congress_id"], ["congress.id"], name=op.f("fk_badge_congress_id")),
        sa.PrimaryKeyConstraint("congress_id", "id", name=op.f("pk_badge")),
        sa.UniqueConstraint(
            "congress_id", "badge_class", "number", name=op.f("uq_badge_congress_id_badge_class_number")
        ),
        sa.UniqueConstraint("congress_id", "delegate_id", name=op.f("uq_badge_congress_id_delegate_id")),
        sa.UniqueConstraint("congress_id", "token", name=op.f("uq_badge_congress_id_token")),
    )
    with op.batch_alter_table("badge", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_badge_congress_id_run_id"), ["congress_id", "run_id"], unique=False)


def downgrade() -> None:
    op.drop_table("badge")
    op.drop_table("badge_run")
    op.drop_table("photo")
