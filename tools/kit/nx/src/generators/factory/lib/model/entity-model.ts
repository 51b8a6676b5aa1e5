/** MikroORM's metadata of an app library's entities, as plain data. */
export interface EntitiesModel {
  readonly entities: readonly EntityModel[];
  /** Transaction settings that the policies compare with, such as `app.organization_id`. */
  readonly settings: readonly string[];
}

export interface EntityModel {
  /** The ORM's name of the entity, such as `AlertRule`. */
  readonly name: string;
  /** The name by which the app library exports it; undefined if it does not. */
  readonly exportName: string | undefined;
  readonly table: string;
  /** The reason why no factory can create it: it is abstract, a view, or has no table. */
  readonly unsupported: string | undefined;
  /** The entities that it extends. */
  readonly bases: readonly string[];
  readonly properties: readonly PropertyModel[];
  /** Sets of properties that are unique together, including single ones. */
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
  /** The default, if it is a plain value. */
  readonly default: string | number | boolean | undefined;
  /**
   * True if the database or the ORM sets the value: identities, generated columns, versions, formulas,
   * discriminators.
   */
  readonly givenByDatabase: boolean;
  /** True if code cannot set the value. */
  readonly readOnly: boolean;
  /** The entity at the other end of a relation. */
  readonly target: string | undefined;
  /** True if this side has the relation's column. */
  readonly owner: boolean;
  /** The opposite relation of a list. */
  readonly mappedBy: string | undefined;
  /** The reason why no value can be generated: a relation to several entities, an embeddable with methods. */
  readonly unsupported: string | undefined;
  /** The properties of an embeddable. */
  readonly embedded: readonly PropertyModel[];
}
