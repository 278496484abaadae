-- CreateTable
CREATE TABLE "Assessment" (
    "id" UUID NOT NULL,
    "practiceId" UUID NOT NULL,
    "ref" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "systemId" UUID,
    "scope" TEXT NOT NULL DEFAULT '',
    "state" TEXT NOT NULL DEFAULT 'open',
    "correction" TEXT NOT NULL DEFAULT '',
    "asked" INTEGER NOT NULL DEFAULT 0,
    "answered" INTEGER NOT NULL DEFAULT 0,
    "startedOn" DATE NOT NULL,
    "dueOn" DATE,
    "signedOn" DATE,
    "predecessorId" UUID,
    "ownerId" UUID,
    "backupId" UUID,
    "nextDueOn" DATE,
    "archivedAt" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "searchText" TEXT,

    CONSTRAINT "Assessment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AssessmentAnswer" (
    "id" UUID NOT NULL,
    "practiceId" UUID NOT NULL,
    "assessmentId" UUID NOT NULL,
    "question" TEXT NOT NULL,
    "answer" TEXT NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "answeredById" UUID NOT NULL,
    "answeredAt" TIMESTAMPTZ(3) NOT NULL,
    "carriedOver" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "AssessmentAnswer_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AssessmentPart" (
    "id" UUID NOT NULL,
    "practiceId" UUID NOT NULL,
    "assessmentId" UUID NOT NULL,
    "part" TEXT NOT NULL,
    "personId" UUID NOT NULL,
    "dueOn" DATE NOT NULL,
    "doneOn" DATE,

    CONSTRAINT "AssessmentPart_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AssessmentCopy" (
    "id" UUID NOT NULL,
    "practiceId" UUID NOT NULL,
    "assessmentId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "frozenAt" TIMESTAMPTZ(3) NOT NULL,
    "frozenById" UUID NOT NULL,
    "content" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "reason" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "AssessmentCopy_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AssessmentSignature" (
    "id" UUID NOT NULL,
    "practiceId" UUID NOT NULL,
    "copyId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "statement" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "signedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "AssessmentSignature_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AssessmentFinding" (
    "id" UUID NOT NULL,
    "practiceId" UUID NOT NULL,
    "assessmentId" UUID NOT NULL,
    "question" TEXT NOT NULL,
    "riskId" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "AssessmentFinding_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Control" (
    "id" UUID NOT NULL,
    "practiceId" UUID NOT NULL,
    "ref" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "does" TEXT NOT NULL DEFAULT '',
    "evidence" TEXT NOT NULL DEFAULT '',
    "state" TEXT NOT NULL DEFAULT 'not-started',
    "stateReason" TEXT NOT NULL DEFAULT '',
    "testEveryMonths" INTEGER,
    "testedOn" DATE,
    "testResult" TEXT,
    "testDueOn" DATE,
    "starterKey" TEXT,
    "ownerId" UUID,
    "backupId" UUID,
    "notes" TEXT NOT NULL DEFAULT '',
    "nextDueOn" DATE,
    "archivedAt" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "searchText" TEXT,

    CONSTRAINT "Control_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ControlRequirement" (
    "practiceId" UUID NOT NULL,
    "controlId" UUID NOT NULL,
    "framework" TEXT NOT NULL,
    "requirement" TEXT NOT NULL,

    CONSTRAINT "ControlRequirement_pkey" PRIMARY KEY ("controlId","framework","requirement")
);

-- CreateTable
CREATE TABLE "ControlTest" (
    "id" UUID NOT NULL,
    "practiceId" UUID NOT NULL,
    "controlId" UUID NOT NULL,
    "testedOn" DATE NOT NULL,
    "testedById" UUID NOT NULL,
    "result" TEXT NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ControlTest_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "FrameworkChoice" (
    "practiceId" UUID NOT NULL,
    "framework" TEXT NOT NULL,
    "followed" BOOLEAN NOT NULL,

    CONSTRAINT "FrameworkChoice_pkey" PRIMARY KEY ("practiceId","framework")
);

-- CreateTable
CREATE TABLE "RequirementScope" (
    "practiceId" UUID NOT NULL,
    "framework" TEXT NOT NULL,
    "requirement" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "decidedById" UUID NOT NULL,
    "decidedOn" DATE NOT NULL,

    CONSTRAINT "RequirementScope_pkey" PRIMARY KEY ("practiceId","framework","requirement")
);

-- CreateTable
CREATE TABLE "OwnFramework" (
    "id" UUID NOT NULL,
    "practiceId" UUID NOT NULL,
    "ref" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "edition" TEXT NOT NULL DEFAULT '',
    "publisher" TEXT NOT NULL DEFAULT '',
    "source" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "fileName" TEXT NOT NULL,
    "addedById" UUID NOT NULL,
    "addedOn" DATE NOT NULL,
    "archivedAt" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "OwnFramework_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "OwnRequirement" (
    "id" UUID NOT NULL,
    "practiceId" UUID NOT NULL,
    "frameworkId" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "groupTitle" TEXT NOT NULL DEFAULT '',
    "title" TEXT NOT NULL,
    "text" TEXT NOT NULL DEFAULT '',
    "position" INTEGER NOT NULL,

    CONSTRAINT "OwnRequirement_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "OwnFrameworkUpload" (
    "id" UUID NOT NULL,
    "practiceId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "fileName" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "content" JSONB NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "OwnFrameworkUpload_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Risk" (
    "id" UUID NOT NULL,
    "practiceId" UUID NOT NULL,
    "ref" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "category" TEXT NOT NULL,
    "cause" TEXT NOT NULL DEFAULT '',
    "event" TEXT NOT NULL DEFAULT '',
    "consequence" TEXT NOT NULL DEFAULT '',
    "threat" TEXT NOT NULL DEFAULT '',
    "vulnerability" TEXT NOT NULL DEFAULT '',
    "inherentLikelihood" INTEGER,
    "inherentImpact" INTEGER,
    "currentLikelihood" INTEGER,
    "currentImpact" INTEGER,
    "targetLikelihood" INTEGER,
    "targetImpact" INTEGER,
    "inherentScore" INTEGER,
    "currentScore" INTEGER,
    "targetScore" INTEGER,
    "scoredOn" DATE,
    "beyondAppetite" BOOLEAN NOT NULL DEFAULT false,
    "treatment" TEXT NOT NULL DEFAULT 'undecided',
    "treatmentNote" TEXT NOT NULL DEFAULT '',
    "acceptedById" UUID,
    "acceptedOn" DATE,
    "acceptedUntil" DATE,
    "acceptanceReason" TEXT NOT NULL DEFAULT '',
    "acceptedScore" INTEGER,
    "identifiedOn" DATE,
    "reviewEveryMonths" INTEGER NOT NULL DEFAULT 12,
    "reviewedOn" DATE,
    "closedOn" DATE,
    "closeReason" TEXT NOT NULL DEFAULT '',
    "starterKey" TEXT,
    "generativeRisk" TEXT,
    "ownerId" UUID,
    "backupId" UUID,
    "notes" TEXT NOT NULL DEFAULT '',
    "nextDueOn" DATE,
    "archivedAt" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "searchText" TEXT,

    CONSTRAINT "Risk_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RiskSystem" (
    "practiceId" UUID NOT NULL,
    "riskId" UUID NOT NULL,
    "systemId" UUID NOT NULL,

    CONSTRAINT "RiskSystem_pkey" PRIMARY KEY ("riskId","systemId")
);

-- CreateTable
CREATE TABLE "RiskVendor" (
    "practiceId" UUID NOT NULL,
    "riskId" UUID NOT NULL,
    "vendorId" UUID NOT NULL,

    CONSTRAINT "RiskVendor_pkey" PRIMARY KEY ("riskId","vendorId")
);

-- CreateTable
CREATE TABLE "RiskSite" (
    "practiceId" UUID NOT NULL,
    "riskId" UUID NOT NULL,
    "siteId" UUID NOT NULL,

    CONSTRAINT "RiskSite_pkey" PRIMARY KEY ("riskId","siteId")
);

-- CreateTable
CREATE TABLE "RiskControl" (
    "practiceId" UUID NOT NULL,
    "riskId" UUID NOT NULL,
    "controlId" UUID NOT NULL,

    CONSTRAINT "RiskControl_pkey" PRIMARY KEY ("riskId","controlId")
);

-- CreateTable
CREATE TABLE "RiskRequirement" (
    "practiceId" UUID NOT NULL,
    "riskId" UUID NOT NULL,
    "framework" TEXT NOT NULL,
    "requirement" TEXT NOT NULL,

    CONSTRAINT "RiskRequirement_pkey" PRIMARY KEY ("riskId","framework","requirement")
);

-- CreateTable
CREATE TABLE "RiskAction" (
    "id" UUID NOT NULL,
    "practiceId" UUID NOT NULL,
    "riskId" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "ownerId" UUID,
    "dueOn" DATE NOT NULL,
    "doneOn" DATE,
    "dropped" BOOLEAN NOT NULL DEFAULT false,
    "outcome" TEXT NOT NULL DEFAULT '',
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "RiskAction_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RiskScore" (
    "id" UUID NOT NULL,
    "practiceId" UUID NOT NULL,
    "riskId" UUID NOT NULL,
    "scoredOn" DATE NOT NULL,
    "scoredById" UUID,
    "inherentLikelihood" INTEGER,
    "inherentImpact" INTEGER,
    "currentLikelihood" INTEGER,
    "currentImpact" INTEGER,
    "targetLikelihood" INTEGER,
    "targetImpact" INTEGER,
    "isOpen" BOOLEAN NOT NULL DEFAULT true,
    "note" TEXT NOT NULL DEFAULT '',
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "RiskScore_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RiskScaleWord" (
    "practiceId" UUID NOT NULL,
    "axis" TEXT NOT NULL,
    "level" INTEGER NOT NULL,
    "word" TEXT NOT NULL,
    "meaning" TEXT NOT NULL,

    CONSTRAINT "RiskScaleWord_pkey" PRIMARY KEY ("practiceId","axis","level")
);

-- CreateTable
CREATE TABLE "RiskAppetite" (
    "practiceId" UUID NOT NULL,
    "category" TEXT NOT NULL,
    "most" INTEGER NOT NULL,

    CONSTRAINT "RiskAppetite_pkey" PRIMARY KEY ("practiceId","category")
);

-- CreateIndex
CREATE INDEX "Assessment_practiceId_title_id_idx" ON "Assessment"("practiceId", "title", "id");

-- CreateIndex
CREATE INDEX "Assessment_practiceId_kind_id_idx" ON "Assessment"("practiceId", "kind", "id");

-- CreateIndex
CREATE INDEX "Assessment_practiceId_systemId_idx" ON "Assessment"("practiceId", "systemId");

-- CreateIndex
CREATE INDEX "Assessment_practiceId_startedOn_id_idx" ON "Assessment"("practiceId", "startedOn", "id");

-- CreateIndex
CREATE INDEX "Assessment_practiceId_signedOn_id_idx" ON "Assessment"("practiceId", "signedOn", "id");

-- CreateIndex
CREATE INDEX "Assessment_practiceId_predecessorId_idx" ON "Assessment"("practiceId", "predecessorId");

-- CreateIndex
CREATE INDEX "Assessment_practiceId_ownerId_id_idx" ON "Assessment"("practiceId", "ownerId", "id");

-- CreateIndex
CREATE INDEX "Assessment_practiceId_backupId_idx" ON "Assessment"("practiceId", "backupId");

-- CreateIndex
CREATE INDEX "Assessment_practiceId_nextDueOn_id_idx" ON "Assessment"("practiceId", "nextDueOn", "id");

-- CreateIndex
CREATE UNIQUE INDEX "Assessment_practiceId_id_key" ON "Assessment"("practiceId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "Assessment_practiceId_ref_key" ON "Assessment"("practiceId", "ref");

-- CreateIndex
CREATE INDEX "AssessmentAnswer_practiceId_answeredById_idx" ON "AssessmentAnswer"("practiceId", "answeredById");

-- CreateIndex
CREATE UNIQUE INDEX "AssessmentAnswer_assessmentId_question_key" ON "AssessmentAnswer"("assessmentId", "question");

-- CreateIndex
CREATE INDEX "AssessmentPart_practiceId_personId_idx" ON "AssessmentPart"("practiceId", "personId");

-- CreateIndex
CREATE UNIQUE INDEX "AssessmentPart_assessmentId_part_key" ON "AssessmentPart"("assessmentId", "part");

-- CreateIndex
CREATE UNIQUE INDEX "AssessmentCopy_practiceId_id_key" ON "AssessmentCopy"("practiceId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "AssessmentCopy_assessmentId_number_key" ON "AssessmentCopy"("assessmentId", "number");

-- CreateIndex
CREATE UNIQUE INDEX "AssessmentSignature_copyId_personId_key" ON "AssessmentSignature"("copyId", "personId");

-- CreateIndex
CREATE INDEX "AssessmentFinding_practiceId_riskId_idx" ON "AssessmentFinding"("practiceId", "riskId");

-- CreateIndex
CREATE UNIQUE INDEX "AssessmentFinding_assessmentId_question_riskId_key" ON "AssessmentFinding"("assessmentId", "question", "riskId");

-- CreateIndex
CREATE INDEX "Control_practiceId_title_id_idx" ON "Control"("practiceId", "title", "id");

-- CreateIndex
CREATE INDEX "Control_practiceId_state_id_idx" ON "Control"("practiceId", "state", "id");

-- CreateIndex
CREATE INDEX "Control_practiceId_testedOn_id_idx" ON "Control"("practiceId", "testedOn", "id");

-- CreateIndex
CREATE INDEX "Control_practiceId_testDueOn_id_idx" ON "Control"("practiceId", "testDueOn", "id");

-- CreateIndex
CREATE INDEX "Control_practiceId_ownerId_id_idx" ON "Control"("practiceId", "ownerId", "id");

-- CreateIndex
CREATE INDEX "Control_practiceId_backupId_idx" ON "Control"("practiceId", "backupId");

-- CreateIndex
CREATE INDEX "Control_practiceId_nextDueOn_id_idx" ON "Control"("practiceId", "nextDueOn", "id");

-- CreateIndex
CREATE UNIQUE INDEX "Control_practiceId_id_key" ON "Control"("practiceId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "Control_practiceId_ref_key" ON "Control"("practiceId", "ref");

-- CreateIndex
CREATE UNIQUE INDEX "Control_practiceId_starterKey_key" ON "Control"("practiceId", "starterKey");

-- CreateIndex
CREATE INDEX "ControlRequirement_practiceId_framework_requirement_idx" ON "ControlRequirement"("practiceId", "framework", "requirement");

-- CreateIndex
CREATE INDEX "ControlTest_practiceId_controlId_testedOn_idx" ON "ControlTest"("practiceId", "controlId", "testedOn");

-- CreateIndex
CREATE UNIQUE INDEX "OwnFramework_practiceId_id_key" ON "OwnFramework"("practiceId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "OwnFramework_practiceId_ref_key" ON "OwnFramework"("practiceId", "ref");

-- CreateIndex
CREATE INDEX "OwnFrameworkUpload_practiceId_personId_idx" ON "OwnFrameworkUpload"("practiceId", "personId");

-- CreateIndex
CREATE INDEX "OwnRequirement_practiceId_frameworkId_position_idx" ON "OwnRequirement"("practiceId", "frameworkId", "position");

-- CreateIndex
CREATE UNIQUE INDEX "OwnRequirement_frameworkId_code_key" ON "OwnRequirement"("frameworkId", "code");

-- CreateIndex
CREATE INDEX "Risk_practiceId_title_id_idx" ON "Risk"("practiceId", "title", "id");

-- CreateIndex
CREATE INDEX "Risk_practiceId_category_id_idx" ON "Risk"("practiceId", "category", "id");

-- CreateIndex
CREATE INDEX "Risk_practiceId_inherentScore_id_idx" ON "Risk"("practiceId", "inherentScore", "id");

-- CreateIndex
CREATE INDEX "Risk_practiceId_currentScore_id_idx" ON "Risk"("practiceId", "currentScore", "id");

-- CreateIndex
CREATE INDEX "Risk_practiceId_targetScore_id_idx" ON "Risk"("practiceId", "targetScore", "id");

-- CreateIndex
CREATE INDEX "Risk_practiceId_reviewedOn_id_idx" ON "Risk"("practiceId", "reviewedOn", "id");

-- CreateIndex
CREATE INDEX "Risk_practiceId_acceptedUntil_id_idx" ON "Risk"("practiceId", "acceptedUntil", "id");

-- CreateIndex
CREATE INDEX "Risk_practiceId_ownerId_id_idx" ON "Risk"("practiceId", "ownerId", "id");

-- CreateIndex
CREATE INDEX "Risk_practiceId_backupId_idx" ON "Risk"("practiceId", "backupId");

-- CreateIndex
CREATE INDEX "Risk_practiceId_acceptedById_idx" ON "Risk"("practiceId", "acceptedById");

-- CreateIndex
CREATE INDEX "Risk_practiceId_nextDueOn_id_idx" ON "Risk"("practiceId", "nextDueOn", "id");

-- CreateIndex
CREATE UNIQUE INDEX "Risk_practiceId_id_key" ON "Risk"("practiceId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "Risk_practiceId_ref_key" ON "Risk"("practiceId", "ref");

-- CreateIndex
CREATE INDEX "RiskSystem_practiceId_systemId_idx" ON "RiskSystem"("practiceId", "systemId");

-- CreateIndex
CREATE INDEX "RiskVendor_practiceId_vendorId_idx" ON "RiskVendor"("practiceId", "vendorId");

-- CreateIndex
CREATE INDEX "RiskSite_practiceId_siteId_idx" ON "RiskSite"("practiceId", "siteId");

-- CreateIndex
CREATE INDEX "RiskControl_practiceId_controlId_idx" ON "RiskControl"("practiceId", "controlId");

-- CreateIndex
CREATE INDEX "RiskRequirement_practiceId_framework_requirement_idx" ON "RiskRequirement"("practiceId", "framework", "requirement");

-- CreateIndex
CREATE INDEX "RiskAction_practiceId_riskId_idx" ON "RiskAction"("practiceId", "riskId");

-- CreateIndex
CREATE INDEX "RiskAction_practiceId_ownerId_idx" ON "RiskAction"("practiceId", "ownerId");

-- CreateIndex
CREATE UNIQUE INDEX "RiskAction_practiceId_id_key" ON "RiskAction"("practiceId", "id");

-- CreateIndex
-- The movement over quarters is read from it alone.
CREATE INDEX "RiskScore_practiceId_riskId_scoredOn_id_idx" ON "RiskScore"("practiceId", "riskId", "scoredOn", "id") INCLUDE ("isOpen", "currentLikelihood", "currentImpact");

-- CreateIndex
CREATE INDEX "RiskScore_practiceId_scoredOn_id_idx" ON "RiskScore"("practiceId", "scoredOn", "id");

-- AddForeignKey
ALTER TABLE "Assessment" ADD CONSTRAINT "Assessment_practiceId_systemId_fkey" FOREIGN KEY ("practiceId", "systemId") REFERENCES "AiSystem"("practiceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Assessment" ADD CONSTRAINT "Assessment_practiceId_ownerId_fkey" FOREIGN KEY ("practiceId", "ownerId") REFERENCES "Person"("practiceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Assessment" ADD CONSTRAINT "Assessment_practiceId_backupId_fkey" FOREIGN KEY ("practiceId", "backupId") REFERENCES "Person"("practiceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Assessment" ADD CONSTRAINT "Assessment_practiceId_predecessorId_fkey" FOREIGN KEY ("practiceId", "predecessorId") REFERENCES "Assessment"("practiceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AssessmentAnswer" ADD CONSTRAINT "AssessmentAnswer_practiceId_assessmentId_fkey" FOREIGN KEY ("practiceId", "assessmentId") REFERENCES "Assessment"("practiceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AssessmentAnswer" ADD CONSTRAINT "AssessmentAnswer_practiceId_answeredById_fkey" FOREIGN KEY ("practiceId", "answeredById") REFERENCES "Person"("practiceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AssessmentPart" ADD CONSTRAINT "AssessmentPart_practiceId_assessmentId_fkey" FOREIGN KEY ("practiceId", "assessmentId") REFERENCES "Assessment"("practiceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AssessmentPart" ADD CONSTRAINT "AssessmentPart_practiceId_personId_fkey" FOREIGN KEY ("practiceId", "personId") REFERENCES "Person"("practiceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AssessmentCopy" ADD CONSTRAINT "AssessmentCopy_practiceId_assessmentId_fkey" FOREIGN KEY ("practiceId", "assessmentId") REFERENCES "Assessment"("practiceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AssessmentCopy" ADD CONSTRAINT "AssessmentCopy_practiceId_frozenById_fkey" FOREIGN KEY ("practiceId", "frozenById") REFERENCES "Person"("practiceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AssessmentSignature" ADD CONSTRAINT "AssessmentSignature_practiceId_copyId_fkey" FOREIGN KEY ("practiceId", "copyId") REFERENCES "AssessmentCopy"("practiceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AssessmentSignature" ADD CONSTRAINT "AssessmentSignature_practiceId_personId_fkey" FOREIGN KEY ("practiceId", "personId") REFERENCES "Person"("practiceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AssessmentFinding" ADD CONSTRAINT "AssessmentFinding_practiceId_assessmentId_fkey" FOREIGN KEY ("practiceId", "assessmentId") REFERENCES "Assessment"("practiceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AssessmentFinding" ADD CONSTRAINT "AssessmentFinding_practiceId_riskId_fkey" FOREIGN KEY ("practiceId", "riskId") REFERENCES "Risk"("practiceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Control" ADD CONSTRAINT "Control_practiceId_ownerId_fkey" FOREIGN KEY ("practiceId", "ownerId") REFERENCES "Person"("practiceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Control" ADD CONSTRAINT "Control_practiceId_backupId_fkey" FOREIGN KEY ("practiceId", "backupId") REFERENCES "Person"("practiceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ControlRequirement" ADD CONSTRAINT "ControlRequirement_practiceId_controlId_fkey" FOREIGN KEY ("practiceId", "controlId") REFERENCES "Control"("practiceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ControlTest" ADD CONSTRAINT "ControlTest_practiceId_controlId_fkey" FOREIGN KEY ("practiceId", "controlId") REFERENCES "Control"("practiceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ControlTest" ADD CONSTRAINT "ControlTest_practiceId_testedById_fkey" FOREIGN KEY ("practiceId", "testedById") REFERENCES "Person"("practiceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RequirementScope" ADD CONSTRAINT "RequirementScope_practiceId_decidedById_fkey" FOREIGN KEY ("practiceId", "decidedById") REFERENCES "Person"("practiceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OwnFramework" ADD CONSTRAINT "OwnFramework_practiceId_addedById_fkey" FOREIGN KEY ("practiceId", "addedById") REFERENCES "Person"("practiceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OwnFrameworkUpload" ADD CONSTRAINT "OwnFrameworkUpload_practiceId_personId_fkey" FOREIGN KEY ("practiceId", "personId") REFERENCES "Person"("practiceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OwnRequirement" ADD CONSTRAINT "OwnRequirement_practiceId_frameworkId_fkey" FOREIGN KEY ("practiceId", "frameworkId") REFERENCES "OwnFramework"("practiceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Risk" ADD CONSTRAINT "Risk_practiceId_ownerId_fkey" FOREIGN KEY ("practiceId", "ownerId") REFERENCES "Person"("practiceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Risk" ADD CONSTRAINT "Risk_practiceId_backupId_fkey" FOREIGN KEY ("practiceId", "backupId") REFERENCES "Person"("practiceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Risk" ADD CONSTRAINT "Risk_practiceId_acceptedById_fkey" FOREIGN KEY ("practiceId", "acceptedById") REFERENCES "Person"("practiceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RiskSystem" ADD CONSTRAINT "RiskSystem_practiceId_riskId_fkey" FOREIGN KEY ("practiceId", "riskId") REFERENCES "Risk"("practiceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RiskSystem" ADD CONSTRAINT "RiskSystem_practiceId_systemId_fkey" FOREIGN KEY ("practiceId", "systemId") REFERENCES "AiSystem"("practiceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RiskVendor" ADD CONSTRAINT "RiskVendor_practiceId_riskId_fkey" FOREIGN KEY ("practiceId", "riskId") REFERENCES "Risk"("practiceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RiskVendor" ADD CONSTRAINT "RiskVendor_practiceId_vendorId_fkey" FOREIGN KEY ("practiceId", "vendorId") REFERENCES "Vendor"("practiceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RiskSite" ADD CONSTRAINT "RiskSite_practiceId_riskId_fkey" FOREIGN KEY ("practiceId", "riskId") REFERENCES "Risk"("practiceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RiskSite" ADD CONSTRAINT "RiskSite_practiceId_siteId_fkey" FOREIGN KEY ("practiceId", "siteId") REFERENCES "Site"("practiceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RiskControl" ADD CONSTRAINT "RiskControl_practiceId_riskId_fkey" FOREIGN KEY ("practiceId", "riskId") REFERENCES "Risk"("practiceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RiskControl" ADD CONSTRAINT "RiskControl_practiceId_controlId_fkey" FOREIGN KEY ("practiceId", "controlId") REFERENCES "Control"("practiceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RiskRequirement" ADD CONSTRAINT "RiskRequirement_practiceId_riskId_fkey" FOREIGN KEY ("practiceId", "riskId") REFERENCES "Risk"("practiceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RiskAction" ADD CONSTRAINT "RiskAction_practiceId_riskId_fkey" FOREIGN KEY ("practiceId", "riskId") REFERENCES "Risk"("practiceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RiskAction" ADD CONSTRAINT "RiskAction_practiceId_ownerId_fkey" FOREIGN KEY ("practiceId", "ownerId") REFERENCES "Person"("practiceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RiskScore" ADD CONSTRAINT "RiskScore_practiceId_riskId_fkey" FOREIGN KEY ("practiceId", "riskId") REFERENCES "Risk"("practiceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RiskScore" ADD CONSTRAINT "RiskScore_practiceId_scoredById_fkey" FOREIGN KEY ("practiceId", "scoredById") REFERENCES "Person"("practiceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- ---------------------------------------------------------------------------------------------
-- What Prisma's schema language cannot say.
-- ---------------------------------------------------------------------------------------------

ALTER TABLE "Control" DROP COLUMN "searchText";
ALTER TABLE "Control"
  ALTER COLUMN "ref" TYPE TEXT COLLATE "words",
  ALTER COLUMN "title" TYPE TEXT COLLATE "words";
ALTER TABLE "Control" ADD COLUMN "searchText" TEXT GENERATED ALWAYS AS (
  lower(("ref" || ' ' || "title" || ' ' || "does") COLLATE "default")
) STORED;
ALTER TABLE "Control"
  ADD CONSTRAINT "Control_state_check" CHECK ("state" IN ('not-started', 'partly', 'in-place', 'not-applicable')),
  ADD CONSTRAINT "Control_testResult_check" CHECK ("testResult" IN ('works', 'weak', 'fails')),
  ADD CONSTRAINT "Control_tested_check" CHECK (("testResult" IS NULL) = ("testedOn" IS NULL)),
  ADD CONSTRAINT "Control_testEveryMonths_check" CHECK ("testEveryMonths" BETWEEN 1 AND 60);
ALTER TABLE "ControlTest"
  ADD CONSTRAINT "ControlTest_result_check" CHECK ("result" IN ('works', 'weak', 'fails'));

ALTER TABLE "Risk" DROP COLUMN "searchText", DROP COLUMN "inherentScore", DROP COLUMN "currentScore", DROP COLUMN "targetScore";
ALTER TABLE "Risk"
  ALTER COLUMN "ref" TYPE TEXT COLLATE "words",
  ALTER COLUMN "title" TYPE TEXT COLLATE "words";
ALTER TABLE "Risk"
  ADD COLUMN "searchText" TEXT GENERATED ALWAYS AS (
    lower(("ref" || ' ' || "title" || ' ' || "event") COLLATE "default")
  ) STORED,
  ADD COLUMN "inherentScore" INTEGER GENERATED ALWAYS AS ("inherentLikelihood" * "inherentImpact") STORED,
  ADD COLUMN "currentScore" INTEGER GENERATED ALWAYS AS ("currentLikelihood" * "currentImpact") STORED,
  ADD COLUMN "targetScore" INTEGER GENERATED ALWAYS AS ("targetLikelihood" * "targetImpact") STORED;
CREATE INDEX "Risk_practiceId_inherentScore_id_idx" ON "Risk"("practiceId", "inherentScore", "id");
CREATE INDEX "Risk_practiceId_currentScore_id_idx" ON "Risk"("practiceId", "currentScore", "id");
CREATE INDEX "Risk_practiceId_targetScore_id_idx" ON "Risk"("practiceId", "targetScore", "id");
-- Lists count and the map draws from this index alone: risks are long texts, and to read all of them for a number takes five times as long.
CREATE INDEX "Risk_practiceId_archivedAt_closedOn_id_idx" ON "Risk"("practiceId", "archivedAt", "closedOn", "id")
  INCLUDE ("category", "currentScore", "beyondAppetite", "inherentLikelihood", "inherentImpact", "currentLikelihood", "currentImpact", "targetLikelihood", "targetImpact");
ALTER TABLE "Risk"
  ADD CONSTRAINT "Risk_category_check" CHECK ("category" IN ('privacy', 'security', 'clinical-safety', 'bias', 'legal', 'operational', 'reputation')),
  ADD CONSTRAINT "Risk_treatment_check" CHECK ("treatment" IN ('undecided', 'reduce', 'accept', 'transfer', 'avoid')),
  ADD CONSTRAINT "Risk_levels_check" CHECK (
    "inherentLikelihood" BETWEEN 1 AND 5 AND "inherentImpact" BETWEEN 1 AND 5
    AND "currentLikelihood" BETWEEN 1 AND 5 AND "currentImpact" BETWEEN 1 AND 5
    AND "targetLikelihood" BETWEEN 1 AND 5 AND "targetImpact" BETWEEN 1 AND 5),
  ADD CONSTRAINT "Risk_pairs_check" CHECK (
    ("inherentLikelihood" IS NULL) = ("inherentImpact" IS NULL)
    AND ("currentLikelihood" IS NULL) = ("currentImpact" IS NULL)
    AND ("targetLikelihood" IS NULL) = ("targetImpact" IS NULL)),
  ADD CONSTRAINT "Risk_acceptance_check" CHECK (
    ("acceptedOn" IS NULL) = ("acceptedUntil" IS NULL) AND ("acceptedOn" IS NULL) = ("acceptedById" IS NULL)
    AND ("acceptedOn" IS NULL) = ("acceptedScore" IS NULL)
    AND ("acceptedOn" IS NULL OR "acceptanceReason" <> '')),
  ADD CONSTRAINT "Risk_reviewEveryMonths_check" CHECK ("reviewEveryMonths" BETWEEN 1 AND 36);
ALTER TABLE "RiskScaleWord"
  ADD CONSTRAINT "RiskScaleWord_axis_check" CHECK ("axis" IN ('likelihood', 'impact')),
  ADD CONSTRAINT "RiskScaleWord_level_check" CHECK ("level" BETWEEN 1 AND 5);
ALTER TABLE "RiskAppetite"
  ADD CONSTRAINT "RiskAppetite_most_check" CHECK ("most" BETWEEN 1 AND 25),
  ADD CONSTRAINT "RiskAppetite_category_check" CHECK ("category" IN ('privacy', 'security', 'clinical-safety', 'bias', 'legal', 'operational', 'reputation'));

ALTER TABLE "Assessment" DROP COLUMN "searchText";
ALTER TABLE "Assessment"
  ALTER COLUMN "ref" TYPE TEXT COLLATE "words",
  ALTER COLUMN "title" TYPE TEXT COLLATE "words";
ALTER TABLE "Assessment" ADD COLUMN "searchText" TEXT GENERATED ALWAYS AS (
  lower(("ref" || ' ' || "title") COLLATE "default")
) STORED;
ALTER TABLE "Assessment"
  ADD CONSTRAINT "Assessment_kind_check" CHECK ("kind" IN ('ai-rmf', 'privacy-impact', 'section-1557', 'source-attributes', 'security-risk-analysis')),
  ADD CONSTRAINT "Assessment_system_check" CHECK (("kind" = 'security-risk-analysis') = ("systemId" IS NULL)),
  ADD CONSTRAINT "Assessment_state_check" CHECK ("state" IN ('open', 'signed')),
  ADD CONSTRAINT "Assessment_signedOn_check" CHECK (("state" = 'signed') = ("signedOn" IS NOT NULL)),
  -- A backup is read back in the order of the table, where what went before may stand behind its successor.
  ALTER CONSTRAINT "Assessment_practiceId_predecessorId_fkey" DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE "AssessmentAnswer"
  ADD CONSTRAINT "AssessmentAnswer_answer_check" CHECK ("answer" IN ('yes', 'partly', 'no', 'not-applicable', 'given', 'not-given', 'not-available'));
ALTER TABLE "AssessmentCopy"
  ADD CONSTRAINT "AssessmentCopy_sha256_check" CHECK ("sha256" = encode(sha256(convert_to("content", 'UTF8')), 'hex'));

SELECT guard_practice_table('"FrameworkChoice"', 'practiceId');
SELECT guard_practice_table('"RequirementScope"', 'practiceId');
SELECT guard_practice_table('"OwnFramework"', 'id');
SELECT guard_practice_table('"OwnRequirement"');
SELECT guard_practice_table('"OwnFrameworkUpload"');
SELECT guard_practice_table('"Control"', 'id');
SELECT guard_practice_table('"ControlRequirement"', 'controlId');
SELECT guard_practice_table('"ControlTest"', 'controlId');
SELECT guard_practice_table('"Risk"', 'id');
SELECT guard_practice_table('"RiskSystem"', 'riskId');
SELECT guard_practice_table('"RiskVendor"', 'riskId');
SELECT guard_practice_table('"RiskSite"', 'riskId');
SELECT guard_practice_table('"RiskControl"', 'riskId');
SELECT guard_practice_table('"RiskRequirement"', 'riskId');
SELECT guard_practice_table('"RiskAction"', 'riskId');
SELECT guard_practice_table('"RiskScore"');
SELECT guard_practice_table('"RiskScaleWord"', 'practiceId');
SELECT guard_practice_table('"RiskAppetite"', 'practiceId');
SELECT guard_practice_table('"Assessment"', 'id');
SELECT guard_practice_table('"AssessmentAnswer"', 'assessmentId');
SELECT guard_practice_table('"AssessmentPart"', 'assessmentId');
SELECT guard_practice_table('"AssessmentCopy"');
SELECT guard_practice_table('"AssessmentSignature"');
SELECT guard_practice_table('"AssessmentFinding"', 'assessmentId');

COMMENT ON TABLE "FrameworkChoice" IS 'application: delete';
COMMENT ON TABLE "RequirementScope" IS 'application: delete';
COMMENT ON TABLE "ControlRequirement" IS 'application: delete';
COMMENT ON TABLE "RiskSystem" IS 'application: delete';
COMMENT ON TABLE "RiskVendor" IS 'application: delete';
COMMENT ON TABLE "RiskSite" IS 'application: delete';
COMMENT ON TABLE "RiskControl" IS 'application: delete';
COMMENT ON TABLE "RiskRequirement" IS 'application: delete';
COMMENT ON TABLE "RiskScaleWord" IS 'application: delete';
COMMENT ON TABLE "RiskAppetite" IS 'application: delete';
COMMENT ON TABLE "AssessmentPart" IS 'application: delete';
COMMENT ON TABLE "OwnFrameworkUpload" IS 'application: delete';
-- What was found, frozen and signed can be added to and never altered.
COMMENT ON TABLE "OwnRequirement" IS 'application: add';
COMMENT ON TABLE "ControlTest" IS 'application: add';
COMMENT ON TABLE "RiskScore" IS 'application: add';
COMMENT ON TABLE "AssessmentCopy" IS 'application: add';
COMMENT ON TABLE "AssessmentSignature" IS 'application: add';
COMMENT ON TABLE "AssessmentFinding" IS 'application: add';
