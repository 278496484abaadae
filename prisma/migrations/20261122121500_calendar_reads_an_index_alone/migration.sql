-- A month of somebody who sees 50,000 duties is some four thousand of them: what is counted and ordered by stands in this
-- index, so that only the few that are shown are looked up in the table. Prisma's schema language cannot say it.
CREATE INDEX "Obligation_calendar" ON "Obligation" ("practiceId", "dueOn", "id")
  INCLUDE ("state", "harm", "ownerId", "backupId") WHERE "state" = 'open';
