import { Migration } from '@mikro-orm/migrations';

class CreateDomain extends Migration {
  override up(): void {
    this.addSql(`
      create table teams (id uuid primary key, name text not null);
      create table people (id uuid primary key, email text not null unique);
      create table labels (id uuid primary key, team_id uuid not null references teams, text text not null);
      create table tasks (id uuid primary key, team_id uuid not null references teams, title text not null,
        slug text not null unique, done boolean not null, reviewer_id uuid references people);
      create table comments (id uuid primary key, task_id uuid not null references tasks, text text not null);
      create table task_labels (task_id uuid references tasks, label_id uuid references labels, primary key (task_id, label_id))`);
    for (const [table, column] of [
      ['teams', 'id'],
      ['labels', 'team_id'],
      ['tasks', 'team_id'],
    ]) {
      this.addSql(`alter table ${table} enable row level security`);
      this.addSql(
        `create policy tenant on ${table} using (${column}::text = current_setting('app.team_id', true))`,
      );
    }
  }
}

export const domainMigrations = [{ name: 'create-domain', class: CreateDomain }];
