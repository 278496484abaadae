import { useId } from 'react'

/** How far something is, in words and as a bar: `done` of `total`; `note` replaces "3 of 14". */
export function ProgressBar({
  label,
  done,
  total,
  note,
}: {
  label: string
  done: number
  total: number
  note?: string | undefined
}) {
  const id = useId()
  return (
    <div className="progress">
      <div>
        <span id={id}>{label}</span>
        <span>{note ?? `${done.toLocaleString('en-US')} of ${total.toLocaleString('en-US')}`}</span>
      </div>
      <progress aria-labelledby={id} value={done} max={Math.max(total, 1)} />
    </div>
  )
}
