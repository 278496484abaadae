import { StatusBadge } from '#components/ui/badge'
import { DescriptionList } from '#components/ui/description-list'
import { Card, Section } from '#components/ui/section'
import { formatDay } from '#lib/base/days'
import { count } from '#lib/base/text'
import { controlStates, intervalInWords, testResults } from '#lib/controls/options'
import type { ControlDetail } from '#lib/controls/queries'
import { optionLabel } from '#lib/kernel/table'
import '../../facts.css'
import '../../vendors/vendors.css'

const lines = (text: string) => (text ? <span className="whitespace-pre-line">{text}</span> : null)

/** What is done, what shows it, and how far it is. */
export function ControlFacts({ control }: { control: ControlDetail }) {
  return (
    <Section title="What is done?">
      <Card>
        <DescriptionList
          facts={[
            { label: 'We', value: lines(control.does) },
            { label: 'What shows it', value: lines(control.evidence) },
            { label: 'State', value: optionLabel(controlStates, control.state) },
            ...(control.state === 'not-applicable'
              ? [{ label: 'Why it does not apply', value: lines(control.stateReason) }]
              : []),
            {
              label: 'Tested',
              value:
                control.testEveryMonths === null
                  ? 'No test is planned'
                  : intervalInWords(control.testEveryMonths),
            },
            {
              label: 'Next test',
              value: control.testDueOn ? formatDay(control.testDueOn) : 'None is due',
            },
            { label: 'Owner', value: control.ownerName },
            { label: 'Backup', value: control.backupName },
            { label: 'In the register since', value: formatDay(control.registeredOn) },
            ...(control.notes ? [{ label: 'Notes', value: lines(control.notes) }] : []),
          ]}
        />
      </Card>
    </Section>
  )
}

/** Its tests, newest first. What was recorded is never changed. */
export function ControlTests({ control: { tests } }: { control: ControlDetail }) {
  return (
    <Section
      id="tests"
      title={tests.length > 0 ? count(tests.length, 'test') : 'Tests'}
      lede={tests.length > 0 ? 'Newest first. A test that is recorded stays as it is.' : undefined}
    >
      {tests.length > 0 ? (
        <ul className="entries">
          {tests.map(({ id, testedOn, result, note, byName }) => (
            <li key={id}>
              <p className="entry-title">
                {formatDay(testedOn)}{' '}
                <StatusBadge tone={testResults.find(({ value }) => value === result)?.tone ?? 'neutral'}>
                  {optionLabel(testResults, result)}
                </StatusBadge>
              </p>
              <p className="whitespace-pre-line">{note}</p>
              <p className="text-muted">{byName}</p>
            </li>
          ))}
        </ul>
      ) : (
        <p className="text-muted">Nobody has tested it yet.</p>
      )}
    </Section>
  )
}
