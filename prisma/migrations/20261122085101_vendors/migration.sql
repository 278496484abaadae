-- AlterTable
ALTER TABLE "AiSystem" ADD COLUMN     "vendorId" UUID;

-- CreateTable
CREATE TABLE "Vendor" (
    "id" UUID NOT NULL,
    "practiceId" UUID NOT NULL,
    "ref" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "website" TEXT NOT NULL DEFAULT '',
    "services" TEXT NOT NULL DEFAULT '',
    "criticality" TEXT NOT NULL DEFAULT 'unknown',
    "patientData" TEXT NOT NULL DEFAULT 'unknown',
    "notes" TEXT NOT NULL DEFAULT '',
    "ownerId" UUID,
    "backupId" UUID,
    "businessAssociate" TEXT NOT NULL DEFAULT 'unknown',
    "determinationReasons" TEXT[],
    "determinationNote" TEXT NOT NULL DEFAULT '',
    "determinedOn" DATE,
    "determinedById" UUID,
    "reviewedOn" DATE,
    "nextDueOn" DATE,
    "archivedAt" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "searchText" TEXT,

    CONSTRAINT "Vendor_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Vendor_practiceId_name_id_idx" ON "Vendor"("practiceId", "name", "id");

-- CreateIndex
CREATE INDEX "Vendor_practiceId_ownerId_id_idx" ON "Vendor"("practiceId", "ownerId", "id");

-- CreateIndex
CREATE INDEX "Vendor_practiceId_backupId_idx" ON "Vendor"("practiceId", "backupId");

-- CreateIndex
CREATE INDEX "Vendor_practiceId_nextDueOn_id_idx" ON "Vendor"("practiceId", "nextDueOn", "id");

-- CreateIndex
CREATE UNIQUE INDEX "Vendor_practiceId_id_key" ON "Vendor"("practiceId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "Vendor_practiceId_ref_key" ON "Vendor"("practiceId", "ref");

-- CreateIndex
CREATE INDEX "AiSystem_practiceId_vendorId_idx" ON "AiSystem"("practiceId", "vendorId");

-- AddForeignKey
ALTER TABLE "AiSystem" ADD CONSTRAINT "AiSystem_practiceId_vendorId_fkey" FOREIGN KEY ("practiceId", "vendorId") REFERENCES "Vendor"("practiceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Vendor" ADD CONSTRAINT "Vendor_practiceId_ownerId_fkey" FOREIGN KEY ("practiceId", "ownerId") REFERENCES "Person"("practiceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Vendor" ADD CONSTRAINT "Vendor_practiceId_backupId_fkey" FOREIGN KEY ("practiceId", "backupId") REFERENCES "Person"("practiceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Vendor" ADD CONSTRAINT "Vendor_practiceId_determinedById_fkey" FOREIGN KEY ("practiceId", "determinedById") REFERENCES "Person"("practiceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- CreateTable
CREATE TABLE "VendorContact" (
    "id" UUID NOT NULL,
    "practiceId" UUID NOT NULL,
    "vendorId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "about" TEXT NOT NULL DEFAULT '',
    "email" TEXT NOT NULL DEFAULT '',
    "phone" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "VendorContact_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "VendorLink" (
    "id" UUID NOT NULL,
    "practiceId" UUID NOT NULL,
    "vendorId" UUID NOT NULL,
    "subProcessorId" UUID NOT NULL,
    "does" TEXT NOT NULL DEFAULT '',
    "patientData" TEXT NOT NULL DEFAULT 'unknown',

    CONSTRAINT "VendorLink_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "VendorCertificate" (
    "id" UUID NOT NULL,
    "practiceId" UUID NOT NULL,
    "vendorId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "scope" TEXT NOT NULL DEFAULT '',
    "issuedOn" DATE,
    "validUntil" DATE,
    "enteredOn" DATE NOT NULL,

    CONSTRAINT "VendorCertificate_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "VendorContact_practiceId_vendorId_idx" ON "VendorContact"("practiceId", "vendorId");

-- CreateIndex
CREATE INDEX "VendorLink_practiceId_subProcessorId_idx" ON "VendorLink"("practiceId", "subProcessorId");

-- CreateIndex
CREATE UNIQUE INDEX "VendorLink_practiceId_vendorId_subProcessorId_key" ON "VendorLink"("practiceId", "vendorId", "subProcessorId");

-- CreateIndex
CREATE INDEX "VendorCertificate_practiceId_vendorId_idx" ON "VendorCertificate"("practiceId", "vendorId");

-- AddForeignKey
ALTER TABLE "VendorContact" ADD CONSTRAINT "VendorContact_practiceId_vendorId_fkey" FOREIGN KEY ("practiceId", "vendorId") REFERENCES "Vendor"("practiceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "VendorLink" ADD CONSTRAINT "VendorLink_practiceId_vendorId_fkey" FOREIGN KEY ("practiceId", "vendorId") REFERENCES "Vendor"("practiceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "VendorLink" ADD CONSTRAINT "VendorLink_practiceId_subProcessorId_fkey" FOREIGN KEY ("practiceId", "subProcessorId") REFERENCES "Vendor"("practiceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "VendorCertificate" ADD CONSTRAINT "VendorCertificate_practiceId_vendorId_fkey" FOREIGN KEY ("practiceId", "vendorId") REFERENCES "Vendor"("practiceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- ---------------------------------------------------------------------------------------------
-- What Prisma's schema language cannot say, as in the foundation.
-- ---------------------------------------------------------------------------------------------

ALTER TABLE "Vendor" DROP COLUMN "searchText";
ALTER TABLE "Vendor"
  ALTER COLUMN "ref" TYPE TEXT COLLATE "words",
  ALTER COLUMN "name" TYPE TEXT COLLATE "words";
ALTER TABLE "Vendor" ADD COLUMN "searchText" TEXT GENERATED ALWAYS AS (
  lower(("ref" || ' ' || "name" || ' ' || "website" || ' ' || "services") COLLATE "default")
) STORED;

ALTER TABLE "Vendor"
  ADD CONSTRAINT "Vendor_criticality_check" CHECK ("criticality" IN ('hours', 'days', 'weeks', 'unknown')),
  ADD CONSTRAINT "Vendor_patientData_check" CHECK ("patientData" IN ('yes', 'no', 'unknown')),
  ADD CONSTRAINT "Vendor_businessAssociate_check" CHECK ("businessAssociate" IN ('yes', 'no', 'unknown')),
  ADD CONSTRAINT "Vendor_determination_check" CHECK ("businessAssociate" = 'unknown' OR "determinedOn" IS NOT NULL);

ALTER TABLE "VendorContact" ALTER COLUMN "name" TYPE TEXT COLLATE "words";
ALTER TABLE "VendorLink"
  ADD CONSTRAINT "VendorLink_patientData_check" CHECK ("patientData" IN ('yes', 'no', 'unknown')),
  ADD CONSTRAINT "VendorLink_itself_check" CHECK ("vendorId" <> "subProcessorId");
ALTER TABLE "VendorCertificate"
  ADD CONSTRAINT "VendorCertificate_days_check" CHECK ("validUntil" >= "issuedOn");

DO $$
DECLARE
  watched record;
BEGIN
  FOR watched IN
    SELECT * FROM (VALUES
      ('Vendor', 'id'),
      ('VendorContact', 'vendorId'),
      ('VendorLink', 'vendorId'),
      ('VendorCertificate', 'vendorId')
    ) AS w(name, record_column)
  LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', watched.name);
    EXECUTE format(
      'CREATE POLICY practice_boundary ON %I USING ("practiceId" = (SELECT current_practice())) WITH CHECK ("practiceId" = (SELECT current_practice()))', watched.name);
    EXECUTE format('CREATE TRIGGER audit_insert AFTER INSERT ON %I REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION record_row_changes(%L, %L)',
      watched.name, 'practiceId', watched.record_column);
    EXECUTE format('CREATE TRIGGER audit_delete AFTER DELETE ON %I REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION record_row_changes(%L, %L)',
      watched.name, 'practiceId', watched.record_column);
    EXECUTE format('CREATE TRIGGER audit_update AFTER UPDATE ON %I REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION record_row_changes(%L, %L)',
      watched.name, 'practiceId', watched.record_column);
  END LOOP;
END $$;

CREATE OR REPLACE FUNCTION wipe_demo_practice(wanted uuid) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE t text;
BEGIN
  IF wanted IS DISTINCT FROM current_practice() OR NOT EXISTS (SELECT 1 FROM "Practice" WHERE id = wanted AND "isDemo") THEN
    RAISE EXCEPTION 'only the demo practice itself can be wiped';
  END IF;
  FOREACH t IN ARRAY ARRAY['Draft', 'SavedView', 'ImportRow', 'ImportBatch', 'ImportMapping', 'Obligation', 'Safeguard', 'PhiFlow',
    'AiSystemSite', 'AiSystem', 'VendorContact', 'VendorLink', 'VendorCertificate', 'Vendor', 'OneTimeLink', 'Session', 'RecoveryCode', 'Account', 'RoleAssignment', 'PersonSite', 'Person',
    'Site', 'ReferenceCounter', 'AuditEvent', 'RowChange'] LOOP
    EXECUTE format('DELETE FROM %I WHERE "practiceId" = $1', t) USING wanted;
  END LOOP;
  DELETE FROM "Practice" WHERE id = wanted;
  -- The deletions above were themselves recorded.
  DELETE FROM "RowChange" WHERE "practiceId" = wanted;
END $$;

CREATE OR REPLACE FUNCTION grant_application_rights(application name) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  t record;
  append_only text[] := ARRAY['AuditEvent'];
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
  EXECUTE format('GRANT EXECUTE ON FUNCTION current_practice(), practice_exists(), all_practices(), locate_account(text), locate_link(text), session_context(text, timestamptz), wipe_demo_practice(uuid) TO %I', application);
END $$;
