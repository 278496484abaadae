import { importFramework } from '#lib/flows/import-framework'
import { uploadFramework } from '#lib/frameworks/own-upload'
import type { Actor } from '#lib/kernel/access'
import { valueOf } from './practice.ts'

const bytesOf = (text: string) => new TextEncoder().encode(text)

/** Uploads a file of a framework and gives the upload's id. */
export async function uploadOwn(officer: Actor, text: string, fileName = 'list.csv'): Promise<string> {
  return valueOf(await uploadFramework(officer, { fileName, content: bytesOf(text) })).id
}

const importFacts = { edition: '2026', publisher: 'Northbeam', replaces: '' }

/** Brings a framework in from a sheet's text and gives its id. */
export async function ownFramework(
  officer: Actor,
  name: string,
  text: string,
  replaces = '',
): Promise<string> {
  const upload = await uploadOwn(officer, text)
  return valueOf(await importFramework(officer, { ...importFacts, upload, name, replaces })).id
}

/** A framework that was brought in, and two files that wait. */
export interface FrameworkIds {
  frameworkId: string
  uploadId: string
  spareId: string
}

/** All of them, in whose words `word` stands. The framework has the requirements. */
export async function frameworksOf(officer: Actor, word = 'Northbeam'): Promise<FrameworkIds> {
  const sheet = `Id,Title,Text,Group\nX-1,${word} first,Do this.,One\nX-2,${word} second,Do that.,Two`
  const frameworkId = await ownFramework(officer, `${word} rules`, sheet)
  const waiting = () => uploadOwn(officer, `Id,Title\nY-1,${word} third`, `${word}.csv`)
  return { frameworkId, uploadId: await waiting(), spareId: await waiting() }
}

/** One input for each command on what was brought in, in an order in which all of them can be called. */
export function frameworkInputs(ids: () => FrameworkIds, reason: string): Record<string, () => unknown> {
  return {
    'framework.import': () => ({ ...importFacts, upload: ids().uploadId, name: 'Rules of a payer' }),
    'framework.discard': () => ({ upload: ids().spareId }),
    'framework.archive': () => ({ id: ids().frameworkId, reason }),
    'framework.restore': () => ({ id: ids().frameworkId, reason }),
  }
}
