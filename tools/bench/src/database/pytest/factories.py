from uuid import uuid4

from factory import LazyAttribute, LazyFunction, Sequence, SubFactory
from factory.alchemy import SQLAlchemyModelFactory
from models import Membership, Organization, User


class OrganizationFactory(SQLAlchemyModelFactory):
    class Meta:
        model = Organization
        sqlalchemy_session_persistence = "commit"

    id = LazyFunction(uuid4)
    name = Sequence(lambda number: f"Organization {number}")
    slug = LazyAttribute(lambda it: f"organization-{it.id}")


class UserFactory(SQLAlchemyModelFactory):
    class Meta:
        model = User
        sqlalchemy_session_persistence = "commit"

    id = LazyFunction(uuid4)
    email = LazyAttribute(lambda it: f"{it.id}@example.test")
    name = Sequence(lambda number: f"User {number}")


class MembershipFactory(SQLAlchemyModelFactory):
    class Meta:
        model = Membership
        sqlalchemy_session_persistence = "commit"

    id = LazyFunction(uuid4)
    user = SubFactory(UserFactory)
    organization = SubFactory(OrganizationFactory)
    role = "owner"
