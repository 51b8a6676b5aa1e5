import { randomUUID } from 'node:crypto';
import type { Tenancy } from '../../src/factories/tenancy.ts';
import { bindFactories } from '../../src/factories/bind-factories.ts';
import { EntityFactory } from '../../src/factories/entity-factory.ts';
import type { FactoryContext } from '../../src/factories/factory-context.ts';
import type { BuildContext, NoParents } from '../../src/factories/build-context.ts';
import {
  type Comment,
  CommentEntity,
  type Label,
  LabelEntity,
  type Person,
  PersonEntity,
  type Task,
  TaskEntity,
  type Team,
  TeamEntity,
} from './entities.ts';

export const tenancy: Tenancy = { root: 'Team', property: 'team', setting: 'app.team_id' };

export class TeamFactory extends EntityFactory<Team, Pick<Team, 'id' | 'name'>> {
  protected readonly entity = TeamEntity;
  protected readonly parents = {};

  protected defaults({ faker }: BuildContext<Team, NoParents>) {
    return { id: randomUUID(), name: faker.company.name() };
  }
}

export class PersonFactory extends EntityFactory<Person, Pick<Person, 'id' | 'email'>> {
  protected readonly entity = PersonEntity;
  protected readonly parents = {};

  protected defaults({ number }: BuildContext<Person, NoParents>) {
    return { id: randomUUID(), email: `person-${number}@example.com` };
  }
}

interface OfTeam {
  team: TeamFactory;
}

export class LabelFactory extends EntityFactory<Label, Pick<Label, 'id' | 'text'>, OfTeam, Team> {
  protected readonly entity = LabelEntity;
  protected readonly parents = { team: () => new TeamFactory(this.context) };

  protected defaults() {
    return { id: randomUUID(), text: 'urgent' };
  }
}

type TaskAttributes = Pick<Task, 'id' | 'title' | 'slug' | 'done'>;
interface TaskParents extends OfTeam {
  reviewer?: PersonFactory;
}

export class TaskFactory extends EntityFactory<Task, TaskAttributes, TaskParents, Team> {
  protected readonly entity = TaskEntity;
  protected readonly parents = {
    team: () => new TeamFactory(this.context),
    reviewer: () => new PersonFactory(this.context),
  };

  done(): this {
    return this.trait('done', { done: true });
  }

  renamed(): this {
    return this.trait('renamed', ({ requested, number }) => ({ title: `${requested.slug ?? number} again` }));
  }

  withReviewer(): this {
    return this.with('reviewer');
  }

  withComments(count = 1): this {
    return this.having('comments', count, new CommentFactory(this.context));
  }

  withLabels(count = 1): this {
    return this.having('labels', count, new LabelFactory(this.context));
  }

  protected defaults({ number, parents }: BuildContext<TaskAttributes, TaskParents>): TaskAttributes {
    return { id: randomUUID(), title: `Task of ${parents.team.name}`, slug: `task-${number}`, done: false };
  }
}

interface OfTask {
  task: TaskFactory;
}

export class CommentFactory extends EntityFactory<Comment, Pick<Comment, 'id' | 'text'>, OfTask, Team> {
  protected readonly entity = CommentEntity;
  protected readonly parents = { task: () => new TaskFactory(this.context) };

  protected defaults() {
    return { id: randomUUID(), text: 'fine' };
  }
}

export const domainFactoryClasses = {
  team: TeamFactory,
  person: PersonFactory,
  label: LabelFactory,
  task: TaskFactory,
  comment: CommentFactory,
};

export function domainFactories(context: FactoryContext) {
  return bindFactories(domainFactoryClasses, { tenancy, ...context });
}
