"""The day on which the congress adopts the credentials report"""

from alembic import op
import sqlalchemy as sa

revision = "0008_credentials_adopted"
down_revision = "0006_subcommittees"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("congress", schema=None) as batch_op:
        batch_op.add_column(sa.Column("credentials_adopted_on", sa.Date(), nullable=True))


def downgrade() -> None:
    with op.batch_alter_table("congress", schema=None) as batch_op:
        batch_op.drop_column("credentials_adopted_on")
