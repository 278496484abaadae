import { randomInt } from 'node:crypto'
import { newId } from '#lib/base/ids'
import type { Tx } from '#lib/platform/db'
import { keyedDigest } from '#lib/platform/secret-box'

const HOW_MANY = 10
const LENGTH = 10
/** No letters that are read as digits: i, l, o; no u. 32 letters, so a code has 50 bits. */
const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz'

/** A code as it is stored and compared: without spaces and dashes, look-alike letters made digits. */
function plainCode(typed: string): string {
  return typed
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '')
    .replaceAll('o', '0')
    .replace(/[il]/g, '1')
}

/** Whether a typed text could be a recovery code at all; six digits are never one. */
function looksLikeRecoveryCode(typed: string): boolean {
  return plainCode(typed).length === LENGTH
}

/** Keyed, so that the table alone does not let the codes be guessed; bound to the account. */
function codeHash(accountId: string, typed: string): string {
  return keyedDigest('recovery code', `${accountId} ${plainCode(typed)}`).toString('base64url')
}

function newCode(): string {
  const letters = Array.from({ length: LENGTH }, () => ALPHABET.charAt(randomInt(ALPHABET.length))).join('')
  return `${letters.slice(0, LENGTH / 2)}-${letters.slice(LENGTH / 2)}`
}

/** Ten fresh codes in place of all earlier ones. They are returned this once and stored as hashes. */
export async function replaceRecoveryCodes(
  tx: Tx,
  account: { id: string; practiceId: string },
  at: Date,
): Promise<string[]> {
  await voidRecoveryCodes(tx, account.id, at)
  const codes = Array.from({ length: HOW_MANY }, newCode)
  await tx.recoveryCode.createMany({
    data: codes.map((code) => ({
      id: newId(at.getTime()),
      practiceId: account.practiceId,
      accountId: account.id,
      codeHash: codeHash(account.id, code),
    })),
  })
  return codes
}

/** Makes every unused code of the account useless. */
export async function voidRecoveryCodes(tx: Tx, accountId: string, at: Date): Promise<void> {
  await tx.recoveryCode.updateMany({ where: { accountId, usedAt: null }, data: { usedAt: at } })
}

/** Spends a code. How many are left after it, or null when it was wrong or used before. */
export async function spendRecoveryCode(
  tx: Tx,
  accountId: string,
  typed: string,
  at: Date,
): Promise<number | null> {
  if (!looksLikeRecoveryCode(typed)) return null
  const { count } = await tx.recoveryCode.updateMany({
    where: { accountId, codeHash: codeHash(accountId, typed), usedAt: null },
    data: { usedAt: at },
  })
  return count === 0 ? null : recoveryCodesLeft(tx, accountId)
}

export function recoveryCodesLeft(tx: Tx, accountId: string): Promise<number> {
  return tx.recoveryCode.count({ where: { accountId, usedAt: null } })
}
