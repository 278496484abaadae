-- CreateTable
CREATE TABLE "PostureSnapshot" (
    "id" UUID NOT NULL,
    "practiceId" UUID NOT NULL,
    "on" DATE NOT NULL,
    "numbers" JSONB NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "PostureSnapshot_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "PostureSnapshot_practiceId_on_key" ON "PostureSnapshot"("practiceId", "on");

ALTER TABLE "PostureSnapshot"
  ADD CONSTRAINT "PostureSnapshot_numbers_check" CHECK (jsonb_typeof("numbers") = 'object');
-- It only counts what stands elsewhere, so its rows leave no trail of their own.
SELECT guard_practice_table('"PostureSnapshot"');
-- What was once true stays written: later days are compared with it.
COMMENT ON TABLE "PostureSnapshot" IS 'application: add';
