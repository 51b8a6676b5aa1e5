/** A feature that a machine may lack and some tests need. */
export type CapabilityName = 'postgres' | 'redis' | 'docker' | 'browser' | 'gpu' | 'network';
