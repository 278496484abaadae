-- CreateTable
CREATE TABLE "Evidence" (
    "id" UUID NOT NULL,
    "practiceId" UUID NOT NULL,
    "recordKind" TEXT NOT NULL,
    "recordId" UUID NOT NULL,
    "contentId" UUID NOT NULL,
    "fileName" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "validUntil" DATE,
    "replacesId" UUID,
    "scan" TEXT NOT NULL,
    "addedOn" DATE NOT NULL,
    "addedAt" TIMESTAMPTZ(3) NOT NULL,
    "addedById" UUID NOT NULL,
    "addedByName" TEXT NOT NULL,
    "withdrawnAt" TIMESTAMPTZ(3),
    "withdrawnById" UUID,
    "withdrawnByName" TEXT,
    "withdrawnReason" TEXT,

    CONSTRAINT "Evidence_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "FileContent" (
    "id" UUID NOT NULL,
    "practiceId" UUID NOT NULL,
    "sha256" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "chunkCount" INTEGER NOT NULL,
    "storedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "FileContent_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "FileChunk" (
    "contentId" UUID NOT NULL,
    "place" INTEGER NOT NULL,
    "practiceId" UUID NOT NULL,
    "sealed" BYTEA NOT NULL,

    CONSTRAINT "FileChunk_pkey" PRIMARY KEY ("contentId","place")
);

-- CreateIndex
CREATE INDEX "Evidence_practiceId_recordId_recordKind_addedAt_idx" ON "Evidence"("practiceId", "recordId", "recordKind", "addedAt");

-- CreateIndex
CREATE INDEX "Evidence_practiceId_contentId_idx" ON "Evidence"("practiceId", "contentId");

-- CreateIndex
CREATE INDEX "Evidence_practiceId_replacesId_idx" ON "Evidence"("practiceId", "replacesId");

-- CreateIndex
CREATE UNIQUE INDEX "Evidence_practiceId_id_key" ON "Evidence"("practiceId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "FileContent_practiceId_id_key" ON "FileContent"("practiceId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "FileContent_practiceId_sha256_key" ON "FileContent"("practiceId", "sha256");

-- AddForeignKey
ALTER TABLE "Evidence" ADD CONSTRAINT "Evidence_practiceId_contentId_fkey" FOREIGN KEY ("practiceId", "contentId") REFERENCES "FileContent"("practiceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Evidence" ADD CONSTRAINT "Evidence_practiceId_replacesId_fkey" FOREIGN KEY ("practiceId", "replacesId") REFERENCES "Evidence"("practiceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FileChunk" ADD CONSTRAINT "FileChunk_practiceId_contentId_fkey" FOREIGN KEY ("practiceId", "contentId") REFERENCES "FileContent"("practiceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- ---------------------------------------------------------------------------------------------
-- What Prisma's schema language cannot say.
-- ---------------------------------------------------------------------------------------------

ALTER TABLE "Evidence"
  ADD CONSTRAINT "Evidence_scan_check" CHECK ("scan" IN ('clean', 'not-scanned')),
  ADD CONSTRAINT "Evidence_withdrawn_check" CHECK (("withdrawnAt" IS NULL) = ("withdrawnReason" IS NULL)),
  -- A backup is read back in the order of the table, where what was renewed may stand behind its renewal.
  ALTER CONSTRAINT "Evidence_practiceId_replacesId_fkey" DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE "FileContent"
  ADD CONSTRAINT "FileContent_size_check" CHECK ("size" > 0 AND "chunkCount" > 0),
  ADD CONSTRAINT "FileContent_sha256_check" CHECK ("sha256" ~ '^[0-9a-f]{64}$');
-- Ciphertext does not get smaller: PostgreSQL need not try.
ALTER TABLE "FileChunk" ALTER COLUMN "sealed" SET STORAGE EXTERNAL;

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['Evidence', 'FileContent', 'FileChunk'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format(
      'CREATE POLICY practice_boundary ON %I USING ("practiceId" = (SELECT current_practice())) WITH CHECK ("practiceId" = (SELECT current_practice()))', t);
  END LOOP;
  -- Chunks leave no rows of their own in the trail: their content does, with its hash.
  FOREACH t IN ARRAY ARRAY['Evidence', 'FileContent'] LOOP
    EXECUTE format('CREATE TRIGGER audit_insert AFTER INSERT ON %I REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION record_row_changes(%L, %L)', t, 'practiceId', 'id');
    EXECUTE format('CREATE TRIGGER audit_update AFTER UPDATE ON %I REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION record_row_changes(%L, %L)', t, 'practiceId', 'id');
    EXECUTE format('CREATE TRIGGER audit_delete AFTER DELETE ON %I REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION record_row_changes(%L, %L)', t, 'practiceId', 'id');
  END LOOP;
END $$;

-- As before, with files: contents can be added and read, and of a file on a record only its withdrawal can be written later.
CREATE OR REPLACE FUNCTION grant_application_rights(application name) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  t record;
  append_only text[] := ARRAY['AuditEvent', 'FileContent', 'FileChunk', 'Evidence'];
  read_only text[] := ARRAY['RowChange', '_prisma_migrations'];
  deletable text[] := ARRAY['PersonSite', 'RoleAssignment', 'AiSystemSite', 'SavedView', 'Draft', 'RateLimit', 'ImportRow',
    'VendorContact', 'VendorLink', 'VendorCertificate'];
BEGIN
  EXECUTE format('GRANT USAGE ON SCHEMA public TO %I', application);
  FOR t IN SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' LOOP
    EXECUTE format('REVOKE ALL ON %I FROM %I', t.name, application);
    IF t.name = ANY (read_only) THEN
      EXECUTE format('GRANT SELECT ON %I TO %I', t.name, application);
    ELSIF t.name = ANY (append_only) THEN
      EXECUTE format('GRANT SELECT, INSERT ON %I TO %I', t.name, application);
    ELSIF t.name = ANY (deletable) THEN
      EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO %I', t.name, application);
    ELSE
      EXECUTE format('GRANT SELECT, INSERT, UPDATE ON %I TO %I', t.name, application);
    END IF;
  END LOOP;
  EXECUTE format('GRANT UPDATE ("withdrawnAt", "withdrawnById", "withdrawnByName", "withdrawnReason") ON "Evidence" TO %I', application);
  EXECUTE format('GRANT EXECUTE ON FUNCTION current_practice(), practice_exists(), all_practices(), locate_account(text), locate_link(text), session_context(text, timestamptz), wipe_demo_practice(uuid) TO %I', application);
END $$;

-- As before, for whatever tables there are: each is emptied once nothing points to it any more.
CREATE OR REPLACE FUNCTION wipe_demo_practice(wanted uuid) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE
  remaining oid[];
  t oid;
BEGIN
  IF wanted IS DISTINCT FROM current_practice() OR NOT EXISTS (SELECT 1 FROM "Practice" WHERE id = wanted AND "isDemo") THEN
    RAISE EXCEPTION 'only the demo practice itself can be wiped';
  END IF;
  SELECT array_agg(c.oid) INTO remaining
  FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'practiceId'
  WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace;
  WHILE cardinality(remaining) > 0 LOOP
    SELECT r INTO t FROM unnest(remaining) r
    WHERE NOT EXISTS (SELECT 1 FROM pg_constraint k WHERE k.contype = 'f' AND k.confrelid = r AND k.conrelid <> r AND k.conrelid = ANY (remaining))
    LIMIT 1;
    IF t IS NULL THEN
      RAISE EXCEPTION 'foreign keys go in a circle';
    END IF;
    EXECUTE format('DELETE FROM %s WHERE "practiceId" = $1', t::regclass) USING wanted;
    remaining := array_remove(remaining, t);
  END LOOP;
  DELETE FROM "Practice" WHERE id = wanted;
  -- The deletions above were themselves recorded.
  DELETE FROM "RowChange" WHERE "practiceId" = wanted;
END $$;
