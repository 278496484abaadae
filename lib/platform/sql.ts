import { Prisma } from './prisma/client.ts'

/** A piece of SQL with its values, to be put together with others; never text from outside. */
export type Sql = Prisma.Sql

/** Makes a piece of SQL; values go to the database apart from it. */
export const sql = Prisma.sql

/** Pieces with words between them: `joined(conditions, ' AND ')`. */
export const joined = Prisma.join
