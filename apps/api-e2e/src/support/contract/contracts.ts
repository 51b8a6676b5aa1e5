import * as alerts from '@acme/alerts-contract';
import * as identity from '@acme/identity-contract';

/** The exports of the contracts of all components: their schemas and their errors. */
export const contracts = {
  ...identity,
  ...alerts,
};
