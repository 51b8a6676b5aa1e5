/** What MikroORM knows of an app library's entities, as plain data. */
export interface EntitiesModel {
  readonly entities: readonly EntityModel[];
  /** Settings of a transaction that the migrations' policies compare with, such as `app.organization_id`. */
  readonly settings: readonly string[];
}

export interface EntityModel {
  /** The name that the ORM knows it by, such as `AlertRule`. */
  readonly name: string;
  /** The name under which the app library exports it; none where it does not. */
  readonly exportName: string | undefined;
  readonly table: string;
  /** Why no factory can make it: it is abstract, a view, or has no table. */
  readonly unmakeable: string | undefined;
  /** The entities that it extends. */
  readonly bases: readonly string[];
  readonly properties: readonly PropertyModel[];
  /** Sets of properties whose values no two rows have in common; single ones included. */
  readonly uniques: readonly (readonly string[])[];
}

export type PropertyKind = 'scalar' | 'm:1' | '1:1' | '1:m' | 'm:n' | 'embedded';

export interface PropertyModel {
  readonly name: string;
  readonly kind: PropertyKind;
  /** The JavaScript type: `string`, `number`, `bigint`, `boolean`, `Date`, `Buffer`, `object`, `any` … */
  readonly runtimeType: string;
  /** The type in the database, such as `varchar(100)`. */
  readonly columnType: string;
  readonly length: number | undefined;
  readonly nullable: boolean;
  readonly primary: boolean;
  readonly array: boolean;
  /** The values of an enum. */
  readonly items: readonly (string | number)[];
  /** The default, where it is a plain value. */
  readonly default: string | number | boolean | undefined;
  /** The database or the ORM gives the value: identities, generated columns, versions, formulas, discriminators. */
  readonly givenByDatabase: boolean;
  /** Nobody can give it a value. */
  readonly readOnly: boolean;
  /** The entity at the other end of a relation. */
  readonly target: string | undefined;
  /** Whether the column of a relation is here. */
  readonly owner: boolean;
  /** The relation at the other end that a list belongs to. */
  readonly mappedBy: string | undefined;
  /** Why no value can be made up for it: a relation to several entities, an embeddable with methods. */
  readonly unmakeable: string | undefined;
  /** The properties of an embeddable. */
  readonly embedded: readonly PropertyModel[];
}
