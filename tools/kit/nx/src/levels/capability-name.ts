/** Something that a machine may lack, and that some tests cannot run without. */
export type CapabilityName = 'postgres' | 'redis' | 'docker' | 'browser' | 'gpu' | 'network';
