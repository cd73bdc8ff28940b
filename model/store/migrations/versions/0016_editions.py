"""Editions: what the public has been told, and which of them are withdrawn"""

import sqlalchemy as sa
import sqlmodel
from alembic import op


revision = '0016'
down_revision = '0015'
branch_labels = None
depends_on = None


def upgrade() -> None:
    text = sqlmodel.sql.sqltypes.AutoString
    op.create_table('edition',
    sa.Column('programme', text(), nullable=False),
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('number', sa.Integer(), nullable=False),
    sa.Column('month', sa.Date(), nullable=False),
    sa.Column('made_at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
    sa.Column('made_by', text(), nullable=False),
    sa.Column('note', text(), nullable=False),
    sa.Column('sample', sa.Boolean(), nullable=False),
    sa.Column('content', sa.JSON(), nullable=False),
    sa.CheckConstraint('number > 0', name='number_from_one'),
    sa.PrimaryKeyConstraint('id'),
    sa.UniqueConstraint('programme', 'number', name='one_edition_a_number')
    )
    op.create_table('edition_cell',
    sa.Column('edition_id', sa.Integer(), nullable=False),
    sa.Column('scope', text(), nullable=False),
    sa.Column('units', text(), nullable=False),
    sa.Column('measure', text(), nullable=False),
    sa.Column('first', sa.Date(), nullable=False),
    sa.Column('last', sa.Date(), nullable=False),
    sa.Column('value', sa.Integer(), nullable=True),
    sa.CheckConstraint('value >= 0', name='count_not_negative'),
    sa.CheckConstraint("scope IN ('unit', 'line', 'whole')", name='known_scope'),
    sa.ForeignKeyConstraint(['edition_id'], ['edition.id'], ),
    sa.PrimaryKeyConstraint('edition_id', 'scope', 'units', 'measure', 'first', 'last'),
    sqlite_with_rowid=False
    )
    op.create_table('edition_withdrawal',
    sa.Column('edition_id', sa.Integer(), nullable=False),
    sa.Column('withdrawn_at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
    sa.Column('withdrawn_by', text(), nullable=False),
    sa.Column('reason', text(), nullable=False),
    sa.ForeignKeyConstraint(['edition_id'], ['edition.id'], ),
    sa.PrimaryKeyConstraint('edition_id')
    )
    op.create_table('edition_missing',
    sa.Column('programme', text(), nullable=False),
    sa.Column('number', sa.Integer(), nullable=False),
    sa.Column('month', sa.Date(), nullable=False),
    sa.PrimaryKeyConstraint('programme', 'number')
    )
