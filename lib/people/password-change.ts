import { z } from 'zod'
import { count } from '#lib/base/text'
import { defineCommand } from '#lib/kernel/command'
import { invalid } from '#lib/kernel/errors'
import { hashPassword, passwordProblem } from '#lib/platform/password'
import { confirmPassword } from './confirm-password.ts'
import { holderOf, personRecord } from './recorded.ts'
import { endSessions } from './sessions.ts'

/** Changes the actor's own password and ends their other sessions. */
export const changePassword = defineCommand({
  name: 'account.change-password',
  permission: 'account.keep',
  input: z.object({ current: z.string(), password: z.string(), again: z.string() }),
  run: async ({ tx, actor, now }, { current, password, again }) => {
    const holder = await holderOf(tx, actor.personId, now)
    if (!holder) throw invalid('There is no account to sign in with.')
    await confirmPassword(holder, current, now, 'current')
    const problem =
      passwordProblem(password, { email: holder.account.email, name: holder.name }) ??
      (password === current ? 'This is the password you have now.' : null)
    const differ = password !== again
    if (problem || differ)
      throw invalid('Please check the marked fields.', {
        ...(problem && { password: problem }),
        ...(differ && { again: 'These two are not the same.' }),
      })
    await tx.account.update({
      where: { id: holder.account.id },
      data: {
        passwordHash: await hashPassword(password),
        passwordSetAt: now,
        failedAttempts: 0,
        lockedUntil: null,
      },
    })
    const ended = await endSessions(tx, actor.personId, 'password changed', now, actor.sessionId)
    const more = ended > 0 ? `; ${count(ended, 'other session')} ended` : ''
    return {
      value: { ended },
      events: [{ sentence: `Changed the password${more}`, record: personRecord(holder) }],
    }
  },
})
