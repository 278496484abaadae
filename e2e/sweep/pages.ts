import { trainingPages } from './training-pages.ts'
import { demo, fixed, other, type Visit } from './visit.ts'

const system = (rest: string) => demo(({ systemId }) => `/ai-systems/${systemId}${rest}`)
const person = (rest: string) => demo(({ personId }) => `/people/${personId}${rest}`)
const vendor = (rest: string) => demo(({ vendorId }) => `/vendors/${vendorId}${rest}`)
const agreement = (rest: string) => demo(({ agreementId }) => `/agreements/${agreementId}${rest}`)
const asked = (rest: string) => demo(({ questionnaireId }) => `/questionnaires/${questionnaireId}${rest}`)
const assessed = (rest: string) => demo(({ assessmentId }) => `/assessments/${assessmentId}${rest}`)
const assessedBefore = (rest: string) =>
  demo(({ signedAssessmentId }) => `/assessments/${signedAssessmentId}${rest}`)
const batch = (rest: string) => other(({ batches }) => `/import/ai-system/${batches['ai-system']}${rest}`)

const risk = (rest: string) => demo(({ riskId }) => `/risks/${riskId}${rest}`)
const control = (rest: string) => demo(({ controlId }) => `/controls/${controlId}${rest}`)
const own = (rest: string) => other(({ frameworkId }) => `/frameworks/${frameworkId}${rest}`)
const file = (rest: string) => other(({ evidenceId }) => `/evidence/${evidenceId}${rest}`)

