"""What a test of the benchmark gets in Python: a session whose commits stay within a savepoint."""

import os

import pytest
from factories import CommittingFactory
from sqlalchemy import create_engine, event
from sqlalchemy.orm import Session


@pytest.fixture(scope="session")
def connection():
    with create_engine(os.environ["BENCH_DATABASE_URL"].replace("postgres:", "postgresql:", 1)).connect() as connection:
        yield connection


@pytest.fixture
def session(connection):
    transaction = connection.begin()
    savepoint = connection.begin_nested()
    session = Session(bind=connection)

    @event.listens_for(session, "after_transaction_end")
    def renew(*_):
        nonlocal savepoint
        if not savepoint.is_active:
            savepoint = connection.begin_nested()

    for factory in CommittingFactory.__subclasses__():
        factory._meta.sqlalchemy_session = session
    yield session
    session.close()
    transaction.rollback()
