"""Meetings, agreements and stories"""

import sqlalchemy as sa
import sqlmodel
from alembic import op


revision = '0004'
down_revision = '0003'
branch_labels = None
depends_on = None


def upgrade() -> None:
    text = sqlmodel.sql.sqltypes.AutoString
    moment = sqlmodel.sql.sqltypes.UTCDateTime
    op.create_table('dialogue_meeting',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('jobcenter', text(length=3), nullable=False),
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
    sa.CheckConstraint('(closed_at IS NULL) = (closed_by IS NULL) AND (closed_at IS NULL) = (document IS NULL) AND (closed_at IS NULL) = (figures IS NULL) AND (closed_at IS NULL) = (month IS NULL)', name='closed_complete'),
    sa.CheckConstraint('(withdrawn_at IS NULL) = (withdrawn_by IS NULL)', name='withdrawn_complete'),
    sa.CheckConstraint('withdrawn_at IS NULL OR closed_at IS NULL', name='closed_stays'),
    sa.ForeignKeyConstraint(['jobcenter'], ['jobcenter.code'], ),
    sa.PrimaryKeyConstraint('id')
    )
    with op.batch_alter_table('dialogue_meeting', schema=None) as batch_op:
        batch_op.create_index('one_meeting_a_day', ['jobcenter', 'held_on'], unique=True,
                              sqlite_where=sa.text('withdrawn_at IS NULL'),
                              postgresql_where=sa.text('withdrawn_at IS NULL'))
    op.create_table('meeting_note',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('meeting_id', sa.Integer(), nullable=False),
    sa.Column('text', text(), nullable=False),
    sa.Column('recorded_at', moment(), nullable=False),
    sa.Column('recorded_by', text(), nullable=False),
    sa.ForeignKeyConstraint(['meeting_id'], ['dialogue_meeting.id'], ),
    sa.PrimaryKeyConstraint('id')
    )
    op.create_table('confirmation',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('meeting_id', sa.Integer(), nullable=False),
    sa.Column('month', sa.Date(), nullable=False),
    sa.Column('figures', sa.JSON(), nullable=False),
    sa.Column('recorded_at', moment(), nullable=False),
    sa.Column('recorded_by', text(), nullable=False),
    sa.ForeignKeyConstraint(['meeting_id'], ['dialogue_meeting.id'], ),
    sa.PrimaryKeyConstraint('id')
    )
    op.create_table('agreement',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('meeting_id', sa.Integer(), nullable=False),
    sa.Column('text', text(), nullable=False),
    sa.Column('responsible', text(), nullable=False),
    sa.Column('due', sa.Date(), nullable=False),
    sa.Column('recorded_at', moment(), nullable=False),
    sa.Column('recorded_by', text(), nullable=False),
    sa.ForeignKeyConstraint(['meeting_id'], ['dialogue_meeting.id'], ),
    sa.PrimaryKeyConstraint('id')
    )
    op.create_table('agreement_status',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('agreement_id', sa.Integer(), nullable=False),
    sa.Column('status', text(), nullable=False),
    sa.Column('on', sa.Date(), nullable=False),
    sa.Column('note', text(), nullable=False),
    sa.Column('recorded_at', moment(), nullable=False),
    sa.Column('recorded_by', text(), nullable=False),
    sa.CheckConstraint("status IN ('aftalt', 'i gang', 'opfyldt', 'bortfaldet')", name='known_status'),
    sa.ForeignKeyConstraint(['agreement_id'], ['agreement.id'], ),
    sa.PrimaryKeyConstraint('id')
    )
    op.create_table('story',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('number', sa.Integer(), nullable=False),
    sa.Column('jobcenter', text(length=3), nullable=True),
    sa.Column('title', text(), nullable=False),
    sa.Column('description', text(), nullable=False),
    sa.Column('partners', text(), nullable=False),
    sa.Column('theme', text(), nullable=False),
    sa.Column('state', text(), nullable=False),
    sa.Column('recorded_at', moment(), nullable=False),
    sa.Column('recorded_by', text(), nullable=False),
    sa.CheckConstraint("state IN ('kladde', 'udgivet', 'trukket')", name='known_state'),
    sa.ForeignKeyConstraint(['jobcenter'], ['jobcenter.code'], ),
    sa.PrimaryKeyConstraint('id')
    )
    for table, column in (('meeting_note', 'meeting_id'), ('confirmation', 'meeting_id'), ('agreement', 'meeting_id'),
                          ('agreement_status', 'agreement_id'), ('story', 'number')):
        with op.batch_alter_table(table, schema=None) as batch_op:
            batch_op.create_index(batch_op.f(f'ix_{table}_{column}'), [column], unique=False)
