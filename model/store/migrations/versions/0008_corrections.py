"""What was changed in a file before it was checked"""

import sqlalchemy as sa
import sqlmodel
from alembic import op


revision = '0008'
down_revision = '0007'
branch_labels = None
depends_on = None


def upgrade() -> None:
    text = sqlmodel.sql.sqltypes.AutoString
    op.add_column('upload', sa.Column('corrections', sa.JSON(), nullable=False, server_default='[]'))
    op.add_column('upload', sa.Column('mended', text(length=64), nullable=False, server_default=''))
    standing = sa.text("source = 'file' AND undone_at IS NULL")
    with op.batch_alter_table('upload', schema=None) as batch_op:
        batch_op.drop_index('one_standing_file')
        batch_op.create_index('one_standing_file', ['dataset', 'sha256', 'mended'], unique=True,
                              sqlite_where=standing, postgresql_where=standing)
