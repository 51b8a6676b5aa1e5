export { createNodes, createNodes as createNodesV2 } from './graph/create-nodes.ts';
