import { QrCode } from '../ui/qr-code.tsx'

/** How to put a new second factor into an app: get an app, then scan or type. The field for its code comes after. */
export function FactorSteps({ secret, address }: { secret: string; address: string }) {
  return (
    <ol className="grid list-decimal gap-6 ps-5">
      <li>
        Install an app for codes on your phone if you have none: Google Authenticator, Microsoft
        Authenticator, 2FAS or any other.
      </li>
      <li>
        <p className="mb-3">In the app, add an account and scan this picture.</p>
        <QrCode text={address} label="QR code that holds the key for the app" />
        <details className="mt-3">
          <summary>I cannot scan it</summary>
          <p className="mt-2">
            Type this key into the app instead; spaces do not matter. Choose “time based” if it asks.
          </p>
          <p className="mt-1 font-mono wrap-anywhere" id="factor-key">
            {secret.replace(/(.{4})(?=.)/g, '$1 ')}
          </p>
        </details>
      </li>
      <li>Type the six digits that the app shows now.</li>
    </ol>
  )
}
