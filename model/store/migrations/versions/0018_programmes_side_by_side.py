"""Plans that are changed, stories of a project, and uploads that belong to the programme they are about

Until now the uploads of programmes beside the shown one were the shown one's. Each becomes its own, as its projects tell;
one of several programmes stays where it is.
"""

import sqlalchemy as sa
import sqlmodel
from alembic import op

from model.programmes.current import PROGRAMME
from model.programmes.projects import PROJECTS

revision = '0018'
down_revision = '0017'
branch_labels = None
depends_on = None

OF_PROJECTS = ('project_result', 'point_followed')


def upgrade() -> None:
    text = sqlmodel.sql.sqltypes.AutoString
    op.create_table('plan_change',
    sa.Column('programme', text(), nullable=False),
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('project', text(length=120), nullable=False),
    sa.Column('part', text(), nullable=False),
    sa.Column('about', text(), nullable=False),
    sa.Column('on', sa.Date(), nullable=True),
    sa.Column('value', sa.Integer(), nullable=True),
    sa.Column('text', text(), nullable=True),
    sa.Column('reason', text(), nullable=False),
    sa.Column('recorded_at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
    sa.Column('recorded_by', text(), nullable=False),
    sa.CheckConstraint("part IN ('milestone', 'minimum', 'point', 'row')", name='known_part'),
    sa.CheckConstraint("(part = 'milestone') = (\"on\" IS NOT NULL)", name='a_milestone_has_a_day'),
    sa.CheckConstraint("(part IN ('point', 'row')) = (text IS NOT NULL)", name='a_text_or_a_count'),
    sa.CheckConstraint('value >= 0', name='count_not_negative'),
    sa.PrimaryKeyConstraint('id')
    )
    op.add_column('story', sa.Column('project', text(), nullable=True))
    for table in OF_PROJECTS:
        _to_their_own(table)


def _to_their_own(table: str) -> None:
    rows = sa.table(table, sa.column('project'), sa.column('upload_id'))
    upload = sa.table('upload', sa.column('id'), sa.column('programme'))
    owners: dict[int, set[str]] = {}
    for number, project in op.get_bind().execute(sa.select(rows.c.upload_id, rows.c.project).distinct()):
        owners.setdefault(number, set()).add(PROJECTS[project].programme.id if project in PROJECTS else PROGRAMME.id)
    for number, programmes in owners.items():
        if len(programmes) == 1:
            own = upload.c.id == number, upload.c.programme == PROGRAMME.id
            op.execute(upload.update().where(*own).values(programme=programmes.pop()))
