import type { Actor } from '#lib/kernel/access'
import { type PersonChoices, personChoices } from '#lib/people/directory'
import type { FormValues } from './form-values.ts'

interface Owned {
  ownerId: string | null
  backupId: string | null
}

/** Whom the owner and the backup of a form can be chosen from: whoever is saved or typed there stays on offer. */
export function ownerChoices(
  actor: Actor,
  record: Owned | null,
  typed: FormValues | undefined,
): Promise<PersonChoices> {
  return personChoices(actor, {
    stored: [record?.ownerId ?? null, record?.backupId ?? null],
    entered: [typed?.['ownerId']?.[0], typed?.['backupId']?.[0]],
  })
}
