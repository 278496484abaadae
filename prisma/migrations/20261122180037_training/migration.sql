-- AlterTable
ALTER TABLE "Obligation" ADD COLUMN     "isPersonal" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "Person" ADD COLUMN     "language" TEXT NOT NULL DEFAULT 'en';

-- CreateTable
CREATE TABLE "Course" (
    "id" UUID NOT NULL,
    "practiceId" UUID NOT NULL,
    "ref" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "about" TEXT NOT NULL DEFAULT '',
    "kind" TEXT NOT NULL DEFAULT 'lesson',
    "starter" TEXT,
    "groups" TEXT[],
    "minutes" INTEGER NOT NULL DEFAULT 5,
    "passPercent" INTEGER NOT NULL DEFAULT 80,
    "url" TEXT NOT NULL DEFAULT '',
    "provider" TEXT NOT NULL DEFAULT '',
    "draft" JSONB,
    "number" INTEGER NOT NULL DEFAULT 0,
    "publishedOn" DATE,
    "reviewedOn" DATE,
    "ownerId" UUID,
    "backupId" UUID,
    "nextDueOn" DATE,
    "archivedAt" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "searchText" TEXT,

    CONSTRAINT "Course_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CourseVersion" (
    "id" UUID NOT NULL,
    "practiceId" UUID NOT NULL,
    "courseId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "content" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "whatChanged" TEXT NOT NULL DEFAULT '',
    "publishedAt" TIMESTAMPTZ(3) NOT NULL,
    "publishedById" UUID NOT NULL,
    "publishedByName" TEXT NOT NULL,

    CONSTRAINT "CourseVersion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "TrainingPlan" (
    "id" UUID NOT NULL,
    "practiceId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "everyMonths" INTEGER NOT NULL DEFAULT 3,
    "startsOn" DATE NOT NULL,
    "daysOpen" INTEGER NOT NULL DEFAULT 30,
    "joinerDays" INTEGER NOT NULL DEFAULT 30,
    "escalateAfterDays" INTEGER NOT NULL DEFAULT 7,
    "groups" TEXT[],
    "siteIds" UUID[],
    "ownerId" UUID,
    "endedOn" DATE,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "TrainingPlan_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "TrainingPlanCourse" (
    "id" UUID NOT NULL,
    "practiceId" UUID NOT NULL,
    "planId" UUID NOT NULL,
    "place" INTEGER NOT NULL,
    "courseId" UUID NOT NULL,

    CONSTRAINT "TrainingPlanCourse_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Campaign" (
    "id" UUID NOT NULL,
    "practiceId" UUID NOT NULL,
    "ref" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "courseId" UUID NOT NULL,
    "planId" UUID,
    "turn" INTEGER,
    "occasion" TEXT NOT NULL,
    "reason" TEXT NOT NULL DEFAULT '',
    "changedOn" DATE,
    "groups" TEXT[],
    "siteIds" UUID[],
    "opensOn" DATE NOT NULL,
    "dueOn" DATE,
    "joinerDays" INTEGER NOT NULL DEFAULT 30,
    "escalateAfterDays" INTEGER NOT NULL DEFAULT 7,
    "closedOn" DATE,
    "closedReason" TEXT NOT NULL DEFAULT '',
    "assigned" INTEGER,
    "signedInTime" INTEGER,
    "signedLate" INTEGER,
    "ownerId" UUID,
    "backupId" UUID,
    "nextDueOn" DATE,
    "archivedAt" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "searchText" TEXT,

    CONSTRAINT "Campaign_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CampaignPerson" (
    "id" UUID NOT NULL,
    "practiceId" UUID NOT NULL,
    "campaignId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "isIn" BOOLEAN NOT NULL,
    "reason" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "CampaignPerson_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Assignment" (
    "id" UUID NOT NULL,
    "practiceId" UUID NOT NULL,
    "campaignId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "siteId" UUID,
    "assignedOn" DATE NOT NULL,
    "firstDueOn" DATE NOT NULL,
    "dueOn" DATE NOT NULL,
    "startedAt" TIMESTAMPTZ(3),
    "misses" INTEGER NOT NULL DEFAULT 0,
    "signedAt" TIMESTAMPTZ(3),
    "signedOn" DATE,
    "pausedOn" DATE,
    "closedOn" DATE,
    "closedFor" TEXT,
    "round" INTEGER NOT NULL DEFAULT 1,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Assignment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AssignmentStep" (
    "id" UUID NOT NULL,
    "practiceId" UUID NOT NULL,
    "assignmentId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "reason" TEXT NOT NULL DEFAULT '',
    "dueBefore" DATE,
    "dueAfter" DATE,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "byId" UUID,
    "byName" TEXT NOT NULL,

    CONSTRAINT "AssignmentStep_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Attestation" (
    "id" UUID NOT NULL,
    "practiceId" UUID NOT NULL,
    "assignmentId" UUID NOT NULL,
    "round" INTEGER NOT NULL,
    "personId" UUID NOT NULL,
    "courseVersionId" UUID NOT NULL,
    "signedAt" TIMESTAMPTZ(3) NOT NULL,
    "method" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "right" INTEGER,
    "asked" INTEGER,
    "sheetId" UUID,
    "recordedById" UUID,
    "content" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,

    CONSTRAINT "Attestation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AttestationCorrection" (
    "id" UUID NOT NULL,
    "practiceId" UUID NOT NULL,
    "attestationId" UUID NOT NULL,
    "takesBack" BOOLEAN NOT NULL,
    "reason" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "byId" UUID NOT NULL,
    "byName" TEXT NOT NULL,

    CONSTRAINT "AttestationCorrection_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Escalation" (
    "id" UUID NOT NULL,
    "practiceId" UUID NOT NULL,
    "campaignId" UUID NOT NULL,
    "siteId" UUID NOT NULL,
    "leadId" UUID,
    "escalatedOn" DATE NOT NULL,
    "late" INTEGER NOT NULL,
    "doneOn" DATE,

    CONSTRAINT "Escalation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "TrainingLeave" (
    "id" UUID NOT NULL,
    "practiceId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "fromOn" DATE NOT NULL,
    "untilOn" DATE,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "TrainingLeave_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "JobTitleGroup" (
    "id" UUID NOT NULL,
    "practiceId" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "group" TEXT NOT NULL,

    CONSTRAINT "JobTitleGroup_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PaperSheet" (
    "id" UUID NOT NULL,
    "practiceId" UUID NOT NULL,
    "campaignId" UUID NOT NULL,
    "siteId" UUID,
    "code" TEXT NOT NULL,
    "courseVersionId" UUID NOT NULL,
    "language" TEXT NOT NULL,
    "statement" TEXT NOT NULL,
    "printedAt" TIMESTAMPTZ(3) NOT NULL,
    "printedById" UUID NOT NULL,
    "printedByName" TEXT NOT NULL,

    CONSTRAINT "PaperSheet_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PaperSheetLine" (
    "id" UUID NOT NULL,
    "practiceId" UUID NOT NULL,
    "sheetId" UUID NOT NULL,
    "place" INTEGER NOT NULL,
    "assignmentId" UUID NOT NULL,
    "personName" TEXT NOT NULL,
    "personRef" TEXT NOT NULL,

    CONSTRAINT "PaperSheetLine_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "KioskPin" (
    "id" UUID NOT NULL,
    "practiceId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "hash" TEXT,
    "isGivenOut" BOOLEAN NOT NULL DEFAULT false,
    "setAt" TIMESTAMPTZ(3),
    "misses" INTEGER NOT NULL DEFAULT 0,
    "lockedUntil" TIMESTAMPTZ(3),

    CONSTRAINT "KioskPin_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Kiosk" (
    "id" UUID NOT NULL,
    "practiceId" UUID NOT NULL,
    "siteId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "openedById" UUID NOT NULL,
    "openedByName" TEXT NOT NULL,
    "openedAt" TIMESTAMPTZ(3) NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "endedAt" TIMESTAMPTZ(3),
    "personId" UUID,
    "turnHash" TEXT,
    "personSince" TIMESTAMPTZ(3),
    "personSeenAt" TIMESTAMPTZ(3),

    CONSTRAINT "Kiosk_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Course_practiceId_title_id_idx" ON "Course"("practiceId", "title", "id");

-- CreateIndex
CREATE INDEX "Course_practiceId_publishedOn_id_idx" ON "Course"("practiceId", "publishedOn", "id");

-- CreateIndex
CREATE INDEX "Course_practiceId_nextDueOn_id_idx" ON "Course"("practiceId", "nextDueOn", "id");

-- CreateIndex
CREATE INDEX "Course_practiceId_ownerId_id_idx" ON "Course"("practiceId", "ownerId", "id");

-- CreateIndex
CREATE INDEX "Course_practiceId_backupId_idx" ON "Course"("practiceId", "backupId");

-- CreateIndex
CREATE UNIQUE INDEX "Course_practiceId_id_key" ON "Course"("practiceId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "Course_practiceId_ref_key" ON "Course"("practiceId", "ref");

-- CreateIndex
CREATE UNIQUE INDEX "Course_practiceId_starter_key" ON "Course"("practiceId", "starter");

-- CreateIndex
CREATE INDEX "CourseVersion_practiceId_publishedById_idx" ON "CourseVersion"("practiceId", "publishedById");

-- CreateIndex
CREATE UNIQUE INDEX "CourseVersion_practiceId_id_key" ON "CourseVersion"("practiceId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "CourseVersion_courseId_number_key" ON "CourseVersion"("courseId", "number");

-- CreateIndex
CREATE INDEX "TrainingPlan_practiceId_ownerId_idx" ON "TrainingPlan"("practiceId", "ownerId");

-- CreateIndex
CREATE UNIQUE INDEX "TrainingPlan_practiceId_id_key" ON "TrainingPlan"("practiceId", "id");

-- CreateIndex
CREATE INDEX "TrainingPlanCourse_practiceId_courseId_idx" ON "TrainingPlanCourse"("practiceId", "courseId");

-- CreateIndex
CREATE UNIQUE INDEX "TrainingPlanCourse_planId_place_key" ON "TrainingPlanCourse"("planId", "place");

-- CreateIndex
CREATE INDEX "Campaign_practiceId_title_id_idx" ON "Campaign"("practiceId", "title", "id");

-- CreateIndex
CREATE INDEX "Campaign_practiceId_opensOn_id_idx" ON "Campaign"("practiceId", "opensOn", "id");

-- CreateIndex
CREATE INDEX "Campaign_practiceId_dueOn_id_idx" ON "Campaign"("practiceId", "dueOn", "id");

-- CreateIndex
CREATE INDEX "Campaign_practiceId_nextDueOn_id_idx" ON "Campaign"("practiceId", "nextDueOn", "id");

-- CreateIndex
CREATE INDEX "Campaign_practiceId_courseId_idx" ON "Campaign"("practiceId", "courseId");

-- CreateIndex
CREATE INDEX "Campaign_practiceId_ownerId_id_idx" ON "Campaign"("practiceId", "ownerId", "id");

-- CreateIndex
CREATE INDEX "Campaign_practiceId_backupId_idx" ON "Campaign"("practiceId", "backupId");

-- CreateIndex
CREATE UNIQUE INDEX "Campaign_practiceId_id_key" ON "Campaign"("practiceId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "Campaign_practiceId_ref_key" ON "Campaign"("practiceId", "ref");

-- CreateIndex
CREATE UNIQUE INDEX "Campaign_planId_turn_key" ON "Campaign"("planId", "turn");

-- CreateIndex
CREATE INDEX "CampaignPerson_practiceId_personId_idx" ON "CampaignPerson"("practiceId", "personId");

-- CreateIndex
CREATE UNIQUE INDEX "CampaignPerson_campaignId_personId_key" ON "CampaignPerson"("campaignId", "personId");

-- CreateIndex
CREATE INDEX "Assignment_practiceId_personId_dueOn_idx" ON "Assignment"("practiceId", "personId", "dueOn");

-- CreateIndex
CREATE INDEX "Assignment_practiceId_siteId_idx" ON "Assignment"("practiceId", "siteId");

-- CreateIndex
CREATE UNIQUE INDEX "Assignment_practiceId_id_key" ON "Assignment"("practiceId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "Assignment_campaignId_personId_key" ON "Assignment"("campaignId", "personId");

-- CreateIndex
CREATE INDEX "AssignmentStep_practiceId_assignmentId_at_idx" ON "AssignmentStep"("practiceId", "assignmentId", "at");

-- CreateIndex
CREATE INDEX "Attestation_practiceId_personId_signedAt_idx" ON "Attestation"("practiceId", "personId", "signedAt");

-- CreateIndex
CREATE INDEX "Attestation_practiceId_courseVersionId_idx" ON "Attestation"("practiceId", "courseVersionId");

-- CreateIndex
CREATE INDEX "Attestation_practiceId_sheetId_idx" ON "Attestation"("practiceId", "sheetId");

-- CreateIndex
CREATE INDEX "Attestation_practiceId_recordedById_idx" ON "Attestation"("practiceId", "recordedById");

-- CreateIndex
CREATE UNIQUE INDEX "Attestation_practiceId_id_key" ON "Attestation"("practiceId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "Attestation_assignmentId_round_key" ON "Attestation"("assignmentId", "round");

-- CreateIndex
CREATE INDEX "AttestationCorrection_practiceId_attestationId_idx" ON "AttestationCorrection"("practiceId", "attestationId");

-- CreateIndex
CREATE INDEX "Escalation_practiceId_siteId_idx" ON "Escalation"("practiceId", "siteId");

-- CreateIndex
CREATE INDEX "Escalation_practiceId_leadId_idx" ON "Escalation"("practiceId", "leadId");

-- CreateIndex
CREATE UNIQUE INDEX "Escalation_practiceId_id_key" ON "Escalation"("practiceId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "Escalation_campaignId_siteId_key" ON "Escalation"("campaignId", "siteId");

-- CreateIndex
CREATE INDEX "TrainingLeave_practiceId_personId_idx" ON "TrainingLeave"("practiceId", "personId");

-- CreateIndex
CREATE UNIQUE INDEX "TrainingLeave_practiceId_id_key" ON "TrainingLeave"("practiceId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "JobTitleGroup_practiceId_title_key" ON "JobTitleGroup"("practiceId", "title");

-- CreateIndex
CREATE INDEX "PaperSheet_practiceId_campaignId_idx" ON "PaperSheet"("practiceId", "campaignId");

-- CreateIndex
CREATE INDEX "PaperSheet_practiceId_siteId_idx" ON "PaperSheet"("practiceId", "siteId");

-- CreateIndex
CREATE INDEX "PaperSheet_practiceId_courseVersionId_idx" ON "PaperSheet"("practiceId", "courseVersionId");

-- CreateIndex
CREATE INDEX "PaperSheet_practiceId_printedById_idx" ON "PaperSheet"("practiceId", "printedById");

-- CreateIndex
CREATE UNIQUE INDEX "PaperSheet_practiceId_id_key" ON "PaperSheet"("practiceId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "PaperSheet_practiceId_code_key" ON "PaperSheet"("practiceId", "code");

-- CreateIndex
CREATE INDEX "PaperSheetLine_practiceId_assignmentId_idx" ON "PaperSheetLine"("practiceId", "assignmentId");

-- CreateIndex
CREATE UNIQUE INDEX "PaperSheetLine_sheetId_place_key" ON "PaperSheetLine"("sheetId", "place");

-- CreateIndex
CREATE UNIQUE INDEX "PaperSheetLine_sheetId_assignmentId_key" ON "PaperSheetLine"("sheetId", "assignmentId");

-- CreateIndex
CREATE UNIQUE INDEX "KioskPin_practiceId_personId_key" ON "KioskPin"("practiceId", "personId");

-- CreateIndex
CREATE UNIQUE INDEX "Kiosk_tokenHash_key" ON "Kiosk"("tokenHash");

-- CreateIndex
CREATE INDEX "Kiosk_practiceId_siteId_idx" ON "Kiosk"("practiceId", "siteId");

-- CreateIndex
CREATE INDEX "Kiosk_practiceId_openedById_idx" ON "Kiosk"("practiceId", "openedById");

-- CreateIndex
CREATE INDEX "Kiosk_practiceId_personId_idx" ON "Kiosk"("practiceId", "personId");

-- CreateIndex
CREATE UNIQUE INDEX "Kiosk_practiceId_id_key" ON "Kiosk"("practiceId", "id");

-- AddForeignKey
ALTER TABLE "Course" ADD CONSTRAINT "Course_practiceId_ownerId_fkey" FOREIGN KEY ("practiceId", "ownerId") REFERENCES "Person"("practiceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Course" ADD CONSTRAINT "Course_practiceId_backupId_fkey" FOREIGN KEY ("practiceId", "backupId") REFERENCES "Person"("practiceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CourseVersion" ADD CONSTRAINT "CourseVersion_practiceId_courseId_fkey" FOREIGN KEY ("practiceId", "courseId") REFERENCES "Course"("practiceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CourseVersion" ADD CONSTRAINT "CourseVersion_practiceId_publishedById_fkey" FOREIGN KEY ("practiceId", "publishedById") REFERENCES "Person"("practiceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TrainingPlan" ADD CONSTRAINT "TrainingPlan_practiceId_ownerId_fkey" FOREIGN KEY ("practiceId", "ownerId") REFERENCES "Person"("practiceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TrainingPlanCourse" ADD CONSTRAINT "TrainingPlanCourse_practiceId_planId_fkey" FOREIGN KEY ("practiceId", "planId") REFERENCES "TrainingPlan"("practiceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TrainingPlanCourse" ADD CONSTRAINT "TrainingPlanCourse_practiceId_courseId_fkey" FOREIGN KEY ("practiceId", "courseId") REFERENCES "Course"("practiceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Campaign" ADD CONSTRAINT "Campaign_practiceId_courseId_fkey" FOREIGN KEY ("practiceId", "courseId") REFERENCES "Course"("practiceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Campaign" ADD CONSTRAINT "Campaign_practiceId_planId_fkey" FOREIGN KEY ("practiceId", "planId") REFERENCES "TrainingPlan"("practiceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Campaign" ADD CONSTRAINT "Campaign_practiceId_ownerId_fkey" FOREIGN KEY ("practiceId", "ownerId") REFERENCES "Person"("practiceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Campaign" ADD CONSTRAINT "Campaign_practiceId_backupId_fkey" FOREIGN KEY ("practiceId", "backupId") REFERENCES "Person"("practiceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CampaignPerson" ADD CONSTRAINT "CampaignPerson_practiceId_campaignId_fkey" FOREIGN KEY ("practiceId", "campaignId") REFERENCES "Campaign"("practiceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CampaignPerson" ADD CONSTRAINT "CampaignPerson_practiceId_personId_fkey" FOREIGN KEY ("practiceId", "personId") REFERENCES "Person"("practiceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Assignment" ADD CONSTRAINT "Assignment_practiceId_campaignId_fkey" FOREIGN KEY ("practiceId", "campaignId") REFERENCES "Campaign"("practiceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Assignment" ADD CONSTRAINT "Assignment_practiceId_personId_fkey" FOREIGN KEY ("practiceId", "personId") REFERENCES "Person"("practiceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Assignment" ADD CONSTRAINT "Assignment_practiceId_siteId_fkey" FOREIGN KEY ("practiceId", "siteId") REFERENCES "Site"("practiceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AssignmentStep" ADD CONSTRAINT "AssignmentStep_practiceId_assignmentId_fkey" FOREIGN KEY ("practiceId", "assignmentId") REFERENCES "Assignment"("practiceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Attestation" ADD CONSTRAINT "Attestation_practiceId_assignmentId_fkey" FOREIGN KEY ("practiceId", "assignmentId") REFERENCES "Assignment"("practiceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Attestation" ADD CONSTRAINT "Attestation_practiceId_personId_fkey" FOREIGN KEY ("practiceId", "personId") REFERENCES "Person"("practiceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Attestation" ADD CONSTRAINT "Attestation_practiceId_courseVersionId_fkey" FOREIGN KEY ("practiceId", "courseVersionId") REFERENCES "CourseVersion"("practiceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Attestation" ADD CONSTRAINT "Attestation_practiceId_sheetId_fkey" FOREIGN KEY ("practiceId", "sheetId") REFERENCES "PaperSheet"("practiceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Attestation" ADD CONSTRAINT "Attestation_practiceId_recordedById_fkey" FOREIGN KEY ("practiceId", "recordedById") REFERENCES "Person"("practiceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AttestationCorrection" ADD CONSTRAINT "AttestationCorrection_practiceId_attestationId_fkey" FOREIGN KEY ("practiceId", "attestationId") REFERENCES "Attestation"("practiceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Escalation" ADD CONSTRAINT "Escalation_practiceId_campaignId_fkey" FOREIGN KEY ("practiceId", "campaignId") REFERENCES "Campaign"("practiceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Escalation" ADD CONSTRAINT "Escalation_practiceId_siteId_fkey" FOREIGN KEY ("practiceId", "siteId") REFERENCES "Site"("practiceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Escalation" ADD CONSTRAINT "Escalation_practiceId_leadId_fkey" FOREIGN KEY ("practiceId", "leadId") REFERENCES "Person"("practiceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TrainingLeave" ADD CONSTRAINT "TrainingLeave_practiceId_personId_fkey" FOREIGN KEY ("practiceId", "personId") REFERENCES "Person"("practiceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PaperSheet" ADD CONSTRAINT "PaperSheet_practiceId_campaignId_fkey" FOREIGN KEY ("practiceId", "campaignId") REFERENCES "Campaign"("practiceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PaperSheet" ADD CONSTRAINT "PaperSheet_practiceId_siteId_fkey" FOREIGN KEY ("practiceId", "siteId") REFERENCES "Site"("practiceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PaperSheet" ADD CONSTRAINT "PaperSheet_practiceId_courseVersionId_fkey" FOREIGN KEY ("practiceId", "courseVersionId") REFERENCES "CourseVersion"("practiceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PaperSheet" ADD CONSTRAINT "PaperSheet_practiceId_printedById_fkey" FOREIGN KEY ("practiceId", "printedById") REFERENCES "Person"("practiceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PaperSheetLine" ADD CONSTRAINT "PaperSheetLine_practiceId_sheetId_fkey" FOREIGN KEY ("practiceId", "sheetId") REFERENCES "PaperSheet"("practiceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PaperSheetLine" ADD CONSTRAINT "PaperSheetLine_practiceId_assignmentId_fkey" FOREIGN KEY ("practiceId", "assignmentId") REFERENCES "Assignment"("practiceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "KioskPin" ADD CONSTRAINT "KioskPin_practiceId_personId_fkey" FOREIGN KEY ("practiceId", "personId") REFERENCES "Person"("practiceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Kiosk" ADD CONSTRAINT "Kiosk_practiceId_siteId_fkey" FOREIGN KEY ("practiceId", "siteId") REFERENCES "Site"("practiceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Kiosk" ADD CONSTRAINT "Kiosk_practiceId_openedById_fkey" FOREIGN KEY ("practiceId", "openedById") REFERENCES "Person"("practiceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Kiosk" ADD CONSTRAINT "Kiosk_practiceId_personId_fkey" FOREIGN KEY ("practiceId", "personId") REFERENCES "Person"("practiceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- ---------------------------------------------------------------------------------------------
-- What Prisma's schema language cannot say.
-- ---------------------------------------------------------------------------------------------

ALTER TABLE "Person" ADD CONSTRAINT "Person_language_check" CHECK ("language" IN ('en', 'es'));

ALTER TABLE "Course" DROP COLUMN "searchText";
ALTER TABLE "Course"
  ALTER COLUMN "ref" TYPE TEXT COLLATE "words",
  ALTER COLUMN "title" TYPE TEXT COLLATE "words";
ALTER TABLE "Course" ADD COLUMN "searchText" TEXT GENERATED ALWAYS AS (
  lower(("ref" || ' ' || "title" || ' ' || "about") COLLATE "default")
) STORED;
ALTER TABLE "Course"
  ADD CONSTRAINT "Course_kind_check" CHECK ("kind" IN ('lesson', 'outside')),
  ADD CONSTRAINT "Course_minutes_check" CHECK ("minutes" BETWEEN 1 AND 600),
  ADD CONSTRAINT "Course_passPercent_check" CHECK ("passPercent" BETWEEN 0 AND 100);
ALTER TABLE "CourseVersion"
  ADD CONSTRAINT "CourseVersion_sha256_check" CHECK ("sha256" = encode(sha256(convert_to("content", 'UTF8')), 'hex'));

ALTER TABLE "TrainingPlan"
  ADD CONSTRAINT "TrainingPlan_everyMonths_check" CHECK ("everyMonths" BETWEEN 1 AND 36),
  ADD CONSTRAINT "TrainingPlan_days_check" CHECK ("daysOpen" BETWEEN 1 AND 365 AND "joinerDays" BETWEEN 1 AND 365 AND "escalateAfterDays" BETWEEN 1 AND 365);

ALTER TABLE "Campaign" DROP COLUMN "searchText";
ALTER TABLE "Campaign"
  ALTER COLUMN "ref" TYPE TEXT COLLATE "words",
  ALTER COLUMN "title" TYPE TEXT COLLATE "words";
ALTER TABLE "Campaign" ADD COLUMN "searchText" TEXT GENERATED ALWAYS AS (
  lower(("ref" || ' ' || "title") COLLATE "default")
) STORED;
ALTER TABLE "Campaign"
  ADD CONSTRAINT "Campaign_occasion_check" CHECK ("occasion" IN ('round', 'joining', 'policy', 'tool', 'incident', 'other')),
  ADD CONSTRAINT "Campaign_dueOn_check" CHECK (("occasion" = 'joining') = ("dueOn" IS NULL) AND ("dueOn" IS NULL OR "dueOn" >= "opensOn")),
  ADD CONSTRAINT "Campaign_turn_check" CHECK (("planId" IS NULL) = ("turn" IS NULL)),
  ADD CONSTRAINT "Campaign_days_check" CHECK ("joinerDays" BETWEEN 1 AND 365 AND "escalateAfterDays" BETWEEN 1 AND 365),
  ADD CONSTRAINT "Campaign_closed_check" CHECK ("closedOn" IS NOT NULL OR ("assigned" IS NULL AND "signedInTime" IS NULL AND "signedLate" IS NULL));

ALTER TABLE "Assignment"
  ADD CONSTRAINT "Assignment_signed_check" CHECK (("signedAt" IS NULL) = ("signedOn" IS NULL)),
  ADD CONSTRAINT "Assignment_closed_check" CHECK (("closedOn" IS NULL) = ("closedFor" IS NULL)),
  ADD CONSTRAINT "Assignment_closedFor_check" CHECK ("closedFor" IN ('left', 'not-meant', 'excused', 'closed')),
  ADD CONSTRAINT "Assignment_round_check" CHECK ("round" >= 1);
-- Who has signed of a campaign, by site, is counted from this index alone; so is one page of people by their quarters.
CREATE INDEX "Assignment_campaign_count_idx" ON "Assignment"("practiceId", "campaignId", "siteId")
  INCLUDE ("signedOn", "dueOn", "closedFor", "pausedOn", "personId");
-- What is still to do: enrolment, leaves and escalation look at nothing else.
CREATE INDEX "Assignment_open_idx" ON "Assignment"("practiceId", "campaignId", "dueOn") INCLUDE ("personId", "siteId", "pausedOn")
  WHERE "signedOn" IS NULL AND "closedOn" IS NULL;
-- Who was late before: few among very many.
CREATE INDEX "Assignment_missed_idx" ON "Assignment"("practiceId", "personId") INCLUDE ("siteId")
  WHERE "signedOn" > "dueOn" OR ("signedOn" IS NULL AND "closedFor" = 'closed');

ALTER TABLE "AssignmentStep"
  ADD CONSTRAINT "AssignmentStep_kind_check" CHECK ("kind" IN ('extended', 'excused', 'paused', 'resumed', 'reopened', 'taken-back', 'escalated', 'restriction', 'sanction'));
ALTER TABLE "Attestation"
  ADD CONSTRAINT "Attestation_method_check" CHECK ("method" IN ('own-device', 'kiosk', 'paper', 'certificate')),
  ADD CONSTRAINT "Attestation_language_check" CHECK ("language" IN ('en', 'es')),
  ADD CONSTRAINT "Attestation_score_check" CHECK (("right" IS NULL) = ("asked" IS NULL) AND "right" BETWEEN 0 AND "asked"),
  ADD CONSTRAINT "Attestation_paper_check" CHECK (("method" = 'paper') = ("recordedById" IS NOT NULL)),
  ADD CONSTRAINT "Attestation_sha256_check" CHECK ("sha256" = encode(sha256(convert_to("content", 'UTF8')), 'hex'));
ALTER TABLE "AttestationCorrection" ADD CONSTRAINT "AttestationCorrection_reason_check" CHECK ("reason" <> '');
ALTER TABLE "TrainingLeave" ADD CONSTRAINT "TrainingLeave_days_check" CHECK ("untilOn" IS NULL OR "untilOn" >= "fromOn");
ALTER TABLE "JobTitleGroup"
  ADD CONSTRAINT "JobTitleGroup_group_check" CHECK ("group" IN ('front-desk', 'nursing', 'clinician', 'billing', 'it', 'manager', 'leadership')),
  ADD CONSTRAINT "JobTitleGroup_title_check" CHECK ("title" = lower("title") AND "title" <> '');
-- The calendar leaves out what others do each for themselves, and still reads its index alone.
DROP INDEX "Obligation_calendar";
CREATE INDEX "Obligation_calendar" ON "Obligation" ("practiceId", "dueOn", "id")
  INCLUDE ("state", "harm", "ownerId", "backupId", "isPersonal") WHERE "state" = 'open';
CREATE INDEX "Person_jobTitle_group_idx" ON "Person"("practiceId", lower("jobTitle" COLLATE "default"));
ALTER TABLE "KioskPin" ADD CONSTRAINT "KioskPin_set_check" CHECK (("hash" IS NULL) = ("setAt" IS NULL));
ALTER TABLE "Kiosk" ADD CONSTRAINT "Kiosk_turn_check" CHECK (("personId" IS NULL) = ("turnHash" IS NULL) AND ("personId" IS NULL) = ("personSeenAt" IS NULL));

SELECT guard_practice_table('"Course"', 'id');
SELECT guard_practice_table('"CourseVersion"');
SELECT guard_practice_table('"TrainingPlan"', 'practiceId');
SELECT guard_practice_table('"TrainingPlanCourse"', 'practiceId');
SELECT guard_practice_table('"Campaign"', 'id');
SELECT guard_practice_table('"CampaignPerson"', 'campaignId');
SELECT guard_practice_table('"Assignment"', 'campaignId');
SELECT guard_practice_table('"AssignmentStep"');
SELECT guard_practice_table('"Attestation"');
SELECT guard_practice_table('"AttestationCorrection"');
SELECT guard_practice_table('"Escalation"', 'campaignId');
SELECT guard_practice_table('"TrainingLeave"', 'personId');
SELECT guard_practice_table('"JobTitleGroup"', 'practiceId');
SELECT guard_practice_table('"PaperSheet"');
SELECT guard_practice_table('"PaperSheetLine"');
SELECT guard_practice_table('"KioskPin"', 'personId', ARRAY['hash']);
SELECT guard_practice_table('"Kiosk"', 'siteId', ARRAY['tokenHash', 'turnHash']);

COMMENT ON TABLE "TrainingPlanCourse" IS 'application: delete';
COMMENT ON TABLE "CampaignPerson" IS 'application: delete';
COMMENT ON TABLE "TrainingLeave" IS 'application: delete';
COMMENT ON TABLE "JobTitleGroup" IS 'application: delete';
-- What was taught, signed, printed and decided about somebody can be added to and never altered.
COMMENT ON TABLE "CourseVersion" IS 'application: add';
COMMENT ON TABLE "AssignmentStep" IS 'application: add';
COMMENT ON TABLE "Attestation" IS 'application: add';
COMMENT ON TABLE "AttestationCorrection" IS 'application: add';
COMMENT ON TABLE "PaperSheet" IS 'application: add';
COMMENT ON TABLE "PaperSheetLine" IS 'application: add';

-- The tablet that a secret belongs to; nothing else of it can be known from outside a practice.
CREATE FUNCTION locate_kiosk(wanted text) RETURNS TABLE ("practiceId" uuid, "kioskId" uuid)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public
  AS $$ SELECT k."practiceId", k."id" FROM "Kiosk" k WHERE k."tokenHash" = wanted $$;
REVOKE EXECUTE ON FUNCTION locate_kiosk(text) FROM PUBLIC;
COMMENT ON FUNCTION locate_kiosk(text) IS 'application: call';
