"""The symbol behind the number of a synthesis report"""

from alembic import op
import sqlalchemy as sa


revision = "0052_synthesis_symbol"
down_revision = "0063_agenda_speeches"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("synthesis_report", schema=None) as batch_op:
        batch_op.add_column(sa.Column("symbol", sa.String(length=40), nullable=False, server_default=""))
    with op.batch_alter_table("synthesis_report", schema=None) as batch_op:
        batch_op.alter_column("symbol", server_default=None)


def downgrade() -> None:
    with op.batch_alter_table("synthesis_report", schema=None) as batch_op:
        batch_op.drop_column("symbol")
