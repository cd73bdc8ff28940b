"""Reminders of what a jobcenter has not reported"""

import sqlalchemy as sa
import sqlmodel
from alembic import op


revision = '0011'
down_revision = '0010'
branch_labels = None
depends_on = None


def upgrade() -> None:
    text = sqlmodel.sql.sqltypes.AutoString
    op.create_table('reminder',
    sa.Column('programme', text(), nullable=False),
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('jobcenter', text(length=3), nullable=False),
    sa.Column('month', sa.Date(), nullable=False),
    sa.Column('withdraws', sa.Integer(), nullable=True),
    sa.Column('recorded_at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
    sa.Column('recorded_by', text(), nullable=False),
    sa.ForeignKeyConstraint(['jobcenter'], ['jobcenter.code']),
    sa.ForeignKeyConstraint(['withdraws'], ['reminder.id']),
    sa.PrimaryKeyConstraint('id'),
    sa.UniqueConstraint('withdraws')
    )
