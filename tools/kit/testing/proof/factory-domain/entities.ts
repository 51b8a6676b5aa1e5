import { randomUUID } from 'node:crypto';
import { defineEntity, type InferEntity, p } from '@mikro-orm/postgresql';

/** A small domain to prove factories on: tenants by relation, by id, and through a parent; lists of both kinds. */
const id = () =>
  p
    .uuid()
    .primary()
    .onCreate(() => randomUUID());

export const TeamEntity = defineEntity({
  name: 'Team',
  tableName: 'teams',
  properties: { id: id(), name: p.string() },
});
export type Team = InferEntity<typeof TeamEntity>;

export const PersonEntity = defineEntity({
  name: 'Person',
  tableName: 'people',
  properties: { id: id(), email: p.string().unique() },
});
export type Person = InferEntity<typeof PersonEntity>;

export const LabelEntity = defineEntity({
  name: 'Label',
  tableName: 'labels',
  properties: { id: id(), teamId: p.uuid(), text: p.string() },
});
export type Label = InferEntity<typeof LabelEntity>;

export const TaskEntity = defineEntity({
  name: 'Task',
  tableName: 'tasks',
  properties: {
    id: id(),
    team: () => p.manyToOne(TeamEntity),
    title: p.string(),
    slug: p.string(),
    done: p.boolean(),
    reviewer: () => p.manyToOne(PersonEntity).nullable(),
    comments: () => p.oneToMany(CommentEntity).mappedBy('task'),
    labels: () => p.manyToMany(LabelEntity).pivotTable('task_labels'),
  },
});
export type Task = InferEntity<typeof TaskEntity>;

export const CommentEntity = defineEntity({
  name: 'Comment',
  tableName: 'comments',
  properties: { id: id(), task: () => p.manyToOne(TaskEntity), text: p.string() },
});
export type Comment = InferEntity<typeof CommentEntity>;

export const domainEntities = [TeamEntity, PersonEntity, LabelEntity, TaskEntity, CommentEntity];
