"""Alembic's entry: runs the migrations on the engine that ``model.store.database`` hands over."""

from alembic import context
from sqlmodel import SQLModel

import model.store.once
import model.store.tables.access
import model.store.tables.activities
import model.store.tables.base
import model.store.tables.editions
import model.store.tables.meetings
import model.store.tables.peers
import model.store.tables.plans
import model.store.tables.projects
import model.store.tables.reminders
import model.store.tables.units  # noqa: F401  (they fill the metadata)

context.configure(connection=context.config.attributes["connection"], target_metadata=SQLModel.metadata,
                  render_as_batch=True)
context.run_migrations()
