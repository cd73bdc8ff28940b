"""Mentor networks: help offered or declined, a start, and each meeting"""

import sqlalchemy as sa
import sqlmodel
from alembic import op


revision = '0014'
down_revision = '0013'
branch_labels = None
depends_on = None

EVENT = "event IS NULL OR event IN ('tilbudt hjælp', 'startet', 'mødtes', 'takket nej')"


def upgrade() -> None:
    text = sqlmodel.sql.sqltypes.AutoString
    op.create_table('network_event',
    sa.Column('jobcenter', text(length=3), nullable=False),
    sa.Column('day', sa.Date(), nullable=False),
    sa.Column('upload_id', sa.Integer(), nullable=False),
    sa.Column('event', text(), nullable=True),
    sa.Column('participants', sa.Integer(), nullable=True),
    sa.Column('together_with', text(), nullable=True),
    sa.Column('marks', sa.JSON(), nullable=False),
    sa.CheckConstraint(EVENT, name='known_event'),
    sa.CheckConstraint('participants >= 0', name='counts_not_negative'),
    sa.ForeignKeyConstraint(['jobcenter'], ['jobcenter.code'], ),
    sa.ForeignKeyConstraint(['upload_id'], ['upload.id'], ),
    sa.PrimaryKeyConstraint('jobcenter', 'day', 'upload_id'),
    sqlite_with_rowid=False
    )
