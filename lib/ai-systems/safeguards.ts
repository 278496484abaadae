import type { RuleId } from '#lib/law/rules'

/** What every AI system is asked about. Unknown counts as a gap. */
export const safeguards = [
  {
    key: 'encryption-at-rest',
    label: 'Encrypted where it is stored',
    ask: 'Which encryption, and who holds the key?',
    rule: 'encryption-at-rest',
  },
  {
    key: 'encryption-in-transit',
    label: 'Encrypted on its way',
    ask: 'Which protocol, for example TLS 1.2 or newer?',
    rule: 'encryption-in-transit',
  },
  {
    key: 'access-control',
    label: 'Only named people get in',
    ask: 'How is access given and taken away?',
    rule: 'access-control',
  },
  { key: 'mfa', label: 'Second factor at sign-in', ask: 'For everybody, or for whom?', rule: 'mfa' },
  {
    key: 'audit-log',
    label: 'Keeps a log that we can read',
    ask: 'Where is the log, and how long is it kept?',
    rule: 'audit-log',
  },
  {
    key: 'explanation',
    label: 'Shows why it says what it says',
    ask: 'What does the reader see besides the answer?',
    rule: null,
  },
  { key: 'patient-told', label: 'Patients are told', ask: 'How and when are they told?', rule: null },
  { key: 'opt-out', label: 'Patients can opt out', ask: 'How, and what happens then?', rule: null },
  { key: 'stop', label: 'Somebody here can stop it', ask: 'Who, and how fast?', rule: null },
  {
    key: 'fallback',
    label: 'Work goes on when it is off',
    ask: 'What do staff do instead?',
    rule: 'contingency-plan',
  },
] as const satisfies readonly { key: string; label: string; ask: string; rule: RuleId | null }[]

/** A safeguard that is not met or not known; not applicable and met ones are no gap. */
export function isGap(state: string): boolean {
  return state === 'not-met' || state === 'unknown'
}

/** How many of the listed safeguards are gaps; one without a row counts as unknown. */
export function gapCount(rows: readonly { key: string; state: string }[]): number {
  const states = new Map(rows.map((row) => [row.key, row.state]))
  return safeguards.filter(({ key }) => isGap(states.get(key) ?? 'unknown')).length
}
