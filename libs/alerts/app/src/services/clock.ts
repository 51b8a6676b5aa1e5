/** The present, as the one who composes the services sees it. */
export type Clock = () => Date;
