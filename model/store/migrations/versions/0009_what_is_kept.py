"""What of a file is not kept with its upload"""

import sqlalchemy as sa
from alembic import op


revision = '0009'
down_revision = '0008'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column('upload', sa.Column('left_out', sa.JSON(none_as_null=True), nullable=True))
