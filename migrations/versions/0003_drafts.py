"""Documents, draft versions and passages"""

from alembic import op
import sqlalchemy as sa


revision = "0003_drafts"
down_revision = "0002_delegates"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "document",
        sa.Column("congress_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("title", sa.String(length=300), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["congress_id"], ["congress.id"], name=op.f("fk_document_congress_id")),
        sa.PrimaryKeyConstraint("congress_id", "id", name=op.f("pk_document")),
        sa.UniqueConstraint("congress_id", "title", name=op.f("uq_document_congress_id_title")),
    )
    with op.batch_alter_table("document", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_document_congress_id_position"), ["congress_id", "position"], unique=False)

    op.create_table(
        "draft_import",
        sa.Column("congress_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("document_id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("dated", sa.Date(), nullable=True),
        sa.Column("note", sa.String(length=300), nullable=False),
        sa.Column("source", sa.String(length=40), nullable=False),
        sa.Column("file_name", sa.String(length=200), nullable=False),
        sa.Column("remarks", sa.JSON(), nullable=False),
        sa.Column("blocks", sa.JSON(), nullable=False),
        sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["congress_id", "document_id"],
            ["document.congress_id", "document.id"],
            name=op.f("fk_draft_import_congress_id_document_id"),
        ),
        sa.ForeignKeyConstraint(["congress_id"], ["congress.id"], name=op.f("fk_draft_import_congress_id")),
        sa.PrimaryKeyConstraint("congress_id", "id", name=op.f("pk_draft_import")),
    )
    with op.batch_alter_table("draft_import", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_draft_import_congress_id_document_id"), ["congress_id", "document_id"], unique=False
        )

    op.create_table(
        "draft_version",
        sa.Column("congress_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("document_id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("dated", sa.Date(), nullable=True),
        sa.Column("note", sa.String(length=300), nullable=False),
        sa.Column("source", sa.String(length=40), nullable=False),
        sa.Column("file_name", sa.String(length=200), nullable=False),
        sa.Column("headings", sa.Integer(), nullable=False),
        sa.Column("paragraphs", sa.Integer(), nullable=False),
        sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["congress_id", "document_id"],
            ["document.congress_id", "document.id"],
            name=op.f("fk_draft_version_congress_id_document_id"),
        ),
        sa.ForeignKeyConstraint(["congress_id"], ["congress.id"], name=op.f("fk_draft_version_congress_id")),
        sa.PrimaryKeyConstraint("congress_id", "id", name=op.f("pk_draft_version")),
        sa.UniqueConstraint(
            "congress_id", "document_id", "number", name=op.f("uq_draft_version_congress_id_document_id_number")
        ),
    )
    op.create_table(
        "passage",
        sa.Column("congress_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("document_id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["congress_id", "document_id"],
            ["document.congress_id", "document.id"],
            name=op.f("fk_passage_congress_id_document_id"),
        ),
        sa.ForeignKeyConstraint(["congress_id"], ["congress.id"], name=op.f("fk_passage_congress_id")),
        sa.PrimaryKeyConstraint("congress_id", "id", name=op.f("pk_passage")),
    )
    with op.batch_alter_table("passage", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_passage_congress_id_document_id"), ["congress_id", "document_id"], unique=False
        )

    op.create_table(
        "passage_text",
        sa.Column("congress_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version_id", sa.Uuid(), nullable=False),
        sa.Column("passage_id", sa.Uuid(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("level", sa.Integer(), nullable=False),
        sa.Column("depth", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=True),
        sa.Column("heading", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["congress_id", "passage_id"],
            ["passage.congress_id", "passage.id"],
            name=op.f("fk_passage_text_congress_id_passage_id"),
        ),
        sa.ForeignKeyConstraint(
            ["congress_id", "version_id"],
            ["draft_version.congress_id", "draft_version.id"],
            name=op.f("fk_passage_text_congress_id_version_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(["congress_id"], ["congress.id"], name=op.f("fk_passage_text_congress_id")),
        sa.PrimaryKeyConstraint("congress_id", "id", name=op.f("pk_passage_text")),
        sa.UniqueConstraint(
            "congress_id", "version_id", "passage_id", name=op.f("uq_passage_text_congress_id_version_id_passage_id")
        ),
        sa.UniqueConstraint(
            "congress_id", "version_id", "position", name=op.f("uq_passage_text_congress_id_version_id_position")
        ),
    )
    with op.batch_alter_table("passage_text", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_passage_text_congress_id_passage_id"), ["congress_id", "passage_id"], unique=False
        )


def downgrade() -> None:
    with op.batch_alter_table("passage_text", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_passage_text_congress_id_passage_id"))

    op.drop_table("passage_text")
    with op.batch_alter_table("passage", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_passage_congress_id_document_id"))

    op.drop_table("passage")
    op.drop_table("draft_version")
    with op.batch_alter_table("draft_import", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_draft_import_congress_id_document_id"))

    op.drop_table("draft_import")
    with op.batch_alter_table("document", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_document_congress_id_position"))

    op.drop_table("document")
