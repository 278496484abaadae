-- A file that somebody outside sent by a link was added by nobody of the directory.
ALTER TABLE "Evidence" ALTER COLUMN "addedById" DROP NOT NULL;

-- CreateTable
CREATE TABLE "QuestionTemplate" (
    "id" UUID NOT NULL,
    "practiceId" UUID NOT NULL,
    "shipped" TEXT,
    "name" TEXT NOT NULL,
    "about" TEXT NOT NULL DEFAULT '',
    "archivedAt" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "QuestionTemplate_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "TemplateVersion" (
    "id" UUID NOT NULL,
    "practiceId" UUID NOT NULL,
    "templateId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "questions" JSONB NOT NULL,
    "savedAt" TIMESTAMPTZ(3) NOT NULL,
    "savedByName" TEXT NOT NULL,

    CONSTRAINT "TemplateVersion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Questionnaire" (
    "id" UUID NOT NULL,
    "practiceId" UUID NOT NULL,
    "ref" TEXT NOT NULL,
    "vendorId" UUID NOT NULL,
    "templateVersionId" UUID NOT NULL,
    "previousId" UUID,
    "contactName" TEXT NOT NULL,
    "contactEmail" TEXT NOT NULL DEFAULT '',
    "note" TEXT NOT NULL DEFAULT '',
    "senderId" UUID NOT NULL,
    "sentOn" DATE NOT NULL,
    "answerBy" DATE NOT NULL,
    "startedAt" TIMESTAMPTZ(3),
    "submittedAt" TIMESTAMPTZ(3),
    "submittedByName" TEXT NOT NULL DEFAULT '',
    "submittedByTitle" TEXT NOT NULL DEFAULT '',
    "scoredAt" TIMESTAMPTZ(3),
    "gaps" INTEGER NOT NULL DEFAULT 0,
    "openGaps" INTEGER NOT NULL DEFAULT 0,
    "nextDueOn" DATE,
    "archivedAt" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Questionnaire_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "QuestionnaireLink" (
    "id" UUID NOT NULL,
    "practiceId" UUID NOT NULL,
    "questionnaireId" UUID NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "origin" TEXT NOT NULL DEFAULT '',
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "revokedAt" TIMESTAMPTZ(3),

    CONSTRAINT "QuestionnaireLink_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "QuestionnaireAnswer" (
    "id" UUID NOT NULL,
    "practiceId" UUID NOT NULL,
    "questionnaireId" UUID NOT NULL,
    "question" TEXT NOT NULL,
    "value" TEXT NOT NULL DEFAULT '',
    "note" TEXT NOT NULL DEFAULT '',
    "confirmed" BOOLEAN NOT NULL DEFAULT false,
    "savedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "QuestionnaireAnswer_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "QuestionnaireFile" (
    "id" UUID NOT NULL,
    "practiceId" UUID NOT NULL,
    "questionnaireId" UUID NOT NULL,
    "question" TEXT NOT NULL,
    "evidenceId" UUID NOT NULL,
    "fileName" TEXT NOT NULL,
    "addedAt" TIMESTAMPTZ(3) NOT NULL,
    "removedAt" TIMESTAMPTZ(3),

    CONSTRAINT "QuestionnaireFile_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "QuestionnaireVisit" (
    "id" UUID NOT NULL,
    "practiceId" UUID NOT NULL,
    "questionnaireId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "address" TEXT NOT NULL,
    "browser" TEXT NOT NULL,
    "outcome" TEXT NOT NULL,

    CONSTRAINT "QuestionnaireVisit_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "QuestionnaireScore" (
    "id" UUID NOT NULL,
    "practiceId" UUID NOT NULL,
    "questionnaireId" UUID NOT NULL,
    "question" TEXT NOT NULL,
    "asked" TEXT NOT NULL,
    "answerId" UUID,
    "verdict" TEXT NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "scoredOn" DATE NOT NULL,
    "scoredByName" TEXT NOT NULL,
    "carried" BOOLEAN NOT NULL DEFAULT false,
    "gapOwnerId" UUID,
    "settleBy" DATE,
    "settledOn" DATE,
    "settledByName" TEXT NOT NULL DEFAULT '',
    "settledHow" TEXT NOT NULL DEFAULT '',
    "goesOn" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "QuestionnaireScore_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "QuestionTemplate_practiceId_id_key" ON "QuestionTemplate"("practiceId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "QuestionTemplate_practiceId_shipped_key" ON "QuestionTemplate"("practiceId", "shipped");

-- CreateIndex
CREATE UNIQUE INDEX "TemplateVersion_practiceId_id_key" ON "TemplateVersion"("practiceId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "TemplateVersion_practiceId_templateId_number_key" ON "TemplateVersion"("practiceId", "templateId", "number");

-- CreateIndex
CREATE INDEX "Questionnaire_practiceId_sentOn_id_idx" ON "Questionnaire"("practiceId", "sentOn", "id");

-- CreateIndex
CREATE INDEX "Questionnaire_practiceId_answerBy_id_idx" ON "Questionnaire"("practiceId", "answerBy", "id");

-- CreateIndex
CREATE INDEX "Questionnaire_practiceId_submittedAt_id_idx" ON "Questionnaire"("practiceId", "submittedAt", "id");

-- CreateIndex
CREATE INDEX "Questionnaire_practiceId_nextDueOn_id_idx" ON "Questionnaire"("practiceId", "nextDueOn", "id");

-- CreateIndex
CREATE INDEX "Questionnaire_practiceId_senderId_idx" ON "Questionnaire"("practiceId", "senderId");

-- CreateIndex
CREATE INDEX "Questionnaire_practiceId_vendorId_sentOn_idx" ON "Questionnaire"("practiceId", "vendorId", "sentOn");

-- CreateIndex
CREATE INDEX "Questionnaire_practiceId_templateVersionId_idx" ON "Questionnaire"("practiceId", "templateVersionId");

-- CreateIndex
CREATE INDEX "Questionnaire_practiceId_previousId_idx" ON "Questionnaire"("practiceId", "previousId");

-- CreateIndex
CREATE UNIQUE INDEX "Questionnaire_practiceId_id_key" ON "Questionnaire"("practiceId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "Questionnaire_practiceId_ref_key" ON "Questionnaire"("practiceId", "ref");

-- CreateIndex
CREATE UNIQUE INDEX "QuestionnaireLink_tokenHash_key" ON "QuestionnaireLink"("tokenHash");

-- CreateIndex
CREATE INDEX "QuestionnaireLink_practiceId_questionnaireId_idx" ON "QuestionnaireLink"("practiceId", "questionnaireId");

-- CreateIndex
CREATE UNIQUE INDEX "QuestionnaireLink_practiceId_id_key" ON "QuestionnaireLink"("practiceId", "id");

-- CreateIndex
CREATE INDEX "QuestionnaireAnswer_practiceId_questionnaireId_question_sav_idx" ON "QuestionnaireAnswer"("practiceId", "questionnaireId", "question", "savedAt");

-- CreateIndex
CREATE UNIQUE INDEX "QuestionnaireAnswer_practiceId_id_key" ON "QuestionnaireAnswer"("practiceId", "id");

-- CreateIndex
CREATE INDEX "QuestionnaireFile_practiceId_questionnaireId_idx" ON "QuestionnaireFile"("practiceId", "questionnaireId");

-- CreateIndex
CREATE INDEX "QuestionnaireFile_practiceId_evidenceId_idx" ON "QuestionnaireFile"("practiceId", "evidenceId");

-- CreateIndex
CREATE INDEX "QuestionnaireVisit_practiceId_questionnaireId_at_idx" ON "QuestionnaireVisit"("practiceId", "questionnaireId", "at");

-- CreateIndex
CREATE INDEX "QuestionnaireScore_practiceId_gapOwnerId_idx" ON "QuestionnaireScore"("practiceId", "gapOwnerId");

-- CreateIndex
CREATE UNIQUE INDEX "QuestionnaireScore_practiceId_id_key" ON "QuestionnaireScore"("practiceId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "QuestionnaireScore_practiceId_questionnaireId_question_key" ON "QuestionnaireScore"("practiceId", "questionnaireId", "question");

-- AddForeignKey
ALTER TABLE "TemplateVersion" ADD CONSTRAINT "TemplateVersion_practiceId_templateId_fkey" FOREIGN KEY ("practiceId", "templateId") REFERENCES "QuestionTemplate"("practiceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Questionnaire" ADD CONSTRAINT "Questionnaire_practiceId_vendorId_fkey" FOREIGN KEY ("practiceId", "vendorId") REFERENCES "Vendor"("practiceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Questionnaire" ADD CONSTRAINT "Questionnaire_practiceId_senderId_fkey" FOREIGN KEY ("practiceId", "senderId") REFERENCES "Person"("practiceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Questionnaire" ADD CONSTRAINT "Questionnaire_practiceId_templateVersionId_fkey" FOREIGN KEY ("practiceId", "templateVersionId") REFERENCES "TemplateVersion"("practiceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Questionnaire" ADD CONSTRAINT "Questionnaire_practiceId_previousId_fkey" FOREIGN KEY ("practiceId", "previousId") REFERENCES "Questionnaire"("practiceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "QuestionnaireLink" ADD CONSTRAINT "QuestionnaireLink_practiceId_questionnaireId_fkey" FOREIGN KEY ("practiceId", "questionnaireId") REFERENCES "Questionnaire"("practiceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "QuestionnaireAnswer" ADD CONSTRAINT "QuestionnaireAnswer_practiceId_questionnaireId_fkey" FOREIGN KEY ("practiceId", "questionnaireId") REFERENCES "Questionnaire"("practiceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "QuestionnaireFile" ADD CONSTRAINT "QuestionnaireFile_practiceId_questionnaireId_fkey" FOREIGN KEY ("practiceId", "questionnaireId") REFERENCES "Questionnaire"("practiceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "QuestionnaireFile" ADD CONSTRAINT "QuestionnaireFile_practiceId_evidenceId_fkey" FOREIGN KEY ("practiceId", "evidenceId") REFERENCES "Evidence"("practiceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "QuestionnaireVisit" ADD CONSTRAINT "QuestionnaireVisit_practiceId_questionnaireId_fkey" FOREIGN KEY ("practiceId", "questionnaireId") REFERENCES "Questionnaire"("practiceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "QuestionnaireScore" ADD CONSTRAINT "QuestionnaireScore_practiceId_questionnaireId_fkey" FOREIGN KEY ("practiceId", "questionnaireId") REFERENCES "Questionnaire"("practiceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "QuestionnaireScore" ADD CONSTRAINT "QuestionnaireScore_practiceId_gapOwnerId_fkey" FOREIGN KEY ("practiceId", "gapOwnerId") REFERENCES "Person"("practiceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- ---------------------------------------------------------------------------------------------
-- What Prisma's schema language cannot say.
-- ---------------------------------------------------------------------------------------------

-- A backup is read back in the order of the table, where last year's may stand behind this year's.
ALTER TABLE "Questionnaire" ALTER CONSTRAINT "Questionnaire_practiceId_previousId_fkey" DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE "Questionnaire"
  ADD CONSTRAINT "Questionnaire_scored_check" CHECK ("scoredAt" IS NULL OR "submittedAt" IS NOT NULL),
  ADD CONSTRAINT "Questionnaire_submitted_check" CHECK ("submittedAt" IS NULL OR "submittedByName" <> ''),
  ADD CONSTRAINT "Questionnaire_gaps_check" CHECK ("openGaps" BETWEEN 0 AND "gaps");
ALTER TABLE "QuestionnaireLink" ADD CONSTRAINT "QuestionnaireLink_token_check" CHECK ("tokenHash" ~ '^[0-9a-f]{64}$');
ALTER TABLE "QuestionnaireVisit" ADD CONSTRAINT "QuestionnaireVisit_outcome_check" CHECK ("outcome" IN ('opened', 'refused'));
ALTER TABLE "QuestionnaireScore"
  ADD CONSTRAINT "QuestionnaireScore_verdict_check" CHECK ("verdict" IN ('fine', 'gap', 'aside')),
  ADD CONSTRAINT "QuestionnaireScore_gap_check" CHECK ("verdict" <> 'gap' OR "settleBy" IS NOT NULL),
  ADD CONSTRAINT "QuestionnaireScore_settled_check" CHECK ("settledOn" IS NULL OR ("verdict" = 'gap' AND "settledHow" <> ''));

SELECT guard_practice_table('"QuestionTemplate"', 'id');
SELECT guard_practice_table('"TemplateVersion"', 'templateId');
SELECT guard_practice_table('"Questionnaire"', 'id');
SELECT guard_practice_table('"QuestionnaireLink"', 'questionnaireId', ARRAY['tokenHash']);
SELECT guard_practice_table('"QuestionnaireFile"', 'questionnaireId');
SELECT guard_practice_table('"QuestionnaireScore"', 'questionnaireId');
-- These two are trails themselves: a row for each save and each visit, none of which can be changed.
SELECT guard_practice_table('"QuestionnaireAnswer"');
SELECT guard_practice_table('"QuestionnaireVisit"');

COMMENT ON TABLE "TemplateVersion" IS 'application: add';
COMMENT ON TABLE "QuestionnaireAnswer" IS 'application: add';
COMMENT ON TABLE "QuestionnaireVisit" IS 'application: add';
COMMENT ON TABLE "QuestionnaireFile" IS 'application: add';
COMMENT ON COLUMN "QuestionnaireFile"."removedAt" IS 'application: change';
COMMENT ON TABLE "QuestionnaireLink" IS 'application: add';
COMMENT ON COLUMN "QuestionnaireLink"."expiresAt" IS 'application: change';
COMMENT ON COLUMN "QuestionnaireLink"."revokedAt" IS 'application: change';

-- What was submitted stays as it is until somebody opens it again, whoever asks.
CREATE FUNCTION refuse_answers_after_submission() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM "Questionnaire" q WHERE q."id" = NEW."questionnaireId" AND q."submittedAt" IS NOT NULL) THEN
    RAISE EXCEPTION 'these answers are submitted';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER answers_end_with_submission BEFORE INSERT ON "QuestionnaireAnswer" FOR EACH ROW EXECUTE FUNCTION refuse_answers_after_submission();

-- Which questionnaire a secret address leads to: asked before anything is known of whoever holds it.
CREATE FUNCTION locate_questionnaire(wanted text) RETURNS TABLE ("practiceId" uuid, "linkId" uuid)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public
  AS $$ SELECT l."practiceId", l."id" FROM "QuestionnaireLink" l WHERE l."tokenHash" = wanted $$;
REVOKE EXECUTE ON FUNCTION locate_questionnaire(text) FROM PUBLIC;
COMMENT ON FUNCTION locate_questionnaire(text) IS 'application: call';
