/** An action of the Generative AI Profile: its id says under which subcategory of the AI RMF it stands. */
export interface SuggestedAction {
  id: string
  /** The subcategory’s id in nist-ai-rmf. */
  subcategory: string
  /** In our words; null for those a small practice will hardly use. */
  gist: string | null
}

/** How many actions stand under each subcategory; the Profile has none for the other 23. Ids are counted from 001. */
export const actionCounts: readonly (readonly [subcategory: string, count: number])[] = [
  ['GOVERN 1.1', 1],
  ['GOVERN 1.2', 2],
  ['GOVERN 1.3', 7],
  ['GOVERN 1.4', 2],
  ['GOVERN 1.5', 3],
  ['GOVERN 1.6', 3],
  ['GOVERN 1.7', 2],
  ['GOVERN 2.1', 5],
  ['GOVERN 3.2', 5],
  ['GOVERN 4.1', 3],
  ['GOVERN 4.2', 3],
  ['GOVERN 4.3', 3],
  ['GOVERN 5.1', 2],
  ['GOVERN 6.1', 10],
  ['GOVERN 6.2', 7],
  ['MAP 1.1', 4],
  ['MAP 1.2', 2],
  ['MAP 2.1', 2],
  ['MAP 2.2', 2],
  ['MAP 2.3', 5],
  ['MAP 3.4', 6],
  ['MAP 4.1', 10],
  ['MAP 5.1', 6],
  ['MAP 5.2', 2],
  ['MEASURE 1.1', 9],
  ['MEASURE 1.3', 3],
  ['MEASURE 2.2', 4],
  ['MEASURE 2.3', 4],
  ['MEASURE 2.5', 6],
  ['MEASURE 2.6', 7],
  ['MEASURE 2.7', 9],
  ['MEASURE 2.8', 4],
  ['MEASURE 2.9', 2],
  ['MEASURE 2.10', 3],
  ['MEASURE 2.11', 5],
  ['MEASURE 2.12', 4],
  ['MEASURE 2.13', 1],
  ['MEASURE 3.2', 1],
  ['MEASURE 3.3', 5],
  ['MEASURE 4.2', 5],
  ['MANAGE 1.3', 2],
  ['MANAGE 2.2', 9],
  ['MANAGE 2.3', 1],
  ['MANAGE 2.4', 4],
  ['MANAGE 3.1', 5],
  ['MANAGE 3.2', 9],
  ['MANAGE 4.1', 7],
  ['MANAGE 4.2', 3],
  ['MANAGE 4.3', 3],
]

