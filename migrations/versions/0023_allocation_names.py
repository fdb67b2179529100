"""Issued plans keep the names and codes of cells they were issued with"""

from alembic import op
import sqlalchemy as sa

revision = "0023_allocation_names"
down_revision = "0022_synthesis"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("allocation_line", schema=None) as batch_op:
        batch_op.add_column(sa.Column("unit_name", sa.String(length=200), nullable=False, server_default=""))
        batch_op.add_column(sa.Column("unit_code", sa.String(length=20), nullable=False, server_default=""))
    # Plans issued before keep the names their cells have now: nothing tells the earlier ones.
    op.execute(
        "UPDATE allocation_line SET "
        "unit_name = (SELECT name FROM unit WHERE unit.congress_id = allocation_line.congress_id "
        "AND unit.id = allocation_line.unit_id), "
        "unit_code = (SELECT code FROM unit WHERE unit.congress_id = allocation_line.congress_id "
        "AND unit.id = allocation_line.unit_id) "
        "WHERE official IS NOT NULL"
    )
    with op.batch_alter_table("allocation_line", schema=None) as batch_op:
        batch_op.alter_column("unit_name", existing_type=sa.String(length=200), server_default=None)
        batch_op.alter_column("unit_code", existing_type=sa.String(length=20), server_default=None)


def downgrade() -> None:
    with op.batch_alter_table("allocation_line", schema=None) as batch_op:
        batch_op.drop_column("unit_code")
        batch_op.drop_column("unit_name")
