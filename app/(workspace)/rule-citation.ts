import type { Citation } from '#components/ui/cite'
import { ruleStatusLabels } from '#lib/law/rule'
import { type RuleId, ruleOf } from '#lib/law/rules'

/** A rule as the screens cite it. Addressable ones are in force; the text says what addressable means. */
export function citationOf(id: RuleId): Citation {
  const { says, citation, status, checkedOn } = ruleOf(id)
  const isChecked = checkedOn !== null
  if (status === 'addressable')
    return {
      text: `${says} ${ruleStatusLabels.addressable}.`,
      source: citation,
      status: 'in-force',
      isChecked,
    }
  return { text: says, source: citation, status: status === 'in force' ? 'in-force' : status, isChecked }
}
