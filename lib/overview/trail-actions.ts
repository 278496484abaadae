import { actionName as keyInWords, kindName } from './row-fields.ts'

const subjects: Readonly<Record<string, string>> = {
  account: 'Own account',
  audit: 'Audit trail',
  'second-factor': 'Second step of signing in',
  session: 'Signed-in browser',
  'sign-in': 'Signing in',
  view: 'Saved view',
}

const deeds: Readonly<Record<string, string>> = {
  add: 'added',
  archive: 'archived',
  'assign-role': 'role given or changed',
  cadences: 'intervals changed',
  'change-password': 'password changed',
  close: 'closed',
  create: 'added',
  delete: 'deleted',
  damage: 'found damaged',
  done: 'signed in',
  duplicate: 'copied',
  edit: 'changed',
  ended: 'signed out',
  export: 'exported',
  facts: 'name, states or time zone changed',
  failed: 'wrong password or code',
  import: 'brought in from a file',
  'import-check': 'file checked',
  'import-discard': 'file put away',
  'import-match': 'columns of a file matched',
  'import-start': 'import started',
  'import-undo': 'import undone',
  'import-upload': 'file uploaded',
  infected: 'refused by the virus scanner',
  invite: 'invited',
  leave: 'left',
  move: 'moved to another stage',
  'new-codes': 'new recovery codes',
  open: 'downloaded or looked at',
  'override-tier': 'risk tier set by hand',
  propose: 'proposed',
  rename: 'renamed',
  renew: 'set up on another phone',
  reopen: 'opened again',
  'reset-password': 'link for a new password made',
  'reset-second-factor': 'second step taken away',
  restore: 'restored',
  return: 'came back',
  review: 'reviewed',
  revoke: 'signed out from elsewhere',
  'revoke-link': 'link withdrawn',
  'revoke-others': 'all others signed out',
  save: 'saved',
  security: 'sign-in rules changed',
  'set-up': 'set up',
  'timed-out': 'signed out after a while without use',
  'wipe-demo': 'demo removed',
  withdraw: 'withdrawn',
  'withdraw-role': 'role withdrawn',
}

/** What an action is called in a list of choices: 'AI system: file uploaded'. One without words here is shown by its key. */
export function actionName(action: string): string {
  const [subject = '', ...rest] = action.split('.')
  const deed = deeds[rest.join('.')]
  return deed ? `${subjects[subject] ?? kindName(subject)}: ${deed}` : keyInWords(action)
}
