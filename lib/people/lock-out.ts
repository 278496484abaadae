const FREE_FAILURES = 4
const LONGEST_MINUTES = 15

/**
 * For how many minutes an account refuses passwords after this many wrong ones in a row: none up to the fourth, then
 * 1, 2, 4, 8, and never more than 15. It binds only where the person has not signed in before, so that an outsider
 * can neither guess on nor keep them out.
 */
export function lockMinutes(failures: number): number {
  if (failures <= FREE_FAILURES) return 0
  return Math.min(LONGEST_MINUTES, 2 ** Math.min(failures - FREE_FAILURES - 1, 10))
}
