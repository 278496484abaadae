-- AlterTable
ALTER TABLE "Obligation" ADD COLUMN     "handedOver" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "snoozeReason" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "snoozedByName" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "snoozedUntil" DATE;

-- AlterTable
ALTER TABLE "Practice" ADD COLUMN     "quietWeekdays" INTEGER[] DEFAULT ARRAY[0, 6]::INTEGER[],
ADD COLUMN     "reminderHour" INTEGER NOT NULL DEFAULT 7;

-- CreateTable
CREATE TABLE "ReminderStep" (
    "id" UUID NOT NULL,
    "practiceId" UUID NOT NULL,
    "obligationId" UUID NOT NULL,
    "dueOn" DATE NOT NULL,
    "step" INTEGER NOT NULL,
    "recipientId" UUID NOT NULL,
    "part" TEXT NOT NULL,
    "passedOver" INTEGER[],
    "plannedOn" DATE NOT NULL,
    "mailId" UUID NOT NULL,
    "leftOut" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "ReminderStep_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ReminderDay" (
    "id" UUID NOT NULL,
    "practiceId" UUID NOT NULL,
    "day" DATE NOT NULL,
    "plannedAt" TIMESTAMPTZ(3) NOT NULL,
    "steps" INTEGER NOT NULL,
    "people" INTEGER NOT NULL,
    "passedOver" INTEGER NOT NULL,

    CONSTRAINT "ReminderDay_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "QuietDay" (
    "id" UUID NOT NULL,
    "practiceId" UUID NOT NULL,
    "day" DATE NOT NULL,
    "name" TEXT NOT NULL,

    CONSTRAINT "QuietDay_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "ReminderStep_practiceId_obligationId_idx" ON "ReminderStep"("practiceId", "obligationId");

-- CreateIndex
CREATE INDEX "ReminderStep_practiceId_mailId_idx" ON "ReminderStep"("practiceId", "mailId");

-- CreateIndex
CREATE INDEX "ReminderStep_practiceId_recipientId_plannedOn_idx" ON "ReminderStep"("practiceId", "recipientId", "plannedOn");

-- CreateIndex
CREATE UNIQUE INDEX "ReminderStep_obligationId_dueOn_step_recipientId_key" ON "ReminderStep"("obligationId", "dueOn", "step", "recipientId");

-- CreateIndex
CREATE UNIQUE INDEX "ReminderDay_practiceId_day_key" ON "ReminderDay"("practiceId", "day");

-- CreateIndex
CREATE UNIQUE INDEX "QuietDay_practiceId_day_key" ON "QuietDay"("practiceId", "day");

-- CreateIndex
CREATE UNIQUE INDEX "Obligation_practiceId_id_key" ON "Obligation"("practiceId", "id");

-- AddForeignKey
ALTER TABLE "ReminderStep" ADD CONSTRAINT "ReminderStep_practiceId_obligationId_fkey" FOREIGN KEY ("practiceId", "obligationId") REFERENCES "Obligation"("practiceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReminderStep" ADD CONSTRAINT "ReminderStep_practiceId_recipientId_fkey" FOREIGN KEY ("practiceId", "recipientId") REFERENCES "Person"("practiceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReminderStep" ADD CONSTRAINT "ReminderStep_practiceId_mailId_fkey" FOREIGN KEY ("practiceId", "mailId") REFERENCES "OutgoingMail"("practiceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- ---------------------------------------------------------------------------------------------
-- What Prisma's schema language cannot say.
-- ---------------------------------------------------------------------------------------------

ALTER TABLE "ReminderStep"
  ADD CONSTRAINT "ReminderStep_part_check" CHECK ("part" IN ('own', 'backup', 'keeper'));
ALTER TABLE "Practice"
  ADD CONSTRAINT "Practice_reminderHour_check" CHECK ("reminderHour" BETWEEN 0 AND 23),
  ADD CONSTRAINT "Practice_quietWeekdays_check" CHECK ("quietWeekdays" <@ ARRAY[0, 1, 2, 3, 4, 5, 6] AND cardinality("quietWeekdays") < 7);
ALTER TABLE "Obligation"
  ADD CONSTRAINT "Obligation_snoozed_check" CHECK ("snoozedUntil" IS NULL OR ("snoozeReason" <> '' AND "snoozedByName" <> ''));

-- Steps leave no rows in the trail: they are a record of their own, and so many that they would bury the rest.
SELECT guard_practice_table('"ReminderStep"');
SELECT guard_practice_table('"ReminderDay"');
SELECT guard_practice_table('"QuietDay"', 'practiceId');

COMMENT ON TABLE "ReminderDay" IS 'application: add';
COMMENT ON TABLE "QuietDay" IS 'application: delete';
COMMENT ON TABLE "ReminderStep" IS 'application: add';
DO $$
DECLARE c text;
BEGIN
  FOREACH c IN ARRAY ARRAY['mailId', 'plannedOn', 'passedOver', 'part', 'leftOut'] LOOP
    EXECUTE format('COMMENT ON COLUMN "ReminderStep".%I IS ''application: change''', c);
  END LOOP;
END $$;

-- Mail that goes wrong is rare among mail that went well.
CREATE INDEX "OutgoingMail_refused" ON "OutgoingMail" ("endedAt") WHERE "state" = 'refused';
CREATE INDEX "OutgoingMail_tried" ON "OutgoingMail" ("attempts") WHERE "state" = 'waiting';

-- Whether mail goes wrong anywhere, as a number: /api/health asks it without knowing any practice.
CREATE FUNCTION mail_in_trouble(since timestamptz) RETURNS bigint LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public
  AS $$ SELECT count(*) FROM "OutgoingMail" m WHERE (m.state = 'refused' AND m."endedAt" >= since) OR (m.state = 'waiting' AND m.attempts >= 3) $$;
REVOKE EXECUTE ON FUNCTION mail_in_trouble(timestamptz) FROM PUBLIC;
COMMENT ON FUNCTION mail_in_trouble(timestamptz) IS 'application: call';
