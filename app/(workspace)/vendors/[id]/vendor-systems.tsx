import { Section } from '#components/ui/section'
import { stages } from '#lib/ai-systems/options'
import { count } from '#lib/base/text'
import type { VendorSystem } from '#lib/flows/vendor-systems'
import { optionLabel } from '#lib/kernel/table'
import '../vendors.css'

const data: Readonly<Record<string, string>> = {
  yes: 'patient data goes in',
  no: 'no patient data',
  unknown: 'patient data not known yet',
}

/** The AI systems that come from this vendor. */
export function VendorSystems({ systems }: { systems: readonly VendorSystem[] }) {
  return (
    <Section
      id="systems"
      title={systems.length > 0 ? `Behind ${count(systems.length, 'AI system')}` : 'AI systems'}
    >
      {systems.length > 0 ? (
        <ul className="entries">
          {systems.map(({ id, ref, name, stage, patientData }) => (
            <li key={id}>
              <p className="entry-title">
                <a href={`/ai-systems/${id}`}>{name}</a> <span className="text-muted">{ref}</span>
              </p>
              <p className="text-muted">
                {optionLabel(stages, stage)} · {data[patientData]}
              </p>
            </li>
          ))}
        </ul>
      ) : (
        <p className="text-muted">None is linked to this vendor.</p>
      )}
    </Section>
  )
}
