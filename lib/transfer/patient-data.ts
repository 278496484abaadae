import { phiShapes, phiShapeWords } from '#lib/base/phi-shapes'
import { listInWords } from '#lib/base/text'
import type { ImportValues } from '#lib/kernel/record'
import type { ImportField, ImportValue, Table } from '#lib/kernel/table'

/** Part of every warning, by which rows that have one are found again. */
export const warningMark = 'patient data does not belong here'

/** Says which texts of a row look as if they held details of patients; '' when none does. Never a reason to refuse. */
export function patientDataWarning<Row, Where>(table: Table<Row, Where>, values: ImportValues): string {
  const found = Object.entries(values).flatMap(([name, value]) => {
    const field = table.fields[name]
    const text = textOf(field?.import, value)
    const shapes = text === '' ? [] : phiShapes(text)
    return shapes.length > 0
      ? [
          `${field?.label ?? name} looks as if it held ${listInWords(shapes.map((shape) => phiShapeWords[shape]))}`,
        ]
      : []
  })
  return found.length > 0 ? `${found.join('; ')}: ${warningMark}.` : ''
}

/** What somebody wrote themselves; '' for what was chosen or looked up. */
function textOf<Row>(field: ImportField<Row> | undefined, value: ImportValue): string {
  const { parse, lines } = field ?? {}
  if (parse === 'text' && typeof value === 'string') return value
  return lines && value !== null && typeof value !== 'string' ? value.map(lines.words).join('\n') : ''
}
