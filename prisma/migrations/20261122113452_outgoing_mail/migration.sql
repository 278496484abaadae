-- CreateTable
CREATE TABLE "OutgoingMail" (
    "id" UUID NOT NULL,
    "practiceId" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "personId" UUID,
    "toAddress" TEXT NOT NULL,
    "toName" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "composer" TEXT NOT NULL DEFAULT '',
    "state" TEXT NOT NULL,
    "queuedAt" TIMESTAMPTZ(3) NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "nextTryAt" TIMESTAMPTZ(3) NOT NULL,
    "claim" UUID,
    "leaseUntil" TIMESTAMPTZ(3),
    "handedOverAt" TIMESTAMPTZ(3),
    "answer" TEXT NOT NULL DEFAULT '',
    "endedAt" TIMESTAMPTZ(3),

    CONSTRAINT "OutgoingMail_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "OutgoingMail_practiceId_state_nextTryAt_idx" ON "OutgoingMail"("practiceId", "state", "nextTryAt");

-- CreateIndex
CREATE INDEX "OutgoingMail_practiceId_queuedAt_id_idx" ON "OutgoingMail"("practiceId", "queuedAt" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "OutgoingMail_practiceId_personId_queuedAt_idx" ON "OutgoingMail"("practiceId", "personId", "queuedAt" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "OutgoingMail_practiceId_id_key" ON "OutgoingMail"("practiceId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "OutgoingMail_practiceId_key_key" ON "OutgoingMail"("practiceId", "key");

-- AddForeignKey
ALTER TABLE "OutgoingMail" ADD CONSTRAINT "OutgoingMail_practiceId_personId_fkey" FOREIGN KEY ("practiceId", "personId") REFERENCES "Person"("practiceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- ---------------------------------------------------------------------------------------------
-- What Prisma's schema language cannot say.
-- ---------------------------------------------------------------------------------------------

ALTER TABLE "OutgoingMail"
  ADD CONSTRAINT "OutgoingMail_state_check" CHECK ("state" IN
    ('waiting', 'sending', 'sent', 'refused', 'unknown', 'not-needed', 'replaced', 'not-set-up')),
  ADD CONSTRAINT "OutgoingMail_claim_check" CHECK (("state" = 'sending') = ("claim" IS NOT NULL AND "leaseUntil" IS NOT NULL)),
  ADD CONSTRAINT "OutgoingMail_ended_check" CHECK (("state" IN ('waiting', 'sending')) = ("endedAt" IS NULL)),
  ADD CONSTRAINT "OutgoingMail_handed_over_check" CHECK ("state" NOT IN ('sent', 'unknown') OR "handedOverAt" IS NOT NULL);

-- No rows in the trail: a mail is its own record, and what became of it stands on it for good.
SELECT guard_practice_table('"OutgoingMail"');

CREATE FUNCTION keep_ended_mail() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'what became of a mail is final';
END $$;
-- Mail that could not go out because none was set up may still go out when it is asked for again.
CREATE TRIGGER keep_ended_mail BEFORE UPDATE ON "OutgoingMail" FOR EACH ROW
  WHEN (OLD."endedAt" IS NOT NULL AND OLD."state" <> 'not-set-up') EXECUTE FUNCTION keep_ended_mail();

COMMENT ON TABLE "OutgoingMail" IS 'application: add';
DO $$
DECLARE c text;
BEGIN
  FOREACH c IN ARRAY ARRAY['toAddress', 'toName', 'subject', 'body', 'state', 'attempts', 'nextTryAt', 'claim', 'leaseUntil', 'handedOverAt', 'answer', 'endedAt'] LOOP
    EXECUTE format('COMMENT ON COLUMN "OutgoingMail".%I IS ''application: change''', c);
  END LOOP;
END $$;
