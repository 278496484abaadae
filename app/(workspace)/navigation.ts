import type { NavItem } from '#components/shell/app-shell'
import { type Actor, can, type Permission, sitesWith } from '#lib/kernel/access'

interface Place extends NavItem {
  permission: Permission
  /** Not offered to those who may this: they have a better page for it. */
  unless?: Permission
  /** Only for those who may do it everywhere. */
  everywhere?: boolean
}

/** Every place of the workspace, in order of importance: the first four make the bar on a phone. */
const places: readonly Place[] = [
  { href: '/', label: 'My work', icon: 'home', permission: 'due.read-own' },
  { href: '/ai-systems', label: 'AI systems', icon: 'cpu', permission: 'ai-system.read' },
  {
    href: '/ai-systems/tools',
    label: 'AI tools',
    icon: 'cpu',
    permission: 'ai-system.read-approved',
    unless: 'ai-system.read',
  },
  {
    href: '/ai-systems/propose',
    label: 'Ask for a tool',
    icon: 'plus',
    permission: 'ai-system.propose',
    unless: 'ai-system.read',
  },
  { href: '/overview', label: 'Overview', icon: 'trend', permission: 'overview.read' },
  { href: '/calendar', label: 'Calendar', icon: 'calendar', permission: 'due.read-own' },
  { href: '/phi-flows', label: 'Patient data', icon: 'flow', permission: 'phi-flow.read' },
  { href: '/vendors', label: 'Vendors', icon: 'handshake', permission: 'vendor.read' },
  { href: '/agreements', label: 'Agreements', icon: 'document', permission: 'agreement.read' },
  { href: '/questionnaires', label: 'Questionnaires', icon: 'document', permission: 'questionnaire.read' },
  { href: '/risks', label: 'Risks', icon: 'alert', permission: 'risk.read', group: 'Risk' },
  {
    href: '/assessments',
    label: 'Assessments',
    icon: 'shield',
    permission: 'assessment.read',
    group: 'Risk',
  },
  { href: '/controls', label: 'Controls', icon: 'shield', permission: 'control.read', group: 'Risk' },
  { href: '/frameworks', label: 'Frameworks', icon: 'list', permission: 'framework.read', group: 'Risk' },
  {
    href: '/training',
    label: 'Campaigns',
    icon: 'checkCircle',
    permission: 'training.read',
    group: 'Training',
  },
  { href: '/people', label: 'People', icon: 'people', permission: 'person.read' },
  {
    href: '/reminders',
    label: 'Reminders',
    icon: 'bell',
    permission: 'reminder.read',
    everywhere: true,
    group: 'Practice',
  },
  { href: '/import', label: 'Import', icon: 'upload', permission: 'person.import', group: 'Practice' },
  {
    href: '/audit-trail',
    label: 'Audit trail',
    icon: 'history',
    permission: 'audit.read',
    group: 'Practice',
  },
  {
    href: '/settings',
    label: 'Settings',
    icon: 'settings',
    permission: 'practice.settings',
    group: 'Practice',
  },
  {
    href: '/settings/sites',
    label: 'Sites',
    icon: 'building',
    permission: 'site.edit',
    unless: 'practice.settings',
    group: 'Practice',
  },
]

/** What the person may open. Hiding an entry is a courtesy: every page checks for itself. */
export function navigationFor(actor: Actor): NavItem[] {
  return places.filter(
    ({ permission, unless, everywhere }) =>
      (everywhere ? sitesWith(actor, permission) === 'all' : can(actor, permission)) &&
      !(unless && can(actor, unless)),
  )
}
