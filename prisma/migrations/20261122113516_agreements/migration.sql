-- AlterTable
ALTER TABLE "AiSystem" ADD COLUMN     "cover" TEXT NOT NULL DEFAULT 'undescribed',
ADD COLUMN     "coverOverrideReason" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "coverOverrideUntil" DATE,
ADD COLUMN     "coverSince" DATE,
ADD COLUMN     "coverUntil" DATE;

-- CreateTable
CREATE TABLE "Agreement" (
    "id" UUID NOT NULL,
    "practiceId" UUID NOT NULL,
    "ref" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "vendorId" UUID NOT NULL,
    "upstreamId" UUID,
    "covers" TEXT NOT NULL DEFAULT 'all',
    "services" TEXT NOT NULL DEFAULT '',
    "ourSigner" TEXT NOT NULL DEFAULT '',
    "theirSigner" TEXT NOT NULL DEFAULT '',
    "sentOn" DATE,
    "signedOn" DATE,
    "effectiveOn" DATE,
    "endsOn" DATE,
    "renewal" TEXT NOT NULL DEFAULT 'ends',
    "renewalMonths" INTEGER,
    "noticeDays" INTEGER,
    "yearlyCost" INTEGER,
    "breachDays" INTEGER,
    "confirmedOn" DATE,
    "clausesOn" DATE,
    "renewalDecidedOn" DATE,
    "renewalDecidedFor" DATE,
    "terminatedOn" DATE,
    "terminationReason" TEXT NOT NULL DEFAULT '',
    "dataReturnedOn" DATE,
    "dataReturn" TEXT,
    "dataReturnNote" TEXT NOT NULL DEFAULT '',
    "predecessorId" UUID,
    "ownerId" UUID,
    "backupId" UUID,
    "notes" TEXT NOT NULL DEFAULT '',
    "complete" BOOLEAN NOT NULL DEFAULT false,
    "termEndsOn" DATE,
    "noticeByOn" DATE,
    "nextDueOn" DATE,
    "archivedAt" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "searchText" TEXT,

    CONSTRAINT "Agreement_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AgreementClause" (
    "id" UUID NOT NULL,
    "practiceId" UUID NOT NULL,
    "agreementId" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "words" TEXT NOT NULL DEFAULT '',
    "page" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "AgreementClause_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AgreementSystem" (
    "practiceId" UUID NOT NULL,
    "agreementId" UUID NOT NULL,
    "systemId" UUID NOT NULL,

    CONSTRAINT "AgreementSystem_pkey" PRIMARY KEY ("agreementId","systemId")
);

-- CreateTable
CREATE TABLE "AgreementFlow" (
    "practiceId" UUID NOT NULL,
    "agreementId" UUID NOT NULL,
    "flowId" UUID NOT NULL,

    CONSTRAINT "AgreementFlow_pkey" PRIMARY KEY ("agreementId","flowId")
);

-- CreateTable
CREATE TABLE "PhiFlowVendor" (
    "practiceId" UUID NOT NULL,
    "flowId" UUID NOT NULL,
    "vendorId" UUID NOT NULL,

    CONSTRAINT "PhiFlowVendor_pkey" PRIMARY KEY ("flowId","vendorId")
);

-- CreateIndex
CREATE INDEX "Agreement_practiceId_title_id_idx" ON "Agreement"("practiceId", "title", "id");

-- CreateIndex
CREATE INDEX "Agreement_practiceId_vendorId_idx" ON "Agreement"("practiceId", "vendorId");

-- CreateIndex
CREATE INDEX "Agreement_practiceId_upstreamId_idx" ON "Agreement"("practiceId", "upstreamId");

-- CreateIndex
CREATE INDEX "Agreement_practiceId_predecessorId_idx" ON "Agreement"("practiceId", "predecessorId");

-- CreateIndex
CREATE INDEX "Agreement_practiceId_ownerId_id_idx" ON "Agreement"("practiceId", "ownerId", "id");

-- CreateIndex
CREATE INDEX "Agreement_practiceId_backupId_idx" ON "Agreement"("practiceId", "backupId");

-- CreateIndex
CREATE INDEX "Agreement_practiceId_termEndsOn_id_idx" ON "Agreement"("practiceId", "termEndsOn", "id");

-- CreateIndex
CREATE INDEX "Agreement_practiceId_noticeByOn_id_idx" ON "Agreement"("practiceId", "noticeByOn", "id");

-- CreateIndex
CREATE INDEX "Agreement_practiceId_nextDueOn_id_idx" ON "Agreement"("practiceId", "nextDueOn", "id");

-- CreateIndex
CREATE UNIQUE INDEX "Agreement_practiceId_id_key" ON "Agreement"("practiceId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "Agreement_practiceId_ref_key" ON "Agreement"("practiceId", "ref");

-- CreateIndex
CREATE INDEX "AgreementClause_practiceId_key_state_idx" ON "AgreementClause"("practiceId", "key", "state");

-- CreateIndex
CREATE UNIQUE INDEX "AgreementClause_agreementId_key_key" ON "AgreementClause"("agreementId", "key");

-- CreateIndex
CREATE INDEX "AgreementSystem_practiceId_systemId_idx" ON "AgreementSystem"("practiceId", "systemId");

-- CreateIndex
CREATE INDEX "AgreementFlow_practiceId_flowId_idx" ON "AgreementFlow"("practiceId", "flowId");

-- CreateIndex
CREATE INDEX "PhiFlowVendor_practiceId_vendorId_idx" ON "PhiFlowVendor"("practiceId", "vendorId");

-- CreateIndex
CREATE INDEX "AiSystem_practiceId_cover_id_idx" ON "AiSystem"("practiceId", "cover", "id");

-- AddForeignKey
ALTER TABLE "Agreement" ADD CONSTRAINT "Agreement_practiceId_vendorId_fkey" FOREIGN KEY ("practiceId", "vendorId") REFERENCES "Vendor"("practiceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Agreement" ADD CONSTRAINT "Agreement_practiceId_upstreamId_fkey" FOREIGN KEY ("practiceId", "upstreamId") REFERENCES "Vendor"("practiceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Agreement" ADD CONSTRAINT "Agreement_practiceId_ownerId_fkey" FOREIGN KEY ("practiceId", "ownerId") REFERENCES "Person"("practiceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Agreement" ADD CONSTRAINT "Agreement_practiceId_backupId_fkey" FOREIGN KEY ("practiceId", "backupId") REFERENCES "Person"("practiceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Agreement" ADD CONSTRAINT "Agreement_practiceId_predecessorId_fkey" FOREIGN KEY ("practiceId", "predecessorId") REFERENCES "Agreement"("practiceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AgreementClause" ADD CONSTRAINT "AgreementClause_practiceId_agreementId_fkey" FOREIGN KEY ("practiceId", "agreementId") REFERENCES "Agreement"("practiceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AgreementSystem" ADD CONSTRAINT "AgreementSystem_practiceId_agreementId_fkey" FOREIGN KEY ("practiceId", "agreementId") REFERENCES "Agreement"("practiceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AgreementSystem" ADD CONSTRAINT "AgreementSystem_practiceId_systemId_fkey" FOREIGN KEY ("practiceId", "systemId") REFERENCES "AiSystem"("practiceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AgreementFlow" ADD CONSTRAINT "AgreementFlow_practiceId_agreementId_fkey" FOREIGN KEY ("practiceId", "agreementId") REFERENCES "Agreement"("practiceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AgreementFlow" ADD CONSTRAINT "AgreementFlow_practiceId_flowId_fkey" FOREIGN KEY ("practiceId", "flowId") REFERENCES "PhiFlow"("practiceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PhiFlowVendor" ADD CONSTRAINT "PhiFlowVendor_practiceId_flowId_fkey" FOREIGN KEY ("practiceId", "flowId") REFERENCES "PhiFlow"("practiceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PhiFlowVendor" ADD CONSTRAINT "PhiFlowVendor_practiceId_vendorId_fkey" FOREIGN KEY ("practiceId", "vendorId") REFERENCES "Vendor"("practiceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- ---------------------------------------------------------------------------------------------
-- What Prisma's schema language cannot say.
-- ---------------------------------------------------------------------------------------------

ALTER TABLE "Agreement" DROP COLUMN "searchText";
ALTER TABLE "Agreement"
  ALTER COLUMN "ref" TYPE TEXT COLLATE "words",
  ALTER COLUMN "title" TYPE TEXT COLLATE "words";
ALTER TABLE "Agreement" ADD COLUMN "searchText" TEXT GENERATED ALWAYS AS (
  lower(("ref" || ' ' || "title" || ' ' || "services") COLLATE "default")
) STORED;

ALTER TABLE "Agreement"
  ADD CONSTRAINT "Agreement_kind_check" CHECK ("kind" IN ('baa', 'contract', 'data-use', 'other')),
  ADD CONSTRAINT "Agreement_covers_check" CHECK ("covers" IN ('all', 'named')),
  ADD CONSTRAINT "Agreement_renewal_check" CHECK ("renewal" IN ('ends', 'renews', 'evergreen')),
  ADD CONSTRAINT "Agreement_dataReturn_check" CHECK ("dataReturn" IN ('returned', 'destroyed', 'kept-protected')),
  ADD CONSTRAINT "Agreement_dataReturnedOn_check" CHECK (("dataReturn" IS NULL) = ("dataReturnedOn" IS NULL)),
  ADD CONSTRAINT "Agreement_days_check" CHECK ("endsOn" >= "effectiveOn"),
  ADD CONSTRAINT "Agreement_numbers_check" CHECK ("renewalMonths" > 0 AND "noticeDays" >= 0 AND "yearlyCost" >= 0 AND "breachDays" > 0),
  ADD CONSTRAINT "Agreement_itself_check" CHECK ("vendorId" <> "upstreamId" AND "id" <> "predecessorId"),
  -- A backup is read back in the order of the table, where what was replaced may stand behind its successor.
  ALTER CONSTRAINT "Agreement_practiceId_predecessorId_fkey" DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE "AgreementClause"
  ADD CONSTRAINT "AgreementClause_state_check" CHECK ("state" IN ('present', 'weak', 'absent', 'not-needed', 'unknown'));

ALTER TABLE "AiSystem" DROP CONSTRAINT "AiSystem_stage_check";
ALTER TABLE "AiSystem"
  ADD CONSTRAINT "AiSystem_stage_check" CHECK ("stage" IN ('proposed', 'in-review', 'approved', 'in-use', 'suspended-pending', 'suspended', 'retired')),
  ADD CONSTRAINT "AiSystem_cover_check" CHECK ("cover" IN ('not-needed', 'undescribed', 'covered', 'lapsing', 'override', 'uncovered'));

SELECT guard_practice_table('"Agreement"', 'id');
SELECT guard_practice_table('"AgreementClause"', 'agreementId');
SELECT guard_practice_table('"AgreementSystem"', 'agreementId');
SELECT guard_practice_table('"AgreementFlow"', 'agreementId');
SELECT guard_practice_table('"PhiFlowVendor"', 'flowId');
COMMENT ON TABLE "AgreementSystem" IS 'application: delete';
COMMENT ON TABLE "AgreementFlow" IS 'application: delete';
COMMENT ON TABLE "PhiFlowVendor" IS 'application: delete';
