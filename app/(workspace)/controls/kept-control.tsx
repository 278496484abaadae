import { Card } from '#components/ui/section'
import type { ControlToKeep } from '#lib/controls/keep-queries'

/** Where the way back leads: to the control for those who may open it, else to their own work. */
export function waysBack(control: ControlToKeep, recordHref: string, listHref: string) {
  return control.isReadable
    ? [
        { href: listHref, label: 'Controls' },
        { href: recordHref, label: control.title },
      ]
    : [{ href: '/', label: 'My work' }]
}

/** What the control is, before somebody says whether it works. */
export function KeptControl({ control: { title, ref, does, evidence } }: { control: ControlToKeep }) {
  return (
    <Card>
      <h2>{title}</h2>
      <p className="text-muted">{ref}</p>
      <p className="whitespace-pre-line">{does || 'What is done is not written down yet.'}</p>
      {evidence ? <p className="text-muted whitespace-pre-line">What shows it: {evidence}</p> : null}
    </Card>
  )
}
