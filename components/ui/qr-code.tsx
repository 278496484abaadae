import { encode } from 'uqr'

const QUIET_ZONE = 2

/** A QR code as one SVG path, dark on light in both themes, because cameras need it so. `label` says what it holds. */
export function QrCode({ text, label }: { text: string; label: string }) {
  const { data, size } = encode(text, { ecc: 'L', border: QUIET_ZONE })
  let dark = ''
  for (const [y, row] of data.entries()) {
    for (const [x, isDark] of row.entries()) if (isDark) dark += `M${x} ${y}h1v1h-1z`
  }
  return (
    <svg
      className="block h-auto w-full max-w-56 rounded-md bg-white"
      viewBox={`0 0 ${size} ${size}`}
      role="img"
      aria-label={label}
      shapeRendering="crispEdges"
    >
      <path d={dark} fill="#000" />
    </svg>
  )
}
