"""A course day may be cancelled, and a jobcenter may itself ask for counselling"""

import sqlalchemy as sa
import sqlmodel
from alembic import op


revision = '0006'
down_revision = '0005'
branch_labels = None
depends_on = None

TEXT = sqlmodel.sql.sqltypes.AutoString
STATUS = "status IS NULL OR status IN ('ønsket', 'tilbudt', 'aftalt', 'afholdt', 'takket nej')"
# Told in full: SQLite makes the table anew, and would not find its checks again by looking.
BEFORE = sa.Table(
    'counselling', sa.MetaData(),
    sa.Column('jobcenter', TEXT(length=3), nullable=False),
    sa.Column('upload_id', sa.Integer(), nullable=False),
    sa.Column('status', TEXT(), nullable=True),
    *(sa.Column(name, sa.Date(), nullable=True) for name in ('offered_on', 'agreed_for', 'held_on', 'declined_on')),
    *(sa.Column(name, TEXT(), nullable=True) for name in ('answer_a', 'answer_b', 'answer_c')),
    sa.Column('marks', sa.JSON(), nullable=False),
    sa.CheckConstraint("status IS NULL OR status IN ('tilbudt', 'aftalt', 'afholdt', 'takket nej')", name='known_status'),
    sa.ForeignKeyConstraint(['jobcenter'], ['jobcenter.code']),
    sa.ForeignKeyConstraint(['upload_id'], ['upload.id']),
    sa.PrimaryKeyConstraint('jobcenter', 'upload_id'))


def upgrade() -> None:
    op.create_table('course_day_event',
    sa.Column('course_day', TEXT(length=8), nullable=False),
    sa.Column('upload_id', sa.Integer(), nullable=False),
    sa.Column('event', TEXT(), nullable=True),
    sa.Column('marks', sa.JSON(), nullable=False),
    sa.CheckConstraint("event IS NULL OR event IN ('aflyst', 'holdes')", name='known_event'),
    sa.ForeignKeyConstraint(['course_day'], ['course_day.code'], ),
    sa.ForeignKeyConstraint(['upload_id'], ['upload.id'], ),
    sa.PrimaryKeyConstraint('course_day', 'upload_id'),
    sqlite_with_rowid=False
    )
    with op.batch_alter_table('counselling', copy_from=BEFORE, table_kwargs={'sqlite_with_rowid': False}) as batch:
        batch.add_column(sa.Column('wished_on', sa.Date(), nullable=True))
        batch.drop_constraint('known_status', type_='check')
        batch.create_check_constraint('known_status', STATUS)
