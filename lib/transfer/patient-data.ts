import { phiShapes, phiShapeWords } from '#lib/base/phi-shapes'
import { listInWords } from '#lib/base/text'
import type { ImportValues } from '#lib/kernel/record'
import type { Table } from '#lib/kernel/table'

/** Part of every warning, by which rows that have one are found again. */
export const warningMark = 'patient data does not belong here'

/** Says which texts of a row look as if they held details of patients; '' when none does. Never a reason to refuse. */
export function patientDataWarning<Row, Where>(table: Table<Row, Where>, values: ImportValues): string {
  const found = Object.entries(values).flatMap(([name, value]) => {
    const field = table.fields[name]
    if (field?.import?.parse !== 'text' || typeof value !== 'string') return []
    const shapes = phiShapes(value)
    return shapes.length > 0
      ? [`${field.label} looks as if it held ${listInWords(shapes.map((shape) => phiShapeWords[shape]))}`]
      : []
  })
  return found.length > 0 ? `${found.join('; ')}: ${warningMark}.` : ''
}
