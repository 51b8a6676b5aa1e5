import os

import pytest
from factories import MembershipFactory
from models import Membership
from sqlalchemy.orm import joinedload


@pytest.mark.parametrize("number", range(int(os.environ["BENCH_TESTS"])))
def test_makes_a_membership(session, number):
    user_id = MembershipFactory().user.id
    session.expunge_all()
    joined = session.query(Membership).options(joinedload(Membership.user), joinedload(Membership.organization))
    found = joined.filter(Membership.user_id == user_id).all()
    assert len(found) == 1
    assert found[0].user.id == user_id
