"""The day a virksomhedscenter became one of the second generation"""

import sqlalchemy as sa
from alembic import op


revision = '0015'
down_revision = '0014'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column('centre_period', sa.Column('generation_2_from', sa.Date(), nullable=True))
