/** What each shipped framework is, in a sentence for a clinic manager. */
const sentences: Readonly<Record<string, string>> = {
  'hipaa-security': 'How a practice has to protect patient data on computers, AI tools included.',
  'hipaa-privacy': 'When patient data may be used and passed on; here, the parts that AI tools touch.',
  'hipaa-breach': 'Whom to tell, and by when, when patient data got out.',
  'section-1557': 'No discrimination through tools that support decisions about patients.',
  'nist-ai-rmf': 'How an organization keeps the risks of AI in hand: govern, map, measure, manage.',
  'nist-ai-600-1': 'Twelve things that can go wrong with AI that writes, speaks or draws.',
  'hti-1': 'Thirty-one questions that the maker of a predictive tool should be able to answer.',
  'health-goals': 'What HHS would like every practice to do about cyber security, in two steps.',
  hicp: 'Ten practices against the five threats that health care meets most.',
  'iso-42001': 'The controls of the international standard for managing AI, by id and title.',
  hitrust: 'The chapters of the HITRUST framework by name; its text comes in with your own export.',
  'security-rule-proposal': 'What HHS proposed in January 2025 to change in the Security Rule.',
}

/** What a framework is, in a sentence; what was brought in says where it came from. */
export function sentenceOf(framework: { key: string; isOwn: boolean; publisher: string }): string {
  if (framework.isOwn)
    return framework.publisher
      ? `Brought in by this practice. Published by ${framework.publisher}.`
      : 'Brought in by this practice.'
  return sentences[framework.key] ?? ''
}
