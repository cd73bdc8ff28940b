"""One-time keys of writes, and agreements that are mended or withdrawn"""

import sqlalchemy as sa
import sqlmodel
from alembic import op


revision = '0007'
down_revision = '0006'
branch_labels = None
depends_on = None


def upgrade() -> None:
    text = sqlmodel.sql.sqltypes.AutoString
    moment = sqlmodel.sql.sqltypes.UTCDateTime
    op.create_table('used_key',
    sa.Column('key', text(length=64), nullable=False),
    sa.Column('content', text(length=64), nullable=False),
    sa.Column('used_on', sa.Date(), nullable=False),
    sa.Column('used_at', moment(), nullable=False),
    sa.PrimaryKeyConstraint('key')
    )
    with op.batch_alter_table('used_key', schema=None) as batch_op:
        batch_op.create_index('content_of_a_day', ['content', 'used_on'], unique=False)
    # Written out: a batch would make the table anew on SQLite and lose its rows' references while it does.
    op.execute('ALTER TABLE agreement ADD COLUMN replaces INTEGER REFERENCES agreement (id)')
    op.add_column('agreement', sa.Column('withdrawn_at', moment(), nullable=True))
    op.execute('ALTER TABLE agreement ADD COLUMN withdrawn_by VARCHAR '
               'CONSTRAINT withdrawn_complete CHECK ((withdrawn_at IS NULL) = (withdrawn_by IS NULL))')
