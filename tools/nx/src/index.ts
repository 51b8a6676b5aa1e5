export { boundaries } from './graph/boundaries.ts';
export { createNodes, createNodes as createNodesV2 } from './graph/create-nodes.ts';
