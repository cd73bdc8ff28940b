"""Meetings are held with projects too: one that is of no jobcenter says of which project it is

SQLite cannot let a column be empty that was not, so the table is made again there. What hangs on it is without it for a
moment within the transaction, which is why its keys are asked for at the end of it.
"""

import sqlalchemy as sa
import sqlmodel
from alembic import op

revision = '0019'
down_revision = '0018'
branch_labels = None
depends_on = None

OF_ONE = '(jobcenter IS NULL) <> (project IS NULL)'
REAL = 'withdrawn_at IS NULL AND sample_id IS NULL'
BEFORE = ('id', 'jobcenter', 'held_on', 'opened_at', 'opened_by', 'withdrawn_at', 'withdrawn_by', 'month',
          'closed_at', 'closed_by', 'figures', 'document', 'sample_id', 'programme')
CLOSED = ('(closed_at IS NULL) = (closed_by IS NULL) AND (closed_at IS NULL) = (document IS NULL)'
          ' AND (closed_at IS NULL) = (figures IS NULL) AND (closed_at IS NULL) = (month IS NULL)')


def upgrade() -> None:
    if op.get_bind().dialect.name == 'sqlite':
        _made_again()
    else:
        op.alter_column('dialogue_meeting', 'jobcenter', nullable=True)
        op.add_column('dialogue_meeting', sa.Column('project', sqlmodel.sql.sqltypes.AutoString(length=120)))
        op.create_check_constraint('of_one', 'dialogue_meeting', OF_ONE)
    _one_a_day('one_project_meeting_a_day', 'project')


def _made_again() -> None:
    columns = ', '.join(BEFORE)
    op.execute('PRAGMA defer_foreign_keys = ON')
    op.execute(f'CREATE TEMPORARY TABLE meetings_before AS SELECT {columns} FROM dialogue_meeting')
    op.drop_table('dialogue_meeting')
    _table()
    op.execute(f'INSERT INTO dialogue_meeting ({columns}) SELECT {columns} FROM meetings_before')
    op.execute('DROP TABLE meetings_before')
    _one_a_day('one_meeting_a_day', 'jobcenter')


def _table() -> None:
    text = sqlmodel.sql.sqltypes.AutoString
    moment = sqlmodel.sql.sqltypes.UTCDateTime
    op.create_table('dialogue_meeting',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('jobcenter', text(length=3), nullable=True),
    sa.Column('held_on', sa.Date(), nullable=False),
    sa.Column('opened_at', moment(), nullable=False),
    sa.Column('opened_by', text(), nullable=False),
    sa.Column('withdrawn_at', moment(), nullable=True),
    sa.Column('withdrawn_by', text(), nullable=True),
    sa.Column('month', sa.Date(), nullable=True),
    sa.Column('closed_at', moment(), nullable=True),
    sa.Column('closed_by', text(), nullable=True),
    sa.Column('figures', sa.JSON(none_as_null=True), nullable=True),
    sa.Column('document', sa.LargeBinary(), nullable=True),
    sa.Column('sample_id', sa.Integer(), nullable=True),
    sa.Column('programme', text(), nullable=False, server_default='virksomhedscenterkampagnen'),
    sa.Column('project', text(length=120), nullable=True),
    sa.CheckConstraint(CLOSED, name='closed_complete'),
    sa.CheckConstraint('(withdrawn_at IS NULL) = (withdrawn_by IS NULL)', name='withdrawn_complete'),
    sa.CheckConstraint('withdrawn_at IS NULL OR closed_at IS NULL', name='closed_stays'),
    sa.CheckConstraint(OF_ONE, name='of_one'),
    sa.ForeignKeyConstraint(['jobcenter'], ['jobcenter.code'], ),
    sa.ForeignKeyConstraint(['sample_id'], ['written_sample.id'], ),
    sa.PrimaryKeyConstraint('id')
    )


def _one_a_day(name: str, unit: str) -> None:
    op.create_index(name, 'dialogue_meeting', ['programme', unit, 'held_on'], unique=True, sqlite_where=sa.text(REAL),
                    postgresql_where=sa.text(REAL))
