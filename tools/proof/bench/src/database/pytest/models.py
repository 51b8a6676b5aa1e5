from sqlalchemy import Column, ForeignKey, Text
from sqlalchemy.dialects.postgresql import UUID
from sqlalchemy.orm import declarative_base, relationship

Base = declarative_base()


class Organization(Base):
    __tablename__ = "organization"
    id = Column(UUID(as_uuid=True), primary_key=True)
    name = Column(Text, nullable=False)
    slug = Column(Text, nullable=False, unique=True)


class User(Base):
    __tablename__ = "users"
    id = Column(UUID(as_uuid=True), primary_key=True)
    email = Column(Text, nullable=False, unique=True)
    name = Column(Text, nullable=False)


class Membership(Base):
    __tablename__ = "membership"
    id = Column(UUID(as_uuid=True), primary_key=True)
    organization_id = Column(ForeignKey(Organization.id), nullable=False)
    user_id = Column(ForeignKey(User.id), nullable=False)
    role = Column(Text, nullable=False)
    organization = relationship(Organization)
    user = relationship(User)
