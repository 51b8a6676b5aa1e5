import { Migration } from '@mikro-orm/migrations';

/** The functions by which policies read the scope of a transaction. */
export class Platform0001 extends Migration {
  override name = 'platform-0001';

  override up(): void {
    for (const id of ['organization_id', 'user_id']) {
      this.addSql(`create function app_${id}() returns uuid language sql stable parallel safe
      return nullif(current_setting('app.${id}', true), '')::uuid`);
    }
  }

  override down(): void {
    this.addSql('drop function app_organization_id(), app_user_id()');
  }
}
