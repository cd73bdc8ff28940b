"""Alembic's entry: runs the migrations on the engine that ``model.database`` hands over."""

from alembic import context
from sqlmodel import SQLModel

import model.activity_tables
import model.meeting_tables
import model.once
import model.peer_tables
import model.tables  # noqa: F401  (they fill the metadata)

context.configure(connection=context.config.attributes["connection"], target_metadata=SQLModel.metadata,
                  render_as_batch=True)
context.run_migrations()
