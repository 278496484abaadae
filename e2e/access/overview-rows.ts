import type { Row } from './row.ts'

/** The rows of the matrix for the overview: whoever reads registers has one, with the numbers of what they may see. */
export const overviewRows: Readonly<Record<string, Row>> = {
  '/overview': { at: () => ['/overview'], answers: ['in', 'none', 'ok', 'ok', 'ok', 'ok'] },
  '/overview/risks': { at: () => ['/overview/risks'], answers: ['in', 'none', 'ok', 'ok', 'ok', 'ok'] },
  '/overview/detail': { at: () => ['/overview/detail'], answers: ['in', 'none', 'ok', 'ok', 'ok', 'ok'] },
}
