import { Section } from '#components/ui/section'
import { formatInstant } from '#lib/base/days'
import { count } from '#lib/base/text'
import { describeBrowser } from '#lib/people/browser-names'
import type { QuestionnaireDetail } from '#lib/questionnaires/detail-queries'

/** Who came to the address of the questionnaire, as far as that can be known. */
export function Visits({ visits, timeZone }: { visits: QuestionnaireDetail['visits']; timeZone: string }) {
  return (
    <Section
      title={visits.length > 0 ? `The last ${count(visits.length, 'visit')}` : 'Visits'}
      id="visits"
      lede="Each time somebody opened the link. Addresses and browsers are what they said of themselves."
    >
      {visits.length > 0 ? (
        <details>
          <summary>Show them</summary>
          <ul className="asked-list">
            {visits.map(({ id, at, address, browser, outcome }) => (
              <li key={id}>
                <p>
                  {formatInstant(at, timeZone)}
                  {outcome === 'refused' ? ': the link did not work any more' : ''}
                </p>
                <p className="text-muted">
                  {address === 'unknown' ? 'From an unknown address' : `From ${address}`}, with{' '}
                  {describeBrowser(browser)}
                </p>
              </li>
            ))}
          </ul>
        </details>
      ) : (
        <p className="text-muted">Nobody has opened the link yet.</p>
      )}
    </Section>
  )
}
