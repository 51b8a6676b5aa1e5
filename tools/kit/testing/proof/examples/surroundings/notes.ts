import { Migration } from '@mikro-orm/migrations';
import { defineEntity, p } from '@mikro-orm/postgresql';
import type { TestAPI } from 'vitest';
import { componentTest, type DatabaseFixtures, type KitFixtures } from '../../../src/index.ts';
import { EntityFactory, type EntityOf } from '../../../src/factories/index.ts';

/** The component of the examples that need a table: its entity, migrations, factory and `test`. */
export const Note = defineEntity({
  name: 'Note',
  tableName: 'note',
  properties: { id: p.integer().primary(), text: p.text() },
});

class CreateNotes extends Migration {
  override up(): void {
    this.addSql('create table note (id int primary key, text text not null)');
  }
}

const migrations = [{ name: 'create-notes', class: CreateNotes }];

export type Note = EntityOf<typeof Note>;

export class NoteFactory extends EntityFactory<Note, Note> {
  protected readonly entity = Note;
  protected readonly parents = {};

  protected defaults({ number }: { readonly number: number }): Note {
    return { id: number, text: `note ${number}` };
  }
}

export const noteTest: TestAPI<KitFixtures & DatabaseFixtures> = componentTest({
  entities: [Note],
  migrations,
});
