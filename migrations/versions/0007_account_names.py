"""Sort and search forms of the names of accounts, and their last sign-in"""

from alembic import op
import sqlalchemy as sa

from congress.shared.vietnamese import fold, name_sort_key

revision = "0007_account_names"
down_revision = "0001_accounts_congresses_units"
branch_labels = None
depends_on = None

SORT_KEY = sa.String().with_variant(sa.String(collation="C"), "postgresql")


def upgrade() -> None:
    with op.batch_alter_table("account", schema=None) as batch_op:
        batch_op.add_column(sa.Column("name_sort", SORT_KEY, nullable=True))
        batch_op.add_column(sa.Column("name_fold", sa.String(length=400), nullable=True))
        batch_op.add_column(sa.Column("last_sign_in_at", sa.DateTime(timezone=True), nullable=True))

    account = sa.table(
        "account",
        sa.column("id", sa.Uuid()),
        sa.column("full_name"),
        sa.column("name_sort"),
        sa.column("name_fold"),
    )
    connection = op.get_bind()
    # The forms of accounts made before are derived from their names, as the model derives them.
    for key, name in connection.execute(sa.select(account.c.id, account.c.full_name)).all():
        forms = {"name_sort": name_sort_key(name), "name_fold": fold(name)[:400]}
        connection.execute(sa.update(account).where(account.c.id == key).values(**forms))

    with op.batch_alter_table("account", schema=None) as batch_op:
        batch_op.alter_column("name_sort", existing_type=SORT_KEY, nullable=False)
        batch_op.alter_column("name_fold", existing_type=sa.String(length=400), nullable=False)


def downgrade() -> None:
    with op.batch_alter_table("account", schema=None) as batch_op:
        batch_op.drop_column("last_sign_in_at")
        batch_op.drop_column("name_fold")
        batch_op.drop_column("name_sort")
