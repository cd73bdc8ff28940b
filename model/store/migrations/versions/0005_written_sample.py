"""Invented meetings and stories carry the sample they came with"""

import sqlalchemy as sa
import sqlmodel
from alembic import op


revision = '0005'
down_revision = '0004'
branch_labels = None
depends_on = None


def upgrade() -> None:
    moment = sqlmodel.sql.sqltypes.UTCDateTime
    op.create_table('written_sample',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('loaded_at', moment(), nullable=False),
    sa.Column('withdrawn_at', moment(), nullable=True),
    sa.Column('withdrawn_by', sqlmodel.sql.sqltypes.AutoString(), nullable=True),
    sa.CheckConstraint('(withdrawn_at IS NULL) = (withdrawn_by IS NULL)', name='withdrawn_complete'),
    sa.PrimaryKeyConstraint('id')
    )
    # Written out: a batch would make the table anew on SQLite and lose its checks.
    for table in ('dialogue_meeting', 'story'):
        op.execute(f'ALTER TABLE {table} ADD COLUMN sample_id INTEGER REFERENCES written_sample (id)')
    op.drop_index('one_meeting_a_day', 'dialogue_meeting')
    real = sa.text('withdrawn_at IS NULL AND sample_id IS NULL')
    op.create_index('one_meeting_a_day', 'dialogue_meeting', ['jobcenter', 'held_on'], unique=True,
                    sqlite_where=real, postgresql_where=real)
