import * as alerts from '@acme/alerts-contract';
import * as identity from '@acme/identity-contract';

/** What the contracts of the API's components export: the schemas that it speaks in, and the errors that it tells. */
export const contracts = {
  ...identity,
  ...alerts,
};
