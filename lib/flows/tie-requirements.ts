import { namedRequirements } from '#lib/frameworks/catalog'
import { requireAt } from '#lib/kernel/access'
import { changeSentence } from '#lib/kernel/change-sentence'
import { defineCommand } from '#lib/kernel/command'
import { invalid, notFound } from '#lib/kernel/errors'
import { requirementRef } from '#lib/law/frameworks/all-frameworks'
import { replaceLinks } from '#lib/risks/links-store'
import { riskRows } from '#lib/risks/queries'
import { requirementsInput } from '#lib/risks/schema'
import { lockForEdit, recordOf, touched } from '#lib/risks/store'
import { riskTable } from '#lib/risks/table'

/** Says which requirements of one framework a risk endangers; what it names of others stays. */
export const tieRequirements = defineCommand({
  name: 'risk.requirements',
  permission: 'risk.edit',
  input: requirementsInput,
  run: async (context, { id, version, framework, requirements }) => {
    const { tx, actor, now } = context
    const risk = await lockForEdit(context, id, version)
    requireAt(actor, 'risk.edit', risk.siteIds)
    const wanted = [...new Set(requirements)].filter((key) => key.startsWith(`${framework}:`))
    const known = await namedRequirements(tx, wanted)
    if (known.length !== wanted.length)
      throw invalid('Please check the marked fields.', {
        requirements: 'One of them is in no framework here any more. Open the page again.',
      })
    const [before] = await riskRows(tx, actor, [id])
    const others = before?.requirements.filter((key) => !key.startsWith(`${framework}:`)) ?? []
    const refs = [...others, ...wanted].flatMap((key) => requirementRef(key) ?? [])
    await replaceLinks(context, [{ riskId: id, requirements: refs }])
    await tx.risk.update({ where: { id }, data: touched(now) })
    const [after] = await riskRows(tx, actor, [id])
    if (!before || !after) throw notFound()
    const sentence = changeSentence(riskTable, before, after) ?? 'Saved it without changes'
    return { value: { id }, events: [{ sentence, record: recordOf(risk) }] }
  },
})
