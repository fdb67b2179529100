"""Agenda: sessions and items"""

from alembic import op
import sqlalchemy as sa


revision = "0005_agenda"
down_revision = "0007_account_names"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "agenda_session",
        sa.Column("congress_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("title", sa.String(length=200), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("starts_at", sa.Time(), nullable=False),
        sa.Column("ends_at", sa.Time(), nullable=False),
        sa.Column("place", sa.String(length=300), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint("ends_at > starts_at", name=op.f("ck_agenda_session_hours")),
        sa.ForeignKeyConstraint(["congress_id"], ["congress.id"], name=op.f("fk_agenda_session_congress_id")),
        sa.PrimaryKeyConstraint("congress_id", "id", name=op.f("pk_agenda_session")),
    )
    with op.batch_alter_table("agenda_session", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_agenda_session_congress_id_day_starts_at"), ["congress_id", "day", "starts_at"], unique=False
        )

    op.create_table(
        "agenda_item",
        sa.Column("congress_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("session_id", sa.Uuid(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("title", sa.String(length=300), nullable=False),
        sa.Column("detail", sa.Text(), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("minutes", sa.Integer(), nullable=False),
        sa.Column("presenter", sa.String(length=200), nullable=False),
        sa.Column("chair", sa.String(length=200), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint("minutes > 0", name=op.f("ck_agenda_item_minutes")),
        sa.ForeignKeyConstraint(
            ["congress_id", "session_id"],
            ["agenda_session.congress_id", "agenda_session.id"],
            name=op.f("fk_agenda_item_congress_id_session_id"),
        ),
        sa.ForeignKeyConstraint(["congress_id"], ["congress.id"], name=op.f("fk_agenda_item_congress_id")),
        sa.PrimaryKeyConstraint("congress_id", "id", name=op.f("pk_agenda_item")),
    )
    with op.batch_alter_table("agenda_item", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_agenda_item_congress_id_session_id_position"),
            ["congress_id", "session_id", "position"],
            unique=False,
        )


def downgrade() -> None:
    with op.batch_alter_table("agenda_item", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_agenda_item_congress_id_session_id_position"))

    op.drop_table("agenda_item")
    with op.batch_alter_table("agenda_session", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_agenda_session_congress_id_day_starts_at"))

    op.drop_table("agenda_session")
