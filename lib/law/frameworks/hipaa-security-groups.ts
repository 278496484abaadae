import type { RequirementGroup } from '../framework.ts'

const section = (id: string, title: string, says: string): RequirementGroup => ({
  id,
  parent: null,
  title,
  says,
})

const part = (id: string, title: string, says: string): RequirementGroup => ({
  id,
  parent: id.slice(0, id.indexOf('(')),
  title,
  says,
})

/** The five sections, and the standards that have specifications below them. */
export const securityGroups: readonly RequirementGroup[] = [
  section(
    '164.308',
    'Administrative safeguards',
    'How the practice is run: risks, people, training, emergencies, vendors.',
  ),
  part('164.308(a)(1)', 'Security management process', 'Knowing the risks and doing something about them.'),
  part('164.308(a)(3)', 'Workforce security', 'The right people have access, and nobody else.'),
  part('164.308(a)(4)', 'Information access management', 'How access is given, reviewed and changed.'),
  part('164.308(a)(5)', 'Security awareness and training', 'What everyone has to know, AI tools included.'),
  part('164.308(a)(6)', 'Security incident procedures', 'What happens when something goes wrong.'),
  part('164.308(a)(7)', 'Contingency plan', 'Working and recovering when systems are down.'),
  part(
    '164.308(b)',
    'Business associate contracts and other arrangements',
    'What has to be settled with a vendor before it gets patient data.',
  ),
  section('164.310', 'Physical safeguards', 'Rooms, computers, devices and what is stored on them.'),
  part('164.310(a)', 'Facility access controls', 'Who gets into the building and its rooms.'),
  part(
    '164.310(d)',
    'Device and media controls',
    'Devices with patient data, until nothing is left on them.',
  ),
  section('164.312', 'Technical safeguards', 'What the systems themselves have to do.'),
  part('164.312(a)', 'Access control', 'Only people and programs with access get in.'),
  part('164.312(c)', 'Integrity', 'Patient data is not changed or lost wrongly.'),
  part('164.312(e)', 'Transmission security', 'Patient data is safe on its way.'),
  section('164.314', 'Organizational requirements', 'What agreements with vendors have to say.'),
  part(
    '164.314(a)',
    'Business associate contracts or other arrangements',
    'The clauses on security in an agreement with a vendor.',
  ),
  part('164.314(b)', 'Requirements for group health plans', 'Only for health plans of employers.'),
  section(
    '164.316',
    'Policies and procedures and documentation requirements',
    'What has to be in writing, and for how long.',
  ),
  part('164.316(b)', 'Documentation', 'Keeping it, finding it, and keeping it up to date.'),
]