/** What an action comes to for a small practice, in our words. */
export const actionGists: Readonly<Record<string, string>> = {
  'GV-1.1-001': 'Use generative AI within the laws that apply to you.',
  'GV-1.2-001': 'Have a rule for saying where data and AI-made content came from.',
  'GV-1.3-002': 'Set the least a tool must achieve, and hold it to that before it goes live.',
  'GV-1.3-007': 'Have a plan to stop a tool whose risk turns out too high.',
  'GV-1.4-002': 'Write down what staff may and may not use generative AI for.',
  'GV-1.5-001': 'Say who looks at incidents and at the origin of content, and how often.',
  'GV-1.5-002': 'Look back after each incident and write down what it taught.',
  'GV-1.5-003': 'Decide how long test records are kept.',
  'GV-1.6-001': 'List every generative AI tool in use.',
  'GV-1.6-002': 'Say which AI features inside other software need not be listed.',
  'GV-1.6-003':
    'Fix what each entry holds: origin, known problems, who oversees it, data rights, model version and how it is reached.',
  'GV-1.7-001': 'Make sure a tool can be switched off.',
  'GV-1.7-002': 'Before retiring a tool, think of data to keep, data that could leak and what depends on it.',
  'GV-2.1-001': 'Say who tells whom about AI incidents, patients included.',
  'GV-2.1-002': 'Pick people for an incident by what kind of incident it is.',
  'GV-2.1-003': 'Check that those who handle incidents know how, and stay in practice.',
  'GV-3.2-003': 'Say for each chatbot or tool what it is for and what it should refuse.',
  'GV-3.2-004': 'Give users a clear way to report problems and get help.',
  'GV-4.2-003': 'Count plug-ins and connected services when you write down a tool’s effects.',
  'GV-4.3-002':
    'Fix what an incident report must contain: which system, who reports, what happened, when, and who was affected.',
  'GV-5.1-002': 'Tell people before they deal with AI, above all when much is at stake.',
  'GV-6.1-004': 'Put ownership, use, quality and service levels into the contract.',
  'GV-6.1-006': 'Have a contract right to look into how the vendor works.',
  'GV-6.1-007': 'Keep a list of approved AI vendors and of everyone who reaches your content.',
  'GV-6.1-009': 'Add questions about generative AI to the review before you buy.',
  'GV-6.1-010': 'Let your rules of use also cover bought and free AI tools.',
  'GV-6.2-001': 'Note where you depend on one vendor and what you would do without it.',
  'GV-6.2-002': 'Record incidents that come from a vendor’s data or system.',
  'GV-6.2-003': 'Have, share and rehearse a plan for a vendor’s incident, breach reporting included.',
  'GV-6.2-004': 'Keep watching vendor tools while they are in use.',
  'GV-6.2-005': 'Say how data and set-ups are kept in a second place.',
  'GV-6.2-006': 'Try out the fallback, which may be working by hand.',
  'GV-6.2-007': 'Read the contract for notice of incidents, liability, response times and sudden ending.',
  'MP-1.1-002': 'Describe expected and acceptable use together with people who know the setting.',
  'MP-1.1-003': 'Plan how each risk is measured, likely misuse and past incidents included.',
  'MP-2.3-003': 'Have a way to check facts in AI output, and write it down.',
  'MP-4.1-001': 'Look regularly whether AI output gives away personal data.',
  'MP-4.1-003': 'Tie rules for generative AI to the privacy, security and IT rules you have.',
  'MP-4.1-009': 'Have a way to find personal or sensitive data in output.',
  'MP-5.1-003': 'Decide where users are told that AI is at work.',
  'MS-1.1-006': 'Watch whether output serves all groups of patients equally well.',
  'MS-2.3-002': 'Believe what a tool can do only after a proper test.',
  'MS-2.5-001': 'Do not judge a tool by a demo or by single stories.',
  'MS-2.5-003': 'Check sources and citations in output, before the start and later.',
  'MS-2.6-004': 'Read output for safety and for being right.',
  'MS-2.6-005': 'Make sure errors are noticed and can be put right.',
  'MS-2.6-007': 'Try regularly whether the safety limits can be talked around.',
  'MS-2.7-001': 'Apply your usual security measures to the AI tool too.',
  'MS-2.7-007': 'Try to break the tool on purpose, also with hidden instructions.',
  'MS-2.7-009': 'Check regularly that the security measures still hold.',
  'MS-2.10-001': 'Try to make the tool give away training data or personal data.',
  'MS-2.11-002': 'Test fairness between groups with a measure that fits the use.',
  'MS-2.11-004': 'Look for where bias could come from, and measure it.',
  'MS-3.3-005': 'Take in structured feedback from users and patients.',
  'MS-4.2-004': 'Log when people override the AI.',
  'MG-1.3-002': 'Watch whether your safeguards work.',
  'MG-2.3-001': 'Keep plans for incident and recovery up to date as new uses and risks show up.',
  'MG-2.4-001': 'Plan whom to tell, and what to offer instead, when a tool is switched off.',
  'MG-2.4-002': 'Say when an incident goes to the person who can stop the tool.',
  'MG-2.4-003': 'Fix what caused the incident and say by when.',
  'MG-2.4-004': 'Write down, and look again at, what leads to switching off.',
  'MG-3.1-002': 'Test for risks that come from the vendor’s own suppliers.',
  'MG-3.1-003': 'Judge the risk again after a model changes or is put to a new use.',
  'MG-3.1-005': 'Read the vendor’s model cards and system cards.',
  'MG-3.2-009': 'Stop using a model that stays outside your limits.',
  'MG-4.1-002': 'Have a way of watching tools in use, and check that it works.',
  'MG-4.1-007': 'Let people watch who can judge the output and pass problems on fast.',
  'MG-4.2-002': 'After harmful output, find out why together with those involved.',
  'MG-4.3-001': 'After an incident, check that the plan was followed and the right people were told.',
  'MG-4.3-002': 'Record errors, near misses and harm.',
  'MG-4.3-003': 'Report incidents as the law asks, a HIPAA breach to HHS among them.',
}

const prefixes: Readonly<Record<string, string>> = { GOVERN: 'GV', MAP: 'MP', MEASURE: 'MS', MANAGE: 'MG' }

/** The 212 suggested actions, in the Profile’s order. */
export const suggestedActions: readonly SuggestedAction[] = actionCounts.flatMap(([subcategory, count]) => {
  const [name = '', number = ''] = subcategory.split(' ')
  return Array.from({ length: count }, (_, at) => {
    const id = `${prefixes[name]}-${number}-${String(at + 1).padStart(3, '0')}`
    return { id, subcategory, gist: actionGists[id] ?? null }
  })
})
