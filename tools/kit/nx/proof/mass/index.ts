export { type Proof, type ProofOptions, proveArtefacts } from './prove-artefacts.ts';
export { provePublished, published, type PublishedProof } from './published.ts';
