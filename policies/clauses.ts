/** Levels of the Multi-Level Protection Scheme at which a cloud of a government can be. */
export const levels = [2, 3, 4] as const;
export type Level = (typeof levels)[number];

/** Clauses of a standard by level; a level without any is not asked. */
export type Clauses = Readonly<Partial<Record<Level, readonly string[]>>>;
