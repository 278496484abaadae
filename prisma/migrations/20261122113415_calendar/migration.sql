-- AlterTable
ALTER TABLE "Obligation" ADD COLUMN     "revisedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
ADD COLUMN     "revision" INTEGER NOT NULL DEFAULT 0;

-- CreateTable
CREATE TABLE "CalendarFeed" (
    "id" UUID NOT NULL,
    "practiceId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "covers" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "revokedAt" TIMESTAMPTZ(3),
    "lastFetchedAt" TIMESTAMPTZ(3),

    CONSTRAINT "CalendarFeed_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "CalendarFeed_tokenHash_key" ON "CalendarFeed"("tokenHash");

-- CreateIndex
CREATE INDEX "CalendarFeed_practiceId_personId_idx" ON "CalendarFeed"("practiceId", "personId");

-- AddForeignKey
ALTER TABLE "CalendarFeed" ADD CONSTRAINT "CalendarFeed_practiceId_personId_fkey" FOREIGN KEY ("practiceId", "personId") REFERENCES "Person"("practiceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "CalendarFeed"
  ADD CONSTRAINT "CalendarFeed_covers_check" CHECK ("covers" IN ('own', 'backup', 'all'));
CREATE UNIQUE INDEX "CalendarFeed_one_works" ON "CalendarFeed" ("personId") WHERE "revokedAt" IS NULL;
-- A fetch is no change of the record: it leaves no row in the trail.
SELECT guard_practice_table('"CalendarFeed"', 'personId', ARRAY['tokenHash', 'lastFetchedAt']);

-- Calendars drop a changed entry that does not say that it is newer than theirs.
CREATE FUNCTION count_revision() RETURNS trigger LANGUAGE plpgsql SET search_path = public AS $$
BEGIN
  NEW."revision" := OLD."revision" + 1;
  NEW."revisedAt" := clock_timestamp();
  RETURN NEW;
END $$;
CREATE TRIGGER count_revision BEFORE UPDATE OF "title", "dueOn", "recordLabel", "citation", "ownerId", "backupId" ON "Obligation"
  FOR EACH ROW WHEN ((OLD."title", OLD."dueOn", OLD."recordLabel", OLD."citation", OLD."ownerId", OLD."backupId")
    IS DISTINCT FROM (NEW."title", NEW."dueOn", NEW."recordLabel", NEW."citation", NEW."ownerId", NEW."backupId"))
  EXECUTE FUNCTION count_revision();

-- Whose calendar a token opens, in one round trip. Also notes that it was fetched (at most once a minute).
CREATE FUNCTION locate_calendar_feed(wanted text, seen_at timestamptz) RETURNS TABLE ("practiceId" uuid, "personId" uuid, "covers" text)
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE found record;
BEGIN
  SELECT f.id, f."practiceId", f."personId", f."covers", f."lastFetchedAt" INTO found
  FROM "CalendarFeed" f JOIN "Person" p ON p."practiceId" = f."practiceId" AND p.id = f."personId"
  WHERE f."tokenHash" = wanted AND f."revokedAt" IS NULL AND p.active AND p."archivedAt" IS NULL;
  IF found.id IS NULL THEN
    RETURN;
  END IF;
  IF found."lastFetchedAt" IS NULL OR found."lastFetchedAt" < seen_at - interval '1 minute' THEN
    UPDATE "CalendarFeed" f SET "lastFetchedAt" = seen_at WHERE f.id = found.id;
  END IF;
  RETURN QUERY SELECT found."practiceId", found."personId", found."covers";
END $$;
REVOKE EXECUTE ON FUNCTION locate_calendar_feed(text, timestamptz) FROM PUBLIC;
COMMENT ON FUNCTION locate_calendar_feed(text, timestamptz) IS 'application: call';
