"""The migrations make the schema of the models, and leave what is there whole."""

import shutil

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from flask_migrate import downgrade, upgrade
from sqlalchemy import inspect, text

from neighbour.db import Model, db, migrating
from neighbour.db.migrating import FOLDER, NewerThanCode


def test_the_migrations_make_exactly_what_the_models_say(app):
    with app.app_context():
        context = MigrationContext.configure(db.engine.connect(), opts={"compare_type": True})
        with context.connection:
            assert compare_metadata(context, Model.metadata) == []


REBUILDS = '''"""A table that everything hangs on is rebuilt."""

import sqlalchemy as sa
from alembic import op

revision, down_revision = "9998", {head!r}


def upgrade():
    with op.batch_alter_table("accounts_users") as table:
        table.alter_column("name", existing_type=sa.String(80), type_=sa.String(90), existing_nullable=False)
'''


def test_a_filled_database_survives_a_migration_that_rebuilds_a_table(app, tmp_path):
    """With foreign keys on, SQLite would take every membership along with the people's old table."""
    folder = shutil.copytree(FOLDER, tmp_path / "migrations")
    with app.app_context():
        before = counted()
        (folder / "versions" / "9998_rebuild.py").write_text(REBUILDS.format(head=migrating.revision()))

        migrating.register(app)
        upgrade(directory=str(folder))

        assert migrating.revision() == "9998"
        assert counted() == before
        assert before["initiatives_memberships"] == 3


def counted() -> dict[str, int]:
    with db.engine.connect() as connection:
        tables = inspect(connection).get_table_names()
        return {name: connection.scalar(text(f"SELECT count(*) FROM {name}")) for name in sorted(tables)}


def test_down_and_up_again_leaves_an_empty_house(app):
    with app.app_context():
        migrating.register(app)
        downgrade(directory=str(FOLDER), revision="base")
        upgrade(directory=str(FOLDER))
        assert set(counted()) - {"alembic_version"} == set(Model.metadata.tables)


def test_a_database_from_the_future_is_left_alone(app):
    with app.app_context():
        with db.engine.begin() as connection:
            connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
        with pytest.raises(NewerThanCode):
            migrating.bring_up_to_date()
