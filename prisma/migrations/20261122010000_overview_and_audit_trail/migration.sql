-- Overdue over time is drawn from what was closed late; without this every row of the year would be read.
CREATE INDEX "Obligation_late" ON "Obligation" ("practiceId", "closedOn") INCLUDE ("dueOn", "openedOn")
  WHERE "closedOn" > "dueOn";

-- Row changes that no command made, newest first: the audit trail shows them among its events.
CREATE INDEX "RowChange_outside" ON "RowChange" ("practiceId", "at" DESC, "id" DESC) WHERE "correlationId" IS NULL;

-- A change may name a command only when that command left its event: otherwise, at commit, it loses the name and
-- counts as made outside the application. So "outside" is one indexed question and nobody hides behind a made-up id.
CREATE FUNCTION disown_untold_changes() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
  IF current_setting('app.told', true) IS DISTINCT FROM NEW."correlationId"::text THEN
    IF NOT EXISTS (SELECT 1 FROM "AuditEvent" WHERE "correlationId" = NEW."correlationId") THEN
      UPDATE "RowChange" SET "correlationId" = NULL WHERE "correlationId" = NEW."correlationId";
    END IF;
    -- Once per transaction, not once per row.
    PERFORM set_config('app.told', NEW."correlationId"::text, true);
  END IF;
  RETURN NULL;
END $$;
REVOKE EXECUTE ON FUNCTION disown_untold_changes() FROM PUBLIC;

CREATE CONSTRAINT TRIGGER disown_untold_changes AFTER INSERT ON "RowChange" DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN (NEW."correlationId" IS NOT NULL) EXECUTE FUNCTION disown_untold_changes();
