-- What the application's role may do stands on each table, column and function from here on, as a comment, so that a
-- migration says it of what it adds and need not repeat it of the rest:
--   table     'application: read'    it may only read
--             'application: add'     it may read and add: append-only
--             'application: delete'  it may also delete
--             without a comment      it may read, add and change
--   column    'application: change'  of an append-only table: this column may be written later
--   function  'application: call'
COMMENT ON TABLE "RowChange" IS 'application: read';
COMMENT ON TABLE "AuditEvent" IS 'application: add';
COMMENT ON TABLE "FileContent" IS 'application: add';
COMMENT ON TABLE "FileChunk" IS 'application: add';
COMMENT ON TABLE "Evidence" IS 'application: add';
COMMENT ON COLUMN "Evidence"."withdrawnAt" IS 'application: change';
COMMENT ON COLUMN "Evidence"."withdrawnById" IS 'application: change';
COMMENT ON COLUMN "Evidence"."withdrawnByName" IS 'application: change';
COMMENT ON COLUMN "Evidence"."withdrawnReason" IS 'application: change';

DO $$
DECLARE n text;
BEGIN
  FOREACH n IN ARRAY ARRAY['PersonSite', 'RoleAssignment', 'AiSystemSite', 'SavedView', 'Draft', 'RateLimit', 'ImportRow',
    'VendorContact', 'VendorLink', 'VendorCertificate'] LOOP
    EXECUTE format('COMMENT ON TABLE %I IS ''application: delete''', n);
  END LOOP;
  FOREACH n IN ARRAY ARRAY['current_practice()', 'practice_exists()', 'all_practices()', 'locate_account(text)',
    'locate_link(text)', 'session_context(text, timestamptz)', 'wipe_demo_practice(uuid)'] LOOP
    EXECUTE format('COMMENT ON FUNCTION %s IS ''application: call''', n);
  END LOOP;
END $$;

CREATE OR REPLACE FUNCTION grant_application_rights(application name) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  t record;
BEGIN
  EXECUTE format('GRANT USAGE ON SCHEMA public TO %I', application);
  FOR t IN
    SELECT c.oid::regclass AS name,
      CASE WHEN c.relname = '_prisma_migrations' THEN 'application: read' ELSE obj_description(c.oid, 'pg_class') END AS says
    FROM pg_class c WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace
  LOOP
    EXECUTE format('REVOKE ALL ON %s FROM %I', t.name, application);
    EXECUTE format('GRANT %s ON %s TO %I', CASE t.says
      WHEN 'application: read' THEN 'SELECT'
      WHEN 'application: add' THEN 'SELECT, INSERT'
      WHEN 'application: delete' THEN 'SELECT, INSERT, UPDATE, DELETE'
      ELSE 'SELECT, INSERT, UPDATE' END, t.name, application);
  END LOOP;
  FOR t IN
    SELECT a.attrelid::regclass AS name, string_agg(quote_ident(a.attname), ', ') AS columns
    FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid AND c.relnamespace = 'public'::regnamespace
    WHERE a.attnum > 0 AND col_description(a.attrelid, a.attnum) = 'application: change'
    GROUP BY a.attrelid
  LOOP
    EXECUTE format('GRANT UPDATE (%s) ON %s TO %I', t.columns, t.name, application);
  END LOOP;
  FOR t IN
    SELECT p.oid::regprocedure AS name FROM pg_proc p
    WHERE p.pronamespace = 'public'::regnamespace AND obj_description(p.oid, 'pg_proc') = 'application: call'
  LOOP
    EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO %I', t.name, application);
  END LOOP;
END $$;

-- What every table of a practice has: the boundary between practices and, with a `record_column`, its row changes in the
-- audit trail under the record that this column names. Columns in `secrets` never enter the trail. The table has an "id".
CREATE FUNCTION guard_practice_table(wanted regclass, record_column text DEFAULT NULL, secrets text[] DEFAULT '{}') RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  arguments text := (SELECT string_agg(quote_literal(a), ', ') FROM unnest(ARRAY['practiceId', record_column] || secrets) a);
BEGIN
  EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', wanted);
  EXECUTE format('CREATE POLICY practice_boundary ON %s USING ("practiceId" = (SELECT current_practice())) WITH CHECK ("practiceId" = (SELECT current_practice()))', wanted);
  IF record_column IS NOT NULL THEN
    EXECUTE format('CREATE TRIGGER audit_insert AFTER INSERT ON %s REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION record_row_changes(%s)', wanted, arguments);
    EXECUTE format('CREATE TRIGGER audit_update AFTER UPDATE ON %s REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION record_row_changes(%s)', wanted, arguments);
    EXECUTE format('CREATE TRIGGER audit_delete AFTER DELETE ON %s REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION record_row_changes(%s)', wanted, arguments);
  END IF;
END $$;
REVOKE EXECUTE ON FUNCTION guard_practice_table(regclass, text, text[]) FROM PUBLIC;
