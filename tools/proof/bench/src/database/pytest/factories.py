from uuid import uuid4

from factory import LazyAttribute, LazyFunction, Sequence, SubFactory
from factory.alchemy import SQLAlchemyModelFactory
from models import Membership, Organization, User


class CommittingFactory(SQLAlchemyModelFactory):
    class Meta:
        abstract = True
        sqlalchemy_session_persistence = "commit"

    id = LazyFunction(uuid4)


class OrganizationFactory(CommittingFactory):
    class Meta:
        model = Organization

    name = Sequence(lambda number: f"Organization {number}")
    slug = LazyAttribute(lambda it: f"organization-{it.id}")


class UserFactory(CommittingFactory):
    class Meta:
        model = User

    email = LazyAttribute(lambda it: f"{it.id}@example.test")
    name = Sequence(lambda number: f"User {number}")


class MembershipFactory(CommittingFactory):
    class Meta:
        model = Membership

    user = SubFactory(UserFactory)
    organization = SubFactory(OrganizationFactory)
    role = "owner"