/** Visits for each page of the application; sweep.spec.ts fails on a page without one. */
export const pages: Readonly<Record<string, Visit[]>> = {
  '/': [fixed('/'), fixed('/', 'other')],
  '/overview': [fixed('/overview'), fixed('/overview', 'other')],
  '/overview/detail': [fixed('/overview/detail')],
  '/overview/risks': [fixed('/overview/risks')],
  '/due': [fixed('/due')],
  '/calendar': [
    fixed('/calendar'),
    fixed('/calendar?view=agenda&done=yes'),
    fixed('/calendar?before=2026-11-01'),
    fixed('/calendar?month=2031-02&kind=vendor', 'other'),
  ],
  '/calendar/week': [fixed('/calendar/week'), fixed('/calendar/week?person=none', 'other')],
  '/due/[id]': [demo(({ dutyId }) => `/due/${dutyId}`)],
  '/reminders': [fixed('/reminders'), fixed('/reminders', 'other')],
  '/reminders/sent': [fixed('/reminders/sent')],
  '/ai-systems': [
    fixed('/ai-systems'),
    fixed('/ai-systems?q=nothing-has-this-name'),
    fixed('/ai-systems?stage=in-use'),
  ],
  '/ai-systems/[id]': [system(''), other(({ systemId }) => `/ai-systems/${systemId}`)],
  '/ai-systems/[id]/edit': [system('/edit')],
  '/ai-systems/[id]/archive': [system('/archive')],
  '/ai-systems/[id]/tier': [system('/tier')],
  '/ai-systems/[id]/move/[to]': [system('/move/suspended')],
  '/ai-systems/[id]/record/[what]': [system('/record/review'), system('/record/data')],
  '/ai-systems/[id]/flows/new': [system('/flows/new')],
  '/ai-systems/[id]/flows/[flowId]': [
    demo(({ systemId, flowId }) => `/ai-systems/${systemId}/flows/${flowId}`),
  ],
  '/ai-systems/[id]/flows/[flowId]/archive': [
    demo(({ systemId, flowId }) => `/ai-systems/${systemId}/flows/${flowId}/archive`),
  ],
  '/ai-systems/new': [fixed('/ai-systems/new')],
  '/ai-systems/owners': [fixed('/ai-systems/owners'), fixed('/ai-systems/owners?owner=me')],
  '/ai-systems/propose': [fixed('/ai-systems/propose')],
  '/ai-systems/tools': [fixed('/ai-systems/tools')],
  '/phi-flows': [fixed('/phi-flows')],
  '/phi-flows/[id]': [], // Only leads on to the page of the flow.
  '/agreements': [fixed('/agreements'), fixed('/agreements?status=lapsed,terminated')],
  '/agreements/[id]': [agreement('')],
  '/agreements/[id]/edit': [agreement('/edit')],
  '/agreements/[id]/clauses': [agreement('/clauses')],
  '/agreements/[id]/terminate': [agreement('/terminate')],
  '/agreements/[id]/renew': [agreement('/renew')],
  '/agreements/[id]/data-return': [demo(({ endedId }) => `/agreements/${endedId}/data-return`)],
  '/agreements/[id]/archive': [agreement('/archive')],
  '/agreements/new': [
    fixed('/agreements/new'),
    demo(({ vendorId }) => `/agreements/new?vendor=${vendorId}`),
    demo(({ agreementId }) => `/agreements/new?after=${agreementId}`),
  ],
  '/ai-systems/[id]/cover': [demo(({ letThroughId }) => `/ai-systems/${letThroughId}/cover`)],
  '/vendors': [fixed('/vendors'), fixed('/vendors?businessAssociate=gap')],
  '/vendors/[id]': [vendor('')],
  '/vendors/[id]/edit': [vendor('/edit')],
  '/vendors/[id]/archive': [vendor('/archive')],
  '/vendors/[id]/determine': [vendor('/determine')],
  '/vendors/[id]/review': [vendor('/review')],
  '/vendors/[id]/contacts/[partId]': [
    vendor('/contacts/new'),
    demo(({ vendorId, contactId }) => `/vendors/${vendorId}/contacts/${contactId}`),
  ],
  '/vendors/[id]/sub-processors/[partId]': [
    vendor('/sub-processors/new'),
    demo(({ vendorId, linkToHostId }) => `/vendors/${vendorId}/sub-processors/${linkToHostId}`),
  ],
  '/vendors/[id]/certificates/[partId]': [
    vendor('/certificates/new'),
    demo(({ vendorId, certificateId }) => `/vendors/${vendorId}/certificates/${certificateId}`),
  ],
  '/vendors/match': [fixed('/vendors/match')],
  '/vendors/new': [fixed('/vendors/new')],
  '/controls': [fixed('/controls'), fixed('/controls?result=weak,fails')],
  '/controls/[id]': [control('')],
  '/controls/[id]/edit': [control('/edit')],
  '/controls/[id]/archive': [control('/archive')],
  '/controls/[id]/test': [control('/test')],
  '/controls/[id]/state': [control('/state')],
  '/controls/[id]/requirements': [control('/requirements?framework=hipaa-security')],
  '/controls/library': [fixed('/controls/library')],
  '/controls/new': [fixed('/controls/new'), fixed('/controls/new?requirement=nist-ai-rmf%3AGOVERN%206.1')],
  '/frameworks': [fixed('/frameworks')],
  '/frameworks/gaps': [fixed('/frameworks/gaps'), fixed('/frameworks/gaps?kind=failing')],
  '/frameworks/[framework]': [
    fixed('/frameworks/nist-ai-rmf'),
    fixed('/frameworks/hipaa-security?proposal=yes&force=addressable'),
    fixed('/frameworks/security-rule-proposal'),
    own(''),
  ],
  '/frameworks/put-away/[framework]': [other(({ frameworkId }) => `/frameworks/put-away/${frameworkId}`)],
  '/frameworks/[framework]/[requirement]': [
    fixed('/frameworks/nist-ai-rmf/GOVERN%206.1'),
    fixed('/frameworks/nist-ai-600-1/2.1'),
    own('/X-1'),
  ],
  '/frameworks/[framework]/[requirement]/scope': [
    fixed('/frameworks/hipaa-security/164.312(d)/scope'),
    fixed('/frameworks/nist-ai-600-1/2.1/scope'),
  ],
  '/frameworks/own/new': [
    fixed('/frameworks/own/new'),
    other(({ frameworkId }) => `/frameworks/own/new?replaces=${frameworkId}`),
  ],
  '/frameworks/own/[upload]': [other(({ uploadId }) => `/frameworks/own/${uploadId}`)],
  '/people': [fixed('/people')],
  '/people/new': [fixed('/people/new')],
  '/people/[id]': [person(''), other(({ leaverId }) => `/people/${leaverId}`)],
  '/people/[id]/edit': [person('/edit')],
  '/people/[id]/leave': [person('/leave')],
  '/people/[id]/return': [other(({ leaverId }) => `/people/${leaverId}/return`)],
  '/people/[id]/roles': [person('/roles')],
  '/people/[id]/sign-in': [person('/sign-in'), other(({ personId }) => `/people/${personId}/sign-in`)],
  '/questionnaires': [fixed('/questionnaires'), fixed('/questionnaires?archived=yes')],
  '/questionnaires/new': [
    fixed('/questionnaires/new'),
    demo(({ vendorId }) => `/questionnaires/new?vendor=${vendorId}`),
    demo(({ questionnaireId }) => `/questionnaires/new?again=${questionnaireId}`),
  ],
  '/questionnaires/[id]': [asked(''), asked('?show=all')],
  '/questionnaires/[id]/score/[question]': [asked('/score/mfa')],
  '/questionnaires/[id]/link': [asked('/link')],
  '/questionnaires/[id]/reopen': [asked('/reopen')],
  '/questionnaires/[id]/archive': [asked('/archive')],
  '/questionnaires/gaps/[id]': [demo(({ gapId }) => `/questionnaires/gaps/${gapId}`)],
  '/questionnaires/templates': [fixed('/questionnaires/templates')],
  '/questionnaires/templates/[template]': [
    demo(({ templateId }) => `/questionnaires/templates/${templateId}`),
    fixed('/questionnaires/templates/imaging'),
  ],
  '/questionnaires/templates/[template]/[question]': [fixed('/questionnaires/templates/imaging/device')],
  '/questionnaires/templates/new': [fixed('/questionnaires/templates/new')],
  '/questionnaire/[token]': [
    { who: 'nobody', at: ({ other: { guestPath } }) => guestPath },
    fixed('/questionnaire/not-a-token-of-any-link', 'nobody'),
  ],
  '/risks': [fixed('/risks'), fixed('/risks?state=closed'), fixed('/risks?level=unscored&appetite=beyond')],
  '/risks/[id]': [risk(''), demo(({ siteRiskId }) => `/risks/${siteRiskId}`)],
  '/risks/[id]/edit': [risk('/edit')],
  '/risks/[id]/requirements': [risk('/requirements?framework=nist-ai-rmf')],
  '/risks/[id]/score': [risk('/score')],
  '/risks/[id]/review': [risk('/review')],
  '/risks/[id]/accept': [], // Only an owner of the practice opens it: e2e/journeys/risks.spec.ts.
  '/risks/[id]/end-acceptance': [demo(({ siteRiskId }) => `/risks/${siteRiskId}/end-acceptance`)],
  '/risks/[id]/close': [risk('/close')],
  '/risks/[id]/archive': [risk('/archive')],
  '/risks/[id]/actions/[partId]': [
    risk('/actions/new'),
    demo(({ riskId, riskActionId }) => `/risks/${riskId}/actions/${riskActionId}`),
  ],
  '/risks/actions/[id]': [demo(({ riskActionId }) => `/risks/actions/${riskActionId}`)],
  '/risks/new': [fixed('/risks/new')],
  '/risks/library': [
    fixed('/risks/library'),
    demo(({ systemId }) => `/risks/library?system=${systemId}&category=clinical-safety`),
  ],
  '/risks/map': [fixed('/risks/map'), fixed('/risks/map?side=inherent'), fixed('/risks/map', 'other')],
  '/settings/risk-scale': [fixed('/settings/risk-scale')],
  '/assessments': [fixed('/assessments'), fixed('/assessments?state=signed')],
  '/assessments/new': [
    fixed('/assessments/new'),
    fixed('/assessments/new?kind=security-risk-analysis'),
    demo(({ systemId }) => `/assessments/new?kind=section-1557&system=${systemId}`),
  ],
  '/assessments/[id]': [assessed(''), assessedBefore('')],
  '/assessments/[id]/edit': [assessed('/edit')],
  '/assessments/[id]/archive': [assessed('/archive')],
  '/assessments/[id]/correct': [assessedBefore('/correct')],
  '/assessments/[id]/sign': [assessed('/sign')],
  '/assessments/[id]/changes': [assessed('/changes')],
  '/assessments/[id]/findings': [assessed('/findings'), assessedBefore('/findings')],
  '/assessments/[id]/report': [assessed('/report'), assessedBefore('/report')],
  '/assessments/[id]/parts/[part]': [assessed('/parts/measure')],
  '/assessments/[id]/table/[part]': [assessed('/table/measure')],
  '/assessments/[id]/answer/[question]': [assessed('/answer/rmf-govern-1-1'), assessed('/answer/gai-2-2')],
  '/assessments/[id]/answer': [], // Only leads on to the next question.
  '/assessments/[id]/copies/[number]': [assessedBefore('/copies/1')],
  '/assessments/parts/[partId]': [], // Only leads on to the part.
  '/import': [fixed('/import', 'other')],
  '/import/[kind]': [fixed('/import/ai-system')],
  '/import/[kind]/[batch]': [batch(''), other(({ appliedId }) => `/import/person/${appliedId}`)],
  '/import/[kind]/[batch]/columns': [batch('/columns')],
  '/import/[kind]/[batch]/words': [batch('/words')],
  '/import/[kind]/[batch]/undo': [other(({ appliedId }) => `/import/person/${appliedId}/undo`)],
  '/evidence/[id]/view': [file('/view')],
  '/evidence/[id]/renew': [file('/renew')],
  '/evidence/[id]/withdraw': [file('/withdraw')],
  '/evidence/new/[kind]/[record]': [
    demo(({ systemId }) => `/evidence/new/ai-system/${systemId}`),
    demo(({ personId }) => `/evidence/new/person/${personId}`),
  ],
  '/audit-trail': [fixed('/audit-trail'), fixed('/audit-trail?q=nothing-has-these-words')],
  '/settings': [fixed('/settings')],
  '/settings/security': [fixed('/settings/security')],
  '/settings/cadences': [fixed('/settings/cadences')],
  '/settings/reminders': [fixed('/settings/reminders')],
  '/settings/demo': [fixed('/settings/demo')],
  '/settings/sites': [fixed('/settings/sites')],
  '/settings/sites/new': [fixed('/settings/sites/new')],
  '/settings/sites/[id]': [demo(({ siteId }) => `/settings/sites/${siteId}`)],
  '/account': [fixed('/account'), fixed('/account', 'other')],
  '/account/second-factor': [fixed('/account/second-factor')],
  '/account/recovery-codes': [fixed('/account/recovery-codes', 'other')],
  '/sign-in': [
    fixed('/sign-in', 'nobody'),
    fixed('/sign-in?error=wrong', 'nobody'),
    fixed('/sign-in?why=idle', 'nobody'),
  ],
  '/sign-in/second-factor': [
    fixed('/sign-in/second-factor', 'asked'),
    fixed('/sign-in/second-factor?by=recovery', 'asked'),
  ],
  '/sign-in/enrol': [fixed('/sign-in/enrol', 'enrolling')],
  '/sign-in/recovery-codes': [fixed('/sign-in/recovery-codes', 'other')],
  '/link/[token]': [
    { who: 'nobody', at: ({ other: { linkPath } }) => linkPath },
    fixed('/link/not-a-token-of-any-link', 'nobody'),
  ],
  // Only before the first practice: fresh.spec.ts.
  '/setup': [],
  ...trainingPages,
}
