"""Rows belong to a programme: all there were to the campaign

What hangs on such a row is its programme's and says nothing of its own: figures and records on an upload, notes,
confirmations and agreements with their status on a meeting. The units, their spellings and the dates of the campaign
are copies of its declaration; a used key, and the counter of versions, are the whole database's.
"""

import sqlalchemy as sa
import sqlmodel
from alembic import op


revision = '0010'
down_revision = '0009'
branch_labels = None
depends_on = None

OWN = ('upload', 'column_profile', 'target', 'dialogue_meeting', 'story', 'written_sample', 'peer_group', 'activity',
       'course_day')


def upgrade() -> None:
    for table in OWN:
        op.add_column(table, sa.Column('programme', sqlmodel.sql.sqltypes.AutoString(), nullable=False,
                                       server_default='virksomhedscenterkampagnen'))
    for table, index, columns, rule in (
            ('upload', 'one_standing_file', ['dataset', 'sha256', 'mended'], "source = 'file' AND undone_at IS NULL"),
            ('dialogue_meeting', 'one_meeting_a_day', ['jobcenter', 'held_on'],
             'withdrawn_at IS NULL AND sample_id IS NULL')):
        with op.batch_alter_table(table, schema=None) as batch_op:
            batch_op.drop_index(index)
            batch_op.create_index(index, ['programme', *columns], unique=True, sqlite_where=sa.text(rule),
                                  postgresql_where=sa.text(rule))
    with op.batch_alter_table('column_profile', schema=None) as batch_op:
        batch_op.drop_constraint('one_profile_per_headings', type_='unique')
        batch_op.create_unique_constraint('one_profile_per_headings', ['programme', 'dataset', 'fingerprint'])
