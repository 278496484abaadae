-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateTable
CREATE TABLE "AiSystem" (
    "id" UUID NOT NULL,
    "practiceId" UUID NOT NULL,
    "ref" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "purpose" TEXT NOT NULL DEFAULT '',
    "category" TEXT NOT NULL DEFAULT 'other',
    "vendorName" TEXT NOT NULL DEFAULT '',
    "product" TEXT NOT NULL DEFAULT '',
    "modelName" TEXT NOT NULL DEFAULT '',
    "runsWhere" TEXT NOT NULL DEFAULT 'unknown',
    "productVersion" TEXT NOT NULL DEFAULT '',
    "users" TEXT NOT NULL DEFAULT '',
    "notes" TEXT NOT NULL DEFAULT '',
    "reachesPatient" TEXT NOT NULL DEFAULT 'unknown',
    "licensedReview" TEXT NOT NULL DEFAULT 'unknown',
    "useKind" TEXT NOT NULL DEFAULT 'unknown',
    "therapy" TEXT NOT NULL DEFAULT 'unknown',
    "generative" TEXT NOT NULL DEFAULT 'unknown',
    "decisionSupport" TEXT NOT NULL DEFAULT 'unknown',
    "protectedInputs" TEXT[],
    "patientData" TEXT NOT NULL DEFAULT 'unknown',
    "stage" TEXT NOT NULL DEFAULT 'proposed',
    "stageReason" TEXT NOT NULL DEFAULT '',
    "tier" TEXT NOT NULL,
    "tierComputed" TEXT NOT NULL,
    "tierOverride" TEXT,
    "tierOverrideReason" TEXT NOT NULL DEFAULT '',
    "ownerId" UUID,
    "backupId" UUID,
    "proposedById" UUID,
    "proposedOn" DATE NOT NULL,
    "stageSince" DATE NOT NULL,
    "approvedOn" DATE,
    "reviewedOn" DATE,
    "dataReviewedOn" DATE,
    "logsReviewedOn" DATE,
    "nextDueOn" DATE,
    "archivedAt" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "searchText" TEXT,

    CONSTRAINT "AiSystem_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AiSystemSite" (
    "practiceId" UUID NOT NULL,
    "systemId" UUID NOT NULL,
    "siteId" UUID NOT NULL,

    CONSTRAINT "AiSystemSite_pkey" PRIMARY KEY ("systemId","siteId")
);

-- CreateTable
CREATE TABLE "PhiFlow" (
    "id" UUID NOT NULL,
    "practiceId" UUID NOT NULL,
    "ref" TEXT NOT NULL,
    "systemId" UUID NOT NULL,
    "purpose" TEXT NOT NULL,
    "identifiers" TEXT[],
    "clinicalClasses" TEXT[],
    "destination" TEXT NOT NULL DEFAULT '',
    "minimumNecessary" TEXT NOT NULL DEFAULT '',
    "deidentification" TEXT NOT NULL DEFAULT 'none',
    "retention" TEXT NOT NULL DEFAULT '',
    "trainsModel" TEXT NOT NULL DEFAULT 'unknown',
    "authorization" TEXT NOT NULL DEFAULT 'unknown',
    "archivedAt" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "PhiFlow_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Safeguard" (
    "id" UUID NOT NULL,
    "practiceId" UUID NOT NULL,
    "systemId" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "Safeguard_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AuditEvent" (
    "id" UUID NOT NULL,
    "practiceId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "action" TEXT NOT NULL,
    "actorId" UUID,
    "actorName" TEXT NOT NULL,
    "actorRole" TEXT NOT NULL,
    "recordKind" TEXT,
    "recordId" UUID,
    "recordLabel" TEXT,
    "sentence" TEXT NOT NULL,
    "reason" TEXT,
    "correlationId" UUID NOT NULL,

    CONSTRAINT "AuditEvent_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RowChange" (
    "id" BIGSERIAL NOT NULL,
    "practiceId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),
    "tableName" TEXT NOT NULL,
    "rowId" UUID,
    "operation" TEXT NOT NULL,
    "before" JSONB,
    "after" JSONB,
    "correlationId" UUID,
    "databaseRole" TEXT NOT NULL,

    CONSTRAINT "RowChange_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Obligation" (
    "id" UUID NOT NULL,
    "practiceId" UUID NOT NULL,
    "recordKind" TEXT NOT NULL,
    "recordId" UUID NOT NULL,
    "recordLabel" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "sinceOn" DATE NOT NULL,
    "dueOn" DATE NOT NULL,
    "harm" INTEGER NOT NULL,
    "citation" TEXT NOT NULL DEFAULT '',
    "siteIds" UUID[],
    "ownerId" UUID,
    "backupId" UUID,
    "state" TEXT NOT NULL DEFAULT 'open',
    "openedOn" DATE NOT NULL,
    "closedOn" DATE,
    "closedById" UUID,
    "closedByName" TEXT,

    CONSTRAINT "Obligation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Person" (
    "id" UUID NOT NULL,
    "practiceId" UUID NOT NULL,
    "ref" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "email" TEXT,
    "jobTitle" TEXT NOT NULL DEFAULT '',
    "staffNumber" TEXT,
    "startedOn" DATE,
    "leftOn" DATE,
    "active" BOOLEAN NOT NULL DEFAULT true,
    "archivedAt" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Person_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PersonSite" (
    "practiceId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "siteId" UUID NOT NULL,

    CONSTRAINT "PersonSite_pkey" PRIMARY KEY ("personId","siteId")
);

-- CreateTable
CREATE TABLE "RoleAssignment" (
    "id" UUID NOT NULL,
    "practiceId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "role" TEXT NOT NULL,
    "siteId" UUID,
    "until" DATE,

    CONSTRAINT "RoleAssignment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Practice" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "states" TEXT[],
    "timeZone" TEXT NOT NULL,
    "isDemo" BOOLEAN NOT NULL DEFAULT false,
    "idleMinutes" INTEGER NOT NULL DEFAULT 15,
    "sessionHours" INTEGER NOT NULL DEFAULT 12,
    "mfaRoles" TEXT[],
    "cadences" JSONB NOT NULL DEFAULT '{}',
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Practice_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Site" (
    "id" UUID NOT NULL,
    "practiceId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "archivedAt" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Site_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ReferenceCounter" (
    "practiceId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "last" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "ReferenceCounter_pkey" PRIMARY KEY ("practiceId","kind")
);

-- CreateTable
CREATE TABLE "Account" (
    "id" UUID NOT NULL,
    "practiceId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "passwordHash" TEXT NOT NULL,
    "passwordSetAt" TIMESTAMPTZ(3) NOT NULL,
    "failedAttempts" INTEGER NOT NULL DEFAULT 0,
    "lockedUntil" TIMESTAMPTZ(3),
    "totpSecret" TEXT,
    "totpConfirmedAt" TIMESTAMPTZ(3),
    "totpLastStep" INTEGER,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RecoveryCode" (
    "id" UUID NOT NULL,
    "practiceId" UUID NOT NULL,
    "accountId" UUID NOT NULL,
    "codeHash" TEXT NOT NULL,
    "usedAt" TIMESTAMPTZ(3),

    CONSTRAINT "RecoveryCode_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Session" (
    "id" UUID NOT NULL,
    "practiceId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "stage" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "lastSeenAt" TIMESTAMPTZ(3) NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "endedAt" TIMESTAMPTZ(3),
    "endedBecause" TEXT,
    "address" TEXT NOT NULL DEFAULT '',
    "userAgent" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "Session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "OneTimeLink" (
    "id" UUID NOT NULL,
    "practiceId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "purpose" TEXT NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "createdById" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "usedAt" TIMESTAMPTZ(3),
    "revokedAt" TIMESTAMPTZ(3),

    CONSTRAINT "OneTimeLink_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RateLimit" (
    "key" TEXT NOT NULL,
    "windowStart" TIMESTAMPTZ(3) NOT NULL,
    "count" INTEGER NOT NULL,

    CONSTRAINT "RateLimit_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "ImportBatch" (
    "id" UUID NOT NULL,
    "practiceId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "fileName" TEXT NOT NULL,
    "fileHash" TEXT NOT NULL,
    "content" BYTEA,
    "state" TEXT NOT NULL,
    "mapping" JSONB NOT NULL DEFAULT '{}',
    "rowCount" INTEGER NOT NULL,
    "createCount" INTEGER NOT NULL DEFAULT 0,
    "updateCount" INTEGER NOT NULL DEFAULT 0,
    "skipCount" INTEGER NOT NULL DEFAULT 0,
    "errorCount" INTEGER NOT NULL DEFAULT 0,
    "progress" INTEGER NOT NULL DEFAULT 0,
    "message" TEXT,
    "createdById" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "appliedAt" TIMESTAMPTZ(3),
    "undoneAt" TIMESTAMPTZ(3),
    "heartbeatAt" TIMESTAMPTZ(3),

    CONSTRAINT "ImportBatch_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ImportRow" (
    "batchId" UUID NOT NULL,
    "practiceId" UUID NOT NULL,
    "line" INTEGER NOT NULL,
    "action" TEXT NOT NULL,
    "label" TEXT NOT NULL,
    "reason" TEXT NOT NULL DEFAULT '',
    "values" JSONB,
    "recordId" UUID,
    "recordVersion" INTEGER,
    "before" JSONB,

    CONSTRAINT "ImportRow_pkey" PRIMARY KEY ("batchId","line")
);

-- CreateTable
CREATE TABLE "ImportMapping" (
    "id" UUID NOT NULL,
    "practiceId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "headerHash" TEXT NOT NULL,
    "mapping" JSONB NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ImportMapping_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "WorkerHeartbeat" (
    "worker" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "WorkerHeartbeat_pkey" PRIMARY KEY ("worker")
);

-- CreateTable
CREATE TABLE "SavedView" (
    "id" UUID NOT NULL,
    "practiceId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "shared" BOOLEAN NOT NULL DEFAULT false,
    "kind" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "query" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "SavedView_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Draft" (
    "practiceId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "form" TEXT NOT NULL,
    "fields" JSONB NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Draft_pkey" PRIMARY KEY ("practiceId","personId","form")
);

-- CreateIndex
CREATE INDEX "AiSystem_practiceId_name_id_idx" ON "AiSystem"("practiceId", "name", "id");

-- CreateIndex
CREATE INDEX "AiSystem_practiceId_stage_id_idx" ON "AiSystem"("practiceId", "stage", "id");

-- CreateIndex
CREATE INDEX "AiSystem_practiceId_tier_id_idx" ON "AiSystem"("practiceId", "tier", "id");

-- CreateIndex
CREATE INDEX "AiSystem_practiceId_category_id_idx" ON "AiSystem"("practiceId", "category", "id");

-- CreateIndex
CREATE INDEX "AiSystem_practiceId_vendorName_id_idx" ON "AiSystem"("practiceId", "vendorName", "id");

-- CreateIndex
CREATE INDEX "AiSystem_practiceId_proposedOn_id_idx" ON "AiSystem"("practiceId", "proposedOn", "id");

-- CreateIndex
CREATE INDEX "AiSystem_practiceId_updatedAt_id_idx" ON "AiSystem"("practiceId", "updatedAt", "id");

-- CreateIndex
CREATE INDEX "AiSystem_practiceId_ownerId_id_idx" ON "AiSystem"("practiceId", "ownerId", "id");

-- CreateIndex
CREATE INDEX "AiSystem_practiceId_nextDueOn_id_idx" ON "AiSystem"("practiceId", "nextDueOn", "id");

-- CreateIndex
CREATE UNIQUE INDEX "AiSystem_practiceId_id_key" ON "AiSystem"("practiceId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "AiSystem_practiceId_ref_key" ON "AiSystem"("practiceId", "ref");

-- CreateIndex
CREATE INDEX "AiSystemSite_practiceId_siteId_idx" ON "AiSystemSite"("practiceId", "siteId");

-- CreateIndex
CREATE INDEX "PhiFlow_practiceId_systemId_idx" ON "PhiFlow"("practiceId", "systemId");

-- CreateIndex
CREATE INDEX "PhiFlow_practiceId_purpose_id_idx" ON "PhiFlow"("practiceId", "purpose", "id");

-- CreateIndex
CREATE INDEX "PhiFlow_practiceId_destination_id_idx" ON "PhiFlow"("practiceId", "destination", "id");

-- CreateIndex
CREATE INDEX "PhiFlow_practiceId_deidentification_id_idx" ON "PhiFlow"("practiceId", "deidentification", "id");

-- CreateIndex
CREATE UNIQUE INDEX "PhiFlow_practiceId_id_key" ON "PhiFlow"("practiceId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "PhiFlow_practiceId_ref_key" ON "PhiFlow"("practiceId", "ref");

-- CreateIndex
CREATE INDEX "Safeguard_practiceId_key_state_idx" ON "Safeguard"("practiceId", "key", "state");

-- CreateIndex
CREATE UNIQUE INDEX "Safeguard_systemId_key_key" ON "Safeguard"("systemId", "key");

-- CreateIndex
CREATE INDEX "AuditEvent_practiceId_at_id_idx" ON "AuditEvent"("practiceId", "at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "AuditEvent_practiceId_recordKind_recordId_at_idx" ON "AuditEvent"("practiceId", "recordKind", "recordId", "at" DESC);

-- CreateIndex
CREATE INDEX "AuditEvent_practiceId_actorId_at_idx" ON "AuditEvent"("practiceId", "actorId", "at" DESC);

-- CreateIndex
CREATE INDEX "AuditEvent_practiceId_action_at_idx" ON "AuditEvent"("practiceId", "action", "at" DESC);

-- CreateIndex
CREATE INDEX "AuditEvent_correlationId_idx" ON "AuditEvent"("correlationId");

-- CreateIndex
CREATE INDEX "RowChange_practiceId_at_id_idx" ON "RowChange"("practiceId", "at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "RowChange_correlationId_idx" ON "RowChange"("correlationId");

-- CreateIndex
CREATE INDEX "RowChange_practiceId_rowId_idx" ON "RowChange"("practiceId", "rowId");

-- CreateIndex
CREATE INDEX "Obligation_practiceId_state_dueOn_id_idx" ON "Obligation"("practiceId", "state", "dueOn", "id");

-- CreateIndex
CREATE INDEX "Obligation_practiceId_ownerId_state_dueOn_idx" ON "Obligation"("practiceId", "ownerId", "state", "dueOn");

-- CreateIndex
CREATE INDEX "Obligation_practiceId_backupId_state_idx" ON "Obligation"("practiceId", "backupId", "state");

-- CreateIndex
CREATE INDEX "Obligation_practiceId_recordKind_recordId_idx" ON "Obligation"("practiceId", "recordKind", "recordId");

-- CreateIndex
CREATE INDEX "Obligation_practiceId_closedOn_idx" ON "Obligation"("practiceId", "closedOn");

-- CreateIndex
CREATE INDEX "Person_practiceId_name_id_idx" ON "Person"("practiceId", "name", "id");

-- CreateIndex
CREATE INDEX "Person_practiceId_jobTitle_id_idx" ON "Person"("practiceId", "jobTitle", "id");

-- CreateIndex
CREATE INDEX "Person_practiceId_startedOn_id_idx" ON "Person"("practiceId", "startedOn", "id");

-- CreateIndex
CREATE UNIQUE INDEX "Person_practiceId_id_key" ON "Person"("practiceId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "Person_practiceId_ref_key" ON "Person"("practiceId", "ref");

-- CreateIndex
CREATE UNIQUE INDEX "Person_practiceId_email_key" ON "Person"("practiceId", "email");

-- CreateIndex
CREATE INDEX "PersonSite_practiceId_siteId_idx" ON "PersonSite"("practiceId", "siteId");

-- CreateIndex
CREATE INDEX "RoleAssignment_practiceId_personId_idx" ON "RoleAssignment"("practiceId", "personId");

-- CreateIndex
CREATE INDEX "RoleAssignment_practiceId_siteId_idx" ON "RoleAssignment"("practiceId", "siteId");

-- CreateIndex
CREATE UNIQUE INDEX "Site_practiceId_id_key" ON "Site"("practiceId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "Site_practiceId_name_key" ON "Site"("practiceId", "name");

-- CreateIndex
CREATE UNIQUE INDEX "Account_email_key" ON "Account"("email");

-- CreateIndex
CREATE UNIQUE INDEX "Account_practiceId_id_key" ON "Account"("practiceId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "Account_practiceId_personId_key" ON "Account"("practiceId", "personId");

-- CreateIndex
CREATE INDEX "RecoveryCode_practiceId_accountId_idx" ON "RecoveryCode"("practiceId", "accountId");

-- CreateIndex
CREATE UNIQUE INDEX "Session_tokenHash_key" ON "Session"("tokenHash");

-- CreateIndex
CREATE INDEX "Session_practiceId_personId_idx" ON "Session"("practiceId", "personId");

-- CreateIndex
CREATE INDEX "Session_expiresAt_idx" ON "Session"("expiresAt");

-- CreateIndex
CREATE UNIQUE INDEX "OneTimeLink_tokenHash_key" ON "OneTimeLink"("tokenHash");

-- CreateIndex
CREATE INDEX "OneTimeLink_practiceId_personId_idx" ON "OneTimeLink"("practiceId", "personId");

-- CreateIndex
CREATE INDEX "RateLimit_windowStart_idx" ON "RateLimit"("windowStart");

-- CreateIndex
CREATE INDEX "ImportBatch_practiceId_createdAt_idx" ON "ImportBatch"("practiceId", "createdAt" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "ImportBatch_practiceId_id_key" ON "ImportBatch"("practiceId", "id");

-- CreateIndex
CREATE INDEX "ImportRow_practiceId_batchId_action_line_idx" ON "ImportRow"("practiceId", "batchId", "action", "line");

-- CreateIndex
CREATE UNIQUE INDEX "ImportMapping_practiceId_kind_headerHash_key" ON "ImportMapping"("practiceId", "kind", "headerHash");

-- CreateIndex
CREATE INDEX "SavedView_practiceId_kind_idx" ON "SavedView"("practiceId", "kind");

-- CreateIndex
CREATE UNIQUE INDEX "SavedView_practiceId_personId_kind_name_key" ON "SavedView"("practiceId", "personId", "kind", "name");

-- AddForeignKey
ALTER TABLE "AiSystem" ADD CONSTRAINT "AiSystem_practiceId_ownerId_fkey" FOREIGN KEY ("practiceId", "ownerId") REFERENCES "Person"("practiceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AiSystem" ADD CONSTRAINT "AiSystem_practiceId_backupId_fkey" FOREIGN KEY ("practiceId", "backupId") REFERENCES "Person"("practiceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AiSystem" ADD CONSTRAINT "AiSystem_practiceId_proposedById_fkey" FOREIGN KEY ("practiceId", "proposedById") REFERENCES "Person"("practiceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AiSystemSite" ADD CONSTRAINT "AiSystemSite_practiceId_systemId_fkey" FOREIGN KEY ("practiceId", "systemId") REFERENCES "AiSystem"("practiceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AiSystemSite" ADD CONSTRAINT "AiSystemSite_practiceId_siteId_fkey" FOREIGN KEY ("practiceId", "siteId") REFERENCES "Site"("practiceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PhiFlow" ADD CONSTRAINT "PhiFlow_practiceId_systemId_fkey" FOREIGN KEY ("practiceId", "systemId") REFERENCES "AiSystem"("practiceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Safeguard" ADD CONSTRAINT "Safeguard_practiceId_systemId_fkey" FOREIGN KEY ("practiceId", "systemId") REFERENCES "AiSystem"("practiceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Obligation" ADD CONSTRAINT "Obligation_practiceId_ownerId_fkey" FOREIGN KEY ("practiceId", "ownerId") REFERENCES "Person"("practiceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Obligation" ADD CONSTRAINT "Obligation_practiceId_backupId_fkey" FOREIGN KEY ("practiceId", "backupId") REFERENCES "Person"("practiceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PersonSite" ADD CONSTRAINT "PersonSite_practiceId_personId_fkey" FOREIGN KEY ("practiceId", "personId") REFERENCES "Person"("practiceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PersonSite" ADD CONSTRAINT "PersonSite_practiceId_siteId_fkey" FOREIGN KEY ("practiceId", "siteId") REFERENCES "Site"("practiceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RoleAssignment" ADD CONSTRAINT "RoleAssignment_practiceId_personId_fkey" FOREIGN KEY ("practiceId", "personId") REFERENCES "Person"("practiceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RoleAssignment" ADD CONSTRAINT "RoleAssignment_practiceId_siteId_fkey" FOREIGN KEY ("practiceId", "siteId") REFERENCES "Site"("practiceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Site" ADD CONSTRAINT "Site_practiceId_fkey" FOREIGN KEY ("practiceId") REFERENCES "Practice"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Account" ADD CONSTRAINT "Account_practiceId_personId_fkey" FOREIGN KEY ("practiceId", "personId") REFERENCES "Person"("practiceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RecoveryCode" ADD CONSTRAINT "RecoveryCode_practiceId_accountId_fkey" FOREIGN KEY ("practiceId", "accountId") REFERENCES "Account"("practiceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ImportRow" ADD CONSTRAINT "ImportRow_practiceId_batchId_fkey" FOREIGN KEY ("practiceId", "batchId") REFERENCES "ImportBatch"("practiceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- ---------------------------------------------------------------------------------------------
-- What Prisma's schema language cannot say: generated columns, checks, row-level security,
-- the audit triggers, and what the application's role may do.
-- ---------------------------------------------------------------------------------------------

ALTER TABLE "AiSystem" DROP COLUMN "searchText";
ALTER TABLE "AiSystem" ADD COLUMN "searchText" TEXT GENERATED ALWAYS AS (
  lower("ref" || ' ' || "name" || ' ' || "vendorName" || ' ' || "product" || ' ' || "purpose")
) STORED;

-- One open duty per record and key; closed ones stay beside it.
CREATE UNIQUE INDEX "Obligation_open_key" ON "Obligation" ("recordKind", "recordId", "key") WHERE "state" = 'open';

ALTER TABLE "Obligation"
  ADD CONSTRAINT "Obligation_state_check" CHECK ("state" IN ('open', 'done', 'cancelled')),
  ADD CONSTRAINT "Obligation_closed_check" CHECK (("state" = 'open') = ("closedOn" IS NULL)),
  ADD CONSTRAINT "Obligation_harm_check" CHECK ("harm" BETWEEN 1 AND 3);
ALTER TABLE "AiSystem"
  ADD CONSTRAINT "AiSystem_stage_check" CHECK ("stage" IN ('proposed', 'in-review', 'approved', 'in-use', 'suspended', 'retired')),
  ADD CONSTRAINT "AiSystem_tier_check" CHECK ("tier" IN ('low', 'moderate', 'high') AND "tierComputed" IN ('low', 'moderate', 'high')),
  ADD CONSTRAINT "AiSystem_tierOverride_check" CHECK ("tierOverride" IS NULL OR ("tierOverride" IN ('low', 'moderate', 'high') AND "tierOverrideReason" <> ''));
ALTER TABLE "Safeguard"
  ADD CONSTRAINT "Safeguard_state_check" CHECK ("state" IN ('met', 'not-met', 'unknown', 'not-applicable'));
ALTER TABLE "PhiFlow"
  ADD CONSTRAINT "PhiFlow_deidentification_check" CHECK ("deidentification" IN ('none', 'limited-data-set', 'safe-harbor', 'expert-determination', 'pseudonymised'));
ALTER TABLE "Person"
  ADD CONSTRAINT "Person_left_check" CHECK ("active" = ("leftOn" IS NULL));
ALTER TABLE "Session"
  ADD CONSTRAINT "Session_stage_check" CHECK ("stage" IN ('second-factor', 'enrol', 'full'));
ALTER TABLE "ImportRow"
  ADD CONSTRAINT "ImportRow_action_check" CHECK ("action" IN ('create', 'update', 'skip', 'error'));

-- Row-level security ---------------------------------------------------------------------------
-- The application sets app.practice per transaction; without it no row is visible.
CREATE FUNCTION current_practice() RETURNS uuid LANGUAGE sql STABLE
  AS $$ SELECT nullif(current_setting('app.practice', true), '')::uuid $$;

DO $$
DECLARE t text;
BEGIN
  FOR t IN
    SELECT c.table_name FROM information_schema.columns c
    WHERE c.table_schema = 'public' AND c.column_name = 'practiceId'
  LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format(
      'CREATE POLICY practice_boundary ON %I USING ("practiceId" = (SELECT current_practice())) WITH CHECK ("practiceId" = (SELECT current_practice()))', t);
  END LOOP;
END $$;
ALTER TABLE "Practice" ENABLE ROW LEVEL SECURITY;
CREATE POLICY practice_boundary ON "Practice"
  USING ("id" = (SELECT current_practice())) WITH CHECK ("id" = (SELECT current_practice()));

-- Audit triggers -------------------------------------------------------------------------------
-- Statement-level: one insert per statement however many rows, so imports stay fast.
-- Arguments: the column that holds the practice, the column that names the record, then secret columns.
CREATE FUNCTION record_row_changes() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE
  secrets text[] := TG_ARGV[2:];
  correlation uuid := nullif(current_setting('app.correlation', true), '')::uuid;
BEGIN
  IF TG_OP = 'INSERT' THEN
    INSERT INTO "RowChange" ("practiceId", "tableName", "rowId", "operation", "after", "correlationId", "databaseRole")
    SELECT (r.row ->> TG_ARGV[0])::uuid, TG_TABLE_NAME, (r.row ->> TG_ARGV[1])::uuid, 'insert', r.row - secrets, correlation, session_user
    FROM (SELECT to_jsonb(n) AS row FROM new_rows n) r;
  ELSIF TG_OP = 'DELETE' THEN
    INSERT INTO "RowChange" ("practiceId", "tableName", "rowId", "operation", "before", "correlationId", "databaseRole")
    SELECT (r.row ->> TG_ARGV[0])::uuid, TG_TABLE_NAME, (r.row ->> TG_ARGV[1])::uuid, 'delete', r.row - secrets, correlation, session_user
    FROM (SELECT to_jsonb(o) AS row FROM old_rows o) r;
  ELSE
    INSERT INTO "RowChange" ("practiceId", "tableName", "rowId", "operation", "before", "after", "correlationId", "databaseRole")
    SELECT (r.new_row ->> TG_ARGV[0])::uuid, TG_TABLE_NAME, (r.new_row ->> TG_ARGV[1])::uuid, 'update', d.before, d.after, correlation, session_user
    FROM (SELECT to_jsonb(o) AS old_row, to_jsonb(n) AS new_row FROM old_rows o JOIN new_rows n ON n."id" = o."id") r,
    LATERAL (
      SELECT jsonb_object_agg(k, r.old_row -> k) AS before, jsonb_object_agg(k, r.new_row -> k) AS after
      FROM jsonb_object_keys(r.new_row) k
      WHERE r.old_row -> k IS DISTINCT FROM r.new_row -> k AND k <> ALL (secrets || ARRAY['searchText'])
    ) d
    WHERE d.after IS NOT NULL;
  END IF;
  RETURN NULL;
END $$;

DO $$
DECLARE
  watched record;
BEGIN
  FOR watched IN
    SELECT * FROM (VALUES
      ('Practice', 'id', 'id', ''),
      ('Site', 'practiceId', 'id', ''),
      ('Person', 'practiceId', 'id', ''),
      ('PersonSite', 'practiceId', 'personId', ''),
      ('RoleAssignment', 'practiceId', 'personId', ''),
      ('Account', 'practiceId', 'personId', ', ''passwordHash'', ''totpSecret'', ''totpLastStep'', ''failedAttempts'', ''lockedUntil'''),
      ('AiSystem', 'practiceId', 'id', ''),
      ('AiSystemSite', 'practiceId', 'systemId', ''),
      ('PhiFlow', 'practiceId', 'id', ''),
      ('Safeguard', 'practiceId', 'systemId', '')
    ) AS w(name, practice_column, record_column, secrets)
  LOOP
    EXECUTE format('CREATE TRIGGER audit_insert AFTER INSERT ON %I REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION record_row_changes(%L, %L%s)',
      watched.name, watched.practice_column, watched.record_column, watched.secrets);
    EXECUTE format('CREATE TRIGGER audit_delete AFTER DELETE ON %I REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION record_row_changes(%L, %L%s)',
      watched.name, watched.practice_column, watched.record_column, watched.secrets);
    IF watched.name NOT IN ('PersonSite', 'AiSystemSite') THEN
      EXECUTE format('CREATE TRIGGER audit_update AFTER UPDATE ON %I REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION record_row_changes(%L, %L%s)',
        watched.name, watched.practice_column, watched.record_column, watched.secrets);
    END IF;
  END LOOP;
END $$;

-- What must be known before the practice is -----------------------------------------------------
-- Each answers one narrow question across practices; the application has no other way across.
CREATE FUNCTION practice_exists() RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public
  AS $$ SELECT EXISTS (SELECT 1 FROM "Practice") $$;

CREATE FUNCTION all_practices() RETURNS TABLE (id uuid, "timeZone" text) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public
  AS $$ SELECT p.id, p."timeZone" FROM "Practice" p $$;

CREATE FUNCTION locate_account(wanted text) RETURNS TABLE ("practiceId" uuid, "accountId" uuid, "personId" uuid)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public
  AS $$ SELECT a."practiceId", a.id, a."personId" FROM "Account" a WHERE a.email = lower(wanted) $$;

CREATE FUNCTION locate_link(wanted text) RETURNS TABLE ("practiceId" uuid, "linkId" uuid)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public
  AS $$ SELECT l."practiceId", l.id FROM "OneTimeLink" l WHERE l."tokenHash" = wanted $$;

-- Who is behind a session cookie, in one round trip. Also notes that the person is still there (at most twice a minute).
CREATE FUNCTION session_context(wanted text, seen_at timestamptz) RETURNS jsonb
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE answer jsonb;
BEGIN
  SELECT jsonb_build_object(
    'sessionId', s.id, 'stage', s.stage, 'expiresAt', s."expiresAt", 'lastSeenAt', s."lastSeenAt",
    'practiceId', p.id, 'practiceName', p.name, 'timeZone', p."timeZone", 'isDemo', p."isDemo",
    'idleMinutes', p."idleMinutes", 'cadences', p.cadences,
    'personId', pe.id, 'personName', pe.name, 'email', pe.email,
    'homeSiteIds', coalesce((SELECT jsonb_agg(ps."siteId") FROM "PersonSite" ps WHERE ps."personId" = pe.id), '[]'),
    'roles', coalesce((SELECT jsonb_agg(jsonb_build_object('role', r.role, 'siteId', r."siteId", 'until', r.until))
                       FROM "RoleAssignment" r WHERE r."practiceId" = p.id AND r."personId" = pe.id), '[]'))
  INTO answer
  FROM "Session" s
  JOIN "Practice" p ON p.id = s."practiceId"
  JOIN "Person" pe ON pe."practiceId" = p.id AND pe.id = s."personId"
  WHERE s."tokenHash" = wanted AND s."endedAt" IS NULL AND pe.active
    AND s."expiresAt" > seen_at AND s."lastSeenAt" > seen_at - make_interval(mins => p."idleMinutes");
  IF answer IS NOT NULL AND (answer ->> 'lastSeenAt')::timestamptz < seen_at - interval '30 seconds' THEN
    UPDATE "Session" SET "lastSeenAt" = seen_at WHERE "tokenHash" = wanted;
  END IF;
  RETURN answer;
END $$;

-- Demo data is not evidence: the only way anything append-only is ever removed, and it refuses a real practice.
CREATE FUNCTION wipe_demo_practice(wanted uuid) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE t text;
BEGIN
  IF wanted IS DISTINCT FROM current_practice() OR NOT EXISTS (SELECT 1 FROM "Practice" WHERE id = wanted AND "isDemo") THEN
    RAISE EXCEPTION 'only the demo practice itself can be wiped';
  END IF;
  FOREACH t IN ARRAY ARRAY['Draft', 'SavedView', 'ImportRow', 'ImportBatch', 'ImportMapping', 'Obligation', 'Safeguard', 'PhiFlow',
    'AiSystemSite', 'AiSystem', 'OneTimeLink', 'Session', 'RecoveryCode', 'Account', 'RoleAssignment', 'PersonSite', 'Person',
    'Site', 'ReferenceCounter', 'AuditEvent', 'RowChange'] LOOP
    EXECUTE format('DELETE FROM %I WHERE "practiceId" = $1', t) USING wanted;
  END LOOP;
  DELETE FROM "Practice" WHERE id = wanted;
  -- The deletions above were themselves recorded.
  DELETE FROM "RowChange" WHERE "practiceId" = wanted;
END $$;

-- What the application's role may do --------------------------------------------------------------
-- Called after every migration with the role's name; safe to repeat. Fails closed: nothing is granted by default.
CREATE FUNCTION grant_application_rights(application name) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  t record;
  append_only text[] := ARRAY['AuditEvent'];
  read_only text[] := ARRAY['RowChange', '_prisma_migrations'];
  deletable text[] := ARRAY['PersonSite', 'RoleAssignment', 'AiSystemSite', 'SavedView', 'Draft', 'RateLimit', 'ImportRow'];
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
REVOKE EXECUTE ON FUNCTION practice_exists(), all_practices(), locate_account(text), locate_link(text), session_context(text, timestamptz), wipe_demo_practice(uuid), grant_application_rights(name), record_row_changes() FROM PUBLIC;
