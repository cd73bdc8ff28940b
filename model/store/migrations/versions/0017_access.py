"""Users, ended sign-ins, tokens of senders, the log, approvals and what news were sent"""

import sqlalchemy as sa
import sqlmodel
from alembic import op


revision = '0017'
down_revision = '0016'
branch_labels = None
depends_on = None


def upgrade() -> None:
    text = sqlmodel.sql.sqltypes.AutoString
    moment = sqlmodel.sql.sqltypes.UTCDateTime
    op.create_table('user_state',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('subject', text(), nullable=False),
    sa.Column('function', text(), nullable=False),
    sa.Column('role', text(), nullable=False),
    sa.Column('units', sa.JSON(), nullable=False),
    sa.Column('email', text(), nullable=True),
    sa.Column('wants_news', sa.Boolean(), nullable=False),
    sa.Column('active', sa.Boolean(), nullable=False),
    sa.Column('reason', text(), nullable=False),
    sa.Column('recorded_at', moment(), nullable=False),
    sa.Column('recorded_by', text(), nullable=False),
    sa.Column('recorded_subject', text(), nullable=False),
    sa.CheckConstraint("role IN ('offentlig', 'jobcenter', 'konsulent', 'region', 'drift')", name='known_role'),
    sa.CheckConstraint('subject = lower(subject)', name='subject_in_lower_case'),
    sa.PrimaryKeyConstraint('id')
    )
    op.create_index('ix_user_state_subject', 'user_state', ['subject'])
    op.create_table('sign_in_end',
    sa.Column('nonce', text(), nullable=False),
    sa.Column('subject', text(), nullable=False),
    sa.Column('ended_at', moment(), nullable=False),
    sa.PrimaryKeyConstraint('nonce')
    )
    op.create_table('sender_token',
    sa.Column('programme', text(), nullable=False),
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('name', text(), nullable=False),
    sa.Column('sha256', text(length=64), nullable=False),
    sa.Column('function', text(), nullable=False),
    sa.Column('units', sa.JSON(), nullable=False),
    sa.Column('recorded_at', moment(), nullable=False),
    sa.Column('recorded_by', text(), nullable=False),
    sa.Column('recorded_subject', text(), nullable=False),
    sa.PrimaryKeyConstraint('id'),
    sa.UniqueConstraint('sha256')
    )
    op.create_table('sender_token_end',
    sa.Column('token_id', sa.Integer(), nullable=False),
    sa.Column('ended_at', moment(), nullable=False),
    sa.Column('ended_by', text(), nullable=False),
    sa.Column('ended_subject', text(), nullable=False),
    sa.ForeignKeyConstraint(['token_id'], ['sender_token.id'], ),
    sa.PrimaryKeyConstraint('token_id')
    )
    op.create_table('log_entry',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('at', moment(), nullable=False),
    sa.Column('subject', text(), nullable=False),
    sa.Column('function', text(), nullable=False),
    sa.Column('action', text(), nullable=False),
    sa.Column('unit', text(), nullable=False),
    sa.Column('about', text(), nullable=False),
    sa.Column('origin', text(), nullable=False),
    sa.Column('reason', text(), nullable=False),
    sa.PrimaryKeyConstraint('id')
    )
    op.create_index('log_by_moment', 'log_entry', ['at'])
    op.create_table('approval',
    sa.Column('programme', text(), nullable=False),
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('jobcenter', text(length=3), nullable=False),
    sa.Column('month', sa.Date(), nullable=False),
    sa.Column('digest', text(length=64), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('recorded_at', moment(), nullable=False),
    sa.Column('recorded_by', text(), nullable=False),
    sa.Column('recorded_subject', text(), nullable=False),
    sa.ForeignKeyConstraint(['jobcenter'], ['jobcenter.code'], ),
    sa.PrimaryKeyConstraint('id')
    )
    op.create_table('approval_withdrawal',
    sa.Column('approval_id', sa.Integer(), nullable=False),
    sa.Column('withdrawn_at', moment(), nullable=False),
    sa.Column('withdrawn_by', text(), nullable=False),
    sa.Column('withdrawn_subject', text(), nullable=False),
    sa.ForeignKeyConstraint(['approval_id'], ['approval.id'], ),
    sa.PrimaryKeyConstraint('approval_id')
    )
    op.create_table('news_sent',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('subject', text(), nullable=False),
    sa.Column('unit', text(), nullable=False),
    sa.Column('sent_at', moment(), nullable=False),
    sa.Column('digest', text(length=64), nullable=False),
    sa.Column('how', text(), nullable=False),
    sa.CheckConstraint("how IN ('file', 'mail')", name='known_way'),
    sa.PrimaryKeyConstraint('id')
    )
    op.create_index('ix_news_sent_subject', 'news_sent', ['subject'])
