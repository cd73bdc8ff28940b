"""What projects beside the shown programme have reached, and how far their points are"""

import sqlalchemy as sa
import sqlmodel
from alembic import op


revision = '0013'
down_revision = '0012'
branch_labels = None
depends_on = None

TEXT = sqlmodel.sql.sqltypes.AutoString
STATUS = ("status IS NULL OR status IN ('ikke begyndt', 'i gang', 'på plads', 'hindret', 'opfyldt', 'delvist', "
          "'ikke opfyldt')")


def upgrade() -> None:
    op.create_table('project_result',
    sa.Column('project', TEXT(length=120), nullable=False),
    sa.Column('on', sa.Date(), nullable=False),
    sa.Column('measure', TEXT(length=120), nullable=False),
    sa.Column('upload_id', sa.Integer(), nullable=False),
    sa.Column('value', sa.Integer(), nullable=True),
    sa.Column('marks', sa.JSON(), nullable=False),
    sa.CheckConstraint('value >= 0', name='count_not_negative'),
    sa.ForeignKeyConstraint(['upload_id'], ['upload.id'], ),
    sa.PrimaryKeyConstraint('project', 'on', 'measure', 'upload_id'),
    sqlite_with_rowid=False
    )
    op.create_table('point_followed',
    sa.Column('project', TEXT(length=120), nullable=False),
    sa.Column('point', TEXT(length=120), nullable=False),
    sa.Column('on', sa.Date(), nullable=False),
    sa.Column('upload_id', sa.Integer(), nullable=False),
    *(sa.Column(name, TEXT(), nullable=True)
      for name in ('status', 'responsible', 'plan', 'obstacle', 'counter_measure', 'evidence')),
    sa.Column('marks', sa.JSON(), nullable=False),
    sa.CheckConstraint(STATUS, name='known_status'),
    sa.ForeignKeyConstraint(['upload_id'], ['upload.id'], ),
    sa.PrimaryKeyConstraint('project', 'point', 'on', 'upload_id'),
    sqlite_with_rowid=False
    )
