"""Jobcenters that close, or are merged into another, before the campaign does"""

import sqlalchemy as sa
import sqlmodel
from alembic import op

revision = '0020'
down_revision = '0019'
branch_labels = None
depends_on = None


def upgrade() -> None:
    text = sqlmodel.sql.sqltypes.AutoString
    op.create_table('unit_closing',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('jobcenter', text(), nullable=False),
    sa.Column('last_month', sa.Date(), nullable=True),
    sa.Column('receiver', text(), nullable=True),
    sa.Column('reason', text(), nullable=False),
    sa.Column('recorded_at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
    sa.Column('recorded_by', text(), nullable=False),
    sa.CheckConstraint('receiver IS NULL OR (last_month IS NOT NULL AND receiver <> jobcenter)', name='known_merger'),
    sa.ForeignKeyConstraint(['jobcenter'], ['jobcenter.code']),
    sa.ForeignKeyConstraint(['receiver'], ['jobcenter.code']),
    sa.PrimaryKeyConstraint('id')
    )
    op.create_index(op.f('ix_unit_closing_jobcenter'), 'unit_closing', ['jobcenter'])
