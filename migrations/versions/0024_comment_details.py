"""Kind, cited place, supporters and speaker of a comment"""

from alembic import op
import sqlalchemy as sa


revision = "0024_comment_details"
down_revision = "0023_allocation_names"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("comment", schema=None) as batch_op:
        batch_op.add_column(sa.Column("kind", sa.String(length=40), nullable=True))
        batch_op.add_column(sa.Column("cited", sa.String(length=120), nullable=False, server_default=""))
        batch_op.add_column(sa.Column("supporters", sa.Integer(), nullable=True))
        batch_op.add_column(sa.Column("speaker", sa.String(length=120), nullable=False, server_default=""))
    with op.batch_alter_table("comment", schema=None) as batch_op:
        batch_op.alter_column("cited", existing_type=sa.String(length=120), server_default=None)
        batch_op.alter_column("speaker", existing_type=sa.String(length=120), server_default=None)


def downgrade() -> None:
    with op.batch_alter_table("comment", schema=None) as batch_op:
        batch_op.drop_column("speaker")
        batch_op.drop_column("supporters")
        batch_op.drop_column("cited")
        batch_op.drop_column("kind")
